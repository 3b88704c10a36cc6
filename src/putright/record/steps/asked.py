"""What a step is, and what the judges of steps are asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from putright.record.parts import StageState
from putright.record.state import State
from putright.record.steps.ways import Way, asked_ways
from putright.rules import Book, Procedure, Stage


@dataclass(frozen=True)
class Step:
    """A verb, whether it is permitted now, why, and the rule that says so (empty where it is plain sense).

    `stage` is the stage the verb would act on, empty where it acts on none. `ways` are the stages to choose from where
    a stage is started or asked for, `stage` the first of them.
    """

    verb: str
    permitted: bool
    why: str
    rule: str = ""
    stage: str = ""
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A representation on a day, with the rule book beside it."""

    state: State
    book: Book
    today: date

    @property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.book.procedures.get(self.state.procedure)

    @property
    def running(self) -> StageState | None:
        """The stage whose answer is awaited."""
        return self.state.running_stage

    @property
    def requested(self) -> StageState | None:
        """A stage that was asked for and has not started."""
        return self.state.requested_stage

    @property
    def following(self) -> tuple[Way, ...]:
        """The stages the complainant may ask for next."""
        last = self.state.last_stage
        return asked_ways(self.procedure, last.name) if self.procedure and last else ()

    def rules_of(self, stage: StageState) -> Stage | None:
        """What the rule book says of a stage that came up."""
        return self.procedure.stage(stage.name) if self.procedure else None

    def spoken(self, stage: str) -> str:
        """The stage as people say it: Stage 1."""
        return self.procedure.stage(stage).spoken_as if self.procedure else stage.replace("_", " ")

    @property
    def escalation_rule(self) -> str:
        """Where the right to the next stage is written, empty if there is none."""
        last = self.state.last_stage
        if self.procedure is None or last is None:
            return ""
        escalation = self.procedure.stage(last.name).escalation
        return str(escalation.citation) if escalation else ""


Judge = Callable[[Asked, str], Step]
JUDGES: dict[str, Judge] = {}
_Function = TypeVar("_Function", bound=Judge)


def judges(*verbs: str) -> Callable[[_Function], _Function]:
    """Register the decorated function as what decides on `verbs`."""

    def register(function: _Function) -> _Function:
        for verb in verbs:
            JUDGES[verb] = function
        return function

    return register


def judges_while_open(*verbs: str) -> Callable[[_Function], _Function]:
    """As :func:`judges`; a representation that has ended is answered for, and the function not asked."""

    def register(function: _Function) -> _Function:
        def judge(asked: Asked, verb: str) -> Step:
            return function(asked, verb) if asked.state.is_open else while_open(asked, verb)

        judges(*verbs)(judge)
        return function

    return register


def ended(state: State) -> str:
    """How a representation that is not open ended."""
    if state.refused_on:
        return "It was refused."
    if state.withdrawn_on:
        return "It was withdrawn."
    if state.merged_into:
        return f"It goes on as part of {state.merged_into}."
    return "It is closed."


def while_open(asked: Asked, verb: str) -> Step:
    """Permitted while the representation is open."""
    if not asked.state.is_open:
        return Step(verb, False, f"{ended(asked.state)} Reopen it first.")
    return Step(verb, True, "It is open.")


def safeguarding_first(asked: Asked, verb: str) -> Step:
    """Not permitted before the safeguarding matter in it is settled."""
    return Step(verb, False, f"A safeguarding matter is with {asked.state.safeguarding_to}. Settle it first.")


def day_in_words(day: date) -> str:
    """A day as a sentence says it: 4 April 2017."""
    return f"{day.day} {day:%B %Y}"
