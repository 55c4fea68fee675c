"""Colours: under an output intent, or with a profile of their own (ISO 19005-2, 6.2.3 and 6.2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_HEADER_SIZE = 128
_OUTPUT_CLASSES, _OUTPUT_SPACES = frozenset({b"prtr", b"mntr"}), frozenset({b"RGB ", b"CMYK", b"GRAY"})
_INPUT_CLASSES, _INPUT_SPACES = _OUTPUT_CLASSES | {b"scnr", b"spac"}, _OUTPUT_SPACES | {b"Lab "}
_DEFAULTS = {"/DeviceGray": "/DefaultGray", "/DeviceRGB": "/DefaultRGB", "/DeviceCMYK": "/DefaultCMYK"}
_SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
_COUNTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}
_DEEPEST = 8
_MOST_COLORANTS = 32
_LAST_VERSION = 5


@dataclass(frozen=True, slots=True)
class _Profile:
    device: bytes
    space: bytes
    version: int
    is_counted: bool


def _profile(document: Document, found: Value) -> _Profile | None:
    data = document.data(found)
    if len(data) < _HEADER_SIZE:
        return None
    count = document.integer(document.dictionary(found).get("/N"))
    return _Profile(data[12:16], data[16:20], data[8], count == _COUNTS.get(data[16:20]))


def intents(document: Document) -> Iterator[Fault]:
    """Faults of the output intents."""
    profiles = []
    for held in map(document.dictionary, document.array(document.catalog.get("/OutputIntents"))):
        if document.name(held.get("/S")) == "/GTS_PDFX" and "/DestOutputProfileRef" in held:
            yield Fault("6.2.3-3")
        if (found := held.get("/DestOutputProfile")) is not None:
            profiles.append(found)
    for found in {str(found): found for found in profiles}.values():
        profile = _profile(document, found)
        if profile is None or not (
            profile.device in _OUTPUT_CLASSES
            and profile.space in _OUTPUT_SPACES
            and profile.version < _LAST_VERSION
            and profile.is_counted
        ):
            yield Fault("6.2.3-1")
    if len({str(found) for found in profiles}) > 1:
        yield Fault("6.2.3-2")


def output_space(document: Document) -> bytes | None:
    """The colour space of the output intent for PDF/A; None where there is none."""
    space = None
    for held in map(document.dictionary, document.array(document.catalog.get("/OutputIntents"))):
        profile = _profile(document, held.get("/DestOutputProfile"))
        if document.name(held.get("/S")) == "/GTS_PDFA1" and profile:
            space = profile.space
    return space


class Palette:
    """Looks colour spaces over, each once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.output = output_space(document)
        self._tints: dict[str, str] = {}
        self._seen: dict[tuple[str, int], tuple[str, ...]] = {}

    def faults(self, space: Value, resources: Dictionary) -> tuple[str, ...]:
        """The clauses that a colour space breaks where ``resources`` hold."""
        defaults = resources.get("/ColorSpace")
        key = (str(space), id(self._document.dictionary(defaults)) if defaults else 0)
        if key not in self._seen:
            self._seen[key] = tuple(dict.fromkeys(self._faults(space, resources, 0)))
        return self._seen[key]

    def _faults(self, space: Value, resources: Dictionary, depth: int) -> Iterator[str]:
        document = self._document
        held = document.value(space)
        if depth > _DEEPEST:
            return
        if isinstance(held, str):
            yield from self._named(_SHORT.get(held, held), resources, depth)
            return
        parts = document.array(held)
        kind = document.name(parts[0]) if parts else ""
        kind = _SHORT.get(kind, kind)
        if len(parts) == 1:
            yield from self._named(kind, resources, depth)
        elif kind == "/ICCBased":
            yield from self._icc(parts[1])
        elif kind in {"/Indexed", "/Pattern"}:
            yield from self._faults(parts[1], resources, depth + 1)
        elif kind in {"/Separation", "/DeviceN"}:
            yield from self._inks(kind, parts, resources, depth)

    def _named(self, name: str, resources: Dictionary, depth: int) -> Iterator[str]:
        spaces = self._document.dictionary(resources.get("/ColorSpace"))
        default = spaces.get(_DEFAULTS.get(name, ""))
        if default is not None:
            if self._document.value(default) != name:
                yield from self._faults(default, {}, depth + 1)
        elif name == "/DeviceGray" and self.output is None:
            yield "6.2.4.3-4"
        elif name == "/DeviceRGB" and self.output != b"RGB ":
            yield "6.2.4.3-2"
        elif name == "/DeviceCMYK" and self.output != b"CMYK":
            yield "6.2.4.3-3"
        elif name in spaces and name not in _DEFAULTS:
            yield from self._faults(spaces[name], resources, depth + 1)

    def _icc(self, found: Value) -> Iterator[str]:
        profile = _profile(self._document, found)
        if profile is None or not (
            profile.device in _INPUT_CLASSES
            and profile.space in _INPUT_SPACES
            and profile.version < _LAST_VERSION
            and profile.is_counted
        ):
            yield "6.2.4.2-1"

    def _inks(self, kind: str, parts: list[Value], resources: Dictionary, depth: int) -> Iterator[str]:
        document = self._document
        if len(parts) < 4:  # noqa: PLR2004 - name, colorants, alternate and tint
            return
        if kind == "/Separation":
            name, meaning = document.name(parts[1]), f"{document.value(parts[2])} {document.value(parts[3])}"
            if self._tints.setdefault(name, meaning) != meaning:
                yield "6.2.4.4-2"
        else:
            yield from self._several(parts, resources, depth)
        yield from self._faults(parts[2], resources, depth + 1)

    def _several(self, parts: list[Value], resources: Dictionary, depth: int) -> Iterator[str]:
        document = self._document
        names = [document.name(name) for name in document.array(parts[1])]
        attributes = document.dictionary(parts[4]) if len(parts) > 4 else {}  # noqa: PLR2004 - the fifth is optional
        described = document.dictionary(attributes.get("/Colorants"))
        process = document.array(document.dictionary(attributes.get("/Process")).get("/Components"))
        known = {*described, *map(document.name, process), "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"}
        if len(names) > _MOST_COLORANTS:
            yield "6.1.13-9"
        if not known.issuperset(names):
            yield "6.2.4.4-1"
        for space in described.values():
            yield from self._faults(space, resources, depth + 1)
