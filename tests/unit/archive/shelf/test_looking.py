"""Whatever happens to a filed act is seen, and said of the right file."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from memogen.archive.shelf import look

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.archive.shelf import Filed

    Files = Callable[..., Filed]

NAMES = ["tjansteskrivelse.pdf", "bilagor/bilaga-1.pdf", "original/karta.pdf"]


@pytest.fixture
def folder(file: Files) -> Path:
    return file("KS-2026-00123").folder


def codes(folder: Path) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(remark.code, remark.path) for remark in look(folder).remarks]


def test_an_act_that_nobody_has_touched_is_intact(folder: Path) -> None:
    seen = look(folder)

    assert seen.remarks == ()
    assert [entry.name for entry in seen.intact] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_one_flipped_bit_anywhere_in_a_file_is_seen(folder: Path, name: str) -> None:
    data = (folder / name).read_bytes()

    for bit in range(len(data) * 8):
        flip(folder / name, data, bit)
        assert codes(folder) == [("VE02", (name,))]


def test_one_flipped_bit_anywhere_in_the_manifest_is_seen(folder: Path) -> None:
    manifest = folder / "manifest.json"
    data = manifest.read_bytes()

    for byte in range(len(data)):
        flip(manifest, data, byte * 8 + byte % 8)
        assert {code for code, _ in codes(folder)} & {"VE05", "VE06"}, byte


def flip(path: Path, data: bytes, bit: int) -> None:
    flipped = bytearray(data)
    flipped[bit // 8] ^= 1 << bit % 8
    path.write_bytes(flipped)


def test_a_manifest_that_says_the_same_in_other_words_was_edited(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().rstrip())

    assert codes(folder) == [("VE06", ("manifest.json",))]


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"\0" * 100, b"[" * 100_000, b'{"format": 2}', b'{"format": true}', b"1" * 5000]
)
def test_a_manifest_that_is_none_is_told_once(folder: Path, data: bytes) -> None:
    (folder / "manifest.json").write_bytes(data)

    assert codes(folder) == [("VE05", ("manifest.json",))]


def test_a_manifest_that_is_missing_is_told_once(folder: Path) -> None:
    (folder / "manifest.json").unlink()

    assert codes(folder) == [("VE05", ("manifest.json",))]


def test_a_file_that_is_missing_is_told(folder: Path) -> None:
    (folder / "tjansteskrivelse.pdf").unlink()

    assert codes(folder) == [("VE01", ("tjansteskrivelse.pdf",))]


def test_a_file_that_has_another_name_or_place_is_told_with_its_own(folder: Path) -> None:
    (folder / "tjansteskrivelse.pdf").rename(folder / "bilagor" / "Skrivelse.pdf")

    (remark,) = look(folder).remarks
    assert (remark.code, remark.path) == ("VE04", ("bilagor/Skrivelse.pdf",))
    assert remark.message == '"tjansteskrivelse.pdf" heter nu "bilagor/Skrivelse.pdf"'
    assert "tjansteskrivelse.pdf" in remark.help


def test_two_files_that_have_changed_names_are_both_changed(folder: Path) -> None:
    (folder / "tjansteskrivelse.pdf").rename(folder / "x")
    (folder / "bilagor/bilaga-1.pdf").rename(folder / "tjansteskrivelse.pdf")
    (folder / "x").rename(folder / "bilagor/bilaga-1.pdf")

    assert codes(folder) == [("VE02", (name,)) for name in NAMES[:2]]


@pytest.mark.parametrize("name", ["extra.pdf", ".dold", "bilagor/.DS_Store", "ny/mapp/fil.pdf"])
def test_a_file_that_was_added_is_told(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"ny")

    assert codes(folder) == [("VE03", (name,))]


def test_a_folder_that_was_added_is_told_once(folder: Path) -> None:
    (folder / "ny" / "mapp").mkdir(parents=True)

    assert codes(folder) == [("VE03", ("ny",))]


def test_a_link_is_a_fault_and_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför"
    outside.mkdir()
    (outside / "bilaga-1.pdf").write_bytes((folder / "bilagor/bilaga-1.pdf").read_bytes())
    (folder / "bilagor/bilaga-1.pdf").unlink()
    (folder / "bilagor").rmdir()
    (folder / "bilagor").symlink_to(outside)
    (folder / "tjansteskrivelse.pdf").rename(outside / "skrivelse")
    (folder / "tjansteskrivelse.pdf").symlink_to(outside / "skrivelse")

    assert codes(folder) == [
        ("VE02", ("tjansteskrivelse.pdf",)),
        ("VE01", ("bilagor/bilaga-1.pdf",)),
        ("VE03", ("bilagor",)),
    ]


@pytest.mark.parametrize("name", ["tjansteskrivelse.pdf", "manifest.json", "extra"])
def test_a_pipe_is_a_fault_and_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)

    assert len(codes(folder)) == 1


def test_a_manifest_that_names_files_outside_its_folder_is_refused(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"bilagor/bilaga-1.pdf", b"../../../etc/passwd/"))

    assert codes(folder) == [("VE05", ("manifest.json",))]


def test_a_disk_that_takes_letters_apart_has_changed_nothing(file: Files) -> None:
    folder = file("KS-2026-00123", "a", "bilagor/å/åäö.pdf").folder
    (folder / "bilagor/å/åäö.pdf").rename(folder / "bilagor/å" / unicodedata.normalize("NFD", "åäö.pdf"))
    (folder / "bilagor/å").rename(folder / "bilagor/a\u030a")

    assert codes(folder) == []
    seen = look(folder)
    assert [seen.path(entry).is_file() for entry in seen.intact] == [True] * 4


def test_a_file_that_differs_only_in_how_its_letters_are_stored_was_added(file: Files) -> None:
    folder = file("KS-2026-00123", "a", "å.pdf").folder
    (folder / "a\u030a.pdf").write_bytes(b"en annan")

    assert [code for code, _ in codes(folder)] == ["VE03"]


def test_a_name_that_no_screen_can_show_is_shown_all_the_same(folder: Path) -> None:
    (folder / "a\n\x1b[31m\udcff").write_bytes(b"")

    (remark,) = look(folder).remarks
    assert remark.message == 'filen "a\ufffd\ufffd[31m\ufffd" hör inte till akten'


def test_a_folder_that_is_gone_is_told_and_raises_nothing(tmp_path: Path) -> None:
    assert [code for code, _ in codes(tmp_path / "borta")] == ["VE01", "VE05"]


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999"])
def test_a_number_that_json_does_not_know_is_told_and_raises_nothing(folder: Path, number: str) -> None:
    manifest = folder / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"metadata": {', f'"metadata": {{ "x": {number},', 1), encoding="utf-8")

    assert codes(folder) == [("VE05", ("manifest.json",))]
