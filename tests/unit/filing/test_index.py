from __future__ import annotations

import os
import pickle
import time
from typing import TYPE_CHECKING

import pytest

from memogen import pipeline
from memogen.filing import Slot
from memogen.setting import Choices
from memogen.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.filing import Index


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name, number in (("a", "KS-2026-00001"), ("b", "KS 2026-1"), ("c", "KS-2026-00002 # nytt")):
        (folder / f"{name}.yaml").write_text(f"diarienummer: {number}\nrubrik: Taxa\n", encoding="utf-8")
    (folder / "mote.yaml").write_text("typ: sammanträde\norgan: Kommunstyrelsen\ndatum: 2026-05-20\n", encoding="utf-8")
    return folder


def index(cases: Path, *extra: Path) -> Index:
    place = Workspace(cases.parent)
    return pipeline.prepare(place, Choices(place.output), [*cases.glob("*.yaml"), *extra]).index


def test_a_case_is_found_by_any_spelling_of_its_number(cases: Path) -> None:
    found = index(cases)
    assert found.case("KS-2026-00001") == found.case("KS 2026-00001") == cases / "a.yaml"
    assert found.case("KS-2026-2") == cases / "c.yaml"
    assert found.case("KS-2026-00003") is None
    assert sorted(found.numbers) == ["KS-2026-00001", "KS-2026-00002"]


def test_a_file_outside_the_cases_is_known_too(cases: Path) -> None:
    beside = cases.parent / "beside.yaml"
    beside.write_text("diarienummer: KS-2026-00009\n", encoding="utf-8")
    assert index(cases, beside).case("KS-2026-9") == beside


def test_a_meeting_is_known_by_its_organ_and_year(cases: Path) -> None:
    found = index(cases)
    assert found.meeting_of(cases / "mote.yaml") == ("Kommunstyrelsen", 2026)
    assert found.meeting_of(cases / "a.yaml") is None


def test_meetings_of_a_day_come_in_the_order_of_the_hour(cases: Path) -> None:
    hours = {"a": "18.00–20.00", "b": "kl. 9.00–11.00", "c": "{från: 13:30}"}
    for name, tid in hours.items():
        text = f"typ: sammanträde\norgan: Kommunstyrelsen\ndatum: 2026-06-15\ntid: {tid}\n"
        (cases / f"mote-{name}.yaml").write_text(text, encoding="utf-8")
    found = index(cases).meetings("Kommunstyrelsen", 2026)
    assert [path.stem for path in found] == ["mote", "mote-b", "mote-c", "mote-a"]


def test_another_process_gets_what_was_found_and_does_not_look_again(cases: Path) -> None:
    here = index(cases)
    sent = pickle.dumps(here)
    for path in cases.iterdir():
        path.unlink()
    there = pickle.loads(sent)  # noqa: S301 - it was made two lines above
    wanted = Slot("KS-2026-00001", "tjansteskrivelse")
    for path in (cases / "a.yaml", cases / "b.yaml"):
        assert there.claimed(wanted, path) == here.claimed(wanted, path)
        assert there.rank(path) == here.rank(path)
    assert there.meeting_of(cases / "mote.yaml") == ("Kommunstyrelsen", 2026)


def test_a_bilaga_that_is_commented_out_has_no_owner(cases: Path) -> None:
    owner = cases / "a.yaml"
    for listed, owners in (
        ("  - {titel: Skrivelsen, fil: b.yaml}", {owner}),
        ("  - titel: Skrivelsen  # bilaga\n    fil: b.yaml", {owner}),
        ("  # - {titel: Skrivelsen, fil: b.yaml}", set()),
        ("  # -\n  #   fil: b.yaml", set()),
    ):
        owner.write_text(f"diarienummer: KS-2026-00001\nbilagor:\n{listed}\n", encoding="utf-8")
        assert index(cases).owners(cases / "b.yaml") == owners


def test_a_meeting_and_a_file_with_bilagor_of_its_own_make_more_than_a_bilaga_shows(cases: Path) -> None:
    (cases / "b.yaml").write_text("rubrik: Taxa\nBilagor:\n  - {titel: Karta, fil: karta.png}\n", encoding="utf-8")
    found = index(cases)
    assert found.is_only_bilaga(cases / "a.yaml")
    assert not found.is_only_bilaga(cases / "b.yaml")
    assert not found.is_only_bilaga(cases / "mote.yaml")


@pytest.mark.parametrize(("datum", "only"), [("", True), (" 2026-05-20", False)])
def test_a_styrdokument_with_bilagor_has_no_act_of_its_own_before_it_is_adopted(
    cases: Path, datum: str, only: bool
) -> None:
    (cases / "b.yaml").write_text(f"typ: styrdokument\ndatum:{datum}\nbilagor: [Karta]\n", encoding="utf-8")
    assert index(cases).is_only_bilaga(cases / "b.yaml") is only


def test_a_memogen_file_that_is_a_bilaga_knows_who_names_it(cases: Path) -> None:
    lines = (
        "bilagor:\n  - {titel: Karta, fil: karta.pdf}\n  - {fil: 'b.yaml', titel: Riktlinje}\n  - fil: c.YML  # ny\n"
    )
    (cases / "a.yaml").write_text(lines, encoding="utf-8")
    found = index(cases)
    assert found.owners(cases / "b.yaml") == found.owners(cases / "c.YML") == {cases / "a.yaml"}
    assert not found.owners(cases / "karta.pdf")


@pytest.mark.parametrize("line", ["rubrik: x" + " " * 200_000 + "y # z", "fil: " * 40_000], ids=["blanks", "names"])
def test_a_line_without_end_is_looked_at_as_soon_as_others(cases: Path, line: str) -> None:
    (cases / "lang.yaml").write_text(line, encoding="utf-8")
    started = time.monotonic()
    found = index(cases)
    assert not found.owners(cases / "a.yaml")
    assert found.rank(cases / "lang.yaml") == 0
    assert time.monotonic() - started < 2


def test_a_pipe_among_the_cases_is_not_waited_for(cases: Path) -> None:
    os.mkfifo(cases / "ror.yaml")
    assert index(cases).case("KS-2026-2") == cases / "c.yaml"
