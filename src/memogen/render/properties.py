"""The document's properties: what the memo says, and nothing about whoever made the template."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package
from memogen.render.inlines import legal
from memogen.render.members import APPLICATION, CONTENT_TYPES, CORE, ROOT_RELATIONSHIPS

if TYPE_CHECKING:
    from memogen.artifacts import Memo

LONGEST_TITLE: Final = 255
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNDATED: Final = "1980-01-01"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE_KIND: Final = f"{_RELATIONSHIPS}/metadata/core-properties"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_TEMPLATE_TYPE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE: Final = b"wordprocessingml.document.main+xml"
_APPLICATION_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_APPLICATION_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APPLICATION_XML: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>memogen</Application></Properties>"
)


def as_document(members: dict[str, bytes]) -> None:
    """Let the package of a Word template (.dotx) say that it is a document: Word opens no .docx that says otherwise."""
    members[CONTENT_TYPES] = members[CONTENT_TYPES].replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)


def announce(members: dict[str, bytes]) -> None:
    """Give a template parts for properties, where it has none."""
    for part, content_type, kind in (
        (CORE, _CORE_TYPE, _CORE_KIND),
        (APPLICATION, _APPLICATION_TYPE, _APPLICATION_KIND),
    ):
        if part not in members:
            _announce(members, part, content_type, kind)
    members[CORE] = b""
    members[APPLICATION] = _APPLICATION_XML


def forget(members: dict[str, bytes], gone: frozenset[str]) -> None:
    """Take away parts, and what points at them."""
    for name in [name for name in members if name in gone]:
        del members[name]
    types = package.parse(members[CONTENT_TYPES])
    for element in list(types):
        if element.get("PartName", "").lstrip("/") in gone:
            types.remove(element)
    members[CONTENT_TYPES] = package.serialised(types)
    for name in [name for name in members if name.endswith(".rels")]:
        _drop_relationships(members, name, gone)


def shortened(text: str, longest: int = LONGEST_TITLE) -> str:
    """``text`` on one line, cut after a whole word where it is longer than ``longest`` characters."""
    line = " ".join(legal(text).split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def core(memo: Memo) -> bytes:
    """The properties of the memo; the template's own, which may name people and machines, are not kept."""
    date = memo.fields.get("datum")
    day = date if isinstance(date, str) and _DATE.fullmatch(date) else _UNDATED
    author = memo.author or str(memo.fields.get("kommun") or "")
    values = (
        ("dc:title", memo.title),
        ("dc:subject", memo.subject),
        ("dc:creator", author),
        ("cp:keywords", memo.keywords),
        ("cp:lastModifiedBy", author),
    )
    texts = "".join(f"<{name}>{escape(shortened(value), quote=False)}</{name}>" for name, value in values if value)
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}<dc:language>{escape(memo.language, quote=False)}</dc:language>{stamps}</cp:coreProperties>"
    ).encode()


def _announce(members: dict[str, bytes], part: str, content_type: str, kind: str) -> None:
    """Tell the package of a part of properties."""
    types = package.parse(members[CONTENT_TYPES])
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
    members[CONTENT_TYPES] = package.serialised(types)
    roots = package.parse(members[ROOT_RELATIONSHIPS])
    identity = f"rMemogen{len(roots) + 1}"
    etree.SubElement(roots, f"{{{_RELATIONSHIPS}}}Relationship", Id=identity, Type=kind, Target=part)
    members[ROOT_RELATIONSHIPS] = package.serialised(roots)


def _drop_relationships(members: dict[str, bytes], name: str, gone: frozenset[str]) -> None:
    root = package.parse(members[name])
    folder = name.removesuffix(name.rsplit("/", 1)[-1]).removesuffix("_rels/")
    dropped = [element for element in root if _target(folder, element.get("Target", "")) in gone]
    for element in dropped:
        root.remove(element)
    if dropped:
        members[name] = package.serialised(root)


def _target(folder: str, target: str) -> str:
    """The member that a relationship of a part in ``folder`` points at."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = []
    for step in f"{folder}{target}".split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
