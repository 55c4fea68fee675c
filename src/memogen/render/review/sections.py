"""What headers and footers are called: which pages of which section each one stands on."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from memogen.render import package
from memogen.render.members import DOCUMENT, SETTINGS
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_W: Final = f"{{{W}}}"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_KINDS: Final = {f"{_W}headerReference": "sidhuvudet", f"{_W}footerReference": "sidfoten"}
_OFF: Final = frozenset({"0", "false", "off"})


def header_names(members: Mapping[str, bytes]) -> dict[str, str]:
    """The name of every header and footer that a section uses, by its member."""
    if DOCUMENT not in members or _RELATIONSHIPS not in members:
        return {}
    targets = targets_of(members, _RELATIONSHIPS, "word")
    sections = list(package.parse(members[DOCUMENT]).iter(f"{_W}sectPr"))
    even = _is_even(members)
    names: dict[str, str] = {}
    for number, section in enumerate(sections, start=1):
        for reference in section:
            name = _KINDS.get(str(reference.tag))
            member = targets.get(str(reference.get(_ID, "")))
            if name and member:
                of_section = f" i avsnitt {number}" if len(sections) > 1 else ""
                names.setdefault(member, f"{name}{_pages(reference, section, even=even)}{of_section}")
    return names


def targets_of(members: Mapping[str, bytes], name: str, folder: str) -> dict[str, str]:
    """The members that a part's relationships point at, by their ids."""
    return {
        str(one.get("Id", "")): posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/")
        for one in package.parse(members[name])
    }


def _pages(reference: etree._Element, section: etree._Element, *, even: bool) -> str:
    kind = reference.get(f"{_W}type", "default")
    if kind == "first":
        return " på första sidan"
    if kind == "even":
        return " på jämna sidor"
    if even:
        return " på udda sidor"
    return " på följande sidor" if _is_on(section.find(f"{_W}titlePg")) else ""


def _is_even(members: Mapping[str, bytes]) -> bool:
    if SETTINGS not in members:
        return False
    return _is_on(package.parse(members[SETTINGS]).find(f"{_W}evenAndOddHeaders"))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "1") not in _OFF
