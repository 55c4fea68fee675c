"""Tags in the results of fields that Word works out itself: what is poured there is lost when it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from memogen.render.faults import Spot, quoted
from memogen.render.review.finding import Finding, warning
from memogen.render.review.outline import PARAGRAPH, TEXT, in_fallback, text_of
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from memogen.render.review.outline import Part

_W: Final = f"{{{W}}}"
_SIMPLE: Final = f"{_W}fldSimple"
_MARK: Final = f"{_W}fldChar"
_INSTRUCTION: Final = f"{_W}instrText"
_TAGGED: Final = re.compile(r"\{[{%]")
_COMPUTED: Final = frozenset(
    {
        *("DOCPROPERTY", "DOCVARIABLE", "INFO", "AUTHOR", "LASTSAVEDBY", "SUBJECT", "KEYWORDS", "COMMENTS", "TEMPLATE"),
        *("DATE", "TIME", "SAVEDATE", "CREATEDATE", "PRINTDATE", "FILENAME", "USERNAME", "USERINITIALS"),
    }
)
"""The fields whose results come from elsewhere; those that repeat text of the document repeat what was poured."""


@dataclass
class _Field:
    """A field that is open: what it is to do, and what stands in its result so far."""

    paragraph: etree._Element
    instruction: str = ""
    has_result: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What kind of field it is: ``DATE``, ``DOCPROPERTY`` …."""
        return self.instruction.split(None, 1)[0].upper() if self.instruction.strip() else ""


def computed(part: Part) -> Iterator[Finding]:
    """Every field with a tag in its result, at the paragraph where it begins."""
    for found in _fields(part.root):
        said = "".join(found.words).strip()
        if found.name in _COMPUTED and _TAGGED.search(said) and not in_fallback(found.paragraph):
            message = f"{quoted(said)} står i fältet {found.name}, som Word räknar fram"
            advice = "markera fältet, tryck Ctrl+Skift+F9, som gör det till vanlig text, och skriv taggen igen"
            spot = Spot(part.member, part.numbers[found.paragraph], text_of(found.paragraph))
            yield warning("MA17", message, advice, spot)


def _fields(root: etree._Element) -> Iterator[_Field]:
    for simple in root.iter(_SIMPLE):
        for paragraph in islice(simple.iterancestors(PARAGRAPH), 1):
            yield _Field(paragraph, simple.get(f"{_W}instr", ""), words=[node.text or "" for node in simple.iter(TEXT)])
    yield from _complex(root)


def _complex(root: etree._Element) -> Iterator[_Field]:
    """The fields whose beginning and end are marks of their own; one may go on in the next paragraph."""
    waiting: list[_Field] = []
    for element in root.iter(_MARK, _INSTRUCTION, TEXT):
        kind = element.get(f"{_W}fldCharType", "")
        if kind == "begin":
            waiting.extend(_Field(paragraph) for paragraph in islice(element.iterancestors(PARAGRAPH), 1))
        elif not waiting:
            continue
        elif kind == "end":
            yield waiting.pop()
        elif kind:
            waiting[-1].has_result = True
        elif element.tag == _INSTRUCTION:
            waiting[-1].instruction += element.text or ""
        elif waiting[-1].has_result:
            waiting[-1].words.append(element.text or "")
