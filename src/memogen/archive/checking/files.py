"""Files inside the file, and layers (ISO 19005-2 and -3, 6.8 and 6.9; ISO 14289-1, 7.10 and 7.11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_MIME = re.compile(r"/[-\w+.]+/[-\w+.]+")


def files(document: Document, is_archival: Callable[[bytes], bool]) -> Iterator[Fault]:
    """Faults of embedded files. ``is_archival`` says whether one is PDF/A by itself."""
    associated = {
        str(found)
        for value in document.objects.values()
        if isinstance(value, dict) and "/AF" in value
        for found in _each(document, value["/AF"])
    }
    for reference, entries in _specifications(document):
        files_held = document.dictionary(entries.get("/EF"))
        if not files_held:
            continue
        name, long_name = document.text(entries.get("/F")), document.text(entries.get("/UF"))
        if name is None or long_name is None:
            yield Fault("6.8-2", what=long_name or name or "")
        if not name or not long_name:
            yield Fault("7.11-1", what=long_name or name or "")
        if "/AFRelationship" not in entries:
            yield Fault("6.8-3", what=long_name or name or "")
        if reference not in associated:
            yield Fault("6.8-4", what=long_name or name or "")
        yield from _embedded(document, files_held, long_name or name or "", is_archival)


def _specifications(document: Document) -> Iterator[tuple[str, Dictionary]]:
    for reference, value in document.objects.items():
        if isinstance(value, dict):
            if "/EF" in value or document.name(value.get("/Type")) == "/Filespec":
                yield reference, value
            for held in value.values():
                if isinstance(held, dict) and "/EF" in held:
                    yield "", held


def _each(document: Document, found: Value) -> list[Value]:
    value = document.value(found)
    return value if isinstance(value, list) else [found]


def _embedded(document: Document, held: Dictionary, name: str, is_archival: Callable[[bytes], bool]) -> Iterator[Fault]:
    for found in {str(found): found for found in held.values()}.values():
        entries = document.dictionary(found)
        if not _MIME.fullmatch(document.name(entries.get("/Subtype"))):
            yield Fault("6.8-1", what=name)
        if document.is_stream(found) and not is_archival(document.data(found)):
            yield Fault("6.8-5", what=name)


def layers(document: Document) -> Iterator[Fault]:
    """Faults of optional content."""
    properties = document.dictionary(document.catalog.get("/OCProperties"))
    if not properties:
        return
    configurations = [document.dictionary(properties.get("/D"))]
    configurations += map(document.dictionary, document.array(properties.get("/Configs")))
    names: set[str] = set()
    groups = {str(found) for found in document.array(properties.get("/OCGs"))}
    for entries in configurations:
        name = document.text(entries.get("/Name"))
        if not name:
            yield Fault("6.9-1")
        elif name in names:
            yield Fault("6.9-2")
        names.add(name or "")
        if "/Order" in entries and groups - set(_ordered(document, entries["/Order"])):
            yield Fault("6.9-3")
        if "/AS" in entries:
            yield Fault("6.9-4")


def _ordered(document: Document, found: Value) -> Iterator[str]:
    waiting: list[tuple[Value, int]] = [(found, 0)]
    while waiting:
        held, depth = waiting.pop()
        value = document.value(held)
        if isinstance(value, list) and depth < 50:  # noqa: PLR2004 - deeper is a loop
            waiting += [(inner, depth + 1) for inner in value]
        else:
            yield str(held)
