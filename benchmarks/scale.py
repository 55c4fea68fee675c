"""Many cases, from YAML to Word in two processes: against few, for time and memory, and against nothing to do."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks import samples
from benchmarks.timing import Pair, Row, processor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEW: Final = int(os.environ.get("ANTAL_FEW", "500"))
MANY: Final = int(os.environ.get("ANTAL_MANY", "5000"))
_JOBS: Final = "2"
_ROUNDS: Final = 3
_PAUSE: Final = 0.05
_KILOBYTES: Final = 1024
_MEMOGEN: Final = "from memogen.cli import main; main()"
_WORKER: Final = b"spawn_main"


class Run(NamedTuple):
    """Seconds of processor time for each case, and the most megabytes that the parent and a worker had in memory.

    ``first`` and ``again`` are seconds by the clock, for all cases: the first time, and when none has changed.
    """

    seconds: float
    parent: float
    worker: float
    first: float
    again: float


def rows(folder: Path) -> Iterator[Row]:
    """One run of each size; memory is what Linux tells of a process (``VmHWM``)."""
    few, many = measured(folder / "few", FEW), measured(folder / "many", MANY)
    seconds = Pair(many.seconds, few.seconds, few.seconds / many.seconds)
    yield Row(f"tid per ärende, {MANY} ärenden", f"{FEW} ärenden", seconds)
    for who, ours, theirs in (
        ("huvudprocessens minne", many.parent, few.parent),
        ("en arbetsprocess minne", many.worker, few.worker),
    ):
        yield Row(f"{who}, {MANY} ärenden", f"{FEW} ärenden", Pair(ours, theirs, theirs / ours), unit="MB")
    again = Pair(many.again, many.first, many.first / many.again)
    yield Row(f"{MANY} oförändrade ärenden, hela kommandot", "första gången, två processer", again)


def measured(folder: Path, count: int) -> Run:
    """A first run over ``count`` short cases, with a report, and another.

    Raises:
        ValueError: a case was not made.
    """
    cases = folder / "cases"
    cases.mkdir(parents=True)
    for number in range(1, count + 1):
        (cases / f"{number:05}.yaml").write_text(samples.short_case(number), encoding="utf-8")
    command = (
        sys.executable,
        "-c",
        _MEMOGEN,
        "render",
        "-q",
        "--jobs",
        _JOBS,
        "--report",
        str(folder / "rapport.json"),
    )
    peaks: dict[int, float] = {}
    started, began = processor(), time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as parent:
        while not _has_ended(parent):
            for process in (parent.pid, *_workers(parent.pid)):
                peaks[process] = max(_peak(process), peaks.get(process, 0.0))
    first = time.perf_counter() - began
    if parent.returncode:
        raise ValueError(count, parent.returncode)
    seconds = (processor() - started) / count
    again = min(_again(command, folder) for _ in range(_ROUNDS))
    return Run(seconds, peaks.pop(parent.pid), max(peaks.values()), first, again)


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_PAUSE)
    except subprocess.TimeoutExpired:
        return False
    return True


def _again(command: Sequence[str], folder: Path) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _workers(parent: int) -> list[int]:
    """The worker processes; the one that a spawning process keeps its books with is none."""
    found = []
    for children in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            pids = [int(pid) for pid in children.read_text().split()]
            found += [pid for pid in pids if _WORKER in Path(f"/proc/{pid}/cmdline").read_bytes()]
        except OSError:  # it has just ended
            continue
    return found


def _peak(process: int) -> float:
    """Megabytes; none of a process that has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / _KILOBYTES for line in lines if line.startswith("VmHWM")), 0.0)
