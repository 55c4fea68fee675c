"""Every tag of a part, read one by one, so that one that is wrong hides none of the others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.render.beside import OUTSIDE, apart, beside, within
from memogen.render.faults import Spot, quoted
from memogen.render.review.finding import Finding, hint
from memogen.render.review.outline import CELL, PARAGRAPH, ROW, TABLE, TEXT, live, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml import etree

    from memogen.render.review.outline import Part

_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER: Final = re.compile(r"\{[{%#]")
_STRAY: Final = re.compile(r"\}\}|%\}|#\}|\{\s+[{%]|[%}]\s+\}")
_SINGLE: Final = re.compile(r"(?<![{%#_])\{\s*(\w+)\s*\}(?![}%#_])")
_TAG: Final = re.compile(r"\{[{%#](?:(p|tr|tc|r)(?=\s))?[-+]?\s*(.*?)\s*[-+]?(?:[}%#]\}|\}|$)", re.DOTALL)
_CURLED: Final = "\u201c\u201d\u201e\u2018\u2019"
_TYPED: Final = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u00a0\u202f", '"""\'\'  ')
_HOLDERS: Final = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_NOUNS: Final = {"p": "ett eget stycke", "tr": "en egen tabellrad", "tc": "en egen cell"}
_NAMES: Final = {"p": "stycke", "tr": "tabellrad", "tc": "cell"}
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its sign (``{{``, ``{%`` or ``{#``), its prefix (``p``, ``tr``, ``tc``, ``r`` or none) and its inside.

    One that is not ``whole`` is never closed; that has been told.
    """

    sign: str
    prefix: str
    inside: str
    spot: Spot
    paragraph: etree._Element
    whole: bool = True

    @property
    def word(self) -> str:
        """The first word inside: ``for``, ``endif`` …."""
        return self.inside.split(None, 1)[0] if self.inside else ""

    @property
    def container(self) -> etree._Element | None:
        """What the tag's paragraph, row or cell stands in; for a tag in running text the paragraph."""
        if self.prefix in {"tr", "tc"}:
            return next(self.paragraph.iterancestors(TABLE if self.prefix == "tr" else ROW), None)
        return self.paragraph.getparent() if self.prefix == "p" else self.paragraph


def tags(part: Part, names: Collection[str]) -> tuple[list[Tag], list[Finding]]:
    """The tags of a part in order, and what is wrong with how they are written; ``names`` are the known fields."""
    found: list[Tag] = []
    findings: list[Finding] = []
    for number, paragraph in live(part):
        text = text_of(paragraph)
        if "{" not in text and "}" not in text:
            continue
        spot = Spot(part.member, number, text)
        here = list(_scan(text, spot, paragraph, findings))
        found.extend(here)
        findings.extend(_alone(here))
        for tag in here:
            findings.extend(_typography(tag))
        findings.extend(_split_over(paragraph, text, spot))
        findings.extend(_single_braces(text, spot, names))
    return found, findings


def _scan(text: str, spot: Spot, paragraph: etree._Element, findings: list[Finding]) -> Iterator[Tag]:
    """The tags of a paragraph; one that is not closed is taken as far as it reaches."""
    position = 0
    while opener := _OPENER.search(text, position):
        findings.extend(_strays(text, position, opener.start(), spot))
        closer = _CLOSERS[opener.group()]
        end = text.find(closer, opener.end())
        following = _OPENER.search(text, opener.end())
        limit = following.start() if following else len(text)
        whole = 0 <= end <= limit and end - opener.start() <= _LONGEST
        if not whole:
            written = text[opener.start() : limit].rstrip()
            place = Spot(spot.part, spot.paragraph, text, written)
            message = f"taggen {quoted(written)} stängs inte i samma stycke"
            findings.append(Finding("MA02", message, f'skriv "{closer}" efter taggen', place))
            position = limit
            single = written.find("}", 2)
            written = written if single < 0 else written[: single + 1]
        else:
            position = end + len(closer)
            written = text[opener.start() : position]
            place = Spot(spot.part, spot.paragraph, text, written)
        match = _TAG.fullmatch(written)
        if match is not None:
            inside = unicodedata.normalize("NFC", match[2].rstrip("%}# ").translate(_TYPED))
            yield Tag(written[:2], match[1] or "", inside, place, paragraph, whole)
    findings.extend(_strays(text, position, len(text), spot))


def _strays(text: str, start: int, end: int, spot: Spot) -> Iterator[Finding]:
    stray = _STRAY.search(text, start, end)
    if stray:
        place = Spot(spot.part, spot.paragraph, text, stray.group())
        message = f'"{stray.group()}" står ensamt i {quoted(text)}'
        yield Finding("MA06", message, "skriv hela taggen, eller ta bort tecknen", place)


def _single_braces(text: str, spot: Spot, names: Collection[str]) -> Iterator[Finding]:
    for match in _SINGLE.finditer(text):
        if match[1] in names and not _STRAY.search(text):
            place = Spot(spot.part, spot.paragraph, text, match.group())
            message = f"{quoted(match.group())} har enkla klamrar och blir text, inte fältet"
            yield Finding("MA06", message, f'skriv "{{{{ {match[1]} }}}}"', place)


def _alone(here: list[Tag]) -> Iterator[Finding]:
    """A tag that takes its whole paragraph, row or cell stands alone there, and stands in a table if it must."""
    takers = [tag for tag in here if tag.prefix in _HOLDERS]
    for tag in takers:
        holder = next(_up(tag.paragraph, _HOLDERS[tag.prefix]), None)
        written = tag.spot.tag
        if holder is None:
            yield Finding("MA05", f"{quoted(written)} står inte i en tabell", "flytta taggen in i tabellen", tag.spot)
            continue
        rest = "".join(node.text or "" for node in holder.iter(TEXT)).strip()
        if rest == written.strip():
            yield from _together(tag, holder)
            continue
        what = _NOUNS[tag.prefix]
        if len(takers) > 1:
            both = f"{quoted(takers[0].spot.tag)} och {quoted(takers[1].spot.tag)}"
            yield Finding("MA02", f"{both} står i samma stycke", f"skriv var och en ensam i {what}", takers[1].spot)
            return
        advice = f"flytta det andra därifrån, eller skriv taggen utan {tag.prefix}"
        yield Finding("MA02", f"{quoted(written)} måste stå ensam i {what}", advice, tag.spot)


def _together(tag: Tag, holder: etree._Element) -> Iterator[Finding]:
    """A tag that would take away what it stands together with, though it is the only text there."""
    other = beside(holder)
    if other:
        message = f"{quoted(tag.spot.tag)} står i samma {_NAMES[tag.prefix]} som {other}, som skulle försvinna"
        yield Finding("MA02", message, apart(tag.prefix), tag.spot)


def _up(paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
    """The paragraph itself, or what holds it."""
    return iter([paragraph]) if name == PARAGRAPH else paragraph.iterancestors(name)


def _typography(tag: Tag) -> Iterator[Finding]:
    if any(sign in tag.spot.tag for sign in _CURLED) and tag.sign != "{#":
        message = f"taggen {quoted(tag.spot.tag)} har typografiska citattecken, som läses som raka"
        yield hint("MA16", message, "skriv raka citattecken: ångra Words ändring med Ctrl+Z", tag.spot)


def _split_over(paragraph: etree._Element, text: str, spot: Spot) -> Iterator[Finding]:
    """A tag that begins in running text and ends inside a link or a content control, or has what is no text in it."""
    holders = [
        (node, next((one for one in node.iterancestors() if one.tag != _run(node)), None))
        for node in words_of(paragraph)
    ]
    edges: list[tuple[int, int, etree._Element | None]] = []
    start = 0
    for node, holder in holders:
        length = len(node.text or "")
        edges.append((start, start + length, holder))
        start += length
    for match in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", text):
        inside = {id(holder) for begin, end, holder in edges if begin < match.end() and end > match.start()}
        if len(inside) > 1:
            place = Spot(spot.part, spot.paragraph, text, match.group())
            message = f"taggen {quoted(match.group())} går över gränsen till en länk eller en innehållskontroll"
            yield Finding("MA10", message, "skriv om taggen, hela på ena sidan om gränsen", place)
        other = within(paragraph, [node for node, _ in holders], *match.span())
        if other:
            message = f"taggen {quoted(match.group())} har {other} i sig, som skulle försvinna"
            yield Finding("MA02", message, OUTSIDE, Spot(spot.part, spot.paragraph, text, match.group()))


def _run(node: etree._Element) -> str:
    parent = node.getparent()
    return "" if parent is None else str(parent.tag)
