"""The rule book as it comes with the program: what it says of each procedure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from putright.rules import (
    Book,
    Extension,
    LimitValue,
    NoExtension,
    NotInBook,
    NotYetInForce,
    OutsideCalendar,
    TimeLimit,
    due_date,
    load_book,
)


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def lengths(book: Book, procedure: str) -> dict[str, tuple[int, int | None]]:
    return {
        f"{stage.name}.{name}": (limit.values[-1].count, limit.values[-1].extended and limit.values[-1].extended.count)
        for stage in book.procedure(procedure).stages
        for name, limit in stage.limits.items()
    }


def test_the_book_is_read_once() -> None:
    assert load_book() is load_book()
    assert load_book(Path(__file__).parents[2] / "broken_rules" / "right") is not load_book()


def test_the_lengths_of_the_childrens_procedure(book: Book) -> None:
    assert lengths(book, "children_act_1989") == {
        "local_resolution.acknowledgement": (5, None),
        "local_resolution.response": (10, 20),
        "investigation.request": (20, None),
        "investigation.response": (25, 65),
        "investigation.response_from_statement": (25, 65),
        "review_panel.request": (20, None),
        "review_panel.panel_meets": (30, None),
        "review_panel.panel_reports": (5, None),
        "review_panel.authority_responds": (15, None),
        "review_panel.response": (50, None),
    }


def test_the_lengths_of_the_code(book: Book) -> None:
    assert lengths(book, "complaint_handling_code_2024") == {
        "code_stage_1.acknowledgement": (5, None),
        "code_stage_1.response": (10, 20),
        "code_stage_2.acknowledgement": (5, None),
        "code_stage_2.response": (20, 40),
    }


def test_the_lengths_of_hampshires_corporate_procedure(book: Book) -> None:
    assert lengths(book, "hampshire_corporate") == {
        "corporate_senior_response.response": (10, 20),
        "corporate_compliance_review.response": (20, None),
    }


def test_an_acknowledgement_under_the_childrens_procedure_is_not_law(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    assert procedure.limit("local_resolution", "acknowledgement").kind == "local_policy"
    assert procedure.limit("local_resolution", "response").kind == "statutory_limit"
    assert {
        limit.kind for stage in book.procedure("hampshire_corporate").stages for limit in stage.limits.values()
    } == {"local_policy"}


def test_the_two_clocks_of_an_investigation(book: Book) -> None:
    limits = book.procedure("children_act_1989").stage("investigation").limits
    assert limits["response"].values[-1].starts_from == "stage_requested"
    assert limits["response_from_statement"].values[-1].starts_from == "statement_finalised"


def test_the_code_counts_from_the_acknowledgement(book: Book) -> None:
    procedure = book.procedure("complaint_handling_code_2024")
    assert procedure.limit("code_stage_1", "response").values[-1].starts_from == "representation_acknowledged"
    assert procedure.limit("code_stage_2", "response").values[-1].starts_from == "stage_request_acknowledged"


@pytest.mark.parametrize(
    ("procedure", "stages"),
    [
        ("children_act_1989", ["local_resolution", "investigation", "review_panel"]),
        ("complaint_handling_code_2024", ["code_stage_1", "code_stage_2"]),
        (
            "hampshire_corporate",
            ["corporate_local_resolution", "corporate_senior_response", "corporate_compliance_review"],
        ),
    ],
)
def test_the_stages_follow_one_another(book: Book, procedure: str, stages: list[str]) -> None:
    found = book.procedure(procedure)
    assert [stage.name for stage in found.stages] == stages
    assert [stage.spoken_as for stage in found.stages] == ["Stage 1", "Stage 2", "Stage 3"][: len(stages)]
    assert [stage.next for stage in found.stages] == [*stages[1:], None]
    assert found.next_stage(stages[0]) is found.stage(stages[1])
    assert found.next_stage(stages[-1]) is None
    assert not any(stage.escalation.grounds_needed for stage in found.stages if stage.escalation)


def test_who_must_act(book: Book) -> None:
    stages = book.procedure("children_act_1989").stages
    assert [(stage.name, post.name, post.number) for stage in stages for post in stage.posts] == [
        ("local_resolution", "service_manager", 1),
        ("investigation", "investigating_officer", 1),
        ("investigation", "independent_person", 1),
        ("investigation", "adjudicating_officer", 1),
        ("review_panel", "panel_member", 3),
    ]


def test_the_time_bar_has_two_limbs_and_belongs_to_the_whole_procedure(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    bar = procedure.limits["time_bar"].values[-1]
    assert (bar.count, bar.unit, bar.starts_from) == (12, "month", "grounds_arose")
    assert bar.discretion
    assert len(bar.discretion.limbs) == 2
    assert procedure.limit("investigation", "time_bar") is procedure.limits["time_bar"]


def test_what_has_not_been_read_in_the_primary_text_says_so(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    marks = {name: limit.values[-1].checked for name, limit in procedure.stage("review_panel").limits.items()}
    assert marks["panel_meets"] == "primary"
    assert marks["request"] == "memory"
    assert marks["panel_reports"] == marks["authority_responds"] == marks["response"] == "secondary"
    due = due_date(procedure.limits["time_bar"], date(2018, 1, 1), calendar=book.calendar(procedure.calendar))
    assert "from memory, not yet checked against any text" in "\n".join(due.explanation())


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (
            lambda book: book.procedure("adults"),
            "There is no procedure “adults”. Known: adult_social_care_2009",
        ),
        (lambda book: book.calendar("scotland"), "There is no calendar “scotland”. Known: england_and_wales."),
        (lambda book: book.procedure("children_act_1989").stage("stage_1"), "Known: local_resolution, investigation"),
        (
            lambda book: book.procedure("children_act_1989").limit("investigation", "reply"),
            "resubmission, request",
        ),
    ],
)
def test_a_name_that_is_not_in_the_book_is_answered_with_those_that_are(book: Book, ask, says: str) -> None:
    with pytest.raises(NotInBook) as refused:
        ask(book)
    assert says in str(refused.value)


def test_before_a_rule_was_in_force_nothing_is_due(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    limit, calendar = procedure.limit("local_resolution", "response"), book.calendar(procedure.calendar)
    assert due_date(limit, date(2006, 9, 1), calendar=calendar).on == date(2006, 9, 15)
    with pytest.raises(NotYetInForce, match="in force from 2006-09-01: nothing is due by it for 2006-08-31"):
        due_date(limit, date(2006, 8, 31), calendar=calendar)
    assert due_date(limit, date(2006, 8, 31), calendar=calendar, in_force_on=date(2006, 9, 1)).on == date(2006, 9, 14)


def test_a_limit_that_changed_applies_as_it_was(book: Book) -> None:
    old = book.procedure("children_act_1989").limit("local_resolution", "response")
    first = old.values[-1]
    later = LimitValue(
        date(2018, 1, 1), 15, first.unit, first.counting, first.starts_from, first.calendar, first.citation, "memory"
    )
    limit = TimeLimit(old.name, old.title, old.kind, (first, later))
    assert limit.value_on(date(2017, 12, 31)) is first
    assert limit.value_on(date(2018, 1, 1)) is later
    calendar = book.calendar(first.calendar)
    start = date(2017, 10, 6)
    assert due_date(limit, start, calendar=calendar).count == 10
    assert due_date(limit, start, calendar=calendar, in_force_on=date(2018, 6, 1)).count == 15


def test_an_extension_is_refused_where_there_is_none_and_explained_where_there_is(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    calendar = book.calendar(procedure.calendar)
    with pytest.raises(NoExtension, match="cannot be extended"):
        due_date(procedure.limit("review_panel", "response"), date(2018, 1, 2), calendar=calendar, extended=True)
    limit = procedure.limit("local_resolution", "response")
    standard = due_date(limit, date(2018, 1, 2), calendar=calendar)
    assert standard.extension is None
    assert "It may be extended to 20 working days in all." in standard.explanation()
    extended = due_date(limit, date(2018, 1, 2), calendar=calendar, extended=True)
    assert isinstance(extended.extension, Extension)
    assert (extended.standard_count, extended.count) == (10, 20)
    words = "\n".join(extended.explanation())
    assert "Extended from 10 working days to 20 working days in all by the council" in words
    assert "the complainant must be told and need not agree" in words
    assert "the complainant is waiting for an advocate" in words


def test_an_explanation_names_each_day_that_was_passed_over(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    limit = procedure.limit("local_resolution", "response")
    due = due_date(limit, date(2017, 12, 15), calendar=book.calendar(procedure.calendar))
    assert due.explanation() == [
        "Answer at local resolution: by Wednesday 3 January 2018.",
        "The clock starts on the day on which the council received the representation: Friday 15 December 2017.",
        "The limit is 10 working days. That day is day 0; the next working day is day 1, and the last day counts.",
        "Not counted: Saturday 16 December 2017 (weekend).",
        "Not counted: Sunday 17 December 2017 (weekend).",
        "Not counted: Saturday 23 December 2017 (weekend).",
        "Not counted: Sunday 24 December 2017 (weekend).",
        "Not counted: Monday 25 December 2017 (Christmas Day).",
        "Not counted: Tuesday 26 December 2017 (Boxing Day).",
        "Not counted: Saturday 30 December 2017 (weekend).",
        "Not counted: Sunday 31 December 2017 (weekend).",
        "Not counted: Monday 1 January 2018 (New Year's Day).",
        "It may be extended to 20 working days in all.",
        "Rule: SI 2006/1738, regulation 14 (a limit set by law); read in a secondary source, not yet checked against "
        "the primary text.",
    ]


def test_calendar_days_and_periods_commencing_on_a_day(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    calendar = book.calendar(procedure.calendar)
    value = procedure.limits["time_bar"].values[-1]

    def limit(count: int, unit: str, counting: str) -> TimeLimit:
        changed = LimitValue(
            value.in_force_from, count, unit, counting, "grounds_arose", calendar.name, value.citation, "memory"
        )
        return TimeLimit("made_up", "Made up", "guidance", (changed,))

    start = date(2018, 1, 15)
    assert due_date(limit(28, "calendar_day", "day_after_start"), start, calendar=calendar).on == date(2018, 2, 12)
    assert due_date(limit(28, "calendar_day", "commencing_on"), start, calendar=calendar).on == date(2018, 2, 11)
    commencing = due_date(limit(6, "month", "commencing_on"), start, calendar=calendar)
    assert commencing.on == date(2018, 7, 14)
    assert commencing.skipped == ()
    assert "The period is 6 months commencing on that day, so that day is part of it." in commencing.explanation()
    with pytest.raises(OutsideCalendar, match="past the last year"):
        due_date(limit(6, "month", "commencing_on"), date(9999, 12, 1), calendar=calendar)
