"""Swedish typography: where a space must not be broken (Svenska skrivregler, Språkrådet).

Only ordinary spaces are changed, each to U+00A0, so the text keeps its length and its other characters.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from memogen.artifacts import Run
from memogen.model.dagar import MANADER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.artifacts import Inline, Inlines

NBSP = "\u00a0"

_MASKED = "\ufffc"
_BEFORE_A_NUMBER = (
    *("§", "kap.", "kl.", "kl", "s.", "sid.", "nr", "nr.", "art.", "prop.", "SFS"),
    *("bilaga", "Bilaga", "bilagor", "Bilagor", "figur", "Figur", "tabell", "Tabell", "punkt", "Punkt"),
)
_AFTER_A_NUMBER = (
    *("kr", "kronor", "öre", "tkr", "mkr", "mnkr", "mdkr", "tusen", "miljon", "miljoner", "miljard", "miljarder"),
    *("procent", "procentenheter", "promille"),
    *("m", "m²", "m³", "kvm", "kvadratmeter", "km", "cm", "mm", "ha", "hektar"),
    *("kg", "g", "ton", "l", "kWh", "MWh", "GWh", "kW", "MW", "st", "kap"),
)
_ABBREVIATIONS = (
    *("t. ex.", "bl. a.", "d. v. s.", "o. s. v.", "m. m.", "m. fl.", "s. k.", "f. d.", "f. n.", "e. d."),
    *("fr. o. m.", "t. o. m.", "p. g. a."),
)

_ONE_OR_TWO_DIGITS = (r"\b\d", r"\b\d\d")
_UP_TO_THREE_DIGITS = (*_ONE_OR_TWO_DIGITS, r"\b\d\d\d")


def _between(lefts: Iterable[str], right: str) -> str:
    """The place after a space that has one of ``lefts`` before it and ``right`` after it."""
    return f"(?={right})(?:" + "|".join(f"(?<={left} )" for left in lefts) + ")"


def _word(word: str) -> str:
    return (r"\b" if word[0].isalpha() else "") + re.escape(word)


def _abbreviation_spaces() -> Iterator[str]:
    for abbreviation in _ABBREVIATIONS:
        for left, right in pairwise(abbreviation.split(" ")):
            yield _between((_word(left),), re.escape(right))


def _where(seen: str, *places: str) -> str:
    """One of the places, where a single sign is ``seen``: most spaces are passed by for the lack of it."""
    return f"{seen}(?:{'|'.join(places)})"


# The space comes first in the pattern, so that the search can leap from space to space.
_UNBROKEN = re.compile(
    " (?:"
    + "|".join(
        [
            _between(map(_word, _BEFORE_A_NUMBER), r"\d"),
            _where(
                r"(?<=\d )",
                rf"(?=(?:{'|'.join(_AFTER_A_NUMBER)})\b|[%‰§€$]|°C)",
                _between(_UP_TO_THREE_DIGITS, r"\d{3}\b"),
                _between(_ONE_OR_TWO_DIGITS, rf"(?:{'|'.join(MANADER)})\b"),
            ),
            _where(
                r"(?<=\. )",
                _between((r"\b[A-ZÅÄÖ]\.",), r"[A-ZÅÄÖ](?:\.|[a-zåäö])"),
                *_abbreviation_spaces(),
            ),
        ]
    )
    + ")"
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
