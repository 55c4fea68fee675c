"""Bilagor brought to PDF/A with real Tesseract, judged by veraPDF."""

from __future__ import annotations

import datetime as dt
import functools
import io
import re
from pathlib import Path

import pikepdf
import pytest

from memogen.archive.bilagor import brought
from memogen.archive.bilagor.texts import pages
from memogen.artifacts.act import Brought, Facts, Level
from tests import strange_files
from tests.judge import judge
from tests.strange_files import encoded, picture, sheet

SAMPLES = Path(__file__).parents[2] / "cases" / "bilagor"
FACTS = Facts("Plan för skolvägarna", diarienummer="KS-2026-00140", datum=dt.date(2026, 3, 12), memogen="1")
CLAIM = re.compile(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)<")
FILES = {
    **{path.name: path.read_bytes() for path in SAMPLES.glob("*.pdf")},
    "comments": strange_files.commented(),
    "drawn font": strange_files.drawn_font(),
    "fax": encoded(sheet(), "TIFF", compression="group4", save_all=True, append_images=[sheet(lines=("Sida två",))]),
    "files": strange_files.with_files(),
    "form": strange_files.form(),
    "foreign letters": strange_files.foreign_letters(),
    "layers": strange_files.layered(),
    "newest": strange_files.newest(),
    "print colours": strange_files.print_colours(),
    "scanned": strange_files.scanned(),
    "see-through": strange_files.see_through(),
    "signed": strange_files.signed(),
    "three hundred": strange_files.saved(strange_files.plain(300)),
    "ticked": strange_files.ticked(),
    "photo": encoded(picture((3000, 2000)), "JPEG"),
    "print photo": encoded(picture(mode="CMYK"), "JPEG"),
    "see-through picture": encoded(picture(mode="RGBA"), "PNG"),
    "few colours": encoded(picture(mode="P"), "GIF"),
}


@functools.cache
def result(name: str) -> Brought:
    return brought(FILES[name], FACTS, Level())


def claims(pdf: bytes) -> tuple[str, ...]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        packet = document.Root.Metadata.read_bytes()
    found = CLAIM.search(packet)
    assert found
    level = (found[1] + found[2]).decode().lower()
    return (level, "ua1") if b"<pdfuaid:part>" in packet else (level,)


@pytest.mark.parametrize("name", FILES)
def test_verapdf_says_what_the_file_says(name: str) -> None:
    pdf = result(name).pdf
    assert pdf, result(name).remarks
    claimed = claims(pdf)
    assert judge({name: pdf}, claimed) == {(name, profile): [] for profile in claimed}


def test_scanned_swedish_can_be_read() -> None:
    for name in ("scanned", "fax"):
        pdf = result(name).pdf
        assert pdf
        text = " ".join(pages(pdf)[0].text.split())
        assert "Skolvägarna på Åsgatan är öppna för gående" in text
        assert "Nämnden för lärande har fått förslaget" in text


def test_what_only_a_picture_could_save_says_so() -> None:
    (remark,) = result("foreign letters").remarks
    assert remark.code == "AR07"
    assert "bilder av sidorna" in remark.message


def test_a_scan_is_read_the_same_way_twice() -> None:
    assert brought(FILES["scanned"], FACTS, Level()) == result("scanned")
