"""The lines of an organ's register. ``compose`` makes them for ``registers``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Registerrad:
    """One line of an organ's register: a paragraph of its minutes.

    ``beslut`` is the decision in short (at most 120 characters); ``fil`` is where the protokollsutdrag is filed below
    the meeting's folder, without ending.
    """

    paragraf: int
    datum: dt.date
    rubrik: str
    diarienummer: str
    beslut: str
    omedelbart_justerad: bool
    fil: str
