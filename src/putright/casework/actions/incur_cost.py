"""What an investigation, a panel or other work cost is recorded, in pence."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import CostIncurred
from putright.record.state import State


def incur_cost(writing: Writing, *, on: date, kind: str, pence: int, stage: str = "") -> State:
    """What an investigation, a panel or other work cost is recorded, in pence."""
    return perform(
        writing,
        "incur_cost",
        lambda _state, _asked: [Dated(CostIncurred(kind, pence, stage), on)],
    )
