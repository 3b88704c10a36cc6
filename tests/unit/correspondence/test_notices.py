"""Which notices are due on a day, from the clocks that run and what was sent before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.authorities import Rung, WorkRules, load_authority
from putright.correspondence import wording
from putright.correspondence.notices import Before, Given, Key, Notice, Running, Setting, notices_due
from putright.rules import load_book

BOOK = load_book()
CALENDAR = BOOK.calendar("england_and_wales")
HAMPSHIRE = load_authority("hampshire")
STARTED, DUE = date(2018, 4, 16), date(2018, 5, 14)
"""A Monday, and the Monday four weeks later; 7 May is a bank holiday."""


def running(**changed: object) -> Running:
    clock = Running(
        representation=7,
        reference="CSC18-1",
        procedure="children_act_1989",
        stage="investigation",
        clock="response",
        kind="statutory_limit",
        handler="Team Manager, East",
        service="sen",
        started_on=STARTED,
        due_on=DUE,
    )
    return replace(clock, **changed)


def setting(today: date, rules: WorkRules = HAMPSHIRE.work) -> Setting:
    return Setting(replace(HAMPSHIRE, work=rules), CALENDAR, today)


def due_on(today: date, sent: dict[Key, date] | None = None, clock: Running | None = None) -> list[Notice]:
    return notices_due([clock or running()], [], Before(sent or {}), setting(today))


@pytest.mark.parametrize(
    ("today", "notice"),
    [
        (date(2018, 4, 27), None),
        (date(2018, 4, 30), "share_gone"),
        (date(2018, 5, 8), "share_gone"),
        (date(2018, 5, 9), "days_left_3"),
        (date(2018, 5, 10), "days_left_3"),
        (date(2018, 5, 11), "days_left_1"),
        (DUE, "due_today"),
        (date(2018, 5, 15), "overdue"),
        (date(2018, 9, 3), "overdue"),
    ],
)
def test_only_the_last_notice_that_a_clock_has_come_to_is_due(today: date, notice: str | None) -> None:
    assert [each.key.notice for each in due_on(today)] == ([notice] if notice else [])


def test_three_days_are_working_days_over_a_bank_holiday() -> None:
    after_the_holiday = running(due_on=date(2018, 5, 9))
    assert due_on(date(2018, 5, 3), clock=after_the_holiday)[0].key.notice == "days_left_3"
    assert due_on(date(2018, 5, 2), clock=after_the_holiday)[0].key.notice == "share_gone"


@pytest.mark.parametrize("today", [date(2018, 5, 12), date(2018, 5, 13), date(2018, 5, 7)])
def test_nothing_is_sent_on_a_day_that_is_not_a_working_day(today: date) -> None:
    assert due_on(today) == []


def days_of_the_life(until: date) -> list[tuple[date, Notice]]:
    """Every notice of a clock that nobody meets, day by day, each recorded as it is sent."""
    sent: dict[Key, date] = {}
    told = []
    day = STARTED
    while day <= until:
        for notice in due_on(day, sent):
            assert notice.key not in sent, "a notice came twice"
            sent[notice.key] = day
            told.append((day, notice))
        day += timedelta(days=1)
    return told


def test_the_life_of_a_clock_that_nobody_meets() -> None:
    told = days_of_the_life(date(2018, 12, 31))
    assert [(day, notice.key.notice, notice.to) for day, notice in told] == [
        (date(2018, 4, 30), "share_gone", "Team Manager, East"),
        (date(2018, 5, 9), "days_left_3", "Team Manager, East"),
        (date(2018, 5, 11), "days_left_1", "Team Manager, East"),
        (date(2018, 5, 14), "due_today", "Team Manager, East"),
        (date(2018, 5, 15), "overdue", "Team Manager, East"),
        (date(2018, 5, 16), "chase_1", "Team Manager, East"),
        (date(2018, 5, 21), "chase_2", "Head of Education and Inclusion"),
        (date(2018, 5, 29), "chase_3", "Director of Children's Services"),
    ]


def test_the_ladder_is_climbed_one_step_a_day_when_a_clock_was_overdue_long_before() -> None:
    long_ago, sent, told = running(due_on=date(2018, 5, 14)), {}, []
    for day in (date(2019, 1, 7), date(2019, 1, 8), date(2019, 1, 9), date(2019, 1, 10), date(2019, 1, 11)):
        for _ in range(3):
            for notice in due_on(day, sent, long_ago):
                sent[notice.key] = day
                told.append((day.day, notice.key.notice))
    assert told == [(7, "overdue"), (8, "chase_1"), (9, "chase_2"), (10, "chase_3")]


def test_a_clock_that_was_extended_is_told_of_anew() -> None:
    sent = {due_on(date(2018, 5, 11))[0].key: date(2018, 5, 11)}
    assert due_on(date(2018, 5, 11), sent) == []
    extended = running(due_on=date(2018, 6, 4))
    assert due_on(date(2018, 6, 1), sent, extended)[0].key.notice == "days_left_1"


def test_two_clocks_of_one_stage_are_two_notices() -> None:
    both = [running(), running(kind="local_target")]
    assert len(notices_due(both, [], Before({}), setting(DUE))) == 2


def test_a_clock_older_than_the_calendar_is_overdue_and_chased() -> None:
    old = running(started_on=date(1979, 1, 1), due_on=date(1979, 2, 1))
    first = due_on(date(2018, 5, 15), clock=old)[0]
    assert first.key.notice == "overdue"
    assert due_on(date(2018, 5, 16), {first.key: date(2018, 5, 15)}, old)[0].rung == 1


@pytest.mark.parametrize(
    ("on", "sent_on", "is_due"),
    [
        (date(2018, 5, 14), None, True),
        (date(2018, 5, 1), None, True),
        (date(2018, 4, 30), None, False),
        (date(2018, 5, 10), date(2018, 5, 10), False),
        (date(2018, 5, 14), date(2018, 5, 10), True),
    ],
)
def test_a_case_is_new_to_its_handler_once_each_time_it_is_given(on: date, sent_on: date | None, is_due: bool) -> None:
    given = Given(7, "CSC18-1", "Officer 1", "sen", on)
    sent = {Key(7, "new_case", to="Officer 1"): sent_on} if sent_on else {}
    assert bool(notices_due([], [given], Before(sent), setting(DUE))) is is_due
    assert notices_due([], [replace(given, handler="")], Before({}), setting(DUE)) == []


def test_the_thresholds_are_the_councils() -> None:
    rules = replace(HAMPSHIRE.work, remind_share=90, remind_days=(5,), ladder=(Rung("director", 1),))
    assert notices_due([running()], [], Before({}), setting(date(2018, 5, 3), rules)) == []
    assert notices_due([running()], [], Before({}), setting(date(2018, 5, 4), rules))[0].key.notice == "days_left_5"
    overdue = notices_due([running()], [], Before({}), setting(date(2018, 5, 15), rules))[0]
    chase = notices_due([running()], [], Before({overdue.key: date(2018, 5, 15)}), setting(date(2018, 5, 16), rules))
    assert [(each.to, each.rung) for each in chase] == [("Director of Children's Services", 1)]


def telling(today: date) -> wording.Telling:
    return wording.Telling("Hampshire County Council", BOOK, today, "https://complaints.example")


def test_a_digest_says_the_most_pressing_first_and_where_to_look() -> None:
    today = date(2018, 5, 15)
    notices = [
        Notice(Key(9, "new_case", to="Officer 1"), "Officer 1", "CSC18-3", handler="Officer 1"),
        due_on(today)[0],
        replace(due_on(today)[0], to="Head of Education and Inclusion", rung=2, key=replace(KEY, notice="chase_2")),
    ]
    assert wording.subject(notices, telling(today)) == (
        "Hampshire County Council: 1 overdue and still waiting, 1 now overdue, 1 new to you"
    )
    text = wording.body("Officer 1", notices, telling(today))
    assert text.index("OVERDUE AND STILL WAITING") < text.index("NOW OVERDUE") < text.index("NEW TO YOU")
    assert "* CSC18-1: Answer to the investigation, from the request, was due on Monday 14 May 2018." in text
    assert "It is with Team Manager, East." in text
    assert "https://complaints.example/representations/7/" in text


KEY = Key(7, "overdue", "investigation", "response", "statutory_limit", DUE)


def test_a_digest_of_very_many_says_how_many_more() -> None:
    notices = [replace(due_on(DUE)[0], reference=f"CSC18-{number}") for number in range(60)]
    text = wording.body("Officer 1", notices, telling(DUE))
    assert text.count("* CSC18-") == 50
    assert "and 10 more, in your list of work" in text
