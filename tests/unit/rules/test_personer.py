from __future__ import annotations

import datetime as dt

import pytest

from memogen.model.sammantrade import Sammantrade
from memogen.rules.narvaro import Narvaro, narvaro
from memogen.rules.personer import named, speakers


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Anna Ek (S) yrkar bifall till förslaget.", ["Anna Ek (S)"]),
        ("Anna Ek (S), Bo Lind (M) och Cai von Ros (KD) reserverar sig mot beslutet.", 3),
        ("Ordföranden Anna Ek (S) yrkar bifall.", ["Anna Ek (S)"]),
        ("Ek (S) yrkar avslag.", ["Ek (S)"]),
        ("Åsa Östlund-Ek (-) yrkar avslag.", ["Åsa Östlund-Ek (-)"]),
        ("Till förmån för eget förslag reserverar sig Anna Ek (S).", ["Anna Ek (S)"]),
        ("Anna Ek (S) yrkar bifall till Bo Lind (M) yrkande.", ["Anna Ek (S)"]),
        ("Till förmån för Bo Linds (M) motion yrkar Anna Ek (S) bifall.", ["Anna Ek (S)"]),
        ("Anna Ek (S) yrkar bifall. Bo Lind (M) yrkar avslag.", ["Anna Ek (S)", "Bo Lind (M)"]),
        ("Motionen av Bo Lind (M) bifalls.", []),
        ("Ansökan från Hamn AB (Hamnbolaget) yrkar inget.", []),
        ("Enligt 5 kap. (KL) yrkar ingen.", []),
    ],
)
def test_who_acts_in_a_sentence(sentence: str, people: list[str] | int) -> None:
    found = [one.text for one in speakers(sentence)]
    assert found == people if isinstance(people, list) else len(found) == people


def test_only_the_first_sentence_is_asked_where_that_is_wanted() -> None:
    text = "Anna Ek (S) lämnar ett yttrande. Bo Lind (M) yrkade förra året avslag."
    assert [one.namn for one in speakers(text, 1)] == ["Anna Ek"]


def test_names_are_found_quickly_in_hostile_text() -> None:
    assert not list(named("Aa " * 50_000))
    assert not list(speakers("Anna Ek-" * 20_000 + " yrkar"))


def _meeting() -> Narvaro:
    meeting = Sammantrade.model_validate(
        {
            "organ": "KS",
            "datum": dt.date(2026, 4, 8).isoformat(),
            "ordforande": "Anna Maria Ek (S)",
            "sekreterare": "Lina Dahl",
            "ledamoter": ["Bo Lind (M), vice ordförande", {"namn": "Cai Ros (C)", "paragrafer": "45"}],
            "ej_tjanstgorande_ersattare": ["Siv Falk (L)"],
            "paragrafer": [{"rubrik": "Ett"}, {"rubrik": "Två"}],
        }
    )
    found = narvaro(meeting, 45)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("bo lind", "Bo Lind"),
        ("Lind", "Bo Lind"),
        ("Bo Linds", "Bo Lind"),
        ("Anna Ek", "Anna Maria Ek"),
        ("Ana Ek", None),
        ("Bo Ros", None),
        ("Kim Utter", None),
    ],
)
def test_a_person_is_found_in_the_attendance_however_the_name_is_shortened(name: str, wanted: str | None) -> None:
    found = _meeting().find(name)
    assert [plats.person.namn.split(" (")[0] for plats in found] == ([wanted] if wanted else [])


def test_who_serves_is_counted_by_paragraph_and_a_chair_who_is_not_listed_too() -> None:
    there = _meeting()
    assert len(there.serving(45)) == 3
    assert len(there.serving(46)) == 2
    assert len(there.serving(45, {"bo_lind"})) == 2


def test_a_party_in_another_spelling_is_the_same_and_another_party_is_not() -> None:
    there = _meeting()
    assert there.of("Cai Ros", "c")
    assert there.of("Cai Ros", None)
    assert not there.of("Cai Ros", "M")
