"""ANSLAG/BEVIS: that paragraphs are adjusted, and how long that is announced (KL 8 kap. 12 §)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.compose.dates import in_words
from memogen.compose.spans import spans, spans_in_sentence
from memogen.model import lagdatum
from memogen.model.sammantrade import Anslag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.model.sammantrade import Sammantrade

_ANNOUNCED = "Justeringen har tillkännagivits på kommunens anslagstavla."
_TO_BE_ANNOUNCED = "Justeringen ska tillkännages på kommunens anslagstavla"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice with everything that is derived; ``index`` is its place in the file, -1 where nobody wrote it."""

    anslag: Anslag
    numbers: tuple[int, ...]
    at_once: bool
    index: int = -1


def notices(meeting: Sammantrade, first: int) -> tuple[Notice, ...]:
    """The notices: those in the file; without any, one for what was adjusted at once and one for the rest."""
    numbered = meeting.numrerade(first)
    at_once = {number for number, paragraf in numbered if paragraf.omedelbart_justerad}
    every = tuple(number for number, _ in numbered)
    if meeting.anslag:
        named = {number for anslag in meeting.anslag for number in anslag.paragrafer}
        rest = tuple(number for number in every if number not in named)
        covered = [anslag.paragrafer or rest for anslag in meeting.anslag]
        return tuple(
            Notice(anslag, numbers, bool(numbers) and at_once.issuperset(numbers), index)
            for index, (anslag, numbers) in enumerate(zip(meeting.anslag, covered, strict=True))
        )
    parts = (tuple(n for n in every if n in at_once), tuple(n for n in every if n not in at_once))
    return tuple(Notice(Anslag(), part, at_once.issuperset(part)) for part in parts if part)


def announced(meeting: Sammantrade) -> list[int]:
    """Every § number that the file's notices name, in order."""
    return sorted({number for anslag in meeting.anslag for number in anslag.paragrafer})


def fields(draft: Draft, meeting: Sammantrade, organ: str, first: int) -> list[Value]:
    """What a template sees of every notice; dates that the author left out are counted from the others."""
    whole = {number for number, _ in meeting.numrerade(first)} or {*announced(meeting)}
    result: list[Value] = []
    for notice in notices(meeting, first):
        up, path = notice.anslag.uppsatt, ("anslag", max(notice.index, 0))
        down = notice.anslag.nedtas or (lagdatum.forsta_dag_att_ta_ned(up) if up else None)
        last = notice.anslag.sista_dag_att_overklaga or (lagdatum.sista_dag_att_overklaga(up) if up else None)
        result.append(
            {
                "organ": organ,
                "sammantradesdatum": meeting.datum.isoformat(),
                "paragrafer": draft.line(spans(notice.numbers), path, "anslag"),
                "uppsatt": _day(draft, up, (*path, "uppsatt")),
                "nedtas": _day(draft, down, (*path, "nedtas")),
                "sista_dag": _day(draft, last, (*path, "sista_dag_att_overklaga")),
                "forvaring": draft.line(notice.anslag.forvaring, (*path, "forvaring"), "anslag"),
                "text": draft.line(_text(meeting, notice, whole), path, "anslag"),
            }
        )
    return result


def _day(draft: Draft, day: dt.date | None, path: Sequence[str | int]) -> str:
    return draft.line(day.isoformat() if day else "", tuple(path), "anslag")


def _text(meeting: Sammantrade, notice: Notice, whole: set[int]) -> str:
    """That the paragraphs are adjusted; and, before the notice is up, by what day it must be."""
    adjusted = _adjusted(meeting, notice)
    if notice.anslag.uppsatt or adjusted is None:
        announced = _ANNOUNCED
    else:
        announced = f"{_TO_BE_ANNOUNCED} senast den {in_words(lagdatum.sista_dag_for_anslag(adjusted))}."
    every = whole <= set(notice.numbers) and not notice.at_once
    what = "Protokollet" if every else spans_in_sentence(notice.numbers)
    if notice.anslag.justerat:
        how = "justerades omedelbart" if notice.at_once else "justerades"
        return f"{what} {how} den {in_words(notice.anslag.justerat)}. {announced}"
    adjective = "justerat" if every else "justerade" if len(notice.numbers) > 1 else "justerad"
    return f"{what} är {'omedelbart ' if notice.at_once else ''}{adjective}. {announced}"


def _adjusted(meeting: Sammantrade, notice: Notice) -> dt.date | None:
    """The day of justering: the notice's own, the meeting's day where it was done at once, else the minutes'."""
    if notice.anslag.justerat or notice.at_once:
        return notice.anslag.justerat or meeting.datum
    return meeting.justering.datum if meeting.justering else None
