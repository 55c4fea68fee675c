"""Many files in worker processes that are killed, and what is left of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.acceptance.conftest import CASE

CASES = 70
MEMOGEN = """\
import signal
from memogen.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""Hears Ctrl-C also where the tests run in the background, which a shell lets ignore it."""


def _many(place: Path) -> None:
    for number in range(1000, 1000 + CASES - 1):
        case = CASE.replace("KS-2026-00123", f"KS-2026-0{number}")
        (place / "cases" / f"{number}.yaml").write_text(case, encoding="utf-8")


def _workers(parent: int) -> list[int]:
    """The worker processes of a run: its children that spawn has started."""
    found = []
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split():
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        found += [int(child)] if b"spawn_main" in command else []
    return found


def test_a_worker_that_is_killed_costs_no_document(place: Path) -> None:
    _many(place)
    command = [sys.executable, "-m", "memogen", "render", "-q", "--jobs", "2"]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        first = run.stdout.readline()
        os.kill(_workers(run.pid)[0], signal.SIGKILL)
        made = {first, *run.stdout}
    assert run.returncode == 0
    assert len(made) == CASES
    assert len(list((place / "output").rglob("*.docx"))) == CASES


def test_only_what_has_changed_is_done_again_and_the_order_stays(place: Path) -> None:
    _many(place)
    command = [sys.executable, "-m", "memogen", "render", "-q", "--jobs", "2", "--report", "rapport.json"]
    first = subprocess.run(command, cwd=place, stdout=subprocess.PIPE, text=True, check=True).stdout
    changed = place / "cases" / "1033.yaml"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# ändrad\n", encoding="utf-8")

    again = subprocess.run(command, cwd=place, stdout=subprocess.PIPE, text=True, check=True).stdout

    items = json.loads((place / "rapport.json").read_text(encoding="utf-8"))["items"]
    assert again == first
    assert [Path(item["input"]).name for item in items if item["status"] == "written"] == ["1033.yaml"]
    assert len(items) == CASES


def test_a_run_that_is_killed_leaves_no_process_and_nothing_half_written(place: Path) -> None:
    _many(place)
    command = [sys.executable, "-m", "memogen", "render", "-q", "--jobs", "2"]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        run.stdout.readline()
        workers = _workers(run.pid)
        run.kill()
    assert len(workers) == 2
    patience = time.monotonic() + 20
    while any(Path(f"/proc/{pid}/cmdline").exists() and _lives(pid) for pid in workers):
        assert time.monotonic() < patience
        time.sleep(0.02)
    done = subprocess.run([*command, "--jobs", "1"], cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == CASES


@pytest.mark.parametrize("late", [0, 0.05, 0.15, 0.3])
def test_ctrl_c_while_the_workers_wake_is_told_in_one_line_and_leaves_none(place: Path, late: float) -> None:
    _many(place)
    command = [sys.executable, "-c", MEMOGEN, "render", "-q", "--jobs", "2"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=place, stdout=quiet, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        patience = time.monotonic() + 20
        while not (workers := _workers(run.pid)):
            assert time.monotonic() < patience
            time.sleep(0.005)
        time.sleep(late)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=20)
    assert told.strip() == "Avbrutet. Inget är halvskrivet; kör kommandot igen för att göra resten."
    assert run.returncode == 130
    assert not any(map(_lives, workers))


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("late", [0, 0.3])
def test_a_run_that_is_asked_to_end_says_so_and_writes_its_report(
    place: Path, asked: signal.Signals, late: float
) -> None:
    _many(place)
    command = [sys.executable, "-c", MEMOGEN, "render", "-q", "--force", "--jobs", "2", "--report", "rapport.json"]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        patience = time.monotonic() + 20
        while not (workers := _workers(run.pid)):
            assert time.monotonic() < patience
            time.sleep(0.005)
        time.sleep(late)
        run.send_signal(asked)
        _, told = run.communicate(timeout=20)
    assert told.strip() == "Avbrutet. Inget är halvskrivet; kör kommandot igen för att göra resten."
    assert run.returncode == 130
    assert not any(map(_lives, workers))
    assert json.loads((place / "rapport.json").read_bytes())["format"] == 1


@pytest.mark.parametrize("late", [0, 0.4])
def test_ctrl_c_twice_stops_a_run_that_prints_at_once_and_leaves_no_folder_of_its_libreoffices(
    place: Path, tmp_path_factory: pytest.TempPathFactory, late: float
) -> None:
    _many(place)
    own = tmp_path_factory.mktemp("own")
    command = [sys.executable, "-c", MEMOGEN, "render", "-q", "--pdf", "--jobs", "2"]
    quiet = subprocess.DEVNULL
    surroundings = os.environ | {"TMPDIR": str(own)}
    with subprocess.Popen(
        command, cwd=place, env=surroundings, stdout=quiet, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        patience = time.monotonic() + 20
        while not any(own.glob("memogen-*")):
            assert time.monotonic() < patience
            time.sleep(0.005)
        time.sleep(late)
        workers = _workers(run.pid)
        os.killpg(run.pid, signal.SIGINT)
        time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGINT)
        try:
            _, told = run.communicate(timeout=20)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
    assert told.strip() == "Avbrutet. Inget är halvskrivet; kör kommandot igen för att göra resten."
    assert run.returncode == 130
    assert not any(map(_lives, workers))
    assert list(own.iterdir()) == []
    assert list(place.rglob("*.tmp")) == []


def _lives(pid: int) -> bool:
    """Whether a process runs; one that has ended may wait for somebody to ask how it went."""
    try:
        return b"State:\tZ" not in Path(f"/proc/{pid}/status").read_bytes()
    except OSError:
        return False


def test_a_worker_whose_parent_is_gone_ends_without_a_word() -> None:
    program = (
        "import multiprocessing\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from memogen.batch.processes import begin\n"
        "with ProcessPoolExecutor(1, multiprocessing.get_context('spawn'), begin, (1,)) as pool:\n"
        "    print(type(pool.submit(int).exception()).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("BrokenProcessPool\n", "")
