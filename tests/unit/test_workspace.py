"""A workspace is found upwards, and the files of a case stay inside it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from memogen import workspace
from memogen.errors import UsageError
from memogen.workspace import OutsideWorkspaceError, Paths, Workspace


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.yaml").write_text("kommun: Björkvalla kommun\n", encoding="utf-8")
    (tmp_path / "cases" / "2026").mkdir(parents=True)
    return workspace.find(tmp_path / "cases" / "2026")


def test_the_nearest_profile_upwards_makes_the_workspace(place: Workspace, tmp_path: Path) -> None:
    assert place == Workspace(tmp_path.resolve(), (tmp_path / "memogen.yaml").resolve())


def test_without_a_profile_the_folder_one_stands_in_is_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()

    assert workspace.find(tmp_path / "cases") == Workspace(tmp_path.resolve())


def test_a_folder_that_is_not_there_cannot_be_pointed_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="finns inte"):
        workspace.at(tmp_path / "saknas")


@pytest.mark.parametrize("reference", ["../../../hemlig.pdf", "/etc/passwd", "2026/../../../../x", "..\\..\\..\\x.pdf"])
def test_a_file_outside_the_workspace_is_refused(place: Workspace, reference: str) -> None:
    with pytest.raises(OutsideWorkspaceError):
        place.named_by(place.cases / "2026" / "a.yaml", reference)


def test_a_link_out_of_the_workspace_is_refused(place: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("utanför") / "hemlig.pdf"
    outside.write_bytes(b"x")
    (place.cases / "genväg.pdf").symlink_to(outside)

    with pytest.raises(OutsideWorkspaceError):
        place.named_by(place.cases / "a.yaml", "genväg.pdf")


def test_links_that_go_in_a_circle_lead_nowhere(place: Workspace) -> None:
    (place.cases / "rundgång.pdf").symlink_to("rundgång.pdf")
    assert not place.named_by(place.cases / "case.yaml", "rundgång.pdf").is_file()


def test_a_file_cannot_be_pointed_out_as_a_workspace(place: Workspace) -> None:
    with pytest.raises(UsageError, match="är en fil, inte en mapp"):
        workspace.at(place.root / "memogen.yaml")


def test_a_file_is_found_however_the_disk_spells_its_letters(place: Workspace) -> None:
    stored = place.cases / unicodedata.normalize("NFD", "bilaga-för-år.pdf")
    stored.write_bytes(b"x")

    assert place.named_by(place.cases / "a.yaml", "bilaga-för-år.pdf").read_bytes() == b"x"


def test_memogen_files_are_found_below_a_folder_and_outputs_are_not(place: Workspace) -> None:
    for name in (
        "cases/b.yaml",
        "cases/2026/a.yml",
        "cases/.dold.yaml",
        "cases/läs.md",
        "output/x.yaml",
        "templates/y.yaml",
    ):
        path = place.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")

    found = map(Path, place.names_under(place.root))

    assert [path.relative_to(place.root) for path in found] == [Path("cases/b.yaml"), Path("cases/2026/a.yml")]


def test_paths_are_a_sequence_of_paths() -> None:
    wanted = [Path("/cases/å.yaml"), Path("/cases/b.yaml"), Path("c.yaml")]
    found = Paths(wanted)
    assert (list(found), len(found), found[-1], found[1:]) == (wanted, 3, wanted[-1], wanted[1:])
    assert Path("/cases/b.yaml") in found
    assert not Paths()


def test_a_file_is_listed_when_a_walk_comes_upon_it(place: Workspace) -> None:
    (place.cases / "2026" / ".dold").mkdir(parents=True)
    (place.root / "utanför").mkdir()
    (place.cases / "länk").symlink_to(place.root / "utanför")
    listed = [
        name
        for name in ("a.yaml", "2026/b.YML", "2026/.dold/c.yaml", "länk/d.yaml", "e.md")
        if place.has_listed(place.cases / name)
    ]
    assert listed == ["a.yaml", "2026/b.YML"]
    assert not place.has_listed(place.root / "f.yaml")


def test_what_is_shipped_is_there() -> None:
    assert workspace.shipped("memogen.yaml").is_file()
    assert workspace.shipped("templates", "tjansteskrivelse.docx").is_file()
    assert workspace.shipped("new", "arende.yaml").is_file()
