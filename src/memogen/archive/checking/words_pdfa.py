"""What the clauses of PDF/A mean in plain Swedish, and what to do (ISO 19005-2 and -3, by veraPDF's numbers)."""

from __future__ import annotations

_PRINT = "gör om PDF-filen ur källan"
_FONT = "byt typsnittet i mallen mot ett vanligt, till exempel Carlito eller Liberation, och gör om filen"
_COLOUR = "spara bilden eller filen i färgrymden RGB"
_IMAGE = "spara bilden på nytt som PNG eller JPEG och lägg in den igen"
_METADATA = "gör om PDF-filen med memogen archive, som skriver metadata på nytt"
_TAGS = "skriv ut dokumentet på nytt med mallens egna stilar"
_ACTIVE = "ta bort skript och åtgärder ur källan, eller skriv ut den till en ny PDF-fil"
_FORM = "fyll i formuläret och skriv ut det till en ny PDF-fil"
_LAYERS = "platta till lagren i programmet som gjorde filen"

RULES: tuple[tuple[str, str, str], ...] = (
    ("6.1.2-1 6.1.2-2", "filens första rader är inte en PDF-fils", _PRINT),
    ("6.1.3-1", "filen saknar sitt eget id", _PRINT),
    ("6.1.3-2", "filen är krypterad", "spara filen utan lösenord och utan spärrar"),
    ("6.1.3-3", "det står något efter filens slut", _PRINT),
    ("6.1.4-2 6.1.9-1", "filens delar är felskrivna", _PRINT),
    ("6.1.6-1 6.1.6-2", "en text i filen är felskriven", _PRINT),
    ("6.1.7.1-1 6.1.7.1-2", "en ström i filen är felskriven eller har fel längd", _PRINT),
    ("6.1.7.1-3", "en del av innehållet ligger i en annan fil", "samla allt innehåll i en enda fil"),
    ("6.1.7.2-1 6.1.10-1", "innehållet är packat på ett sätt som inte är tillåtet", _PRINT),
    ("6.1.8-1", "ett namn i filen är inte skrivet i UTF-8", _FONT),
    ("6.1.12-1 6.1.12-2", "filen har rättigheter som inte är tillåtna", "spara filen utan spärrar"),
    (
        "6.1.13-1 6.1.13-2 6.1.13-3 6.1.13-4 6.1.13-5 6.1.13-7 6.1.13-8 6.1.13-9 6.1.13-10",
        "något i filen är större än vad alla läsare klarar",
        _PRINT,
    ),
    ("6.1.13-11", "sidan är för stor eller för liten", "välj en vanlig sidstorlek, till exempel A4"),
    ("6.2.2-1", "sidan ritas med en okänd instruktion", _PRINT),
    ("6.2.2-2", "sidans innehåll lånar resurser i stället för att ha egna", _PRINT),
    ("6.2.3-1 6.2.3-2 6.2.3-3", "filens färgprofil är felaktig, eller flera säger emot varandra", _METADATA),
    ("6.2.4.2-1 6.2.4.2-2", "en färgprofil på sidan är felaktig", _COLOUR),
    ("6.2.4.3-2", "färger i RGB saknar färgprofil i filen", _METADATA),
    ("6.2.4.3-3", "färger i CMYK (tryckfärger) saknar färgprofil i filen", _COLOUR),
    ("6.2.4.3-4", "grått och svart saknar färgprofil i filen", _METADATA),
    ("6.2.4.4-1 6.2.4.4-2", "en dekorfärg är ofullständigt beskriven", _COLOUR),
    (
        "6.2.5-1 6.2.5-2 6.2.5-3 6.2.5-4 6.2.5-5 6.2.5-6",
        "sidan har inställningar för en viss skrivare",
        "skriv ut källan till en ny PDF-fil utan inställningar för tryck",
    ),
    ("6.2.6-1", "färger ska återges på ett sätt som inte finns", _COLOUR),
    ("6.2.8-1 6.2.8-2 6.2.9-1 6.2.9-2 6.2.9-3", "en bild hänvisar till något utanför filen", _IMAGE),
    ("6.2.8-3", "en bild ska jämnas ut av läsaren", _IMAGE),
    ("6.2.8-4 6.2.8-5", "en bild har fel färgdjup", _IMAGE),
    ("6.2.8.3-1 6.2.8.3-2 6.2.8.3-3 6.2.8.3-4 6.2.8.3-5", "en bild i JPEG 2000 har fel slags färger", _IMAGE),
    ("6.2.10-1", "genomskinligheten är av ett okänt slag", "gör bilden ogenomskinlig och lägg in den igen"),
    ("6.2.10-2", "sidan är genomskinlig men filen saknar färgprofil", _METADATA),
    (
        "6.2.11.2-1 6.2.11.2-2 6.2.11.2-3 6.2.11.2-4 6.2.11.2-5 6.2.11.2-6 6.2.11.2-7",
        "ett typsnitt är ofullständigt beskrivet",
        _FONT,
    ),
    (
        "6.2.11.3.1-1 6.2.11.3.2-1 6.2.11.3.3-1 6.2.11.3.3-2 6.2.11.3.3-3 6.2.11.6-1 6.2.11.6-2 6.2.11.6-3 6.2.11.6-4",
        "ett typsnitt säger inte rätt vilka tecken det har",
        _FONT,
    ),
    ("6.2.11.4.1-1", "ett typsnitt ligger inte i filen", "bädda in alla typsnitt, eller byt typsnitt i mallen"),
    ("6.2.11.4.1-2", "ett typsnitt saknar tecken som texten har", _FONT),
    ("6.2.11.4.2-1 6.2.11.4.2-2", "listan över ett typsnitts tecken stämmer inte", _FONT),
    ("6.2.11.5-1", "tecknens bredd stämmer inte med typsnittet", _FONT),
    (
        "6.2.11.7.2-1 6.2.11.7.2-2",
        "tecken i texten säger inte vilka bokstäver de är, så att de inte går att söka",
        _FONT,
    ),
    (
        "6.2.11.7.3-1",
        "texten har egna tecken som bara ett visst typsnitt har",
        "byt listpunkter och symboler från Symbol eller Wingdings i mallen mot vanliga tecken, till exempel •",
    ),
    ("6.2.11.8-1", "texten har ett tecken som inget typsnitt har", "byt ut tecknet, eller byt typsnitt i mallen"),
    ("6.3.1-1", "en anteckning är av ett slag som inte är tillåtet", "ta bort film, ljud och 3D ur källan"),
    (
        "6.3.2-1 6.3.2-2",
        "en länk eller anteckning är dold eller skrivs inte ut",
        "ta bort dolda anteckningar ur källan",
    ),
    (
        "6.3.3-1 6.3.3-2 6.3.3-3 6.3.3-4",
        "en anteckning eller ett formulärfält saknar ett fast utseende",
        "skriv ut källan till en ny PDF-fil, så att anteckningen blir en del av sidan",
    ),
    ("6.4.1-1 6.4.1-2", "ett formulärfält gör något av sig självt", _FORM),
    ("6.4.1-3", "formulärets utseende ska göras av läsaren", _FORM),
    ("6.4.2-1 6.4.2-2", "formuläret är av slaget XFA, som inte går att bevara", _FORM),
    ("6.4.3-1 6.4.3-2 6.4.3-3", "en underskrift gäller inte hela filen", "skriv under filen på nytt, sist av allt"),
    ("6.5.1-1 6.5.1-2 6.5.2-1 6.5.2-2", "filen kör skript eller gör något annat av sig själv", _ACTIVE),
    ("6.6.2.1-1", "filen saknar metadata", _METADATA),
    (
        "6.6.2.1-2 6.6.2.1-3 6.6.2.1-4 6.6.2.1-5",
        "metadata går inte att läsa",
        _METADATA,
    ),
    ("6.6.2.3.1-1", "metadata har ett fält som inte är beskrivet", _METADATA),
    ("6.6.2.3.1-2", "ett fält i metadata har fel slags värde", _METADATA),
    ("6.6.2.3.2-1", "metadata beskriver egna fält på fel sätt", _METADATA),
    (
        " ".join(f"6.6.2.3.3-{number}" for number in range(1, 19)),
        "metadata beskriver egna fält på fel sätt",
        _METADATA,
    ),
    ("6.6.4-1", "metadata säger inte att filen är PDF/A", _METADATA),
    (
        "6.6.4-2 6.6.4-3 6.6.4-4 6.6.4-5 6.6.4-6 6.6.4-7",
        "metadata säger att filen är något annat än den ska vara",
        _METADATA,
    ),
    ("6.7.2.2-1", "filen säger inte att den är taggad", _TAGS),
    ("6.7.3.3-1", "filen saknar taggar", _TAGS),
    ("6.7.3.4-1 6.7.3.4-2 6.7.3.4-3", "en tagg betyder ingenting för den som läser", _TAGS),
    ("6.7.4-1", "ett språk är felskrivet", "välj svenska som språk för all text i mallen"),
    ("6.8-1", "en inbäddad fil säger inte vilket slag den är av", "bädda in filen på nytt"),
    ("6.8-2 6.8-3 6.8-4", "en inbäddad fil är ofullständigt beskriven", "bädda in filen på nytt"),
    ("6.8-5", "en inbäddad fil är inte PDF/A", "ta ut filen och lägg den som en egen bilaga"),
    ("6.9-1 6.9-2 6.9-3 6.9-4", "filen har lager som kan slås av och på", _LAYERS),
    ("6.10-1 6.10-2", "filen är ett bildspel", "skriv ut källan till en vanlig PDF-fil"),
    ("6.11-1", "filen kräver ett särskilt program", "skriv ut källan till en vanlig PDF-fil"),
)
"""Clauses, message and advice."""
