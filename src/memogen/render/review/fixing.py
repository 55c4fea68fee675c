"""What is wrong with a template and has one answer, mended; its words are never touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package
from memogen.render import properties as package_properties
from memogen.render.members import CORE, NUMBERING, STYLES
from memogen.render.review.accessibility import is_symbol
from memogen.render.review.objects import mendable
from memogen.render.review.outline import TABLE, readable, value_of
from memogen.render.review.writing import announce, written
from memogen.render.styles import W

if TYPE_CHECKING:
    from memogen.render.review.outline import Outline

_W: Final = f"{{{W}}}"
_SWEDISH: Final = "sv-SE"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_KIND: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_REPEATED: Final = frozenset({"word/stylesWithEffects.xml"})
_BULLETS: Final = ("•", "–", "▪")


def mended(data: bytes, title: str) -> tuple[bytes, tuple[str, ...]]:
    """The template mended, and what was done, a line each; nothing is done where nothing has one answer.

    The language, the title (``title``, where there is none), header rows of tables that begin with plain words, and
    the bullets of lists.
    """
    members, refused = package.survey(data)
    outline = readable(members) if not refused else None
    if outline is None:
        return data, ()
    done = [*_language(members), *_title(members, title), *_headers(members, outline), *_bullets(members)]
    return (written(members), tuple(done)) if done else (data, ())


def _language(members: dict[str, bytes]) -> list[str]:
    if STYLES not in members:
        return []
    root = package.parse(members[STYLES])
    before = value_of(root, "docDefaults/rPrDefault/rPr/lang")
    if before.lower() in {"sv", "sv-se"}:
        return []
    properties = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        found = properties.find(f"{_W}{name}")
        if found is None:
            found = etree.Element(f"{_W}{name}")
            properties.insert(0, found)
        properties = found
    language = properties.find(f"{_W}lang")
    if language is None:
        language = etree.SubElement(properties, f"{_W}lang")
    language.set(f"{_W}val", _SWEDISH)
    members[STYLES] = package.serialised(root)
    # Word 2010 keeps its styles once more, and does not take well that the two differ.
    package_properties.forget(members, _REPEATED)
    return [f"språket är nu svenska (sv-SE), det var {before or 'inte sagt'}"]


def _title(members: dict[str, bytes], title: str) -> list[str]:
    root = package.parse(members[CORE]) if CORE in members else etree.Element(f"{{{_CORE}}}coreProperties")
    found = root.find(_TITLE)
    if found is not None and (found.text or "").strip():
        return []
    if found is None:
        found = etree.SubElement(root, _TITLE)
    found.text = title[:1].upper() + title[1:]
    if CORE not in members:
        announce(members, "", CORE, _CORE_TYPE, _CORE_KIND)
    members[CORE] = package.serialised(root)
    return [f'titeln är nu "{found.text}"']


def _headers(members: dict[str, bytes], outline: Outline) -> list[str]:
    done = []
    for part in outline.parts.values():
        rows = [row for table in part.root.iter(TABLE) if (row := mendable(table, outline)) is not None]
        for row in rows:
            properties = row.find(f"{_W}trPr")
            if properties is None:
                properties = etree.Element(f"{_W}trPr")
                exceptions = row.find(f"{_W}tblPrEx")
                row.insert(0, properties) if exceptions is None else exceptions.addnext(properties)
            etree.SubElement(properties, f"{_W}tblHeader")
        if rows:
            members[part.member] = package.serialised(part.root)
            many = "en tabell" if len(rows) == 1 else f"{len(rows)} tabeller"
            done.append(f"första raden är nu rubrikrad i {many} ({part.name})")
    return done


def _bullets(members: dict[str, bytes]) -> list[str]:
    if NUMBERING not in members:
        return []
    root = package.parse(members[NUMBERING])
    levels = [level for level in root.iter(f"{_W}lvl") if is_symbol(level)]
    for level in levels:
        text = level.find(f"{_W}lvlText")
        depth = level.get(f"{_W}ilvl", "0")
        if text is not None:
            text.set(f"{_W}val", _BULLETS[int(depth) % len(_BULLETS) if depth.isdecimal() else 0])
        properties = level.find(f"{_W}rPr")
        fonts = None if properties is None else properties.find(f"{_W}rFonts")
        if properties is not None and fonts is not None:
            properties.remove(fonts)
    if not levels:
        return []
    members[NUMBERING] = package.serialised(root)
    return [f"punkterna i listorna är nu vanliga tecken ({len(levels)} nivåer)"]
