"""A stage of the Ombudsman's procedure reaches the council, and its clock starts."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.clocks import OMBUDSMAN
from putright.record.events import OmbudsmanStageStarted
from putright.record.state import State


def start_ombudsman_stage(
    writing: Writing, *, on: date, ombudsman_reference: str, stage: str, asks: str = "", answer_by: date | None = None
) -> State:
    """Record that `stage`, by its name in the rule book, was received on the day `on`.

    `asks` is what it asks, `answer_by` the day the request names for the answer.
    """
    if answer_by and answer_by < on:
        raise NotPermitted("The day the request names is before the day it came. Give a later day.")
    known = {one.name: one.spoken_as for one in setting.book().procedure(OMBUDSMAN).stages}
    if stage not in known:
        raise NotPermitted(f"The Ombudsman has no stage {stage!r}. The stages are {', '.join(known.values())}.")
    return perform(
        writing,
        "start_ombudsman_stage",
        lambda _state, _asked: [Dated(OmbudsmanStageStarted(ombudsman_reference, stage, answer_by), on, asks)],
    )
