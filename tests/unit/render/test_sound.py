"""What comes out is a sound Word file, says a checker that is not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from memogen.artifacts import Blocks, Figure, Footnote, Heading, ListBlock, Paragraph, Picture, Quote, Run, Runs, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.render.conftest import Desk


def everything(path: Path) -> Blocks:
    note = Footnote((Paragraph((Run("Not & en "), Run("länk", link="https://b.example"))),))
    inner = ListBlock(ordered=False, items=((Paragraph((Run("b"),)),),))
    items = ((Paragraph((Run("a"), note)), inner, Paragraph((Run("mer"),))), (Paragraph((Run("c"),)),))
    return Blocks(
        (
            Heading(3, (Run("Rubrik"),)),
            Paragraph((Run("fet", bold=True, italic=True, strike=True), Run(" länk", link="mailto:a@b.example"))),
            ListBlock(ordered=True, items=items, role="beslut"),
            ListBlock(ordered=True, items=items, numbers=(4, 9)),
            Table(((Run("År"),), (Run("Kronor"),)), (((Run("2026"),), (Run("1 500"),)),), ("left", "right")),
            Quote((Paragraph((Run("citat"),)), ListBlock(ordered=False, items=items))),
            Figure(Picture(path, "En karta", 40, 20), (Run("Figur 1: Kartan"),)),
            Paragraph((Run("Figur 2: utan bild"),), role="caption"),
        )
    )


def complaints(desk: Desk, data: bytes) -> set[str]:
    path = desk.folder / "ut.docx"
    path.write_bytes(data)
    return {f"{error.part_uri} {error.path} {error.description}" for error in OpenXmlValidator().validate(path).errors}


@pytest.mark.parametrize("with_notes", [True, False])
def test_a_document_with_everything_is_sound(desk: Desk, picture: Callable[[int, int], Path], with_notes: bool) -> None:
    path = picture(40, 20)
    rows = (("{{p text }}", "{{ rubrik }}"), ("{%tr for x in lista %}", ""), ("{{ x }}", ""), ("{%tr endfor %}", ""))
    body = desk.p("{{ rubrik }}") + desk.p("{{p text }}") + desk.table(*rows) + desk.p("slut")
    notes = {"footnotes": f'<w:footnote w:id="1">{desk.p("{{ rubrik }}")}</w:footnote>'} if with_notes else {}
    fields = {"rubrik": "a & b\nc\td", "text": everything(path), "lista": ["x", "y"]}
    fields["logotyp"] = Runs((Picture(path, "Vapnet", 40, 20), Run("x", link="https://c.example")))
    rendered = desk.pour(body, fields, header=desk.p("{{r logotyp }}"), footer=desk.p("{{ rubrik }}"), **notes)
    assert complaints(desk, rendered.data) - complaints(desk, desk.pour(desk.p("x")).data) == set()
    for name in ("word/document.xml", "word/header1.xml", "word/numbering.xml", "word/footnotes.xml"):
        etree.fromstring(desk.part(rendered, name).encode())
