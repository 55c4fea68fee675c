"""``typ: sammanträde``: one meeting, from which every document of the meeting is made."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from memogen.model.bilaga import Bilagor
from memogen.model.grund import Datum, Grund, Heltal, Markdown, Rad, en_eller_flera
from memogen.model.person import EnPerson, Person, Personer, person_av_text, personvis
from memogen.model.protokollsutdrag import Paragraf

_SPANN = re.compile(r"(?:§+\s*)?(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?")
_KLOCKSLAG = re.compile(r"(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)")
_TIDSSPANN = re.compile(r"(.+?)\s*[-–—]\s*(.+)")
_NATT = "05.00"
_FLEST = 2000
"""A meeting has fewer paragraphs than this; a longer span is a slip of the finger."""


def _paragrafer(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """``263–270, 272``, or a list of such, as every number in order."""
    if isinstance(value, dict):
        raise PydanticCustomError("VA01", "här ska det stå paragrafer, inte en mappning (nyckel: värde)")
    numbers: list[int] = []
    for part in (part.strip() for item in en_eller_flera(value) for part in str(item).split(",")):
        found = _SPANN.fullmatch(part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if not first <= last < first + _FLEST:
            raise PydanticCustomError(
                "VA06", '"{text}" är inte paragrafer', {"text": part, "help": "skriv till exempel 263–270, 272"}
            )
        numbers += range(first, last + 1)
    return tuple(dict.fromkeys(numbers))


def _klockslag(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    found = _KLOCKSLAG.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError(
            "VA07", '"{text}" är inte ett klockslag', {"text": str(value), "help": "skriv till exempel 13.00"}
        )
    return f"{int(found[1]):02d}.{found[2]}"


def _tid(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    if not isinstance(value, str):
        return value
    found = _TIDSSPANN.fullmatch(value.strip())
    return {"fran": found[1], "till": found[2]} if found else {"fran": value}


Klockslag = Annotated[str, BeforeValidator(_klockslag)]
"""A time of day, ``13.00`` (24 hours)."""

Paragrafer = Annotated[tuple[Annotated[int, Field(strict=True)], ...], BeforeValidator(_paragrafer)]
"""§ numbers; empty means every paragraph of the meeting."""


def _fran_ett(number: int) -> int:
    if number < 1:
        raise PydanticCustomError("VA02", "paragrafer numreras från 1", {"help": "skriv 1 eller ett högre tal"})
    return number


EttNummer = Annotated[Heltal, AfterValidator(_fran_ett)]
"""The number of a paragraph, 1 or more."""


class Tid(Grund):
    """A span of time on the meeting's day; ``till`` may be open in a kallelse."""

    fran: Klockslag = Field(title="från", examples=["13.00"])
    till: Klockslag | None = Field(None, title="till", examples=["16.10"])

    @model_validator(mode="after")
    def _framat(self) -> Tid:
        # A meeting may go on past midnight, but not until the next morning.
        if self.till and self.till < self.fran and self.till > _NATT:
            told = {"fran": self.fran, "till": self.till, "help": "skriv när det började och när det slutade"}
            raise PydanticCustomError("VA07", "sluttiden {till} ligger före starttiden {fran}", told)
        return self

    @property
    def text(self) -> str:
        """``13.00–16.10``, or the beginning alone."""
        return f"{self.fran}–{self.till}" if self.till else self.fran


EnTid = Annotated[Tid, BeforeValidator(_tid)]


class Narvarande(Person):
    """Someone who was there, and in which paragraphs (none given: in all)."""

    paragrafer: Paragrafer = Field((), title="paragrafer", examples=["263–270, 272"])
    distans: Rad | None = Field(None, title="distans", description="ja: deltog på distans (KL 5 kap. 16 §)")


class TjanstgorandeErsattare(Narvarande):
    """A substitute who served, for whom and in which paragraphs."""

    for_: EnPerson | None = Field(None, alias="for", title="för", description="Ledamoten som ersattes")


AllaNarvarande = Annotated[
    tuple[Annotated[Narvarande, BeforeValidator(person_av_text)], ...], BeforeValidator(personvis)
]
AllaErsattare = Annotated[
    tuple[Annotated[TjanstgorandeErsattare, BeforeValidator(person_av_text)], ...], BeforeValidator(personvis)
]


