"""What notices are judged from, read from the database: the clocks that run, who was given what, what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from putright.casework import setting as house
from putright.casework.models import ClockRow, LogEntry, RepresentationRow
from putright.correspondence.notices import (
    CHASE,
    NEW_CASE,
    NEW_FOR_DAYS,
    Before,
    Given,
    Key,
    Notice,
    Running,
    Setting,
    notices_due,
)
from putright.facts.derive import DEFAULT_CALENDAR
from putright.record.events import Assigned, Chased, Reminded
from putright.record.writing import read

AT_A_TIME = 500


def notices_of(slug: str, today: date) -> list[Notice]:
    """Every notice due at a council on a day that was not sent."""
    setting = Setting(house.authority(slug), house.book().calendar(DEFAULT_CALENDAR), today)
    open_rows = RepresentationRow.objects.filter(authority=slug, status="open").order_by("id")
    rows = list(open_rows.values_list("id", "reference", "handler", "service"))
    due: list[Notice] = []
    for some in _by_number(rows):
        references = {number: reference for number, reference, _, _ in some}
        entries = _told([number for number, *_ in some], today)
        given = [
            Given(number, reference, handler, service, entries.given[number])
            for number, reference, handler, service in some
            if number in entries.given
        ]
        due += notices_due(_running(references), given, Before(entries.sent), setting)
    return due


def _by_number(rows: Sequence[tuple[int, str, str, str]]) -> Iterator[Sequence[tuple[int, str, str, str]]]:
    for start in range(0, len(rows), AT_A_TIME):
        yield rows[start : start + AT_A_TIME]


def _running(references: dict[int, str]) -> list[Running]:
    rows = ClockRow.objects.filter(
        representation_id__in=references, timeliness="running", due_on__isnull=False, started_on__isnull=False
    ).order_by("due_on", "id")
    return [
        Running(
            representation=row.representation_id,
            reference=references[row.representation_id],
            procedure=row.procedure,
            stage=row.stage,
            clock=row.clock,
            kind=row.kind,
            handler=row.handler,
            service=row.service,
            started_on=row.started_on,
            due_on=row.due_on,
        )
        for row in rows
    ]


@dataclass(frozen=True)
class _Told:
    """Of some representations: what was sent, with its day, and the day on which each was given to its handler."""

    sent: dict[Key, date] = field(default_factory=dict)
    given: dict[int, date] = field(default_factory=dict)


def _told(numbers: Sequence[int], today: date) -> _Told:
    """A voided entry counts here: what was sent was sent."""
    told, fresh = _Told(), today - timedelta(days=NEW_FOR_DAYS)
    kinds = [Assigned.__name__, Reminded.__name__, Chased.__name__]
    rows = LogEntry.objects.filter(representation_id__in=numbers, kind__in=kinds).order_by("id")
    for number, kind, on, text in rows.values_list("representation_id", "kind", "happened_on", "event"):
        event = read(kind, text)
        if isinstance(event, Reminded):
            told.sent[_reminded(number, event)] = on
        elif isinstance(event, Chased):
            chased = f"{CHASE}_{event.rung}"
            told.sent[Key(number, chased, event.stage, event.about, event.kind, event.due_on)] = on
        elif on > fresh:
            told.given[number] = on
    return told


def _reminded(number: int, event: Reminded) -> Key:
    to = event.to if event.notice == NEW_CASE else ""
    return Key(number, event.notice, event.stage, event.clock, event.kind, event.due_on, to)
