"""A run of the same files again: what it says and does is the same whether the last run's ledger is there or not."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen.workspace import shipped
from tests.acceptance.conftest import CASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.acceptance.conftest import Result

    Command = Callable[..., Result]
    Change = Callable[[], object]

LEDGER = Path("output/.memogen/liggare.jsonl")
TAXA = Path("cases/taxa.yaml")
OUTPUT = Path("output/KS-2026-00123/tjansteskrivelse.docx")
OTHER = (
    CASE.replace("00123", "00124").replace("  jämställdhet: 'ej relevant: frågan rör näringsidkare'\n", "")
    + "bilagor:\n  - {titel: Karta, fil: bilagor/karta.md}\n"
)


@pytest.fixture
def place(place: Path) -> Path:
    """Two cases, one of them with a remark, made once; the disk's clock has gone on since they were written."""
    (place / "cases" / "bilaga.yaml").write_text(OTHER, encoding="utf-8")
    (place / "cases" / "bilagor").mkdir()
    (place / "cases" / "bilagor" / "karta.md").write_text("En karta", encoding="utf-8")
    time.sleep(0.05)
    return place


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


def head(**changed: object) -> None:
    first, rest = LEDGER.read_text("ascii").split("\n", 1)
    LEDGER.write_text(f"{json.dumps(json.loads(first) | changed)}\n{rest}", "ascii")


CHANGES: dict[str, Change] = {
    "nothing": lambda: None,
    "a case": lambda: rewritten(TAXA, lambda data: data.replace(b"2019", b"2018")),
    "a case's time": TAXA.touch,
    "another case": lambda: Path("cases/ny.yaml").write_text(CASE.replace("00123", "00125"), "utf-8"),
    "a case's namesake": lambda: Path("cases/aldre.yaml").write_text(CASE, "utf-8"),
    "no case": TAXA.unlink,
    "a case's name": lambda: TAXA.rename("cases/uteserveringar.yaml"),
    "the profile": lambda: rewritten(
        Path("memogen.yaml"), lambda data: data.replace(b"rkvalla kommun", b"rkvalla stad")
    ),
    "no profile": Path("memogen.yaml").unlink,
    "an own template": lambda: shutil.copytree(shipped("templates"), "templates"),
    "no bilaga": lambda: Path("cases/bilagor/karta.md").unlink(),
    "no output": OUTPUT.unlink,
    "an output by hand": lambda: rewritten(OUTPUT, lambda data: data[:-1] + b"x"),
    "no ledger": LEDGER.unlink,
    "half a ledger": lambda: rewritten(LEDGER, lambda data: data[: len(data) // 2]),
    "a ledger without its last line": lambda: rewritten(LEDGER, lambda data: b"".join(data.splitlines(True)[:-1])),
    "a ledger without its keys": lambda: rewritten(LEDGER, lambda data: data.replace(b'"outputs"', b'"gone"')),
    "an empty ledger": lambda: LEDGER.write_bytes(b""),
    "a ledger of other things": lambda: LEDGER.write_bytes(b"[]\n[]\n"),
    "an older ledger": lambda: head(version="0.0.1"),
}


@pytest.mark.parametrize("options", [(), ("--only", "tjansteskrivelse"), ("--strict",), ("--force",), ("-v",)])
@pytest.mark.parametrize("change", [*CHANGES])
def test_a_run_says_the_same_with_the_ledger_as_without(
    place: Path,
    memogen: Command,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    change: str,
    options: tuple[str, ...],
) -> None:
    said = []
    for ledger in (True, False):
        here = tmp_path_factory.mktemp("plats")
        shutil.copytree(place, here, dirs_exist_ok=True)
        monkeypatch.chdir(here)
        time.sleep(0.03)
        memogen("render")
        assert LEDGER.is_file()
        CHANGES[change]()
        if not ledger:
            LEDGER.unlink(missing_ok=True)
        said.append(memogen("render", *options))
    assert said[0] == said[1]


def test_where_all_stands_nothing_is_read(place: Path, memogen: Command) -> None:
    first = memogen("render")
    for record in LEDGER.parent.glob("*/*.json"):
        record.unlink()
    made = {path: path.stat().st_mtime_ns for path in (place / "output").rglob("*.docx")}
    again = memogen("render", "--report", "rapport.json")
    assert (again.code, again.out) == (0, first.out)
    assert "2 filer var oförändrade" in again.err
    assert first.err.splitlines()[:-1] == again.err.splitlines()[:-1]
    assert made == {path: path.stat().st_mtime_ns for path in made}
    items = json.loads(Path("rapport.json").read_text("utf-8"))["items"]
    assert [item["status"] for item in items] == ["unchanged", "unchanged"]


@pytest.mark.usefixtures("place")
def test_a_case_that_was_changed_while_it_was_read_is_made_again(memogen: Command) -> None:
    rewritten(TAXA, lambda data: data)
    memogen("render")
    rewritten(TAXA, lambda data: data.replace(b"2019", b"2018"))
    assert memogen("render").err.splitlines()[-1] == "1 dokument gjordes, 1 fil var oförändrad."


@pytest.mark.usefixtures("place")
def test_a_ledger_that_cannot_be_written_is_done_without(memogen: Command) -> None:
    LEDGER.mkdir(parents=True)
    assert [memogen("render").code for _ in range(2)] == [0, 0]
    assert OUTPUT.is_file()


@pytest.mark.usefixtures("place")
def test_a_run_with_a_refused_case_leaves_nothing_to_go_by(memogen: Command) -> None:
    rewritten(TAXA, lambda data: data.replace(b"rubrik:", b"rubirk:"))
    assert (memogen("render").code, LEDGER.exists()) == (1, False)


@pytest.mark.parametrize("ledger", [True, False])
def test_a_remark_that_is_told_again_has_its_path_from_where_one_stands_now(
    place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch, *, ledger: bool
) -> None:
    first = memogen("render")
    if not ledger:
        LEDGER.unlink()
    monkeypatch.chdir(place / "cases")
    again = memogen("render")
    assert "--> cases/bilaga.yaml" in first.err
    assert "2 filer var oförändrade" in again.err
    assert "--> bilaga.yaml" in again.err
    assert "--> cases/" not in again.err
