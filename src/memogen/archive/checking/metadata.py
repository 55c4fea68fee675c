"""The metadata: what the file says that it is, and whether its XMP can be read (ISO 19005-2, 6.6; ISO 14289-1, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.archive.checking import extensions, packet
from memogen.archive.checking.fault import Fault
from memogen.archive.checking.predefined import DC, EXTENSION, PDFAID, PDFUAID, PROPERTIES
from memogen.artifacts.act import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.archive.checking.document import Document, Value


@dataclass(frozen=True, slots=True)
class Claim:
    """What the metadata says that the file is; "" where it says nothing."""

    part: str = ""
    letter: str = ""
    ua: str = ""

    @property
    def level(self) -> Level | None:
        """The level of PDF/A that is claimed; None where there is none of that name."""
        return Level.parsed(self.part + self.letter, ua=bool(self.ua))


def claim(document: Document) -> Claim:
    """What the file says that it is."""
    properties = packet.properties(document.data(document.catalog.get("/Metadata"))) or ()
    said = {(held.namespace, held.name): held.text for held in properties}
    return Claim(said.get((PDFAID, "part"), ""), said.get((PDFAID, "conformance"), ""), said.get((PDFUAID, "part"), ""))


def metadata(document: Document, level: Level) -> Iterator[Fault]:
    """Faults of the metadata of the file, and of that of its parts."""
    main = document.catalog.get("/Metadata")
    kind = document.dictionary(main)
    if not document.is_stream(main) or (kind.get("/Type"), kind.get("/Subtype")) != ("/Metadata", "/XML"):
        yield Fault("6.6.2.1-1")
        yield Fault("7.1-8")
        return
    known = extensions.Extensions()
    yield from _packet(document, main, known)
    said = packet.properties(document.data(main)) or ()
    yield from _identification(said, level)
    if "/Lang" not in document.catalog and any(map(packet.has_default, said)):
        yield Fault("7.2-33")
    for value in document.objects.values():
        found = value.get("/Metadata") if isinstance(value, dict) else None
        if found is not None and found != main and document.is_stream(found):
            yield from _packet(document, found, extensions.Extensions(dict(known.properties), dict(known.types)))


def _packet(document: Document, found: Value, known: extensions.Extensions) -> Iterator[Fault]:
    data = document.data(found)
    header = packet.header(data)
    if b"bytes=" in header:
        yield Fault("6.6.2.1-2")
    if b"encoding=" in header:
        yield Fault("6.6.2.1-3")
    if data[:2] in {b"\xfe\xff", b"\xff\xfe"} or b"\0<" in data[:8] or b"<\0" in data[:8]:
        yield Fault("6.6.2.1-5")
    properties = packet.properties(data)
    if properties is None:
        yield Fault("6.6.2.1-4")
        return
    yield from extensions.read(properties, known)
    for held in properties:
        if held.namespace != EXTENSION:
            yield from _property(held, known)


def _property(held: packet.Property, known: extensions.Extensions) -> Iterator[Fault]:
    type_name = _type(held, known)
    if type_name is None:
        yield Fault("6.6.2.3.1-1", what=f"{held.prefix}:{held.name}")
    if type_name is None or not packet.is_of_type(held, type_name, known.types):
        yield Fault("6.6.2.3.1-2", what=f"{held.prefix}:{held.name}")


def _type(held: packet.Property, known: extensions.Extensions) -> str | None:
    predefined = PROPERTIES.get(held.namespace, {}).get(held.name)
    return predefined or known.properties.get(held.namespace, {}).get(held.name)


def _identification(properties: Sequence[packet.Property], level: Level) -> Iterator[Fault]:
    said = {(held.namespace, held.name): held for held in properties}
    part, conformance = said.get((PDFAID, "part")), said.get((PDFAID, "conformance"))
    if part is None and conformance is None:
        yield Fault("6.6.4-1")
    else:
        if part is None or part.text != str(level.part):
            yield Fault("6.6.4-2")
        if conformance is None or conformance.text not in _enough(level.letter):
            yield Fault("6.6.4-3")
    for clause, name in (("4", "part"), ("5", "conformance"), ("6", "amd"), ("7", "corr")):
        if (held := said.get((PDFAID, name))) and held.prefix != "pdfaid":
            yield Fault(f"6.6.4-{clause}")
    yield from _accessible(said)


def _enough(letter: str) -> str:
    return {"a": "A", "u": "AU", "b": "AUB"}[letter]


def _accessible(said: dict[tuple[str, str], packet.Property]) -> Iterator[Fault]:
    part = said.get((PDFUAID, "part"))
    if part is None:
        yield Fault("5-1")
    elif part.text != "1":
        yield Fault("5-2")
    for clause, name in (("3", "part"), ("4", "amd"), ("5", "corr")):
        if (held := said.get((PDFUAID, name))) and held.prefix != "pdfuaid":
            yield Fault(f"5-{clause}")
    title = said.get((DC, "title"))
    if title is None or not packet.is_of_type(title, "langalt", {}) or not any(packet.texts(title)):
        yield Fault("7.1-9")
