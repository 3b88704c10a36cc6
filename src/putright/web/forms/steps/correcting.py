"""Correcting: a value taken down wrongly, and an entry that should not count."""

from __future__ import annotations

from typing import Any

from django import forms

from putright.casework.actions.correct import correct
from putright.casework.actions.void import void
from putright.record.events import Entry, Imported, Received, Voided
from putright.record.replay import standing_entries
from putright.rules import in_words
from putright.web.forms.steps.fields import Day, Pick, Text
from putright.web.forms.steps.step_form import OpeningForm, StepForm

VALUES = (
    "type", "received_from", "method", "nature", "service", "district", "outcome_sought", "gender", "age_band",
    "ethnicity", "disability",
)  # fmt: skip
RECEIVED_ON = "received_on"


class WhichValue(OpeningForm):
    """Which of the values taken down was wrong."""

    lead = "Nothing is lost: the log keeps what it said before, what it says now, and why."

    def ask(self) -> None:
        """The values by the council's titles."""
        titles = [(RECEIVED_ON, "The day it was received")]
        titles += [(name, self.at.council.vocabulary(name).title) for name in VALUES]
        self.fields["field"] = Pick("What was taken down wrongly?", titles, kind="radios")


class Correct(StepForm):
    """A value taken down on receipt should have read otherwise."""

    verb, action, opening = "correct", correct, WhichValue
    title, button = "Correct something taken down wrongly", "Correct it"
    when, done = "When was the mistake seen?", "It is corrected. The log keeps what it said before."

    def ask(self) -> None:
        """The right value, and why."""
        self.fields["now"] = self._right_value()
        self.fields["why"] = Text("Why was it wrong?")

    @property
    def field(self) -> str:
        """The value to be corrected."""
        return str(self.at.query.get("field", ""))

    @property
    def notes(self) -> list[str]:
        """What it says."""
        state = self.at.state
        if self.field == RECEIVED_ON:
            return [f"It says: received on {in_words(state.received_on)}."]
        label = self.at.council.vocabulary(self.field).label(getattr(state.received, self.field))
        return [f"It says: {label}."]

    def _right_value(self) -> forms.Field:
        if self.field == RECEIVED_ON:
            day = Day("On which day was it received?")
            day.latest = self.at.today
            return day
        vocabulary = self.at.council.vocabulary(self.field)
        was = getattr(self.at.state.received, self.field)
        return Pick(f"What should it say? ({vocabulary.title})", [t for t in self.at.terms(self.field) if t[0] != was])

    def values(self) -> dict[str, Any]:
        """The value as the log has it; a day as yyyy-mm-dd."""
        now = self.cleaned_data["now"]
        now = now.isoformat() if self.field == RECEIVED_ON else now
        return self.cleaned_data | {"field": self.field, "now": now}


class TakeBack(StepForm):
    """An entry does not count any more; it stays in the log, struck out."""

    verb, action = "void", void
    title, button = "Take back an entry", "Take it back"
    when, done = (
        "When was the mistake seen?",
        "The entry is taken back. It stays in the log, struck out, with the reason.",
    )

    def ask(self) -> None:
        """Why; which is in the address of the page."""
        self.fields["why"] = Text("Why should it not count?")

    @property
    def notes(self) -> list[str]:
        """Where to begin, for who came here without an entry."""
        return [] if self.meant else ["Choose “Take back” beside the entry in the log."]

    @property
    def meant(self) -> Entry | None:
        """The entry meant, None where there is none that may be taken back."""
        asked = self.at.query.get("entry", "")
        return next((each for each in takeable(self.at.entries) if str(each.position) == asked), None)

    def clean(self) -> dict[str, Any]:
        """The entry has to stand."""
        given = super().clean() or {}
        if self.meant is None:
            self.add_error(None, "There is no such entry to take back. Choose “Take back” beside the entry in the log.")
        return given

    def values(self) -> dict[str, Any]:
        """The entry by its position."""
        assert self.meant is not None
        return self.cleaned_data | {"position": self.meant.position}


def takeable(entries: list[Entry]) -> list[Entry]:
    """The entries that may be taken back: those that count, but for the receipt and where it was imported from."""
    return [each for each in standing_entries(entries) if not isinstance(each.event, Received | Imported | Voided)]
