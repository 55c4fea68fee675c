"""The words of a finished document, as its reader meets them."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from memogen.render.faults import TemplateFault, part_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_PASSED_OVER: Final = frozenset({"mc:Fallback", "w:pPr", "w:rPr"})
_FIELD: Final = "w:fldSimple"
_LARGEST_TEXT: Final = 2**16
_WORDS: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]+)|</w:p>|<w:(?:br|cr|tab)[ />]")
_OUT_OF_ORDER: Final = re.compile(r"<(?:w:txbxContent|mc:Fallback|w:noBreakHyphen)\b|PAGEREF")
_ENDS: Final = (b"<w:br/>", b"<w:tab/>")
_READ: Final = tuple(
    re.compile(rf"word/{name}\.xml") for name in (r"document", r"footnotes", r"endnotes", r"header\d*", r"footer\d*")
)


def text(docx: bytes) -> list[str]:
    """The paragraphs of body, notes, headers and footers, in that order; empty ones are left out."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for pattern in _READ:
            for name in sorted(filter(pattern.fullmatch, archive.namelist())):
                reading = Reading(name)
                reading.own(archive.read(name))
                found.extend(words for words in reading.finished() if words and not words.isspace())
    return found


def read(member: str, content: bytes) -> list[str]:
    """The words of a finished part, line by line.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    xml = content.decode()
    ordered = in_order(xml)
    reading = Reading(member, in_order=ordered)
    reading.own(content)
    lines = reading.finished()
    return [words(xml)] if ordered else lines


def check(member: str, content: bytes) -> None:
    """See to it that a finished part without words is whole.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    reading = Reading(member, in_order=True)
    reading.own(content)
    reading.finished()


def in_order(xml: str) -> bool:
    """Whether the words of a part stand in the file as they are read, and all of them as text."""
    return not _OUT_OF_ORDER.search(xml)


def words(xml: str) -> str:
    """The words of a part that is in order, line by line."""
    return html.unescape("".join([text or "\n" for text in _WORDS.findall(xml)]))


class Reading:
    """Reads a part while it is checked: one pass of expat over its bytes, from the first to the last.

    A text box is read after the paragraph that holds it. Which page a reference leads to is not known in Word's file,
    so it has no text. The template's own elements are not looked at one by one where they are ``in_order``:
    :func:`words` is sooner done with them.

    Raises:
        TemplateFault: MA05, by every method, when the part is not well-formed.
    """

    def __init__(self, member: str, *, in_order: bool = False) -> None:
        self._member = member
        self._in_order = in_order
        self._found: list[list[str]] = []
        self._open: list[list[str]] = []
        self._passed = 0
        self._in_text = False
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.buffer_size = _LARGEST_TEXT
        if not in_order:
            self._look()

    def own(self, content: bytes) -> None:
        """Read on over what comes from the template: any XML at all."""
        self._feed(content)

    def written(self, content: bytes) -> None:
        """Read on over elements that memogen wrote, each on a line of its own: all text in them is words."""
        texts: list[str] = ["\n"]
        # Line breaks outside words mean nothing to XML.
        for end in _ENDS:
            content = content.replace(end, end + b"\n")
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        self._parser.CharacterDataHandler = None if self._passed else texts.append
        self._feed(content)
        self._parser.CharacterDataHandler = None
        self._found.append(texts)
        if not self._in_order:
            self._look()

    def finished(self) -> list[str]:
        """The texts of the paragraphs."""
        self._feed(b"", last=True)
        return ["".join(pieces) for pieces in self._found]

    def _look(self) -> None:
        """Look at the elements one by one."""
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    def _feed(self, content: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(content, last)
        except expat.ExpatError as error:
            raise TemplateFault(
                "MA05",
                f"taggarna i {part_name(self._member)} går i varandra så att dokumentet inte blir helt",
                "låt varje slinga och villkor börja och sluta i samma slags stycke, rad eller cell",
            ) from error

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._passed:
            self._passed += 1
        elif name == "w:t":
            self._in_text = bool(self._open)
        elif name == "w:p":
            self._open.append([])
            self._found.append(self._open[-1])
        elif name in _PASSED_OVER or (name == _FIELD and "PAGEREF" in attributes.get("w:instr", "")):
            self._passed = 1
        elif name in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[name])

    def _end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self._open.pop()

    def _data(self, data: str) -> None:
        if self._in_text and not self._passed:
            self._open[-1].append(data)
