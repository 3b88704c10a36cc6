"""A post is given the representation to handle."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import Assigned
from putright.record.state import State
from putright.record.steps import Step


def assign(writing: Writing, *, on: date, handler: str) -> State:
    """A post is given the representation to handle; not whoever answered the stage before, where the one that is asked
    for or running is for somebody else."""

    def events(state: State, _asked: Step) -> list[Dated]:
        stage = state.running_stage or state.requested_stage
        if stage:
            refuse_who_answered_before(state, stage.name, handler)
        return [Dated(Assigned(handler), on)]

    return perform(writing, "assign", events)
