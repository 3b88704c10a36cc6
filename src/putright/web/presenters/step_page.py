"""The page of one step: its questions, what is said around them, and what others did meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from putright.web.forms.steps import FORMS, OpeningForm, Situation, StepForm
from putright.web.presenters.alerts import Alert, alerts
from putright.web.presenters.questions import Question, problems, question, said
from putright.web.presenters.timeline import Happening, Telling, timeline


@dataclass(frozen=True)
class StepPage:
    """A step's form. `is_again`: it is shown once more to be changed, so nothing is said to be wrong with it."""

    form: StepForm
    path: str
    is_again: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return self.form.title

    @property
    def reference(self) -> str:
        """The council's reference."""
        return self.form.at.state.received.reference

    @property
    def back(self) -> str:
        """The page of the representation."""
        return reverse("representation", args=[self.form.at.number])

    @property
    def alerts(self) -> list[Alert]:
        """Restrictions and safeguarding, wherever someone works on it."""
        return alerts(self.form.at)

    @property
    def questions(self) -> list[Question]:
        """The fields in order."""
        return [question(self.form[name], is_checked=not self.is_again) for name in self.form.fields]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used, and what the action refused, each leading to its field."""
        return [] if self.is_again else problems(self.form)

    @property
    def since(self) -> list[Happening]:
        """What others did since the form was opened; empty when nobody did anything."""
        at = self.form.at
        later = [entry for entry in at.entries if entry.position > self.form.read_to]
        telling = Telling(at.council, at.book, at.state.procedure)
        return timeline(later, at.words, telling, may_see_words=at.actor.may("see_words"))

    @property
    def said(self) -> list[dict[str, Any]]:
        """What was filled in, to be read once more before it is done for good."""
        rows = [(str(self.form[name].label), said(self.form[name])) for name in self.form.fields]
        return [{"key": {"text": head}, "value": {"text": text}} for head, text in rows if text]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was filled in, as it came, to be sent once more."""
        left_out = {"csrfmiddlewaretoken", "confirmed", "change"}
        return [(name, value) for name, values in self.form.data.lists() for value in values if name not in left_out]


@dataclass(frozen=True)
class OpeningPage:
    """The questions that come before a step's form."""

    form: OpeningForm

    @property
    def title(self) -> str:
        """The step in words."""
        return FORMS[self.form.at.step.verb].title

    @property
    def reference(self) -> str:
        """The council's reference."""
        return self.form.at.state.received.reference

    @property
    def back(self) -> str:
        """The page of the representation."""
        return reverse("representation", args=[self.form.at.number])

    @property
    def questions(self) -> list[Question]:
        """The fields in order."""
        return [question(self.form[name]) for name in self.form.fields]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems(self.form)


@dataclass(frozen=True)
class RefusedPage:
    """A step that may not be taken now: why, and by which rule."""

    at: Situation

    @property
    def title(self) -> str:
        """The step in words."""
        return FORMS[self.at.step.verb].title

    @property
    def reference(self) -> str:
        """The council's reference."""
        return self.at.state.received.reference

    @property
    def back(self) -> str:
        """The page of the representation."""
        return reverse("representation", args=[self.at.number])

    @property
    def why(self) -> str:
        """Why not."""
        return self.at.step.why

    @property
    def rule(self) -> str:
        """The rule that says so, empty where it is plain sense."""
        return self.at.step.rule
