"""The bodies of a municipality: full names, names inside a sentence, and who prepares for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.model.nyckel import fold
from memogen.model.profil import ar_beredande

if TYPE_CHECKING:
    from memogen.model.profil import Profil

_NOT_A_PLACE = frozenset({"kommun", "kommuns", "stad", "stads", "region", "regionen", "landsting"})
_AFTER_A_PLACE = ("stadsdelsnämnd", "kommundelsnämnd", "lokalnämnd", "områdesnämnd", "stadsdelsförvaltning")
_COMPANY = frozenset({"AB", "HB", "KB"})
_SURE_PLACE = 5
_DEFINITE = {
    "utskott": "utskottet",
    "beredning": "beredningen",
    "delegation": "delegationen",
    "kommitté": "kommittén",
    "presidium": "presidiet",
    "råd": "rådet",
}
"""What an organ is called inside a sentence when it is known which: ``arbetsutskott`` → ``arbetsutskottet``."""


class Organs:
    """Answers for one profile. Names may be given in full or as kortnamn; others are taken as they stand."""

    def __init__(self, profil: Profil) -> None:
        self._full = {fold(name): name for name in profil.organ}
        self._full |= {fold(organ.kortnamn): name for name, organ in profil.organ.items() if organ.kortnamn}
        self._above = {
            name: self.full_name(organ.bereder_for) for name, organ in profil.organ.items() if organ.bereder_for
        }
        self._places = tuple(word for word in profil.kommun.split() if word.lower() not in _NOT_A_PLACE)

    def full_name(self, name: str) -> str:
        """``KS`` → ``Kommunstyrelsen``."""
        return self._full.get(fold(name), name.strip())

    def above(self, name: str) -> str | None:
        """The organ that ``name`` prepares for, None where the profile knows none."""
        return self._above.get(self.full_name(name))

    def way(self, lower: str, upper: str) -> tuple[str, ...]:
        """The organs from ``lower`` up to ``upper``, both included; empty where no way leads there."""
        way = [self.full_name(lower)]
        target = self.full_name(upper)
        while way[-1] != target:
            above = self.above(way[-1])
            if above is None or above in way:
                return ()
            way.append(above)
        return tuple(way)

    def only_prepares(self, name: str) -> str | None:
        """The organ that an utskott or beredning puts its proposals to; None for an organ that decides itself."""
        return self.above(name) if ar_beredande(name) else None

    def at_start(self, name: str) -> str:
        """The name as a sentence begins with it: ``Kommunstyrelsen``."""
        full = self.full_name(name)
        return full[:1].upper() + full[1:]

    def in_sentence(self, name: str) -> str:
        """The name inside a sentence: ``kommunstyrelsen``, but ``VA-nämnden`` and ``Björkvallahem AB``."""
        full = self.full_name(name)
        return full if self._keeps_its_capital(full) else full[:1].lower() + full[1:]

    def referred(self, name: str) -> str:
        """The organ when it is known which: ``arbetsutskottet``, ``kommunstyrelsen``, ``nämnden``."""
        full = self.full_name(name)
        last = full.split()[-1] if full.split() else ""
        for ending, definite in _DEFINITE.items():
            if last.lower().endswith(ending):
                return last[:1].lower() + last[1 : len(last) - len(ending)] + definite
        return "nämnden" if full.lower().startswith("nämnden för ") else self.in_sentence(name)

    def _keeps_its_capital(self, name: str) -> bool:
        first, *rest = name.split() or [""]
        following = rest[0] if rest else ""
        return (
            sum(letter.isupper() for letter in first) > 1
            or any(self._is_place(first, place) for place in self._places)
            or following.lower() in _AFTER_A_PLACE
            or (first == "Region" and following[:1].isupper())
            or not _COMPANY.isdisjoint(rest)
        )

    @staticmethod
    def _is_place(word: str, place: str) -> bool:
        """Whether the word is the municipality's place, in the genitive or as the beginning of a compound."""
        if word in {place, f"{place}s", place.removesuffix("s")}:
            return True
        return len(place) >= _SURE_PLACE and word.startswith(place.removesuffix("s"))
