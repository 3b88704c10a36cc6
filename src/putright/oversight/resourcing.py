"""The load of the complaints work now and ahead: what each post has in hand, and what is due in the next weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Avg, Count, Min, Q, QuerySet

from putright.authorities import Authority
from putright.casework.models import ClockRow
from putright.casework.queries import belonging_seen_by, representations_seen_by
from putright.oversight.reports import report_definition
from putright.oversight.work_lines import Criteria, Queue, Source
from putright.oversight.work_sources import sources_of
from putright.record.actor import Actor
from putright.reporting.period import year_beginning

WEEKS = 8
SOURCES = (Source.CLOCK, Source.REMEDY, Source.ACTION)
STAFF = "staff"
"""The name under which a council enters how many people do the work, in its folder `activity`."""
OVERDUE, SOON, LATER = "overdue", "soon", "later"


@dataclass(frozen=True)
class Span:
    """Some days ahead, both included; None without an end. `name` is how it stands in an address."""

    name: str
    first: date | None
    last: date | None

    @property
    def due(self) -> Q:
        """The condition that what is `due` then meets."""
        after = Q(due__gte=self.first) if self.first else Q()
        return after & Q(due__lte=self.last) if self.last else after


@dataclass(frozen=True)
class PostLoad:
    """What a post has in hand: open representations, since when, with how many entries each, and running clocks."""

    post: str
    open: int
    oldest_on: date
    entries: float
    overdue: int
    soon: int


def spans(today: date) -> list[Span]:
    """What is overdue, the rest of this week and each week after it to the Sunday, and what is later."""
    sunday = today + timedelta(days=6 - today.weekday())
    ends = [sunday + timedelta(weeks=week) for week in range(WEEKS)]
    starts = [today, *(end + timedelta(days=1) for end in ends[:-1])]
    weeks = [Span(start.isoformat(), start, end) for start, end in zip(starts, ends, strict=True)]
    yesterday, after = today - timedelta(days=1), ends[-1] + timedelta(days=1)
    return [Span(OVERDUE, None, yesterday), *weeks, Span(LATER, after, None)]


def span_called(name: str, today: date) -> Span | None:
    """The span of this name as it is on a day; `soon` are the next seven days. None where there is none."""
    soon = Span(SOON, today, today + timedelta(days=7))
    return next((span for span in (*spans(today), soon) if span.name == name), None)


def load_ahead(actor: Actor, services: tuple[str, ...], today: date) -> dict[Source, list[int]]:
    """How many clocks, remedies and actions are due in each of the spans, in three queries."""
    rows = sources_of(Queue.EVERYTHING, actor, Criteria(services=services), today)
    counted = {f"in_{number}": Count("id", filter=span.due) for number, span in enumerate(spans(today))}
    return {source: [*rows[source].aggregate(**counted).values()] for source in SOURCES}


def due_in(
    source: Source,
    span: Span,
    actor: Actor,
    today: date,
    *,
    services: tuple[str, ...] = (),
    posts: tuple[str, ...] = (),
) -> QuerySet[Any]:
    """What of one source is due in a span, in no order, with the columns of a queue's lines."""
    criteria = Criteria(services=services, handlers=posts)
    return sources_of(Queue.EVERYTHING, actor, criteria, today)[source].filter(span.due)


def loads_of_posts(actor: Actor, services: tuple[str, ...], today: date) -> list[PostLoad]:
    """Each post that has an open representation, the most first; an empty post is nobody yet. Two queries."""
    soon = today + timedelta(days=7)
    clocks = belonging_seen_by(ClockRow, actor, today).filter(timeliness="running")
    cases = representations_seen_by(actor, today).filter(status="open")
    if services:
        clocks, cases = clocks.filter(service__in=services), cases.filter(service__in=services)
    due = {
        handler: (overdue, near)
        for handler, overdue, near in clocks.values_list("handler")
        .annotate(
            overdue=Count("id", filter=Q(due_on__lt=today)),
            near=Count("id", filter=Q(due_on__gte=today, due_on__lte=soon)),
        )
        .order_by()
    }
    found = cases.values_list("handler").annotate(Count("id"), Min("received_on"), Avg("entries")).order_by()
    loads = [
        PostLoad(post or "", number, oldest, float(entries), *due.get(post, (0, 0)))
        for post, number, oldest, entries in found
    ]
    return sorted(loads, key=lambda load: (-load.open, load.post))


def staff_entered(council: Authority, today: date) -> int | None:
    """How many people do the work this reporting year, as the council entered it; None where it did not."""
    year = year_beginning(council.year_of(today), council.year_starts_month)
    return report_definition(council, "resourcing").imported.count(STAFF, year, ())


def open_now(actor: Actor, services: tuple[str, ...], today: date) -> dict[str, int]:
    """How many representations are open, overdue and due in the next seven days, as far as the actor may see."""
    rows: Any = representations_seen_by(actor, today).filter(status="open")
    if services:
        rows = rows.filter(service__in=services)
    counted: dict[str, int] = rows.aggregate(
        open=Count("id"),
        overdue=Count("id", filter=Q(due_on__lt=today)),
        this_week=Count("id", filter=Q(due_on__gte=today, due_on__lte=today + timedelta(days=7))),
    )
    return counted
