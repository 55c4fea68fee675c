"""The words of a content stream (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    rb"[^\s\0()<>\[\]{}/%]+"  # a number or an operator
    rb"|/[^\s\0()<>\[\]{}/%]*+"
    # A line of text with its kerning is most of a page: it is one word, taken apart only where its strings are wanted.
    rb"|\[(?:[0-9.\s+-]++|<[0-9A-Fa-f]*+>|\((?:[^()\\]++|\\.)*+\))*+\]"
    rb"|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
    rb"|<<|>>|<[^<>]*+>|[\[\]]"
    rb"|%[^\r\n]*+",
    re.DOTALL,
)
_STRING = re.compile(rb"<[^<>]*+>|\((?:[^()\\]++|\\.)*+\)", re.DOTALL)
_INLINE = re.compile(rb"(?<![^\s\0])BI(?=[\s/])(.{0,4096}?)[\s>\]]ID[\s\0]", re.DOTALL)
_INLINE_END = re.compile(rb"[\s\0]EI(?![^\s\0])")
_OPERAND_STARTS = frozenset(b"0123456789+-./([<>]")
_CONSTANTS = frozenset({b"true", b"false", b"null"})
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def operations(data: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each operator with its operands. An inline image is the operator ``BI`` with its entries."""
    return _with_images(data) if b"BI" in data else _operations(data)


def _with_images(data: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    place = 0
    while match := _INLINE.search(data, place):
        yield from _operations(data[place : match.start()])
        yield b"BI", _TOKEN.findall(match[1])
        end = _INLINE_END.search(data, match.end() - 1)
        place = end.end() if end else len(data)
    yield from _operations(data[place:] if place else data)


def _operations(data: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    operands: list[bytes] = []
    for token in _TOKEN.findall(data):
        if token[0] in _OPERAND_STARTS or token in _CONSTANTS:
            operands.append(token)
        elif token[0] != 37:  # noqa: PLR2004 - a comment begins with %
            yield token, operands
            operands = []


def strings(operands: Sequence[bytes]) -> list[bytes]:
    """The strings among the operands, as they are written; those of an array too."""
    found: list[bytes] = []
    for token in operands:
        if token[:1] in {b"(", b"<"}:
            found.append(token)
        elif token[:1] == b"[":
            found += _STRING.findall(token)
    return found


def string(token: bytes) -> bytes:
    """The bytes of a string that is written in either way; empty for anything else."""
    if token[:1] == b"<" and token[:2] != b"<<":
        with suppress(ValueError):  # nearly every string is written well, and is read at once
            return bytes.fromhex(token[1:-1].decode("latin-1"))
        digits = bytes(filter(b"0123456789abcdefABCDEF".__contains__, token))
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    if token[:1] != b"(":
        return b""
    return _ESCAPE.sub(_unescaped, token[1:-1]) if b"\\" in token else token[1:-1]


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return b"" if match[2] else _ESCAPES.get(match[3], match[3])


@lru_cache(maxsize=256)
def name(token: bytes) -> str:
    """A name with its ``/`` as the objects of the file have it. A page says the same few names on every line."""
    if b"#" not in token:
        return token.decode("utf-8", "replace")
    written = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), token)
    return written.decode("utf-8", "replace")


def entry(operands: Sequence[bytes], key: bytes) -> bytes | None:
    """What a dictionary among operands holds under a key; None where it has none."""
    try:
        return operands[operands.index(key) + 1]
    except (ValueError, IndexError):
        return None
