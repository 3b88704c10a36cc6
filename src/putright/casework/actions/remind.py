"""That a notice about a clock was sent is put on the record."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Reminded
from putright.record.state import State


def remind(
    writing: Writing,
    *,
    on: date,
    notice: str,
    to: str,
    stage: str = "",
    clock: str = "",
    kind: str = "",
    due_on: date | None = None,
) -> State:
    """That a notice about a clock was sent is put on the record."""
    return perform(
        writing,
        "remind",
        lambda _state, _asked: [Dated(Reminded(notice, to, stage, clock, kind, due_on), on)],
    )