class Justering(Grund):
    """When, where and how the minutes are adjusted (KL 5 kap. 69 §)."""

    datum: Datum | None = Field(None, title="datum")
    tid: Klockslag | None = Field(None, title="tid")
    plats: Rad | None = Field(None, title="plats")
    satt: Rad | None = Field(None, title="sätt", examples=["digital"])


class Anslag(Grund):
    """A notice that paragraphs are adjusted (KL 8 kap. 12 §); what is left out is derived."""

    paragrafer: Paragrafer = Field((), title="paragrafer")
    uppsatt: Datum | None = Field(None, title="uppsatt")
    nedtas: Datum | None = Field(None, title="nedtas")
    sista_dag_att_overklaga: Datum | None = Field(None, title="sista dag att överklaga")
    forvaring: Rad | None = Field(None, title="förvaring", description="Var protokollet finns")
    justerat: Datum | None = Field(None, title="justerat", description="Dagen då paragraferna justerades")


class Motesparagraf(Paragraf):
    """One paragraph of a meeting; its number is derived from its place."""

    typ: Literal["beslut", "information", "val", "anmalan", "utgar", "bordlaggs", "aterremitteras"] = Field(
        "beslut", title="typ", description="Slag av paragraf"
    )
    foredragande: Personer = Field((), title="föredragande")
    minoritet: Personer = Field((), title="minoritet", description="De som begärde minoritetsåterremiss (KL 5:50)")
    motivering: Markdown | None = Field(None, title="motivering", description="Skälen för återremissen")


class Sammantrade(Grund):
    """A meeting of an organ: who was there, what was decided, how it was adjusted and announced."""

    typ: Literal["sammantrade"] = Field("sammantrade", title="typ")
    organ: Rad = Field(title="organ")
    datum: Datum = Field(title="datum", description="Sammanträdets dag")
    tid: EnTid | None = Field(None, title="tid", examples=["13.00–16.10"])
    ajournering: Annotated[tuple[EnTid, ...], BeforeValidator(en_eller_flera)] = Field((), title="ajournering")
    plats: Rad | None = Field(None, title="plats")
    handlingar: Rad | None = Field(None, title="handlingar", description="Var kallelsens handlingar finns")
    ordforande: EnPerson | None = Field(None, title="ordförande")
    tjanstgorande_ordforande: AllaNarvarande = Field(
        (), title="tjänstgörande ordförande", description="De som ledde sammanträdet i ordförandens ställe"
    )
    sekreterare: EnPerson | None = Field(None, title="sekreterare")
    justerare: Personer = Field((), title="justerare")
    ersattare_for_justerare: Personer = Field((), title="ersättare för justerare")
    justering: Justering | None = Field(None, title="justering")
    ledamoter: AllaNarvarande = Field((), title="ledamöter")
    tjanstgorande_ersattare: AllaErsattare = Field((), title="tjänstgörande ersättare")
    ej_tjanstgorande_ersattare: AllaNarvarande = Field((), title="ej tjänstgörande ersättare")
    ovriga_narvarande: AllaNarvarande = Field((), title="övriga närvarande")
    anslag: Annotated[tuple[Anslag, ...], BeforeValidator(en_eller_flera)] = Field((), title="anslag")
    forsta_paragraf: EttNummer | None = Field(None, title="första paragraf")
    paragrafer: Annotated[tuple[Motesparagraf, ...], BeforeValidator(en_eller_flera)] = Field((), title="paragrafer")
    bilagor: Bilagor = Field((), title="bilagor")

    def leder(self, number: int) -> Person | None:
        """Who presides in a paragraph: somebody in the chair's place, or the chair."""
        acting = (one for one in self.tjanstgorande_ordforande if number in (one.paragrafer or (number,)))
        return next(acting, self.ordforande)

    def numrerade(self, forsta: int) -> tuple[tuple[int, Motesparagraf], ...]:
        """Every paragraph with its number, from ``forsta``; one that utgår keeps its number."""
        return tuple(enumerate(self.paragrafer, start=forsta))
