"""A case concern becomes a complaint, or the other way about; nothing before it is lost."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Converted
from putright.record.state import State


def convert(writing: Writing, *, on: date, to: str, why: str) -> State:
    """A case concern becomes a complaint, or the other way about; nothing before it is lost."""
    return perform(
        writing,
        "convert",
        lambda state, _asked: [Dated(Converted(state.received.type, to, why), on)],
    )
