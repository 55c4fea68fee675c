"""YA: what makes a file unreadable. Found when it is read; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "YA01",
        "Filen är inte text i UTF-8",
        _FEL,
        "Filen ska vara vanlig text, sparad som UTF-8. Filer i Latin-1 eller UTF-16, och filer som inte är text "
        "alls, läses inte.",
        "I fel kodning blir å, ä och ö till andra tecken, och det syns ofta först i den färdiga handlingen.",
        "en fil sparad som ”ANSI” eller ”Unicode” i Anteckningar",
        "Arkiv > Spara som > Kodning: UTF-8",
    ),
    Rule(
        "YA02",
        "Filen följer inte skrivreglerna för YAML",
        _FEL,
        "En rad går inte att tyda som ”nyckel: värde”, lista eller text. Vanligast är fel indrag, ett kolon eller ett "
        "citattecken inne i texten, eller en parentes som inte är stängd.",
        "Kan raden inte tydas vet memogen inte vad den betyder, och gissar aldrig.",
        "rubrik: Remiss: förslag till policy",
        'rubrik: "Remiss: förslag till policy"',
    ),
    Rule(
        "YA03",
        "Samma nyckel två gånger",
        _FEL,
        "En nyckel står bara en gång på samma nivå. Stavning med stor bokstav, understreck eller utan prickar är "
        "samma nyckel.",
        "Annars skulle det ena värdet försvinna utan att någon märker det.",
        "handläggare: Anna Ek\nHandlaggare: Bo Lind",
        "handläggare: [Anna Ek, Bo Lind]",
    ),
    Rule(
        "YA04",
        "Ankare och hänvisningar används inte",
        _FEL,
        "Tecknen & och * först i ett värde betyder ankare och hänvisning i YAML. memogen läser dem inte.",
        "En text ska stå där den gäller. Ankare kan också användas för att göra en liten fil orimligt stor.",
        "rubrik: *samma",
        "rubrik: Antagande av policy för dialog",
    ),
    Rule(
        "YA05",
        "Taggar används inte",
        _FEL,
        "Ett värde som börjar med utropstecken är en tagg i YAML. memogen läser bara text, listor och nycklar.",
        "Taggar kan i andra program få kod att köras. Här är allt text, och fältet bestämmer vad texten betyder.",
        "rubrik: !viktigt Antagande av policy",
        'rubrik: "!viktigt Antagande av policy"',
    ),
    Rule(
        "YA06",
        "Osynligt styrtecken",
        _FEL,
        "Filen innehåller ett tecken som varken syns eller betyder något i text.",
        "Sådana tecken följer ofta med när text klistras in från en PDF. Word kan vägra öppna en fil som "
        "innehåller dem.",
        "ett styrtecken (U+0007) mitt i ett ord",
        "ta bort tecknet, eller klistra in texten på nytt som oformaterad text",
    ),
    Rule(
        "YA07",
        "Tabb i indraget",
        _FEL,
        "Indrag görs med mellanslag, inte med tabb.",
        "En tabb är olika bred i olika program, så det går inte att veta vilken nivå raden hör till.",
        "bilagor:\n\t- titel: Taxa",
        "bilagor:\n  - titel: Taxa",
    ),
    Rule(
        "YA08",
        "Filen är tom",
        _FEL,
        "Filen innehåller inget, eller bara kommentarer.",
        "En tom fil är oftast en fil som inte blev sparad.",
        "# bara en kommentar",
        "rubrik: Antagande av policy för dialog",
    ),
    Rule(
        "YA09",
        "Filen består inte av nycklar och värden",
        _FEL,
        "Överst i filen står nycklar med värden, inte en lista eller en ensam text.",
        "Det är nycklarna som säger vad texten är.",
        "- Antagande av policy för dialog",
        "rubrik: Antagande av policy för dialog",
    ),
    Rule(
        "YA10",
        "Filen är för stor",
        _FEL,
        "Filen är större än vad en handling rimligen är.",
        "Ofta är det fel fil, eller en bilaga som har klistrats in i stället för att läggas bredvid.",
        "en bild inklistrad som text",
        "![Karta över badplatsen](karta.png)",
    ),
    Rule(
        "YA11",
        "Filen är för djup",
        _FEL,
        "Filen har orimligt många värden, eller nivåer inuti varandra.",
        "Ingen handling ser ut så. Gränsen skyddar mot filer som är gjorda för att ta all plats i datorn.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "en nivå per nyckel, som i exemplen i handledningen",
    ),
    Rule(
        "YA12",
        "Flera handlingar i samma fil",
        _FEL,
        "En fil är en handling. En rad med tre bindestreck mitt i filen börjar en ny.",
        "Varje handling behöver ett eget namn för att kunna sparas och diarieföras.",
        "rubrik: Det ena ärendet\n---\nrubrik: Det andra ärendet",
        "två filer, en för varje ärende",
    ),
    Rule(
        "YA13",
        "Nyckeln är inte text",
        _FEL,
        "En nyckel är ett eller flera ord, aldrig en lista eller något inom klammer.",
        "Nycklarna är namn på fält.",
        "[rubrik, datum]: 2026-03-12",
        "datum: 2026-03-12",
    ),
    Rule(
        "YA14",
        "Filen går inte att läsa",
        _FEL,
        "Filen finns inte, är en mapp, eller får inte läsas av dig.",
        "Utan filen finns inget att göra en handling av.",
        "memogen check cases/KS-2026-0123.yaml (filen heter KS-2026-00123.yaml)",
        "memogen check cases/KS-2026-00123.yaml",
    ),
)
