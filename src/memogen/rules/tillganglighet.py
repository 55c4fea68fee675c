"""TI: whether everyone can read the PDF. Found by archive; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_LAG = "10 § lagen (2018:1937) om tillgänglighet till digital offentlig service"

RULES = (
    Rule(
        "TI01",
        "PDF-filen saknar titel, språk, taggar eller ordnade rubriker",
        Severity.ERROR,
        "PDF-filen visar sin titel, uppger sitt språk, har taggar, en rubrik på första nivån och inga överhoppade "
        "rubriknivåer.",
        "En skärmläsare läser med rätt uttal och hittar i texten med hjälp av dem.",
        "en mall där rubrikerna är fet text i stället för Rubrik 1 och Rubrik 2",
        "välj formatmallarna Rubrik 1 och Rubrik 2 i mallen",
        _LAG,
    ),
    Rule(
        "TI02",
        "En tabell, bild eller länk går inte att läsa för alla",
        Severity.ERROR,
        "Tabeller har rubrikceller, bilder har en alternativtext eller är märkta som dekoration, och länkar har en "
        "text som säger vart de leder.",
        "Den som inte ser tabellen hör annars bara en rad tal, och av bilden ingenting.",
        "![](karta.png)",
        "![Karta över bryggorna i Norrviken](karta.png)",
        _LAG,
    ),
    Rule(
        "TI03",
        "En sida är bara en bild",
        Severity.WARNING,
        "Varje sida har text som går att läsa, söka i och kopiera, inte bara en inskannad bild.",
        "En inskannad sida är tyst för en skärmläsare, och textigenkänning läser fel ibland.",
        "en utskriven och inskannad bilaga",
        "ta med den ursprungliga filen, eller be avsändaren om den",
        _LAG,
    ),
)
