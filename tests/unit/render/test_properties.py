"""The document's properties: the memo's own, escaped once, and nothing of the template's maker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from memogen import render
from memogen.artifacts import Memo

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


DC = "{http://purl.org/dc/elements/1.1/}"


def core(desk: Desk, **said: str) -> etree._Element:
    memo = replace(Memo("tjansteskrivelse", "Titel", {"datum": "2026-03-12", "kommun": "Björkvalla kommun"}), **said)
    rendered = render.docx(memo, desk.template(desk.p("x")))
    return etree.fromstring(desk.part(rendered, "docProps/core.xml").encode())


def test_a_title_is_escaped_once(desk: Desk) -> None:
    assert core(desk, title="Kultur & Fritid <1>").findtext(f"{DC}title") == "Kultur & Fritid <1>"


def test_a_long_title_is_cut_after_a_word(desk: Desk) -> None:
    title = core(desk, title="Antagande av riktlinje " * 30).findtext(f"{DC}title")
    assert len(title) <= 255
    assert title.endswith((" riktlinje…", " av…", "Antagande…"))


def test_a_long_title_without_spaces_is_cut(desk: Desk) -> None:
    assert len(core(desk, title="å" * 400).findtext(f"{DC}title")) == 255


@pytest.mark.parametrize("title", ["a\x0bb\nc", "a b\tc", "a\x00 b c"])
def test_a_title_is_one_line_that_xml_can_hold(desk: Desk, title: str) -> None:
    assert core(desk, title=title).findtext(f"{DC}title") == "a b c"


def test_the_memo_says_the_rest(desk: Desk) -> None:
    root = core(desk, subject="KS-2026-00123", keywords="taxa, avgift", author="Björkvalla kommun")
    text = etree.tostring(root, encoding="unicode")
    for words in ("KS-2026-00123", "taxa, avgift", "Björkvalla kommun", "sv-SE", "2026-03-12T00:00:00Z"):
        assert words in text


def test_nothing_of_the_templates_maker_follows_along(desk: Desk) -> None:
    content = desk.members(desk.p("x"), core=desk.core("Mall {{ rubrik }}", "Malles Mallare"))
    content["docProps/app.xml"] = "<Properties><Company>Hemligt AB</Company><Manager>Chefen</Manager></Properties>"
    content["docProps/custom.xml"] = "<Properties>Malles Mallare</Properties>"
    content["docProps/thumbnail.jpeg"] = "Malles Mallare"
    content["word/people.xml"] = "<people>Malles Mallare</people>"
    rels = content["_rels/.rels"]
    thumbnail = '<Relationship Id="t" Type="x/thumbnail" Target="docProps/thumbnail.jpeg"/>'
    content["_rels/.rels"] = rels.replace("</Relationships>", f"{thumbnail}</Relationships>")
    rendered = render.docx(desk.memo(), desk.save(content))
    for words in (b"Malles", b"Hemligt", b"Chefen", b"thumbnail"):
        assert words not in rendered.data
    for name in ("docProps/core.xml", "docProps/app.xml", "_rels/.rels"):
        for words in ("Malles", "Hemligt", "Chefen", "thumbnail"):
            assert words not in desk.part(rendered, name)


def test_what_memogen_made_is_known_as_its_own(desk: Desk) -> None:
    rendered = desk.pour(desk.p("x"))
    assert render.is_own(desk.path, rendered.data)
    assert not render.is_own(desk.path, desk.path.read_bytes())
