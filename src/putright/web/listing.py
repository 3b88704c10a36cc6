"""Which representations a list holds and in what order: criteria in, one query out, over the stored fact rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from django.db.models.lookups import Exact

from putright.casework import search
from putright.casework.models import StageRow

DUE_CHOICES = (
    ("overdue", "Overdue"),
    ("this_week", "Due in the next 7 days"),
    ("later", "Due later"),
)
TIMELINESS_CHOICES = (("met", "Met"), ("missed", "Missed"), ("running", "Running"), ("not_known", "Not known"))

ORDERS: dict[str, tuple[str, ...]] = {
    "-received": ("-received_on", "-id"),
    "received": ("received_on", "id"),
    "due": ("due_on", "id"),
    "-due": ("-due_on", "-id"),
    "reference": ("reference",),
    "-reference": ("-reference",),
}
"""Orders a list may stand in, by the word in its address; each ends with a field that is never twice the same."""
DEFAULT_ORDER = "-received"


@dataclass(frozen=True)
class Criteria:
    """What a list is narrowed by; `terms` is column → codes, any of which will do. Empty means all."""

    status: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    timeliness: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    received_since: date | None = None
    received_until: date | None = None


@dataclass(frozen=True)
class Matches:
    """What a search found: the condition that its rows meet, and whether more were found than are looked at."""

    condition: Q
    is_cut_short: bool


def matches(rows: QuerySet[Any], authority: str, words: str, *, in_personal_words: bool) -> Matches:
    """Those `rows` whose reference begins with `words`, or which have all of them among what complainants said."""
    beginning = words.upper()
    after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    by_reference = rows.filter(reference__gte=beginning, reference__lt=after).order_by("reference")
    numbers = list(by_reference.values_list("id", flat=True)[: search.MOST_MATCHES + 1])
    said = search.find(authority, words) if in_personal_words else []
    is_cut_short = len(said) >= search.MOST_MATCHES
    if len(numbers) <= search.MOST_MATCHES:
        return Matches(Q(id__in=[*numbers, *said]), is_cut_short)
    # So many begin so that the list's own order finds a page of them sooner than the index of references would.
    begins_so: Any = Exact(Left("reference", len(beginning)), beginning)
    return Matches(Q(begins_so) | Q(id__in=said), is_cut_short)


def narrowed(rows: QuerySet[Any], criteria: Criteria, today: date, order: str = DEFAULT_ORDER) -> QuerySet[Any]:
    """Those `rows` of representations that meet `criteria`; `order` is one of `ORDERS`, and is not yet applied.

    In order of what is due, those with nothing due are left out.
    """
    if criteria.status:
        rows = rows.filter(status__in=criteria.status)
    for column, codes in criteria.terms.items():
        rows = rows.filter(**{f"{column}__in": codes})
    if criteria.due:
        rows = rows.filter(_any(DUE[choice](today) for choice in criteria.due), status="open")
    if criteria.timeliness:
        stages = StageRow.objects.filter(representation_id=OuterRef("id"), timeliness__in=criteria.timeliness)
        rows = rows.filter(Exists(stages))
    if criteria.received_since:
        rows = rows.filter(received_on__gte=criteria.received_since)
    if criteria.received_until:
        rows = rows.filter(received_on__lte=criteria.received_until)
    return rows.filter(status="open", due_on__isnull=False) if order.endswith("due") else rows


def _any(choices: Any) -> Q:
    either = Q()
    for choice in choices:
        either |= choice
    return either


DUE: dict[str, Callable[[date], Q]] = {
    "overdue": lambda today: Q(due_on__lt=today),
    "this_week": lambda today: Q(due_on__gte=today, due_on__lte=today + timedelta(days=7)),
    "later": lambda today: Q(due_on__gt=today + timedelta(days=7)),
}
