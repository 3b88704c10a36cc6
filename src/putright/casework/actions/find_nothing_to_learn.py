"""The question was asked, and there is nothing to learn from it."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import NothingToLearn
from putright.record.state import State


def find_nothing_to_learn(writing: Writing, *, on: date) -> State:
    """The question was asked, and there is nothing to learn from it."""
    return perform(
        writing,
        "find_nothing_to_learn",
        lambda _state, _asked: [Dated(NothingToLearn(), on)],
    )
