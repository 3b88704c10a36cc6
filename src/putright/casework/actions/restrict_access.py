"""From now on only those who work on it, and the few who may see every restricted one, see it."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import AccessRestricted
from putright.record.state import State


def restrict_access(writing: Writing, *, on: date, why: str) -> State:
    """From now on only those who work on it, and the few who may see every restricted one, see it."""
    return perform(writing, "restrict_access", lambda _state, _asked: [Dated(AccessRestricted(), on, why)])
