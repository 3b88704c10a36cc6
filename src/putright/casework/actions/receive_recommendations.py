"""The panel's recommendations reach the council."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import RecommendationsReceived
from putright.record.state import State


def receive_recommendations(writing: Writing, *, on: date, recommendations: str = "") -> State:
    """The panel's recommendations reach the council."""
    return perform(
        writing,
        "receive_recommendations",
        lambda _state, asked: [Dated(RecommendationsReceived(asked.stage), on, recommendations)],
    )
