"""What pouring leaves that Word will not open or take well: mended in the finished text of a part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package
from memogen.render.inlines import legal_elements
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_W: Final = f"{{{W}}}"
_BARE_CELL: Final = re.compile(r"(<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>)(\s*</w:tc>)")
_BARE_TABLE: Final = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_BARE_BODY: Final = re.compile(r"(<w:(?:hdr|ftr|txbxContent)(?: [^>]*)?>|</w:tbl>)(</w:(?:hdr|ftr|txbxContent)>)")
_BOX: Final = "<w:txbxContent"
_EDGE: Final = re.compile(r"<w:(?:hdr|ftr)\b")
_WHOLE_EDGE: Final = ("</w:p></w:hdr>", "</w:p></w:ftr>")
_CELL_END: Final = re.compile(r"(?<!</w:p>)</w:tc>")
_TABLE: Final = re.compile(r"<w:tbl[ >]")
_FIRST_ROW: Final = re.compile(r"</w:tblGrid><w:tr[ >]")
_DRAWING_ID: Final = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*(")')
_TAG_BETWEEN_CELLS: Final = re.compile(
    r"(?:</w:tc>|</w:trPr>|<w:tr(?: [^>]*)?>)\s*\{%|%\}\s*(?:<w:tc[ >]|</w:tr>)|gridSpan w:val=\"\{"
)
_BOOKMARK: Final = "<w:bookmarkStart"


@dataclass(frozen=True, slots=True)
class Mending:
    """What a part may need after it was poured, known from its source."""

    cells: bool
    rows: bool
    tables: bool
    section: bool
    boxes: bool
    edge: bool
    grids: bool
    drawings: bool
    bookmarks: bool


def mending(source: str, *, tables: bool) -> Mending:
    """What a part with this source may need, if tables may come to stand together in it or not."""
    return Mending(
        # What stands together in the source does so in every document: only where a tag comes between may it not.
        cells=_CELL_END.search(source) is not None,
        rows=len(_TABLE.findall(source)) != len(_FIRST_ROW.findall(source)),
        tables=tables,
        section="<w:sectPr" in source,
        boxes=_BOX in source,
        edge=_EDGE.search(source) is not None,
        grids=_TAG_BETWEEN_CELLS.search(source) is not None,
        drawings="<wp:docPr" in source,
        bookmarks=_BOOKMARK in source and "{%" in source,
    )


def drawing_numbers(members: Mapping[str, bytes]) -> frozenset[int]:
    """The numbers that the drawings of a package have."""
    pattern = re.compile(rb'<wp:docPr\b[^>]*?\sid="([0-9]{1,10})"')
    return frozenset(
        int(number)
        for name, content in members.items()
        if name.startswith("word/") and name.endswith(".xml")
        for number in pattern.findall(content)
    )


def mend(xml: str, needs: Mending, next_drawing: Callable[[], int]) -> str:
    """The part with a paragraph in every cell, no table without rows, grids that fit, and drawings told apart."""
    xml = _tables_mended(xml, needs)
    if needs.boxes or (needs.edge and not xml.endswith(_WHOLE_EDGE)):
        xml = _BARE_BODY.sub(r"\1<w:p/>\2", xml)
    if needs.drawings:
        xml = _DRAWING_ID.sub(lambda found: f"{found.group(1)}{next_drawing()}{found.group(2)}", xml)
    if needs.grids or needs.bookmarks:
        root = package.parse(legal_elements(xml).encode())
        for table in root.iter(f"{_W}tbl"):
            _fit_grid(table)
        _tell_bookmarks_apart(root)
        xml = etree.tostring(root, encoding="unicode")
    return xml


def _tables_mended(xml: str, needs: Mending) -> str:
    """A paragraph in every cell, between tables and after the last one; no table without rows."""
    if needs.rows:
        xml = _BARE_TABLE.sub("", xml)
    if needs.cells:
        xml = _BARE_CELL.sub(r"\1<w:p/>\2", xml)
    if needs.tables and "<w:tbl>" in xml:
        xml = xml.replace("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>")
    if needs.section:
        end = xml.rfind("</w:tbl>") + len("</w:tbl>")
        if xml.startswith("<w:sectPr", end):
            xml = f"{xml[:end]}<w:p/>{xml[end:]}"
    return xml


def _fit_grid(table: etree._Element) -> None:
    """As many grid columns as the widest row has, in the width that the table had."""
    grid = table.find(f"{_W}tblGrid")
    rows = table.findall(f"{_W}tr")
    if grid is None or not rows:
        return
    columns = grid.findall(f"{_W}gridCol")
    wanted = max(sum(_span(cell) for cell in row.findall(f"{_W}tc")) for row in rows)
    if not columns or not wanted or wanted == len(columns):
        return
    widths = [_whole(column.get(f"{_W}w", "0")) for column in columns]
    if wanted > len(columns):
        average = sum(widths) / wanted
        share = len(columns) / wanted
        widths = [int(width * share) for width in widths] + [int(average)] * (wanted - len(columns))
    else:
        extra = int(sum(widths[wanted:]) / wanted)
        widths = [width + extra for width in widths[:wanted]]
    for column in columns:
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, f"{_W}gridCol", {f"{_W}w": str(width)})


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else max(1, _whole(span.get(f"{_W}val", "")))


def _whole(value: str) -> int:
    return int(value) if re.fullmatch(r"[0-9]{1,6}", value) else 0


def _tell_bookmarks_apart(root: etree._Element) -> None:
    """A bookmark that a loop repeated stays only where it stood first."""
    names: set[str] = set()
    numbers: set[str] = set()
    for mark in list(root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        number = mark.get(f"{_W}id", "")
        seen, key = (names, mark.get(f"{_W}name", "")) if mark.tag == f"{_W}bookmarkStart" else (numbers, number)
        parent = mark.getparent()
        if key in seen and parent is not None:
            parent.remove(mark)
        seen.add(key)
