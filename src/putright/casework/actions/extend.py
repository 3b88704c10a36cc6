"""The time limit of the running stage is extended, within what its rule allows."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.clocks import RESPONSE, response_clock
from putright.record.events import Extended
from putright.record.state import State
from putright.record.steps import Step
from putright.rules import due_date


def extend(writing: Writing, *, on: date, to: date, reason: str, agreed_by: str, explanation: str = "") -> State:
    """Extend the running stage to the last day `to`; refused beyond the longest its rule allows, or for no gain."""

    def events(state: State, asked: Step) -> list[Dated]:
        standard, longest = extension_window(state, asked.stage)
        if not standard < to <= longest:
            raise NotPermitted(
                f"The new last day must be after {standard:%-d %B %Y} and not after {longest:%-d %B %Y} ({asked.rule})."
            )
        return [Dated(Extended(asked.stage, to, reason, agreed_by), on, explanation)]

    return perform(writing, "extend", events)


def extension_window(state: State, stage: str) -> tuple[date, date]:
    """The last day of the limit of a stage's answer as it is, and the last day to which its rule lets it be extended.

    Both count from the day the limit counts from. Raises :class:`NotPermitted` where no day can be told.
    """
    book = setting.book()
    procedure, stage_state = book.procedure(state.procedure), state.stage(stage)
    clock = response_clock(state, stage_state, procedure, book) if stage_state else None
    if clock is None or clock.due is None:
        raise NotPermitted(clock.why_not if clock else "No clock of a stage is running.")
    calendar = book.calendar(procedure.calendar)
    longest = due_date(procedure.limit(stage, RESPONSE), clock.started_on, calendar=calendar, extended=True)
    return clock.due.on, longest.on
