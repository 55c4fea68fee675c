"""The comments ``# memogen: tillåt ST04 – skäl``, and the lines that each one covers."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from memogen.artifacts import MappingNode, Node, SequenceNode, Silencer, Span, TextNode
from memogen.load.faults import line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

# The sign comes first, so that the search can leap to it.
_COMMENT = re.compile(r"#(?<!\S#)\s*memogen\s*:\s*(?P<said>.*)$", re.MULTILINE | re.IGNORECASE)
_ALLOW = re.compile(r"till[åa]t\b(?P<codes>(?:[\s,]*[A-ZÅÄÖ]{2}\d{2}\b)*)\s*[–—:,.-]*\s*(?P<reason>.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-ZÅÄÖ]{2}\d{2}", re.IGNORECASE)


def silencers(text: str, root: MappingNode) -> tuple[Silencer, ...]:
    """Every silencing comment with the lines it covers; ``code`` is empty where none is named."""
    if "#" not in text:
        return ()
    texts = sorted((span.start, span.end) for span in _texts(root))
    comments = [found for found in _COMMENT.finditer(text) if not _is_text(texts, found.start())]
    if not comments:
        return ()
    starts = line_starts(text)
    extents = _extents(root, starts)
    made: list[Silencer] = []
    for found in comments:
        line = bisect_right(starts, found.start())
        own_line = not text[starts[line - 1] : found.start()].strip()
        first = _next_line(text, starts, line) if own_line else line
        last = extents.get(first, first)
        allow = _ALLOW.match(found["said"])
        codes = _CODE.findall(allow["codes"]) if allow else []
        reason = allow["reason"].strip() if allow else ""
        column = found.start() - starts[line - 1] + 1
        made.extend(Silencer(code.upper(), line, reason, first, last, column) for code in codes or [""])
    return tuple(made)


def _next_line(text: str, starts: tuple[int, ...], line: int) -> int:
    """The number of the next line that is neither blank nor a comment."""
    for index in range(line, len(starts)):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        said = text[starts[index] : end].strip()
        if said and not said.startswith("#"):
            return index + 1
    return line


def _is_text(texts: list[tuple[int, int]], offset: int) -> bool:
    """Whether the offset stands inside a text, where ``#`` is only a character."""
    before = bisect_right(texts, (offset, 0)) - 1
    return before >= 0 and texts[before][0] < offset < texts[before][1]


def _texts(node: Node) -> Iterator[Span]:
    if isinstance(node, TextNode):
        yield node.span
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _texts(item)
    else:
        for entry in node.entries.values():
            yield from _texts(entry.value)


def _extents(root: MappingNode, starts: tuple[int, ...]) -> dict[int, int]:
    """For every line where a value begins: the last line of the outermost value that begins there."""
    extents: dict[int, int] = {}
    for span in _values(root):
        first = bisect_right(starts, span.start)
        last = bisect_right(starts, max(span.start, span.end - 1))
        extents[first] = max(last, extents.get(first, 0))
    return extents


def _values(node: Node) -> Iterator[Span]:
    """The spans of entries and list items, their keys included."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield item.span
            yield from _values(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield Span(entry.key_span.start, max(entry.key_span.end, entry.value.span.end))
            yield from _values(entry.value)
