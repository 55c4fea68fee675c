"""The fields of the documents of a case: tjänsteskrivelse, styrdokument, remiss, and an act's list of contents."""

from __future__ import annotations

from typing import Final

from memogen.artifacts.catalogue.common import BILAGOR, DOCUMENT, MEETING, MUNICIPALITY, SECTIONS, persons
from memogen.artifacts.catalogue.form import Field, Form, blocks, records, section, text, texts
from memogen.model import rubriker

TJANSTESKRIVELSE: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    text("forvaltning", "förvaltningen som skriver", "Kommunledningskontoret"),
    text("handlaggare", "handläggarna på en rad", "Anna Ek, Bo Rask"),
    persons("handlaggare_lista", "handläggarna, en i taget", contact=True),
    text("mottagare", "organet som skrivelsen går till", "Kommunstyrelsen"),
    text("klassificering", "klassificering enligt dokumenthanteringsplanen", "3.2.1"),
    text("inkommet", "dagen då ärendet kom in", "2025-09-18"),
    persons("underskrifter", "de som undertecknar", contact=False),
    SECTIONS,
    *(field for key, heading in rubriker.TJANSTESKRIVELSE.items() for field in section(key, heading)),
)

STYRDOKUMENT: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    text("kategori", "vilket slags styrdokument det är", "Riktlinje"),
    records(
        "kategorier",
        "alla slags styrdokument, till kryssrutor",
        text("namn", "vad det heter", "Policy"),
        Field("vald", Form.FLAG, "om det är det här slaget", "ja"),
        text("ruta", "en kryssruta, kryssad eller tom", "☒"),
    ),
    text("beslutsfattare", "organet som antar dokumentet", "Kommunfullmäktige"),
    text("dokumentansvarig", "den som svarar för dokumentet", "Stadsmiljöchefen"),
    blocks("innehall", "hela texten med sina rubriker, från nivå 2", "Riktlinjen gäller alla uteserveringar."),
    SECTIONS,
    *(field for key, heading in rubriker.STYRDOKUMENT.items() for field in section(key, heading)),
)

REMISS: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    text("avsandare", "den som skickar remissen", "Kommunledningskontoret"),
    texts("remissinstanser", "de som får remissen", "Nämnden för Lärande"),
    text("svar_senast", "sista dag att svara", "2026-03-20"),
    text("svar_senast_i_ord", "sista dag att svara, i ord", "20 mars 2026"),
    text("svar_till", "vart svaret skickas", "registrator@bjorkvalla.example"),
    persons("kontakt", "de som svarar på frågor", contact=True),
    blocks("text", "remissens text, rubriker från nivå 2"),
    BILAGOR,
    *(text(f"{name}_rubrik", f"rubriken över {name}", heading or "Text") for name, heading in rubriker.REMISS.items()),
    SECTIONS,
)

INNEHALL: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    text("arkivbildare", "den som har skapat akten", "Björkvalla kommun"),
    text("arkiverad", "dagen då akten arkiverades", "2026-06-30"),
    text("version", "vilken version av akten det är", "2"),
    text("text", "hur många filer akten har", "Akten har tre filer, tillsammans 1,2 MB."),
    blocks("handlingar", "tabellen över aktens filer", "en tabell"),
)
