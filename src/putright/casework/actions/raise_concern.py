"""One thing that the representation is about is written down."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ConcernRaised
from putright.record.parts import next_number
from putright.record.state import State


def raise_concern(writing: Writing, *, on: date, nature: str, service: str) -> State:
    """One thing that the representation is about is written down."""
    return perform(
        writing,
        "raise_concern",
        lambda state, _asked: [Dated(ConcernRaised(next_number(state.concerns), nature, service), on)],
    )
