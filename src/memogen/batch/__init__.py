"""Many files: one that fails stops no other, and every one tells how it went."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from memogen import pipeline, records, registers
from memogen.batch import crew
from memogen.batch.desk import Desk, Work
from memogen.batch.processes import Processes
from memogen.batch.stopping import begin, ended, heeding, undisturbed
from memogen.errors import ToolError
from memogen.files import sweep
from memogen.workspace import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from memogen.acts.verified import Verified
    from memogen.setting import Outcome, Setting

_WORTH_A_POOL = 24
"""Fewer files than this are done sooner in one process than it takes to start others."""
_WORTH_A_POOL_PDF = 4
_CHUNK = 16


class Workers(NamedTuple):
    """Who does the work: ``jobs`` processes here (None: as many as there are cores), or a Dask scheduler's workers."""

    jobs: int | None = None
    scheduler: str | None = None


def make_all(paths: Sequence[Path], setting: Setting, *, workers: Workers = Workers()) -> Iterator[Outcome]:  # noqa: B008 - it never changes
    """Make the documents of all files, in their order, then those of the memogen files that are their bilagor.

    Raises:
        ToolError: the scheduler cannot be used.
    """
    sweep(records.unfinished(setting.choices.output))
    waves: list[Sequence[Path]] = []
    wave = paths
    while wave:
        waves.append(wave)
        bilagor: dict[Path, None] = {}
        for outcome in _wave(wave, setting, workers, pipeline.make):
            yield outcome
            bilagor |= dict.fromkeys(outcome.bilagor)
        if bilagor:
            for made in chain.from_iterable(waves):
                bilagor.pop(made, None)
        wave = list(bilagor)
    with Desk(setting, pipeline.make) as desk:
        yield from registers.make_all(chain.from_iterable(waves), setting, desk.to_pdf)


def file_all(paths: Sequence[Path], setting: Setting, *, workers: Workers = Workers()) -> Iterator[Outcome]:  # noqa: B008 - as above
    """File an archive copy of each file; one that is the bilaga of another among them, and no more, goes with it."""
    from memogen import acts  # noqa: PLC0415 - only who archives pays for its libraries

    index = setting.index
    among = {owner for path in paths for owner in index.owners(path)}.intersection(paths)
    own = Paths(path for path in paths if among.isdisjoint(index.owners(path)) or not index.is_only_bilaga(path))
    yield from _wave(own, setting, workers, acts.file)


def verify_all(folders: Sequence[Path], *, jobs: int | None = None) -> Iterator[Verified]:
    """Look at filed acts, in their order.

    Raises:
        ToolError: a worker process died.
    """
    from memogen.acts import verified  # noqa: PLC0415 - as above

    processes = min(jobs or os.cpu_count() or 1, len(folders))
    if processes < 2 or (jobs is None and len(folders) < _WORTH_A_POOL):  # noqa: PLR2004 - two are more than one
        yield from map(verified.act, folders)
        return
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), begin, (os.getpid(),))
    try:
        with ended(pool):
            with undisturbed():
                found = pool.map(_verified, folders, chunksize=_CHUNK)
            yield from found
    except BrokenProcessPool:
        hint = "kontrollera att minnet räcker, och kör med --jobs 1"
        raise ToolError("en arbetsprocess dog medan arkivet kontrollerades", hint) from None


def _verified(folder: Path) -> Verified:
    """In a worker: what is to be said of an act."""
    from memogen.acts import verified  # noqa: PLC0415 - as above

    return heeding(partial(verified.act, folder))


def _wave(paths: Sequence[Path], setting: Setting, workers: Workers, work: Work) -> Iterator[Outcome]:
    if workers.scheduler is not None:
        from memogen.batch.cluster import Cluster  # noqa: PLC0415 - an extra that few have

        with closing(Cluster(workers.scheduler, setting, work)) as cluster:
            yield from crew.outcomes(_chunks(paths, setting, _CHUNK), cluster)
        return
    processes = min(workers.jobs or os.cpu_count() or 1, len(paths))
    enough = _WORTH_A_POOL_PDF if setting.choices.pdf else _WORTH_A_POOL
    if processes == 1 or (workers.jobs is None and len(paths) < enough):
        with Desk(setting, work) as desk:
            for path in paths:
                yield desk.make(path)
        return
    size = min(_CHUNK, len(paths) // (processes * 2))
    if work is pipeline.make and not setting.choices.force:
        undone = _undone(paths, setting, size)
        yield from crew.outcomes(undone, Processes(setting, pipeline.make_anew, processes))
        return
    yield from crew.outcomes(_chunks(paths, setting, size), Processes(setting, work, processes))


def _chunks(paths: Sequence[Path], setting: Setting, size: int) -> Iterator[Sequence[Path]]:
    """The files in handfuls; one by one when they are printed, which takes much longer than handing them out."""
    step = 1 if setting.choices.pdf else max(1, size)
    return (paths[start : start + step] for start in range(0, len(paths), step))


def _undone(paths: Sequence[Path], setting: Setting, size: int) -> Iterator[Sequence[Path] | crew.Known]:
    """The files in handfuls, but for those whose outputs stand: they are settled here, at a hundredth of the cost.

    Where nothing is new no worker is ever started.
    """
    step = 1 if setting.choices.pdf else max(1, size)
    settled = ((path, _standing(path, setting)) for path in paths)
    for stands, found in groupby(settled, lambda each: each[1] is not None):
        while handful := list(islice(found, _CHUNK if stands else step)):
            yield crew.Known([known for _, known in handful if known]) if stands else [path for path, _ in handful]


def _standing(path: Path, setting: Setting) -> Outcome | None:
    try:
        return pipeline.unchanged(path, setting)
    except Exception:  # noqa: BLE001 - whatever it is, the worker comes upon it again and tells
        return None
