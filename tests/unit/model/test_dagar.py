from __future__ import annotations

import datetime as dt

import pytest

from memogen.model.dagar import dated, days, meant


@pytest.mark.parametrize("text", ["den 8 februari 2023", "2023-02-08", "8\u00a0februari\u00a02023", "8\nfebruari 2023"])
def test_a_day_is_read_as_words_or_digits(text: str) -> None:
    (day,) = days(f"Beslut {text} § 16")
    assert day.date == dt.date(2023, 2, 8)
    assert day.exists


@pytest.mark.parametrize(("text", "exists"), [("29 februari", True), ("29 februari 2023", False), ("31 april", False)])
def test_a_day_is_held_against_the_calendar(text: str, exists: bool) -> None:
    (day,) = days(f"den {text}.")
    assert day.exists is exists
    assert day.date is None


@pytest.mark.parametrize("text", ["KS-2023-02-0812", "maj 2023", "112 mars 2023", "version 1.2"])
def test_other_numbers_are_no_days(text: str) -> None:
    assert not list(days(text))


def test_the_latest_day_of_a_text() -> None:
    assert dated("den 8 februari 2023, ändrat 2024-01-09") == dt.date(2024, 1, 9)
    assert dated("Mål och budget 2026") is None


@pytest.mark.parametrize(
    "text",
    [
        "12/3-26",
        "12/3 2026",
        "12.3.26",
        "12-03-2026",
        "2026-3-12",
        "2026.03.12",
        "2026–03–12",
        "2026\u201103\u201112",
        "20260312",
        "12 mars 2026",
        "den 12 mars 2026",
        "12:e mars 2026",
        "12 Mar. 2026",
    ],
)
def test_a_date_in_another_form_is_understood(text: str) -> None:
    assert meant(text) == dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "text", ["26-03-12", "260312", "idag", "mars 2026", "31 april 2026", "12/13-26", "12 ma 2026", ""]
)
def test_a_date_that_may_mean_another_day_or_none_is_not_guessed(text: str) -> None:
    assert meant(text) is None
