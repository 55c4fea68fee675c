"""Ways through the act: where its links lead, its bookmarks, and the numbers of its pages."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object, String

from memogen.archive.joining import geometry, trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from memogen.archive.joining.carrying import Carried


def destinations(parts: Sequence[Carried]) -> Dictionary | None:
    """The named destinations of all parts in one tree; each part's names get its number, and its links follow."""
    merged: dict[bytes, Object] = {}
    for carried in parts:
        new = {}
        for kind, name, place in _named(carried.catalog):
            new[kind, name] = f"d{carried.number}.{kind}.".encode() + name
            merged[new[kind, name]] = place
        if new:
            for holder in (*carried.annotations(), *_bookmarks(carried.catalog.get(Name.Outlines))):
                _redirect(holder, new)
    return trees.name_tree(merged) if merged else None


def outlines(act: pikepdf.Pdf, parts: Sequence[Carried]) -> Dictionary:
    """A bookmark for each part, closed, with the part's own bookmarks below."""
    root = act.make_indirect(Dictionary(Type=Name.Outlines, Count=len(parts)))
    entries = [act.make_indirect(_bookmark(carried, root)) for carried in parts]
    for entry, carried in zip(entries, parts, strict=True):
        own = carried.catalog.get(Name.Outlines)
        top = list(_top(own))
        if top:
            entry.First, entry.Last = top[0], top[-1]
            entry.Count = -len(top)
            for bookmark in top:
                bookmark.Parent = entry
    for before, after in itertools.pairwise(entries):
        before.Next, after.Prev = after, before
    root.First, root.Last = entries[0], entries[-1]
    return root


def page_labels() -> Dictionary:
    """Labels 1, 2, 3 … from the first page of the act to its last."""
    return trees.number_tree({0: Dictionary(S=Name.D)})


def _bookmark(carried: Carried, root: Dictionary) -> Dictionary:
    return Dictionary(Title=carried.title, Parent=root, Dest=geometry.destination(carried.pages[0]))


def _named(catalog: Object) -> Iterator[tuple[str, bytes, Object]]:
    """Names of destinations: as they were made up to PDF 1.1 (names) and since (strings)."""
    old = catalog.get(Name.Dests)
    for name, place in old.items() if isinstance(old, Dictionary) else ():
        yield "n", name[1:].encode(), place
    new = catalog.get(Name.Names)
    if isinstance(new, Dictionary):
        for key, place in trees.names(new.get(Name.Dests)):
            yield "s", key, place


def _redirect(holder: Dictionary, new: dict[tuple[str, bytes], bytes]) -> None:
    action = holder.get(Name.A)
    if isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
        _rename(action, Name.D, new)
    _rename(holder, Name.Dest, new)


def _rename(holder: Dictionary, key: Name, new: dict[tuple[str, bytes], bytes]) -> None:
    place = holder.get(key)
    if isinstance(place, Name):
        name = ("n", str(place)[1:].encode())
    elif isinstance(place, String):
        name = ("s", bytes(place))
    else:
        return
    if name in new:
        holder[key] = String(new[name])


def _top(outlines: Object | None) -> Iterator[Dictionary]:
    """The bookmarks of the highest level, in order."""
    bookmark = outlines.get(Name.First) if isinstance(outlines, Dictionary) else None
    seen: set[tuple[int, int]] = set()
    while isinstance(bookmark, Dictionary) and bookmark.objgen not in seen:
        seen.add(bookmark.objgen)
        yield bookmark
        bookmark = bookmark.get(Name.Next)


def _bookmarks(outlines: Object | None) -> Iterator[Dictionary]:
    """All bookmarks of all levels."""
    stack, seen = [outlines], set()
    while stack:
        for bookmark in _top(stack.pop()):
            if bookmark.objgen not in seen:
                seen.add(bookmark.objgen)
                yield bookmark
                stack.append(bookmark)
