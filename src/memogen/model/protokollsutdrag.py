"""``typ: protokollsutdrag``: one paragraph of the minutes; the paragraph is the meeting's as well."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from memogen.model.beslut import Beslut
from memogen.model.bilaga import Bilagor, EnSekretess, FlerAvsnitt
from memogen.model.grund import Datum, Grund, Heltal, JaNej, Markdown, Rad, Rader, en_eller_flera
from memogen.model.nyckel import fold
from memogen.model.person import EnPerson, Personer, flera_personer, person_av_text

_PERSON = re.compile(r"[^().:,]+\([^()]{1,6}\)|[^\W\d_][^().:,]*(?: [^\W\d_][^().:,\s]*){1,3}")

_YRKANDETS_SLAG = {
    "bifall": re.compile(r"bifall(?: till (?:\w+ )?förslag(?:et)?)?"),
    "avslag": re.compile(r"avslag(?: på (?:\w+ )?förslag(?:et)?)?"),
    "aterremiss": re.compile(r"återremiss(?: av ärendet)?|att ärendet (?:ska )?återremitteras"),
    "bordlaggning": re.compile(r"bordläggning(?: av ärendet)?|att ärendet (?:ska )?bordläggas?"),
}


class Inlagg(Grund):
    """A statement: by whom (``av``), in their own words (``text``), or in a bilaga.

    A sentence stands in ``text`` with ``av`` empty and is printed as written.
    """

    av: Personer = Field((), title="av", description="En eller flera personer")
    text: Markdown | None = Field(None, title="text")
    bilaga: Rad | None = Field(None, title="bilaga", description="Bilagan som texten står i")


def _inlagg(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    if isinstance(value, dict) and "namn" in value:
        return {"av": [value]}
    if not isinstance(value, str):
        return value
    line = value.strip()
    several = flera_personer(line)
    if several:
        return {"av": [person_av_text(one) for one in several]}
    return {"av": [person_av_text(line)]} if _PERSON.fullmatch(line) else {"text": value}


AllaInlagg = Annotated[tuple[Annotated[Inlagg, BeforeValidator(_inlagg)], ...], BeforeValidator(en_eller_flera)]
"""Persons, sentences, or ``{av, text, bilaga}``."""


class Yrkande(Inlagg):
    """A yrkande; where every one of a paragraph has its ``typ``, the beslutsgång can be derived."""

    typ: Literal["bifall", "avslag", "aterremiss", "bordlaggning", "tillagg", "andring"] | None = Field(
        None, title="typ", description="Slag av yrkande; bifall och avslag gäller föreliggande förslag"
    )

    @property
    def slag(self) -> str | None:
        """The yrkande's ``typ``: as written, or where its text is a set phrase; None where nobody can tell."""
        if self.typ is not None or not self.av:
            return self.typ if self.av else None
        text = " ".join((self.text or "").split()).removeprefix("yrkar ").rstrip(".")
        return next((slag for slag, phrase in _YRKANDETS_SLAG.items() if phrase.fullmatch(text)), None)


AllaYrkanden = Annotated[tuple[Annotated[Yrkande, BeforeValidator(_inlagg)], ...], BeforeValidator(en_eller_flera)]
"""Persons, sentences, or ``{av, typ, text, bilaga}``."""


class Sida(Grund):
    """One side of a vote: what it stands for and who voted so."""

    for_: Rad | None = Field(None, alias="for", title="för", description="Vad rösten betyder")
    roster: Personer = Field((), title="röster")
    antal: Heltal | None = Field(None, title="antal", description="Bara när rösterna inte räknas upp")

    @property
    def summa(self) -> int:
        """The number of votes."""
        return len(self.roster) if self.antal is None else self.antal


