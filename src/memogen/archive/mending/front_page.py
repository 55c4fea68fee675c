"""The front page of minutes as the table that it looks like: what on the left is the heading of what on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

ROW: Final = "/Förstasida"
"""The template's style of a line that begins with a label; LibreOffice calls the tag as the style."""
_MORE: Final = "/Förstasidarad"
_LABEL: Final = "/Etikett"


def tag_front_page(document: Pdf, above: Object) -> None:
    """Who was there, where and when: a table with a heading for each row, instead of paragraphs with tabs.

    The page is left as it is where any of its lines has no label of its own.
    """
    children = list(above.K)
    lines = [index for index, child in enumerate(children) if _style(child) in {ROW, _MORE}]
    begin, end = lines[0], lines[-1] + 1
    rows: list[tuple[Object, list[Object]]] = []
    for line in children[begin:end]:
        label = _label(line) if _style(line) == ROW else None
        if label is not None:
            rows.append((label, [line]))
        elif _style(line) == _MORE and rows:
            rows[-1][1].append(line)
        else:
            return
    table = _element(document, Name.Table, above)
    for label, cell in rows:
        cell[0].K = Array([child for child in cell[0].K if not _same(child, label)])
        row = _element(document, Name.TR, table)
        heading = _element(document, Name.TH, row, [label])
        heading.A = Dictionary(O=Name.Table, Scope=Name.Row)
        _element(document, Name.TD, row, cell)
    above.K = Array([*children[:begin], table, *children[end:]])


def _element(document: Pdf, kind: Name, above: Object, children: list[Object] | None = None) -> Object:
    """A new structure element, the last one under ``above`` unless that has a place for it already."""
    element = document.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=above, K=Array(children or [])))
    for child in children or ():
        child.P = element
    if above.S in {Name.Table, Name.TR}:
        above.K.append(element)
    return element


def _style(child: Object) -> str:
    return str(child.get(Name.S, "")) if isinstance(child, Dictionary) else ""


def _label(line: Object) -> Object | None:
    """The label of a line, when there is something else on it too."""
    children = line.get(Name.K)
    if not isinstance(children, Array):
        return None
    labels = [child for child in children if _style(child) == _LABEL]
    return labels[0] if len(labels) == 1 and len(children) > 1 else None


def _same(child: Object, element: Object) -> bool:
    return isinstance(child, Dictionary) and child.objgen == element.objgen
