"""Receipt: telling the complainant it arrived, what it is, and the concerns it is made of."""

from __future__ import annotations

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.convert import convert
from putright.casework.actions.drop_concern import drop_concern
from putright.casework.actions.raise_concern import raise_concern
from putright.web.forms.steps.fields import Pick, Text
from putright.web.forms.steps.step_form import StepForm


class Acknowledge(StepForm):
    """The complainant was told that it had arrived."""

    verb, action = "acknowledge", acknowledge
    title, button = "Acknowledge it", "Record the acknowledgement"
    when, done = "When was the complainant told that it had arrived?", "The acknowledgement is recorded."


class Convert(StepForm):
    """Its type changes; nothing before it is lost."""

    verb, action = "convert", convert
    title, button = "Change what it is", "Change it"
    when, done = "When was this decided?", "What it is has been changed. What was recorded before stays."

    def ask(self) -> None:
        """The council's types but the one it is."""
        types = [term for term in self.at.terms("type") if term[0] != self.at.state.received.type]
        self.fields["to"] = Pick("What is it now?", types)
        self.fields["why"] = Text("Why?")

    @property
    def notes(self) -> list[str]:
        """What it is so far."""
        return [f"So far it is: {self.at.council.vocabulary('type').label(self.at.state.received.type)}."]


class RaiseConcern(StepForm):
    """One thing it is about is written down by itself, so that it gets a finding of its own."""

    verb, action = "raise_concern", raise_concern
    title, button = "Add a concern", "Add the concern"
    when, done = "When was it raised?", "The concern is added. It needs a finding of its own in the answer."

    def ask(self) -> None:
        """What it is about, and where."""
        self.fields["nature"] = Pick("What is the concern about?", self.at.terms("nature"))
        self.fields["service"] = Pick("Which service or team?", self.at.terms("service"))


class DropConcern(StepForm):
    """A concern is no longer pursued."""

    verb, action = "drop_concern", drop_concern
    title, button = "Drop a concern", "Drop the concern"
    when, done = "When was it dropped?", "The concern is dropped. It stays on the record and needs no finding."

    def ask(self) -> None:
        """Which, and why."""
        pursued = [(str(each.number), self.at.concern(each)) for each in self.at.pursued]
        self.fields["concern"] = Pick("Which concern?", pursued, coerce=int)
        self.fields["why"] = Text("Why is it no longer pursued?", hint="For example: belongs to another procedure.")
