"""ID07: nothing that was meant to be filled in is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.texter import may_say, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_CERTAIN = {
    "{": re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|(?<!\{)\{(?:organ|mottagare|datum|diarienummer|titel|nr)\}(?!\})"),
    "orem ipsum": re.compile(r"[Ll]orem ipsum"),
    "Fel!": re.compile(r"Fel! (?:Hittar inte referenskälla|Bokmärket är inte definierat|Ogiltig )[^.\n]*\.?"),
    "licka": re.compile(r"Klicka(?: eller tryck)? här för att (?:ange|skriva)\b[^.\n]*"),
    "XX": re.compile(r"(?<![\w-])X{2,}(?![\w-])"),
    "[": re.compile(r"\[(?:[Ff]yll i|[Ss]kriv|[Aa]nge|[Ii]nfoga)\b[^\[\]\n]*\](?![(\[])"),
}
"""What only a placeholder looks like, by what stands in every one of them."""
_LIKELY = {
    "MM-DD": re.compile(r"\b[ÅY]{4}-MM-DD\b"),
    "XX": re.compile(r"\b(?:19|20)XX\b"),
    "xx": re.compile(r"(?<![\w-])x{2,}(?![\w-])"),
    "[": re.compile(r"\[(?:…|\.\.\.)\](?!\()"),
    "licka": re.compile(r"\b[Kk]licka här\b"),
}
DATES = re.compile(r"[ÅY]{4}-MM-DD|(?:19|20)XX")
_FOLDED = tuple(dict.fromkeys(sign.casefold() for sign in (*_CERTAIN, *_LIKELY)))
_EXACT = frozenset({"rubrik", "att", "titel", "namn"})


def certain(text: str) -> list[re.Match[str]]:
    """What was meant to be filled in, in its order."""
    return _found(_CERTAIN, text)


def likely(text: str) -> list[re.Match[str]]:
    """What was probably meant to be filled in, in its order."""
    return _found(_LIKELY, text)


def _found(placeholders: Mapping[str, re.Pattern[str]], text: str) -> list[re.Match[str]]:
    found = [match for sign, pattern in placeholders.items() if sign in text for match in pattern.finditer(text)]
    return sorted(found, key=re.Match.start)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Placeholders; those that may be meant (an ellipsis in a quotation) are warnings in running text."""
    advice = "skriv det som ska stå där"
    for text in texts(document) if may_say(document, *_FOLDED) else ():
        sure = certain(text.value)
        for found in sure:
            yield text.remark("ID07", found, f'platshållaren "{found[0]}" är kvar', help=advice)
        severity = None if _EXACT.intersection(text.path) else Severity.WARNING
        begun = {found.start() for found in sure}
        for found in likely(text.value):
            if found.start() in begun:
                continue
            message = f'"{found[0]}" ser ut som en platshållare'
            yield text.remark("ID07", found, message, help=advice, severity=severity)


RULE = Rule(
    code="ID07",
    title="En platshållare är kvar",
    severity=Severity.ERROR,
    what="Inget av det som mallar och utkast lämnar att fylla i får stå kvar: ÅÅÅÅ-MM-DD, XX, […], [ange belopp], "
    "{{ … }}, {organ} (som bara profilen fyller i), ”Klicka här för att ange text”, ”Lorem ipsum”, ”Fel! Hittar inte "
    "referenskälla”. I löptext är det som kan vara avsett, till exempel […] i ett citat, bara en varning.",
    why="En platshållare i en expedierad handling visar att texten inte är färdig och kan göra beslutet oklart.",
    example="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på XX kronor",
    instead="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på 25 000 kronor",
    check=check,
)
