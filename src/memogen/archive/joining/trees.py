"""Name trees and number trees of PDF, read flat and written flat (ISO 32000-1, 7.9.6 and 7.9.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Object, String

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def numbers(tree: Object | None) -> Iterator[tuple[int, Any]]:
    """What a number tree says, key by key; what is no tree says nothing."""
    for key, value in _leaves(tree, Name.Nums):
        if isinstance(key, int):
            yield key, value


def names(tree: Object | None) -> Iterator[tuple[bytes, Any]]:
    """What a name tree says, key by key; what is no tree says nothing."""
    for key, value in _leaves(tree, Name.Names):
        if isinstance(key, String):
            yield bytes(key), value


def number_tree(values: Mapping[int, Any]) -> Dictionary:
    """A number tree of one node."""
    return Dictionary(Nums=Array([each for key in sorted(values) for each in (key, values[key])]))


def name_tree(values: Mapping[bytes, Any]) -> Dictionary:
    """A name tree of one node."""
    return Dictionary(Names=Array([each for key in sorted(values) for each in (String(key), values[key])]))


def _leaves(tree: Object | None, leaf: Name) -> Iterator[tuple[Any, Any]]:
    stack, seen = [tree], set()
    while stack:
        node = stack.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = node.get(leaf)
        if isinstance(pairs, Array):
            found = list(pairs)
            yield from zip(found[::2], found[1::2], strict=False)
        kids = node.get(Name.Kids)
        if isinstance(kids, Array):
            stack.extend(reversed(list(kids)))
