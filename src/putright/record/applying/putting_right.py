"""Remedies, costs, learning and actions."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import applies, numbered
from putright.record.parts import Action, Cost, Learning, Remedy
from putright.record.state import State


@applies(e.RemedyAgreed)
def _remedy_agreed(state: State, entry: e.Entry, event: e.RemedyAgreed) -> None:
    state.remedies.append(
        Remedy(
            event.remedy,
            event.kind,
            event.pence,
            event.payer,
            event.approved_by,
            event.due_on,
            entry.happened_on,
            words=entry.words,
        )
    )


@applies(e.RemedyDone)
def _remedy_done(state: State, entry: e.Entry, event: e.RemedyDone) -> None:
    remedy = numbered(state.remedies, event.remedy, entry, "remedy")
    remedy.done_on, remedy.evidence = entry.happened_on, event.evidence


@applies(e.CostIncurred)
def _cost_incurred(state: State, entry: e.Entry, event: e.CostIncurred) -> None:
    state.costs.append(Cost(event.kind, event.pence, event.stage, entry.happened_on))


@applies(e.LearningRecorded)
def _learning_recorded(state: State, entry: e.Entry, event: e.LearningRecorded) -> None:
    state.learning.append(Learning(event.learning, event.theme, event.service, entry.happened_on, entry.words))
    state.learning_asked_on = entry.happened_on


@applies(e.NothingToLearn)
def _nothing_to_learn(state: State, entry: e.Entry, _event: e.NothingToLearn) -> None:
    state.learning_asked_on = entry.happened_on


@applies(e.ActionAgreed)
def _action_agreed(state: State, entry: e.Entry, event: e.ActionAgreed) -> None:
    state.actions.append(Action(event.action, event.post, event.due_on, event.learning, event.source, entry.words))


@applies(e.ActionCompleted)
def _action_completed(state: State, entry: e.Entry, event: e.ActionCompleted) -> None:
    action = numbered(state.actions, event.action, entry, "action")
    action.completed_on, action.evidence = entry.happened_on, event.evidence


@applies(e.ActionChecked)
def _action_checked(state: State, entry: e.Entry, event: e.ActionChecked) -> None:
    action = numbered(state.actions, event.action, entry, "action")
    action.checked_on, action.worked = entry.happened_on, event.worked
