"""MD: what Markdown may not hold here. Found when the words are composed; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "MD01",
        "HTML i löptexten",
        _FEL,
        "Löptext skrivs i Markdown. HTML-taggar tas inte med.",
        "HTML betyder inget i Word, och skulle synas som skräptecken eller försvinna.",
        "<b>Viktigt:</b> taxan höjs",
        "**Viktigt:** taxan höjs",
    ),
    Rule(
        "MD02",
        "Kodblock i löptexten",
        _FEL,
        "Kodblock används inte. Ett stycke som börjar med fyra mellanslag eller tre grava accenter blir ett kodblock.",
        "Beslutshandlingar innehåller inte programkod. Oftast är det ett indrag som blev för stort.",
        "ärendet: |\n  Kommunen äger badplatsen.\n\n      Den behöver rustas upp.",
        "ärendet: |\n  Kommunen äger badplatsen.\n\n  Den behöver rustas upp.",
    ),
    Rule(
        "MD03",
        "Bilden går inte att använda",
        _FEL,
        "Bildfilen finns, ligger i arbetsytan, är en hel bild och är inte orimligt stor.",
        "En bild som saknas eller är trasig skulle lämna ett tomt hål i handlingen.",
        "![Karta över badplatsen](C:\\bilder\\karta.png)",
        "![Karta över badplatsen](karta.png)",
    ),
    Rule(
        "MD04",
        "Markdown som inte stöds",
        _FEL,
        "Löptexten kan ha stycken, fet och kursiv stil, listor i högst tre nivåer, underrubriker, tabeller, länkar, "
        "citat, fotnoter och bilder. Annat går inte att göra om till Words formatmallar. Det som ser ut som en lista, "
        "en tabell, en rubrik eller fet stil men inte blir det är en varning.",
        "Det som inte går att återge ska inte försvinna i tysthet.",
        "en punktlista med fyra nivåer",
        "en underrubrik med en lista i två nivåer",
    ),
    Rule(
        "MD05",
        "Fotnoten hänger inte ihop",
        _FEL,
        "Varje fotnotstecken har en fotnotstext, och varje fotnotstext används.",
        "En fotnot utan text, eller en text som ingen hänvisar till, kommer inte med i handlingen.",
        "Avgiften är 1 500 kronor[^1].",
        "Avgiften är 1 500 kronor[^1].\n\n[^1]: Beloppet gäller 2026.",
    ),
    Rule(
        "MD06",
        "Länken leder inte till webben eller e-post",
        _FEL,
        "En länk börjar med https://, http:// eller mailto:.",
        "Länkar till filer på din egen dator fungerar inte för den som läser, och andra slag av länkar kan vara "
        "skadliga.",
        "[underlaget](file:///C:/underlag.docx)",
        "[underlaget](https://www.bjorkvalla.example/underlag)",
    ),
)
