"""It is settled to the complainant's satisfaction before a stage is answered."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ResolvedEarly
from putright.record.state import State


def resolve_early(writing: Writing, *, on: date, how: str, note: str = "") -> State:
    """It is settled to the complainant's satisfaction before a stage is answered."""
    return perform(
        writing,
        "resolve_early",
        lambda _state, _asked: [Dated(ResolvedEarly(how), on, note)],
    )
