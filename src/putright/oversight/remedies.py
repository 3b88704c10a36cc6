"""The remedy ledger: what is owed to people, what is overdue, what is done and shown to be; and what it all cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from putright.casework.models import CostRow, RemedyRow
from putright.casework.queries import belonging_seen_by
from putright.record.actor import Actor
from putright.record.parts import Remedy

REMEDY_ORDER = ("-agreed_on", "-id")
COST_ORDER = ("-incurred_on", "-id")
STANDINGS = ("overdue", "owed", "done")
PAYMENT = "payment"


@dataclass(frozen=True)
class LedgerCriteria:
    """What a ledger is narrowed by; an empty tuple means all. Costs have no standing."""

    kinds: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


@dataclass(frozen=True)
class YearTotal:
    """How many, and how much in pence, of one service or kind in one reporting year (named by where it begins)."""

    code: str
    year: int
    count: int
    pence: int


def standing(today: date) -> dict[str, Q]:
    """How a remedy may stand on a day, as the condition that its row meets. Without a last day it is never overdue."""
    overdue = Q(done_on=None, due_on__lt=today)
    return {
        "overdue": overdue,
        "owed": Q(done_on=None) & (Q(due_on=None) | Q(due_on__gte=today)),
        "done": Q(done_on__isnull=False),
    }


def standing_of(remedy: Remedy, today: date) -> str:
    """How a remedy stands on a day: one of `STANDINGS`."""
    if remedy.done_on:
        return "done"
    return "overdue" if remedy.due_on and remedy.due_on < today else "owed"


def remedy_rows(actor: Actor, criteria: LedgerCriteria, today: date) -> QuerySet[Any]:
    """The remedies, in no order."""
    rows = _narrowed(belonging_seen_by(RemedyRow, actor, today), "remedy", criteria)
    conditions = standing(today)
    asked = Q()
    for name in criteria.standings:
        asked |= conditions[name]
    return rows.filter(asked)


def cost_rows(actor: Actor, criteria: LedgerCriteria, today: date) -> QuerySet[Any]:
    """The costs, in no order."""
    return _narrowed(belonging_seen_by(CostRow, actor, today), "cost", criteria)


def standings_of(rows: QuerySet[Any], today: date) -> dict[str, int]:
    """How many of these remedies stand how, in one query."""
    counted = {name: Count("id", filter=condition) for name, condition in standing(today).items()}
    return dict(rows.order_by().aggregate(**counted))


def payments_by_service(rows: QuerySet[Any], year_of: Callable[[date], int]) -> list[YearTotal]:
    """The payments agreed, by service and by the year in which they were, the newest year first."""
    return _by_year(rows.filter(remedy=PAYMENT, pence__gt=0), "service", "agreed_month", year_of)


def costs_by_kind(rows: QuerySet[Any], year_of: Callable[[date], int]) -> list[YearTotal]:
    """The costs, by what they were for and by the year in which they were incurred, the newest year first."""
    return _by_year(rows, "cost", "incurred_month", year_of)


def _by_year(rows: QuerySet[Any], by: str, month: str, year_of: Callable[[date], int]) -> list[YearTotal]:
    grouped = rows.values(by, month).order_by(by, month).annotate(number=Count("id"), sum=Sum("pence"))
    return _in_years(grouped.values_list(by, month, "number", "sum"), year_of)


def _in_years(months: Iterable[tuple[str, int, int, int]], year_of: Callable[[date], int]) -> list[YearTotal]:
    counts: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    for code, month, count, pence in months:
        total = counts[code, year_of(date(month // 100, month % 100, 1))]
        total[0] += count
        total[1] += pence
    totals = [YearTotal(code, year, count, pence) for (code, year), (count, pence) in counts.items()]
    return sorted(totals, key=lambda total: (-total.year, -total.pence, total.code))


def _narrowed(rows: QuerySet[Any], kind: str, criteria: LedgerCriteria) -> QuerySet[Any]:
    if criteria.kinds:
        rows = rows.filter(**{f"{kind}__in": criteria.kinds})
    return rows.filter(service__in=criteria.services) if criteria.services else rows
