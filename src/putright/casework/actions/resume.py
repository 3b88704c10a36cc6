"""A paused clock runs on."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Resumed
from putright.record.state import State
from putright.record.steps import Step


def resume(writing: Writing, *, on: date) -> State:
    """A paused clock runs on from the day `on`, which is not before it stood still."""

    def events(state: State, asked: Step) -> list[Dated]:
        stopped_on = paused_since(state, asked.stage)
        if stopped_on and on < stopped_on:
            raise NotPermitted(f"The clock was stopped on {stopped_on:%-d %B %Y}. Give that day or a later one.")
        return [Dated(Resumed(asked.stage), on)]

    return perform(writing, "resume", events)


def paused_since(state: State, stage: str) -> date | None:
    """The day from which the clock of a stage stands still; None while it runs."""
    found = state.stage(stage)
    return found.paused[-1][0] if found and found.is_paused else None
