"""BE09: a bilaga that the text names is in the list, and is the one that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Paragraf
from memogen.model.remiss import Remiss
from memogen.rules.grund import Rule
from memogen.rules.hanvisningar import bilaga_references
from memogen.rules.texter import Text, bare, may_say, points, running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_LISTS = re.compile(r"bilag|underlag|handling")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Numbers beyond the list, and titles that belong to another number."""
    if not may_say(document, "ilag"):
        return
    bilagor: tuple[Bilaga, ...] = getattr(document, "bilagor", ())
    if context.arende and isinstance(document, Paragraf):
        bilagor = bilagor or context.arende.bilagor
    if isinstance(document, Arende) or bilagor:
        listed = set(range(1, len(bilagor) + 1)) | _listed_by_hand(document)
        certain = isinstance(document, Arende) and bool(bilagor or not document.underlag)
        for text in running_texts(document):
            severity = None if certain and "att" in text.path else Severity.WARNING
            yield from _beyond(document, text, listed, len(bilagor), severity)
    for point in points(document):
        yield from _mistaken(point.text, bilagor)


def _listed_by_hand(document: Grund) -> set[int]:
    """Numbers that the underlag, or a section about the bilagor, introduces."""
    texts = [text for text in running_texts(document) if _LISTS.search(str(text.path[0]))]
    return {found.number for text in texts for found in bilaga_references(text.value)}


def _beyond(document: Grund, text: Text, listed: set[int], count: int, severity: Severity | None) -> Iterator[Remark]:
    what = "remissen" if isinstance(document, Remiss) else "ärendet" if isinstance(document, Arende) else "handlingen"
    has = f"{what} har {count or 'inga'} {'bilaga' if count == 1 else 'bilagor'}"
    advice = f'{has}; lägg till en under "bilagor" eller ändra numret'
    for found in bilaga_references(text.value):
        if found.number not in listed and not found.of_another:
            message = f"bilaga {found.number} finns inte"
            yield text.at("BE09", found.text, found.start, message, help=advice, severity=severity)


def _mistaken(text: Text, bilagor: tuple[Bilaga, ...]) -> Iterator[Remark]:
    named = list(bilaga_references(text.value))
    if len(named) != 1 or named[0].number > len(bilagor) or named[0].of_another:
        return
    found, words = named[0], bare(text.value).lower()
    titles = {number: bilaga.titel.lower() for number, bilaga in enumerate(bilagor, 1)}
    if titles.get(found.number, "") in words:
        return
    for number, title in titles.items():
        if title in words:
            message = f'punkten nämner "{bilagor[number - 1].titel}", som är bilaga {number}'
            advice = f"skriv bilaga {number}, eller ändra titeln"
            yield text.at("BE09", found.text, found.start, message, help=advice, severity=Severity.WARNING)
            return


RULE = Rule(
    code="BE09",
    title="Bilagan finns inte",
    severity=Severity.ERROR,
    what="Varje bilaga som texten nämner med nummer finns i listan över bilagor, och titeln i en beslutspunkt hör till "
    "det numret. I löptext är det en varning, liksom när underlaget i "
    "stället räknas upp för hand. ”Bilaga 2 till avtalet” är en annan handlings bilaga och granskas inte.",
    why="Ett beslut som hänvisar till fel bilaga gäller något annat än det som var tänkt.",
    example="förslag till beslut:\n  - anta taxan enligt ärendets bilaga 3\nbilagor:\n  - {titel: Taxa, fil: taxa.pdf}",
    instead="förslag till beslut:\n  - anta taxan enligt ärendets bilaga 1\nbilagor:\n  - {titel: Taxa, fil: taxa.pdf}",
    check=check,
)
