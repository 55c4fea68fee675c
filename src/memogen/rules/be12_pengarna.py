"""BE12: a decision that costs says how much, from where and in which year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.texter import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

AMOUNT = re.compile(
    r"(?i)[0-9][0-9 \u00a0.,]{0,20}(?:kr|kronor|tkr|mnkr|mkr|msek|tusen kronor|miljon(?:er)?(?: kronor)?)\b"
)
_SPENDS = re.compile(
    r"(?i)\b(?:anslå\w*|bevilja\w*|avsätt\w*|tillskjut\w*|bidra\w*|finansier\w*|investera\w*|tilläggsansl\w*|kostnad\w*|utgift\w*|"
    r"köpeskilling\w*|anslag\w*)\b"
)
_FUNDS = re.compile(
    r"(?i)\b(?:inom (?:beslutad |befintlig |tilldelad )?ram\w*|\w*budget\w*|\w*anslag\w*|ansvar\w*|\w*medel\w*|"
    r"finansier\w*|"
    r"eget kapital|\w*reserv\w*|konto\w*|\w*investering\w*|överskott\w*|drift\w*|ur |från)\b"
)
_YEAR = re.compile(r"\b20[0-9]{2}\b")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A point that spends an amount without saying from where, or in which year."""
    for point in points(document):
        amount = AMOUNT.search(point.text.value)
        if not amount or not _SPENDS.search(point.text.value):
            continue
        funded, year = _FUNDS.search(point.text.value), _YEAR.search(point.text.value)
        missing = [
            word for word, there in (("varifrån pengarna tas", funded), ("vilket år det gäller", year)) if not there
        ]
        if missing:
            message = f"beslutspunkten säger inte {' eller '.join(missing)}"
            yield point.text.remark("BE12", amount, message, help="skriv belopp, budgetpost och år i samma punkt")


RULE = Rule(
    code="BE12",
    title="Pengarna är oklara",
    severity=Severity.WARNING,
    what="En punkt som kostar säger beloppet, varifrån pengarna tas och vilket år det gäller. En taxa eller avgift "
    "behöver inte det.",
    why="Beslutet ska gå att bokföra och följa upp utan att någon frågar handläggaren.",
    example="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på 25 000 kronor",
    instead="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på 25 000 kronor ur kommunstyrelsens "
    "medel för oförutsedda behov 2026",
    check=check,
)
