"""The kinds of file, and which of their keys are sections of running text."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from memogen.model.arende import Arende
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.sammantrade import Motesparagraf, Sammantrade
from memogen.model.styrdokument import Styrdokument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memogen.model.grund import Grund
    from memogen.model.profil import Profil

_IN_AN_ARENDE = (
    "sammanfattning",
    "bakgrund",
    "inledning",
    "ärendet",
    "ärendebeskrivning",
    "beskrivning av ärendet",
    "beredning",
    "föredragning",
    "bedömning",
    "överväganden",
    "motivering",
    "skäl till beslut",
    "ekonomiska konsekvenser",
    "juridiska konsekvenser",
    "barnkonsekvenser",
    "tidplan",
    "uppföljning",
    "synpunkter",
)
_IN_A_PARAGRAF = ("sammanfattning", "ärendet", "beslutsgång", "text")
_DERIVED = frozenset({"omrostning"})


class Kind(NamedTuple):
    """A kind of file: its name as people write it, its model, and the text sections that it always knows.

    ``derived`` are names that a profile may place among the sections but that no one writes as text. The
    sections are keys of the file, or of every record of the list that ``within`` names, whose model is ``record``.
    """

    title: str
    model: type[Grund]
    known: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()
    within: str = ""
    record: type[Grund] | None = None

    @property
    def name(self) -> str:
        """The folded name."""
        return fold(self.title)

    def sections(self, profil: Profil | None = None) -> Mapping[str, str]:
        """The text sections by folded name, as people write them; the profile's own included."""
        added: tuple[str, ...] = ()
        if self.known and profil is not None:
            chosen = profil.tjansteskrivelse if self.model is Arende else profil.protokoll
            added = tuple(section.nyckel for section in chosen.avsnitt)
        return _sections(self, added)


@lru_cache(maxsize=64)
def _sections(kind: Kind, added: tuple[str, ...]) -> Mapping[str, str]:
    """The same for every file of a kind under one profile."""
    taken = kind.derived | (kind.record or kind.model).model_fields.keys()
    return MappingProxyType({fold(name): name for name in (*kind.known, *added) if fold(name) not in taken})


KINDS = {
    kind.name: kind
    for kind in (
        Kind("ärende", Arende, _IN_AN_ARENDE, frozenset({"beslutsunderlag"})),
        Kind("styrdokument", Styrdokument),
        Kind("remiss", Remiss),
        Kind("protokollsutdrag", Protokollsutdrag, _IN_A_PARAGRAF, _DERIVED),
        Kind("sammanträde", Sammantrade, _IN_A_PARAGRAF, _DERIVED, "paragrafer", Motesparagraf),
    )
}
"""By folded name; the first is the one that a file without ``typ`` has."""
