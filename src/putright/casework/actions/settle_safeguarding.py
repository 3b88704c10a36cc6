"""What was referred for safeguarding is dealt with."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import SafeguardingSettled
from putright.record.state import State


def settle_safeguarding(writing: Writing, *, on: date, how: str = "") -> State:
    """What was referred for safeguarding is dealt with."""
    return perform(
        writing,
        "settle_safeguarding",
        lambda _state, _asked: [Dated(SafeguardingSettled(), on, how)],
    )
