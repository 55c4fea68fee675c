"""The judge says what veraPDF says, and when it cannot judge it does not keep quiet."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.judge import Bench, JudgeError, judge


def blank(*, stamped: bool = True, encryption: pikepdf.Encryption | bool = False) -> bytes:
    """One empty page, which is PDF/A-2b when its metadata says so."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if stamped:
            with pdf.open_metadata() as metadata:
                metadata["pdfaid:part"] = "2"
                metadata["pdfaid:conformance"] = "B"
        stream = io.BytesIO()
        pdf.save(stream, encryption=encryption)
    return stream.getvalue()


def test_a_file_that_keeps_a_profile_fails_no_clause_of_it() -> None:
    assert judge({"blank": blank()}, ("2b",)) == {("blank", "2b"): []}


def test_a_file_that_breaks_profiles_fails_their_clauses() -> None:
    verdicts = judge({"blank": blank(), "bare": blank(stamped=False)}, ("2b", "3b", "ua1"))
    assert {question: clauses for question, clauses in verdicts.items() if question[1] != "ua1"} == {
        ("blank", "2b"): [],
        ("blank", "3b"): ["6.6.4-2"],
        ("bare", "2b"): ["6.6.2.1-1"],
        ("bare", "3b"): ["6.6.2.1-1"],
    }
    assert {"5-1", "7.1-8"} & set(verdicts["bare", "ua1"])


def test_a_file_with_a_password_is_said_to_be_encrypted() -> None:
    closed = blank(encryption=pikepdf.Encryption(owner="ägare", user="läsare"))
    assert judge({"closed": closed}, ("2b",)) == {("closed", "2b"): ["encrypted"]}


def test_what_is_no_pdf_is_said_to_be_unreadable() -> None:
    assert judge({"letter": "Björkvalla".encode()}, ("2b",)) == {("letter", "2b"): ["unreadable"]}


def test_a_profile_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(JudgeError, match="no such profile: 2x"):
        judge({}, ("2b", "2x"))


def test_a_machine_without_java_is_a_fault_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(JudgeError, match="scripts/system-packages tests"):
        Bench.open()


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("raise SystemExit('no memory')", "no memory"),
        ("input(); print('fault NullPointerException')", "fault NullPointerException"),
        ("input(); print('okay')", "okay"),
        ("input()", "it ended with 0"),
    ],
)
def test_a_judge_that_gives_no_verdict_is_a_fault(program: str, words: str) -> None:
    with Bench([sys.executable, "-c", program]) as bench, pytest.raises(JudgeError, match=words):
        bench.clauses("2b", Path("file.pdf"))
