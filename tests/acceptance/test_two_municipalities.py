"""The same cases in both shipped municipalities: every word in Word and in PDF, and copies that an archive takes."""

from __future__ import annotations

import re
import shutil
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from memogen import load, render
from memogen.cli.init import PROFILES
from memogen.workspace import shipped
from tests.judge import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.acceptance.conftest import Result

UNPRINTED = {"typ", "fil", "efter", "kategori", "sätt", "antal", "överklagande", "sekretess", "ärende"}
"""Keys whose values choose or point out, and are said in other words."""
INSTEAD = {"ksau"}
"""A short name is printed in full."""


@pytest.fixture(params=sorted(PROFILES))
def municipality(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of the municipality with the cases of the other one as well as its own."""
    monkeypatch.chdir(tmp_path)
    from memogen.cli import run  # noqa: PLC0415 - in the folder that is the workspace

    assert run(["init", "-q", "--profil", request.param]) == 0
    shutil.copytree(shipped("cases"), tmp_path / "cases", dirs_exist_ok=True)
    return tmp_path


def values(node: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - a tree of plain values
    """The texts of a file that are printed."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from values(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)
    elif isinstance(node, str) and key not in {re.sub(r"[åä]", "a", name).replace("ö", "o") for name in UNPRINTED}:
        yield node


def words(text: str) -> set[str]:
    """The words of four letters or more."""
    plain = re.sub(r"!\[[^\]]*\]\([^)\s]*|\]\([^)\s]*|\[\^\d+\]", " ", unicodedata.normalize("NFC", text))
    return {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", plain.replace("\u00ad", ""))}


def test_every_word_of_every_case_is_in_the_documents_of_both(
    municipality: Path, memogen: Callable[..., Result]
) -> None:
    for case in sorted((municipality / "cases").rglob("*.yaml")):
        done = memogen("render", "--out", f"ut/{case.stem}", str(case))
        assert (done.code, re.findall(r"MA\d\d", done.err)) == (0, []), done.err

        made = (municipality / "ut" / case.stem).rglob("*.docx")
        text = words("\n".join(line for path in made for line in render.text(path.read_bytes())))
        wanted = {word for value in values(load.case_file(case).plain()) for word in words(value)}
        assert wanted - text - INSTEAD == set(), case.name


@pytest.mark.office
def test_nothing_of_it_is_lost_on_the_way_to_pdf(municipality: Path, memogen: Callable[..., Result]) -> None:
    done = memogen("render", "--pdf", "-q")
    assert (done.code, re.findall(r"(?:MA|PD)\d\d", done.err)) == (0, []), done.err

    made = {path for path in (municipality / "output").rglob("*") if path.suffix in {".docx", ".pdf"}}
    assert {path.with_suffix(".pdf") for path in made} == {path for path in made if path.suffix == ".pdf"}
    assert len(made) > 2 * len(list((municipality / "cases").rglob("*.yaml")))


@pytest.mark.office
def test_an_archive_takes_the_copies_of_both(municipality: Path, memogen: Callable[..., Result]) -> None:
    done = memogen("archive", "-q")
    assert done.code == 0, done.err

    copies = {
        str(path.relative_to(municipality)): path.read_bytes()
        for path in (municipality / "output/arkiv").rglob("*.pdf")
        if path.name in {"tjansteskrivelse.pdf", "remiss.pdf", "protokoll.pdf", "protokollsutdrag.pdf", "innehall.pdf"}
    }
    assert len(copies) >= 9
    assert {key: clauses for key, clauses in judge(copies, ("2a", "ua1")).items() if clauses} == {}


def test_the_help_tells_of_every_profile(memogen: Callable[..., Result]) -> None:
    done = memogen("init", "--help")
    assert [name for name, told in PROFILES.items() if name not in done.out or told not in done.out] == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [("lommarvk", 'menade du "lommarvik"?'), ("Stockholm", "välj bland bjorkvalla, lommarvik")],
)
def test_a_profile_that_is_not_there_is_a_fault_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result], name: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = memogen("init", "--profil", name)
    assert (done.code, f'profilen "{name}" finns inte' in done.err, hint in done.err) == (2, True, True)
    assert list(tmp_path.iterdir()) == []


def test_a_profile_is_found_in_whatever_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert memogen("init", "--profil", "Björkvalla").code == 0
    assert "kommun: Björkvalla kommun" in (tmp_path / "memogen.yaml").read_text(encoding="utf-8")
