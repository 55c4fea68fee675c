"""UL02: every bilaga has its file and is spoken of in the text. FI01: the file lies inside the workspace."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule
from memogen.rules.hanvisningar import bilaga_references
from memogen.rules.texter import running_texts
from memogen.workspace import FileStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_OF_OTHER_KINDS = frozenset(
    {".csv", ".doc", ".eml", ".htm", ".html", ".md", ".msg", ".odp", ".ods", ".odt", ".pages"}
    | {".ppt", ".pptx", ".rtf", ".svg", ".txt", ".xls", ".xlsm", ".xlsx", ".xml", ".zip"}
)
"""Endings of what people enclose by habit and no archive copy can hold; an unknown ending says nothing."""


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Files that are missing or out of bounds, and bilagor that nothing refers to."""
    bilagor: tuple[Bilaga, ...] = getattr(document, "bilagor", ())
    for position, bilaga in enumerate(bilagor):
        remark = _file(position, bilaga, context)
        if remark:
            yield remark
    if isinstance(document, Arende) and bilagor:
        named = {found.number for text in running_texts(document) for found in bilaga_references(text.value)}
        for position, bilaga in enumerate(bilagor):
            if position + 1 not in named:
                message = f'bilaga {position + 1}, "{bilaga.titel}", nämns inte i texten'
                advice = f'hänvisa till den, till exempel "enligt ärendets bilaga {position + 1}"'
                path = ("bilagor", position, "titel")
                yield Remark("UL02", path, message, advice, severity=Severity.WARNING)


def _file(position: int, bilaga: Bilaga, context: Context) -> Remark | None:
    number = position + 1
    if not bilaga.fil:
        message, advice = f"bilaga {number} saknar fil än", 'skriv filens namn under "fil" när bilagan finns'
        return Remark("UL02", ("bilagor", position), message, advice, severity=Severity.WARNING)
    path, status = ("bilagor", position, "fil"), context.file_status(bilaga.fil)
    if status is FileStatus.MISSING:
        advice = "kontrollera namnet; sökvägen räknas från filen som nämner den"
        if "\\" in bilaga.fil:
            advice = "lägg filen i arbetsytan och skriv sökvägen från filen som nämner den, med /: bilagor/taxa.pdf"
        return Remark("UL02", path, f'filen "{bilaga.fil}" finns inte', advice)
    if status is FileStatus.OUTSIDE:
        advice = "lägg filen i arbetsytan och skriv sökvägen därifrån"
        return Remark("FI01", path, f'filen "{bilaga.fil}" ligger utanför arbetsytan', advice)
    if _is_itself(bilaga.fil, context.stem):
        return Remark("UL02", path, f"bilaga {number} är filen som nämner den", "skriv namnet på bilagans egen fil")
    if PurePosixPath(bilaga.fil).suffix.lower() in _OF_OTHER_KINDS:
        message = f'bilaga {number}, "{bilaga.fil}", är av ett slag som inte går att arkivera'
        advice = "spara den som PDF, Word (.docx), PNG eller JPEG"
        return Remark("UL02", path, message, advice, severity=Severity.WARNING)
    return None


def _is_itself(fil: str, stem: str) -> bool:
    return fil.replace("\\", "/").removeprefix("./") in {f"{stem}.yaml", f"{stem}.yml"}


RULE = Rule(
    code="UL02",
    title="Bilagans fil saknas, eller bilagan nämns inte",
    severity=Severity.ERROR,
    what="Varje bilaga har en titel och en fil som finns. Bilagor numreras i ordning, och tjänsteskrivelsen hänvisar "
    "till var och en. En fil som inte är angiven än, en fil av ett slag som inte går att arkivera, eller en bilaga som "
    "inte nämns, är en varning.",
    why="Det som beslutas måste finnas i ärendet. En bilaga som ingen hänvisar till är oftast bortglömd eller "
    "överflödig.",
    example="bilagor:\n  - {titel: Taxa för båtplatser, fil: bilagor/txa.pdf}",
    instead="bilagor:\n  - {titel: Taxa för båtplatser, fil: bilagor/taxa.pdf}",
    check=check,
)
