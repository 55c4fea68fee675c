"""What sections, labels and documents are usually called; a profile may place them otherwise and reword them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TJANSTESKRIVELSE = MappingProxyType(
    {
        "forslag_till_beslut": "Förslag till beslut",
        "sammanfattning": "Sammanfattning",
        "inledning": "Inledning",
        "bakgrund": "Bakgrund",
        "arendet": "Ärendet",
        "arendebeskrivning": "Ärendebeskrivning",
        "beskrivning_av_arendet": "Beskrivning av ärendet",
        "beredning": "Beredning",
        "synpunkter": "Synpunkter",
        "foredragning": "Föredragning",
        "overvaganden": "Överväganden",
        "bedomning": "Bedömning",
        "motivering": "Motivering",
        "skal_till_beslut": "Skäl till beslut",
        "konsekvenser": "Konsekvenser",
        "barnkonsekvenser": "Barnkonsekvenser",
        "juridiska_konsekvenser": "Juridiska konsekvenser",
        "ekonomiska_konsekvenser": "Ekonomiska konsekvenser",
        "tidplan": "Tidplan",
        "uppfoljning": "Uppföljning",
        "beslutsunderlag": "Beslutsunderlag",
        "bilagor": "Bilagor",
        "relaterade": "Tidigare beslut",
        "overklagande": "Överklagande",
        "beslutet_skickas_till": "Beslutet skickas till",
        "oversands": "Översänds till",
    }
)
"""The usual sections of a tjänsteskrivelse in their usual order, with their headings."""

PROTOKOLL = MappingProxyType(
    {
        "sekretess": "Sekretess",
        "beslut": "Beslut",
        "motivering": "Motivering",
        "jav": "Jäv",
        "deltar_inte_i_beslutet": "Deltar inte i beslutet",
        "sammanfattning": "Sammanfattning",
        "arendet": "Ärendet",
        "text": "Ärendet",
        "beslutsunderlag": "Beslutsunderlag",
        "foredragande": "Föredragande",
        "yrkanden": "Yrkanden",
        "beslutsgang": "Beslutsgång",
        "minoritet": "Minoritetens begäran",
        "omrostning": "Omröstning",
        "reservationer": "Reservationer",
        "sarskilda_yttranden": "Särskilda yttranden",
        "protokollsanteckningar": "Protokollsanteckningar",
        "bilagor": "Bilagor",
        "overklagande": "Överklagande",
        "beslutet_skickas_till": "Beslutet skickas till",
    }
)
"""The usual sections of a paragraph in the minutes (KL 5 kap. 67 § has what must be there)."""

STYRDOKUMENT = MappingProxyType({"relaterade_dokument": "Relaterade dokument", "bilagor": "Bilagor"})
"""The sections after the text of a styrdokument, which has headings of its own."""

REMISS = MappingProxyType(
    {"text": "", "remissinstanser": "Remissinstanser", "bilagor": "Bilagor", "kontakt": "Kontakt"}
)
"""The sections of a remiss; its text has headings of its own."""

AVSNITT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "tjansteskrivelse": TJANSTESKRIVELSE,
        "protokoll": PROTOKOLL,
        "styrdokument": STYRDOKUMENT,
        "remiss": REMISS,
    }
)
"""The sections of each kind of document that a profile may put in order."""

UPPGIFTER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tjansteskrivelse": (
            *("Datum", "Diarienummer", "Handläggare", "Inkommet", "Klassificering", "Sekretess"),
            *("Förvaltning", "Mottagare"),
        ),
        "protokoll": ("Datum", "Diarienummer", "Sekretess", "Organ", "Paragraf"),
        "styrdokument": ("Beslutsfattare", "Dokumentansvarig", "Datum", "Diarienummer", "Kategori"),
        "remiss": ("Datum", "Diarienummer", "Svar senast", "Svar till", "Avsändare"),
    }
)
"""The lines that the head of each kind of document may have; the protokoll's are those of its utdrag."""

ETIKETTER: tuple[str, ...] = (
    *("Tjänsteskrivelse", "Styrdokument", "Normerande styrdokument", "Remiss", "Protokollsutdrag", "Protokoll"),
    *("Kallelse", "Anslagsbevis", "Register", "Innehållsförteckning"),
    *("Tid", "Plats", "Ordförande", "Sekreterare", "Handlingar", "Sammanträdesdatum", "Paragrafer", "År"),
    *("Arkivbildare", "Arkiverad", "Version"),
    *("Plats och tid", "Ajournering", "Justerare", "Ersättare för justerare", "Justeringens plats och tid"),
    *("Ledamöter", "Beslutande ledamöter", "Tjänstgörande ersättare", "Ej tjänstgörande ersättare"),
    *("Övriga närvarande", "Justering", "Bilagor till protokollet", "Omedelbart justerad"),
    *("Barn", "Jämställdhet", "Näringsliv", "Klimat"),
    *("Information", "Anmälan", "Minoritetsåterremiss", "Minoritetsbordläggning"),
    *("Nr", "Ärende", "Sida", "Beslut", "Namn", "Uppdrag"),
    *("Bilaga", "Handling och fil", "Sidor", "Nivå", "Storlek", "Kontrollsumma"),
)
"""Names of documents, labels, table heads and smaller headings that a profile may reword under ``rubriker``."""
