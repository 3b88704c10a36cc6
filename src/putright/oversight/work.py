"""The queues: what is to be done, whose it is and by when, from the stored clocks, remedies and actions.

*My work* is a line for each open representation that my post handles or stands in for, and for what my posts are to
deliver; *the team's* is a line for each open representation; *everything due* is a line for each thing that is due.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from putright.casework.models import RepresentationRow
from putright.oversight.rag import NOTHING_DUE_ON, Rag, RagDay
from putright.oversight.work_lines import Criteria, Queue, Source, Thing
from putright.oversight.work_sources import COLUMNS, sources_of
from putright.record.actor import Actor

PAGE_SIZE = 25
RANKS = {source: rank for rank, source in enumerate(Source)}


@dataclass(frozen=True)
class Mark:
    """Where a page begins or ends: the last day, the kind of line, its number."""

    due: date
    rank: int
    key: int

    def __str__(self) -> str:
        return f"{self.due.isoformat()}~{self.rank}~{self.key}"

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """The mark that `text` writes, None for anything else."""
        try:
            due, rank, key = text.split("~")
            return cls(date.fromisoformat(due), int(rank), int(key))
        except ValueError:
            return None


@dataclass(frozen=True)
class WorkPage:
    """A page of a queue, with the marks of the next and the previous page, and how many there are of each colour."""

    things: list[Thing]
    after: Mark | None
    before: Mark | None
    counts: dict[Rag, int] = field(default_factory=dict)


def page_of_work(
    queue: Queue,
    actor: Actor,
    criteria: Criteria,
    day: RagDay,
    *,
    after: Mark | None = None,
    before: Mark | None = None,
) -> WorkPage:
    """The page of a queue after one mark or before another, the nearest last day first.

    One query and one count a kind of line, whatever the data.
    """
    sources = sources_of(queue, actor, criteria, day.today)
    counts = dict.fromkeys(Rag, 0)
    found: list[Thing] = []
    mark = before or after
    for source, rows in sources.items():
        for colour, count in _counts(rows, day).items():
            counts[colour] += count
        narrow = _of_colours(rows, criteria.colours, day)
        found += _after(narrow, source, mark, backwards=before is not None)
    found.sort(key=_order, reverse=before is not None)
    page, more = found[:PAGE_SIZE], len(found) > PAGE_SIZE
    if before is not None:
        page.reverse()
        has_after, has_before = True, more
    else:
        has_after, has_before = more, after is not None
    return WorkPage(
        page,
        _mark(page[-1]) if page and has_after else None,
        _mark(page[0]) if page and has_before else None,
        counts,
    )


def handlers_at(actor: Actor) -> list[str]:
    """The posts that handle an open representation of the actor's council, in alphabetical order."""
    rows = RepresentationRow.objects.filter(authority=actor.authority, status="open").exclude(handler="")
    return sorted(rows.values_list("handler", flat=True).distinct())


def _of_colours(rows: QuerySet[Any], colours: Sequence[Rag], day: RagDay) -> QuerySet[Any]:
    any_of = Q()
    for colour in colours:
        any_of |= day.condition(colour)
    return rows.filter(any_of)


def _counts(rows: QuerySet[Any], day: RagDay) -> dict[Rag, int]:
    asked = {colour.value: Count("id", filter=day.condition(colour)) for colour in Rag}
    found = rows.aggregate(**asked)
    return {colour: found[colour.value] for colour in Rag}


def _after(rows: QuerySet[Any], source: Source, mark: Mark | None, *, backwards: bool) -> list[Thing]:
    """As many rows after the mark, or before it, as make a page and one more."""
    if mark is not None:
        beyond = "lt" if backwards else "gt"
        rank = RANKS[source]
        is_beyond = rank < mark.rank if backwards else rank > mark.rank
        same_day = Q(due=mark.due) & (Q(**{f"key__{beyond}": mark.key}) if rank == mark.rank else Q())
        is_reached = rank == mark.rank or is_beyond
        rows = rows.filter(Q(**{f"due__{beyond}": mark.due}) | (same_day if is_reached else Q(pk__in=[])))
    order = ("-due", "-key") if backwards else ("due", "key")
    return [thing(values) for values in rows.order_by(*order).values_list(*COLUMNS)[: PAGE_SIZE + 1]]


def thing(values: Sequence[Any]) -> Thing:
    """The line of a row of `COLUMNS`."""
    due, key, number, line, what, kind, at, begun, post, service, under = values
    due_on = None if due == NOTHING_DUE_ON else due
    return Thing(Source(line), key, number, due_on, begun, what, kind, at, post or "", service, under or "")


def _mark(thing: Thing) -> Mark:
    return Mark(thing.due_on or NOTHING_DUE_ON, RANKS[thing.source], thing.key)


def _order(thing: Thing) -> tuple[date, int, int]:
    mark = _mark(thing)
    return mark.due, mark.rank, mark.key
