"""Writes docs/reference/rules.md from the rule book and the examples: python -m tests.spec.rules_page"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.spec import rules_examples as examples
from tests.spec import rules_examples_procedures as more_examples
from tests.spec.rules_page_procedures import procedure_lines

from putright.rules import CHECKED_IN_WORDS, Book, WorkingDayCalendar, load_book

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rules.md"
HEAD = """# Rules

Written from the rule book (`src/putright/rules/book/`) and from examples reckoned by hand
(`PYTHONPATH=src:. .venv/bin/python -m tests.spec.rules_page`); a test holds it current. Each example is a test.
`./run due PROCEDURE STAGE --from DATE` prints any other.

How far a rule has been checked:
"""


def page() -> str:
    """The page, as Markdown."""
    book = load_book()
    lines = [HEAD, *(f"- *{mark}*: {words}." for mark, words in CHECKED_IN_WORDS.items()), ""]
    for procedure in book.procedures.values():
        lines += procedure_lines(procedure)
    for section in examples.SECTIONS:
        lines += _examples(section)
    lines += _months()
    lines += _agreements()
    lines += _pauses()
    lines += _timeliness()
    for calendar in book.calendars.values():
        lines += _calendar(calendar, book)
    return "\n".join(lines) + "\n"


def _examples(section: examples.Section) -> Iterator[str]:
    yield f"## {section.title}\n"
    yield f"{section.prose}\n"
    yield "| Example | Limit | Start | Last day | Passed over besides weekends |"
    yield "|---|---|---|---|---|"
    for example in section.examples:
        limit = f"`{example.of}`" + (" extended" if example.extended else "")
        yield f"| {example.says} | {limit} | {example.start} | {example.due} | {'; '.join(example.holidays)} |"
    yield ""


def _months() -> Iterator[str]:
    yield f"## {examples.MONTHS_TITLE}\n"
    yield f"{examples.MONTHS_PROSE}\n"
    yield "| Example | Months | Counted | Start | Last day |"
    yield "|---|---|---|---|---|"
    for example in examples.MONTHS:
        counting = "commencing on" if example.counting == "commencing_on" else "from"
        yield f"| {example.says} | {example.months} | {counting} | {example.start} | {example.end} |"
    yield ""


def _agreements() -> Iterator[str]:
    yield f"## {more_examples.AGREED_TITLE}\n"
    yield f"{more_examples.AGREED_PROSE}\n"
    yield "| Example | Limit | Start | It ends | Agreed on | Day agreed | Last day |"
    yield "|---|---|---|---|---|---|---|"
    for example in more_examples.AGREED:
        due = example.due or f"{example.ends}: the agreement does not count"
        yield (
            f"| {example.says} | `{example.of}` | {example.start} | {example.ends} | {example.agreed_on} "
            f"| {example.to} | {due} |"
        )
    yield ""


def _pauses() -> Iterator[str]:
    yield f"## {more_examples.PAUSES_TITLE}\n"
    yield f"{more_examples.PAUSES_PROSE}\n"
    yield "| Example | Limit | Start | Paused and started again | Last day |"
    yield "|---|---|---|---|---|"
    for example in more_examples.PAUSES:
        stops = "; ".join(f"{paused} to {resumed or 'not yet'}" for paused, resumed in example.stops)
        yield f"| {example.says} | `{example.of}` | {example.start} | {stops} | {example.due} |"
    yield ""


def _timeliness() -> Iterator[str]:
    yield f"## {examples.TIMELINESS_TITLE}\n"
    yield f"{examples.TIMELINESS_PROSE}\n"
    yield "| Example | Due | Answered | Today | Clock started | It is |"
    yield "|---|---|---|---|---|---|"
    for says, due_on, responded_on, today, started, stands in examples.TIMELINESS:
        known = {True: "yes", False: "no", None: "not known"}[started]
        yield f"| {says} | {due_on or '–'} | {responded_on or '–'} | {today} | {known} | {stands.replace('_', ' ')} |"
    yield ""


def _calendar(calendar: WorkingDayCalendar, book: Book) -> Iterator[str]:
    used = [procedure.title for procedure in book.procedures.values() if procedure.calendar == calendar.name]
    yield f"## {calendar.title}\n"
    yield f"`{calendar.name}`, used by: {'; '.join(used)}. A date outside these years is refused.\n"
    yield "| Year | Not working days, besides weekends |"
    yield "|---|---|"
    for year in calendar.years:
        expected = " (expected by rule, not yet announced)" if year in calendar.expected_years else ""
        days = ", ".join(
            f"{holiday.on.day} {holiday.on:%b} {holiday.name}"
            for holiday in calendar.holidays
            if holiday.on.year == year
        )
        yield f"| {year}{expected} | {days} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
