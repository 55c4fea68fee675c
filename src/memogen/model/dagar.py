"""Days in Swedish running text: ``den 8 februari 2023``, ``2023-02-08``."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from memogen.model.siffror import at_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

MANADER = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_DAY = re.compile(
    r"(?<![\w-])(?:(?P<day>[0-9]{1,2})[ \u00a0\n](?P<month>" + "|".join(MANADER) + r")"
    r"(?:[ \u00a0\n](?P<year>(?:19|20)[0-9]{2}))?"
    r"|(?P<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}))(?![\w-])"
)
_LEAP_YEAR = 2024
_CENTURY = 2000
_SIGN = r"\s*[-./\u2010-\u2015\u2212]\s*"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>(?:19|20)[0-9]{{2}}){_SIGN}(?P<month>[0-9]{{1,2}}){_SIGN}(?P<day>[0-9]{{1,2}})",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        (
            rf"(?:den\s+)?(?P<day>[0-9]{{1,2}})(?::e\s+|\s+|{_SIGN})(?P<month>[0-9]{{1,2}}|[a-zåäö]{{3,}})\.?"
            rf"(?:\s+|{_SIGN})(?P<year>(?:19|20)[0-9]{{2}})"
        ),
        # 26-03-12 may begin with the year or with the day: nothing is guessed.
        rf"(?P<day>[0-9]{{1,2}})\s*[./]\s*(?P<month>[0-9]{{1,2}}){_SIGN}(?P<year>[0-9]{{2}})",
    )
)
"""The ways that people write a day by itself."""


class Day(NamedTuple):
    """A day as written. ``date`` is None when it is not in the calendar, or has no year."""

    text: str
    start: int
    date: dt.date | None
    exists: bool


def days(text: str) -> Iterator[Day]:
    """Every day in the text, in order."""
    for found in at_numbers(_DAY, text):
        if found["iso"]:
            year, month, day = (int(part) for part in found["iso"].split("-"))
        else:
            year = int(found["year"] or 0)
            month, day = MANADER.index(found["month"]) + 1, int(found["day"])
        date = _date(year or _LEAP_YEAR, month, day)
        yield Day(found[0], found.start(), date if year else None, date is not None)


def meant(text: str) -> dt.date | None:
    """The day that is meant by a date in another form than ISO 8601: ``12/3-26``, ``12 mars 2026``."""
    written = text.strip().lower()
    found = next(filter(None, (pattern.fullmatch(written) for pattern in _WRITTEN)), None)
    if found is None:
        return None
    said = found["month"]
    named = [number for number, name in enumerate(MANADER, 1) if name.startswith(said)]
    month = int(said) if said.isdigit() else next(iter(named), 0)
    year = int(found["year"])
    return _date(year if len(found["year"]) == len("2026") else year + _CENTURY, month, int(found["day"]))


def dated(text: str) -> dt.date | None:
    """The latest whole date in the text."""
    return max((day.date for day in days(text) if day.date), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
