"""It is said that it has to do with another representation."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Linked
from putright.record.state import State


def link(writing: Writing, *, on: date, reference: str, how: str) -> State:
    """It is said that it has to do with another representation."""
    return perform(
        writing,
        "link",
        lambda _state, _asked: [Dated(Linked(reference, how), on)],
    )
