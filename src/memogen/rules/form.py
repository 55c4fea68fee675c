"""NY, VA and TY: keys, values and comments of the wrong shape. Found when the shape is given; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "NY01",
        "Okänd nyckel",
        _FEL,
        "Nyckeln finns inte för det här slaget av handling. Liknar den en som finns föreslår memogen den.",
        "En felstavad nyckel skulle annars betyda att texten inte kom med i handlingen.",
        "handlägare: Anna Ek",
        "handläggare: Anna Ek",
    ),
    Rule(
        "NY02",
        "En nyckel saknas",
        _FEL,
        "En nyckel som handlingen måste ha finns inte, eller har inget värde.",
        "Utan den blir handlingen inte fullständig.",
        "typ: styrdokument\nrubrik: Policy för dialog",
        "typ: styrdokument\nkategori: policy\nrubrik: Policy för dialog",
    ),
    Rule(
        "NY03",
        "Nyckeln står på fel nivå",
        _FEL,
        "Nyckeln finns, men inte där den står. Oftast är indraget för stort eller för litet.",
        "Nivån avgör vad värdet hör till.",
        "bilagor:\n  - titel: Taxa för båtplatser\nfil: taxa.pdf",
        "bilagor:\n  - titel: Taxa för båtplatser\n    fil: taxa.pdf",
    ),
    Rule(
        "NY04",
        "Okänt slag av handling",
        _FEL,
        "”typ” är ett av de slag som memogen kan göra: ärende, sammanträde, styrdokument, remiss eller "
        "protokollsutdrag.",
        "Slaget avgör vilka nycklar som finns och vilken mall som används.",
        "typ: tjänsteskrivelse",
        "typ: ärende",
    ),
    Rule(
        "VA01",
        "Fel slag av värde",
        _FEL,
        "Det står en text där det ska vara en lista eller nycklar med värden, eller tvärtom.",
        "memogen gissar inte vad som var meningen.",
        "rubrik:\n  - Antagande av policy för dialog",
        "rubrik: Antagande av policy för dialog",
    ),
    Rule(
        "VA02",
        "Inte ett av de tillåtna orden",
        _FEL,
        "Värdet ska vara ett av några bestämda ord. Meddelandet räknar upp dem.",
        "Ordet styr något i handlingen, till exempel vilken ruta som kryssas i.",
        "kategori: riktlinjer",
        "kategori: riktlinje",
    ),
    Rule(
        "VA03",
        "Inte ett heltal",
        _FEL,
        "Värdet ska vara ett helt tal, skrivet med siffror.",
        "Talet används till att räkna eller numrera.",
        "platser: sjutton",
        "platser: 17",
    ),
    Rule(
        "VA04",
        "Varken ja eller nej",
        _FEL,
        "Värdet ska vara ”ja” eller ”nej”.",
        "Andra ord kan betyda olika saker för olika läsare.",
        "omedelbart justerad: x",
        "omedelbart justerad: ja",
    ),
    Rule(
        "VA05",
        "Personen är felskriven",
        _FEL,
        "En person skrivs ”Förnamn Efternamn”, ”Förnamn Efternamn (S)” eller {namn: …, titel: …}.",
        "Namn, titel och parti trycks på olika ställen och måste gå att skilja åt.",
        "underskrifter:\n  - {titel: Kommundirektör}",
        "underskrifter:\n  - {namn: Bo Lind, titel: Kommundirektör}",
    ),
    Rule(
        "VA06",
        "Paragraferna är felskrivna",
        _FEL,
        "Paragrafer skrivs med siffror: en ensam, ett intervall eller flera efter varandra.",
        "memogen räknar ut vilka som var med vid varje paragraf.",
        "paragrafer: alla utom 271",
        "paragrafer: [263–270, 272]",
    ),
    Rule(
        "VA07",
        "Inte ett klockslag",
        _FEL,
        "Ett klockslag skrivs med timme och minut, med punkt eller kolon emellan.",
        "Tiderna skrivs på samma sätt i protokollet och på kallelsen.",
        "tid: efter lunch",
        "tid: 13.00–16.10",
    ),
    Rule(
        "TY01",
        "Kommentaren som tillåter en varning stämmer inte",
        Severity.WARNING,
        "En varning tystas på sitt ställe med en kommentar som har regelns kod och ett skäl. Kommentaren tas bort när "
        "varningen inte längre finns. Fel kan inte tystas.",
        "En kvarglömd kommentar skulle tysta nästa varning också, utan att någon har tagit ställning till den.",
        "# memogen: tillåt ST04",
        "# memogen: tillåt ST04 – beslutet är en teknisk rättelse",
    ),
)
