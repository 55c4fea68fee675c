"""The profile, ``memogen.yaml``: the municipality's own choices."""

from __future__ import annotations

import re
from functools import partial
from typing import Annotated, Any, Literal, LiteralString

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from memogen.model.grund import Datum, Grund, Heltal, JaNej, Rad, Rader, en_eller_flera, radvis
from memogen.model.nyckel import fold
from memogen.model.person import Person, person_av_text

_NEJ = frozenset({"nej", "false"})
_BEREDANDE = ("utskott", "beredning", "presidi")


class Organ(Grund):
    """A body of the municipality; its name is the key in the profile."""

    kortnamn: Rad | None = Field(None, title="kortnamn", examples=["KS"])
    platser: Heltal | None = Field(None, title="platser", description="Antal ordinarie platser")
    bereder_for: Rad | None = Field(None, title="bereder för", description="Organet som det lämnar förslag till")


def ar_beredande(namn: str) -> bool:
    """Whether an organ's name is that of an utskott, a beredning or a presidium."""
    return any(word in namn.lower() for word in _BEREDANDE)


class Undertecknare(Person):
    """Someone who signs for a förvaltning between two days."""

    fran: Datum | None = Field(None, title="från")
    till: Datum | None = Field(None, title="till")


class Forvaltning(Grund):
    """A förvaltning; its name is the key in the profile."""

    underskrifter: Annotated[
        tuple[Annotated[Undertecknare, BeforeValidator(person_av_text)], ...], BeforeValidator(en_eller_flera)
    ] = Field((), title="underskrifter")


def _inget_nej(vad: LiteralString, text: str, *, rad: str) -> str:
    """The text of ``vad``; a no would be printed as its words, and ``rad`` is what to do instead."""
    if fold(text) in _NEJ:
        raise PydanticCustomError("VA02", f'{vad} kan inte vara "{{text}}"', {"text": text, "help": rad})
    return text


Inledning = Annotated[
    Rad,
    AfterValidator(
        partial(
            _inget_nej,
            "inledningen",
            rad="skriv inledningens ord, eller ta bort raden: då skrivs den vanliga, och med hela meningar ingen",
        )
    ),
]
Rubrik = Annotated[
    Rad,
    AfterValidator(
        partial(_inget_nej, "rubriken", rad="skriv rubrikens ord, eller ta bort raden så skrivs den vanliga")
    ),
]


class AvsnittVal(Grund):
    """A section of a document: which, under what heading, and whether it must be there."""

    nyckel: Rad = Field(title="nyckel")
    rubrik: Rubrik | None = Field(None, title="rubrik")
    kravs: JaNej = Field(default=False, title="krävs")

    @property
    def namn(self) -> str:
        """The folded name: the key in the case file and the name in the template."""
        return fold(self.nyckel)


