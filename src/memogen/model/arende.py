"""``typ: ärende``: what a tjänsteskrivelse is made from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memogen.model.beslut import Beslut
from memogen.model.bilaga import Bilagor, EnSekretess, FlerAvsnitt, Konsekvenser, Relaterade
from memogen.model.grund import Datum, Grund, Markdown, Rad, Rader
from memogen.model.person import Personer


class Arende(Grund):
    """A case up for decision.

    ``avsnitt`` holds the sections of running text by folded name, those that the profile adds included;
    in the file they are ordinary keys (``ärendet``, ``beredning`` …).
    """

    typ: Literal["arende"] = Field("arende", title="typ", description="Slag av fil")
    diarienummer: Rad | None = Field(None, title="diarienummer", examples=["KS-2026-00123"])
    rubrik: Rad = Field(title="rubrik", description="Ärendemeningen")
    datum: Datum = Field(title="datum", description="Tjänsteskrivelsens datum")
    forvaltning: Rad | None = Field(None, title="förvaltning", description="Förvaltningen som skriver")
    handlaggare: Personer = Field((), title="handläggare", description="En eller flera handläggare")
    mottagare: Rad | None = Field(None, title="mottagare", description="Organet som skrivelsen går till")
    forslag_till_beslut: Beslut = Field((), title="förslag till beslut", description="Det som organet föreslås besluta")
    avsnitt: dict[str, Markdown] = Field(default_factory=dict, title="avsnitt", description="Löptext per avsnitt")
    konsekvenser: Konsekvenser | None = Field(None, title="konsekvenser")
    fler_avsnitt: FlerAvsnitt = Field((), title="fler avsnitt", description="Avsnitt utöver profilens")
    underlag: Rader = Field((), title="underlag", description="Underlag utöver tjänsteskrivelsen och bilagorna")
    bilagor: Bilagor = Field((), title="bilagor", description="Numreras i ordning")
    underskrifter: Personer = Field((), title="underskrifter", description="De som undertecknar")
    beslutet_skickas_till: Rader = Field((), title="beslutet skickas till")
    overklagande: Literal["laglighetsprovning", "forvaltningsbesvar", "kan_inte_overklagas"] | None = Field(
        None, title="överklagande"
    )
    sekretess: EnSekretess = Field(None, title="sekretess")
    klassificering: Rad | None = Field(None, title="klassificering")
    inkommet: Datum | None = Field(None, title="inkommet", description="Dagen då ärendet kom in")
    relaterade: Relaterade = Field((), title="relaterade", description="Tidigare beslut som ärendet bygger på")
    oversands: Rader = Field((), title="översänds", description="Vart skrivelsen skickas för kännedom")
