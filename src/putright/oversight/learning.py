"""The learning register: what services learnt, what is done about it, by whom and by when, and whether it worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from putright.casework.models import ActionRow, LearningRow
from putright.casework.queries import belonging_seen_by
from putright.oversight.registers import Line
from putright.record.actor import Actor
from putright.record.parts import Action

LEARNING_ORDER = ("-recorded_on", "-id")
ACTION_ORDER = ("due_on", "id")
STANDINGS = ("overdue", "open", "to_check", "worked", "partly", "not_worked")


@dataclass(frozen=True)
class LearningCriteria:
    """What the register is narrowed by; an empty tuple means all. `standings` are those of its actions."""

    themes: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


@dataclass(frozen=True)
class LearningTotal:
    """One theme or service: what was learnt, and what became of the actions."""

    code: str
    learnt: int
    actions: int
    done: int
    overdue: int
    worked: int


def standing(today: date) -> dict[str, Q]:
    """How an action may stand on a day, as the condition that its row meets."""
    return {
        "overdue": Q(completed_on=None, due_on__lt=today),
        "open": Q(completed_on=None, due_on__gte=today),
        "to_check": Q(completed_on__isnull=False, checked_on=None),
        "worked": Q(worked="yes"),
        "partly": Q(worked="partly"),
        "not_worked": Q(worked="no"),
    }


def standing_of(action: Action, today: date) -> str:
    """How an action stands on a day: one of `STANDINGS`."""
    if action.completed_on is None:
        return "overdue" if action.due_on < today else "open"
    if action.checked_on is None:
        return "to_check"
    return {"yes": "worked", "partly": "partly"}.get(action.worked, "not_worked")


def learning_rows(actor: Actor, criteria: LearningCriteria, today: date) -> QuerySet[Any]:
    """What was learnt, in no order; the standing of actions does not narrow it."""
    rows = belonging_seen_by(LearningRow, actor, today)
    if criteria.themes:
        rows = rows.filter(theme__in=criteria.themes)
    return rows.filter(learning_service__in=criteria.services) if criteria.services else rows


def action_rows(actor: Actor, criteria: LearningCriteria, today: date) -> QuerySet[Any]:
    """The actions, in no order."""
    rows = belonging_seen_by(ActionRow, actor, today)
    if criteria.themes:
        rows = rows.filter(theme__in=criteria.themes)
    if criteria.services:
        rows = rows.filter(service__in=criteria.services)
    conditions = standing(today)
    asked = Q()
    for name in criteria.standings:
        asked |= conditions[name]
    return rows.filter(asked)


def actions_after(line: Line) -> list[Action]:
    """The actions that follow from a line of what was learnt."""
    return [action for action in line.state.actions if action.learning == line.part.number]


def learning_totals(actor: Actor, criteria: LearningCriteria, today: date, *, by_service: bool) -> list[LearningTotal]:
    """The register by theme, or by service, in two queries; those with most learning first."""
    learnt_by, action_by = ("learning_service", "service") if by_service else ("theme", "theme")
    learnt = _counted(learning_rows(actor, criteria, today), learnt_by)
    asked = standing(today)
    actions = {
        code: rest
        for code, *rest in action_rows(actor, criteria, today)
        .values(action_by)
        .order_by(action_by)
        .annotate(
            count=Count("id"),
            done=Count("id", filter=Q(completed_on__isnull=False)),
            late=Count("id", filter=asked["overdue"]),
            well=Count("id", filter=asked["worked"]),
        )
        .values_list(action_by, "count", "done", "late", "well")
    }
    totals = [
        LearningTotal(code, learnt.get(code, 0), *actions.get(code, (0, 0, 0, 0))) for code in {*learnt, *actions}
    ]
    return sorted(totals, key=lambda total: (-total.learnt, -total.actions, total.code))


def _counted(rows: QuerySet[Any], by: str) -> dict[str, int]:
    return dict(rows.values(by).order_by(by).annotate(count=Count("id")).values_list(by, "count"))
