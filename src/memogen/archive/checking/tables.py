"""Tables: rows of the same length, and a header for every cell (ISO 14289-1, 7.2 and 7.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.tree import Element, Tree

_CELLS = frozenset({"TH", "TD"})
_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_LARGEST = 4_000_000
"""Cells of one table, spans included: a span of a million columns is a trap."""


@dataclass(slots=True, eq=False)
class _Cell:
    element: Element
    columns: int
    rows: int
    scope: str
    headers: list[str]
    row: int = 0
    column: int = 0

    @property
    def is_header(self) -> bool:
        return self.element.kind == "TH"


@dataclass(slots=True)
class _Grid:
    width: int
    height: int
    places: dict[tuple[int, int], _Cell] = field(default_factory=dict)


class _CrookedError(Exception):
    """The rows of the table do not fit together. The text is the clause."""


def tables(tree: Tree) -> Iterator[Fault]:
    """Faults of each table that has rows."""
    for element in tree.elements:
        if element.kind == "Table":
            rows = [[_cell(tree, kid) for kid in row.significant() if kid.kind in _CELLS] for row in _rows(element)]
            try:
                grid = _grid(rows)
            except _CrookedError as error:
                yield Fault(str(error))
                continue
            if grid is not None:
                yield from _headers(grid)


def _rows(table: Element) -> Iterator[Element]:
    for kid in table.significant():
        if kid.kind == "TR":
            yield kid
        elif kid.kind in _GROUPS:
            yield from (row for row in kid.significant() if row.kind == "TR")


def _cell(tree: Tree, element: Element) -> _Cell:
    def span(name: str) -> int:
        found = tree.attribute(element, "/Table", name)
        return max(found, 0) if isinstance(found, int) else 1

    scope = tree.document.name(tree.attribute(element, "/Table", "/Scope"))
    headers = tree.document.array(tree.attribute(element, "/Table", "/Headers"))
    return _Cell(
        element, span("/ColSpan"), span("/RowSpan"), scope, [tree.document.text(held) or "" for held in headers]
    )


def _grid(rows: list[list[_Cell]]) -> _Grid | None:
    """Where each cell stands; None where there are no cells to speak of."""
    height = _height(rows)
    if not height:
        return None
    grid = _Grid(sum(cell.columns for cell in rows[0]), height)
    if grid.width * grid.height > _LARGEST:
        raise _CrookedError("7.2-41")
    for number, row in enumerate(rows):
        _set(grid, number, row)
    for number in range(grid.height):
        if any((number, column) not in grid.places for column in range(grid.width)):
            raise _CrookedError("7.2-43")
    return grid


def _height(rows: list[list[_Cell]]) -> int:
    """How many rows the table has, by the cells that stand first in them."""
    height = number = 0
    while number < len(rows):
        tall = rows[number][0].rows if rows[number] else 0
        height += tall
        number += max(tall, 1)
    return height


def _set(grid: _Grid, number: int, row: list[_Cell]) -> None:
    column = 0
    for cell in row:
        while column < grid.width and (number, column) in grid.places:
            column += 1
        if column + cell.columns > grid.width:
            raise _CrookedError("7.2-42")
        if number + cell.rows > grid.height:
            raise _CrookedError("7.2-41")
        cell.row, cell.column = number, column
        for place in ((number + i, column + j) for i in range(cell.rows) for j in range(cell.columns)):
            if place in grid.places:
                raise _CrookedError("7.2-15")
            grid.places[place] = cell
        column += cell.columns


def _headers(grid: _Grid) -> Iterator[Fault]:
    headers = [cell for cell in grid.places.values() if cell.is_header]
    if all(cell.scope for cell in headers):
        return
    known = {_identity(cell) for cell in headers} - {""}
    columns = [
        _spoken_for([grid.places[row, column] for row in range(grid.height)], "/Column") for column in range(grid.width)
    ]
    rows = [
        _spoken_for([grid.places[row, column] for column in range(grid.width)], "/Row") for row in range(grid.height)
    ]
    for place, cell in grid.places.items():
        if cell.is_header or place != (cell.row, cell.column):
            continue
        if cell.headers and known.issuperset(cell.headers):
            continue
        above = any(columns[column][cell.row] for column in range(cell.column, cell.column + cell.columns))
        if not above and not any(rows[row][cell.column] for row in range(cell.row, cell.row + cell.rows)):
            yield Fault("7.5-1" if known.issuperset(cell.headers) else "7.5-2")
            return


def _identity(cell: _Cell) -> str:
    found = cell.element.entries.get("/ID")
    return found[2:] if isinstance(found, str) else ""


def _spoken_for(cells: list[_Cell], scope: str) -> list[bool]:
    """For each cell of a row or column: whether one of the nearest headers before it speaks for it."""
    found = []
    by_nearest = by_run = False
    for cell in cells:
        found.append(by_nearest)
        if cell.is_header:
            by_run = by_nearest = by_run or cell.scope in {"/Both", scope}
        else:
            by_run = False
    return found
