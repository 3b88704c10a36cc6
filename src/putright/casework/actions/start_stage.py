"""The clock of a stage starts, where need be after another was left out by agreement."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import NOT_RECORDED, StageLeftOut, StageStarted
from putright.record.state import State
from putright.record.steps import Step
from putright.record.steps.ways import Way


def start_stage(writing: Writing, *, on: date, stage: str = "", why: str = NOT_RECORDED, agreement: str = "") -> State:
    """The clock of `stage` starts; without one, that of the stage which comes next by itself.

    A stage that is reached by leaving another out needs `agreement`: what the complainant agreed to, in words; `why`
    is the reason, as a code.
    """

    def events(_state: State, asked: Step) -> list[Dated]:
        way = way_to(stage or asked.stage, asked)
        return [*left_out(way, on, why, agreement), Dated(StageStarted(way.stage), on)]

    return perform(writing, "start_stage", events)


def way_to(stage: str, asked: Step) -> Way:
    """The way to `stage` among those the step leaves to choose from. :class:`NotPermitted` where there is none."""
    ways = asked.ways or (Way(asked.stage),)
    found = next((way for way in ways if way.stage == stage), None)
    if found is None:
        names = ", ".join(way.stage for way in ways)
        raise NotPermitted(f"{stage} may not come next. Choose from: {names}.")
    return found


def left_out(way: Way, on: date, why: str, agreement: str) -> list[Dated]:
    """The entries for what is left out on the way. :class:`NotPermitted` where nobody says what was agreed."""
    if way.leaves_out and not agreement.strip():
        names = " and ".join(name.replace("_", " ") for name in way.leaves_out)
        raise NotPermitted(
            f"The complainant has to agree to leave out {names} ({way.rule}). Write down what was agreed, and how."
        )
    return [Dated(StageLeftOut(name, why or NOT_RECORDED), on, agreement) for name in way.leaves_out]
