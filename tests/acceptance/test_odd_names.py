"""Names from old disks, which are no UTF-8, and terminals that know few signs: neither ends a command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OLD = os.fsdecode("förvaltning".encode("latin-1"))


def memogen(where: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "memogen", *arguments]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, check=False)


@pytest.fixture
def old(place: Path) -> Path:
    """The same workspace below a folder whose name is Latin-1."""
    shutil.copytree(place, place / OLD)
    return place / OLD


def test_a_case_below_a_folder_with_a_name_in_latin_1_is_made(old: Path) -> None:
    runs = [memogen(old.parent, "utf-8:strict", "render", OLD, "--report", "rapport.json") for _ in range(2)]

    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    path = Path(os.fsdecode(runs[0].stdout.removesuffix(b"\n")))
    assert path == Path(OLD, "output/KS-2026-00123/tjansteskrivelse.docx")
    assert (old.parent / path).is_file()
    (item,) = json.loads((old.parent / "rapport.json").read_text("utf-8"))["items"]
    assert os.fsencode(item["input"]) == "förvaltning/cases/taxa.yaml".encode("latin-1")


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", "§ 1–3"), ("latin-1", "§ 1?3")])
def test_a_terminal_that_lacks_a_sign_shows_a_question_mark(place: Path, encoding: str, shown: str) -> None:
    case = place / "cases" / "taxa.yaml"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("diarienummer: KS-2026-00123", "diarienummer: § 1–3"), encoding="utf-8")

    told = memogen(place, f"{encoding}:strict", "check", "--format", "concise")

    assert told.returncode == 1, told.stderr
    assert f'"{shown}"'.encode(encoding) in told.stdout


def test_a_python_that_takes_every_name_for_ascii_makes_and_finds_swedish_ones(place: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    environment.pop("PYTHONIOENCODING", None)
    for arguments in (
        ["new", "ärende", "cases/Ärlig.yaml", "--set", "rubrik=Köp av bänkar"],
        ["render", "cases/taxa.yaml", "--out", "ut/Öst", "--report", "räpport.json"],
    ):
        command = [sys.executable, "-m", "memogen", *arguments]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr

    assert done.stdout.decode() == "ut/Öst/KS-2026-00123/tjansteskrivelse.docx\n"
    assert (place / "ut/Öst/KS-2026-00123/tjansteskrivelse.docx").is_file()
    assert "rubrik: Köp av bänkar\n" in (place / "cases/Ärlig.yaml").read_text("utf-8")
    assert json.loads((place / "räpport.json").read_text("utf-8"))["items"][0]["status"] == "written"
