"""The treatment of a matter in one paragraph, as the rules of the minutes look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.model.profil import ar_beredande
from memogen.model.protokollsutdrag import Paragraf, Protokollsutdrag
from memogen.model.sammantrade import Motesparagraf, Sammantrade
from memogen.rules.narvaro import narvaro
from memogen.rules.personer import Namnd, name_key, speakers
from memogen.rules.texter import Text, running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import FieldPath
    from memogen.model.arende import Arende
    from memogen.model.grund import Grund
    from memogen.model.person import Person
    from memogen.model.profil import Profil
    from memogen.model.protokollsutdrag import Inlagg
    from memogen.rules.grund import Context
    from memogen.rules.narvaro import Narvaro

STATEMENTS = ("yrkanden", "reservationer", "sarskilda_yttranden", "protokollsanteckningar", "deltar_inte_i_beslutet")
_ALL_SENTENCES = frozenset({"jav", "yrkanden", "deltar_inte_i_beslutet"})
"""In other statements the first sentence says whose they are, and what follows may tell of anybody."""


@dataclass(frozen=True, slots=True)
class Sagd:
    """Somebody whom an entry of a paragraph is by, and where that stands."""

    namn: str
    parti: str | None
    path: FieldPath
    quote: str = ""
    offset: int = -1

    @property
    def text(self) -> str:
        """``Anna Ek (S)``, or the name alone."""
        return f"{self.namn} ({self.parti})" if self.parti else self.namn


@dataclass(frozen=True, slots=True)
class Behandling:
    """One paragraph, its number, the case behind it and who was there. ``narvaro`` is None where it is not known."""

    document: Sammantrade | Protokollsutdrag
    paragraf: Paragraf
    path: FieldPath
    nummer: int | None
    arende: Arende | None
    narvaro: Narvaro | None

    @property
    def label(self) -> str:
        """``§ 45``, or ``paragrafen``."""
        return "paragrafen" if self.nummer is None else f"§ {self.nummer}"

    @property
    def slag(self) -> str:
        """The kind of paragraph."""
        return self.paragraf.typ if isinstance(self.paragraf, Motesparagraf) else "beslut"

    @property
    def rubrik(self) -> str:
        """The paragraph's own rubrik, or the case's."""
        return self.paragraf.rubrik or (self.arende.rubrik if self.arende else "")

    @property
    def jav(self) -> frozenset[str]:
        """The names of those who are jäviga, as they are compared."""
        return frozenset(self.full_name(one.namn) for one in self.said("jav"))

    @property
    def presiding(self) -> Person | None:
        """Who is in the chair, where it is sure that they led this paragraph: there, and not jävig."""
        chair = self.document.ordforande
        if isinstance(self.document, Sammantrade) and self.nummer is not None:
            chair = self.document.leder(self.nummer)
        if chair is None or name_key(chair.namn) in self.jav:
            return None
        if self.narvaro is None or self.nummer is None:
            return chair
        return chair if name_key(chair.namn) in {one.key for one in self.narvaro.serving(self.nummer)} else None

    @property
    def tjanstgorande(self) -> int:
        """How many serve; 0 where that is not known."""
        if self.narvaro is None or self.nummer is None:
            return 0
        return len(self.narvaro.serving(self.nummer, self.jav))

    def full_name(self, name: str) -> str:
        """The name as the attendance has it, as it is compared."""
        found = self.narvaro.find(name) if self.narvaro else []
        return found[0].key if found else name_key(name)

    def at(self, *steps: str | int) -> FieldPath:
        """The way to a field of the paragraph."""
        return (*self.path, *steps)

    def said(self, field: str) -> Iterator[Sagd]:
        """Those whom the entries of a field are by: named persons, or those who act in a sentence."""
        entries: tuple[Inlagg, ...] = getattr(self.paragraf, field)
        for position, entry in enumerate(entries):
            for number, person in enumerate(entry.av):
                yield _of_person(person, self.at(field, position, "av", number))
            if not entry.av and entry.text:
                spoken = speakers(entry.text, None if field in _ALL_SENTENCES else 1)
                yield from (_of_text(one, self.at(field, position, "text")) for one in spoken)

    def voters(self) -> Iterator[tuple[int, str, Sagd]]:
        """Everybody who is named in a vote: the vote's position, and ``ja``, ``nej``, ``avstar`` or ``franvarande``."""
        for position, vote in enumerate(self.paragraf.omrostningar):
            for side in ("ja", "nej"):
                for number, person in enumerate(getattr(vote, side).roster):
                    path = self.at("omrostningar", position, side, "roster", number)
                    yield position, side, _of_person(person, path)
            for side in ("avstar", "franvarande"):
                for number, person in enumerate(getattr(vote, side)):
                    yield position, side, _of_person(person, self.at("omrostningar", position, side, number))

    def texts(self) -> Iterator[Text]:
        """The running texts of the paragraph, with their way from the top of the file."""
        for text in running_texts(self.paragraf):
            if text.path[0] not in {"organ", "datum", "paragraf"}:
                yield Text((*self.path, *text.path), text.value)


def _of_person(person: Person, path: FieldPath) -> Sagd:
    return Sagd(person.namn, person.parti, path)


def _of_text(one: Namnd, path: FieldPath) -> Sagd:
    return Sagd(one.namn, one.parti, path, one.text, one.start)


def first_number(meeting: Sammantrade, context: Context) -> int:
    """The number of a meeting's first paragraph: as written, or as it follows from the meetings before."""
    return context.forsta_paragraf if meeting.forsta_paragraf is None else meeting.forsta_paragraf


def behandlingar(document: Grund, context: Context) -> Iterator[Behandling]:
    """The paragraphs of a meeting, or the one of a protokollsutdrag; nothing for other documents."""
    if isinstance(document, Protokollsutdrag):
        yield Behandling(document, document, (), None, context.arende, None)
    elif isinstance(document, Sammantrade):
        forsta = first_number(document, context)
        there = narvaro(document, forsta)
        for number, paragraf in document.numrerade(forsta):
            arende = context.arenden.get(paragraf.arende or "")
            yield Behandling(document, paragraf, ("paragrafer", number - forsta), number, arende, there)


def is_fullmaktige(organ: str, profil: Profil) -> bool:
    """Whether the organ is the kommunfullmäktige (or a regionfullmäktige)."""
    return "fullmäktige" in profil.organets_namn(organ).lower()


def only_prepares(organ: str, profil: Profil) -> bool:
    """Whether the organ is an utskott or a beredning that puts its proposals to another organ."""
    namn = profil.organets_namn(organ)
    known = profil.organ.get(namn)
    return ar_beredande(namn) and known is not None and known.bereder_for is not None
