"""PR01: the paragraphs go on from the organ's previous minutes, and every § that is named is there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import first_number
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import of_another_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_LONG = dt.timedelta(days=45)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A first number that leaves a gap or is taken, and numbers in the file that the meeting does not have."""
    if not isinstance(document, Sammantrade):
        return
    before, given = context.foregaende, document.forsta_paragraf
    if before is not None and before.sista and given is not None and given != before.sista + 1:
        fault = "är redan använd" if given <= before.sista else "lämnar en lucka"
        message = f"första paragraf {given} {fault}: protokollet den {before.datum} slutar med § {before.sista}"
        advice = f'skriv {before.sista + 1}, eller ta bort "första paragraf" som följer av sig själv'
        # After a long time there may well be minutes between that were not made in this workspace.
        long_since = given > before.sista and _passed(before.datum, document.datum) > _LONG
        severity = Severity.WARNING if long_since else None
        yield Remark("PR01", ("forsta_paragraf",), message, advice, severity=severity)
    forsta = first_number(document, context)
    numbers = range(forsta, forsta + len(document.paragrafer))
    known = given is not None or before is not None
    if given is not None and of_another_series(document, forsta):
        first = min(number for _, stated in _stated(document) for number in stated)
        message = f"första paragraf {given} går inte ihop med närvaron och anslagen, som börjar med § {first}"
        yield Remark("PR01", ("forsta_paragraf",), message, "rätta numret här, eller paragraferna där")
        return
    for path, stated in _stated(document) if document.paragrafer else ():
        foreign = next((number for number in stated if number not in numbers), None)
        if foreign is None:
            continue
        has = f"sammanträdet har §§ {numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else f"sammanträdet har § {forsta}"
        advice = "rätta paragraferna" if known else 'skriv numret på den första under "första paragraf"'
        # Paragraphs may still be to be written; what comes before the first of them may not.
        severity = Severity.WARNING if known and foreign > forsta else None
        yield Remark("PR01", path, f"§ {foreign} finns inte, {has}", advice, severity=severity)
        if not known:
            return


def _passed(written: str, day: dt.date) -> dt.timedelta:
    """The time from a day as another file has it; none where that file is wrong."""
    try:
        return day - dt.date.fromisoformat(written)
    except ValueError:
        return dt.timedelta(0)


def _stated(document: Sammantrade) -> Iterator[tuple[FieldPath, tuple[int, ...]]]:
    people = ("ledamoter", "tjanstgorande_ersattare", "ej_tjanstgorande_ersattare", "ovriga_narvarande")
    for key in (*people, "tjanstgorande_ordforande", "anslag"):
        for position, entry in enumerate(getattr(document, key)):
            yield (key, position, "paragrafer"), entry.paragrafer


RULE = Rule(
    code="PR01",
    title="Paragrafernas nummer går inte ihop",
    severity=Severity.ERROR,
    what="Paragraferna fortsätter från organets förra protokoll samma år, utan lucka och utan dubbletter, och de "
    "paragrafer som närvaron och anslagen nämner finns i protokollet. En som kommer efter den sista är en varning; "
    "det är en lucka efter mer än 45 dagar också.",
    why="Ett beslut anges med organ, datum och paragraf. En lucka ser ut som ett beslut som saknas.",
    example="första paragraf: 48 (det förra protokollet slutade med § 45)",
    instead="första paragraf: 46",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
