"""Files are written whole or not at all, and named safely."""

from __future__ import annotations

import os
import re
import stat
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memogen.errors import OutputError
from memogen.files import as_it_was, file_fingerprint, fingerprint, safe_name, sweep, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_with_its_folders_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "ett" / "två" / "fil.docx"

    write_whole(target, b"abc")

    assert [path.name for path in target.parent.iterdir()] == ["fil.docx"]


def test_an_earlier_file_survives_a_write_that_fails(tmp_path: Path) -> None:
    target = tmp_path / "fil.docx"
    write_whole(target, b"gammalt")
    in_the_way = tmp_path / "rum"
    in_the_way.write_bytes(b"en fil")

    with pytest.raises(OutputError, match="ligger där det ska vara en mapp"):
        write_whole(target, b"nytt", room=in_the_way)

    assert target.read_bytes() == b"gammalt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fil.docx", "rum"]


def test_a_folder_where_the_file_should_be_is_told_in_swedish(tmp_path: Path) -> None:
    (tmp_path / "fil.docx").mkdir()

    with pytest.raises(OutputError) as refusal:
        write_whole(tmp_path / "fil.docx", b"x")

    assert "en mapp ligger där filen ska skrivas" in refusal.value.message
    assert refusal.value.hint


def test_fingerprints_of_bytes_and_of_the_file_agree(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")

    assert file_fingerprint(tmp_path / "a") == fingerprint(b"abc")
    assert file_fingerprint(tmp_path / "saknas") is None


def test_a_file_that_changes_at_once_and_keeps_its_size_has_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for content in (b"abc", b"abd", b"abe"):
        path.write_bytes(content)

        assert file_fingerprint(path) == fingerprint(content)


def test_a_file_with_an_old_date_has_another_fingerprint_when_its_content_changes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for content in (b"abc", b"abd"):
        path.write_bytes(content)
        os.utime(path, (1, 1))

        assert file_fingerprint(path) == fingerprint(content)


def test_a_written_file_has_the_rights_that_new_files_have_here(tmp_path: Path) -> None:
    plain = tmp_path / "vanlig"
    plain.write_bytes(b"")

    write_whole(tmp_path / "fil.docx", b"x")

    assert (tmp_path / "fil.docx").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KSN-2024-02708", "KSN-2024-02708"),
        ("KS/2026:12 - 001", "KS-2026-12---001"),
        ("remiss förslag", "remiss-förslag"),
        ("..", "-"),
        (".hemlig", "-hemlig"),
        ("", "-"),
        ("a/../../etc", "a-..-..-etc"),
    ],
)
def test_a_name_keeps_the_characters_that_are_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_every_disk_takes(text: str) -> None:
    name = safe_name(text)

    assert re.fullmatch(r"[A-Za-z0-9åäö_-][A-Za-z0-9åäö._-]*", name)
    assert not name.endswith(".")
    assert len(name.encode()) <= 255


def test_what_a_killed_run_left_is_taken_away_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (".memogen-gammal.tmp", ".memogen-ny.tmp", "annat.tmp"))
    for path in (old, new, other):
        path.write_bytes(b"halvt")
    for path in (old, other):
        os.utime(path, (1, 1))

    sweep(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".memogen-ny.tmp", "annat.tmp"]


def test_a_file_that_was_changed_after_a_moment_has_a_fingerprint_that_no_file_has(tmp_path: Path) -> None:
    path = tmp_path / "taxa.yaml"
    assert as_it_was(path, time.time_ns()) is None
    path.write_bytes(b"taxa")
    assert as_it_was(path, time.time_ns()) == fingerprint(b"taxa")
    assert as_it_was(path, time.time_ns() - 10**9) == ""


def test_a_pipe_is_written_to_and_keeps_its_place(tmp_path: Path) -> None:
    pipe = tmp_path / "rapport"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, [b"hela ", b"rapporten"])
        assert os.read(reader, 100) == b"hela rapporten"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_what_goes_to_an_open_file_by_its_number_goes_there(tmp_path: Path) -> None:
    with (tmp_path / "ut").open("wb") as out:
        write_whole(f"/dev/fd/{out.fileno()}", b"rapport")
    assert (tmp_path / "ut").read_bytes() == b"rapport"
