"""The catalogue of fields is what compose really makes, for every kind of document."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

import pytest

from memogen import compose, pipeline
from memogen.artifacts import Blocks, Memo, Registerrad, Runs, Value
from memogen.artifacts.act import Contents, ContentsRow, Facts
from memogen.artifacts.catalogue import KINDS, Field, Form, fields, written
from memogen.setting import Choices
from memogen.workspace import at

ROOT = Path(__file__).parents[2]
PLAIN = {Form.TEXT: str, Form.FLAG: bool, Form.NUMBER: int, Form.RUNS: Runs, Form.BLOCKS: Blocks}


@lru_cache(maxsize=1)
def samples() -> tuple[Memo, ...]:
    """A document of every sample case, a register and an act's list of contents."""
    place = at(ROOT)
    files = [Path(name) for name in place.names_under(place.cases)]
    setting = pipeline.prepare(place, Choices(place.output), files)
    made = [memo for file in files for memo in pipeline.check(file, setting).memos]
    context = compose.Context(setting.profil, Path)
    day = dt.date(2026, 5, 20)
    row = Registerrad(71, day, "Val av justerare", "KS-2026-00123", "anta taxan", omedelbart_justerad=False, fil="a")
    made.append(compose.register([row], "Kommunstyrelsen", context))
    act = Contents(Facts("Taxa"), (ContentsRow("Tjänsteskrivelse", "a.pdf", 1200, "ab" * 32),), day)
    made.append(compose.innehall(act, context))
    return tuple(made)


def of_kind(kind: str) -> list[Memo]:
    return [memo for memo in samples() if memo.kind == kind]


def fits(field: Field, value: Value) -> bool:
    """Whether a value is of the form that the catalogue says."""
    if field.form is Form.TEXTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if field.form is Form.RECORDS:
        return isinstance(value, list) and all(
            isinstance(one, dict)
            and set(one) == {inner.name for inner in field.fields}
            and all(fits(inner, one[inner.name]) for inner in field.fields)
            for one in value
        )
    return isinstance(value, PLAIN[field.form])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sample(kind: str) -> None:
    assert of_kind(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_are_those_that_compose_fills(kind: str) -> None:
    known = {field.name for field in fields(kind)}
    for memo in of_kind(kind):
        of_the_author = {
            name
            for section in memo.fields.get("avsnitt") or ()  # type: ignore[union-attr]
            for name in (section["nyckel"], f"{section['nyckel']}_rubrik")  # type: ignore[index, call-overload]
        }
        assert known <= memo.fields.keys()
        assert memo.fields.keys() - known <= of_the_author


@pytest.mark.parametrize("kind", KINDS)
def test_the_values_have_the_forms_that_the_catalogue_says(kind: str) -> None:
    wrong = [field.name for memo in of_kind(kind) for field in fields(kind) if not fits(field, memo.fields[field.name])]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_of_records_has_been_seen_with_a_record(kind: str) -> None:
    unseen = {field.name for field in fields(kind) if field.form is Form.RECORDS}
    unseen -= {name for memo in of_kind(kind) for name in unseen if memo.fields[name]}
    # A remiss has no sections of its own, and the sample minutes have no bilagor.
    assert unseen <= {"avsnitt", "bilagor"}


def test_a_section_that_the_profile_adds_is_a_field() -> None:
    added = fields("tjansteskrivelse", {"folkhalsa": "Folkhälsa"})[-2:]

    assert [(field.name, field.form) for field in added] == [
        ("folkhalsa", Form.BLOCKS),
        ("folkhalsa_rubrik", Form.TEXT),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_meaning_and_an_example(kind: str) -> None:
    waiting = list(fields(kind))
    for field in waiting:
        assert field.meaning
        assert field.example or field.fields
        waiting += field.fields


def test_a_list_is_written_as_a_loop_and_paragraphs_with_their_prefix() -> None:
    known = {field.name: field for field in fields("tjansteskrivelse")}

    assert written(known["rubrik"]) == ("{{ rubrik }}",)
    assert written(known["arendet"]) == ("{{p arendet }}",)
    assert written(known["logotyp"]) == ("{{r logotyp }}",)
    assert written(known["sidfot"]) == ("{%p for rad in sidfot %}", "{{ rad }}", "{%p endfor %}")
    assert written(known["avsnitt"])[1:-1] == ("{{ post.nyckel }}", "{{ post.rubrik }}", "{{p post.text }}")
