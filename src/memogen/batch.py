"""Many files: one that fails stops no other, and every one tells how it went."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import traceback
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Self, TypeAlias

from memogen import convert, outputs, pipeline, registers
from memogen.errors import ExitCode, ToolError
from memogen.files import sweep
from memogen.setting import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from memogen.acts.verified import Verified
    from memogen.setting import Setting

_WORTH_A_POOL = 24
"""Fewer files than this are done sooner in one process than it takes to start others."""
_WORTH_A_POOL_PDF = 4
_CHUNK = 16
_PR_SET_PDEATHSIG = 1


Work: TypeAlias = "Callable[[Path, Setting, pipeline.ToPdf | None], Outcome]"
"""What is done with one file. A function of a module, so that a worker process finds it by its name."""


def make_all(paths: Sequence[Path], setting: Setting, *, jobs: int | None = None) -> Iterator[Outcome]:
    """Make the documents of all files, in their order, then those of the memogen files that are their bilagor."""
    sweep(outputs.unfinished(setting.choices.output))
    seen = dict.fromkeys(paths)
    wave: Sequence[Path] = list(paths)
    while wave:
        found: dict[Path, None] = {}
        for outcome in _wave(wave, setting, jobs, pipeline.make):
            yield outcome
            found.update((path, None) for path in outcome.bilagor if path not in seen)
        seen |= found
        wave = list(found)
    with _Desk(setting, pipeline.make) as desk:
        yield from registers.make_all(seen, setting, desk.to_pdf)


def file_all(paths: Sequence[Path], setting: Setting, *, jobs: int | None = None) -> Iterator[Outcome]:
    """File an archive copy of each file; a memogen file that is the bilaga of another among them is filed with it."""
    from memogen import acts  # noqa: PLC0415 - only who archives pays for its libraries

    among = frozenset(paths)
    yield from _wave([path for path in paths if not setting.index.owners(path) & among], setting, jobs, acts.file)


def verify_all(folders: Sequence[Path], *, jobs: int | None = None) -> Iterator[Verified]:
    """Look at filed acts, in their order.

    Raises:
        ToolError: a worker process died.
    """
    from memogen.acts import verified  # noqa: PLC0415 - as above

    workers = min(jobs or os.cpu_count() or 1, len(folders))
    if workers < 2 or (jobs is None and len(folders) < _WORTH_A_POOL):  # noqa: PLR2004 - two are more than one
        yield from map(verified.act, folders)
        return
    spawned = multiprocessing.get_context("spawn")
    pool: Executor = ProcessPoolExecutor(workers, spawned, _begin_to_look, (os.getpid(),))
    try:
        yield from pool.map(verified.act, folders, chunksize=_CHUNK)
    except BrokenProcessPool:
        hint = "kontrollera att minnet räcker, och kör med --jobs 1"
        raise ToolError("en arbetsprocess dog medan arkivet kontrollerades", hint) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_to_look(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)


def _wave(paths: Sequence[Path], setting: Setting, jobs: int | None, work: Work) -> Iterator[Outcome]:
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    enough = _WORTH_A_POOL_PDF if setting.choices.pdf else _WORTH_A_POOL
    if workers == 1 or (jobs is None and len(paths) < enough):
        with _Desk(setting, work) as desk:
            for path in paths:
                yield desk.make(path)
        return
    chunk = 1 if setting.choices.pdf else max(1, min(_CHUNK, len(paths) // (workers * 2)))
    lost: list[Path] = []
    yield from _pooled([paths[i : i + chunk] for i in range(0, len(paths), chunk)], setting, workers, work, lost)
    for path in lost:
        again: list[Path] = []
        yield from _pooled([[path]], setting, 1, work, again)
        if again:
            yield Outcome(
                path,
                "failed",
                failure=f'arbetsprocessen dog två gånger med "{path.name}"',
                hint="kontrollera att minnet räcker, och kör filen ensam med --jobs 1",
                exit_code=ExitCode.TOOL,
            )


def _pooled(
    chunks: Sequence[Sequence[Path]], setting: Setting, workers: int, work: Work, lost: list[Path]
) -> Iterator[Outcome]:
    """What a pool makes of the chunks, in order; files that were with a worker that died go to ``lost``."""
    # Spawned workers share no threads or locks with this process, and start in the same way on every system.
    pool: Executor = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), _begin, (setting, work, os.getpid())
    )
    try:
        futures: list[tuple[Sequence[Path], Future[list[Outcome]]]] = []
        for chunk in chunks:
            try:
                futures.append((chunk, pool.submit(_make_chunk, chunk)))
            except BrokenProcessPool:
                lost.extend(chunk)
        for chunk, future in futures:
            try:
                yield from future.result()
            except BrokenProcessPool:
                lost.extend(chunk)
    finally:
        pool.shutdown(cancel_futures=True)


class _Desk:
    """One worker's place: the setting, and LibreOffice from the first time that it is needed."""

    def __init__(self, setting: Setting, work: Work) -> None:
        self._setting = setting
        self._work = work
        self._office: convert.Office | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._office is not None:
            self._office.close()

    def make(self, path: Path) -> Outcome:
        """The outcome for one file; a fault of memogen's own costs that file alone."""
        try:
            return self._work(path, self._setting, self.to_pdf)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other files shall be done
            return Outcome(
                path,
                "failed",
                failure=f'ett fel i memogen ({type(error).__name__}) hindrade "{path.name}"',
                hint="anmäl felet; -vv visar var i memogen det finns",
                exit_code=ExitCode.BUG,
                details="".join(traceback.format_exception(error)),
            )

    @property
    def to_pdf(self) -> pipeline.ToPdf | None:
        """How to print a document; None when no PDF was asked for."""
        return self._print if self._setting.choices.pdf else None

    def _print(self, docx: bytes, name: str) -> bytes:
        if self._office is None:
            self._office = convert.Office()
        return self._office.pdf(docx, name, archive=self._setting.choices.archive)


_desk: _Desk | None = None


def _begin(setting: Setting, work: Work, parent: int) -> None:
    """Set up a worker process. Ctrl-C is the parent's to handle."""
    global _desk  # noqa: PLW0603 - a worker process has exactly one desk for as long as it lives
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)
    _desk = _Desk(setting, work)


def _end_with(parent: int) -> None:
    """Let the kernel end this worker when its parent is killed: it would wait for work for ever."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit(ExitCode.STOPPED)


def _make_chunk(paths: Iterable[Path]) -> list[Outcome]:
    assert _desk is not None  # noqa: S101 - _begin has run in every worker
    return [_desk.make(path) for path in paths]
