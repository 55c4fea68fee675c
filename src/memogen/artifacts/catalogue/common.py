"""The fields that several kinds of documents have."""

from __future__ import annotations

from typing import Final

from memogen.artifacts.catalogue.form import Field, Form, blocks, records, text, texts

MUNICIPALITY: Final = (
    text("kommun", "kommunens namn", "Björkvalla kommun"),
    text("organisationsnummer", "kommunens organisationsnummer", "000000-0000"),
    text("adress", "kommunens adress på en rad", "Box 100, 123 45 Björkvalla"),
    texts("adressrader", "kommunens adress, rad för rad", "Box 100"),
    text("telefon", "kommunens telefonnummer", "0123-456 00"),
    text("e_post", "kommunens e-postadress", "kommunen@bjorkvalla.example"),
    text("webbplats", "kommunens webbplats", "www.bjorkvalla.example"),
    Field("logotyp", Form.RUNS, "kommunens märke, eller namnet där profilen saknar bild", "bilden"),
    texts("sidfot", "raderna till sidfoten: namn, adress, telefon, e-post och webbplats", "Björkvalla kommun"),
)
"""What the profile fills in every document."""

DOCUMENT: Final = (
    text("dokumenttyp", "vad handlingen är", "Tjänsteskrivelse till kommunstyrelsen"),
    text("rubrik", "handlingens rubrik (ärendemeningen)", "Taxa för uteserveringar 2027"),
    text("diarienummer", "ärendets diarienummer", "KS-2026-00123"),
    text("datum", "handlingens datum", "2026-03-12"),
    text("datum_i_ord", "handlingens datum i ord", "12 mars 2026"),
    text("sekretess", "lagrummet när handlingen är sekretessbelagd", "39 kap. 2 § OSL"),
    records(
        "uppgifter",
        "raderna i dokumenthuvudet, bara de som har ett värde",
        text("etikett", "vad uppgiften är", "Diarienummer"),
        text("varde", "uppgiften", "KS-2026-00123"),
    ),
)
"""What says which document it is; every kind has it."""

SECTIONS: Final = records(
    "avsnitt",
    "avsnitten i profilens ordning, bara de som har text",
    text("nyckel", "avsnittets namn", "arendet"),
    text("rubrik", "avsnittets rubrik", "Ärendet"),
    blocks("text", "avsnittets text"),
)

MEETING: Final = text("organ", "organet", "Kommunstyrelsen")

CIRCUMSTANCES: Final = (
    text("tid", "när sammanträdet är", "kl. 13.00–16.25"),
    text("plats", "var sammanträdet är", "Kommunhuset, sal Björken"),
    text("ordforande", "ordföranden, med parti", "Ingrid Sandell (S)"),
    text("sekreterare", "sekreteraren", "Klara Nyman"),
)

NOTICES: Final = records(
    "anslag",
    "anslagen om justeringen, ett för varje",
    text("organ", "organet", "Kommunstyrelsen"),
    text("sammantradesdatum", "sammanträdets datum", "2026-05-20"),
    text("paragrafer", "vilka paragrafer anslaget gäller", "§§ 71–82"),
    text("uppsatt", "dagen då anslaget sattes upp", "2026-05-21"),
    text("nedtas", "dagen då anslaget tas ned", "2026-06-12"),
    text("sista_dag", "sista dag att överklaga", "2026-06-11"),
    text("forvaring", "var protokollet förvaras", "Kommunledningskontoret"),
    text("text", "meningen om justeringen", "Protokollet justerades den 21 maj 2026."),
)

BILAGOR: Final = records(
    "bilagor",
    "bilagorna, i ordning",
    text("nr", "bilagans nummer", "1"),
    text("titel", "bilagans titel", "Taxa för uteserveringar"),
    text("rad", "bilagan på en rad", "Bilaga 1, Taxa för uteserveringar"),
)


def persons(name: str, meaning: str, *, contact: bool) -> Field:
    """A list of persons: name, title, where to reach them, and all of it on one line."""
    reach = (
        text("telefon", "telefonnummer", "0123-456 12"),
        text("e_post", "e-postadress", "anna.ek@bjorkvalla.example"),
    )
    return records(
        name,
        meaning,
        text("namn", "namnet", "Anna Ek"),
        text("titel", "titeln", "utredare"),
        *(reach if contact else ()),
        text("rad", "allt som är känt på en rad", "Anna Ek, utredare"),
    )
