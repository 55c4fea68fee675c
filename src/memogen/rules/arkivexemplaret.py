"""What an archive copy demands beyond what ``memogen check`` does: AR03, AR04 and AR08. Explained in ``arkiv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.sammantrade import Sammantrade
from memogen.model.styrdokument import Styrdokument
from memogen.rules.id07_platshallare import DATES, certain, likely
from memogen.workspace import FileStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.rules.grund import Context

_WANTED: dict[type[Grund], tuple[tuple[tuple[str, ...], str], ...]] = {
    Arende: ((("diarienummer",), "diarienummer"), (("handlaggare",), "handläggare"), (("mottagare",), "mottagare")),
    Styrdokument: (
        (("diarienummer",), "diarienummer"),
        (("datum",), "datum"),
        (("dokumentansvarig",), "dokumentansvarig"),
        (("beslutsfattare",), "beslutsfattare"),
    ),
    Remiss: ((("diarienummer",), "diarienummer"), (("avsandare", "kontakt"), "avsändare")),
    Protokollsutdrag: ((("diarienummer", "arende"), "diarienummer"), (("sekreterare",), "sekreterare")),
    Sammantrade: ((("sekreterare",), "sekreterare"), (("ordforande",), "ordförande")),
}
"""The keys that an archivist searches by, by kind of document: one of the first is there, and what it is called."""


def remarks_for_archive(document: Grund, context: Context) -> Iterator[Remark]:
    """What the archive lacks of facts about the document (AR03) and of its bilagor (AR08)."""
    yield from _profile(context.profil)
    for names, called in _WANTED.get(type(document), ()):
        if not any(getattr(document, name, None) for name in names):
            advice = f'skriv "{called}" i filen'
            yield Remark("AR03", (), f"{called} saknas, och arkivexemplaret kan inte sökas efter det", advice)
    for path, number, bilaga in _bilagor(document):
        yield from _bilaga(path, number, bilaga, context)


def _profile(profil: Profil) -> Iterator[Remark]:
    for value, called in ((profil.kommun, "kommun"), (profil.organisationsnummer, "organisationsnummer")):
        if not value:
            message = f"arkivbildarens uppgifter är inte hela: profilen saknar {called}"
            yield Remark("AR03", (), message, f'skriv "{called}" i memogen.yaml')


def _bilagor(document: Grund) -> Iterator[tuple[FieldPath, int, Bilaga]]:
    """Every bilaga with its path and its number; a meeting's paragraphs have their own."""
    holders: list[tuple[FieldPath, Grund]] = [((), document)]
    if isinstance(document, Sammantrade):
        holders += [(("paragrafer", position), one) for position, one in enumerate(document.paragrafer)]
    for path, holder in holders:
        for position, bilaga in enumerate(getattr(holder, "bilagor", ())):
            yield (*path, "bilagor", position), position + 1, bilaga


def _bilaga(path: FieldPath, number: int, bilaga: Bilaga, context: Context) -> Iterator[Remark]:
    """A bilaga under secrecy may be kept elsewhere: that is said, and it hinders nothing."""
    if not bilaga.fil and bilaga.sekretess:
        message = f'bilaga {number}, "{bilaga.titel}", är sekretessbelagd och följer inte med till arkivet'
        yield Remark("AR08", path, message, 'förvara den för sig, eller skriv "fil"', severity=Severity.WARNING)
    elif not bilaga.fil:
        message = f'bilaga {number}, "{bilaga.titel}", saknar fil och kan inte arkiveras'
        yield Remark("AR08", path, message, 'skriv filens namn under "fil"')
    elif context.file_status(bilaga.fil) is not FileStatus.FOUND:
        message = f'bilaga {number} kan inte arkiveras: filen "{bilaga.fil}" finns inte i arbetsytan'
        yield Remark("AR08", (*path, "fil"), message, "kontrollera namnet; sökvägen räknas från filen som nämner den")


def placeholders(paragraphs: Iterable[str]) -> Iterator[Remark]:
    """What was meant to be filled in and still stands in a finished document (AR04), each once.

    What may be meant, such as the ellipsis of a quotation, hinders nothing.
    """
    found: dict[str, Severity | None] = {}
    for text in paragraphs:
        found |= dict.fromkeys(match[0] for match in certain(text))
        for match in likely(text):
            found.setdefault(match[0], None if DATES.fullmatch(match[0]) else Severity.WARNING)
    for said, severity in found.items():
        message = f'platshållaren "{said}" är kvar i dokumentet'
        advice = "fyll i den i ärendefilen, eller i mallen om det är där den står"
        yield Remark("AR04", (), message, advice, severity=severity)
