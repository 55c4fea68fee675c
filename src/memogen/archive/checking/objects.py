"""Every object of the file, whether or not it is used: streams and the limits of a reader (ISO 19005-2, 6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_FILTERS = frozenset(
    {
        "/ASCIIHexDecode",
        "/ASCII85Decode",
        "/FlateDecode",
        "/RunLengthDecode",
        "/CCITTFaxDecode",
        "/JBIG2Decode",
        "/DCTDecode",
        "/JPXDecode",
    }
)
_LARGEST_INTEGER = 2**31 - 1
_LARGEST_REAL, _SMALLEST_REAL = 3.403e38, 1.175e-38
_LONGEST_NAME, _LONGEST_STRING = 127, 32767
_MOST_INDIRECT = 8_388_607
_SMALLEST_PAGE, _LARGEST_PAGE = 3, 14400


def objects(document: Document) -> Iterator[Fault]:
    """Faults of single objects."""
    clauses: set[str] = set()
    for reference, value in document.objects.items():
        if document.has_extremes:
            _measure(value, clauses)
        if reference in document.streams:
            clauses.update(_stream(document, document.dictionary(reference)))
    if len(document.objects) > _MOST_INDIRECT:
        clauses.add("6.1.13-7")
    for clause in sorted(clauses):
        yield Fault(clause)
    yield from _pages(document)


def _measure(value: Value, clauses: set[str]) -> None:
    """Look at all numbers, names and strings inside a value."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        if isinstance(held, dict):
            waiting.extend(held.values())
            if any(_name_size(name) > _LONGEST_NAME for name in held):
                clauses.add("6.1.13-4")
        elif isinstance(held, list):
            waiting.extend(held)
        elif isinstance(held, str):
            if len(held) > _LONGEST_NAME:
                _measure_text(held, clauses)
        elif held and not isinstance(held, bool):
            _measure_number(held, clauses)


def _measure_text(held: str, clauses: set[str]) -> None:
    if held[0] in "/n":
        if _name_size(held) > _LONGEST_NAME:
            clauses.add("6.1.13-4")
    elif _string_size(held) > _LONGEST_STRING:
        clauses.add("6.1.13-3")


def _name_size(held: str) -> int:
    return len(held.removeprefix("n:")) - 1


def _string_size(held: str) -> int:
    if held[0] == "b":
        return len(held) // 2 - 1
    is_narrow = len(held) < _LONGEST_STRING // 2 or held.encode("latin-1", "replace").decode("latin-1") == held
    return len(held) - 2 if is_narrow else 2 * len(held) - 2


def _measure_number(held: float, clauses: set[str]) -> None:
    size = abs(held)
    if isinstance(held, int):
        if size > _LARGEST_INTEGER and held != -_LARGEST_INTEGER - 1:
            clauses.add("6.1.13-1")
    elif size > _LARGEST_REAL:
        clauses.add("6.1.13-2")
    elif 0 < size < _SMALLEST_REAL:
        clauses.add("6.1.13-5")


def _stream(document: Document, stream: Dictionary) -> Iterator[str]:
    if any(key in stream for key in ("/F", "/FFilter", "/FDecodeParms")):
        yield "6.1.7.1-3"
    found = document.value(stream.get("/Filter"))
    filters = found if isinstance(found, list) else [found] if found else []
    parameters = document.value(stream.get("/DecodeParms"))
    for place, name in enumerate(filters):
        written = document.name(name)
        held = parameters[place] if isinstance(parameters, list) and place < len(parameters) else parameters
        is_identity = document.name(document.dictionary(held).get("/Name")) == "/Identity"
        if written not in _FILTERS and not (written == "/Crypt" and is_identity):
            yield "6.1.7.2-1"


def _pages(document: Document) -> Iterator[Fault]:
    for page in document.pages:
        for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            box = [document.number(side) or 0 for side in document.array(page.entries.get(key))]
            if box and not _is_fit(box):
                yield Fault("6.1.13-11", page.number)
                break


def _is_fit(box: list[float]) -> bool:
    return all(_SMALLEST_PAGE <= abs(high - low) <= _LARGEST_PAGE for low, high in zip(box, box[2:4], strict=False))
