"""What the clauses of PDF/UA mean in plain Swedish, and what to do (ISO 14289-1, by veraPDF's numbers)."""

from __future__ import annotations

_METADATA = "gör om PDF-filen med memogen archive, som skriver metadata på nytt"
_TAGS = "skriv ut dokumentet på nytt med mallens egna stilar, utan textrutor"
_LANGUAGE = "välj svenska som språk för all text i mallen"
_TABLE = "gör tabellen i Word på nytt, utan sammanslagna celler, och markera den första raden som rubrikrad"
_LIST = "gör listan med Words egen listfunktion eller med Markdown"
_CONTENTS = "gör innehållsförteckningen på nytt i Word"
_FONT = "byt typsnittet i mallen mot ett vanligt, till exempel Carlito eller Liberation, och gör om filen"
_LINK = "gör länken på nytt i källan, med en text som säger vart den leder"
_ANNOTATION = "ta bort anteckningen ur källan, eller ge den en beskrivning"
_FORM = "fyll i formuläret och skriv ut det till en ny PDF-fil"
_HEADING = "börja med rubriken på högsta nivån och hoppa inte över någon nivå, varken i ärendet eller i mallen"

TI01: tuple[tuple[str, str, str], ...] = (
    ("5-1", "metadata säger inte att filen är tillgänglig (PDF/UA)", _METADATA),
    ("5-2 5-3 5-4 5-5", "metadata säger på fel sätt att filen är tillgänglig (PDF/UA)", _METADATA),
    ("6.1-1", "filens första rad är inte en PDF-fils", "gör om PDF-filen ur källan"),
    ("6.2-1 7.1-11", "filen saknar taggar", _TAGS),
    ("7.1-1 7.1-2", "utsmyckning och innehåll är blandade i taggarna", _TAGS),
    ("7.1-3", "något på sidan är varken taggat eller utpekat som utsmyckning", _TAGS),
    ("7.1-4", "filen säger själv att taggarna är osäkra", _TAGS),
    ("7.1-5 7.1-6 7.1-7", "en tagg betyder ingenting för den som läser", _TAGS),
    ("7.1-12 7.20-2", "taggarna hänger inte ihop", _TAGS),
    ("7.1-8", "filen saknar metadata", _METADATA),
    ("7.1-9", "filen saknar titel", "ge dokumentet en rubrik"),
    ("7.1-10", "titeln visas inte i fönstrets ram", _METADATA),
    (
        "7.2-2 7.2-21 7.2-22 7.2-23 7.2-24 7.2-25 7.2-30 7.2-31 7.2-32 7.2-33 7.2-34",
        "filen säger inte vilket språk texten är skriven på",
        _LANGUAGE,
    ),
    ("7.2-29", "ett språk är felskrivet", _LANGUAGE),
    ("7.2-17 7.2-18 7.2-19 7.2-20 7.2-40", "en lista är fel uppbyggd", _LIST),
    ("7.2-26 7.2-27 7.2-28", "innehållsförteckningen är fel uppbyggd", _CONTENTS),
    ("7.4.2-1", "rubrikernas nivåer hoppar", _HEADING),
    ("7.4.4-1 7.4.4-2 7.4.4-3", "rubriker med och utan nivå är blandade", _HEADING),
    ("7.9-1 7.9-2", "en fotnot saknar eget id", "gör fotnoten på nytt"),
    ("7.10-1 7.10-2", "filen har lager som kan slås av och på", "platta till lagren i programmet som gjorde filen"),
    ("7.11-1", "en inbäddad fil saknar namn", "bädda in filen på nytt"),
    ("7.15-1", "formuläret är av slaget XFA, som hjälpmedel inte kan läsa", _FORM),
    ("7.16-1", "filen är spärrad för skärmläsare", "spara filen utan spärrar"),
    ("7.20-1", "en bild hänvisar till något utanför filen", "spara bilden på nytt och lägg in den igen"),
    (
        "7.21.3.1-1 7.21.3.2-1 7.21.3.3-1 7.21.3.3-2 7.21.3.3-3 7.21.6-1 7.21.6-2 7.21.6-3 7.21.6-4",
        "ett typsnitt säger inte rätt vilka tecken det har",
        _FONT,
    ),
    ("7.21.4.1-1", "ett typsnitt ligger inte i filen", "bädda in alla typsnitt, eller byt typsnitt i mallen"),
    ("7.21.4.1-2 7.21.8-1", "ett typsnitt saknar tecken som texten har", _FONT),
    ("7.21.4.2-1 7.21.4.2-2", "listan över ett typsnitts tecken stämmer inte", _FONT),
    ("7.21.5-1", "tecknens bredd stämmer inte med typsnittet", _FONT),
    ("7.21.7-1 7.21.7-2", "tecken i texten säger inte vilka bokstäver de är, så att de inte går att läsa upp", _FONT),
)
TI02: tuple[tuple[str, str, str], ...] = (
    (
        " ".join(f"7.2-{number}" for number in (*range(3, 15), 16, 36, 37, 38, 39)),
        "en tabell är fel uppbyggd",
        _TABLE,
    ),
    ("7.2-15 7.2-41 7.2-42 7.2-43", "en tabells rader är inte lika långa", _TABLE),
    ("7.5-1 7.5-2", "en tabell har celler utan rubrik", _TABLE),
    ("7.3-1", "en bild saknar alternativtext", "skriv en alternativtext för bilden i ärendet eller i mallen"),
    ("7.7-1", "en formel saknar alternativtext", "skriv en alternativtext för formeln"),
    ("7.18.1-1 7.18.2-1 7.18.8-1", "en anteckning ligger utanför taggarna", _ANNOTATION),
    ("7.18.1-2", "en anteckning eller länk saknar beskrivning", _ANNOTATION),
    ("7.18.1-3 7.18.4-1 7.18.4-2", "ett formulärfält är fel taggat eller saknar namn", _FORM),
    ("7.18.3-1", "tabbtangenten följer inte taggarnas ordning", _LINK),
    ("7.18.5-1", "en länk ligger utanför taggarna", _LINK),
    ("7.18.5-2", "en länk saknar beskrivning", _LINK),
    ("7.18.6.2-1 7.18.6.2-2", "film eller ljud saknar beskrivning", "ta bort film och ljud ur källan"),
)
"""Clauses, message and advice."""
