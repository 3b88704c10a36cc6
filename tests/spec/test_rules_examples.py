"""The examples of docs/reference/rules.md hold, and the page is the one they make."""

from __future__ import annotations

from datetime import date

import pytest
from tests.spec import rules_page
from tests.spec.rules_examples import EXPECTED, MONTHS, SECTIONS, TIMELINESS
from tests.spec.rules_examples_kinds import Example, MonthsExample, day
from tests.spec.rules_examples_procedures import AGREED, PAUSES, AgreedExample, PauseExample

from putright.rules import (
    Book,
    DueDate,
    NotAgreed,
    Stop,
    Timeliness,
    due_date,
    lengthened,
    load_book,
    months_on,
    timeliness,
    with_pauses,
)

ALL = [example for section in SECTIONS for example in section.examples]


def written(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b} {on.year}"


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def reckoned(book: Book, of: str, start: str, *, extended: bool = False) -> DueDate:
    procedure_name, stage, limit = of.split("/")
    procedure = book.procedure(procedure_name)
    calendar = book.calendar(procedure.calendar)
    return due_date(procedure.limit(stage, limit), day(start), calendar=calendar, extended=extended)


@pytest.mark.parametrize("example", ALL, ids=lambda example: f"{example.of} {example.start} {example.says}")
def test_an_example(book: Book, example: Example) -> None:
    due = reckoned(book, example.of, example.start, extended=example.extended)
    assert written(due.on) == example.due
    assert written(due.start_on) == example.start
    passed_over = [f"{written(skipped.on)} {skipped.reason}" for skipped in due.skipped if skipped.reason != "weekend"]
    assert passed_over == list(example.holidays)
    assert due.explanation()[0].endswith(f"by {due.on:%A} {due.on.day} {due.on:%B} {due.on.year}.")


@pytest.mark.parametrize("example", EXPECTED.examples, ids=lambda example: example.start)
def test_a_date_in_a_year_not_announced_says_so(book: Book, example: Example) -> None:
    due = reckoned(book, example.of, example.start)
    assert f"This date rests on bank holidays of {due.on.year} that have not been announced yet." in due.notes
    assert due.notes[-1] in due.explanation()


@pytest.mark.parametrize("example", MONTHS, ids=lambda example: f"{example.start} {example.counting}")
def test_an_example_of_months(example: MonthsExample) -> None:
    assert written(day(example.start)) == example.start
    assert written(months_on(day(example.start), example.months, example.counting)) == example.end


@pytest.mark.parametrize("example", AGREED, ids=lambda example: example.says)
def test_an_example_of_an_agreement(book: Book, example: AgreedExample) -> None:
    due = reckoned(book, example.of, example.start)
    assert written(due.on) == example.ends
    if example.due:
        longer = lengthened(due, agreed_on=day(example.agreed_on), to=day(example.to))
        assert written(longer.on) == example.due
        assert written(longer.before_agreement or longer.on) == example.ends
    else:
        with pytest.raises(NotAgreed):
            lengthened(due, agreed_on=day(example.agreed_on), to=day(example.to))


@pytest.mark.parametrize("example", PAUSES, ids=lambda example: example.says)
def test_an_example_of_a_pause(book: Book, example: PauseExample) -> None:
    procedure_name, stage, _ = example.of.split("/")
    procedure = book.procedure(procedure_name)
    (pause,) = procedure.stage(stage).pauses
    stops = [Stop(pause, day(paused), resumed and day(resumed)) for paused, resumed in example.stops]
    calendar = book.calendar(procedure.calendar)
    due = with_pauses(reckoned(book, example.of, example.start), stops, calendar=calendar)
    assert written(due.on) == example.due


@pytest.mark.parametrize(
    ("says", "due_on", "responded_on", "today", "started", "stands"), TIMELINESS, ids=[row[0] for row in TIMELINESS]
)
def test_an_example_of_timeliness(
    says: str, due_on: str | None, responded_on: str | None, today: str, started: bool | None, stands: str
) -> None:
    due, responded = due_on and day(due_on), responded_on and day(responded_on)
    assert timeliness(due, responded, day(today), started=started) is Timeliness(stands)


def test_every_limit_of_the_book_has_an_example(book: Book) -> None:
    shown = {example.of for example in ALL}
    limits = {
        f"{p.name}/{stage.name}/{name}"
        for p in book.procedures.values()
        for stage in p.stages
        for name in stage.limits
        if name not in stage.kept
    }
    assert limits <= shown
    of_the_whole = {(p.name, name) for p in book.procedures.values() if p.under is None for name in p.limits}
    assert of_the_whole <= {(of.split("/")[0], of.split("/")[2]) for of in shown}
    extended = {example.of for example in ALL if example.extended}
    may_be_extended = {
        f"{p.name}/{stage.name}/{limit.name}"
        for p in book.procedures.values()
        for stage in p.stages
        for limit in stage.limits.values()
        if limit.values[-1].extended and limit.name != "response_from_statement"
    }
    assert may_be_extended == extended


def test_the_page_is_current() -> None:
    assert rules_page.PAGE.read_text(encoding="utf-8") == rules_page.page(), (
        "write it anew: python -m tests.spec.rules_page"
    )


def test_the_page_names_every_limit_with_its_source_and_mark(book: Book) -> None:
    page = rules_page.PAGE.read_text(encoding="utf-8")
    for procedure in book.procedures.values():
        of_the_whole = list(procedure.limits.values())
        for limit in of_the_whole + [limit for stage in procedure.stages for limit in stage.limits.values()]:
            rows = [line for line in page.splitlines() if line.startswith(f"| {limit.title} (`{limit.name}`)")]
            value = limit.values[-1]
            assert any(str(value.citation) in row and f"| {value.checked} |" in row for row in rows), limit.title
