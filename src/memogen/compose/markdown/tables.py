"""Tables: a header row, alignments, and no cell lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from memogen.artifacts import Inlines
    from memogen.compose.markdown.inline import Inliner

_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_ALIGNED = re.compile(r"text-align:(left|center|right)")


def table(inliner: Inliner, node: SyntaxTreeNode) -> Table:
    """The table; a row with more cells than the header gets a remark, because CommonMark drops them."""
    rows = [row for part in node.children for row in part.children]
    head = rows[0]
    for row in rows[1:]:
        _surplus(inliner, row, len(head.children))
    cells = [tuple(_cell(inliner, cell) for cell in row.children) for row in rows]
    return Table(cells[0], tuple(cells[1:]), tuple(_alignment(cell) for cell in head.children))


def _cell(inliner: Inliner, cell: SyntaxTreeNode) -> Inlines:
    return tuple(piece for inline in cell.children for piece in inliner.inlines(inline))


def _alignment(cell: SyntaxTreeNode) -> str:
    found = _ALIGNED.match(str(cell.attrs.get("style", "")))
    return found[1] if found else "left"


def _surplus(inliner: Inliner, row: SyntaxTreeNode, columns: int) -> None:
    line = row.map[0] if row.map else 0
    written = inliner.source.line(line).strip().removeprefix("|")
    written = written[:-1] if written.endswith("|") and not written.endswith("\\|") else written
    found = len(_UNESCAPED_PIPE.split(written))
    if found > columns:
        inliner.source.remark_line(
            "MD04",
            f"raden har {found} celler, men tabellhuvudet har {columns}",
            "ge tabellhuvudet lika många kolumner; ett lodstreck som ska synas skrivs \\|",
            line,
        )
