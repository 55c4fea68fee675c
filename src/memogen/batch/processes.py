"""A crew of processes on this machine, the default."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from memogen.batch.desk import Desk, Work
from memogen.batch.handover import handover
from memogen.batch.stopping import begin, ended, heeding, undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.batch.crew import Awaited, Chunk, Submit
    from memogen.setting import Outcome, Setting


class Processes:
    """Spawned worker processes: they share no threads or locks with this one, and start in the same way everywhere."""

    death = BrokenProcessPool

    def __init__(self, setting: Setting, work: Work, workers: int) -> None:
        self._setting = setting
        self._work = work
        self._workers = workers

    @property
    def held(self) -> int:
        """One chunk a worker, and those that the pool's queue holds ready: as many, and one."""
        return 2 * self._workers + 1

    @property
    def ahead(self) -> int:
        """Eight chunks a worker: while one of them is slow, the others go on."""
        return 8 * self._workers

    @contextmanager
    def at_work(self, most: int) -> Iterator[Submit]:
        """A pool; when one of its workers dies, so does the pool."""
        spawned = multiprocessing.get_context("spawn")
        handed = handover(self._setting)
        beginning = (cast("Setting", handed), self._work, os.getpid())
        pool = ProcessPoolExecutor(min(self._workers, most), spawned, _begin, beginning)

        def submit(chunk: Chunk) -> Awaited:
            with undisturbed():
                future = pool.submit(_make, chunk)

            def awaited() -> list[Outcome]:
                handed.give()
                return future.result()

            return awaited

        with ended(pool), closing(handed):
            yield submit


_desk: Desk | None = None


def _begin(setting: Setting, work: Work, parent: int) -> None:
    """Set up a worker process."""
    global _desk  # noqa: PLW0603 - a worker process has exactly one desk for as long as it lives
    begin(parent)
    _desk = Desk(setting, work)


def _make(paths: Chunk) -> list[Outcome]:
    assert _desk is not None  # noqa: S101 - _begin has run in every worker
    return heeding(partial(_desk.make_all, paths))
