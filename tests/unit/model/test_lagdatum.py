from __future__ import annotations

import datetime as dt

import pytest

from memogen.model.lagdatum import (
    forsta_dag_att_ta_ned,
    nasta_vardag,
    sista_dag_att_overklaga,
    sista_dag_for_anslag,
    sista_dag_for_justering,
)

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-12", "2024-11-12"),  # a Tuesday
        ("2024-11-16", "2024-11-18"),  # a Saturday
        ("2024-11-17", "2024-11-18"),  # a Sunday
        ("2024-06-21", "2024-06-24"),  # midsommarafton
        ("2025-06-20", "2025-06-23"),  # midsommarafton
        ("2024-12-24", "2024-12-27"),  # julafton, juldagen, annandagen
        ("2025-12-31", "2026-01-02"),  # nyårsafton, nyårsdagen
        ("2027-12-24", "2027-12-27"),  # julafton and a weekend
        ("2024-03-29", "2024-04-02"),  # långfredagen to annandag påsk
        ("2025-05-01", "2025-05-02"),  # första maj
        ("2024-05-09", "2024-05-10"),  # Kristi himmelsfärdsdag
        ("2025-06-06", "2025-06-09"),  # nationaldagen, a Friday
        ("2026-01-06", "2026-01-07"),  # trettondagen
        ("2025-10-31", "2025-10-31"),  # the day before Alla helgons dag is a weekday
    ],
)
def test_a_day_that_is_no_weekday_gives_the_next_one(written: str, expected: str) -> None:
    assert nasta_vardag(day(written)) == day(expected)


@pytest.mark.parametrize(
    ("uppsatt", "last", "down"),
    [
        ("2019-01-22", "2019-02-12", "2019-02-13"),
        ("2020-04-09", "2020-04-30", "2020-05-01"),
        ("2020-04-01", "2020-04-22", "2020-04-23"),
        ("2013-01-17", "2013-02-07", "2013-02-08"),
        ("2015-09-03", "2015-09-24", "2015-09-25"),
        ("2018-09-17", "2018-10-08", "2018-10-09"),
        ("2019-05-13", "2019-06-03", "2019-06-04"),
        ("2016-11-09", "2016-11-30", "2016-12-01"),
        ("2017-11-23", "2017-12-14", "2017-12-15"),
        ("2024-11-20", "2024-12-11", "2024-12-12"),
        ("2024-12-03", "2024-12-27", "2024-12-28"),  # three weeks end on julafton
        ("2025-04-10", "2025-05-02", "2025-05-03"),  # they end on första maj
        ("2026-12-11", "2027-01-04", "2027-01-05"),  # they end on nyårsdagen before a weekend
    ],
)
def test_an_anslag_may_be_taken_down_the_day_after_the_last_day_of_appeal(uppsatt: str, last: str, down: str) -> None:
    assert sista_dag_att_overklaga(day(uppsatt)) == day(last)
    assert forsta_dag_att_ta_ned(day(uppsatt)) == day(down)


@pytest.mark.parametrize(
    ("justering", "expected"),
    [("2019-05-10", "2019-05-13"), ("2024-11-19", "2024-11-21"), ("2024-11-21", "2024-11-25")],
)
def test_an_anslag_goes_up_two_days_after_justering_or_the_weekday_after_that(justering: str, expected: str) -> None:
    assert sista_dag_for_anslag(day(justering)) == day(expected)


@pytest.mark.parametrize(
    ("meeting", "expected"), [("2024-11-12", "2024-11-26"), ("2024-12-10", "2024-12-27"), ("2024-02-15", "2024-02-29")]
)
def test_minutes_are_adjusted_within_two_weeks_or_the_weekday_after_that(meeting: str, expected: str) -> None:
    assert sista_dag_for_justering(day(meeting)) == day(expected)


def test_the_last_day_of_the_calendar_is_no_obstacle() -> None:
    assert sista_dag_att_overklaga(dt.date.max) == dt.date.max
