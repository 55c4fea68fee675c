from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from memogen.archive.bilagor.bringing import brought
from memogen.archive.bilagor.texts import pages
from memogen.archive.checking import verdict
from memogen.artifacts.act import Facts, Level
from tests import strange_files

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = Facts("Karta över skolvägarna", diarienummer="KS-2026-00140", datum=dt.date(2026, 3, 12), memogen="1")
A = Level(2, "a", ua=True)
U = Level(2, "u", ua=False)


@pytest.mark.parametrize(
    "make",
    [
        strange_files.drawn_font,
        strange_files.form,
        strange_files.layered,
        strange_files.newest,
        strange_files.print_colours,
        strange_files.see_through,
        strange_files.ticked,
        strange_files.with_files,
    ],
)
def test_a_pdf_keeps_the_highest_level_that_an_untagged_file_can(make: Callable[[], bytes]) -> None:
    result = brought(make(), FACTS, A)
    assert result.pdf
    assert result.changed
    assert verdict(result.pdf).level == U


@pytest.mark.parametrize(("size", "rotate"), [((842, 595), 0), ((842, 1191), 0), ((595, 842), 90), ((595, 842), 270)])
def test_every_page_keeps_its_format(size: tuple[float, float], rotate: int) -> None:
    before = strange_files.saved(strange_files.plain(2, size=size, rotate=rotate))
    result = brought(before, FACTS, A)
    assert result.pdf
    old, new = pages(before), pages(result.pdf)
    assert [(page.width, page.height, page.text) for page in new] == [(p.width, p.height, p.text) for p in old]


def test_a_picture_keeps_the_whole_level_with_the_title_as_its_alternative() -> None:
    result = brought(strange_files.encoded(strange_files.picture(), "PNG"), FACTS, A)
    assert result.pdf
    assert verdict(result.pdf).level == A
    with pikepdf.open(io.BytesIO(result.pdf)) as document:
        assert str(document.Root.StructTreeRoot.K.K[0].Alt) == "Karta över skolvägarna"
    assert not result.remarks


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_a_moving_picture_all_but_the_first_is_only_in_the_original_and_that_is_said(kind: str) -> None:
    others = [strange_files.picture().rotate(180), strange_files.picture().rotate(90)]
    result = brought(
        strange_files.encoded(strange_files.picture(), kind, save_all=True, append_images=others), FACTS, A
    )
    assert result.pdf
    (remark,) = result.remarks
    assert remark.code == "AR07"
    assert "dess 3 bilder" in remark.message


def test_what_is_pdf_a_already_comes_back_byte_for_byte() -> None:
    first = brought(strange_files.encoded(strange_files.picture(), "PNG"), FACTS, A).pdf
    assert first
    again = brought(first, Facts("Något annat"), A)
    assert again.pdf == first
    assert not again.changed
    assert not again.remarks


def test_a_file_of_a_later_part_is_brought_to_the_part_that_is_wanted() -> None:
    later = brought(strange_files.encoded(strange_files.picture(), "PNG"), FACTS, Level(3, "a", ua=True)).pdf
    assert later
    result = brought(later, FACTS, A)
    assert result.changed
    assert result.pdf
    assert verdict(result.pdf).level == A


def test_a_page_is_never_archived_as_an_empty_picture() -> None:
    result = brought(strange_files.foreign_letters(seen=False), FACTS, A)
    assert result.pdf is None
    assert result.remarks[-1].message == "en sida i bilagan blir tom när den ritas"


def test_the_metadata_is_that_of_the_case_and_not_of_a_person() -> None:
    result = brought(strange_files.saved(strange_files.plain()), FACTS, A)
    assert result.pdf
    with pikepdf.open(io.BytesIO(result.pdf)) as document:
        assert document.docinfo.Title == "Karta över skolvägarna"
        assert "/Author" not in document.docinfo
        assert b"Privat" not in document.Root.Metadata.read_bytes()


@pytest.mark.parametrize(
    "data",
    [strange_files.print_colours(), strange_files.ticked(), strange_files.encoded(strange_files.picture(), "JPEG")],
)
def test_the_same_bilaga_gives_the_same_bytes(data: bytes) -> None:
    assert brought(data, FACTS, A) == brought(data, FACTS, A)


@pytest.mark.parametrize("data", [b"", b"text", strange_files.word_bomb(), strange_files.locked()])
def test_what_cannot_be_brought_is_one_error_that_says_what_to_do(data: bytes) -> None:
    result = brought(data, FACTS, A)
    (remark,) = result.remarks
    assert result.pdf is None
    assert remark.code == "AR05"
    assert remark.help