def _avsnitt(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    if isinstance(value, dict) and "nyckel" not in value:
        help_text = "skriv till exempel {nyckel: ärendet, rubrik: Bakgrund, krävs: ja}"
        raise PydanticCustomError(
            "VA02",
            'ett avsnitt skrivs som ett namn, eller med nycklarna "nyckel", "rubrik" och "krävs"',
            {"help": help_text},
        )
    return {"nyckel": value} if isinstance(value, str) else value


AvsnittLista = Annotated[tuple[Annotated[AvsnittVal, BeforeValidator(_avsnitt)], ...], BeforeValidator(en_eller_flera)]


class Ingress(Grund):
    """Lead-ins by situation; ``{organ}`` and ``{mottagare}`` are filled in."""

    beslutar: Inledning | None = Field(None, title="beslutar", description="Organet beslutar själv")
    foreslar: Inledning | None = Field(None, title="föreslår", description="Organet föreslår ett annat organ")
    for_egen_del: Inledning | None = Field(
        None, title="för egen del", description="Organet beslutar vid sidan av ett förslag"
    )


def _ingress(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    return {"beslutar": value} if isinstance(value, str) else value


Numrering = Literal["ja", "nej", "vid_flera"]


class Upplagg(Grund):
    """How a kind of document is put together: its sections in order, and the lines of its head."""

    avsnitt: AvsnittLista = Field((), title="avsnitt")
    uppgifter: Rader = Field((), title="uppgifter", description="Raderna i dokumentets huvud, i ordning")


class DokumentVal(Upplagg):
    """How a kind of document with decisions sounds and is put together."""

    ingress: Annotated[Ingress, BeforeValidator(_ingress)] | None = Field(None, title="ingress")
    beslutsstil: Literal["att", "mening"] | None = Field(None, title="beslutsstil")
    numrering: Numrering | None = Field(None, title="numrering")


class BeslutsunderlagVal(Grund):
    """How derived entries of the beslutsunderlag are worded; ``nej`` leaves the entry out."""

    tjansteskrivelsen: Rad | None = Field(None, title="tjänsteskrivelsen")
    bilaga: Rad | None = Field(None, title="bilaga")

    @property
    def utan_tjansteskrivelsen(self) -> bool:
        """Whether the tjänsteskrivelse itself is left out."""
        return fold(self.tjansteskrivelsen or "") in _NEJ

    @property
    def utan_bilagor(self) -> bool:
        """Whether the bilagor are left out."""
        return fold(self.bilaga or "") in _NEJ


class Logotyp(Grund):
    """The municipality's mark: an image beside the profile and what it shows."""

    fil: Rad = Field(title="fil")
    alt: Rad = Field(title="alt", description="Vad bilden visar, för den som inte ser den")


_NIVA = re.compile(r"(?:pdf/?a-?)?([23][au])", re.IGNORECASE)


def _niva(value: Any) -> str:  # noqa: ANN401 - a validator before the type is known
    match = _NIVA.fullmatch("".join(value.split())) if isinstance(value, str) else None
    if match is None:
        help_text = "skriv PDF/A-2a, PDF/A-2u, PDF/A-3a eller PDF/A-3u"
        raise PydanticCustomError(
            "VA02", '"{text}" är ingen nivå för arkivexemplar', {"text": str(value), "help": help_text}
        )
    return f"PDF/A-{match[1].lower()}"


class Arkiv(Grund):
    """Choices for archive copies: the level of PDF/A (ISO 19005), PDF/UA-1 or not, the source inside the PDF or not.

    Without a level it is PDF/A-2a; PDF/A-3a where the source is to lie in the PDF, which only part 3 allows.
    """

    niva: Annotated[str, BeforeValidator(_niva)] | None = Field(
        None, title="nivå", description="PDF/A-2a, 2u, 3a eller 3u", examples=["PDF/A-2a"]
    )
    pdf_ua: JaNej = Field(default=True, alias="pdf/ua", title="pdf/ua")
    inbaddad: JaNej = Field(
        default=False, title="inbäddad", description="Lägg ärendefilen i PDF-filen (kräver PDF/A-3)"
    )
    verapdf: JaNej = Field(default=False, title="verapdf", description="Låt veraPDF pröva varje arkivexemplar")


Regelval = Literal["fel", "varning", "info", "av"]


def _med_stora_bokstaver(regler: dict[str, Regelval]) -> dict[str, Regelval]:
    """``st04`` and ``ST04`` are one key, as in every file."""
    return {code.upper(): weight for code, weight in regler.items()}


class Profil(Grund):
    """The municipality's own choices."""

    kommun: Rad = Field(title="kommun", examples=["Björkvalla kommun"])
    organisationsnummer: Rad | None = Field(None, title="organisationsnummer")
    adress: Annotated[tuple[Rad, ...], BeforeValidator(radvis)] = Field(
        (), title="adress", description="Postadress, en eller flera rader"
    )
    telefon: Rad | None = Field(None, title="telefon")
    e_post: Rad | None = Field(None, title="e-post")
    webbplats: Rad | None = Field(None, title="webbplats")
    logotyp: Logotyp | None = Field(None, title="logotyp")
    organ: dict[str, Organ] = Field(default_factory=dict, title="organ")
    diarienummer: Rader = Field((), title="diarienummer", examples=["KS-{år}-{nr:5}"])
    partier: Rader = Field((), title="partier")
    forvaltningar: dict[str, Forvaltning] = Field(default_factory=dict, title="förvaltningar")
    # What nobody has said needs no checking: it waits for no validator of its own.
    tjansteskrivelse: DokumentVal = Field(default_factory=DokumentVal.model_construct, title="tjänsteskrivelse")
    protokoll: DokumentVal = Field(default_factory=DokumentVal.model_construct, title="protokoll")
    styrdokument: Upplagg = Field(default_factory=Upplagg.model_construct, title="styrdokument")
    remiss: Upplagg = Field(default_factory=Upplagg.model_construct, title="remiss")
    mallar: dict[str, Rad] = Field(default_factory=dict, title="mallar")
    rubriker: dict[str, Rubrik] = Field(default_factory=dict, title="rubriker")
    beslutsunderlag: BeslutsunderlagVal = Field(
        default_factory=BeslutsunderlagVal.model_construct, title="beslutsunderlag"
    )
    regler: Annotated[dict[str, Regelval], AfterValidator(_med_stora_bokstaver)] = Field(
        default_factory=dict, title="regler"
    )
    arkiv: Arkiv = Field(default_factory=Arkiv.model_construct, title="arkiv")

    def kant_organ(self, text: str) -> str | None:
        """The full name of the organ that ``text`` means, by name or kortnamn, in any case; None: unknown."""
        wanted = fold(text)
        for namn, organ in self.organ.items():
            if wanted in {fold(namn), fold(organ.kortnamn or namn)}:
                return namn
        return None

    def organets_namn(self, text: str) -> str:
        """The full name of the organ that ``text`` means; ``text`` itself where the profile knows none."""
        return self.kant_organ(text) or text

    def kortnamn(self, text: str) -> str:
        """The short name of the organ that ``text`` means; its full name where it has none."""
        namn = self.organets_namn(text)
        organ = self.organ.get(namn)
        return (organ.kortnamn if organ else None) or namn
