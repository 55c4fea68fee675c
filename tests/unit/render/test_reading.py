"""Reading what was poured: every word of it and nothing else, whatever stands around it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from memogen import render
from memogen.artifacts import (
    Blocks,
    Heading,
    LineBreak,
    ListBlock,
    PageReference,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
    Trace,
)

if TYPE_CHECKING:
    from memogen.artifacts import Block, Inlines
    from tests.unit.render.conftest import Desk

BOX = (
    "<w:p><w:r><w:t>före</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ rubrik }}</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></w:r><w:r><w:t> efter</w:t></w:r></w:p>"
)


def paragraph(*words: str) -> Paragraph:
    return Paragraph(tuple(Run(word) for word in words))


def table(*rows: tuple[str, ...]) -> Table:
    cells: list[tuple[Inlines, ...]] = [tuple((Run(word),) for word in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]), ("left",) * len(cells[0]))


def lost(desk: Desk, body: str, blocks: tuple[Block, ...], *words: str) -> list[str]:
    """The codes of what is said not to be in the document."""
    fields = {"text": Blocks(blocks), "rubrik": "Rubrik"}
    traces = tuple(Trace(("text", number), "text", text) for number, text in enumerate(words))
    memo = replace(desk.memo(**fields), traces=traces)
    return [remark.code for remark in render.docx(memo, desk.template(body)).remarks]


@pytest.mark.parametrize(
    "words",
    [
        "ett två",
        "ett\ntvå",
        "tre\tfyra",
        "tre fyra",
        "fem sex",
        "a & b <c>",
        "a & b <c>\ncell",
        "ett\ntvå\ntre\tfyra\nfem\nsex",
        "cell ä",
        "cell\nä\ncell\nö",
        "punkt",
        "citat",
    ],
)
def test_words_in_blocks_are_found_however_they_are_set(desk: Desk, words: str) -> None:
    blocks = (
        paragraph("ett\ntvå"),
        paragraph("tre\tfyra"),
        Paragraph((Run("fem"), LineBreak(), Run("sex"))),
        paragraph("a & b ", "<c>"),
        table(("cell", "ä"), ("cell", "ö"), ("cell", "ä")),
        ListBlock(ordered=True, items=((paragraph("punkt"),),)),
        Quote((paragraph("citat"),)),
    )
    assert lost(desk, desk.p("{{p text }}"), blocks, words) == []


@pytest.mark.parametrize("words", ["ettcell", "cellä", "äcell", "punkt cell", "<w:t>", "Tabell", "&amp;"])
def test_words_that_no_reader_sees_together_are_not_found(desk: Desk, words: str) -> None:
    blocks = (paragraph("ett &"), table(("cell", "ä"), ("cell", "ä")), paragraph("punkt"))
    assert lost(desk, desk.p("{{p text }}"), blocks, words) == ["MA08"]


def test_what_goes_on_over_repeated_rows_is_found_as_it_stands(desk: Desk) -> None:
    blocks = (table(("a", "b"), ("c", "d"), ("a", "b"), ("c", "d"), ("e", "f")),)
    body = desk.p("{{p text }}")
    assert lost(desk, body, blocks, "c\nd\na\nb\nc\nd\ne\nf") == []
    assert lost(desk, body, blocks, "a\nb\ne\nf") == ["MA08"]
    assert lost(desk, body, blocks, "c\nd\ne\nf\ng") == ["MA08"]


def test_a_row_that_is_repeated_stands_each_time(desk: Desk) -> None:
    rows = [("namn", "ja"), ("Ada", "x"), ("Bo", "x"), ("Ada", "x"), ("Ada", "x")]
    blocks = Blocks((table(*rows), paragraph("mellan"), table(*rows)))
    words = [word for row in rows for word in row]
    assert desk.text(desk.p("{{p text }}"), {"text": blocks}) == [*words, "mellan", *words]


def test_a_page_number_that_nobody_knows_is_no_word(desk: Desk) -> None:
    blocks = (Heading(2, (Run("Val"),), "a"), Paragraph((Run("sidan "), PageReference("a"))))
    assert lost(desk, desk.p("{{p text }}"), blocks, "–") == ["MA08"]
    assert lost(desk, desk.p("{{p text }}"), blocks, "sidan", "Val") == []


def test_a_text_box_is_read_after_its_paragraph(desk: Desk) -> None:
    assert desk.text(BOX, {"rubrik": "Rubrik"}) == ["före efter", "Rubrik"]
    assert lost(desk, BOX + desk.p("{{p text }}"), (paragraph("x"),), "före efter\nRubrik\nx", "före efter") == []
    assert lost(desk, BOX, (), "före Rubrik") == ["MA07"]


def test_a_copy_for_older_programs_is_not_read(desk: Desk) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    copy = f"<w:p><mc:AlternateContent {space}><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:p>"
    assert desk.text(desk.p("x") + copy, {"rubrik": "Rubrik"}) == ["x"]
    assert lost(desk, desk.p("x") + copy, (), "Rubrik") == ["MA07"]


def test_a_field_code_is_no_word(desk: Desk) -> None:
    code = "<w:p><w:r><w:instrText> QUOTE ord </w:instrText></w:r><w:r><w:t>{{ rubrik }}</w:t></w:r></w:p>"
    assert lost(desk, code, (), "ord") == ["MA07"]
    assert lost(desk, code, (), "Rubrik") == []


def test_a_table_that_is_poured_is_kept_apart_from_what_stands_beside_it(desk: Desk) -> None:
    blocks = Blocks((table(("a",), ("b",)),))
    body = desk.table(("x",)) + desk.p("{{p text }}") + desk.p("{{p text }}") + desk.table(("y",))
    xml = desk.xml(body + f"<w:tbl><w:tr>{desk.cell(desk.p('{{p text }}'))}</w:tr></w:tbl>", {"text": blocks})
    assert "</w:tbl><w:tbl>" not in xml
    assert "</w:tbl></w:tc>" not in xml
    assert "</w:tbl><w:sectPr" not in xml
    assert "memogen" not in xml


def test_blocks_stand_beside_tables_whose_columns_are_counted_anew(desk: Desk) -> None:
    body = desk.table(("{%tc for x in lista %}", "{{ x }}", "{%tc endfor %}")) + desk.p("{{p text }}")
    fields = {"lista": ["a", "b", "c"], "text": Blocks((table(("d",), ("e",)), paragraph("f")))}
    assert desk.text(body, fields) == ["a", "b", "c", "d", "e", "f"]
    xml = desk.xml(body, fields)
    assert xml.count("<w:gridCol") == 4
    assert "</w:tbl><w:tbl>" not in xml


def test_a_template_cannot_ask_for_the_blocks_of_another_place(desk: Desk) -> None:
    body = desk.p("{{p text }}") + '<w:p memogen="0"><w:r><w:t>eget</w:t></w:r></w:p><w:p memogen="0"/>' * 3
    assert desk.text(body, {"text": Blocks((paragraph("en gång"),))}) == ["en gång", "eget", "eget", "eget"]


def test_an_image_that_was_changed_is_poured_as_it_is_now(desk: Desk) -> None:
    path = desk.folder / "bild.png"
    for size in (4, 40):
        Image.new("RGB", (size, size)).save(path)
        rendered = desk.pour(desk.p("{{r bild }}"), {"bild": Runs((Picture(path, "En bild", size, size),))})
        with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
            assert archive.read("word/media/memogen1.png") == path.read_bytes()
