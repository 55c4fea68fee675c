"""Page references: Word's own fields, to bookmarks that no other part of the document has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen import render
from memogen.artifacts import Blocks, Heading, PageReference, Paragraph, Run, Runs, Table

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk

FIELD = re.compile(r'<w:fldSimple w:instr=" PAGEREF (\S+) \\h " w:dirty="true"><w:r><w:t>–</w:t></w:r></w:fldSimple>')
MARK = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>')
OWN = '<w:p><w:bookmarkStart w:id="41" w:name="_Memogen1"/><w:r><w:t>Eget</w:t></w:r><w:bookmarkEnd w:id="41"/></w:p>'


def heading(text: str, anchor: str) -> Heading:
    return Heading(2, (Run(text),), anchor)


def listed(*anchors: str) -> Blocks:
    rows = tuple(((Run(anchor),), (PageReference(anchor),)) for anchor in anchors)
    return Blocks((Table(((Run("Rubrik"),), (Run("Sida"),)), rows, ("left", "right")),))


def test_a_reference_leads_to_the_bookmark_around_its_heading(desk: Desk) -> None:
    fields = {"lista": listed("§ 1", "§ 2"), "text": Blocks((heading("§ 1 Val", "§ 1"), heading("§ 2 Skola", "§ 2")))}
    xml = desk.xml(desk.p("{{p lista }}") + desk.p("{{p text }}"), fields)
    assert FIELD.findall(xml) == [name for _, name in MARK.findall(xml)]
    assert re.search(r'w:name="_Memogen2"/><w:r><w:t[^>]*>§ 2 Skola</w:t></w:r><w:bookmarkEnd w:id="2"/></w:p>', xml)


def test_any_text_can_be_an_anchor(desk: Desk) -> None:
    odd = 'å "1" <§> & ' + "lång" * 30
    fields = {"lista": listed(odd), "text": Blocks((heading("Val", odd),))}
    xml = desk.xml(desk.p("{{p lista }}") + desk.p("{{p text }}"), fields)
    names = FIELD.findall(xml)
    assert names == [name for _, name in MARK.findall(xml)]
    assert all(re.fullmatch(r"_\w{1,39}", name, re.ASCII) for name in names)


def test_bookmarks_of_the_template_keep_their_names_and_numbers(desk: Desk) -> None:
    fields = {"lista": listed("a"), "text": Blocks((heading("Val", "a"),))}
    xml = desk.xml(OWN + desk.p("{{p lista }}") + desk.p("{{p text }}"), fields, header=OWN.replace("41", "77"))
    assert MARK.findall(xml) == [("41", "_Memogen1"), ("78", "_Memogen2")]
    assert FIELD.findall(xml) == ["_Memogen2"]


def test_a_heading_that_is_poured_twice_has_one_bookmark(desk: Desk) -> None:
    xml = desk.xml(desk.p("{{p text }}") + desk.p("{{p text }}"), {"text": Blocks((heading("Val", "a"),))})
    assert len(MARK.findall(xml)) == 1
    assert xml.count("Val") == 2


def test_a_reference_whose_heading_the_template_never_shows_is_a_dash(desk: Desk) -> None:
    xml = desk.xml(desk.p("{{p lista }}"), {"lista": listed("a")})
    assert "PAGEREF" not in xml
    assert "<w:r><w:t>–</w:t></w:r>" in xml


def test_a_heading_without_an_anchor_has_no_bookmark(desk: Desk) -> None:
    assert "bookmark" not in desk.xml(desk.p("{{p text }}"), {"text": Blocks((Heading(2, (Run("Val"),)),))})


def test_a_reference_stands_inside_a_sentence_and_in_a_header(desk: Desk) -> None:
    reference = Runs((Run("se sidan "), PageReference("a"), Run(".")))
    fields = {"se": reference, "text": Blocks((heading("Val", "a"), Paragraph((*reference.inlines,))))}
    rendered = desk.pour(desk.p("{{p text }}"), fields, header="<w:p><w:r><w:t>{{r se }}</w:t></w:r></w:p>")
    assert FIELD.findall(desk.part(rendered)) == FIELD.findall(desk.part(rendered, "word/header1.xml")) == ["_Memogen1"]


def test_the_page_of_a_reference_is_not_among_the_words(desk: Desk) -> None:
    fields = {"lista": listed("a"), "text": Blocks((heading("Val", "a"),))}
    rendered = desk.pour(desk.p("{{p lista }}") + desk.p("{{p text }}"), fields)
    assert render.text(rendered.data) == ["Rubrik", "Sida", "a", "Val"]


def test_the_same_memo_gives_the_same_bookmarks(desk: Desk) -> None:
    fields = {"lista": listed("a", "b"), "text": Blocks((heading("Två", "b"), heading("Ett", "a")))}
    body = desk.p("{{p lista }}") + desk.p("{{p text }}")
    assert desk.pour(body, fields).data == desk.pour(body, fields).data
