"""From YAML file to Word file: memogen with every check, docxtpl and PyYAML with none."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import yaml

from benchmarks import pouring, samples
from benchmarks.timing import Row, paired
from memogen import batch, pipeline, workspace
from memogen.model.nyckel import fold
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES: Final = 200
_ROUNDS: Final = 5
_TAKEN: Final = ("diarienummer", "rubrik", "datum", "handläggare")
"""The fields that the peer reads from the file; all others it is given."""


class Cases:
    """A folder of short cases."""

    def __init__(self, folder: Path, count: int = FILES) -> None:
        self._folder = folder / "arenden"
        self._folder.mkdir()
        self._paths = [self._folder / f"{number:05}.yaml" for number in range(1, count + 1)]
        for number, path in enumerate(self._paths, start=1):
            path.write_text(samples.short_case(number), encoding="utf-8")
        self._spare = pouring.short_memo(folder)
        self._outputs = (folder / f"ut-{number}" for number in itertools.count(1))

    def memogen(self) -> None:
        """Every case read, checked, composed, poured, held against its words and written, in one process.

        Raises:
            ValueError: a case was not made.
        """
        setting = pipeline.prepare(workspace.at(self._folder), Choices(next(self._outputs)), self._paths)
        made = [outcome.status for outcome in batch.make_all(self._paths, setting, workers=batch.Workers(1))]
        if made != ["written"] * len(self._paths):
            raise ValueError(made)

    def docxtpl(self) -> None:
        """Every case read, poured and written."""
        output = next(self._outputs)
        output.mkdir()
        for path in self._paths:
            with path.open(encoding="utf-8") as stream:
                case = yaml.load(stream, Loader=yaml.CSafeLoader)  # noqa: TID251 - the peer reads as people do
            plain = {fold(key): str(case[key]) for key in _TAKEN}
            (output / f"{path.stem}.docx").write_bytes(self._spare.docxtpl(**plain))


def rows(folder: Path) -> Iterator[Row]:
    """Many small files."""
    cases = Cases(folder)
    pair = paired(cases.memogen, cases.docxtpl, rounds=_ROUNDS)
    yield Row(f"{FILES} korta ärenden, YAML till Word, med alla kontroller", "docxtpl och PyYAML utan kontroller", pair)
