"""An act is filed whole, as the next version, and only when there is something new."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen.archive.shelf import Filed, file_act, latest, look
from memogen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.archive.shelf import Act
    from memogen.diagnostics import Remark

    Files = Callable[..., Filed]
    Verified = Callable[[], tuple[Remark, ...]]

LIMITED = """
import datetime as dt, resource, signal, sys
from pathlib import Path
from memogen.archive.shelf import Act, Filing, file_act
from memogen.errors import OutputError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
files = (Filing("a.pdf", b"a", "huvuddokument"), Filing("b.pdf", bytes(20_000), "bilaga"))
try:
    file_act(Path(sys.argv[1]), Act("KS-2026-00123", files, {}, "a", dt.datetime.now(dt.UTC)))
except OutputError as error:
    print(error.message)
"""


def test_an_act_is_filed_with_its_manifest_and_nothing_is_left_half_done(archive: Path, file: Files) -> None:
    filed = file("KS-2026-00123")

    assert filed.folder == archive / "KS-2026-00123"
    assert sorted(path.relative_to(archive).as_posix() for path in archive.rglob("*") if path.is_file()) == [
        ".halvfardigt/arkivet.las",
        "KS-2026-00123/bilagor/bilaga-1.pdf",
        "KS-2026-00123/manifest.json",
        "KS-2026-00123/original/karta.pdf",
        "KS-2026-00123/tjansteskrivelse.pdf",
        "kedja.json",
    ]


def test_an_act_of_many_files_is_filed_whole(file: Files, verified: Verified) -> None:
    names = [f"bilagor/{number}.pdf" for number in range(70)]

    filed = file("KS-2026-00123", "a", *names)

    assert all((filed.folder / name).read_bytes() == name.encode() for name in names)
    assert verified() == ()


def test_the_manifest_says_what_was_filed_in_words_that_a_person_reads(file: Files) -> None:
    text = (file("KS-2026-00123").folder / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)

    assert " ".join(manifest) == (
        "format akt mapp version ersätter föregående skapad memogen metadata underlag filer digest"
    )
    assert (manifest["akt"], manifest["version"], manifest["ersätter"]) == ("KS-2026-00123", 1, None)
    assert manifest["skapad"] == "2026-03-12T09:30:00+01:00"
    own, bilaga, original = manifest["filer"]
    assert (own["roll"], own["sidor"], own["nivå"], own["ua"]) == ("huvuddokument", 2, "PDF/A-2a", True)
    assert (bilaga["fil"], bilaga["nivå"], bilaga["ua"]) == ("bilagor/bilaga-1.pdf", "PDF/A-2b", False)
    assert (original["nivå"], original["skapad"], original["memogen"]) == (None, None, None)
    assert '\n  "ersätter": null,\n' in text


def test_a_changed_act_becomes_the_next_version_and_the_earlier_ones_stay(archive: Path, file: Files) -> None:
    first = file("KS-2026-00123", "a")
    before = {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()}

    second, third = file("KS-2026-00123", "b"), file("KS-2026-00123", "c")

    assert [filed.folder.name for filed in (second, third)] == ["KS-2026-00123-v2", "KS-2026-00123-v3"]
    assert third.manifest.replaces == second.manifest.link
    assert {path: path.read_bytes() for path in before} == before
    assert latest(archive, "KS-2026-00123") == Filed(third.folder, third.manifest)


def test_an_act_of_the_same_material_is_not_filed_once_more(archive: Path, file: Files) -> None:
    first, again = file("KS-2026-00123"), file("KS-2026-00123")

    assert (first.new, again.new) == (True, False)
    assert again.folder == first.folder
    assert not (archive / "KS-2026-00123-v2").exists()


def test_an_act_of_the_same_material_is_filed_once_more_when_asked_for(archive: Path, act: Callable[..., Act]) -> None:
    file_act(archive, act("KS-2026-00123"))

    assert file_act(archive, act("KS-2026-00123"), again=True).version == 2


def test_an_act_that_was_never_filed_has_no_latest_version(archive: Path) -> None:
    assert latest(archive, "KS-2026-00123") is None


def test_each_act_names_the_one_that_was_filed_before_it(file: Files, verified: Verified) -> None:
    filed = [file(f"KS-2026-0012{number}") for number in range(4)]

    links = [None, *(each.manifest.link for each in filed)]
    assert [each.manifest.previous for each in filed] == links[:-1]
    assert verified() == ()


def test_an_act_whose_name_ends_like_a_version_is_not_mixed_up_with_a_version(file: Files, verified: Verified) -> None:
    folders = [
        file(name, underlag).folder.name
        for name, underlag in [("taxa", "a"), ("taxa-v2", "a"), ("taxa", "b"), ("taxa-v2", "b"), ("taxa-v2-v2", "a")]
    ]

    assert folders == ["taxa", "taxa-v2-v1", "taxa-v2", "taxa-v2-v2", "taxa-v2-v2-v1"]
    assert verified() == ()


def test_acts_whose_names_a_disk_would_mix_up_have_folders_of_their_own(archive: Path, file: Files) -> None:
    first, second = file("KS 2026/123"), file("KS-2026-123")
    second_again = file("KS-2026-123", "b")

    assert first.folder.name == "KS-2026-123"
    assert second.folder.name.startswith("KS-2026-123-")
    assert second_again.folder.name == f"{second.folder.name}-v2"
    for name, folder in (("KS 2026/123", first.folder), ("KS-2026-123", second_again.folder)):
        found = latest(archive, name)
        assert found is not None
        assert found.folder == folder


@pytest.mark.parametrize("name", ["kedja.json", "..", "", ".halvfardigt", "å" * 300, "Ä\0/\n\ud800"])
def test_any_name_of_an_act_can_be_filed(archive: Path, file: Files, verified: Verified, name: str) -> None:
    file(name)

    assert file(name, "b").version == 2
    assert {path.parent for path in archive.glob("*/manifest.json")} == {f for f in archive.iterdir() if f.is_dir()} - {
        archive / ".halvfardigt"
    }
    assert verified() == ()


def test_a_name_in_nfd_is_the_same_act(file: Files) -> None:
    file("årsredovisning")

    assert file("a\u030arsredovisning", "b").folder.name == "årsredovisning-v2"


def test_a_damaged_manifest_lets_nobody_guess_what_the_next_version_is(file: Files) -> None:
    manifest = file("KS-2026-00123").folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"underlag": "a"', b'"underlag": "b"'))

    with pytest.raises(OutputError, match="är skadad") as refusal:
        file("KS-2026-00123", "b")

    assert "memogen verify" in refusal.value.hint


@pytest.mark.parametrize("harm", [Path.unlink, lambda head: head.write_bytes(b"{}")])
def test_no_second_chain_is_begun_when_the_first_has_lost_its_end(
    archive: Path, file: Files, harm: Callable[[Path], object]
) -> None:
    file("KS-2026-00123")
    harm(archive / "kedja.json")

    with pytest.raises(OutputError, match=r'kedja\.json" (saknas|är skadad)'):
        file("KS-2026-00124")

    assert not (archive / "KS-2026-00124").exists()


def test_the_chain_goes_on_from_an_act_that_was_taken_away_so_that_it_is_still_missed(
    archive: Path, file: Files, verified: Verified
) -> None:
    file("KS-2026-00123")
    file("KS-2026-00124").folder.rename(archive.parent / "borta")
    file("KS-2026-00125")

    assert [(remark.code, remark.path) for remark in verified()] == [("VE08", ("KS-2026-00124",))]


def test_a_file_where_the_archive_should_be_is_told_in_swedish(archive: Path, file: Files) -> None:
    archive.write_bytes(b"en fil")

    with pytest.raises(OutputError, match="en fil ligger där det ska vara en mapp"):
        file("KS-2026-00123")


def test_nothing_is_filed_when_the_disk_refuses_half_way(archive: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(archive)], capture_output=True, text=True, check=True)

    assert "kunde inte skrivas" in done.stdout
    assert [path.name for path in archive.rglob("*")] == [".halvfardigt", "arkivet.las"]


def test_what_a_killed_run_left_is_swept_away(archive: Path, file: Files) -> None:
    left = archive / ".halvfardigt" / "4711-abc"
    left.mkdir(parents=True)
    (left / "halv.pdf").write_bytes(b"%PDF")
    (archive / ".halvfardigt" / "4711-abc.las").touch()

    file("KS-2026-00123")

    assert [path.name for path in (archive / ".halvfardigt").iterdir()] == ["arkivet.las"]


def test_files_with_names_that_disks_mix_up_are_all_filed(file: Files) -> None:
    names = ["Bilagor/KARTA.pdf", "bilagor/karta.pdf", "manifest.json", "../../etc/passwd", "ka\u030al.pdf", "kål.pdf"]
    filed = file("KS-2026-00123", "a", *names)

    assert len(filed.manifest.files) == 3 + len(names)
    assert look(filed.folder).remarks == ()
    assert len(look(filed.folder).intact) == 3 + len(names)
