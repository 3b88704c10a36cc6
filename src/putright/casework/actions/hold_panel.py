"""The review panel meets."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import PanelMet
from putright.record.state import State


def hold_panel(writing: Writing, *, on: date) -> State:
    """The review panel meets."""
    return perform(
        writing,
        "hold_panel",
        lambda _state, asked: [Dated(PanelMet(asked.stage), on)],
    )
