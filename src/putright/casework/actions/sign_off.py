"""The answer is signed off by the post that the procedure requires."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import SignedOff
from putright.record.state import State


def sign_off(writing: Writing, *, on: date) -> State:
    """The answer is signed off by the post that the procedure requires."""
    return perform(
        writing,
        "sign_off",
        lambda _state, asked: [Dated(SignedOff(asked.stage, writing.actor.post), on)],
    )
