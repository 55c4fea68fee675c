"""Tables and pictures: header rows, alternative texts, what places text, and what floats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.render.faults import Spot, quoted
from memogen.render.review.finding import Finding, warning
from memogen.render.review.outline import CELL, PARAGRAPH, ROW, TABLE, in_fallback, text_of, value_of
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from memogen.render.review.outline import Outline, Part

_W: Final = f"{{{W}}}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_IMAGE_DATA: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_NO_LINE: Final = frozenset({"nil", "none"})


def objects(outline: Outline) -> Iterator[Finding]:
    """What is wrong with the tables, pictures and boxes of a template."""
    for part in outline.parts.values():
        for table in part.root.iter(TABLE):
            if not in_fallback(table):
                yield from _table(part, table, outline)
        yield from _pictures(part)
        yield from _floating(part)


def _spot(part: Part, element: etree._Element) -> Spot:
    """The first paragraph in an element, or the one that holds it."""
    paragraph = next(element.iter(PARAGRAPH), None)
    if paragraph is None:
        paragraph = next(element.iterancestors(PARAGRAPH), None)
    number = 0 if paragraph is None else part.numbers.get(paragraph, 0)
    return Spot(part.member, number, "" if paragraph is None else text_of(paragraph))


def _table(part: Part, table: etree._Element, outline: Outline) -> Iterator[Finding]:
    spot = _spot(part, table)
    if table.find(f"{_W}tblPr/{_W}tblpPr") is not None:
        yield warning("MT07", "tabellen flyter fritt", "välj Radbrytning: Ingen i tabellens egenskaper", spot)
    if header_row(table) is not None:
        return
    if not _is_ruled(table, outline):
        message = "tabellen har inga linjer och ingen rubrikrad: den ser ut att placera text"
        yield warning("MT06", message, "placera texten med tabbar eller indrag i en formatmall", spot)
    else:
        advice = "markera första raden, Tabellegenskaper > Rad > Upprepa som rubrikrad, eller kör --fix"
        yield warning("MT04", "tabellen saknar rubrikrad", advice, spot)


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table itself, not of tables in its cells."""
    return [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]


def header_row(table: etree._Element) -> etree._Element | None:
    """The row that is marked as header."""
    return next((row for row in rows_of(table) if row.find(f"{_W}trPr/{_W}tblHeader") is not None), None)


def _is_ruled(table: etree._Element, outline: Outline) -> bool:
    """Whether the table has lines, its own, its cells' or its style's."""
    lines = [*table.iterfind(f"{_W}tblPr/{_W}tblBorders/*"), *table.iterfind(f".//{_W}tcBorders/*")]
    if lines:
        return any(line.get(f"{_W}val", "") not in _NO_LINE for line in lines)
    return outline.style_names.get(value_of(table, "tblPr/tblStyle"), "normal table") != "normal table"


def mendable(table: etree._Element, outline: Outline) -> etree._Element | None:
    """The first row, where it can only be the header row: plain words in every cell, and rows below it."""
    rows = rows_of(table)
    if header_row(table) is not None or len(rows) < 2 or not _is_ruled(table, outline):  # noqa: PLR2004 - one below it
        return None
    words = ["".join(map(text_of, cell.iter(PARAGRAPH))).strip() for cell in rows[0].iter(CELL)]
    return rows[0] if words and all(word and "{" not in word for word in words) else None


def _pictures(part: Part) -> Iterator[Finding]:
    for drawing in part.root.iter(f"{_W}drawing"):
        properties = next(drawing.iter(f"{_WP}docPr"), None)
        is_picture = next(drawing.iter(_PICTURE), None) is not None
        if not is_picture or properties is None or in_fallback(drawing):
            continue
        decorative = any(one.get("val") == "1" for one in properties.iter(_DECORATIVE))
        if not decorative and not properties.get("descr", "").strip():
            name = properties.get("name", "")
            message = f"bilden {quoted(name)} saknar alternativtext" if name else "en bild saknar alternativtext"
            yield warning("MT05", message, "högerklicka på bilden, Visa alternativtext", _holder(part, drawing))
    for image in part.root.iter(_IMAGE_DATA):
        shape = image.getparent()
        if not in_fallback(image) and shape is not None and not shape.get("alt", "").strip():
            message = "en bild saknar alternativtext"
            yield warning("MT05", message, "högerklicka på bilden, Visa alternativtext", _holder(part, image))


def _holder(part: Part, element: etree._Element) -> Spot:
    paragraph = next(element.iterancestors(PARAGRAPH), None)
    return Spot(part.member) if paragraph is None else Spot(part.member, part.numbers[paragraph], text_of(paragraph))


def _floating(part: Part) -> Iterator[Finding]:
    for box in part.root.iter(f"{_W}txbxContent"):
        if not in_fallback(box):
            message = "texten står i en textruta, som läses upp på fel ställe"
            yield warning("MT07", message, "flytta texten till ett vanligt stycke", _spot(part, box))
    for anchor in part.root.iter(f"{_WP}anchor"):
        if not in_fallback(anchor) and next(anchor.iter(f"{_W}txbxContent"), None) is None:
            advice = "högerklicka på bilden, Radbrytning > I nivå med text"
            yield warning("MT07", "bilden flyter fritt", advice, _holder(part, anchor))
    for frame in part.root.iter(f"{_W}framePr"):
        if not in_fallback(frame):
            yield warning("MT07", "stycket står i en ram, som flyter fritt", "ta bort ramen", _holder(part, frame))
