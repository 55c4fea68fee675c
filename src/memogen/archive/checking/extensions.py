"""Extension schemas: how XMP says what its own properties mean (ISO 19005-2, 6.6.2.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from memogen.archive.checking.fault import Fault
from memogen.archive.checking.predefined import EXTENSION, FIELD, PROPERTY, RDF, SCHEMA, TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.archive.checking.packet import Property

_SIMPLE = {
    "text": "text", "integer": "integer", "boolean": "boolean", "real": "real", "date": "date", "uri": "text",
    "url": "text", "mimetype": "text", "propername": "text", "agentname": "text", "rational": "rational",
    "locale": "text", "gpscoordinate": "text", "renditionclass": "text", "xpath": "text", "lang alt": "langalt",
    "dimensions": "struct", "thumbnail": "struct", "resourceevent": "struct", "resourceref": "struct",
    "version": "struct", "job": "struct", "flash": "struct", "oecf/sfr": "struct", "cfapattern": "struct",
    "devicesettings": "struct", "colorant": "struct", "font": "struct", "any": "any",
}  # fmt: skip
_LIST = re.compile(r"(?P<kind>bag|seq|alt)\s+(?P<of>.+)")
_KINDS = {"bag": "*", "seq": "+", "alt": "?"}
_CHOICE = re.compile(r"^(?:open|closed)?\s*choice(?:\s+of)?\s*")
_PREFIXES = {SCHEMA: "pdfaSchema", PROPERTY: "pdfaProperty", TYPE: "pdfaType", FIELD: "pdfaField"}


@dataclass(slots=True)
class Extensions:
    """The properties that packets define: types by namespace and name. ``types`` are their own types."""

    properties: dict[str, dict[str, str]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def meaning(self, written: str) -> str | None:
        """The type that a text names; None where there is none of that name."""
        name = _CHOICE.sub("", " ".join(written.split()).lower()) or "text"
        if match := _LIST.fullmatch(name):
            if match["kind"] == "alt" and match["of"] == "lang":
                return "langalt"
            inner = self.meaning(match["of"])
            return None if inner is None else _KINDS[match["kind"]] + inner
        return _SIMPLE.get(name) or ("struct" if written.strip().lower() in self.types else None)


def read(found: Sequence[Property], extensions: Extensions) -> list[Fault]:
    """Learn what the packet defines; the faults of how it does so."""
    faults: list[Fault] = []
    for held in found:
        if held.namespace == EXTENSION and held.name == "schemas":
            bag = held.element[0] if held.element is not None and len(held.element) == 1 else None
            if bag is None or bag.tag != f"{{{RDF}}}Bag" or held.prefix != "pdfaExtension":
                faults.append(Fault("6.6.2.3.3-1"))
            for item in bag if bag is not None else ():
                faults.extend(_schema(_Parts(item), extensions))
    return faults


class _Parts:
    """The fields of a structure, as elements or as attributes."""

    def __init__(self, item: etree._Element) -> None:
        inner = item.find(f"{{{RDF}}}Description")
        holder = item if inner is None else inner
        self._attributes = {str(key): str(text) for key, text in holder.attrib.items()}
        self._children: dict[str, etree._Element] = {}
        for child in holder.iterchildren(etree.Element):
            self._children.setdefault(str(child.tag), child)

    def unknown(self, namespace: str, known: set[str]) -> bool:
        own = {f"{{{namespace}}}{name}" for name in known}
        return not own.issuperset(self._children) or any(
            not key.startswith(f"{{{RDF}}}") for key in self._attributes.keys() - own
        )

    def text(self, namespace: str, name: str) -> str | None:
        attribute = self._attributes.get(f"{{{namespace}}}{name}")
        if attribute is not None:
            return attribute
        child = self._children.get(f"{{{namespace}}}{name}")
        return None if child is None or len(child) else (child.text or "").strip()

    def prefix_is(self, namespace: str, name: str) -> bool:
        child = self._children.get(f"{{{namespace}}}{name}")
        return child is None or child.prefix == _PREFIXES[namespace]

    def items(self, namespace: str, name: str) -> list[etree._Element] | None:
        """The items of a Seq; None where it is something else, [] where it is not there."""
        child = self._children.get(f"{{{namespace}}}{name}")
        if child is None:
            return []
        if len(child) != 1 or child[0].tag != f"{{{RDF}}}Seq" or child.prefix != _PREFIXES[namespace]:
            return None
        return list(child[0])

    def lacks(self, namespace: str, name: str) -> bool:
        return self.text(namespace, name) is None or not self.prefix_is(namespace, name)


def _schema(schema: _Parts, extensions: Extensions) -> Iterator[Fault]:
    if schema.unknown(SCHEMA, {"schema", "namespaceURI", "prefix", "property", "valueType"}):
        yield Fault("6.6.2.3.2-1")
    for clause, name in (("2", "schema"), ("3", "namespaceURI"), ("4", "prefix")):
        if schema.lacks(SCHEMA, name):
            yield Fault(f"6.6.2.3.3-{clause}")
    types = schema.items(SCHEMA, "valueType")
    if types is None:
        yield Fault("6.6.2.3.3-6")
    parts = [_Parts(item) for item in types or ()]
    extensions.types.update({(part.text(TYPE, "type") or "").lower(): "struct" for part in parts})
    for part in parts:
        yield from _type(part, extensions)
    described = schema.items(SCHEMA, "property")
    if described is None:
        yield Fault("6.6.2.3.3-5")
    known = extensions.properties.setdefault(schema.text(SCHEMA, "namespaceURI") or "", {})
    for item in described or ():
        yield from _property(_Parts(item), known, extensions)


def _property(part: _Parts, known: dict[str, str], extensions: Extensions) -> Iterator[Fault]:
    if part.unknown(PROPERTY, {"name", "valueType", "category", "description"}):
        yield Fault("6.6.2.3.2-1")
    meaning = extensions.meaning(part.text(PROPERTY, "valueType") or "")
    if part.lacks(PROPERTY, "name"):
        yield Fault("6.6.2.3.3-7")
    if part.lacks(PROPERTY, "valueType") or meaning is None:
        yield Fault("6.6.2.3.3-8")
    if part.lacks(PROPERTY, "category") or part.text(PROPERTY, "category") not in {"external", "internal"}:
        yield Fault("6.6.2.3.3-9")
    if part.lacks(PROPERTY, "description"):
        yield Fault("6.6.2.3.3-10")
    known[part.text(PROPERTY, "name") or ""] = meaning or "any"


def _type(part: _Parts, extensions: Extensions) -> Iterator[Fault]:
    if part.unknown(TYPE, {"type", "namespaceURI", "prefix", "description", "field"}):
        yield Fault("6.6.2.3.2-1")
    for clause, name in (("11", "type"), ("12", "namespaceURI"), ("13", "prefix"), ("14", "description")):
        if part.lacks(TYPE, name):
            yield Fault(f"6.6.2.3.3-{clause}")
    fields = part.items(TYPE, "field")
    if fields is None:
        yield Fault("6.6.2.3.3-15")
    for inner in map(_Parts, fields or ()):
        yield from _field(inner, extensions)


def _field(part: _Parts, extensions: Extensions) -> Iterator[Fault]:
    if part.unknown(FIELD, {"name", "valueType", "description"}):
        yield Fault("6.6.2.3.2-1")
    if part.lacks(FIELD, "name"):
        yield Fault("6.6.2.3.3-16")
    if part.lacks(FIELD, "valueType") or extensions.meaning(part.text(FIELD, "valueType") or "") is None:
        yield Fault("6.6.2.3.3-17")
    if part.lacks(FIELD, "description"):
        yield Fault("6.6.2.3.3-18")
