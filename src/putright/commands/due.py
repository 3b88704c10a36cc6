"""`putright due`: the last day of a time limit, and how it was reckoned. Needs no database and no Django."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from putright.rules import (
    BookFaults,
    DueDate,
    Extension,
    NoExtension,
    NotInBook,
    NotYetInForce,
    OutsideCalendar,
    Procedure,
    TimeLimit,
    WorkingDayCalendar,
    due_date,
    in_words,
    load_book,
)


class Refused(click.ClickException):
    """A question that cannot be answered as it was put; printed as one line."""

    exit_code = 2


@click.command()
@click.argument("procedure")
@click.argument("stage")
@click.option("--from", "start", required=True, metavar="DATE", help="Day on which the clock starts, as 2017-10-06.")
@click.option("--limit", default="response", show_default=True, metavar="NAME", help="Which time limit of the stage.")
@click.option("--extended", is_flag=True, help="With the longest extension that the rule allows.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def due(procedure: str, stage: str, start: str, limit: str, extended: bool, as_json: bool) -> None:
    """Print when something is due under PROCEDURE at STAGE, and explain the date day by day.

    PROCEDURE and STAGE are names of the rule book, such as children_act_1989 and local_resolution.
    """
    start_on = _day(start)
    try:
        book = load_book()
        of = book.procedure(procedure)
        rule = of.limit(stage, limit)
        calendar = book.calendar(rule.value_on(start_on).calendar)
        answer = due_date(rule, start_on, calendar=calendar, extended=extended)
        parts = _parts(of, stage, rule, start_on, calendar)
    except (BookFaults, NotInBook, NotYetInForce, NoExtension, OutsideCalendar) as cause:
        raise Refused(str(cause)) from cause
    if as_json:
        click.echo(json.dumps(_as_json(of, stage, limit, answer, parts), ensure_ascii=False, indent=2))
    else:
        click.echo(f"{of.title}, {of.stage(stage).spoken_as} ({of.stage(stage).title})")
        click.echo("\n".join([*answer.explanation(), *_parts_in_words(parts)]))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as cause:
        raise Refused(f"“{text}” is not a date. Write it year first: --from 2017-10-06.") from cause


def _parts(
    procedure: Procedure, stage: str, rule: TimeLimit, start_on: date, calendar: WorkingDayCalendar
) -> list[tuple[str, DueDate]]:
    """The parts of a limit, each started on the last day of the one before."""
    parts = []
    for name in rule.parts:
        part = due_date(procedure.limit(stage, name), start_on, calendar=calendar)
        parts.append((name, part))
        start_on = part.on
    return parts


def _parts_in_words(parts: list[tuple[str, DueDate]]) -> list[str]:
    if not parts:
        return []
    lines = [
        f"  {part.title}: {part.count} working days, by {in_words(part.on)} ({part.citation})." for _, part in parts
    ]
    return ["It is made of these parts, if each takes its whole time:", *lines]


def _as_json(
    procedure: Procedure, stage: str, limit: str, answer: DueDate, parts: list[tuple[str, DueDate]]
) -> dict[str, Any]:
    return {
        "procedure": procedure.name,
        "stage": stage,
        "spoken_as": procedure.stage(stage).spoken_as,
        "limit": limit,
        **_reckoning(answer),
        "parts": [{"limit": name, **_reckoning(part)} for name, part in parts],
        "explanation": answer.explanation(),
    }


def _reckoning(answer: DueDate) -> dict[str, Any]:
    extension = answer.extension
    return {
        "title": answer.title,
        "on": answer.on.isoformat(),
        "start": answer.start_on.isoformat(),
        "start_event": answer.start_event,
        "count": answer.count,
        "unit": answer.unit,
        "counting": answer.counting,
        "calendar": answer.calendar,
        "skipped": [{"on": day.on.isoformat(), "reason": day.reason} for day in answer.skipped],
        "extended": extension is not None,
        "extension": extension
        and {
            "standard_count": answer.standard_count,
            "authorised_by": extension.authorised_by,
            "complainant_told": extension.complainant_told,
            "complainant_agrees": extension.complainant_agrees,
            "reasons": list(extension.reasons),
            "citation": _citation(extension),
            "checked": extension.checked,
        },
        "kind": answer.kind,
        "citation": _citation(answer),
        "checked": answer.checked,
        "notes": list(answer.notes),
    }


def _citation(cited: DueDate | Extension) -> dict[str, str]:
    citation = cited.citation
    return {
        "instrument": citation.instrument,
        "title": citation.title,
        "provision": citation.provision,
        "href": citation.href,
    }
