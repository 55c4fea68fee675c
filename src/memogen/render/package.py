"""A docx as a zip file, read within limits, and its XML parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.parsers import expat

from lxml import etree

from memogen.render.faults import Spot, TemplateFault, part_name
from memogen.render.members import CONTENT_TYPES, DOCUMENT, ROOT_RELATIONSHIPS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    _Forbidden: TypeAlias = Sequence[tuple[re.Pattern[str], str, str]]

MAX_FILE: Final = 20 * 2**20
MAX_TOTAL: Final = 50 * 2**20
MAX_MEMBERS: Final = 2000
MAX_RATIO: Final = 200
MAX_ELEMENTS: Final = 400_000
MAX_DEPTH: Final = 200
_RATIO_MATTERS: Final = 2**20
_CHUNK: Final = 2**16
_ENCRYPTED: Final = 0x1
_HYPERLINK: Final = "/hyperlink"
_TEMPLATE: Final = "attachedTemplate"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS: Final = (
    (re.compile(r".*vbaproject.*", re.IGNORECASE), "makron", "spara mallen som .docx i stället för .docm"),
)
_FORBIDDEN_NAMES: Final = (
    *_MACROS,
    (re.compile(r"word/(embeddings|activex)/.*", re.IGNORECASE), "inbäddade objekt", "ta bort objekten ur mallen"),
    (re.compile(r"word/(afchunk|subdoc).*", re.IGNORECASE), "inbäddade dokument", "ta bort dem ur mallen"),
)
_NEEDED: Final = frozenset({CONTENT_TYPES, ROOT_RELATIONSHIPS, DOCUMENT})
_DAMAGED: Final = "mallen är inte ett helt Word-dokument"
_SAVE_AGAIN: Final = "öppna mallen i Word och spara den på nytt som .docx"


def read(data: bytes, *, foreign: bool = False) -> dict[str, bytes]:
    """The members of a docx, by name, in the order of the file.

    A ``foreign`` file is no template: objects and documents inside it are none of memogen's business, nor is the
    template that it was written with.

    Raises:
        TemplateFault: MA01, when the file is damaged, is over a limit or holds what a template may not hold.
    """
    if len(data) > MAX_FILE:
        raise TemplateFault("MA01", f"mallen är större än {MAX_FILE // 2**20} MB", "ta bort eller förminska bilder")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _inflate(archive, _MACROS if foreign else _FORBIDDEN_NAMES)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise TemplateFault("MA01", _DAMAGED, _SAVE_AGAIN) from error
    if not members.keys() >= _NEEDED:
        raise TemplateFault("MA01", _DAMAGED, _SAVE_AGAIN)
    if b"macroEnabled" in members[CONTENT_TYPES]:
        raise TemplateFault("MA01", "mallen får inte innehålla makron", "spara mallen som .docx i stället för .docm")
    for name, content in members.items():
        if name.endswith((".xml", ".rels", ".vml")):
            _check_xml(name, content)
        if name.endswith(".rels"):
            _check_relationships(name, content, allowed=(_HYPERLINK, _TEMPLATE) if foreign else (_HYPERLINK,))
    return members


def survey(data: bytes) -> tuple[dict[str, bytes], list[TemplateFault]]:
    """The members of a docx that can be read, and every reason to refuse it; no members where it is no docx."""
    if len(data) > MAX_FILE:
        return {}, [TemplateFault("MA01", f"mallen är större än {MAX_FILE // 2**20} MB", "förminska bilderna")]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _inflate(archive, ())
    except TemplateFault as fault:
        return {}, [fault]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return {}, [TemplateFault("MA01", _DAMAGED, _SAVE_AGAIN)]
    if not members.keys() >= _NEEDED:
        return {}, [TemplateFault("MA01", _DAMAGED, _SAVE_AGAIN)]
    return members, [*_surveyed_names(members), *_surveyed_parts(members)]


def _surveyed_parts(members: dict[str, bytes]) -> list[TemplateFault]:
    """What is wrong with the XML of the parts; those that cannot be read are taken away."""
    faults = []
    for name in [name for name in members if name.endswith((".xml", ".rels", ".vml"))]:
        try:
            _check_xml(name, members[name])
            if name.endswith(".rels"):
                _check_relationships(name, members[name])
        except TemplateFault as fault:
            faults.append(fault.at(Spot(_owner(name))))
            if not name.endswith(".rels"):
                del members[name]
    return faults


def _surveyed_names(members: Mapping[str, bytes]) -> list[TemplateFault]:
    """What may not be in a template, once each."""
    faults = {
        what: TemplateFault("MA01", f"mallen får inte innehålla {what}", advice)
        for pattern, what, advice in _FORBIDDEN_NAMES
        if any(pattern.fullmatch(name) for name in members)
    }
    if b"macroEnabled" in members[CONTENT_TYPES] and "makron" not in faults:
        _, what, advice = _MACROS[0]
        faults[what] = TemplateFault("MA01", f"mallen får inte innehålla {what}", advice)
    return list(faults.values())


def _owner(name: str) -> str:
    """The part whose relationships a member holds; the member itself for others."""
    return name.replace("_rels/", "").removesuffix(".rels")


def parse(content: bytes) -> etree._Element:
    """The root of an XML part, without network, entities, comments or repair.

    Raises:
        TemplateFault: MA01, when it is damaged.
    """
    try:
        return etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        raise TemplateFault("MA01", _DAMAGED, _SAVE_AGAIN) from error


def serialised(root: etree._Element) -> bytes:
    """An XML part as bytes with its declaration."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )


