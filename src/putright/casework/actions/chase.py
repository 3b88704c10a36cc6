"""Whoever owes something is chased."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Chased
from putright.record.state import State


def chase(
    writing: Writing,
    *,
    on: date,
    to: str,
    rung: int,
    about: str,
    stage: str = "",
    kind: str = "",
    due_on: date | None = None,
) -> State:
    """Whoever owes something is chased."""
    return perform(
        writing,
        "chase",
        lambda _state, _asked: [Dated(Chased(to, rung, about, stage, kind, due_on), on)],
    )