def _sida(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    return {"roster": value} if isinstance(value, list) else value


EnSida = Annotated[Sida, BeforeValidator(_sida)]


class Omrostning(Grund):
    """A vote and its result (KL 5 kap. 54-56 §§)."""

    galler: Rad | None = Field(None, title="gäller")
    ja: EnSida = Field(title="ja")
    nej: EnSida = Field(title="nej")
    avstar: Personer = Field((), title="avstår")
    franvarande: Personer = Field((), title="frånvarande")
    utslagsrost: Rad | None = Field(None, title="utslagsröst")
    lottning: Rad | None = Field(None, title="lottning")


_OVERKLAGANDE = {fold(title): title for title in ("laglighetsprövning", "förvaltningsbesvär", "kan inte överklagas")}
_A_SENTENCE = 4


def _overklagande(text: str) -> str:
    """One of the three words as the model has it, or running text; a word by itself that is none of them is refused."""
    if fold(text) in _OVERKLAGANDE:
        return fold(text)
    if len(text.split()) < _A_SENTENCE:
        known = ", ".join(_OVERKLAGANDE.values())
        advice = f"välj bland: {known}; eller skriv en hel mening"
        raise PydanticCustomError("VA02", '"{text}" går inte att välja här', {"text": text, "help": advice})
    return text


Overklagande = Annotated[Markdown, AfterValidator(_overklagande)]
"""``laglighetsprovning``, ``forvaltningsbesvar``, ``kan_inte_overklagas``, or the author's own sentences."""


class Paragraf(Grund):
    """One paragraph of the minutes. What an ``ärende`` behind it says need not be repeated."""

    arende: Rad | None = Field(None, title="ärende", description="Ärendets diarienummer")
    rubrik: Rad | None = Field(None, title="rubrik")
    diarienummer: Rad | None = Field(None, title="diarienummer")
    beslut: Beslut = Field((), title="beslut", description="Beslutet, när det skiljer sig från förslaget")
    avsnitt: dict[str, Markdown] = Field(default_factory=dict, title="avsnitt", description="Löptext per avsnitt")
    fler_avsnitt: FlerAvsnitt = Field((), title="fler avsnitt")
    beslutsunderlag: Rader = Field((), title="beslutsunderlag")
    jav: AllaInlagg = Field((), title="jäv")
    deltar_inte_i_beslutet: AllaInlagg = Field((), title="deltar inte i beslutet")
    yrkanden: AllaYrkanden = Field((), title="yrkanden")
    omrostningar: Annotated[tuple[Omrostning, ...], BeforeValidator(en_eller_flera)] = Field((), title="omröstningar")
    reservationer: AllaInlagg = Field((), title="reservationer")
    sarskilda_yttranden: AllaInlagg = Field((), title="särskilda yttranden")
    protokollsanteckningar: AllaInlagg = Field((), title="protokollsanteckningar")
    omedelbart_justerad: JaNej = Field(default=False, title="omedelbart justerad")
    overklagande: Overklagande | None = Field(
        None,
        title="överklagande",
        description="laglighetsprövning, förvaltningsbesvär, kan inte överklagas, eller text",
    )
    beslutet_skickas_till: Rader = Field((), title="beslutet skickas till")
    bilagor: Bilagor = Field((), title="bilagor")
    sekretess: EnSekretess = Field(None, title="sekretess")


_ETT_NUMMER = re.compile(r"(?:§\s*)?[1-9][0-9]{0,5}\s?[a-zåäö]?", re.IGNORECASE)


def _paragrafnummer(text: str) -> str:
    # An empty one stands in for a number that is missing, which has been said already.
    if text and not _ETT_NUMMER.fullmatch(text):
        wanted = "skriv paragrafens nummer, till exempel 263"
        raise PydanticCustomError("VA06", '"{text}" är inte en paragraf', {"text": text, "help": wanted})
    return text


Paragrafnummer = Annotated[Rad, AfterValidator(_paragrafnummer)]
"""``263``, ``§ 263`` or ``263 a``."""


class Protokollsutdrag(Paragraf):
    """One paragraph on its own, when the meeting file is not at hand."""

    typ: Literal["protokollsutdrag"] = Field("protokollsutdrag", title="typ")
    organ: Rad = Field(title="organ")
    datum: Datum = Field(title="datum", description="Sammanträdesdatum")
    paragraf: Paragrafnummer = Field(title="paragraf", description="Paragrafens nummer", examples=["263"])
    justerare: Personer = Field((), title="justerare")
    ordforande: EnPerson | None = Field(None, title="ordförande")
    sekreterare: EnPerson | None = Field(None, title="sekreterare")
