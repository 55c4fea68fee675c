"""Lists in lists: LibreOffice 7.4 tags each level of a list as a list of its own beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Object


_CONTINUED: Final = "/List Continue"
"""Word's style of a further paragraph in an item, as LibreOffice calls its tag."""


class _Open(NamedTuple):
    """A list that the next one may go on or stand in."""

    element: Object
    indent: float
    style: Object | None


def nest_lists(above: Object) -> None:
    """Lists that follow each other under an element become one, the deeper ones in the items they belong to.

    So do the further paragraphs of an item. How deep a list is shows in how far in its paragraphs stand. Nothing
    changes its place in the reading order.
    """
    kept: list[Object] = []
    waiting: list[_Open] = []
    for child in above.K:
        kind = child.get(Name.S) if isinstance(child, Dictionary) else None
        if kind == Name.L:
            place = _place_of_list(child, waiting)
        elif kind == _CONTINUED:
            place = _place_of_paragraph(child, waiting)
        else:
            place = None
        if kind != Name.L and place is None:
            waiting.clear()
        if place is None:
            kept.append(child)
        elif place.S == Name.L:
            _move(_children(child), place)
        else:
            _move((child,), place)
    above.K = Array(kept)


def _place_of_list(listing: Object, waiting: list[_Open]) -> Object | None:
    """The list that this one goes on, or the item's body that it stands in; None where it stands by itself."""
    found = _Open(listing, *_look(listing))
    while waiting and waiting[-1].indent > found.indent:
        waiting.pop()
    if waiting and waiting[-1][1:] == found[1:]:
        return waiting[-1].element
    if waiting and waiting[-1].indent == found.indent:
        waiting.pop()
    body = _last_body(waiting[-1].element) if waiting else None
    waiting.append(found)
    return body


def _place_of_paragraph(paragraph: Object, waiting: list[_Open]) -> Object | None:
    """The body of the item that this paragraph belongs to."""
    while waiting and waiting[-1].indent >= _indent(paragraph):
        waiting.pop()
    return _last_body(waiting[-1].element) if waiting else None


def _look(listing: Object) -> tuple[float, Object | None]:
    """How far in the list stands (in LibreOffice's own unit), and the style of its paragraphs."""
    body = _last_body(listing)
    paragraph = _children(body)[0] if body is not None else None
    if not isinstance(paragraph, Dictionary):
        return 0, None
    return _indent(paragraph), paragraph.get(Name.S)


def _indent(paragraph: Object) -> float:
    attributes = paragraph.get(Name.A)
    indent = attributes.get(Name.StartIndent, 0) if isinstance(attributes, Dictionary) else 0
    return round(float(indent), 2)


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
