"""One packet of XMP: its XML, and whether a value is written as its type asks (ISO 16684-1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from memogen.archive.checking.predefined import RDF, XML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LARGEST = 8 * 2**20
_HEADER = re.compile(rb"<\?xpacket[^>]*?begin[^>]*\?>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SIMPLE = {
    "text": re.compile(r".*", re.DOTALL),
    "integer": re.compile(r"[+-]?\d+"),
    "boolean": re.compile(r"True|False"),
    "real": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "rational": re.compile(r"[+-]?\d+/[+-]?\d+"),
    "date": re.compile(
        r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])"
        r"(?:T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-][0-2]\d:[0-5]\d)?)?)?)?"
    ),
}
_LISTS = {"*": "Bag", "+": "Seq", "?": "Alt"}
_NO_VALUE = frozenset({f"{{{RDF}}}about", f"{{{XML}}}lang", f"{{{RDF}}}parseType"})


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its namespace and name, the prefix that it is written with, and its element or its bare text."""

    namespace: str
    name: str
    prefix: str | None
    element: etree._Element | None
    text: str


def header(data: bytes) -> bytes:
    """The opening of the packet; empty where there is none."""
    match = _HEADER.search(data[:4096])
    return match[0] if match else b""


def parsed(data: bytes) -> etree._Element | None:
    """The element rdf:RDF, which nobody changes; None where the packet is not well-formed or too large."""
    if len(data) > _LARGEST:
        return None
    if data[:2] in {b"\xfe\xff", b"\xff\xfe"}:
        data = _DECLARATION.sub("", data.decode("utf-16", "replace")).encode()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data.strip(b"\0 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.tag == f"{{{RDF}}}RDF" else root.find(f"{{{RDF}}}RDF")


@lru_cache(maxsize=2)
def properties(data: bytes) -> tuple[Property, ...] | None:
    """What the packet says, at its outermost level; None where it cannot be read."""
    rdf = parsed(data)
    return None if rdf is None else tuple(_properties(rdf))


def _properties(rdf: etree._Element) -> Iterator[Property]:
    for description in rdf.iterchildren(f"{{{RDF}}}Description"):
        prefixes = {uri: prefix for prefix, uri in description.nsmap.items()}
        for key, text in description.attrib.items():
            if key not in _NO_VALUE:
                name = etree.QName(str(key))
                yield Property(
                    name.namespace or "", name.localname, prefixes.get(name.namespace or ""), None, str(text)
                )
        for element in description.iterchildren(etree.Element):
            name = etree.QName(element)
            yield Property(name.namespace or "", name.localname, element.prefix, element, (element.text or "").strip())


def is_of_type(found: Property, type_name: str, own: Mapping[str, str]) -> bool:
    """Whether the value is written as its type asks. ``own`` are types that the packet defines by itself."""
    return _is_of_type(found.element, found.text, type_name, own)


def _is_of_type(element: etree._Element | None, text: str, type_name: str, own: Mapping[str, str]) -> bool:
    if type_name[:1] in _LISTS:
        return _is_list(element, _LISTS[type_name[0]], type_name[1:], own)
    if type_name == "langalt":
        return _is_language_choice(element)
    if type_name in {"struct", *own}:
        return element is not None and (len(element) > 0 or len(element.attrib) > 0)
    pattern = _SIMPLE.get(type_name)
    has_parts = element is not None and (len(element) > 0 or f"{{{RDF}}}parseType" in element.attrib)
    return pattern is None or (not has_parts and pattern.fullmatch(text) is not None)


def _is_list(element: etree._Element | None, kind: str, type_name: str, own: Mapping[str, str]) -> bool:
    if element is None or len(element) != 1 or element[0].tag != f"{{{RDF}}}{kind}":
        return False
    return all(_is_of_type(item, (item.text or "").strip(), type_name, own) for item in element[0])


def _is_language_choice(element: etree._Element | None) -> bool:
    if element is None or len(element) != 1 or element[0].tag != f"{{{RDF}}}Alt":
        return False
    return all(f"{{{XML}}}lang" in item.attrib and len(item) == 0 for item in element[0])


def texts(found: Property) -> list[str]:
    """The texts of a property, alone or in a list."""
    if found.element is None or len(found.element) == 0:
        return [found.text]
    return [(item.text or "").strip() for item in found.element[0]]


def has_default(found: Property) -> bool:
    """Whether the property has a text for those whose language it lacks (``x-default``)."""
    return found.element is not None and any(
        item.get(f"{{{XML}}}lang") == "x-default" for item in found.element.iter(f"{{{RDF}}}li")
    )
