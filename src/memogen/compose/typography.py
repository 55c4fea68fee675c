"""Swedish typography: where a space must not be broken (Svenska skrivregler, Språkrådet).

Only ordinary spaces are changed, each to U+00A0, so the text keeps its length and its other characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Run
from memogen.compose.dates import MONTHS

if TYPE_CHECKING:
    from memogen.artifacts import Inline, Inlines

NBSP = "\u00a0"

_MASKED = "\ufffc"
_BEFORE_A_NUMBER = (
    *("§", "kap.", "kl.", "kl", "s.", "sid.", "nr", "nr.", "art.", "prop.", "SFS"),
    *("bilaga", "Bilaga", "bilagor", "Bilagor", "figur", "Figur", "tabell", "Tabell", "punkt", "Punkt"),
)
_AFTER_A_NUMBER = (
    *("kr", "kronor", "öre", "tkr", "mkr", "mnkr", "mdkr", "tusen", "miljon", "miljoner", "miljard", "miljarder"),
    *(
        "procent",
        "procentenheter",
        "promille",
        "m",
        "m²",
        "m³",
        "kvm",
        "kvadratmeter",
        "km",
        "cm",
        "mm",
        "ha",
        "hektar",
    ),
    *("kg", "g", "ton", "l", "kWh", "MWh", "GWh", "kW", "MW", "st", "kap"),
)
_ABBREVIATIONS = (
    *("t. ex.", "bl. a.", "d. v. s.", "o. s. v.", "m. m.", "m. fl.", "s. k.", "f. d.", "f. n.", "e. d."),
    *("fr. o. m.", "t. o. m.", "p. g. a."),
)


def _after(words: tuple[str, ...]) -> str:
    """A lookbehind for any of the words, each at a word's beginning."""
    starts = {word: r"\b" if word[0].isalpha() else "" for word in words}
    return "(?:" + "|".join(f"(?<={start}{re.escape(word)})" for word, start in starts.items()) + ")"


def _abbreviation_spaces() -> list[str]:
    pairs = {pair for abbreviation in _ABBREVIATIONS for pair in zip(*_neighbours(abbreviation), strict=True)}
    return [rf"(?<=\b{re.escape(left)}) (?={re.escape(right)})" for left, right in sorted(pairs)]


def _neighbours(abbreviation: str) -> tuple[list[str], list[str]]:
    parts = abbreviation.split(" ")
    return parts[:-1], parts[1:]


_UP_TO_THREE_DIGITS = r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d))"
_ONE_OR_TWO_DIGITS = r"(?:(?<=\b\d)|(?<=\b\d\d))"
_UNBROKEN = re.compile(
    "|".join(
        [
            _after(_BEFORE_A_NUMBER) + r" (?=\d)",
            rf"(?<=\d) (?=(?:{'|'.join(_AFTER_A_NUMBER)})\b|[%‰§€$]|°C)",
            rf"{_UP_TO_THREE_DIGITS} (?=\d{{3}}\b)",
            rf"{_ONE_OR_TWO_DIGITS} (?=(?:{'|'.join(MONTHS)})\b)",
            r"(?<=\b[A-ZÅÄÖ]\.) (?=[A-ZÅÄÖ](?:\.|[a-zåäö]))",
            *_abbreviation_spaces(),
        ]
    )
)


def typeset(text: str) -> str:
    """The text with non-breaking spaces: ``§ 144``, ``1 500 kr``, ``12 november``, ``bilaga 1``, ``A. B. Ek``."""
    return _UNBROKEN.sub(NBSP, text) if " " in text else text


def typeset_inlines(inlines: Inlines) -> Inlines:
    """The same over runs, also where a bold word begins between the space and the number; links are left alone."""
    masked = "".join(_seen(inline) for inline in inlines)
    whole = typeset(masked)
    if whole == masked:
        return inlines
    position = 0
    result: list[Inline] = []
    for inline in inlines:
        end = position + len(_seen(inline))
        if isinstance(inline, Run) and not inline.link:
            text = whole[position:end]
            result.append(Run(text, inline.bold, inline.italic, inline.strike))
        else:
            result.append(inline)
        position = end
    return tuple(result)


def _seen(inline: object) -> str:
    if isinstance(inline, Run):
        return _MASKED * len(inline.text) if inline.link else inline.text
    return _MASKED
