from __future__ import annotations

import datetime as dt

import pytest

from memogen.model.dagar import dated, days


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
