"""The words by which a field is known in documents that people have written before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.model import diarienummer
from memogen.model.nyckel import fold
from memogen.model.rubriker import AVSNITT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memogen.model.profil import Profil

KINDS: Final = ("tjansteskrivelse", "styrdokument", "remiss", "protokollsutdrag", "kallelse")
"""The kinds that an existing document can become a template for."""

_EVERYWHERE: Final = {
    "diarienummer": "diarienummer, dnr, diarienr, diarienummer dnr, ärendenummer, ärendenr, vår beteckning, beteckning",
    "datum": "datum, dokumentdatum, upprättad, upprättat, skapad",
    "rubrik": "rubrik, ärendemening, ärenderubrik, titel, ärende",
    "dokumenttyp": "dokumenttyp, handlingstyp",
    "kommun": "kommun, kommunnamn",
    "organisationsnummer": "organisationsnummer, org.nr, orgnr",
    "sekretess": "sekretess",
}
_OF_KIND: Final = {
    "tjansteskrivelse": {
        "handlaggare": "handläggare, handläggande tjänsteman, handläggande tjänsteperson, handläggarens namn, "
        "handläggarnamn, utredare, kontaktperson",
        "forvaltning": "förvaltning, kontor, avdelning, förvaltningsnamn, enhet",
        "mottagare": "mottagare, till, adressat, nämnd, instans, beslutsinstans",
        "klassificering": "klassificering, klassificeringskod, dossié",
        "inkommet": "inkommet, ankomstdatum",
    },
    "styrdokument": {
        "beslutsfattare": "beslutsfattare, antagen av, beslutad av, fastställd av, antaget av",
        "dokumentansvarig": "dokumentansvarig, ansvarig, dokumentägare",
        "kategori": "typ av styrdokument, kategori",
    },
    "remiss": {
        "avsandare": "avsändare, från",
        "svar_senast": "svar senast, sista svarsdag, svarsdatum, remisstid, svara senast",
        "svar_till": "svar till, svaret skickas till, svara till",
        'remissinstanser | join(", ")': "remissinstanser, sändlista",
    },
    "protokollsutdrag": {
        "organ": "organ, nämnd, instans",
        "paragraf": "paragraf, §",
        "datum": "sammanträdesdatum, sammanträdesdag",
        "ordforande": "ordförande",
        "sekreterare": "sekreterare",
        'justerare | join(", ")': "justerare, justerande",
    },
    "kallelse": {
        "organ": "organ, nämnd, instans",
        "datum": "sammanträdesdatum, sammanträdesdag",
        "tid": "tid, klockan",
        "plats": "plats, lokal",
        "ordforande": "ordförande",
        "sekreterare": "sekreterare",
    },
}
_OTHER_HEADINGS: Final = {
    "forslag_till_beslut": "beslutsförslag, förslag till beslut",
    "beslutsunderlag": "underlag, underlag för beslut, handlingar i ärendet",
    "ekonomiska_konsekvenser": "ekonomi, ekonomisk konsekvens, finansiering",
    "konsekvenser": "barnperspektivet, konsekvensbeskrivning",
    "beslutet_skickas_till": "expedieras till, beslutet ska skickas till, expediering, delges, skickas till",
    "yrkanden": "yrkande, förslag på sammanträdet, förslag till beslut på sammanträdet",
    "beslutsgang": "propositionsordning",
    "reservationer": "reservation",
    "foredragningslista": "föredragningslista, ärenden, ärendelista, dagordning",
    "kontakt": "kontaktperson, frågor",
    "relaterade_dokument": "hänvisningar",
}
_PROTOKOLL: Final = "protokollsutdrag"
_TYPES: Final = {
    "tjansteskrivelse": r"tjänste(?:skrivelse|utlåtande|yttrande)(?: till .*)?",
    "styrdokument": r"(?:normerande )?styrdokument",
    "remiss": r"remiss",
    "protokollsutdrag": r"protokollsutdrag|utdrag ur protokoll.*",
    "kallelse": r"kallelse(?: till .*)?",
}


@dataclass(frozen=True)
class Vocabulary:
    """What the fields of a kind are called, in general and in this municipality."""

    kind: str
    labels: Mapping[str, str]
    headings: Mapping[str, str]
    organs: frozenset[str]
    offices: frozenset[str]
    wordings: tuple[tuple[re.Pattern[str], str], ...]
    """The profile's headings that name an organ, and their sections."""
    numbers: tuple[re.Pattern[str], ...]
    types: re.Pattern[str]

    def field(self, label: str) -> str:
        """The expression for what stands at a label, or for a field of another system; empty: unknown."""
        return self.labels.get(_plain(label), "")

    def section(self, heading: str) -> str:
        """The section under a heading; empty: none that is known."""
        plain = _plain(heading)
        if plain.startswith("forslag_till_beslut"):
            plain = "forslag_till_beslut" if self.kind == "tjansteskrivelse" else plain
        worded = (key for pattern, key in self.wordings if pattern.fullmatch(heading.strip()))
        return self.headings.get(plain, "") or next(worded, "")

    def is_number(self, text: str) -> bool:
        """Whether the text is a diarienummer."""
        return any(pattern.fullmatch(text.strip()) for pattern in self.numbers)


def vocabulary(kind: str, profil: Profil) -> Vocabulary:
    """The words for a kind of document in the profile's municipality."""
    known = [*_EVERYWHERE.items(), *_OF_KIND[kind].items()]
    labels = {_plain(word): field for field, words in known for word in words.split(", ")}
    labels |= {field: field for field, _ in known if field.isidentifier()}
    labels |= {_plain(text): labels[key] for key, text in profil.rubriker.items() if key in labels}
    headings = _headings(kind, profil)
    return Vocabulary(
        kind,
        labels,
        headings,
        frozenset(fold(word) for name, organ in profil.organ.items() for word in (name, organ.kortnamn or name)),
        frozenset(map(fold, profil.forvaltningar)),
        _wordings(headings, profil),
        tuple(map(diarienummer.compile_pattern, profil.diarienummer)),
        re.compile(_types(kind, profil), re.IGNORECASE),
    )


def _headings(kind: str, profil: Profil) -> dict[str, str]:
    section = "protokoll" if kind == _PROTOKOLL else kind
    usual = dict(AVSNITT.get(section, {"foredragningslista": "Föredragningslista"}))
    val = getattr(profil, section, None)
    for chosen in val.avsnitt if val is not None else ():
        usual[chosen.namn] = chosen.rubrik or usual.get(chosen.namn) or chosen.nyckel
    found = {_plain(word): key for key in usual for word in _OTHER_HEADINGS.get(key, "").split(", ") if word}
    found |= {_plain(profil.rubriker[key]): key for key in usual if key in profil.rubriker}
    return found | {_plain(heading): key for key, heading in usual.items() if heading} | {key: key for key in usual}


def _wordings(headings: Mapping[str, str], profil: Profil) -> tuple[tuple[re.Pattern[str], str], ...]:
    known = set(headings.values())
    worded = ((key, text) for key, text in profil.rubriker.items() if key in known and "{" in text)
    return tuple((_pattern(text), key) for key, text in worded)


def _types(kind: str, profil: Profil) -> str:
    """What the kind of document is called, in general and here."""
    own = profil.rubriker.get(kind)
    return f"{_TYPES[kind]}|{_pattern(own).pattern}(?: till .*)?" if own else _TYPES[kind]


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, re.split(r"\{\w+\}", phrase))), re.IGNORECASE)


def _plain(label: str) -> str:
    return fold(re.sub(r"[\s:.]+$", "", " ".join(label.split())))
