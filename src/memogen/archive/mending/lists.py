"""Lists in lists: LibreOffice 7.4 tags each level of a list as a list of its own beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Object


class _Open(NamedTuple):
    """A list that the next one may go on or stand in."""

    element: Object
    indent: float
    style: Object | None


def nest_lists(above: Object) -> None:
    """Lists that follow each other under an element become one, the deeper ones in the items they belong to.

    How deep a list is shows in how far in its paragraphs stand. Nothing changes its place in the reading order.
    """
    kept: list[Object] = []
    open_lists: list[_Open] = []
    for child in above.K:
        if not isinstance(child, Dictionary) or child.get(Name.S) != Name.L:
            open_lists.clear()
            kept.append(child)
            continue
        found = _Open(child, *_look(child))
        while open_lists and open_lists[-1].indent > found.indent:
            open_lists.pop()
        if open_lists and open_lists[-1][1:] == found[1:]:
            _move(_children(child), open_lists[-1].element)
            continue
        if open_lists and open_lists[-1].indent == found.indent:
            open_lists.pop()
        body = _last_body(open_lists[-1].element) if open_lists else None
        if body is None:
            kept.append(child)
        else:
            _move((child,), body)
        open_lists.append(found)
    above.K = Array(kept)


def _look(listing: Object) -> tuple[float, Object | None]:
    """How far in the list stands (in LibreOffice's own unit), and the style of its paragraphs."""
    body = _last_body(listing)
    paragraph = _children(body)[0] if body is not None else None
    if not isinstance(paragraph, Dictionary):
        return 0, None
    attributes = paragraph.get(Name.A)
    indent = attributes.get(Name.StartIndent, 0) if isinstance(attributes, Dictionary) else 0
    return round(float(indent), 2), paragraph.get(Name.S)


def _last_body(listing: Object) -> Object | None:
    """The body of the last item; None where the list is tagged in another way."""
    element = listing
    for kind in (Name.LI, Name.LBody):
        children = _children(element)
        if not children or not isinstance(children[-1], Dictionary) or children[-1].get(Name.S) != kind:
            return None
        element = children[-1]
    return element if _children(element) else None


def _children(element: Object) -> list[Object]:
    children = element.get(Name.K)
    if children is None:
        return []
    return list(children) if isinstance(children, Array) else [children]


def _move(children: Iterable[Object], element: Object) -> None:
    moved = list(children)
    for child in moved:
        child.P = element
    element.K = Array([*_children(element), *moved])
