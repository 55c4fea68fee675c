"""References to bilagor in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from memogen.model.dagar import MANADER

if TYPE_CHECKING:
    from collections.abc import Iterator

_BILAGA = re.compile(
    r"(?P<word>\b[Bb]ilag(?:a|an|or|orna)(?:\*\*)?)[ \u00a0\n]+(?:nr |nummer )?"
    r"(?P<numbers>[0-9]{1,2}(?![0-9])(?:(?:[ \u00a0]?[–-][ \u00a0]?|, (?:och )?| och | samt | till )[0-9]{1,2}"
    r"(?![\w:]|[ \u00a0]?(?:kr|kap|§|st\b|procent|%|tkr|mnkr|miljon|år|månad|dag|timm|"
    + "|".join(MANADER)
    + r")))*)(?![0-9])"
)
_NUMBER = re.compile(r"[0-9]+")
_RANGE = re.compile(r"([0-9]+)[ \u00a0]?(?:[–-]|till)[ \u00a0]?([0-9]+)")
_OWN = r"(?:ärendets|tjänsteskrivelsens|beslutets|protokollets|skrivelsens|paragrafens|remissens)"
_OF_ANOTHER_BEFORE = re.compile(rf"(?i)(?<!\w)(?!{_OWN})[^\W\d_]{{3,}}s\s+$")
_OF_ANOTHER_AFTER = re.compile(
    r"(?i)\)?\s+(?:till|i|av|från|ur|i och med)\s+(?!(?:den här |denna |detta |det här )?"
    r"(?:tjänsteskrivelse|ärende|beslut|protokoll|skrivelse|remiss|handling))[\w”\"]"
)


class BilagaReference(NamedTuple):
    """``bilaga 2`` or one number of ``bilagorna 1–3``; ``of_another`` when it may be another document's."""

    text: str
    start: int
    number: int
    of_another: bool


def bilaga_references(text: str) -> Iterator[BilagaReference]:
    """Every number that the text says is a bilaga's."""
    for found in _BILAGA.finditer(text) if "ilag" in text else ():
        elsewhere = bool(
            _OF_ANOTHER_BEFORE.search(text, max(0, found.start() - 40), found.start())
            or _OF_ANOTHER_AFTER.match(text, found.end())
        )
        written = found["numbers"]
        numbers = {int(number) for number in _NUMBER.findall(written)}
        for first, last in _RANGE.findall(written):
            numbers.update(range(int(first), int(last) + 1))
        for number in sorted(numbers):
            yield BilagaReference(found[0], found.start(), number, elsewhere)
