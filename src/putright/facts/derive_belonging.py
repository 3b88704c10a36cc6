"""The fact rows of what belongs to a representation: concerns, remedies, costs, learning, actions, appointments."""

from __future__ import annotations

from datetime import date
from typing import Any

from putright.facts import schema
from putright.facts.columns import NO_MONTH, NOT_APPLICABLE, NOT_RECORDED
from putright.record.parts import Action, Appointment, Concern, Cost, Learning, OmbudsmanState, Remedy
from putright.record.state import State

Row = dict[str, Any]


def month(day: date | None) -> int:
    """The month of `day` as ``yyyymm``; 0 when there is no day."""
    return day.year * 100 + day.month if day else NO_MONTH


def belonging(state: State, shared: Row, own_finding: str) -> dict[str, list[Row]]:
    """The rows by table, without their keys.

    `shared` are the representation's dimensions, `own_finding` is what the council found on it on the whole.
    """
    themes = {one.number: one.theme for one in state.learning}
    return {
        schema.OMBUDSMAN.name: [shared | _ombudsman(record, state, own_finding) for record in state.ombudsman],
        schema.CONCERN.name: [shared | _concern(concern, state) for concern in state.concerns],
        schema.REMEDY.name: [shared | _remedy(remedy) for remedy in state.remedies],
        schema.COST.name: [shared | _cost(cost) for cost in state.costs],
        schema.LEARNING.name: [shared | _learning(learning) for learning in state.learning],
        schema.ACTION.name: [shared | _action(action, themes) for action in state.actions],
        schema.APPOINTMENT.name: [_appointment(appointment) for appointment in state.appointments],
    }


def _ombudsman(record: OmbudsmanState, state: State, own_finding: str) -> Row:
    remedied = any(remedy.agreed_on < record.referred_on for remedy in state.remedies)
    return {
        "ombudsman_reference": record.reference,
        "referral_type": record.referral_type,
        "decision": record.decision,
        "referred_month": month(record.referred_on),
        "decided_month": month(record.decided_on),
        "referred_on": record.referred_on,
        "decided_on": record.decided_on,
        "remedy_pence": record.remedy_pence,
        "own_finding": own_finding,
        "remedied_before": "yes" if remedied else "no",
    }


def _concern(concern: Concern, state: State) -> Row:
    return {
        "concern": concern.nature,
        "concern_service": concern.service,
        "finding": concern.finding,
        "pursued": "no" if concern.dropped else "yes",
        "closed_month": month(state.closed_on),
    }


def _remedy(remedy: Remedy) -> Row:
    return {
        "remedy": remedy.kind,
        "payer": remedy.payer,
        "approved_by": remedy.approved_by,
        "pence": remedy.pence,
        "agreed_on": remedy.agreed_on,
        "due_on": remedy.due_on,
        "done_on": remedy.done_on,
        "agreed_month": month(remedy.agreed_on),
        "done_month": month(remedy.done_on),
    }


def _cost(cost: Cost) -> Row:
    return {
        "cost": cost.kind,
        "stage": cost.stage or NOT_APPLICABLE,
        "pence": cost.pence,
        "incurred_on": cost.incurred_on,
        "incurred_month": month(cost.incurred_on),
    }


def _learning(learning: Learning) -> Row:
    return {
        "theme": learning.theme,
        "learning_service": learning.service,
        "recorded_on": learning.recorded_on,
        "recorded_month": month(learning.recorded_on),
    }


def _action(action: Action, themes: dict[int, str]) -> Row:
    return {
        "theme": themes.get(action.learning, NOT_RECORDED),
        "source": action.source,
        "post": action.post,
        "due_on": action.due_on,
        "completed_on": action.completed_on,
        "checked_on": action.checked_on,
        "worked": action.worked,
        "due_month": month(action.due_on),
        "completed_month": month(action.completed_on),
    }


def _appointment(appointment: Appointment) -> Row:
    return {
        "stage": appointment.stage,
        "post": appointment.post,
        "account": appointment.account,
        "member": appointment.member,
        "appointed_on": appointment.appointed_on,
        "until_on": appointment.until,
        "ended_on": appointment.ended_on,
    }
