"""Where the lines of a queue come from: each kind of line as one query of the same columns over the stored facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from putright.casework.models import ActionRow, ClockRow, RemedyRow, RepresentationRow
from putright.casework.queries import belonging_seen_by, representations_seen_by
from putright.oversight.rag import NOTHING_DUE_ON
from putright.oversight.work_lines import NOBODY, Criteria, Queue, Source
from putright.record.actor import Actor

COLUMNS = ("due", "key", "number", "line", "what", "kind", "at", "begun", "post", "in_service", "under")
"""What every kind of line has: `due` and `key` put it in order, `number` is its representation."""


def sources_of(queue: Queue, actor: Actor, criteria: Criteria, today: date) -> dict[Source, QuerySet[Any]]:
    """The rows of each kind of line of a queue, narrowed by all but colour."""
    seen = representations_seen_by(actor, today)
    if queue is Queue.EVERYTHING:
        everything = {
            Source.CLOCK: _clocks(belonging_seen_by(ClockRow, actor, today)),
            Source.REMEDY: _remedies(belonging_seen_by(RemedyRow, actor, today)),
            Source.ACTION: _actions(
                belonging_seen_by(ActionRow, actor, today) if actor.may("see_cases") else _own_actions(actor)
            ),
        }
        return {source: _narrowed(rows, criteria, source) for source, rows in everything.items()}
    if queue is Queue.TEAM:
        return {Source.CASE: _narrowed(cases_of(seen), criteria, Source.CASE)}
    own = RepresentationRow.objects.filter(authority=actor.authority, handler__in=actor.posts)
    mine = {
        Source.CASE: cases_of(own),
        Source.REMEDY: _remedies(RemedyRow.objects.filter(representation_id__in=own.values("id"))),
        Source.ACTION: _actions(_own_actions(actor)),
    }
    return {source: _narrowed(rows, criteria, source) for source, rows in mine.items()}


def cases_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The open representations among `rows` of ``facts_representation``, each with the nearest of its clocks."""
    nearest = ClockRow.objects.filter(
        representation_id=OuterRef("id"), due_on=OuterRef("due_on"), clock=OuterRef("due_clock"), met_on=None
    ).order_by("id")
    return rows.filter(status="open").annotate(
        due=Coalesce("due_on", Cast(Value(NOTHING_DUE_ON), DateField())),
        key=F("id"),
        number=F("id"),
        line=Value(Source.CASE.value),
        what=F("due_clock"),
        kind=Coalesce(Subquery(nearest.values("kind")[:1]), Value("")),
        at=Coalesce(Subquery(nearest.values("stage")[:1]), F("stage")),
        begun=Subquery(nearest.values("started_on")[:1]),
        post=F("handler"),
        in_service=F("service"),
        under=F("procedure"),
    )


def _clocks(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(timeliness="running", due_on__isnull=False).annotate(
        due=F("due_on"),
        key=F("id"),
        number=F("representation_id"),
        line=Value(Source.CLOCK.value),
        what=F("clock"),
        at=F("stage"),
        begun=F("started_on"),
        post=F("handler"),
        in_service=F("service"),
        under=F("procedure"),
    )


def _remedies(rows: QuerySet[Any]) -> QuerySet[Any]:
    rows = rows.filter(done_on=None, due_on__isnull=False)
    return _belonging(rows, Source.REMEDY, F("remedy")).annotate(begun=F("agreed_on"), post=_of_case("handler"))


def _own_actions(actor: Actor) -> QuerySet[Any]:
    return ActionRow.objects.filter(authority=actor.authority, post__in=actor.posts)


def _actions(rows: QuerySet[Any]) -> QuerySet[Any]:
    rows = rows.filter(completed_on=None, due_on__isnull=False)
    return _belonging(rows, Source.ACTION, F("theme")).annotate(begun=Cast(Value(None), DateField()))


def _belonging(rows: QuerySet[Any], source: Source, what: F) -> QuerySet[Any]:
    return rows.annotate(
        due=F("due_on"),
        key=F("id"),
        number=F("representation_id"),
        line=Value(source.value),
        what=what,
        kind=Value(source.value),
        at=Value(""),
        in_service=F("service"),
        under=_of_case("procedure"),
    )


def _of_case(column: str) -> Subquery:
    return Subquery(
        RepresentationRow.objects.filter(id=OuterRef("representation_id")).values(column)[:1], output_field=CharField()
    )


def _narrowed(rows: QuerySet[Any], criteria: Criteria, source: Source) -> QuerySet[Any]:
    if criteria.handlers:
        rows = rows.filter(post__in=["" if post == NOBODY else post for post in criteria.handlers])
    if criteria.services:
        rows = rows.filter(in_service__in=criteria.services)
    if criteria.procedures:
        rows = rows.filter(under__in=criteria.procedures)
    return rows.filter(kind__in=criteria.kinds) if criteria.kinds else rows
