"""The answer is signed off by the post that the procedure requires."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import SignedOff
from putright.record.state import State
from putright.record.steps import Step


def sign_off(writing: Writing, *, on: date) -> State:
    """The answer is signed off by the post that the procedure requires, who is not who answered the stage before where
    the procedure says so."""

    def events(state: State, asked: Step) -> list[Dated]:
        refuse_who_answered_before(state, asked.stage, writing.actor.post)
        return [Dated(SignedOff(asked.stage, writing.actor.post), on)]

    return perform(writing, "sign_off", events)
