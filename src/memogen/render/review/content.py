"""What stands in a template besides words and tags, and would go wrong in every document made from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Severity
from memogen.render.faults import Spot, quoted
from memogen.render.review.computed import computed
from memogen.render.review.finding import Finding, warning
from memogen.render.review.outline import PARAGRAPH, in_fallback, live, text_of, value_of
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from memogen.render.review.outline import Outline, Part
    from memogen.render.review.tagging import Tag

_W: Final = f"{{{W}}}"
_CHANGES: Final = {
    f"{_W}ins": "tillagd",
    f"{_W}del": "borttagen",
    f"{_W}moveFrom": "flyttad",
    f"{_W}moveTo": "flyttad",
}
_LOOKS: Final = tuple(
    f"{_W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "numbering")
)
_FONTS: Final = re.compile(r"word/fonts/.*|.*\.odttf", re.IGNORECASE)
_EMBEDDED: Final = re.compile(rb"<w:embed(?:Regular|Bold|Italic|BoldItalic)\b")
_FONT_TABLE: Final = "word/fontTable.xml"
_UNPOURED: Final = {f"{_W}instrText": "ett fält", f"{_W}delText": "en borttagen text"}
_TAGGED: Final = re.compile(r"\{\{|\{%")
_MERGED: Final = re.compile(r'MERGEFIELD\s+"?([^\s"\\]+)')
_WORDS_OWN: Final = ("_GoBack", "_Hlk", "_Toc")
"""How the bookmarks begin that Word sets and shows to nobody, wherever somebody edits or copies."""


def content(outline: Outline) -> Iterator[Finding]:
    """Tracked changes, comments, bound content controls and embedded fonts."""
    for part in outline.parts.values():
        yield from _changes(part)
        yield from _changed_looks(part)
        yield from _controls(part)
        yield from computed(part)
        yield from _elsewhere(part)
        yield from _merge_fields(part)
    yield from _fonts(outline.members)


def _changes(part: Part) -> Iterator[Finding]:
    for number, paragraph in live(part):
        spot = Spot(part.member, number, text_of(paragraph))
        changed = next(iter(_own(paragraph, *_CHANGES)), None)
        if changed is not None:
            said = _CHANGES[str(changed.tag)]
            words = "".join(node.text or "" for node in changed.iter(f"{_W}t", f"{_W}delText"))
            message = (
                f"mallen har en spårad ändring: {said} text {quoted(words)}"
                if words
                else "mallen har en spårad ändring"
            )
            yield warning("MA15", message, "godkänn eller avvisa ändringarna under Granska, och spara", spot)
        if part.member.endswith("comments.xml"):
            continue
        if next(iter(_own(paragraph, f"{_W}commentReference")), None) is not None:
            message = "mallen har en kommentar, som skulle följa med i varje handling"
            yield warning("MA15", message, "ta bort kommentaren under Granska, och spara", spot)


def _changed_looks(part: Part) -> Iterator[Finding]:
    """Tracked changes of looks, which keep the name of whoever made them: told once a paragraph."""
    told: set[int] = set()
    for change in part.root.iter(*_LOOKS):
        number = 0 if in_fallback(change) else _beside(part, change)
        paragraph = part.paragraphs[number - 1]
        if number and number not in told and next(iter(_own(paragraph, *_CHANGES)), None) is None:
            told.add(number)
            message = "mallen har en spårad ändring av utseendet, med namnet på den som gjorde den"
            spot = Spot(part.member, number, text_of(paragraph))
            yield warning("MA15", message, "godkänn eller avvisa ändringarna under Granska, och spara", spot)


def _beside(part: Part, change: etree._Element) -> int:
    """The number of the paragraph that a changed look belongs to, or of the first in its row, cell, table or part."""
    for holder in change.iterancestors():
        paragraph = next(holder.iter(PARAGRAPH), None)
        if paragraph is not None:
            return part.numbers[paragraph]
    return 0


def _elsewhere(part: Part) -> Iterator[Finding]:
    """Tags where no text can be poured: in the instructions of fields, and in text that is deleted."""
    for number, paragraph in live(part):
        for element in _own(paragraph, *_UNPOURED):
            words = element.text or ""
            if _TAGGED.search(words):
                held = _UNPOURED[str(element.tag)]
                message = f"en tagg står i {held}, där ingen text kan fyllas i: {quoted(words.strip())}"
                spot = Spot(part.member, number, text_of(paragraph) or words)
                yield Finding("MA05", message, "skriv taggen som vanlig text", spot)


def _merge_fields(part: Part) -> Iterator[Finding]:
    """Fields that another program was to fill in."""
    for number, paragraph in live(part):
        said = [one.get(f"{_W}instr", "") for one in _own(paragraph, f"{_W}fldSimple")]
        said += [one.text or "" for one in _own(paragraph, f"{_W}instrText")]
        for name in _MERGED.findall(" ".join(said)):
            spot = Spot(part.member, number, text_of(paragraph))
            message = f"kopplingsfältet {quoted(name)} fylls inte i av memogen"
            yield warning("MA06", message, "skriv fältets tagg i stället; memogen template fields visar alla", spot)


def _own(paragraph: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of a paragraph itself, not of a text box inside it."""
    for found in paragraph.iter(*names):
        if next(found.iterancestors(PARAGRAPH), None) is paragraph:
            yield found


