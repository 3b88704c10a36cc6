"""Procedures: the routes a complaint is handled by, each with its stages, its questions and its reasons to refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from putright.rules.citations import Checked, Citation, RuleKind
from putright.rules.questions import Question, Refusal, Standing, standing
from putright.rules.scopes import Scope
from putright.rules.stages import Stage
from putright.rules.time_limits import TimeLimit


class NotInBook(KeyError):
    """A name the rule book does not have; the message lists the names it has."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known
        self._message = f"There is no {what} “{name}”. Known: {', '.join(known) or 'none'}."

    def __str__(self) -> str:
        return self._message


@dataclass(frozen=True, slots=True)
class WorkingDayRule:
    """How the instrument itself defines a working day, and the calendar that holds those days."""

    calendar: str
    definition: str
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class Procedure:
    """A route a complaint is handled by. `limits` are those of the procedure as a whole, such as the time bar.

    `stages` stand in the order in which they may be reached; `after` says what is open to the complainant at the end.
    `under` names the law that a council's local form stands under: what it keeps of that law is the same value as
    there, never a copy. `in_statutory_totals`: whether its complaints are counted with those a statute covers.
    `template`: no rule lays the stages down, a council is expected to put its own in their place.
    """

    name: str
    title: str
    kind: RuleKind
    working_day: WorkingDayRule
    stages: tuple[Stage, ...]
    limits: Mapping[str, TimeLimit]
    after: str
    questions: tuple[Question, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    scope: tuple[Scope, ...] = ()
    under: str | None = None
    in_statutory_totals: bool = False
    template: bool = False
    notes: tuple[str, ...] = ()
    _by_name: Mapping[str, Stage] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {stage.name: stage for stage in self.stages})

    @property
    def calendar(self) -> str:
        """Name of the working-day calendar of the procedure."""
        return self.working_day.calendar

    def stage(self, name: str) -> Stage:
        """The stage called `name`; NotInBook, naming the stages there are, if there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            raise NotInBook(f"stage of {self.name}", name, tuple(self._by_name)) from None

    def limit(self, stage: str, name: str) -> TimeLimit:
        """The limit `name` of `stage`, or of the whole procedure if the stage has none of that name."""
        limits = {**self.limits, **self.stage(stage).limits}
        try:
            return limits[name]
        except KeyError:
            raise NotInBook(f"time limit of {self.name}, {stage},", name, tuple(limits)) from None

    def next_stage(self, name: str) -> Stage | None:
        """The stage that may be asked for after `name`; None if `name` is the last."""
        following = self.stage(name).next
        return self.stage(following) if following else None

    def refusal(self, code: str) -> Refusal:
        """The lawful reason to refuse called `code`; NotInBook, naming the reasons there are, if there is none."""
        for refusal in self.refusals:
            if refusal.code == code:
                return refusal
        raise NotInBook(f"reason to refuse under {self.name}", code, tuple(each.code for each in self.refusals))

    def standing(self, answers: Mapping[str, str]) -> Standing:
        """Where the `answers` to its questions (question code to answer code) have got to."""
        return standing(self.questions, self.refusals, answers)
