"""Headings that can be found again: their bookmarks, and the fields that show the pages they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNKNOWN: Final = "<w:r><w:t>–</w:t></w:r>"
_DASH: Final = _UNKNOWN.encode()
_FIELD: Final = re.compile(
    r'<w:fldSimple w:instr=" PAGEREF (_Memogen[0-9]+) \\h " w:dirty="true">(.*?)</w:fldSimple>', re.DOTALL
)
_MARK: Final = re.compile(rb"<w:bookmark(?:Start|End)\b[^>]*>")
_NUMBER: Final = re.compile(rb'\sw:id="([0-9]{1,9})"')
_NAME: Final = re.compile(rb'\sw:name="(_Memogen[0-9]{1,9})"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a template's own bookmarks are called: the highest number, and names like those that pouring gives."""

    number: int
    names: frozenset[str]


def taken(members: Mapping[str, bytes]) -> Taken:
    """The bookmarks of a package; a number belongs to one bookmark in the whole of it."""
    marks = [
        mark
        for name, content in members.items()
        if name.startswith("word/") and name.endswith(".xml")
        for mark in _MARK.findall(content)
    ]
    numbers = [int(number) for mark in marks for number in _NUMBER.findall(mark)]
    names = frozenset(name.decode().lower() for mark in marks for name in _NAME.findall(mark))
    return Taken(max(numbers, default=0), names)


class Bookmarks:
    """The bookmarks of one document, by anchor. Their names begin with ``_``: Word does not list them."""

    def __init__(self, others: Taken) -> None:
        self._first = others.number + 1
        self._free = _free(others.names)
        self._names: dict[str, str] = {}
        self._set: set[str] = set()

    def around(self, anchor: str, content: str) -> str:
        """The text of a heading inside its bookmark; an anchor that was set before stays where it stood first."""
        name = self._name(anchor)
        if name in self._set:
            return content
        number = self._first + len(self._set)
        self._set.add(name)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def page(self, anchor: str) -> str:
        """A field that shows the page of the heading; nobody knows which until the pages are laid out."""
        instruction = f" PAGEREF {self._name(anchor)} \\h "
        return f'<w:fldSimple w:instr="{instruction}" w:dirty="true">{_UNKNOWN}</w:fldSimple>'

    @property
    def used(self) -> bool:
        """Whether anything has an anchor."""
        return bool(self._names)

    @property
    def dangling(self) -> bool:
        """Whether a reference leads to a heading that has not been written."""
        return not self._set.issuperset(self._names.values())

    def settled(self, xml: str) -> str:
        """A poured part whose references all lead somewhere: one without its heading is a dash, not an error text."""
        return _FIELD.sub(lambda found: found[0] if found[1] in self._set else found[2], xml)

    def cut(self, xml: bytes) -> bytes:
        """Finished XML without what stands in for the pages: nobody reads it."""
        return xml.replace(_DASH, b"") if self._names else xml

    def _name(self, anchor: str) -> str:
        if anchor not in self._names:
            self._names[anchor] = next(self._free)
        return self._names[anchor]


def _free(names: frozenset[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if f"_memogen{number}" not in names:
            yield f"_Memogen{number}"
