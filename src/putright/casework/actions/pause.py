"""The clock of the running stage stands still, for a reason the rule book names and no other."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Paused
from putright.record.state import State
from putright.record.steps import Step


def pause(writing: Writing, *, on: date, reason: str) -> State:
    """Let the clock stand still from the day `on`; `reason` is the code of a pause in the rule book."""

    def events(state: State, asked: Step) -> list[Dated]:
        stage = setting.book().procedure(state.procedure).stage(asked.stage)
        allowed = {pause.reason: pause.title for pause in stage.pauses}
        if reason not in allowed:
            raise NotPermitted(f"A clock may stand still only for: {'; '.join(allowed.values())} ({asked.rule}).")
        return [Dated(Paused(asked.stage, reason), on)]

    return perform(writing, "pause", events)
