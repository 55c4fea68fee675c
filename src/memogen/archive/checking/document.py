"""A PDF as plain data: every object is read once, so that the checks look things up and never parse."""

from __future__ import annotations

import json
import logging
import re
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias, cast

import pikepdf
from pikepdf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# What pikepdf has to say of a broken file is in English, and the checks say it themselves.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""A PDF object: names begin with ``/``, texts ``u:``, bytes (hexadecimal) ``b:``; references are ``5 0 R``."""
Dictionary: TypeAlias = dict[str, Value]

_EXTREMES = (
    re.compile(rb"\d(?<=[\s\[,-]\d)(?:\d{9}|[\d.]*+[eE]|\.0{20})"),  # from its digit: there are more blanks than digits
    re.compile(rb'"(?:[/n][^"]{126}|[^"]{32000})'),
)
"""Whether a number or a name may be beyond what readers have to manage. Seldom so, and quick to see."""
_LARGEST_FILE = 512 * 2**20
_MOST_OBJECTS = 2_000_000
_MOST_PAGES = 20_000
_LARGEST_STREAM = 64 * 2**20
_DEEPEST_PAGES = 50
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class UnreadableError(Exception):
    """The file is no PDF, a broken one, a locked one, or too large to be looked through. The text is Swedish."""


class Page:
    """One page; ``entries`` hold what it inherits too, and ``inherited`` names those."""

    def __init__(self, number: int, reference: str, entries: Dictionary, inherited: frozenset[str]) -> None:
        self.number = number
        self.reference = reference
        self.entries = entries
        self.inherited = inherited


class Document:
    """The objects of a PDF. What is missing or of another kind than asked for is empty, so that checks need no care."""

    def __init__(self, raw: bytes, pdf: pikepdf.Pdf) -> None:
        self.raw = raw
        self._pdf = pdf
        self.objects: dict[str, Value] = {}
        self.streams: set[str] = set()
        self.has_extremes = False
        self._read_objects()
        self.trailer = self.dictionary(json.loads(pdf.trailer.to_json(dereference=True, schema_version=2)))
        self.catalog = self.dictionary(self.trailer.get("/Root"))
        self.pages = tuple(self._pages())
        self._data: dict[str, bytes] = {}

    def _read_objects(self) -> None:
        with pikepdf.explicit_conversion():
            # An object that is null comes as None, which pikepdf's types do not tell.
            everything = cast("list[pikepdf.Object | None]", list(self._pdf.objects))
            found = [held for held in everything if held is not None]
            names = [f"{number} {generation} R" for number, generation in (held.objgen for held in found)]
            written = b",".join([held.to_json(dereference=True, schema_version=2) for held in found])
            self.has_extremes = any(extreme.search(written) for extreme in _EXTREMES)
            self.objects.update(zip(names, json.loads(b"[%b]" % written), strict=True))
            self.streams.update(
                name for name, held in zip(names, found, strict=True) if isinstance(held, pikepdf.Stream)
            )

    def value(self, found: Value) -> Value:
        """What a reference stands for; anything else stands for itself."""
        if isinstance(found, str) and is_reference(found):
            return self.objects.get(found)
        return found

    def dictionary(self, found: Value) -> Dictionary:
        """The dictionary, or that of a stream."""
        if type(found) is dict:
            return found
        value = self.objects.get(found) if isinstance(found, str) else None
        return value if isinstance(value, dict) else {}

    def array(self, found: Value) -> list[Value]:
        """The array."""
        value = self.value(found)
        return value if isinstance(value, list) else []

    def name(self, found: Value) -> str:
        """The name, with its ``/``."""
        value = self.value(found)
        return value if isinstance(value, str) and value[:1] == "/" else ""

    def text(self, found: Value) -> str | None:
        """The string as text; None where there is none."""
        value = self.value(found)
        if not isinstance(value, str) or value[:2] not in {"u:", "b:"}:
            return None
        return value[2:] if value[0] == "u" else bytes.fromhex(value[2:]).decode("latin-1")

    def number(self, found: Value) -> float | None:
        """The number, whole or not."""
        value = self.value(found)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def integer(self, found: Value) -> int | None:
        """The whole number."""
        value = self.value(found)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def is_stream(self, found: Value) -> bool:
        """Whether it refers to a stream."""
        return isinstance(found, str) and found in self.streams

    def data(self, found: Value) -> bytes:
        """The decoded bytes of a stream; empty where it cannot be decoded or is too large."""
        if not isinstance(found, str) or found not in self.streams:
            return b""
        if found not in self._data:
            number, generation, _ = found.split()
            stream = self._pdf.get_object(int(number), int(generation))
            try:
                self._data[found] = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
            except (pikepdf.PdfError, MemoryError):
                self._data[found] = b""
        return self._data[found]

    def raw_data(self, found: Value) -> bytes:
        """The bytes of a stream as they are in the file."""
        if not isinstance(found, str) or found not in self.streams:
            return b""
        number, generation, _ = found.split()
        stream = self._pdf.get_object(int(number), int(generation))
        return stream.read_raw_bytes() if isinstance(stream, pikepdf.Stream) else b""

    def _pages(self) -> Iterator[Page]:
        number = 0
        waiting: list[tuple[Value, Dictionary, int]] = [(self.catalog.get("/Pages"), {}, 0)]
        seen: set[str] = set()
        while waiting:
            found, above, depth = waiting.pop()
            node = self.dictionary(found)
            reference = found if isinstance(found, str) else ""
            if not node or reference in seen or depth > _DEEPEST_PAGES:
                continue
            seen.add(reference)
            given = {key: node[key] for key in _INHERITED if key in node}
            if "/Kids" in node:
                waiting += [(kid, above | given, depth + 1) for kid in reversed(self.array(node["/Kids"]))]
                continue
            number += 1
            if number > _MOST_PAGES:
                raise UnreadableError(f"filen har fler än {_MOST_PAGES} sidor")
            yield Page(number, reference, above | node, frozenset(above) - frozenset(given))


@contextmanager
def opened(raw: bytes) -> Iterator[Document]:
    """The PDF as data, for as long as it is looked at.

    Raises:
        UnreadableError: it is no PDF, or cannot be read.
    """
    if len(raw) > _LARGEST_FILE:
        raise UnreadableError("filen är för stor att kontrollera")
    limits = settings.get_qpdf_limits()
    settings.set_qpdf_limits(flate_max_memory=_LARGEST_STREAM, run_length_max_memory=_LARGEST_STREAM)
    try:
        with pikepdf.open(BytesIO(raw), suppress_warnings=True, inherit_page_attributes=False) as pdf:
            if len(pdf.objects) > _MOST_OBJECTS:
                raise UnreadableError("filen har för många delar för att kontrolleras")
            document = Document(raw, pdf)
            if not document.pages:
                raise UnreadableError("filen har inga sidor")
            yield document
    except pikepdf.PasswordError:
        raise UnreadableError("filen är låst med lösenord") from None
    except (pikepdf.PdfError, RecursionError, ValueError):
        raise UnreadableError("filen är trasig eller ingen PDF") from None
    finally:
        settings.set_qpdf_limits(
            flate_max_memory=int(limits["flate_max_memory"]),
            run_length_max_memory=int(limits["run_length_max_memory"]),
        )


def is_reference(found: str) -> bool:
    """Whether a value refers to an object of its own."""
    return found[-2:] == " R" and found[:1].isdigit()
