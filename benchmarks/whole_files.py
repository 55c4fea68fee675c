"""From YAML file to Word file: memogen with every check, docxtpl and PyYAML with none."""

from __future__ import annotations

import itertools
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import yaml
from docxtpl import DocxTemplate
from markupsafe import Markup

from benchmarks import pouring, samples
from benchmarks.timing import Pair, Row, paired, wall
from memogen import batch, pipeline, workspace
from memogen.model.nyckel import fold
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

FILES: Final = 200
SOME: Final = 1000
MANY: Final = 5000
_ROUNDS: Final = 5
_FEW_ROUNDS: Final = 2
_PROCESSES: Final = 2
_TAKEN: Final = ("diarienummer", "rubrik", "datum", "handläggare")
"""The fields that the peer reads from the file; all others it is given."""


class Cases:
    """A folder of cases of one kind, ``case`` says which."""

    def __init__(self, folder: Path, count: int = FILES, case: Callable[[int], str] = samples.short_case) -> None:
        name = f"{case.__name__}-{count}"
        self._folder = folder / name
        self._folder.mkdir()
        self._paths = [self._folder / f"{number:05}.yaml" for number in range(1, count + 1)]
        for number, path in enumerate(self._paths, start=1):
            path.write_text(case(number), encoding="utf-8")
        spare = pouring.Pouring(samples.memo(self._paths[0], "tjansteskrivelse"))
        self._template = spare.template
        self._fields = spare.finished(Markup)
        self._outputs = (folder / f"ut-{name}-{number}" for number in itertools.count(1))

    def memogen(self, processes: int = 1) -> None:
        """Every case read, checked, composed, poured, held against its words and written.

        Raises:
            ValueError: a case was not made.
        """
        setting = pipeline.prepare(workspace.at(self._folder), Choices(next(self._outputs)), self._paths)
        made = [outcome.status for outcome in batch.make_all(self._paths, setting, workers=batch.Workers(processes))]
        if made != ["written"] * len(self._paths):
            raise ValueError(made)

    def docxtpl(self, processes: int = 1) -> None:
        """Every case read, poured and written, in as many processes."""
        output = next(self._outputs)
        output.mkdir()
        if processes == 1:
            usual_loop(self._paths, output, self._template, self._fields)
            return
        with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
            shares = [self._paths[start::processes] for start in range(processes)]
            shared = [pool.submit(usual_loop, share, output, self._template, self._fields) for share in shares]
            for share in shared:
                share.result()


def usual_loop(paths: Sequence[Path], output: Path, template: Path, fields: Mapping[str, Any]) -> None:
    """What people write with PyYAML and docxtpl."""
    for path in paths:
        with path.open(encoding="utf-8") as stream:
            case = yaml.safe_load(stream)  # noqa: TID251 - the peer reads as people do
        document = DocxTemplate(template)
        document.render({**fields, **{fold(key): str(case[key]) for key in _TAKEN}}, autoescape=True)
        document.save(output / f"{path.stem}.docx")


def rows(folder: Path) -> Iterator[Row]:
    """Small files: a few in one process, and many in two."""
    work, peer = "korta ärenden, YAML till Word", "docxtpl och PyYAML"
    cases = Cases(folder)
    pair = paired(cases.memogen, cases.docxtpl, rounds=_ROUNDS)
    yield Row(f"{FILES} {work}", peer, pair)
    some = Cases(folder, SOME)
    ours, theirs = partial(some.memogen, _PROCESSES), partial(some.docxtpl, _PROCESSES)
    pair = paired(ours, theirs, rounds=_FEW_ROUNDS, clock=wall)
    yield Row(f"{SOME} {work}, två processer", f"{peer}, två processer", pair)
    yield _against_one_process(f"{MANY} {work}", Cases(folder, MANY), some, MANY / SOME)
    usual, few = (Cases(folder, count, samples.usual_case) for count in (SOME, FILES))
    yield _against_one_process(f"{SOME} ärenden på fyra sidor, YAML till Word", usual, few, SOME / FILES)


def _against_one_process(work: str, many: Cases, few: Cases, more: float) -> Row:
    """Two processes of memogen against one of docxtpl, which does only a few: each file takes it as long."""
    pair = paired(partial(many.memogen, _PROCESSES), few.docxtpl, rounds=_FEW_ROUNDS, clock=wall)
    reckoned = Pair(pair.memogen, pair.peer * more, pair.times * more)
    return Row(f"{work}, två processer", "docxtpl och PyYAML, en process", reckoned)
