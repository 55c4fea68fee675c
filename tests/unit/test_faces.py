"""What a case knows of its bilagor's first pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from memogen import pipeline, workspace
from memogen.setting import Choices, Reading

if TYPE_CHECKING:
    from pathlib import Path

CASE = """\
rubrik: Taxa för båtplatser
diarienummer: KS-2026-00123
datum: 2026-03-12
handläggare: Anna Ek
mottagare: Kommunstyrelsen
förslag till beslut: anta taxan enligt bilaga 1
bilagor:
  - {titel: Taxa för båtplatser, fil: bilaga.yaml}
"""
BILAGA = """\
typ: styrdokument
rubrik: Avgifter
  i hamnen
diarienummer: KS-2026-00321
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    (tmp_path / "memogen.yaml").write_text(
        "kommun: Björkvalla kommun\ndiarienummer: ['KS-{år}-{nr:5}']\norgan: {Kommunstyrelsen: {}}\n", encoding="utf-8"
    )
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "taxa.yaml").write_text(CASE, encoding="utf-8")
    return folder


def checked(cases: Path) -> tuple[dict[str, str], set[Path]]:
    """The remarks on the bilaga by code, and the files that were read."""
    path = cases / "taxa.yaml"
    setting = pipeline.prepare(workspace.find(cases), Choices(cases.parent / "output"), [path])
    reading = Reading(setting, path)
    found = pipeline.check(path, setting, reading).diagnostics
    return {one.code: one.message for one in found if one.code in {"UL04", "ID02"}}, reading.files


def test_a_bilaga_that_is_a_memogen_file_says_its_rubrik_and_number(cases: Path) -> None:
    (cases / "bilaga.yaml").write_text(BILAGA, encoding="utf-8")
    found, files = checked(cases)
    assert found == {
        "ID02": "bilaga 1 har själv diarienummer KS-2026-00321 men ärendet har KS-2026-00123",
        "UL04": 'listan säger "Taxa för båtplatser" men bilaga 1 heter själv "Avgifter i hamnen"',
    }
    assert cases / "bilaga.yaml" in files


@pytest.mark.parametrize("content", ["rubrik: [", "", "typ: remiss\nrubrik: Något annat"])
def test_a_bilaga_that_says_nothing_of_itself_is_not_remarked_on(cases: Path, content: str) -> None:
    (cases / "bilaga.yaml").write_text(content, encoding="utf-8")
    assert checked(cases)[0] == {}


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".PDF"])
def test_a_damaged_bilaga_is_not_remarked_on(cases: Path, ending: str) -> None:
    (cases / "taxa.yaml").write_text(CASE.replace(".yaml}", f"{ending}}}"), encoding="utf-8")
    (cases / f"bilaga{ending}").write_bytes(b"%PDF-1.7 trasig")
    assert checked(cases)[0] == {}


def test_a_check_without_pdf_bilagor_waits_for_no_library_of_pdf(cases: Path) -> None:
    (cases / "bilaga.yaml").write_text(BILAGA, encoding="utf-8")
    before = {"pypdfium2", "pypdf"} & set(sys.modules)
    checked(cases)
    assert {"pypdfium2", "pypdf"} & set(sys.modules) == before
