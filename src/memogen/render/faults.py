"""What can be wrong with a template, said in Word's terms and in Swedish."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN: Final = 60
_PARTS: Final = (
    (re.compile(r"word/document\d*\.xml"), "brödtexten"),
    (re.compile(r"word/header\d*\.xml"), "sidhuvudet"),
    (re.compile(r"word/footer\d*\.xml"), "sidfoten"),
    (re.compile(r"word/footnotes\d*\.xml"), "en fotnot"),
    (re.compile(r"word/endnotes\d*\.xml"), "en slutnot"),
    (re.compile(r"word/comments\w*\.xml"), "en kommentar"),
    (re.compile(r"word/charts/.*"), "ett diagram"),
    (re.compile(r"docProps/.*"), "dokumentegenskaperna"),
)
_JINJA: Final = (
    (re.compile(r"No filter named '(.*)'"), 'filtret "{0}" finns inte'),
    (re.compile(r"No test named '(.*)'"), 'villkoret "is {0}" finns inte'),
    (re.compile(r"Encountered unknown tag '(p|tr|tc|r)'"), "två taggar som {{%{0} … %}} står i samma stycke eller rad"),
    (re.compile(r"Encountered unknown tag '(end\w+|else|elif)'"), '"{0}" saknar en början: inget block är öppet här'),
    (re.compile(r"Encountered unknown tag '(.*?)'"), '"{0}" är ingen tagg som memogen känner till'),
    (re.compile(r"Unexpected end of template.*", re.DOTALL), "ett block som börjar här stängs aldrig"),
    (re.compile(r"unexpected end of template, expected 'end of (?:print|block) statement'.*"), "taggen är inte hel"),
    (re.compile(r"expected token .*, got 'end of (?:print|block|statement).*'"), "taggen slutar för tidigt"),
    (
        re.compile(r"Expected an expression, got 'end of (?:print|block|statement).*'"),
        "taggen är tom eller slutar för tidigt",
    ),
    (re.compile(r"expected name or number"), "ett namn saknas efter punkten"),
    (re.compile(r"expected token .*, got '(.*)'"), 'taggen kan inte läsas vid "{0}"'),
    (re.compile(r"unexpected char [\"'](.*)[\"'] at .*"), 'tecknet "{0}" kan inte stå i en tagg'),
    (re.compile(r"unexpected '(.*?)'.*"), 'taggen kan inte läsas vid "{0}"'),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a template, in Word's terms: the part, the paragraph (0: the whole part) and its text."""

    part: str = ""
    paragraph: int = 0
    text: str = ""
    tag: str = ""

    def __str__(self) -> str:
        where = part_name(self.part) if self.part else ""
        return f"{where}, stycke {self.paragraph}" if where and self.paragraph else where


class TemplateFault(Exception):
    """One thing that is wrong with a template; ``spot`` is filled in by whoever knows it."""

    def __init__(self, code: str, message: str, advice: str = "", spot: Spot | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.spot = spot

    def at(self, spot: Spot | None) -> TemplateFault:
        """The same fault at ``spot``, unless it already knows where it stands."""
        return TemplateFault(self.code, self.message, self.advice, self.spot or spot)

    def diagnostic(self, template: Path) -> Diagnostic:
        """The fault as a diagnostic: the paragraph number is the line, its text the excerpt."""
        spot = self.spot or Spot()
        column = max(0, spot.text.find(spot.tag)) + 1 if spot.tag else 1
        place = Place(template, max(1, spot.paragraph), column, max(1, len(spot.tag)), spot.text)
        where = f" ({spot})" if str(spot) else ""
        return Diagnostic(self.code, Severity.ERROR, f"{self.message}{where}", place, self.advice)


class TemplateFaults(Exception):
    """Several things that are wrong with a template."""

    def __init__(self, faults: list[TemplateFault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def part_name(member: str) -> str:
    """What a person who works in Word calls a part: ``brödtexten``, ``sidhuvudet`` …."""
    return next((name for pattern, name in _PARTS if pattern.fullmatch(member)), f'delen "{member}"')


def quoted(text: str) -> str:
    """``text`` between quotes, cut where it is too long to read."""
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[:_SHOWN]}…"'


def in_swedish(message: str) -> str:
    """A syntax message of Jinja in Swedish."""
    for pattern, wording in _JINJA:
        found = pattern.match(message)
        if found:
            return wording.format(*found.groups())
    return "taggen är felskriven"


def syntax_fault(message: str, spot: Spot | None) -> TemplateFault:
    """A syntax error of Jinja as a fault."""
    tag = f" i {quoted(spot.tag)}" if spot is not None and spot.tag else ""
    return TemplateFault("MA02", in_swedish(message) + tag, "rätta taggen i mallen", spot)


def whole_part(spot: Spot) -> Spot:
    """The part that ``spot`` stands in."""
    return replace(spot, paragraph=0, text="", tag="")