def _controls(part: Part) -> Iterator[Finding]:
    """Content controls that Word fills by itself, so that what was poured is lost when the document is opened."""
    for control in part.root.iter(f"{_W}sdt"):
        paragraph = next(control.iter(PARAGRAPH), None)
        if paragraph is None:
            paragraph = next(control.iterancestors(PARAGRAPH), None)
        words = "".join(node.text or "" for node in control.iter(f"{_W}t"))
        if paragraph is None or in_fallback(control) or "{" not in words:
            continue
        spot = Spot(part.member, part.numbers[paragraph], text_of(paragraph))
        if control.find(f"{_W}sdtPr/{_W}dataBinding") is not None:
            message = (
                f"innehållskontrollen runt {quoted(words)} är bunden till en egenskap, som Word skriver över texten med"
            )
            yield warning("MA17", message, "ta bort innehållskontrollen och behåll texten", spot)
        elif control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            message = (
                f"innehållskontrollen runt {quoted(words)} visar sin platshållare, så texten försvinner vid ett klick"
            )
            yield warning("MA17", message, "ta bort innehållskontrollen och behåll texten", spot)


def _fonts(members: Mapping[str, bytes]) -> Iterator[Finding]:
    if any(map(_FONTS.fullmatch, members)) or _EMBEDDED.search(members.get(_FONT_TABLE, b"")):
        advice = "ta bort krysset vid Bädda in teckensnitt i filen under Arkiv > Alternativ > Spara"
        yield Finding("MA14", "mallen har inbäddade typsnitt, som skulle följa med i varje handling", advice)


def doubled(part: Part, loops: list[tuple[Tag, Tag]]) -> Iterator[Finding]:
    """Bookmarks and other things that may only be there once, inside a loop."""
    for start, end in loops:
        for element in _between(part, start, end):
            said = _single(element)
            if not said:
                continue
            paragraph = element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH), start.paragraph)
            spot = Spot(part.member, part.numbers.get(paragraph, start.spot.paragraph), text_of(paragraph))
            message = f"{said} står i slingan {quoted(start.spot.tag)} och skulle finnas en gång för varje varv"
            yield Finding("MA13", message, "flytta ut det ur slingan, eller ta bort det", spot, Severity.WARNING)


def _single(element: etree._Element) -> str:
    """What an element is, when it may only be there once in a document."""
    if element.tag == f"{_W}bookmarkStart":
        name = element.get(f"{_W}name", "")
        return "" if name.startswith(_WORDS_OWN) else f"bokmärket {quoted(name)}"
    if element.tag == f"{_W}footnoteReference":
        return "en fotnot"
    if element.tag == f"{_W}endnoteReference":
        return "en slutnot"
    if element.tag == f"{_W}commentRangeStart":
        return "en kommentar"
    if element.tag == f"{_W}sdt" and value_of(element, "sdtPr/id"):
        called = value_of(element, "sdtPr/alias") or value_of(element, "sdtPr/tag")
        return f"innehållskontrollen {quoted(called)}" if called else "en innehållskontroll med nummer"
    return ""


def _between(part: Part, start: Tag, end: Tag) -> Iterator[etree._Element]:
    """The elements from the paragraph of one tag to that of another, both included."""
    inside = False
    for element in part.root.iter("*"):
        inside = inside or element is start.paragraph
        if inside and not in_fallback(element):
            yield element
        if element is end.paragraph:
            yield from (one for one in element.iterdescendants("*") if start.paragraph is not end.paragraph)
            return
