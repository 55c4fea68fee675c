"""Days that the law counts to: justering, anslag, appeal; Swedish public holidays and the weekday rule."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

_DAYS_TO_ADJUST = 14
_DAYS_TO_ANNOUNCE = 2
_DAYS_TO_APPEAL = 21
_SATURDAY = 5
_CHRISTMAS_EVE = (12, 24)
_NEW_YEARS_EVE = (12, 31)
_JUNE, _MIDSUMMER = 6, range(19, 26)
_FRIDAY = 4


def sista_dag_for_justering(meeting: dt.date) -> dt.date:
    """The last day of justering: 14 days after the meeting (KL 5 kap. 69 §), or the weekday after that."""
    return _weekday_from(meeting, _DAYS_TO_ADJUST)


def sista_dag_for_anslag(justering: dt.date) -> dt.date:
    """The last day of anslag: the second day after justering (KL 8 kap. 12 §), or the weekday after that."""
    return _weekday_from(justering, _DAYS_TO_ANNOUNCE)


def sista_dag_att_overklaga(uppsatt: dt.date) -> dt.date:
    """The last day of appeal: three weeks after the anslag (KL 13 kap. 5 §), or the weekday after that."""
    return _weekday_from(uppsatt, _DAYS_TO_APPEAL)


def forsta_dag_att_ta_ned(uppsatt: dt.date) -> dt.date:
    """The first day on which the anslag may be taken down: when the time of appeal is over (KL 8 kap. 12 §)."""
    return _later(sista_dag_att_overklaga(uppsatt), 1)


def nasta_vardag(day: dt.date) -> dt.date:
    """The day itself where it is a weekday, else the first weekday after it (lag 1930:173, 2 §).

    Saturdays, Sundays, public holidays, midsommarafton, julafton and nyårsafton are not weekdays.
    """
    while not _is_weekday(day):
        following = _later(day, 1)
        if following == day:
            break
        day = following
    return day


def _weekday_from(day: dt.date, days: int) -> dt.date:
    return nasta_vardag(_later(day, days))


def _later(day: dt.date, days: int) -> dt.date:
    """So many days later; the calendar's own last day where there is none."""
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))


def _is_weekday(day: dt.date) -> bool:
    eve = (day.month, day.day) in {_CHRISTMAS_EVE, _NEW_YEARS_EVE}
    midsummer_eve = day.month == _JUNE and day.day in _MIDSUMMER and day.weekday() == _FRIDAY
    return not (day.weekday() >= _SATURDAY or eve or midsummer_eve or day in _public_holidays(day.year))


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> frozenset[dt.date]:
    """The public holidays of one year (lag 1989:253)."""
    from holidays import country_holidays  # noqa: PLC0415 - only who needs a day of the law waits for the calendars

    return frozenset(country_holidays("SE", years=year))
