"""What stands behind a document: the ärenden that its paragraphs build on, and the minutes that its numbers follow."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from memogen import load
from memogen.artifacts import MappingNode, SequenceNode
from memogen.diagnostics import FieldPath, Remark
from memogen.errors import Rejected
from memogen.model.arende import Arende
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Paragraf
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Foregaende
from memogen.setting import Reading, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.model.grund import Grund
    from memogen.setting import Checked, Setting

    Check = Callable[[Path, Setting, Reading], Checked]

_NEAR = 0.8
"""Two digits of a diarienummer may be wrong; its series and its year are alike for all."""
_NUMBER = re.compile(r"[0-9]{1,9}")
"""As the model takes one: what it refuses is no number here either."""


@dataclass(frozen=True)
class Behind:
    """The ärenden by the number that the author wrote, how each reads its own files, and what is wrong."""

    arenden: dict[str, Arende] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def cases(document: Grund, reading: Reading, check: Check) -> Behind:
    """The ärenden behind a paragraph, or behind every paragraph of a meeting."""
    behind = Behind()
    for path, number in _named(document):
        found = reading.case(number)
        if found is None:
            near = get_close_matches(number, reading.setting.index.numbers, n=1, cutoff=_NEAR)
            help_text = f"menade du {near[0]}?" if near else 'skriv ärendets diarienummer som i dess fil under "cases"'
            behind.remarks.append(Remark("RE01", path, f"ärendet {number} finns inte i arbetsytan", help_text))
            continue
        behind.remarks.extend(_namesakes(path, number, found, reading))
        behind.readings[number] = Reading(reading.setting, found, reading.files)
        checked = _checked_once(found, reading, check)
        if isinstance(checked.document, Arende):
            behind.arenden[number] = checked.document
        if not isinstance(checked.document, Arende) or checked.refused(strict=False):
            message = f'ärendet {number} har fel i filen "{shown(found)}"'
            help_text = f'kör "memogen check {shown(found)}" och rätta felen där'
            behind.remarks.append(Remark("RE02", path, message, help_text))
    return behind


def _namesakes(path: FieldPath, number: str, found: Path, reading: Reading) -> Iterator[Remark]:
    """That other files have the number too: the author should know which one the words come from."""
    index = reading.setting.index
    others = [shown(other) for other in index.namesakes(number) if not index.owners(other)]
    if others:
        message = f'flera ärenden har diarienumret {number}; texten hämtas ur "{shown(found)}"'
        listed = ", ".join(f'"{other}"' for other in others)
        help_text = f'är det {listed} som gäller, så flytta undan den andra filen, eller skriv beslutet under "beslut"'
        yield Remark("RE03", path, message, help_text)


def _checked_once(path: Path, reading: Reading, check: Check) -> Checked:
    """What a check says of a case; many paragraphs, of several organs, may build on the same one."""
    known = reading.setting.looked_up
    if path not in known:
        own = Reading(reading.setting, path)
        known[path] = check(path, reading.setting, own), frozenset(own.files)
    checked, files = known[path]
    reading.files |= files
    return checked


def _named(document: Grund) -> Iterator[tuple[FieldPath, str]]:
    """Where a document names an ärende, and by which number; each number once is not enough: faults have places."""
    if isinstance(document, Sammantrade):
        for index, paragraf in enumerate(document.paragrafer):
            if paragraf.arende:
                yield ("paragrafer", index, "arende"), paragraf.arende
    elif isinstance(document, Paragraf) and document.arende:
        yield ("arende",), document.arende


def numbers(document: Grund, reading: Reading) -> tuple[int, Foregaende | None]:
    """The first § of a meeting, and the organ's previous meeting of the year where there is one.

    Paragraphs run per organ and year: the numbers are derived from the meeting files alone, so two runs at the
    same time come to the same ones.
    """
    if not isinstance(document, Sammantrade):
        return 1, None
    setting = reading.setting
    reading.meetings = setting.index.meetings_before(reading.owner)
    reading.files.update(reading.meetings)
    following, previous = 1, None
    for path, _, last in _series(reading.meetings, setting):
        following = last + 1
        previous = Foregaende(shown(path), setting.index.meeting_headers[path].get("datum", ""), last)
    own = document.forsta_paragraf
    return (following if own is None else own), previous


class Minutes(Mapping[tuple[str, dt.date], tuple[int, int]]):
    """The first and the last § of every meeting in the workspace, by organ and day; read when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _spans(self) -> dict[tuple[str, dt.date], tuple[int, int]]:
        setting = self._reading.setting
        years = {of for path in setting.index.meeting_headers if (of := setting.index.meeting_of(path))}
        found: dict[tuple[str, dt.date], tuple[int, int]] = {}
        for organ, year in sorted(years):
            paths = setting.index.meetings(organ, year)
            self._reading.files.update(paths)
            for path, first, last in _series(paths, setting):
                with suppress(ValueError):
                    day = organ, dt.date.fromisoformat(setting.index.meeting_headers[path]["datum"])
                    # An organ may meet twice in a day.
                    found[day] = min(first, found.get(day, (first, last))[0]), last
        return found

    def __getitem__(self, of: tuple[str, dt.date]) -> tuple[int, int]:
        return self._spans[of]

    def __iter__(self) -> Iterator[tuple[str, dt.date]]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


def _series(paths: Iterable[Path], setting: Setting) -> Iterator[tuple[Path, int, int]]:
    """The first and the last § of each of an organ's meetings of a year that has any."""
    following = 1
    for path in paths:
        given = setting.index.meeting_headers[path].get("forsta_paragraf", "")
        first = int(given) if _NUMBER.fullmatch(given) else following
        size = _size(path, setting)
        if size:
            following = first + size
            yield path, first, following - 1


def _size(path: Path, setting: Setting) -> int:
    """How many paragraphs a meeting file has; none where it cannot be read."""
    if path not in setting.sizes:
        try:
            root = load.case_file(path).root
        except Rejected:
            root = None
        entry = root.entries.get(fold("paragrafer")) if isinstance(root, MappingNode) else None
        items = entry.value.items if entry is not None and isinstance(entry.value, SequenceNode) else ()
        setting.sizes[path] = len(items)
    return setting.sizes[path]
