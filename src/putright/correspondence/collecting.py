"""What notices are judged from, read from the database: what is owed by when, who was given what, what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from putright.casework import setting as house
from putright.casework.models import ActionRow, ClockRow, LogEntry, RemedyRow, RepresentationRow
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
from putright.facts.clocks import DEFAULT_CALENDAR
from putright.facts.derive import PLACES
from putright.record.events import Assigned, Chased, Reminded
from putright.record.writing import read

AT_A_TIME = 500


def notices_of(slug: str, today: date) -> list[Notice]:
    """Every notice due at a council on a day that was not sent."""
    setting = Setting(house.authority(slug), house.book().calendar(DEFAULT_CALENDAR), today)
    owing = Q(id__in=_owed(ActionRow, slug, completed_on=None)) | Q(id__in=_owed(RemedyRow, slug, done_on=None))
    found = RepresentationRow.objects.filter(Q(status="open") | owing, authority=slug).order_by("id")
    rows = list(found.values_list("id", "reference", "handler", "service"))
    due: list[Notice] = []
    for some in _by_number(rows):
        references = {number: reference for number, reference, _, _ in some}
        entries = _told([number for number, *_ in some], today)
        given = [
            Given(number, reference, handler, service, entries.given[number])
            for number, reference, handler, service in some
            if number in entries.given
        ]
        handlers = {number: handler for number, _, handler, _ in some}
        running = [*_running(references), *_actions(references), *_remedies(references, handlers)]
        due += notices_due(running, given, Before(entries.sent), setting)
    return due


def _owed(model: Any, slug: str, **undone: None) -> QuerySet[Any]:
    return model.objects.filter(authority=slug, due_on__isnull=False, **undone).values("representation_id")


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


def _actions(references: dict[int, str]) -> list[Running]:
    rows = ActionRow.objects.filter(representation_id__in=references, completed_on=None, due_on__isnull=False)
    return [_promise(row, "action", row.post, None, references) for row in rows.order_by("due_on", "id")]


def _remedies(references: dict[int, str], handlers: dict[int, str]) -> list[Running]:
    rows = RemedyRow.objects.filter(representation_id__in=references, done_on=None, due_on__isnull=False)
    return [
        _promise(row, "remedy", handlers[row.representation_id], row.agreed_on, references)
        for row in rows.order_by("due_on", "id")
    ]


def _promise(row: Any, kind: str, post: str, since: date | None, references: dict[int, str]) -> Running:
    """What was promised, as something that runs: it is named by its place among those of its representation."""
    place = row.id - row.representation_id * PLACES + 1
    return Running(
        representation=row.representation_id,
        reference=references[row.representation_id],
        procedure="",
        stage="",
        clock=f"{kind}_{place}",
        kind=kind,
        handler=post,
        service=row.service,
        started_on=since,
        due_on=row.due_on,
    )


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
