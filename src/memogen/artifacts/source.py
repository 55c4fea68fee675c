"""The file that was read: text values that know where they stand. ``load`` makes it for ``validate``."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from memogen.diagnostics import FieldPath, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


class Span(NamedTuple):
    """Where a node stands in :attr:`CaseFile.text`: character offsets, the end not included."""

    start: int
    end: int


class TextNode(NamedTuple):
    r"""A scalar: the text as the author meant it, NFC, line breaks as ``\n``.

    ``literal`` is true for a literal block (``|``), where line *n* of the value is line *n* of the block.
    """

    value: str
    span: Span
    literal: bool = False


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """One key and its value; ``key`` is written as in the file."""

    key: str
    key_span: Span
    value: Node


class MappingNode(NamedTuple):
    """A mapping, by folded key (``memogen.model.nyckel.fold``), in the order of the file."""

    entries: Mapping[str, Entry]
    span: Span


Node: TypeAlias = TextNode | SequenceNode | MappingNode
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""A value tree without places: what pydantic takes. An empty scalar is None."""


class Silencer(NamedTuple):
    """A comment ``# memogen: tillåt ST04 – skäl``: silences that warning in the value it stands at.

    It stands at ``line`` and ``column`` and covers the lines ``first`` to ``last``, both included.
    """

    code: str
    line: int
    reason: str
    first: int = 0
    last: int = 0
    column: int = 1


@dataclass(frozen=True)
class CaseFile:
    """A file as text values that know where they stand."""

    path: Path
    text: str
    root: MappingNode
    silencers: tuple[Silencer, ...] = ()
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    # Where a quotation stands, in the value and in the file: a slip that is made a thousand times is looked for once.
    _standing: dict[tuple[Span, str], tuple[list[int], list[Span]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def plain(self, spelled: Collection[str] = ()) -> dict[str, Plain]:
        """The values as dict, list, str and None, with folded keys.

        The mappings at the top that are named in ``spelled`` keep their keys as the author wrote them.
        """
        value = _plain(self.root)
        assert isinstance(value, dict)  # noqa: S101 - the root is a mapping by its type
        for key in spelled:
            entry = self.root.entries.get(key)
            if entry is not None and isinstance(entry.value, MappingNode):
                value[key] = {inner.key: _plain(inner.value) for inner in entry.value.entries.values()}
        return value

    def node(self, path: FieldPath) -> tuple[Node, Entry | None]:
        """The node at ``path`` or its nearest ancestor, and the entry that holds it (None at the root).

        The model widens short forms: one value to a list of one, a text to ``{namn: …}`` or ``{text: …}``,
        a list of points to one block. Steps that only the long form has are passed over.
        """
        node: Node = self.root
        holder: Entry | None = None
        steps = list(path)
        while steps:
            step = steps.pop(0)
            if isinstance(node, MappingNode) and step in node.entries:
                holder = node.entries[str(step)]
                node = holder.value
            elif isinstance(node, SequenceNode) and isinstance(step, int):
                if steps[:1] == ["att"] and not self._has_block(node):
                    steps.pop(0)
                elif step < len(node.items):
                    node = node.items[step]
        return node, holder

    @staticmethod
    def _has_block(node: SequenceNode) -> bool:
        return any(isinstance(item, MappingNode) and "text" not in item.entries for item in node.items)

    def place(self, path: FieldPath, quote: str = "", offset: int = -1, *, at_key: bool = False) -> Place:
        """The place of a field, of its key, or of a quoted part of its text; without a path, of the text anywhere."""
        if quote and not path:
            at = self.text.find(quote)
            return self.span_place(Span(at, at + len(quote)) if at >= 0 else self.root.span)
        node, holder = self.node(path)
        if at_key and holder is not None:
            return self.span_place(holder.key_span)
        if quote and isinstance(node, TextNode):
            found = self._quoted(node, quote, offset)
            if found is not None:
                return self.span_place(found)
        if holder is not None and holder.value is node and self._starts_below(node):
            return self.span_place(holder.key_span)
        return self.span_place(node.span)

    def _starts_below(self, node: Node) -> bool:
        """Whether there is nothing to mark after the key: no value, or a block of text on the lines below."""
        return isinstance(node, TextNode) and (not node.value or self.text[node.span.start] in "|>")

    def span_place(self, span: Span) -> Place:
        """The place of a span; it is marked to the end of its first line at most."""
        line = self._line_of(span.start)
        start = self.line_starts[line]
        end = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else len(self.text)
        excerpt = self.text[start:end].rstrip("\r\n")
        width = max(1, min(span.end, start + len(excerpt)) - span.start)
        return Place(self.path, line + 1, span.start - start + 1, width, excerpt)

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def _quoted(self, node: TextNode, quote: str, offset: int) -> Span | None:
        """The span of ``quote``, which starts at ``offset`` in the value (-1: its first occurrence).

        In the file, a line break and an indent may stand where the value has a space.
        """
        asked = node.span, quote
        if asked not in self._standing:
            wanted = re.compile(r"\s+".join(map(re.escape, quote.split())))
            ends = [match.end() for match in wanted.finditer(node.value)]
            spans = [Span(*match.span()) for match in wanted.finditer(self.text, *node.span)]
            self._standing[asked] = ends, spans
        ends, spans = self._standing[asked]
        # As many as end before the offset in the value come before it in the file.
        ordinal = bisect_right(ends, max(0, offset))
        return spans[ordinal] if ordinal < len(spans) else None


def _plain(node: Node) -> Plain:
    if isinstance(node, TextNode):
        return node.value or None
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.items]
    return {key: _plain(entry.value) for key, entry in node.entries.items()}
