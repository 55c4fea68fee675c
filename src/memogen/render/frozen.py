"""A Word file frozen to what was saved: no field is worked out anew, and nothing is sought outside the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.render import package, packing
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_W: Final = f"{{{W}}}"
_MARK, _CODE, _SIMPLE, _TEXT = f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple", f"{_W}t"
_TOLD_BY_THE_READER: Final = frozenset(
    {
        *("DATE", "TIME", "SAVEDATE", "CREATEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "LASTSAVEDBY"),
        *("REVNUM", "USERNAME", "USERINITIALS", "USERADDRESS", "REF"),
    }
)
"""What depends on when, where and by whom the file is opened, and what gives an error where its goal is gone."""
_SETTINGS: Final = frozenset({"word/settings.xml", "word/_rels/settings.xml.rels"})
_TEMPLATE: Final = "attachedTemplate"


def frozen(docx: bytes) -> bytes:
    """The Word file with the saved words of such fields as plain text; the very bytes where nothing is to be frozen.

    Page numbers and tables of contents stay fields. A field that nobody has worked out yet has no words to keep, and
    stays too. The template that the file was written with lies on somebody's disk: where it does is taken out.
    """
    members = package.read(docx, foreign=True)
    changed = _without_template(members)
    for name, content in members.items():
        if name.startswith("word/") and name.endswith(".xml") and (b"fldChar" in content or b"fldSimple" in content):
            root = package.parse(content)
            # The list first: what is taken away is no longer there to be walked over.
            if unneeded := [*_complex(root), *_simple(root)]:
                for element in unneeded:
                    _take_away(element)
                changed[name] = package.serialised(root)
    return packing.write(members | changed, {}) if changed else docx


def _without_template(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The settings of the file, where they name its template, without it."""
    changed = {}
    for name in _SETTINGS & members.keys():
        root = package.parse(members[name])
        for element in [one for one in root if _TEMPLATE in f"{one.tag} {one.get('Type')}"]:
            root.remove(element)
            changed[name] = package.serialised(root)
    return changed


class _Field:
    """A field made of marks: what it says, and whether words were saved for it."""

    def __init__(self) -> None:
        self.code = ""
        self.marks: list[etree._Element] = []
        self.in_result = self.has_words = False

    @property
    def is_to_be_frozen(self) -> bool:
        return self.has_words and _is_told_by_the_reader(self.code)


def _complex(root: etree._Element) -> Iterator[etree._Element]:
    fields: list[_Field] = []
    for element in root.iter(_MARK, _CODE, _TEXT):
        kind = element.get(f"{_W}fldCharType", "")
        if kind == "begin":
            fields.append(_Field())
        if not fields:
            continue
        _take_in(element, kind, fields)
        if kind == "end" and (field := fields.pop()).is_to_be_frozen:
            yield from field.marks


def _take_in(element: etree._Element, kind: str, fields: list[_Field]) -> None:
    if element.tag == _TEXT:
        for field in fields:
            field.has_words |= field.in_result and bool(element.text)
        return
    field = fields[-1]
    field.marks.append(element)
    field.in_result |= kind == "separate"
    if element.tag == _CODE:
        field.code += element.text or ""


def _simple(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter(_SIMPLE):
        if _is_told_by_the_reader(element.get(f"{_W}instr", "")) and any(text.text for text in element.iter(_TEXT)):
            yield element


def _is_told_by_the_reader(code: str) -> bool:
    return bool(words := code.split()) and words[0].upper() in _TOLD_BY_THE_READER


def _take_away(element: etree._Element) -> None:
    """The element alone: what it holds takes its place."""
    above = element.getparent()
    if above is None:
        return
    place = above.index(element)
    above[place : place + 1] = list(element) if element.tag == _SIMPLE else []
