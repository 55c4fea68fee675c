"""RE and FI: files that a file leans on. Found by the pipeline; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "RE01",
        "Ärendet finns inte",
        _FEL,
        "Paragrafen pekar på ett ärende med dess diarienummer. Någon fil i arbetsytan ska ha det numret.",
        "Rubrik, underlag och beslut hämtas från ärendet. Utan det blir paragrafen tom.",
        "ärende: KS-2026-00132",
        "ärende: KS-2026-00123",
    ),
    Rule(
        "RE02",
        "Ärendet bakom paragrafen har fel",
        _FEL,
        "Ärendet som paragrafen hämtar sin text från har egna fel, som visas för den filen.",
        "Felen skulle annars följa med in i protokollet.",
        "ärende: KS-2026-00123 (där filen saknar rubrik)",
        "rätta ärendets fil först: memogen check cases/KS-2026-00123.yaml",
    ),
    Rule(
        "RE03",
        "Flera ärenden har samma diarienummer",
        Severity.WARNING,
        "Paragrafen pekar på ett ärende med dess diarienummer, men flera filer har det numret. memogen hämtar texten "
        "ur den som kommer först i namnordning.",
        "En tjänsteskrivelse som har ersatts av en ny ska inte bli kommunens beslut.",
        "ärende: KS-2026-00123 (där cases/taxa.yaml och cases/taxa-igen.yaml har samma diarienummer)",
        "lägg den gamla tjänsteskrivelsen utanför cases, eller skriv beslutet under ”beslut”",
    ),
    Rule(
        "FI01",
        "Filen ligger utanför arbetsytan",
        _FEL,
        "Bilder och bilagor ligger i arbetsytan, i mappen med memogen.yaml eller under den. Sökvägen räknas från "
        "filen som "
        "nämner dem.",
        "Handlingen ska gå att göra om på en annan dator, och en fil får inte hämta innehåll från resten av datorn.",
        "fil: ../../Hämtade filer/taxa.pdf",
        "fil: bilagor/taxa.pdf",
    ),
)
