"""The time limit of the running stage is extended, within what its rule allows."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Extended
from putright.record.state import State
from putright.record.steps import Step
from putright.rules import due_date


def extend(writing: Writing, *, on: date, to: date, reason: str, agreed_by: str, explanation: str = "") -> State:
    """Extend the running stage to the last day `to`; refused beyond the longest its rule allows, or for no gain."""

    def events(state: State, asked: Step) -> list[Dated]:
        _refuse_outside(state, asked, to)
        return [Dated(Extended(asked.stage, to, reason, agreed_by), on, explanation)]

    return perform(writing, "extend", events)


def _refuse_outside(state: State, asked: Step, to: date) -> None:
    book = setting.book()
    procedure = book.procedure(state.procedure)
    stage = state.stage(asked.stage)
    assert stage is not None
    assert stage.started_on is not None
    limit, calendar = procedure.limit(asked.stage, "response"), book.calendar(procedure.calendar)
    standard = due_date(limit, stage.started_on, calendar=calendar).on
    longest = due_date(limit, stage.started_on, calendar=calendar, extended=True).on
    if not standard < to <= longest:
        raise NotPermitted(
            f"The new last day must be after {standard:%-d %B %Y} and not after {longest:%-d %B %Y} ({asked.rule})."
        )
