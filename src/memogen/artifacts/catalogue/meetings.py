"""The fields of the documents of a meeting: protokollsutdrag, kallelse, protokoll, anslagsbevis, and the register."""

from __future__ import annotations

from typing import Final

from memogen.artifacts.catalogue.common import (
    BILAGOR,
    CIRCUMSTANCES,
    DOCUMENT,
    MEETING,
    MUNICIPALITY,
    NOTICES,
    SECTIONS,
)
from memogen.artifacts.catalogue.form import blocks, records, section, text, texts
from memogen.model import rubriker

_AT_ONCE: Final = "Paragrafen är omedelbart justerad."

PROTOKOLLSUTDRAG: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    text("paragraf", "paragrafen", "§ 263"),
    text("paragrafnummer", "paragrafens nummer, utan tecknet", "263"),
    text("omedelbart_justerad", "meningen om att paragrafen är omedelbart justerad, annars tomt", _AT_ONCE),
    texts("justerare", "de som justerar", "Bo Rask (M)"),
    *CIRCUMSTANCES[2:],
    SECTIONS,
    *(
        field
        for key, heading in rubriker.PROTOKOLL.items()
        for field in section(key, heading)
        if field.name != "sekretess"
    ),
)

KALLELSE: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    *CIRCUMSTANCES,
    text("handlingar", "var handlingarna finns", "Handlingarna finns i mötesappen."),
    records(
        "arenden",
        "ärendena på föredragningslistan",
        text("nr", "numret på listan", "1"),
        text("rubrik", "ärendets rubrik", "Val av justerare"),
        text("diarienummer", "ärendets diarienummer", "KS-2026-00123"),
        text("foredragande", "de som föredrar", "Anna Ek, utredare"),
    ),
    blocks("foredragningslista", "föredragningslistan som tabell", "en tabell"),
)

PROTOKOLL: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    *CIRCUMSTANCES,
    text("paragrafspann", "vilka paragrafer protokollet har", "§§ 71–82"),
    records(
        "forstasida",
        "första sidans uppgifter, bara de som har ett värde",
        text("etikett", "vad uppgiften är", "Plats och tid"),
        texts("rader", "uppgiften, rad för rad", "Kommunhuset, sal Björken"),
    ),
    blocks("narvaro", "alla som var med, som tabell", "en tabell"),
    records(
        "underskrifter",
        "de som skriver under",
        text("roll", "i vilken roll", "Sekreterare"),
        text("namn", "namnet", "Klara Nyman"),
    ),
    NOTICES,
    blocks("arendelista", "ärendena med sidnummer, som tabell", "en tabell"),
    records(
        "paragrafer",
        "paragraferna, en i taget",
        text("nummer", "paragrafens nummer", "§ 71"),
        text("rubrik", "paragrafens rubrik", "Val av justerare"),
        text("diarienummer", "ärendets diarienummer", "KS-2026-00123"),
        text("omedelbart_justerad", "meningen om att paragrafen är omedelbart justerad, annars tomt", _AT_ONCE),
        records(
            "delar",
            "paragrafens avsnitt",
            text("rubrik", "avsnittets rubrik", "Beslut"),
            blocks("text", "avsnittets text"),
        ),
        blocks("text", "hela paragrafen under rubriken"),
    ),
    BILAGOR,
    blocks("protokollstext", "alla paragrafer, med rubriker från nivå 2"),
)

ANSLAGSBEVIS: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    NOTICES,
    text("text", "hur länge anslaget ska finnas på anslagstavlan", "Anslaget ska finnas …"),
)

REGISTER: Final = (
    *MUNICIPALITY,
    *DOCUMENT,
    MEETING,
    text("ar", "året", "2026"),
    blocks("per_paragraf", "årets paragrafer efter nummer, som tabell", "en tabell"),
    blocks("per_diarienummer", "årets paragrafer efter diarienummer, som tabell", "en tabell"),
)
