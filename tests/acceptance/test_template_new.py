"""``memogen template new`` from outside: a template beside the others, and a list of what was put where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document

from memogen import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.acceptance.conftest import Result


@pytest.fixture
def old(place: Path) -> Path:
    """A document that the municipality wrote before it had memogen."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Björkvalla kommuns gamla brevhuvud"
    for line in ("Tjänsteskrivelse", "Diarienummer: KS-2019-00014", "Datum: 2019-03-04", "Handläggare: Bo Ek"):
        document.add_paragraph(line)
    document.add_heading("Avtal om båtplatser", 1)
    document.add_heading("Ärendet", 2)
    document.add_paragraph("Båtklubben vill ha ett avtal.")
    path = place / "gammal.docx"
    document.save(str(path))
    return path


def test_the_new_template_is_used_at_once(place: Path, old: Path, memogen: Callable[..., Result]) -> None:
    before = old.read_bytes()
    done = memogen("template", "new", "tjänsteskrivelse", "--from", "gammal.docx")
    assert done.code == 0, done.err
    assert 'säker   brödtexten, stycke 2: "Diarienummer: KS-2019-00014" → {{ diarienummer }}' in done.out
    assert "templates/tjansteskrivelse.docx är gjord" in done.err
    assert old.read_bytes() == before

    assert memogen("render").code == 0
    text = "\n".join(render.text((place / "output/KS-2026-00123/tjansteskrivelse.docx").read_bytes()))
    assert "Björkvalla kommuns gamla brevhuvud" in text
    assert "Taxa för uteserveringar 2027" in text
    assert "KS-2019" not in text


def test_the_list_is_data_for_other_programs(old: Path, memogen: Callable[..., Result]) -> None:
    done = memogen("template", "new", "Tjänsteskrivelse", "--from", str(old), "--out", "ny.docx", "--format", "json")
    told = json.loads(done.out)
    assert told["mall"] == "ny.docx"
    found = {one["tagg"]: (one["del"], one["stycke"], one["säkerhet"]) for one in told["fält"]}
    assert found["{{ datum }}"] == ("word/document.xml", 3, "säker")


def test_a_template_that_is_there_is_never_written_over(place: Path, old: Path, memogen: Callable[..., Result]) -> None:
    (place / "ny.docx").write_bytes(b"mine")
    assert memogen("template", "new", "remiss", "--from", str(old), "--out", "ny.docx").code == 4
    assert (place / "ny.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tjänsteskrivlse", "--from", "gammal.docx"], 'menade du "tjänsteskrivelse"?'),
        (["protokoll", "--from", "gammal.docx"], "kan inte göra en mall"),
        (["remiss", "--from", "finns-inte.docx"], '"finns-inte.docx" finns inte'),
        (["remiss"], 'skriv "--from FIL"'),
    ],
)
def test_a_command_line_that_is_wrong_is_told(
    old: Path, memogen: Callable[..., Result], arguments: list[str], message: str
) -> None:
    assert old.is_file()
    done = memogen("template", "new", *arguments)
    assert (done.code, message in done.err) == (2, True), done.err


def test_a_file_that_is_no_word_document_is_refused(place: Path, memogen: Callable[..., Result]) -> None:
    (place / "bild.docx").write_bytes(b"\x89PNG")
    done = memogen("template", "new", "remiss", "--from", "bild.docx")
    assert (done.code, "MA01" in done.err) == (1, True)
    assert not (place / "templates").exists()
