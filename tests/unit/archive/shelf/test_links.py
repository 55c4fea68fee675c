"""Whatever happens to an archive as a whole is seen: what was taken away, exchanged, edited or put in."""

from __future__ import annotations

import json
import pickle
import shutil
from typing import TYPE_CHECKING

import pytest

from memogen.archive.shelf import Manifest, chain_remarks, look, stock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.archive.shelf import Filed
    from memogen.diagnostics import Remark

    Files = Callable[..., Filed]
    Verified = Callable[[], tuple[Remark, ...]]
    Codes = Callable[[], list[tuple[str, tuple[str | int, ...]]]]


@pytest.fixture
def filed(file: Files) -> list[Filed]:
    """Four acts and a later version of the second."""
    return [file(f"akt-{letter}") for letter in "abcd"] + [file("akt-b", "b")]


@pytest.fixture
def codes(verified: Verified, filed: list[Filed]) -> Codes:
    assert filed

    def found() -> list[tuple[str, tuple[str | int, ...]]]:
        return [(remark.code, remark.path) for remark in verified()]

    return found


def sealed_again(folder: Path, old: str, new: str) -> None:
    """Edit a manifest as somebody would who knows how its digest is made."""
    manifest = folder / "manifest.json"
    edited = Manifest.parsed(manifest.read_bytes().replace(old.encode(), new.encode()))
    manifest.write_bytes(edited.sealed.data)


def test_an_archive_that_nobody_has_touched_has_no_faults(codes: Codes) -> None:
    assert codes() == []


def test_an_empty_archive_has_no_faults(archive: Path, verified: Verified) -> None:
    archive.mkdir()

    assert verified() == ()


@pytest.mark.parametrize("name", ["akt-a", "akt-b", "akt-c", "akt-d", "akt-b-v2"])
def test_an_act_that_was_taken_away_is_missed_wherever_it_stood(archive: Path, codes: Codes, name: str) -> None:
    shutil.rmtree(archive / name)

    assert codes() == [("VE08", (name,))]


@pytest.mark.parametrize("name", ["akt-a", "akt-b", "akt-c", "akt-d", "akt-b-v2"])
def test_a_manifest_that_was_edited_and_sealed_again_is_seen(archive: Path, codes: Codes, name: str) -> None:
    sealed_again(archive / name, "huvuddokument", "bilaga")

    assert codes() == [("VE07", (name,))]


def test_a_folder_without_manifest_is_seen(archive: Path, codes: Codes) -> None:
    (archive / "egna").mkdir()

    assert codes() == [("VE05", ("manifest.json",))]


@pytest.mark.parametrize("name", ["akt-a", "akt-c", "akt-b-v2"])
def test_an_act_without_manifest_is_told_once(archive: Path, codes: Codes, name: str) -> None:
    (archive / name / "manifest.json").unlink()

    assert codes() == [("VE05", ("manifest.json",))]


@pytest.mark.parametrize("name", ["läs-mig.txt", ".dold"])
def test_a_stray_file_is_seen(archive: Path, codes: Codes, name: str) -> None:
    (archive / name).write_bytes(b"")

    assert codes() == [("VE03", (name,))]


def test_a_link_to_a_folder_is_seen_and_not_followed(archive: Path, codes: Codes, tmp_path: Path) -> None:
    (archive / "länk").symlink_to(tmp_path)

    assert codes() == [("VE03", ("länk",))]


@pytest.mark.parametrize("name", ["akt-a", "akt-b", "akt-b-v2"])
def test_an_act_that_was_renamed_is_told_by_its_own_name(
    archive: Path, verified: Verified, codes: Codes, name: str
) -> None:
    (archive / name).rename(archive / "annan")

    assert codes() == [("VE04", ("annan",))]
    assert f'mappen "{name}" heter nu "annan"' in verified()[0].message


def test_a_copy_of_an_act_is_seen(archive: Path, codes: Codes) -> None:
    shutil.copytree(archive / "akt-a", archive / "a-kopia")

    assert codes() == [("VE03", ("a-kopia",))]


def test_an_act_out_of_another_archive_is_seen(archive: Path, codes: Codes) -> None:
    shutil.copytree(archive / "akt-a", archive / "akt-x")
    sealed_again(archive / "akt-x", '"akt-a"', '"akt-x"')

    assert ("VE07", ("akt-x",)) in codes()


@pytest.mark.parametrize("place", ["mapp", "digest"])
def test_an_act_that_is_put_in_at_the_end_is_seen(archive: Path, codes: Codes, place: str) -> None:
    last = Manifest.parsed((archive / "akt-b-v2" / "manifest.json").read_bytes())
    shutil.copytree(archive / "akt-a", archive / "akt-x")
    sealed_again(archive / "akt-x", '"akt-a"', '"akt-x"')
    link = f'"föregående": {{"mapp": "{last.folder}", "digest": "{last.digest}"}}'
    sealed_again(archive / "akt-x", '"föregående": null', link if place == "digest" else link.replace(last.digest, "0"))

    assert ("VE07", ("akt-x",)) in codes()


def test_versions_that_do_not_replace_each_other_are_seen(archive: Path, codes: Codes) -> None:
    sealed_again(archive / "akt-b-v2", '"version": 2', '"version": 3')

    assert codes() == [("VE07", ("akt-b-v2",))] * 2


def test_an_end_of_the_chain_that_is_missing_is_seen(archive: Path, codes: Codes) -> None:
    (archive / "kedja.json").unlink()

    assert codes() == [("VE07", ("kedja.json",))]


def test_an_earlier_end_of_the_chain_is_seen(archive: Path, file: Files, codes: Codes) -> None:
    earlier = (archive / "kedja.json").read_bytes()
    file("akt-e")
    (archive / "kedja.json").write_bytes(earlier)

    assert codes() == [("VE07", ("akt-e",))]


def test_one_flipped_bit_anywhere_in_the_end_of_the_chain_is_seen(archive: Path, codes: Codes) -> None:
    head = archive / "kedja.json"
    data = head.read_bytes()

    for byte in range(len(data)):
        flipped = bytearray(data)
        flipped[byte] ^= 1 << byte % 8
        head.write_bytes(flipped)
        assert codes(), byte


def test_a_filing_that_was_begun_and_never_done_is_no_fault(archive: Path, codes: Codes, file: Files) -> None:
    head = json.loads((archive / "kedja.json").read_bytes())
    head |= {"föregående": head["senaste"], "senaste": {"mapp": "akt-e", "digest": "0" * 64}, "läge": "påbörjad"}
    (archive / "kedja.json").write_text(json.dumps(head, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    assert codes() == []
    assert file("akt-e").manifest.previous.folder == "akt-b-v2"
    assert codes() == []


def test_an_act_filed_while_others_are_looked_at_is_no_fault(archive: Path, file: Files, filed: list[Filed]) -> None:
    before = stock(archive)
    file("akt-e")

    assert filed[0].folder in before.folders
    assert chain_remarks(before, [look(folder) for folder in before.folders]) == ()


def test_a_look_can_be_sent_between_processes(filed: list[Filed]) -> None:
    seen = look(filed[-1].folder)

    assert pickle.loads(pickle.dumps(seen)) == seen  # noqa: S301 - our own bytes
