"""The words of a finished document, as its reader meets them."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from memogen.render.faults import TemplateFault, part_name
from memogen.render.fragments import MARK

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_PASSED_OVER: Final = frozenset({"mc:Fallback", "w:pPr", "w:rPr"})
_FIELD: Final = "w:fldSimple"
_LARGEST_TEXT: Final = 2**16
_WORDS: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]+)|</w:p>|<w:(?:br|cr|tab)[ />]")
_TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_TEXTS: Final = re.compile(r"<([^\s<>]+)[^<>]*>([^<>]+)")
_OUT_OF_ORDER: Final = ("<w:txbxContent", "<mc:Fallback", "<w:noBreakHyphen", "PAGEREF")
_READ: Final = tuple(
    re.compile(rf"word/{name}\.xml") for name in (r"document", r"footnotes", r"endnotes", r"header\d*", r"footer\d*")
)


def text(docx: bytes) -> list[str]:
    """The paragraphs of body, notes, headers and footers, in that order; empty ones are left out."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for pattern in _READ:
            for name in sorted(filter(pattern.fullmatch, archive.namelist())):
                paragraphs, _ = read_closely(name, archive.read(name))
                found.extend(words for words in paragraphs if words and not words.isspace())
    return found


def read(member: str, content: bytes) -> list[str]:
    """The words of a finished part, line by line.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    xml = content.decode()
    if not in_order(xml):
        return read_closely(member, content)[0]
    check(member, content)
    return [words(xml)]


def read_closely(member: str, content: bytes) -> tuple[list[str], list[int]]:
    """The paragraphs of a part, and the blocks that its reader is shown, as the elements that stand in for them say.

    A text box is read after the paragraph that holds it. Which page a reference leads to is not known in Word's file,
    so it has no text.

    Raises:
        TemplateFault: MA05, when the part is not well-formed.
    """
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.data
    _parse(parser, member, content)
    return ["".join(pieces) for pieces in reading.found], reading.blocks


def read_written(member: str, elements: bytes) -> str:
    """The words of elements that memogen wrote: all text in them is words, and the writer ends each line.

    Raises:
        TemplateFault: MA05, when one of them is not well-formed.
    """
    texts: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _LARGEST_TEXT
    parser.CharacterDataHandler = texts.append
    _parse(parser, member, b"<w:body>%b</w:body>" % elements)
    return "".join(texts)


def read_plainly(member: str, content: bytes) -> str:
    """The words of a finished part that has no other text than words, each ``w:t`` on a line.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    texts: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = texts.append
    _parse(parser, member, content)
    said = "\n".join(texts)
    # An escaped sign comes by itself.
    for sign in "&<>":
        if sign in said:
            said = said.replace(f"\n{sign}\n", sign)
    return said


def check(member: str, content: bytes) -> None:
    """See to it that a finished part is whole.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    _parse(expat.ParserCreate(), member, content)


def in_order(xml: str) -> bool:
    """Whether the words of a part stand in the file as they are read, and all of them as text."""
    return not any(sign in xml for sign in _OUT_OF_ORDER)


def is_plain(source: str) -> bool:
    """Whether a part with this source is in order, and has no other text than words: no field codes, no measures."""
    outside = (name for name, text in _TEXTS.findall(_TAG.sub("", source)) if text.strip())
    return in_order(source) and all(name == "w:t" for name in outside)


def words(xml: str) -> str:
    """The words of a part that is in order, line by line."""
    return html.unescape("".join([text or "\n" for text in _WORDS.findall(xml)]))


def _parse(parser: expat.XMLParserType, member: str, content: bytes) -> None:
    try:
        # In one piece: after each piece that is not the last, expat counts the lines of all that it has read.
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        raise TemplateFault(
            "MA05",
            f"taggarna i {part_name(member)} går i varandra så att dokumentet inte blir helt",
            "låt varje slinga och villkor börja och sluta i samma slags stycke, rad eller cell",
        ) from error


class _Reading:
    """Meets the elements of a part one by one, and gathers the words of its paragraphs."""

    def __init__(self) -> None:
        self.found: list[list[str]] = []
        self.blocks: list[int] = []
        self._open: list[list[str]] = []
        self._passed = 0
        self._in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the start of an element."""
        if self._passed:
            self._passed += 1
        elif name == "w:t":
            self._in_text = bool(self._open)
        elif name == "w:p":
            self._open.append([])
            self.found.append(self._open[-1])
            if MARK in attributes:
                self.blocks.append(int(attributes[MARK]))
        elif name in _PASSED_OVER or (name == _FIELD and "PAGEREF" in attributes.get("w:instr", "")):
            self._passed = 1
        elif name in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[name])

    def end(self, name: str) -> None:
        """Meet the end of an element."""
        if self._passed:
            self._passed -= 1
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self._open.pop()

    def data(self, data: str) -> None:
        """Meet text."""
        if self._in_text and not self._passed:
            self._open[-1].append(data)
