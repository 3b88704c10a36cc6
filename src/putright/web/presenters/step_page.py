"""The page of one step: its questions, what is said around them, and what others did meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.record.events import Entry
from putright.web.forms.steps import FORMS, OpeningForm, Situation, StepForm
from putright.web.forms.steps.step_form import read_to
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
        return self.form.heading

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
        """What stands now, wherever someone works on it."""
        return [alert for alert in alerts(self.form.at) if not alert.is_settled]

    @property
    def questions(self) -> list[Question]:
        """The fields in order."""
        return [question(self.form[name], is_checked=not self.is_again) for name in self.form.fields]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used, and what the action refused, each leading to its field."""
        return [] if self.is_again else problems(self.form)

    @property
    def meant(self) -> list[Happening]:
        """The entry that the step is about, in words; empty where it is about none."""
        return _told(self.form.at, [self.form.meant] if self.form.meant else [])

    @property
    def since(self) -> list[Happening]:
        """What others did since the form was opened; empty when nobody did anything."""
        return _since(self.form.at, self.form.read_to)

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
    """A step that may not be taken now: why, and by which rule; `given` is what was sent, None if nothing was."""

    at: Situation
    given: QueryDict | None = None

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

    @property
    def since(self) -> list[Happening]:
        """What others did since the form was opened, which may be why."""
        return _since(self.at, read_to(self.given, self.at)) if self.given else []

    @property
    def typed(self) -> list[str]:
        """The words that were typed, so that they are not lost."""
        return [value for value in (self.given or {}).values() if " " in value.strip()]


def _since(at: Situation, position: int) -> list[Happening]:
    return _told(at, [entry for entry in at.entries if entry.position > position])


def _told(at: Situation, entries: list[Entry]) -> list[Happening]:
    telling = Telling(at.council, at.book, at.state.procedure)
    return timeline(entries, at.words, telling, may_see_words=at.actor.may("see_words"))
