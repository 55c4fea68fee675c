"""SP03: the typography that only the author can mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model import diarienummer
from memogen.model.siffror import at_numbers
from memogen.rules.grund import Rule
from memogen.rules.texter import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context
    from memogen.rules.texter import Text

_RANGE = re.compile(
    r"(?<![\w.:/-])(?:(?P<first>(?:19|20)[0-9]{2})-(?P<last>(?:19|20)[0-9]{2})|[0-9]{1,2}[.:][0-9]{2}-[0-9]{1,2}[.:][0-9]{2})"
    r"(?![\w:/-])"
)
_PARAGRAPHS = re.compile(r"§§ ?[0-9]+-[0-9]+(?![\w-])")
# The sign comes first, so that the search can leap to it.
_DASH = re.compile(r"-(?<=[^\W_] -)(?= [^\W_])")
_TIGHT = re.compile(r"(?<![\w])[0-9]+(?: [a-z])?§")

_LOST = re.compile("[\ufffd\ue000-\uf8ff]")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Hyphens that should be dashes, straight quotes (once a field), a number close up to its paragraph sign."""
    for text in texts(document):
        yield from _lost(text)
        if not text.has("-", "§", '"'):
            continue
        plain = text.without_markup()
        if "-" in plain.value:
            yield from _dashes(plain)
        for found in at_numbers(_TIGHT, plain.value) if "§" in plain.value else ():
            better = f"{found[0][:-1]} §"
            yield plain.remark("SP03", found, f"mellanslag saknas i {found[0]}", help=f"skriv {better}")
        quotes = plain.value.count('"')
        if quotes > 1:
            where = plain.value.index('"')
            yield plain.at("SP03", '"', where, "raka citattecken", help="skriv svenska citattecken: ”…”")


def _lost(text: Text) -> Iterator[Remark]:
    """Once a field, a sign that no font has, or that stands where a letter was lost."""
    # Most texts are printable but for their line breaks, which is told much quicker than what is looked for.
    if "\ufffd" not in text.value and text.value.replace("\n", "").isprintable():
        return
    found = _LOST.search(text.value)
    if found and found[0] == "\ufffd":
        yield text.remark("SP03", found, "en bokstav har gått förlorad och blivit �", help="skriv bokstaven på nytt")
    elif found:
        message = f"tecknet U+{ord(found[0]):04X} finns bara i ett symboltypsnitt och syns inte i handlingen"
        yield text.remark("SP03", found, message, help="byt tecknet mot ett vanligt, eller ta bort det")


def _dashes(text: Text) -> Iterator[Remark]:
    ranges = (*at_numbers(_RANGE, text.value), *_PARAGRAPHS.finditer(text.value))
    references = diarienummer.find(text.value) if ranges else ()
    numbers = [range(found.start, found.start + len(found.text)) for found in references]
    for found in ranges:
        years = found.groupdict()
        falling = bool(years.get("first") and years["first"] >= years["last"])
        if falling or any(found.start() in number for number in numbers):
            continue
        better = found[0].replace("-", "–")
        message = f"bindestreck i stället för tankstreck i {found[0]}"
        yield text.remark("SP03", found, message, help=f"skriv {better}")
    for found in _DASH.finditer(text.value):
        message = "bindestreck i stället för tankstreck"
        yield text.at("SP03", found[0], found.start(), message, help="skriv – (tankstreck)")


RULE = Rule(
    code="SP03",
    title="Typografi",
    severity=Severity.WARNING,
    what="Intervall och inskott skrivs med tankstreck (2026–2027, kl. 13.00–16.10), citat med svenska citattecken "
    "(”…”), och det är mellanslag mellan siffra och paragraftecken. Hårda mellanslag i ”§ 144”, ”1 500 kr” och "
    "”12 november” sätter memogen själv. Tecken ur ett symboltypsnitt, som punkterna i Words punktlistor, byts ut, och "
    "där en bokstav har blivit � skrivs den på nytt.",
    why="Rätt tecken gör texten lättare att läsa. Ett bindestreck mellan två årtal läses lätt som ett diarienummer.",
    example='Mål och budget 2026-2027, den så kallade "treårsplanen"',
    instead="Mål och budget 2026–2027, den så kallade ”treårsplanen”",
    check=check,
)
