"""What was filed, looked at again: is every file as it was, and does it keep the level that it was filed with?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen import rules
from memogen.archive import checking, shelf
from memogen.diagnostics import Diagnostic, Place, Remark, Severity
from memogen.setting import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from memogen.archive.shelf import Entry, Look, Stock
    from memogen.artifacts.act import Level

_REMEDY = "lägg tillbaka filen ur en säkerhetskopia, eller arkivera ärendet på nytt"


class Verified(NamedTuple):
    """One act as it was found."""

    look: Look
    diagnostics: tuple[Diagnostic, ...]


class Wanted(NamedTuple):
    """What is to be looked at: whole archives, and the folders of single acts and of those in the archives."""

    stocks: tuple[Stock, ...]
    folders: tuple[Path, ...]


def wanted(paths: Iterable[Path]) -> Wanted:
    """What some folders mean: one with a manifest, or in an archive, is an act; any other is an archive of acts.

    Raises:
        OutputError: another run has kept an archive for a minute.
    """
    stocks: list[Stock] = []
    folders: dict[Path, None] = {}
    for path in paths:
        if is_act(path):
            folders[path] = None
        else:
            stock = shelf.stock(path)
            stocks.append(stock)
            folders.update(dict.fromkeys(stock.folders))
    return Wanted(tuple(stocks), tuple(folders))


def is_act(folder: Path) -> bool:
    """Whether a folder is one act: it has a manifest, or lies in an archive and should have one."""
    if (folder / shelf.MANIFEST).exists():
        return True
    folder = folder.absolute()
    in_archive = (folder.parent / shelf.HEAD).exists() and not (folder / shelf.HEAD).exists()
    return in_archive and folder.is_dir() and not folder.name.startswith(".")


def act(folder: Path) -> Verified:
    """One act against its manifest, and every intact PDF against the level that the manifest says was verified."""
    look = shelf.look(folder)
    return Verified(look, _diagnostics((*look.remarks, *_levels(look)), folder))


def between(stock: Stock, looks: Iterable[Look]) -> tuple[Diagnostic, ...]:
    """What is wrong with the archive as a whole, when every one of its acts has been looked at."""
    return _diagnostics((*stock.remarks, *shelf.chain_remarks(stock, tuple(looks))), stock.archive)


def _levels(look: Look) -> Iterator[Remark]:
    for entry in look.intact:
        if entry.level is not None:
            yield from _level(entry, entry.level, look.path(entry))


def _level(entry: Entry, level: Level, path: Path) -> Iterator[Remark]:
    try:
        verdict = checking.verdict(path.read_bytes())
    except OSError:  # it was there a moment ago
        yield Remark("VE01", (entry.name,), f'"{entry.name}" går inte att läsa', _REMEDY)
        return
    if verdict.level != level:
        wrong = next((f" ({finding.message})" for finding in verdict.findings), "")
        yield Remark("VE09", (entry.name,), f'"{entry.name}" är inte längre {level}{wrong}', _REMEDY)


def _diagnostics(remarks: Iterable[Remark], folder: Path) -> tuple[Diagnostic, ...]:
    return tuple(_placed(remark, folder) for remark in remarks)


def _placed(remark: Remark, folder: Path) -> Diagnostic:
    rule = rules.by_code(remark.code)
    place = Place(shown(folder.joinpath(*map(str, remark.path))))
    severity = rule.severity if rule else Severity.ERROR
    return Diagnostic(remark.code, severity, remark.message, place, remark.help, rule.law if rule else "")
