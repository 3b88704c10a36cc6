"""The council does what a stage of the Ombudsman's procedure asks of it."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import OmbudsmanAnswered
from putright.record.state import State


def answer_ombudsman(writing: Writing, *, on: date, answer: str = "") -> State:
    """Record that the stage that waits was answered on the day `on`; `answer` is what was said or sent."""
    return perform(
        writing, "answer_ombudsman", lambda _state, asked: [Dated(OmbudsmanAnswered(asked.stage), on, answer)]
    )
