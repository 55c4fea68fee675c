"""What a template knows of footnotes: the last of its own, and the settings that tell Word of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package
from memogen.render.members import FOOTNOTES, SETTINGS
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Mapping

_W: Final = f"{{{W}}}"
_AFTER_NOTES: Final = frozenset(
    f"{_W}{name}"
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
        *("doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator", "captions"),
        *("forceUpgrade", "smartTagType", "doNotAutoCompressPictures", "readModeInkLockDown"),
    )
)


def last_note(members: Mapping[str, bytes]) -> int:
    """The highest number that a footnote of the template has; 0 where there is none."""
    if FOOTNOTES not in members:
        return 0
    numbers = [note.get(f"{_W}id", "0") for note in package.parse(members[FOOTNOTES]).iter(f"{_W}footnote")]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def note_settings(members: Mapping[str, bytes]) -> bytes | None:
    """The settings of a document that gets its first footnotes, or None where the template has no settings."""
    if SETTINGS not in members:
        return None
    root = package.parse(members[SETTINGS])
    if root.find(f"{_W}footnotePr") is not None:
        return members[SETTINGS]
    settings = etree.Element(f"{_W}footnotePr")
    for identity in ("-1", "0"):
        etree.SubElement(settings, f"{_W}footnote", {f"{_W}id": identity})
    followers = [index for index, element in enumerate(root) if _comes_after_notes(element)]
    root.insert(followers[0] if followers else len(root), settings)
    return package.serialised(root)


def _comes_after_notes(element: etree._Element) -> bool:
    return element.tag in _AFTER_NOTES or not str(element.tag).startswith(_W)
