"""What every step's form has: the representation it is about, the day it happened, and the action it ends in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Protocol

from django import forms
from django.http import QueryDict

from putright.casework.actions.base import WITHIN_A_STAGE, ActionRefused, Writing
from putright.record.events import Entry
from putright.record.steps import Step
from putright.rules import Checked, Citation, Stage
from putright.web.forms.steps.fields import Day
from putright.web.forms.steps.seen import Seen


@dataclass(frozen=True)
class Candidate:
    """Somebody in the council's pool: the posts they take, and what helps to choose them.

    `away` says until when they cannot be asked, empty if they can; `account` is their e-mail address, empty where none
    is known. `outside`: they are not of the council's staff.
    """

    number: int
    name: str
    posts: tuple[str, ...]
    account: str
    said: str
    away: str = ""
    outside: bool = False


@dataclass(frozen=True)
class Situation(Seen):
    """A representation as the person at a step's form meets it.

    `step` says whether the verb is permitted now, and why. `posts` are the posts that sign in at the council. `query`
    is what the address of the page gives. `pool` are those who may be appointed, where somebody is.
    """

    step: Step
    posts: tuple[str, ...]
    query: QueryDict
    pool: tuple[Candidate, ...] = ()

    @property
    def stage(self) -> Stage | None:
        """What the rule book says of the stage that the step acts on, None where it acts on none."""
        return self.procedure.stage(self.step.stage) if self.procedure and self.step.stage else None


class StepForm(forms.Form):
    """The form of one verb, which declares its words, its fields (named as what its action takes) and the action.

    `title` names the step wherever it is offered, and heads its page. `done` is what is said afterwards. `when` asks
    for the day. `warning` is said on a page of its own before the step is taken; empty for a step that needs none.
    """

    verb: ClassVar[str] = ""
    title: ClassVar[str] = ""
    button: ClassVar[str] = "Save"
    done: ClassVar[str] = ""
    when: ClassVar[str] = "When was this?"
    warning: ClassVar[str] = ""
    action: ClassVar[Callable[..., Any]]
    opening: ClassVar[type[OpeningForm] | None] = None

    on = Day("When was this?")

    def __init__(self, at: Situation, given: QueryDict | None = None) -> None:
        super().__init__(given, initial={"on": at.today, **at.query.dict()})
        self.at = at
        day = self.fields["on"] = Day(self.when)
        day.latest, day.earliest = at.today, self.earliest
        self.ask()

    def ask(self) -> None:
        """Add the fields that depend on the representation."""

    @property
    def earliest(self) -> date:
        """The first day on which it can have happened: that of the receipt, or of the start of its stage."""
        stage = self.at.state.stage(self.at.step.stage) if self.verb in WITHIN_A_STAGE else None
        return (stage.started_on if stage else None) or self.at.state.received_on

    @property
    def heading(self) -> str:
        """The head of the page."""
        return self.title

    @property
    def notes(self) -> list[str]:
        """What to know before filling it in, a paragraph each."""
        return []

    @property
    def meant(self) -> Entry | None:
        """The entry of the log that the step is about, None for a step that is about none."""
        return None

    @property
    def read_to(self) -> int:
        """The last entry that the person at the form had seen."""
        return read_to(self.data, self.at)

    def values(self) -> dict[str, Any]:
        """What the action is given, by the names of its arguments."""
        return dict(self.cleaned_data)

    def act(self, writing: Writing) -> None:
        """Take the step. Raises :class:`ActionRefused`."""
        type(self).action(writing, **self.values())

    def refuse(self, refused: ActionRefused) -> None:
        """Say what the action said, above the form, with everything typed kept."""
        self.add_error(None, str(refused))


class Cited(Protocol):
    """A rule of the book: where it is written, and who has read it there."""

    @property
    def citation(self) -> Citation:
        """Where it is written down."""

    @property
    def checked(self) -> Checked:
        """Who has read it there."""


def rule_of(cited: Cited) -> str:
    """A rule as a sentence, which says where nobody has checked it against its text."""
    doubt = "" if cited.checked == "primary" else " (not yet checked)"
    return f"Rule: {cited.citation}{doubt}."


def read_to(given: Mapping[str, str], at: Situation) -> int:
    """The last entry that whoever sent `given` had seen; the last there is where they do not say."""
    position = given.get("read_to", "")
    return int(position) if position.isascii() and position.isdigit() else at.state.position


class OpeningForm(forms.Form):
    """What has to be known before a step's form can be shown; its answers go into the address of the page."""

    lead: ClassVar[str] = ""
    button: ClassVar[str] = "Continue"

    def __init__(self, at: Situation) -> None:
        super().__init__(at.query or None)
        self.at = at
        self.ask()

    def ask(self) -> None:
        """Add the fields."""

    @property
    def is_needed(self) -> bool:
        """Whether there is something to ask before the step's form."""
        return True
