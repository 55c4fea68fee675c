"""The transcribed real documents come out with every line of the originals, in order, in Word and in PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from memogen import render

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not SHARED.is_dir() and not os.environ.get("CI"), reason="the folder with the real documents is not here"
    ),
]

UTDRAG = "output/KSAU-2024-11-12/utdrag/paragraf-263_KSN-2024-02708"
OLD_TABLE_HEAD = (
    "Riktlinje för medborgardialoger",
    "Ett normerande dokument",
    "Dokumentnamn",
    "Riktlinje för medborgardialog\t",
    "Diarienummer\t",
    "KSN-2017-0239\t",
)


def lines_of(seed: str) -> list[str]:
    """The lines of a real document without the marks of its transcription to text."""
    (path,) = SHARED.glob(f"seeds/{seed}_*.txt")
    found = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        if raw.startswith(OLD_TABLE_HEAD):
            continue
        line = re.sub(r"^(#+|\d+\.|-)\s+", "", raw.strip().replace("**", "").replace("*", "")).strip()
        if line:
            found.append(line)
    return found


def between(lines: list[str], first: str, last: str | None) -> list[str]:
    start = lines.index(first)
    end = lines.index(last, start + 1) if last else len(lines)
    return lines[start:end]


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def missing_in_order(lines: list[str], text: str) -> list[str]:
    """The lines that do not stand in the text after the ones before them."""
    whole, position, missing = tight(text), 0, []
    for line in lines:
        found = whole.find(tight(line), position)
        if found < 0:
            missing.append(line)
        else:
            position = found + len(tight(line))
    return missing


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uppsala") / "uppsala"
    shutil.copytree(SHARED / "examples/uppsala", folder, copy_function=shutil.copyfile)
    folder.chmod(0o755)
    (folder / "cases").chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "memogen", "render", "--pdf"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "fel[" not in done.stderr
    return folder


BODY = {"utdrag": (62, 740), "": (62, 766)}
"""Where the text stands on a page between its header and its footer, in points from the top."""


def pdf_text(path: Path, *, body: bool) -> str:
    """The text of a PDF in the order of the page; ``body`` leaves out headers and footers."""
    top, bottom = BODY["utdrag" if "/utdrag/" in str(path) else ""]
    crop = ["-x", "0", "-y", str(top), "-W", "595", "-H", str(bottom - top)] if body else []
    program = shutil.which("pdftotext") or "pdftotext"
    done = subprocess.run(
        [program, "-raw", "-enc", "UTF-8", *crop, str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def documents() -> dict[str, tuple[list[str], list[str]]]:
    """For each output: the lines of its head (in any order, also in headers and footers) and those in order."""
    real = lines_of("003")
    utdrag = between(real, "§ 263", "Tjänsteskrivelse till kommunstyrelsen")[:-1]
    head = ["Kommunstyrelsens arbetsutskott", "Protokollsutdrag", "Datum:", "2024-11-12"]
    foot = ["Justerandes signatur", "Utdragsbestyrkande"]
    memo = between(real, "Tjänsteskrivelse till kommunstyrelsen", "Normerande styrdokument")
    title = "Riktlinje för dialog med de som bor och verkar i Uppsala kommun"
    new = between(real, "Normerande styrdokument", "Riktlinje för medborgardialog")
    old = between(real, "Riktlinje för medborgardialog", None)
    first = lines_of("000")
    second = between(lines_of("002"), "Handläggare", "Lena Langlet")
    body_of = {"000": first.index("Kommunstyrelsen"), "002": second.index("Kommunstyrelsen")}
    return {
        UTDRAG: ([*head, *foot], [line for line in utdrag if line not in {*head, *foot}]),
        "output/KSN-2024-02708/tjansteskrivelse": (["Kommunledningskontoret"], memo),
        "output/KSN-2024-02708/styrdokument": (new[: new.index(title)], new[new.index(title) :]),
        "output/KSN-2017-0239/styrdokument": (["2017-06-14", "Kommunikationsdirektören"], old),
        "output/KSN-2018-0406/tjansteskrivelse": (first[: body_of["000"]], first[body_of["000"] :]),
        "output/KSN-2019-0665/tjansteskrivelse": (second[: body_of["002"]], second[body_of["002"] :]),
        "output/remiss-policy-dialog/remiss": ([], lines_of("004")),
    }


NAMES = (
    UTDRAG,
    "output/KSN-2024-02708/tjansteskrivelse",
    "output/KSN-2024-02708/styrdokument",
    "output/KSN-2017-0239/styrdokument",
    "output/KSN-2018-0406/tjansteskrivelse",
    "output/KSN-2019-0665/tjansteskrivelse",
    "output/remiss-policy-dialog/remiss",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_real_document_stands_in_word_and_in_pdf(workspace: Path, name: str) -> None:
    head, body = documents()[name]

    word = "\n".join(render.text((workspace / f"{name}.docx").read_bytes()))
    pdf = workspace / f"{name}.pdf"

    assert [line for line in head if tight(line) not in tight(word)] == []
    assert missing_in_order(body, word) == []
    assert [line for line in head if tight(line) not in tight(pdf_text(pdf, body=False))] == []
    assert missing_in_order(body, pdf_text(pdf, body=True)) == []
