"""A command answers at once: its processor time, held against what click alone takes in the same minute.

The bars are 3 for the version and 5 for a check, on a machine that does nothing else (``make bench`` measures
them). Here they are wider: a suite that runs beside itself must not fail for its own sake.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

RUNS = 7
CLICK = "import click"
MEMOGEN = "from memogen.cli import main; main()"
STOPPED_AT = """\
import os, sys
left = int(sys.argv.pop(1))
def stop(event, details):
    global left
    if event == "import" and details[0] not in ("memogen", "memogen.cli", "__future__"):
        left -= 1
        if not left:
            raise KeyboardInterrupt
sys.path[:0] = sys.argv.pop(1).split(":")
sys.addaudithook(stop)
from memogen.cli import main
main()
"""
"""Somebody presses Ctrl-C as memogen asks for the so manieth module, in a Python that has read next to none."""


@pytest.fixture(scope="module")
def compiled() -> Mapping[str, str]:
    """An environment where Python keeps what it has compiled, whatever the one of the tests says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(environment: Mapping[str, str], *command: str) -> float:
    """The processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *command], env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(environment: Mapping[str, str], *arguments: str) -> float:
    """The quickest run against the quickest of click; by turns, so that both meet the same machine."""
    commands = ((CLICK,), (MEMOGEN, *arguments))
    for command in commands:
        seconds(environment, *command)  # compiles
    runs = [[seconds(environment, *command) for command in commands] for _ in range(RUNS)]
    click, memogen = map(min, zip(*runs, strict=True))
    return memogen / click


def test_the_version_is_told_in_little_more_than_the_time_of_click(compiled: Mapping[str, str]) -> None:
    assert ratio(compiled, "--version") <= 4


def test_a_case_is_checked_in_a_few_times_the_time_of_click(compiled: Mapping[str, str]) -> None:
    assert ratio(compiled, "check", str(shipped("cases", "KS-2026-00123.yaml"))) <= 7


@pytest.mark.parametrize("module", [1, 2, 3, 10, 30, 100])
def test_ctrl_c_before_the_command_has_been_read_is_told_in_one_line(module: int) -> None:
    path = ":".join(filter(None, sys.path))
    command = [sys.executable, "-S", "-c", STOPPED_AT, str(module), path, "check", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.stderr.strip() == "Avbrutet. Inget är halvskrivet; kör kommandot igen för att göra resten."
    assert done.returncode == 130
