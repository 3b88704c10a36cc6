"""Due dates against an independent reckoning: numpy's business days on the bank holidays of another source."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.rules import (
    NotAgreed,
    OutsideCalendar,
    Procedure,
    Stop,
    TimeLimit,
    Timeliness,
    WorkingDayCalendar,
    due_date,
    lengthened,
    load_book,
    months_on,
    timeliness,
    with_pauses,
)

BOOK = load_book()
CALENDAR = BOOK.calendar("england_and_wales")
FIRST, LAST = date(2006, 1, 1), date(2028, 12, 31)
STARTS = 100_000
ELSEWHERE = np.busdaycalendar(
    holidays=np.array(sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(2005, 2031))), "datetime64[D]")
)


def limits_of(procedure: Procedure) -> list[TimeLimit]:
    return [limit for stage in procedure.stages for limit in stage.limits.values()]


WORKING_DAY_LIMITS = [
    (procedure, limit)
    for procedure in BOOK.procedures.values()
    for limit in limits_of(procedure)
    if limit.values[-1].unit == "working_day"
]
COUNTS = sorted(
    {
        count
        for _, limit in WORKING_DAY_LIMITS
        for value in limit.values
        for count in (value.count, value.extended.count if value.extended else value.count)
    }
)

days = st.dates(FIRST, LAST)
counts = st.integers(0, 70)


def random_starts(seed: int) -> np.ndarray:
    span = (LAST - FIRST).days + 1
    return np.datetime64(FIRST) + np.random.default_rng(seed).integers(0, span, STARTS).astype("timedelta64[D]")


def test_the_counts_are_those_of_the_book() -> None:
    assert COUNTS == [3, 5, 10, 15, 18, 20, 25, 30, 40, 50, 65]


@pytest.mark.parametrize("count", COUNTS)
def test_a_hundred_thousand_starts_equal_the_other_reckoning(count: int) -> None:
    starts = random_starts(seed=count)
    theirs = np.busday_offset(starts, count, roll="backward", busdaycal=ELSEWHERE)
    ours = CALENDAR.vector_add(starts, count)
    assert np.array_equal(ours, theirs)
    assert [CALENDAR.add(start, count) for start in starts.tolist()] == theirs.tolist()


@pytest.mark.parametrize("extended", [False, True])
@pytest.mark.parametrize(
    ("procedure", "limit"), WORKING_DAY_LIMITS, ids=[f"{p.name}-{limit.title}" for p, limit in WORKING_DAY_LIMITS]
)
def test_a_due_date_equals_the_other_reckoning(procedure: Procedure, limit: TimeLimit, extended: bool) -> None:
    value = limit.values[-1]
    if extended and value.extended is None:
        return
    count = value.extended.count if extended and value.extended else value.count
    starts = [start for start in random_starts(seed=1)[:2_000].tolist() if start >= value.in_force_from]
    theirs = np.busday_offset(np.array(starts, "datetime64[D]"), count, roll="backward", busdaycal=ELSEWHERE).tolist()
    due = [due_date(limit, start, calendar=BOOK.calendar(procedure.calendar), extended=extended) for start in starts]
    assert [each.on for each in due] == theirs
    assert all((each.on - each.start_on).days == count + len(each.skipped) for each in due)


@given(days, counts)
def test_between_undoes_add(start: date, count: int) -> None:
    assert CALENDAR.between(start, CALENDAR.add(start, count)) == count


@given(days, st.integers(1, 70))
def test_the_last_day_is_a_working_day_after_the_start(start: date, count: int) -> None:
    end = CALENDAR.add(start, count)
    assert end > start
    assert CALENDAR.is_working_day(end)


@given(days, counts, counts)
def test_adding_in_parts_is_adding_the_whole(start: date, first: int, second: int) -> None:
    assert CALENDAR.add(CALENDAR.add(start, first), second) == CALENDAR.add(start, first + second)


@given(days, days, counts)
def test_a_later_start_is_never_due_sooner(one: date, other: date, count: int) -> None:
    earlier, later = sorted([one, other])
    assert CALENDAR.add(earlier, count) <= CALENDAR.add(later, count)


@given(days, st.integers(0, 400))
def test_every_day_is_either_counted_or_skipped(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    skipped = CALENDAR.skipped(start, end)
    assert CALENDAR.between(start, end) + len(skipped) == length
    assert [day.on for day in skipped] == sorted(day.on for day in skipped)
    assert all(start < day.on <= end and not CALENDAR.is_working_day(day.on) and day.reason for day in skipped)


@given(st.lists(days, max_size=30), counts)
def test_an_array_is_added_to_as_each_date_of_it(starts: list[date], count: int) -> None:
    ends = CALENDAR.vector_add(np.array(starts, "datetime64[D]"), count)
    assert ends.tolist() == [CALENDAR.add(start, count) for start in starts]


@given(st.dates(), counts)
def test_a_date_outside_the_calendar_is_refused_never_guessed(start: date, count: int) -> None:
    if CALENDAR.first_day <= start <= CALENDAR.last_day - timedelta(days=2 * count + 30):
        assert CALENDAR.add(start, count) >= start
    elif not CALENDAR.first_day <= start <= CALENDAR.last_day:
        for question in (CALENDAR.is_working_day, lambda day: CALENDAR.add(day, count)):
            with pytest.raises(OutsideCalendar, match="2005 to 2030"):
                question(start)


@given(days, st.integers(0, 13), st.integers(0, 60))
def test_a_pause_adds_the_working_days_that_stood_still_up_to_the_longest(start: date, after: int, stood: int) -> None:
    stage = BOOK.procedure("children_act_1989").stage("local_resolution")
    due = due_date(stage.limits["response"], max(start, date(2006, 9, 1)), calendar=CALENDAR)
    paused_on = min(due.start_on + timedelta(days=after), due.on - timedelta(days=1))
    resumed_on = paused_on + timedelta(days=stood)
    with_pause = with_pauses(due, [Stop(stage.pauses[0], paused_on, resumed_on)], calendar=CALENDAR)
    lost = CALENDAR.between(paused_on, resumed_on)
    assert with_pause.on == CALENDAR.add(due.start_on, min(10 + lost, 20))
    assert due.on <= with_pause.on
    if 10 + lost <= 20:
        assert (with_pause.on - due.start_on).days == 10 + len(with_pause.skipped)
    assert [day.on for day in with_pause.skipped] == sorted({day.on for day in with_pause.skipped})


@given(days, st.integers(-40, 40), st.integers(-40, 400))
def test_an_agreement_counts_exactly_when_it_is_in_time_and_the_day_is_later(start: date, agreed: int, to: int) -> None:
    limit = BOOK.procedure("adult_social_care_2009").stage("adult_response").limits["response_overall"]
    due = due_date(limit, max(start, date(2009, 4, 1)), calendar=CALENDAR)
    agreed_on, to_day = due.on + timedelta(days=agreed), due.on + timedelta(days=to)
    if agreed <= 0 < to:
        assert lengthened(due, agreed_on=agreed_on, to=to_day).on == to_day
    else:
        with pytest.raises(NotAgreed):
            lengthened(due, agreed_on=agreed_on, to=to_day)


@given(days, st.integers(1, 60))
def test_a_period_commencing_on_a_day_ends_no_later_than_one_from_it(start: date, months: int) -> None:
    commencing, following = (months_on(start, months, counting) for counting in ("commencing_on", "day_after_start"))
    assert start < commencing <= following <= commencing + timedelta(days=1)
    assert (following.year - start.year) * 12 + following.month - start.month == months


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_an_answer_is_in_time_exactly_when_it_is_not_after_the_last_day(start: date, due: int, answered: int) -> None:
    due_on, responded_on = start + timedelta(days=due), start + timedelta(days=answered)
    stands = timeliness(due_on, responded_on, start + timedelta(days=100), started=True)
    assert stands is (Timeliness.MET if answered <= due else Timeliness.MISSED)


@given(st.none() | days, st.none() | days, days, st.sampled_from([True, False, None]))
def test_what_is_not_known_is_never_met_or_missed(
    due_on: date | None, responded_on: date | None, today: date, started: bool | None
) -> None:
    stands = timeliness(due_on, responded_on, today, started=started)
    if started is None or (started and due_on is None):
        assert stands is Timeliness.NOT_KNOWN
    elif started is False:
        assert stands is Timeliness.NOT_APPLICABLE
    else:
        assert stands in {Timeliness.MET, Timeliness.MISSED, Timeliness.RUNNING}


def test_another_calendar_would_give_other_dates() -> None:
    fewer = [holiday for holiday in CALENDAR.holidays if holiday.on != date(2022, 9, 19)]
    without = WorkingDayCalendar("without", "Without one day", CALENDAR.years, fewer)
    starts = random_starts(seed=10)
    assert not np.array_equal(without.vector_add(starts, 10), CALENDAR.vector_add(starts, 10))