def _inflate(archive: zipfile.ZipFile, forbidden: _Forbidden) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise TemplateFault("MA01", f"mallen har fler än {MAX_MEMBERS} delar", _SAVE_AGAIN)
    members: dict[str, bytes] = {}
    left = MAX_TOTAL
    for info in infos:
        _check_name(info, members, forbidden)
        if info.is_dir():
            continue
        content = _content(archive, info, left)
        left -= len(content)
        members[info.filename] = content
    return members


def _check_name(info: zipfile.ZipInfo, members: Mapping[str, bytes], forbidden: _Forbidden) -> None:
    name = info.filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or name in members:
        raise TemplateFault("MA01", "mallen har en del med ett otillåtet namn", _SAVE_AGAIN)
    if info.flag_bits & _ENCRYPTED:
        raise TemplateFault("MA01", "mallen är skyddad med lösenord", "ta bort lösenordet och spara mallen på nytt")
    for pattern, what, advice in forbidden:
        if pattern.fullmatch(name):
            raise TemplateFault("MA01", f"mallen får inte innehålla {what}", advice)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """The member inflated, but never more than ``left`` bytes: the size in the header is not trusted."""
    pieces = []
    size = 0
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > left:
                raise TemplateFault("MA01", f"mallen är större än {MAX_TOTAL // 2**20} MB uppackad", _SAVE_AGAIN)
            if size > _RATIO_MATTERS and size > MAX_RATIO * max(1, info.compress_size):
                raise TemplateFault("MA01", "mallen är packad på ett sätt som Word inte gör", _SAVE_AGAIN)
            pieces.append(piece)
    return b"".join(pieces)


def _check_xml(name: str, content: bytes) -> None:
    """Well-formed, without DOCTYPE (an entity cannot be declared, so none can grow), not too deep nor too much."""
    counted = _Counted(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = counted.doctype
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        raise TemplateFault("MA01", f"{part_name(name)} är skadad", _SAVE_AGAIN) from error


class _Counted:
    """Counts the elements of a part, and how deep they stand."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._elements = 0
        self._depth = 0

    def doctype(self, *_: object) -> None:
        message = f"{part_name(self._name)} har en DOCTYPE, som inte hör hemma i en mall"
        raise TemplateFault("MA01", message, _SAVE_AGAIN)

    def start(self, *_: object) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MAX_ELEMENTS or self._depth > MAX_DEPTH:
            raise TemplateFault("MA01", f"{part_name(self._name)} är för stor för en mall", _SAVE_AGAIN)

    def end(self, *_: object) -> None:
        self._depth -= 1


def _check_relationships(name: str, content: bytes, allowed: tuple[str, ...] = (_HYPERLINK,)) -> None:
    for relationship in parse(content).iter(_RELATIONSHIP):
        kind = relationship.get("Type", "")
        if relationship.get("TargetMode") == "External" and not kind.endswith(allowed):
            what = kind.rsplit("/", 1)[-1]
            advice = (
                "välj Normal som dokumentmall under Utvecklare, Dokumentmall"
                if what == _TEMPLATE
                else "bädda in bilden i mallen i stället för att länka till den"
            )
            message = f"mallen hämtar något utifrån ({what} i {name})"
            raise TemplateFault("MA01", message, advice)
