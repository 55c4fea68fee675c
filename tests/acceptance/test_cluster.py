"""The work on a real Dask cluster: a scheduler and two workers, on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from distributed import Client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.acceptance.conftest import Result

WAIT = 60


@dataclass
class Cluster:
    """A scheduler's address, and its worker processes."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    address_file = folder / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    quiet = subprocess.DEVNULL
    processes = [
        subprocess.Popen(
            [*command, "--no-dashboard", "--scheduler-file", str(address_file)], stdout=quiet, stderr=quiet
        )
    ]
    try:
        _until(address_file.is_file)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(address_file)]
        worker += ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder)]
        processes += [subprocess.Popen(worker, stdout=quiet, stderr=quiet) for _ in range(2)]
        with Client(scheduler_file=str(address_file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=WAIT)
            address = client.scheduler.address
        yield Cluster(address, processes[1:])
    finally:
        for process in processes:
            process.kill()  # a worker without a scheduler waits for a new one
        for process in processes:
            process.wait(WAIT)


def _until(done: Callable[[], bool]) -> None:
    patience = time.monotonic() + WAIT
    while not done():
        assert time.monotonic() < patience
        time.sleep(0.02)


def _many(place: Path, count: int) -> None:
    text = (place / "cases" / "taxa.yaml").read_text(encoding="utf-8")
    for number in range(1000, 1000 + count - 1):
        case = text.replace("KS-2026-00123", f"KS-2026-0{number}")
        (place / "cases" / f"{number}.yaml").write_text(case, encoding="utf-8")


def test_two_workers_make_the_documents_and_one_that_is_killed_costs_none_of_them(
    place: Path, cluster: Cluster
) -> None:
    _many(place, 300)
    command = [sys.executable, "-m", "memogen", "render", "-q", "--scheduler", cluster.address]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        first = run.stdout.readline()
        os.kill(cluster.workers[0].pid, signal.SIGKILL)
        made = [first, *run.stdout]
    assert run.returncode == 0
    assert len(set(made)) == 300
    documents = list((place / "output").rglob("*.docx"))
    assert len(documents) == 300
    assert all(map(zipfile.is_zipfile, documents))


def test_a_scheduler_that_does_not_answer_is_a_missing_program(
    place: Path, memogen: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memogen.batch.cluster.PATIENCE", "1s")
    result = memogen("render", "--scheduler", "tcp://127.0.0.1:9")
    assert result.code == 3
    assert "ingen schemaläggare svarar" in result.err
    assert not (place / "output").exists()


def test_processes_here_and_a_cluster_exclude_each_other(place: Path, memogen: Callable[..., Result]) -> None:
    result = memogen("render", "--scheduler", "tcp://127.0.0.1:9", "--jobs", "2")
    assert result.code == 2
    assert place.is_dir()
