"""A value taken down on receipt was wrong: the log keeps what it said and why it changed."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Corrected, Received
from putright.record.state import State

CORRECTABLE = frozenset(field.name for field in fields(Received)) - {"reference"} | {"received_on"}


def correct(writing: Writing, *, on: date, field: str, now: str, why: str) -> State:
    """Say that `field` should have read `now`; `why` is kept with it."""
    if field not in CORRECTABLE:
        raise NotPermitted(f"{field!r} is not among what can be corrected: {', '.join(sorted(CORRECTABLE))}.")
    if not why.strip():
        raise NotPermitted("A correction needs its reason. Say why.")
    if field == "received_on":
        _refuse_no_day(now, writing.today)
    return perform(
        writing, "correct", lambda state, _asked: [Dated(Corrected(field, _was(state, field), now, why), on)]
    )


def _was(state: State, field: str) -> str:
    return state.received_on.isoformat() if field == "received_on" else str(getattr(state.received, field))


def _refuse_no_day(text: str, today: date) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError as cause:
        raise NotPermitted(f"{text!r} is not a day. Write it as 2017-04-03.") from cause
    if day > today:
        raise NotPermitted(f"{day:%-d %B %Y} has not come yet. Give the day on which it reached the council.")
