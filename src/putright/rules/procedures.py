"""Procedures and their named stages: who acts, within what limits, and what the complainant may ask for next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from putright.rules.citations import Checked, Citation, RuleKind
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
class Post:
    """Who must act at a stage: the post, how many of them, and what is required of them."""

    name: str
    number: int
    duty: str
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class Escalation:
    """The stage the complainant may ask for next.

    `grounds_needed`: whether reasons or listed grounds must be given, or asking is enough.
    `when_unanswered`: whether it may be asked for once the extended limit of this stage has passed without an answer.
    `by_agreement`: whether this stage may be left out when council and complainant agree.
    """

    to: str
    grounds_needed: bool
    when_unanswered: bool
    by_agreement: bool
    citation: Citation
    checked: Checked
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a procedure. `spoken_as` is the number people say ("Stage 1"); `limits` is by the limit's name."""

    name: str
    spoken_as: str
    title: str
    limits: Mapping[str, TimeLimit]
    posts: tuple[Post, ...] = ()
    escalation: Escalation | None = None

    @property
    def next(self) -> str | None:
        """Name of the stage that may be asked for after this one; None if this is the last."""
        return self.escalation.to if self.escalation else None


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
    """

    name: str
    title: str
    kind: RuleKind
    working_day: WorkingDayRule
    stages: tuple[Stage, ...]
    limits: Mapping[str, TimeLimit]
    after: str
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
