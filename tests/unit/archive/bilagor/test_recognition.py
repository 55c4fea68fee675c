from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen.archive.bilagor.probe import probe
from memogen.archive.bilagor.recognition import recognised
from memogen.errors import ToolError
from tests import strange_files

if TYPE_CHECKING:
    from pathlib import Path


def tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch, *languages: str) -> None:
    """Let the only Tesseract of the computer be one that knows these languages."""
    program = folder / "tesseract"
    listed = "\\n".join(["List of available languages", *languages])
    program.write_text(f"#!/bin/sh\nprintf '{listed}\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin")


def test_the_doctor_finds_tesseract_its_swedish_and_ocrmypdf() -> None:
    facts = {fact.name: fact for fact in probe()}
    assert list(facts) == ["Tesseract", "svenska för Tesseract", "OCRmyPDF"]
    assert all(fact.ok for fact in facts.values())
    assert facts["Tesseract"].version
    assert facts["OCRmyPDF"].version


def test_without_tesseract_a_scan_is_no_fault_of_the_bilaga(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError) as caught:
        recognised(strange_files.scanned(), 1)
    assert caught.value.hint == "installera dem: sudo apt install tesseract-ocr tesseract-ocr-swe"
    assert [(fact.name, fact.ok) for fact in probe()] == [("Tesseract", False), ("OCRmyPDF", True)]


def test_a_tesseract_without_swedish_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tesseract(tmp_path, monkeypatch, "eng", "osd")
    with pytest.raises(ToolError, match="inte svenska"):
        recognised(strange_files.scanned(), 1)
    assert [fact.ok for fact in probe()] == [True, False, True]
