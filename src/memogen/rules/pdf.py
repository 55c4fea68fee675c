"""PD: faults in the PDF. Found by archive and outputs; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "PD01",
        "Text saknas i PDF-filen",
        _FEL,
        "All text i Word-filen finns också i PDF-filen.",
        "Ett typsnitt som inte har alla tecken kan göra att bokstäver faller bort utan att någon märker det.",
        "ett typsnitt som inte är installerat på datorn",
        "memogen doctor visar vilka typsnitt som saknas",
    ),
    Rule(
        "PD02",
        "En bild saknas i PDF-filen",
        _FEL,
        "Alla bilder i Word-filen finns också i PDF-filen.",
        "En bild som inte går att läsa hoppas annars över i tysthet.",
        "en bild i ett ovanligt format",
        "spara bilden som PNG eller JPEG",
    ),
    Rule(
        "PD03",
        "PDF-filen är inte tillgänglig",
        _FEL,
        "PDF-filen har taggar, titel och språk.",
        "Utan dem går den inte att läsa med skärmläsare, och kommunen får inte publicera den.",
        "en mall där dokumentets språk inte är valt",
        "Granska > Språk > Svenska (Sverige) i mallen",
        "lag (2018:1937) om tillgänglighet till digital offentlig service",
    ),
    Rule(
        "PD04",
        "PDF-filen är gjord innan ärendet ändrades",
        Severity.WARNING,
        "En PDF-fil bredvid en Word-fil säger detsamma som den.",
        "Annars kan någon sprida en PDF-fil med ett annat beslut än det i Word-filen.",
        "memogen render utan --pdf, när ärendet har ändrats sedan PDF-filen gjordes",
        "memogen render --pdf",
    ),
)
