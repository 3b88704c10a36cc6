"""Nothing more is to be done."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Closed
from putright.record.state import State


def close(writing: Writing, *, on: date) -> State:
    """Nothing more is to be done."""
    return perform(writing, "close", lambda _state, _asked: [Dated(Closed(), on)])
