"""How elements stand in each other: parts of tables, lists and tables of contents (ISO 14289-1, 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.tree import Element, Tree

_HOLDERS = {
    "TR": ("7.2-4", {"Table", "THead", "TBody", "TFoot"}),
    "THead": ("7.2-5", {"Table"}),
    "TBody": ("7.2-6", {"Table"}),
    "TFoot": ("7.2-7", {"Table"}),
    "TH": ("7.2-8", {"TR"}),
    "TD": ("7.2-9", {"TR"}),
    "LI": ("7.2-17", {"L"}),
    "LBody": ("7.2-18", {"LI"}),
    "TOCI": ("7.2-26", {"TOC"}),
}
_HELD = {
    "Table": ("7.2-3", {"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": ("7.2-10", {"TH", "TD"}),
    "THead": ("7.2-36", {"TR"}),
    "TBody": ("7.2-37", {"TR"}),
    "TFoot": ("7.2-38", {"TR"}),
    "L": ("7.2-19", {"L", "LI", "Caption"}),
    "LI": ("7.2-20", {"Lbl", "LBody"}),
    "TOC": ("7.2-27", {"TOC", "TOCI", "Caption"}),
}
_CAPTION_FIRST = {"L": "7.2-40", "TOC": "7.2-28"}


def nesting(tree: Tree) -> Iterator[Fault]:
    """Faults of elements that stand where they may not, or hold what they may not."""
    for element in tree.elements:
        if element.kind in _HOLDERS:
            clause, holders = _HOLDERS[element.kind]
            if element.holder not in holders:
                yield Fault(clause, what=element.holder or "dokumentet")
        if element.kind in _HELD:
            yield from _held(element)


def _held(element: Element) -> Iterator[Fault]:
    clause, allowed = _HELD[element.kind]
    kinds = [kid.kind for kid in element.significant() if kid.kind]
    if wrong := [kind for kind in kinds if kind not in allowed]:
        yield Fault(clause, what=wrong[0])
    if element.kind in _CAPTION_FIRST and "Caption" in kinds[1:]:
        yield Fault(_CAPTION_FIRST[element.kind])
    if element.kind == "Table":
        yield from _table(kinds)


def _table(kinds: list[str]) -> Iterator[Fault]:
    if kinds.count("THead") > 1:
        yield Fault("7.2-11")
    if kinds.count("TFoot") > 1:
        yield Fault("7.2-12")
    if "TBody" not in kinds:
        if "TFoot" in kinds:
            yield Fault("7.2-13")
        if "THead" in kinds:
            yield Fault("7.2-14")
    if "Caption" in kinds[1:-1]:
        yield Fault("7.2-16")
    if kinds.count("Caption") > 1:
        yield Fault("7.2-39")
