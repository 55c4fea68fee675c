"""Dates in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.model.dagar import MANADER

if TYPE_CHECKING:
    import datetime as dt

WEEKDAYS = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag")


def in_words(date: dt.date) -> str:
    """``2024-09-19`` → ``19 september 2024``; the space after the day does not break."""
    return f"{date.day}\u00a0{MANADER[date.month - 1]} {date.year}"


def with_weekday(date: dt.date) -> str:
    """``2024-09-19`` → ``Torsdagen den 19 september 2024``."""
    return f"{WEEKDAYS[date.weekday()]}en den {in_words(date)}"
