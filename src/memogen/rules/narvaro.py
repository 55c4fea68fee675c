"""Who was there in which paragraph, and who served (KL 5 kap. 66 §)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from memogen.rules.personer import name_key, party_key, same_party

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from memogen.diagnostics import FieldPath
    from memogen.model.person import Person
    from memogen.model.sammantrade import Anslag, Narvarande, Sammantrade


class Roll(Enum):
    """In what capacity somebody was there; the first three serve."""

    LEDAMOT = "ledamoter"
    ERSATTARE = "tjanstgorande_ersattare"
    ORDFORANDE = "ordforande"
    EJ_TJANSTGORANDE = "ej_tjanstgorande_ersattare"
    OVRIG = "ovriga_narvarande"
    SEKRETERARE = "sekreterare"


_SERVING = frozenset({Roll.LEDAMOT, Roll.ERSATTARE, Roll.ORDFORANDE})


@dataclass(frozen=True, slots=True)
class Plats:
    """One person in one capacity, and in which §§. ``stated`` is whether the author wrote the §§."""

    person: Person
    roll: Roll
    path: FieldPath
    nummer: frozenset[int]
    stated: bool = False

    @property
    def key(self) -> str:
        """The name, as it is compared."""
        return name_key(self.person.namn)

    @property
    def serves(self) -> bool:
        """Whether the person serves, in that capacity."""
        return self.roll in _SERVING


@dataclass(frozen=True)
class Narvaro:
    """Everybody who was at a meeting."""

    platser: tuple[Plats, ...]

    @cached_property
    def _by_name(self) -> dict[str, list[Plats]]:
        found: dict[str, list[Plats]] = {}
        for plats in self.platser:
            found.setdefault(plats.key, []).append(plats)
        return found

    def names(self) -> Collection[str]:
        """The names of all, as they are compared."""
        return self._by_name.keys()

    def find(self, name: str) -> list[Plats]:
        """The capacities of the person with that name: as written, in the genitive, or by first and last name."""
        key = name_key(name)
        words = key.split("_")
        found = self._by_name.get(key) or self._by_name.get(key.removesuffix("s")) or []
        if found:
            return found
        return [plats for plats in self.platser if _alike(words, plats.key.split("_"))]

    def of(self, name: str, party: str | None) -> list[Plats]:
        """The same, of those with that party."""
        return [plats for plats in self.find(name) if same_party(plats.person.parti, party)]

    def serving(self, number: int, jav: Collection[str] = ()) -> list[Plats]:
        """Those who serve in a paragraph, each once; who is jävig does not."""
        return [plats for plats in self._serving.get(number, ()) if plats.key not in jav]

    @cached_property
    def _serving(self) -> dict[int, list[Plats]]:
        """Those who serve, each once, by paragraph: many rules ask for every one of them."""
        found: dict[int, dict[tuple[str, str], Plats]] = {}
        for plats in self.platser:
            who = (plats.key, party_key(plats.person.parti))
            for number in plats.nummer if plats.serves else ():
                found.setdefault(number, {}).setdefault(who, plats)
        return {number: list(people.values()) for number, people in found.items()}


def _alike(words: list[str], others: list[str]) -> bool:
    """A surname alone, or the same first and last name with others in between."""
    last = words[-1] in {others[-1], f"{others[-1]}s"}
    return last and (len(words) == 1 or (words[0] == others[0] and len(words) != len(others)))


def narvaro(meeting: Sammantrade, forsta: int) -> Narvaro | None:
    """The attendance of a meeting; None for one that has not been held, where nobody is listed.

    None too where the numbers in the file are of another series (PR01 tells): they say nothing of who was there.
    """
    if not meeting.ledamoter or of_another_series(meeting, forsta):
        return None
    every = frozenset(range(forsta, forsta + len(meeting.paragrafer)))
    return Narvaro(tuple(_platser(meeting, every)))


def of_another_series(meeting: Sammantrade, forsta: int) -> bool:
    """Whether the people and the notices name §§, and none of them is the meeting's."""
    every = range(forsta, forsta + len(meeting.paragrafer))
    named = {number for entries in _numbered(meeting) for entry in entries for number in entry.paragrafer}
    return bool(named) and bool(every) and named.isdisjoint(every)


def _numbered(meeting: Sammantrade) -> Iterator[Sequence[Narvarande | Anslag]]:
    yield from (meeting.ledamoter, meeting.tjanstgorande_ersattare, meeting.ej_tjanstgorande_ersattare)
    yield from (meeting.ovriga_narvarande, meeting.tjanstgorande_ordforande, meeting.anslag)


def _platser(meeting: Sammantrade, every: frozenset[int]) -> Iterator[Plats]:
    listed = {name_key(person.namn) for person in (*meeting.ledamoter, *meeting.tjanstgorande_ersattare)}
    for roll in (Roll.LEDAMOT, Roll.ERSATTARE, Roll.EJ_TJANSTGORANDE, Roll.OVRIG):
        for position, person in enumerate(getattr(meeting, roll.value)):
            # Numbers of another series are remarked on by PR01; they tell nothing of this meeting.
            told = frozenset(person.paragrafer) & every
            yield Plats(person, roll, (roll.value, position), told or every, bool(told))
    for roll in (Roll.ORDFORANDE, Roll.SEKRETERARE):
        alone: Person | None = getattr(meeting, roll.value)
        if alone is not None and name_key(alone.namn) not in listed:
            yield Plats(alone, roll, (roll.value,), every)
