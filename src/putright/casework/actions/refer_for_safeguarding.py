"""A safeguarding matter in the representation is passed on at once."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ReferredForSafeguarding
from putright.record.state import State


def refer_for_safeguarding(writing: Writing, *, on: date, to: str, why: str = "") -> State:
    """A safeguarding matter in the representation is passed on at once."""
    return perform(
        writing, "refer_for_safeguarding", lambda _state, _asked: [Dated(ReferredForSafeguarding(to), on, why)]
    )
