"""The bytes of the file: header, trailer, how objects and streams are written (ISO 19005-2, 6.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Document

_HEADER = re.compile(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)")
_BINARY = re.compile(rb"%[\x80-\xff]{4}")
_XREF = re.compile(rb"[\r\n]xref(?=[\s\d])")
_WELL_WRITTEN_XREF = re.compile(rb"[\r\n]xref(?:\r\n|\r|\n)\d+ \d+ ?(?:\r\n|\r|\n)")
_OBJECT = re.compile(rb"(?<!\d)(\d+)(\s+)(\d+)(\s+)obj(?![a-z])")
_STREAM = re.compile(rb"stream(\r\n|\n|\r|)")
_LENGTH = re.compile(rb"/Length\s+(\d+)(\s+\d+\s+R)?")
_END = re.compile(rb"(\r\n|\n|\r|)endstream")
_STRINGS = re.compile(rb"\((?:\\.|[^()\\])*\)|<<|<([^>]*)>", re.DOTALL)
_NOT_HEXADECIMAL = re.compile(rb"[^0-9A-Fa-f\s]")
_EOL = b"\r\n"
_SPACES = b" \t\r\n\f\0"
_PRINTABLE = 512
"""The permission that lets a screen reader read a protected file (ISO 32000-1, table 22, bit 10)."""


def syntax(document: Document) -> Iterator[Fault]:
    """Faults of the file's bytes."""
    yield from _header(document.raw)
    yield from _trailer(document)
    yield from _xref(document.raw)
    yield from _written_objects(document)


def _header(raw: bytes) -> Iterator[Fault]:
    match = _HEADER.match(raw)
    if match is None:
        yield Fault("6.1.2-1")
        if not re.search(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)", raw[:2048]):
            yield Fault("6.1-1")
    lines = raw[:2048].splitlines()
    if len(lines) < 2 or not _BINARY.match(lines[1]):  # noqa: PLR2004 - the second line is the one that is asked for
        yield Fault("6.1.2-2")


def _trailer(document: Document) -> Iterator[Fault]:
    if not document.array(document.trailer.get("/ID")):
        yield Fault("6.1.3-1")
    if "/Encrypt" in document.trailer:
        yield Fault("6.1.3-2")
        if not (document.integer(document.dictionary(document.trailer["/Encrypt"]).get("/P")) or 0) & _PRINTABLE:
            yield Fault("7.16-1")
    end = document.raw.rfind(b"%%EOF")
    if end >= 0 and document.raw[end + 5 :] not in {b"", b"\n", b"\r", b"\r\n"}:
        yield Fault("6.1.3-3")


def _xref(raw: bytes) -> Iterator[Fault]:
    # Looked for as plain bytes first: a pattern that begins with any of two signs stops at each of them.
    place = raw.find(b"xref")
    while place >= 0:
        if place and _XREF.match(raw, place - 1) and not _WELL_WRITTEN_XREF.match(raw, place - 1):
            yield Fault("6.1.4-2")
            return
        place = raw.find(b"xref", place + 1)


def _written_objects(document: Document) -> Iterator[Fault]:
    """Step from object to object; what is inside a stream is stepped over."""
    raw = document.raw
    clauses: set[str] = set()
    place = 0
    while match := _OBJECT.search(raw, place):
        end = raw.find(b"endobj", match.end())
        if end < 0:
            break
        clauses.update(_spacing(raw, match))
        end, faults = _inside(document, match.end(), end)
        clauses.update(faults)
        if end < 0:
            break
        if raw[end - 1] not in _EOL or raw[end + 6 : end + 7] not in {b"\r", b"\n"}:
            clauses.add("6.1.9-1")
        place = end + 6
    for held in document.streams:
        if document.name(document.dictionary(held).get("/Type")) == "/ObjStm":
            clauses.update(_strings(document.data(held)))
    for clause in sorted(clauses):
        yield Fault(clause)


def _inside(document: Document, begin: int, end: int) -> tuple[int, list[str]]:
    """Where the object that begins there ends, and what is wrong inside it; -1: nowhere."""
    raw = document.raw
    start = _STREAM.search(raw, begin, end)
    if start is None or raw[begin : start.start()].rstrip(_SPACES)[-2:] != b">>":
        return end, list(_strings(raw[begin:end]))
    after, faults = _stream(document, raw, begin, start)
    return raw.find(b"endobj", after), [*faults, *_strings(raw[begin : start.start()])]


def _spacing(raw: bytes, match: re.Match[bytes]) -> Iterator[str]:
    before = raw[match.start() - 1 : match.start()]
    if before not in {b"\r", b"\n"} or len(match[2]) != 1 or len(match[4]) != 1 or raw[match.end()] not in _EOL:
        yield "6.1.9-1"


def _stream(document: Document, raw: bytes, begin: int, start: re.Match[bytes]) -> tuple[int, list[str]]:
    """Where the stream ends, and what is wrong with how it is written."""
    faults = [] if start[1] in {b"\r\n", b"\n"} else ["6.1.7.1-2"]
    length = _LENGTH.search(raw, begin, start.start())
    if length is None:
        size = -1
    elif length[2]:
        size = document.integer(f"{int(length[1])} {int(length[2].split()[0])} R") or 0
    else:
        size = int(length[1])
    end = _END.match(raw, start.end() + size) if size >= 0 else None
    if end is None:
        found = _END.search(raw, start.end())
        return (found.end() if found else len(raw)), [*faults, "6.1.7.1-1"]
    if not end[1]:
        faults.append("6.1.7.1-2" if size == 0 or raw[end.start() - 1] not in _EOL else "6.1.7.1-1")
    return end.end(), faults


def _strings(written: bytes) -> Iterator[str]:
    if b"<" not in written.replace(b"<<", b""):
        return
    for match in _STRINGS.finditer(written):
        if match[1] is None:
            continue
        if _NOT_HEXADECIMAL.search(match[1]):
            yield "6.1.6-2"
        elif len(re.sub(rb"\s", b"", match[1])) % 2:
            yield "6.1.6-1"
