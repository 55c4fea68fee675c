"""A run that is cut short among the outputs of one input, as by a kill, and what the next one makes of it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Result

    Command = Callable[..., Result]

MEETING = """\
typ: sammanträde
organ: Kommunstyrelsen
datum: 2026-04-14
tid: 13.00
plats: Kommunhuset
ordförande: Anna Ek (S)
sekreterare: Lina Dahl
justerare: [Bo Ask (M)]
ledamöter: [Anna Ek (S), Bo Ask (M), Eva Lind (S), Per Holm (C), Ove Berg (S), Mia Falk (V), Kurt Ros (S)]
paragrafer:
  - ärende: KS-2026-00123
    yrkanden: [Anna Ek (S) yrkar bifall till förslaget.]
    beslutsgång: Ordföranden finner att kommunstyrelsen bifaller förslaget.
  - rubrik: Information om budgeten
    typ: information
    text: Ekonomichefen informerar.
"""

KILLED_BEFORE = """\
import os, signal, sys
left, replace = int(sys.argv.pop(1)), os.replace
def killing(source, target):
    global left
    left -= str(target).endswith(".docx")
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
os.replace = killing
from memogen.cli import main
main()
"""
"""As many documents take their places, and then the power fails."""
PROTOKOLL = "output/KS-2026-04-14/protokoll.docx"


@pytest.fixture
def meeting(place: Path, memogen: Command) -> Path:
    """A meeting whose documents are made, and that has been changed since."""
    path = place / "cases/mote.yaml"
    path.write_text(MEETING, encoding="utf-8")
    assert memogen("render", "cases/mote.yaml").code == 0
    rewrite(path, "Kommunhuset", "Folkets hus")
    return path


def rewrite(path: Path, old: str, new: str) -> None:
    """Change the words of a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def cut_short(after: int) -> None:
    """A run that is killed when so many documents have taken their places."""
    command = [sys.executable, "-c", KILLED_BEFORE, str(after), "render", "cases/mote.yaml"]
    assert subprocess.run(command, check=False, capture_output=True, timeout=60).returncode == -9


@pytest.mark.parametrize("after", [1, 3])
def test_what_a_killed_run_made_is_nobodys_edit(meeting: Path, memogen: Command, after: int) -> None:
    cut_short(after)
    rewrite(meeting, "Folkets hus", "Ordenshuset")
    cut_short(after - 1)
    rewrite(meeting, "Ordenshuset", "Biblioteket")

    result = memogen("render", "cases/mote.yaml")

    assert (result.code, "redigerats" in result.err) == (0, False)
    assert memogen("render", "cases/mote.yaml").err == "0 dokument gjordes, 2 filer var oförändrade.\n"


def test_what_a_person_has_edited_is_spared_also_after_a_killed_run(
    meeting: Path, place: Path, memogen: Command
) -> None:
    cut_short(3)
    edited = (place / PROTOKOLL).read_bytes() + b"edited"
    (place / PROTOKOLL).write_bytes(edited)
    rewrite(meeting, "Folkets hus", "Ordenshuset")

    result = memogen("render", "cases/mote.yaml")

    assert (result.code, (place / PROTOKOLL).read_bytes()) == (4, edited)
    assert f'"{PROTOKOLL}" har redigerats för hand' in result.err
