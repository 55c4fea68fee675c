"""PF: faults in the profile, memogen.yaml. Found when it is given its shape; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "PF01",
        "Okänd regelkod i profilen",
        _FEL,
        "Under ”regler” står koder som finns, med fel, varning, info eller av.",
        "En felskriven kod ändrar ingenting, och regeln fortsätter att gälla som förut.",
        "regler:\n  ST4: av",
        "regler:\n  ST04: av",
    ),
    Rule(
        "PF02",
        "Profilen nämner ett organ som den inte har",
        _FEL,
        "Ett organ i ”bereder för” finns också under ”organ”. Liknar det inget av dem är det en varning.",
        "Kedjan mellan organen avgör hur inledningen till besluten låter.",
        "organ:\n  Kommunstyrelsens arbetsutskott: {bereder för: Kommunstyrelsn}",
        "organ:\n  Kommunstyrelsens arbetsutskott: {bereder för: Kommunstyrelsen}\n  Kommunstyrelsen: {kortnamn: KS}",
    ),
    Rule(
        "PF03",
        "Mallfilen finns inte",
        _FEL,
        "Varje fil under ”mallar” finns i arbetsytan.",
        "Utan mall går det inte att göra någon Word-fil.",
        "mallar:\n  tjänsteskrivelse: templates/tjanstskrivelse.docx",
        "mallar:\n  tjänsteskrivelse: templates/tjansteskrivelse.docx",
    ),
    Rule(
        "PF04",
        "Fel i ett mönster eller en utbytesdel",
        _FEL,
        "I mönster för diarienummer används {år}, {år:2}, {nr}, {nr:5} och {kod}. I inledningar och rubriker används "
        "{organ} och "
        "{mottagare}, och i beslutsunderlaget {datum}, {nr} och {titel}.",
        "En felstavad utbytesdel skulle stå kvar som den är i varje handling.",
        "diarienummer: 'KS-{ar}-{nummer}'",
        "diarienummer: 'KS-{år}-{nr:5}'",
    ),
    Rule(
        "PF05",
        "Arkivvalen går inte ihop",
        _FEL,
        "Ärendefilen bäddas bara in i arkivexemplar på nivån PDF/A-3a eller PDF/A-3u.",
        "PDF/A-2 tillåter bara att andra PDF/A-filer ligger i filen (ISO 19005-2, 6.8).",
        "arkiv: {nivå: PDF/A-2a, inbäddad: ja}",
        "arkiv: {nivå: PDF/A-3a, inbäddad: ja}",
    ),
    Rule(
        "PF06",
        "Profilen nämner ett avsnitt, en rubrik eller en uppgift som inte finns",
        _FEL,
        "Avsnitten i en remiss och ett styrdokument, uppgifterna i huvudet och nycklarna under ”rubriker” är sådana "
        "som memogen känner, och var och en står en gång. En okänd rubrik, och ett nytt avsnitt som liknar ett "
        "vanligt, är en varning.",
        "Det som är felstavat kommer inte med, eller får inte den rubrik som var tänkt.",
        "rubriker:\n  yrkande: Förslag på sammanträdet",
        "rubriker:\n  yrkanden: Förslag på sammanträdet",
    ),
    Rule(
        "PF07",
        "Profilens uppgifter går inte ihop",
        _FEL,
        "Ingen undertecknar till en dag före den första, organen bereder inte ärenden för varandra i en ring, och "
        "varje parti står för sig.",
        "Annars undertecknar ingen, inget organ avgör ärendet, och inget parti känns igen.",
        "- {namn: Anna Ek, från: 2026-01-01, till: 2025-12-31}",
        "- {namn: Anna Ek, från: 2025-01-01, till: 2025-12-31}",
    ),
)
