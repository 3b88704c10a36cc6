"""Someone is appointed to a stage; an account is let in to this one representation until a day."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Appointed
from putright.record.parts import next_number
from putright.record.state import State


def appoint(writing: Writing, *, on: date, post: str, name: str, account: str = "", until: date | None = None) -> State:
    """Someone is appointed to a stage; an account is let in to this one representation until a day."""
    return perform(
        writing,
        "appoint",
        lambda state, asked: [
            Dated(Appointed(asked.stage, post, next_number(state.appointments), account, until), on, name)
        ],
    )
