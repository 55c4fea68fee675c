"""The office with a stand-in for LibreOffice that hangs, dies and refuses when it is told to."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from memogen import convert
from memogen.convert.process import PROGRAM_VARIABLE
from memogen.errors import ToolError

STAND_IN = Path(__file__).parents[2] / "resources" / "tools" / "stand-in"
APT = "sudo apt install"


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> str:
    """The mark in the environment of every process that the test starts."""
    mark = uuid.uuid4().hex
    monkeypatch.setenv(PROGRAM_VARIABLE, str(STAND_IN))
    monkeypatch.setenv("TEST_MARK", mark)
    return mark


def living(mark: str) -> list[str]:
    """The processes that carry the mark; this one got it too late to carry it."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in environment.read_bytes():
                found.append(environment.parent.name)
        except OSError:
            continue
    return found


def made(office: convert.Office, wish: str = "print") -> dict[str, Any]:
    said: dict[str, Any] = json.loads(office.pdf(wish.encode(), "kallelse.docx"))
    return said


def test_one_process_makes_many_documents() -> None:
    with convert.Office() as office:
        first, second = made(office), made(office)
    assert first["process"] == second["process"]
    assert second["documents"] == 2


def test_nothing_is_left_when_the_office_closes(stand_in: str) -> None:
    with convert.Office() as office:
        folder = Path(made(office)["folder"])
        assert not list(folder.glob("*.docx"))
        assert not list(folder.glob("*.pdf"))
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()
    assert living(stand_in) == []


def test_nothing_is_left_of_an_office_that_was_forgotten(stand_in: str) -> None:
    office = convert.Office()
    folder = Path(made(office)["folder"])
    del office
    assert not folder.exists()
    assert living(stand_in) == []


def test_an_office_that_made_nothing_starts_nothing(stand_in: str) -> None:
    with convert.Office():
        assert living(stand_in) == []


def test_a_process_is_replaced_after_its_share_of_documents() -> None:
    with convert.Office(documents=2) as office:
        first, second, third = (made(office)["process"] for _ in range(3))
    assert first == second != third


def test_a_document_that_met_a_dying_process_is_tried_once_more_in_a_fresh_one() -> None:
    with convert.Office() as office:
        before = made(office)
        after = made(office, "die when used")
    assert after["process"] != before["process"]
    assert after["folder"] != before["folder"]


def test_a_document_that_kills_twice_is_given_up_and_the_next_one_is_made() -> None:
    with convert.Office() as office:
        with pytest.raises(ToolError, match=r"LibreOffice kraschade två gånger på .kallelse\.docx."):
            office.pdf(b"die", "kallelse.docx")
        assert made(office)["documents"] == 1


def test_a_document_that_hangs_is_ended_with_all_its_processes(stand_in: str) -> None:
    with convert.Office(time_limit=0.3) as office:
        with pytest.raises(ToolError, match="LibreOffice blev inte klart med"):
            office.pdf(b"hang", "kallelse.docx")
        assert living(stand_in) == []
        assert made(office)["documents"] == 1


def test_an_unreadable_document_is_said_to_be_so() -> None:
    with convert.Office() as office, pytest.raises(ToolError, match="LibreOffice kan inte läsa"):
        office.pdf(b"refuse", "kallelse.docx")


def test_two_workers_have_a_process_each() -> None:
    with convert.Office(2) as office:
        assert made(office)["documents"] == 1
        office.close()
        with pytest.raises(ToolError, match="stoppades"):
            office.pdf(b"print", "kallelse.docx")


@pytest.mark.parametrize(
    ("greeting", "said"),
    [
        ({"fault": "no-uno"}, "Pythonmodulen uno saknas"),
        ({"ready": "6.4.1.2"}, "LibreOffice är för gammalt"),
        ({"fault": "no-start"}, "LibreOffice startar inte"),
    ],
)
def test_a_libreoffice_that_is_no_good_is_refused_with_the_way_to_get_another(
    greeting: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch, stand_in: str
) -> None:
    monkeypatch.setenv("STAND_IN_GREETING", json.dumps(greeting))
    with convert.Office() as office, pytest.raises(ToolError, match=said) as refused:
        office.pdf(b"print", "kallelse.docx")
    assert APT in refused.value.hint
    assert living(stand_in) == []


def test_a_missing_libreoffice_is_said_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, str(tmp_path))
    with convert.Office() as office, pytest.raises(ToolError, match="LibreOffice finns inte") as refused:
        office.pdf(b"print", "kallelse.docx")
    assert APT in refused.value.hint
    assert refused.value.exit_code == 3


def test_the_doctor_tells_version_and_place() -> None:
    office, link = convert.probe()
    assert (office.ok, office.version, office.path) == (True, "7.4.7.2", str(STAND_IN))
    assert (link.ok, link.path) == (True, str(STAND_IN / "python"))


def test_the_doctor_tells_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, str(tmp_path))
    (office,) = convert.probe()
    assert not office.ok
    assert APT in office.remedy


def test_a_disk_without_room_for_the_first_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "borta"))
    with convert.Office() as office, pytest.raises(ToolError, match="tillfälliga filer") as error:
        made(office)
    assert "TMPDIR" in error.value.hint


@pytest.mark.parametrize("wish", ["refuse", "die"])
def test_a_libreoffice_that_fails_on_a_full_disk_is_not_to_blame_nor_is_the_document(
    wish: str, monkeypatch: pytest.MonkeyPatch, stand_in: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=4096))
    with convert.Office() as office, pytest.raises(ToolError, match="tillfälliga filer är full"):
        office.pdf(wish.encode(), "kallelse.docx")
    assert living(stand_in) == []
