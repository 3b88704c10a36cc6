"""What every step's form has: the representation it is about, the day it happened, and the action it ends in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.casework.actions.base import ActionRefused, Writing
from putright.record.actor import Actor
from putright.record.contact import contact_from
from putright.record.events import Entry
from putright.record.parts import Concern, Party
from putright.record.state import State
from putright.record.steps import Step
from putright.rules import Book, Procedure, Stage
from putright.web.forms.steps.fields import Day
from putright.web.forms.steps.lists import PARTY_ROLES, word


@dataclass(frozen=True)
class Situation:
    """A representation as the person at the form meets it.

    `step` says whether the verb is permitted now, and why. `words` are personal words by digest, empty for those who
    may not see them. `posts` are the posts that sign in at the council. `query` is what the address of the page gives.
    """

    number: int
    state: State
    entries: list[Entry]
    step: Step
    council: Authority
    book: Book
    actor: Actor
    today: date
    words: Mapping[str, str]
    posts: tuple[str, ...]
    query: QueryDict

    @property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.book.procedures.get(self.state.procedure)

    @property
    def stage(self) -> Stage | None:
        """What the rule book says of the stage that the step acts on, None where it acts on none."""
        return self.procedure.stage(self.step.stage) if self.procedure and self.step.stage else None

    def terms(self, vocabulary: str) -> list[tuple[str, str]]:
        """What may be taken down for a column today, as choices."""
        return [(term.code, term.label) for term in self.council.vocabulary(vocabulary).offered(self.today)]

    def spoken(self, stage: str) -> str:
        """What the council calls a stage."""
        adopted = self.council.procedures.get(self.state.procedure)
        return (adopted.stage_labels.get(stage) if adopted else None) or stage.replace("_", " ").capitalize()

    def party(self, party: Party) -> str:
        """A person in it by role, and by name for those who may see names."""
        name = contact_from(self.words.get(party.words, "")).name
        role = word(PARTY_ROLES, party.role)
        return f"{name} ({role[:1].lower()}{role[1:]})" if name else role

    def concern(self, concern: Concern) -> str:
        """A concern by its number and what it is about."""
        nature = self.council.vocabulary("nature").label(concern.nature)
        service = self.council.vocabulary("service").label(concern.service)
        return f"Concern {concern.number}: {nature}, {service}"

    @property
    def pursued(self) -> list[Concern]:
        """The concerns that are still pursued."""
        return [concern for concern in self.state.concerns if not concern.dropped]


class StepForm(forms.Form):
    """The form of one verb, which declares its words, its fields (named as what its action takes) and the action.

    `title` heads the page and names the step wherever it is offered. `done` is what is said afterwards. `when` asks for
    the day. `warning` is said on a page of its own before the step is taken; empty for a step that needs none.
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
        day.latest, day.earliest = at.today, at.state.received_on
        self.ask()

    def ask(self) -> None:
        """Add the fields that depend on the representation."""

    @property
    def notes(self) -> list[str]:
        """What to know before filling it in, a paragraph each."""
        return []

    @property
    def read_to(self) -> int:
        """The last entry that the person at the form had seen."""
        given = self.data.get("read_to", "") if self.is_bound else ""
        return int(given) if given.isascii() and given.isdigit() else self.at.state.position

    def values(self) -> dict[str, Any]:
        """What the action is given, by the names of its arguments."""
        return dict(self.cleaned_data)

    def act(self, writing: Writing) -> None:
        """Take the step. Raises :class:`ActionRefused`."""
        type(self).action(writing, **self.values())

    def refuse(self, refused: ActionRefused) -> None:
        """Say what the action said, above the form, with everything typed kept."""
        self.add_error(None, str(refused))


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
