"""Writes docs/reference/rules.md from the rule book and the examples: python -m tests.spec.rules_page"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.spec import rules_examples as examples

from putright.rules import (
    CHECKED_IN_WORDS,
    KIND_IN_WORDS,
    START_EVENTS,
    Book,
    Citation,
    LimitValue,
    Procedure,
    Stage,
    TimeLimit,
    WorkingDayCalendar,
    counted,
    load_book,
)

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
        lines += _procedure(procedure)
    for section in examples.SECTIONS:
        lines += _examples(section)
    lines += _months()
    lines += _timeliness()
    for calendar in book.calendars.values():
        lines += _calendar(calendar, book)
    return "\n".join(lines) + "\n"


def _link(citation: Citation) -> str:
    return f"[{citation}]({citation.href})"


def _procedure(procedure: Procedure) -> Iterator[str]:
    yield f"## {procedure.title}\n"
    yield f"`{procedure.name}`: {KIND_IN_WORDS[procedure.kind]}. At its end: {procedure.after}\n"
    rule = procedure.working_day
    yield f"Working day: {rule.definition} {_link(rule.citation)} ({rule.checked}). Calendar: `{rule.calendar}`.\n"
    if procedure.limits:
        yield "### The procedure as a whole\n"
        yield from _limits(procedure.limits)
    for stage in procedure.stages:
        yield f"### {stage.spoken_as}: {stage.title}\n"
        yield f"`{stage.name}`\n"
        yield from _limits(stage.limits)
        yield from _posts(stage)
        yield from _escalation(procedure, stage)


def _limits(limits: Mapping[str, TimeLimit]) -> Iterator[str]:
    if not limits:
        yield "The book has no time limit for this stage.\n"
        return
    yield "| Limit | Length | Counted from the day on which | Kind | Source | Checked | In force from |"
    yield "|---|---|---|---|---|---|---|"
    for limit in limits.values():
        for value in limit.values:
            yield (
                f"| {limit.title} (`{limit.name}`) | {_length(value)} | {START_EVENTS[value.starts_from]} "
                f"| {KIND_IN_WORDS[limit.kind]} | {_link(value.citation)} | {value.checked} "
                f"| {value.in_force_from.isoformat()} |"
            )
    yield ""
    for limit in limits.values():
        for value in limit.values:
            yield from _remarks(limit, value)
    yield ""


def _length(value: LimitValue) -> str:
    longest = f", extended {value.extended.count}" if value.extended else ""
    included = ", that day included" if value.counting == "commencing_on" else ""
    return value.in_words + longest + included


def _remarks(limit: TimeLimit, value: LimitValue) -> Iterator[str]:
    if extension := value.extended:
        told = "the complainant must be told" if extension.complainant_told else "the complainant need not be told"
        agrees = "must agree" if extension.complainant_agrees else "need not agree"
        yield (
            f"- `{limit.name}`, extension to {counted(extension.count, value.unit)} in all by "
            f"{extension.authorised_by}: {'; '.join(extension.reasons)}. {told.capitalize()} and {agrees}. "
            f"{_link(extension.citation)} ({extension.checked})."
        )
    if discretion := value.discretion:
        yield (
            f"- `{limit.name}` may be set aside if {' and '.join(discretion.limbs)}. "
            f"{_link(discretion.citation)} ({discretion.checked})."
        )
    if limit.parts:
        yield f"- `{limit.name}` is the sum of {', '.join(f'`{part}`' for part in limit.parts)}."
    for note in value.notes:
        yield f"- `{limit.name}`: {note}"


def _posts(stage: Stage) -> Iterator[str]:
    if not stage.posts:
        return
    yield "Who must act:\n"
    for post in stage.posts:
        yield f"- `{post.name}` × {post.number}: {post.duty} {_link(post.citation)} ({post.checked})."
    yield ""


def _escalation(procedure: Procedure, stage: Stage) -> Iterator[str]:
    escalation = stage.escalation
    if escalation is None:
        yield f"It is the last stage. After it: {procedure.after}\n"
        return
    following = procedure.stage(escalation.to)
    grounds = "grounds must be given" if escalation.grounds_needed else "no grounds are needed"
    yield (
        f"Next: {following.spoken_as}, `{following.name}`; {grounds}. "
        f"{_link(escalation.citation)} ({escalation.checked}).\n"
    )
    if escalation.when_unanswered:
        yield "- It may also be asked for when the longest time has passed without an answer."
    if escalation.by_agreement:
        yield "- This stage may be left out when council and complainant agree."
    yield from (f"- {note}" for note in escalation.notes)
    yield ""


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
