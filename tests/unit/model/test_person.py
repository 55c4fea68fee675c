"""People as they are written, alone and several in one line."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from memogen.model.person import Personer
from memogen.model.protokollsutdrag import AllaInlagg
from memogen.model.sammantrade import AllaNarvarande

PERSONS = TypeAdapter(Personer)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Anna Ek (S), Bo Ask (M)", ["Anna Ek (S)", "Bo Ask (M)"]),
        ("Anna Ek (S) och Bo Ask (M)", ["Anna Ek (S)", "Bo Ask (M)"]),
        ("Anna Ek (S), Åke af Ask (M), samt Cia Dal (-)", ["Anna Ek (S)", "Åke af Ask (M)", "Cia Dal (-)"]),
        ("Anna Ek, Bo Ask", ["Anna Ek, Bo Ask"]),
        ("Anna Ek (S), ersättare", ["Anna Ek (S), ersättare"]),
        ("Anna Ek, Kultur och fritid", ["Anna Ek, Kultur och fritid"]),
        ({"namn": "Anna Ek (S)", "parti": "s"}, ["Anna Ek (S)"]),
    ],
)
def test_persons_with_a_party_each_may_stand_in_one_line(written: object, expected: list[str]) -> None:
    assert [person.med_parti for person in PERSONS.validate_python(written)] == expected


def test_those_who_were_there_and_those_who_say_something_may_stand_in_one_line_too() -> None:
    there = TypeAdapter(AllaNarvarande).validate_python("Anna Ek (S), Bo Ask (M)")
    assert [person.namn for person in there] == ["Anna Ek", "Bo Ask"]
    (one,) = TypeAdapter(AllaInlagg).validate_python(["Anna Ek (S) och Bo Ask (M)"])
    assert ([person.namn for person in one.av], one.text) == (["Anna Ek", "Bo Ask"], None)


def test_a_sentence_about_two_persons_stays_a_sentence() -> None:
    (one,) = TypeAdapter(AllaInlagg).validate_python("Anna Ek (S) och Bo Ask (M) yrkar bifall.")
    assert (one.av, one.text) == ((), "Anna Ek (S) och Bo Ask (M) yrkar bifall.")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Anna Ek (S), ersättare för Bo Ask (M)", '"Anna Ek (S), ersättare för Bo Ask (M)" har mer än ett parti'),
        (["Anna Ek (S), Bo Ask (M)"], '"Anna Ek (S), Bo Ask (M)" har mer än ett parti'),
        ({"namn": "Anna Ek (S)", "parti": "M"}, 'personen "Anna Ek" har två partier, S och M'),
    ],
)
def test_a_person_has_one_party(written: object, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        PERSONS.validate_python(written)
    assert [(fault["type"], fault["msg"]) for fault in refused.value.errors()] == [("VA05", message)]


def test_what_else_stands_in_parentheses_is_no_party() -> None:
    (person,) = PERSONS.validate_python("Anna Ek (S) (tf)")
    assert person.med_parti == "Anna Ek (S) (tf)"
