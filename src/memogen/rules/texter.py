"""The texts of a document, each with the way to its field, as the rules read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.model.arende import Arende
from memogen.model.grund import Grund
from memogen.model.protokollsutdrag import Paragraf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.beslut import Beslutsblock
    from memogen.rules.grund import Context

_NOT_TEXT = frozenset(
    """typ kategori fil overklagande diarienummer arende telefon e_post paragraf efter roster avstar
    franvarande""".split()  # noqa: SIM905 - words read better as running text
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"–-])|\n\s*\n")
_MARKUP = {
    "[": re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\n]*\)|\[\^[^\[\]]+\]"),
    "http": re.compile(r"https?://\S+"),
    "@": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w.-]+"),
}
"""Links, images, notes and addresses, by what stands in every one of them."""
_ATT = re.compile(r"^\W*(?:att\b)?[\s*_]*", re.IGNORECASE)
_ENDING = re.compile(r"(?:,?\s*samt)?[\s,.;*_]*$")
_DIGIT = re.compile(r"[0-9]")
_NAMES = frozenset(
    """handlaggare underskrifter kontakt justerare ordforande sekreterare rubrik
    bilagor tjanstgorande_ordforande""".split()  # noqa: SIM905 - as above
)
_LABELS = frozenset({"namn", "titel", "parti"})


class Text(NamedTuple):
    """A text and where it stands in the document."""

    path: FieldPath
    value: str

    def remark(self, code: str, found: re.Match[str], message: str, **more: str | Severity | None) -> Remark:
        """A remark that marks what an expression found."""
        return self.at(code, found[0], found.start(), message, **more)

    def at(self, code: str, quote: str, offset: int, message: str, **more: str | Severity | None) -> Remark:
        """A remark that marks a part of the text, on its first line."""
        severity, advice = more.get("severity"), more.get("help", "")
        return Remark(
            code,
            self.path,
            message,
            advice if isinstance(advice, str) else "",
            quote.split("\n", 1)[0],
            offset,
            severity=severity if isinstance(severity, Severity) else None,
        )

    def without_markup(self) -> Text:
        """The same text with links, images, notes and addresses as spaces; offsets stay."""
        value = self.value
        for sign, markup in _MARKUP.items():
            if sign in value:
                value = markup.sub(lambda found: " " * len(found[0]), value)
        return Text(self.path, value)

    def has(self, *signs: str) -> bool:
        """Whether one of the signs stands in it: a cheap way past what an expression would not find."""
        return any(map(self.value.__contains__, signs))

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with its offset."""
        start = 0
        for end in _SENTENCE_END.finditer(self.value):
            yield start, self.value[start : end.start()]
            start = end.end()
        yield start, self.value[start:]


class _Looked:
    """A document as itself: another one with the same content is another one."""

    __slots__ = ("document",)

    def __init__(self, document: Grund) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Looked) and self.document is other.document

    def __hash__(self) -> int:
        return id(self.document)


def texts(document: Grund) -> Iterator[Text]:
    """Every text that a person reads, in the model's order; contact details and identifiers left out."""
    return iter(_gathered(_Looked(document)).every)


class _Gathered(NamedTuple):
    every: tuple[Text, ...]
    running: tuple[Text, ...]
    numbered: tuple[Text, ...]
    points: tuple[Point, ...]
    said: str


@lru_cache(maxsize=512)
def _gathered(looked: _Looked) -> _Gathered:
    """Many rules read the same document, and a meeting has many paragraphs."""
    every: list[Text] = []
    _gather(looked.document, (), every)
    running = (text for text in every if _NAMES.isdisjoint(text.path) and text.path[-1] not in _LABELS)
    numbered = (text for text in every if _DIGIT.search(text.value))
    said = "\n".join([text.value for text in every]).casefold()
    return _Gathered(tuple(every), tuple(running), tuple(numbered), tuple(_points(looked.document)), said)


def _gather(value: object, path: FieldPath, found: list[Text]) -> None:
    """Put the texts of a value last; most fields of a document are empty, and are passed by."""
    if isinstance(value, str):
        if value.strip():
            found.append(Text(path, value))
    elif isinstance(value, Grund):
        for name, inner in vars(value).items():
            if inner and name not in _NOT_TEXT:
                # Sections are ordinary keys of the file: no step for the model's own dictionary.
                own = name == "avsnitt" and isinstance(inner, dict)
                _gather(inner, path if own else (*path, name.rstrip("_")), found)
    elif isinstance(value, dict | tuple):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            _gather(inner, (*path, step), found)


def running_texts(document: Grund) -> Iterator[Text]:
    """The texts of sentences: sections, decision points, statements; not names and titles of people."""
    return iter(_gathered(_Looked(document)).running)


def numbered_texts(document: Grund) -> Iterator[Text]:
    """The texts with a digit in them: all that a rule needs that looks for days, numbers or laws."""
    return iter(_gathered(_Looked(document)).numbered)


def may_say(document: Grund, *signs: str) -> bool:
    """Whether one of the signs, without capitals, stands in any text: a cheap way past what no rule would find."""
    return any(map(_gathered(_Looked(document)).said.__contains__, signs))


def decision_key(document: Grund) -> str:
    """The key that holds the document's decision blocks; empty for kinds without one."""
    if isinstance(document, Arende):
        return "forslag_till_beslut"
    return "beslut" if isinstance(document, Paragraf) else ""


def blocks(document: Grund) -> tuple[Beslutsblock, ...]:
    """The document's decision blocks."""
    if isinstance(document, Arende):
        return document.forslag_till_beslut
    return document.beslut if isinstance(document, Paragraf) else ()


@dataclass(frozen=True, slots=True)
class Point:
    """A decision point in its block; ``position`` counts from 0 among the block's ``count`` points."""

    text: Text
    block: Beslutsblock
    position: int
    count: int

    @property
    def is_last(self) -> bool:
        """Whether the block ends with it."""
        return self.position == self.count - 1


def points(document: Grund) -> Iterator[Point]:
    """Every decision point."""
    return iter(_gathered(_Looked(document)).points)


def _points(document: Grund) -> Iterator[Point]:
    key = decision_key(document)
    for number, block in enumerate(blocks(document)):
        for position, punkt in enumerate(block.att):
            path = (key, number, "att", position, "text")
            yield Point(Text(path, punkt.text), block, position, len(block.att))


def uses_sentences(document: Grund, context: Context) -> bool:
    """Whether the municipality writes its decisions as full sentences, not as att-satser."""
    profil = context.profil
    style = profil.protokoll.beslutsstil if isinstance(document, Paragraf) else None
    return (style or profil.tjansteskrivelse.beslutsstil) == "mening"


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """A decision point without its leading ``att`` and its closing punctuation; many rules ask for the same one."""
    return _ENDING.sub("", _ATT.sub("", text.strip(), count=1))
