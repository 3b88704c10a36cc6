"""The complainant withdraws the representation."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Withdrawn
from putright.record.state import State


def withdraw(writing: Writing, *, on: date) -> State:
    """The complainant withdraws the representation."""
    return perform(writing, "withdraw", lambda _state, _asked: [Dated(Withdrawn(), on)])
