"""A restriction is reviewed: it ends, or stands until the next review."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import RestrictionReviewed
from putright.record.state import State


def review_restriction(
    writing: Writing, *, on: date, party: int, ends: bool, review_on: date | None = None, why: str = ""
) -> State:
    """A restriction is reviewed: it ends, or stands until the next review."""
    return perform(
        writing,
        "review_restriction",
        lambda _state, _asked: [Dated(RestrictionReviewed(party, ends, review_on), on, why)],
    )
