"""The page on which a representation is taken down: its fields in words, and what is shown before it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from putright.casework.people import Known
from putright.web.forms.receiving import CONTACT, EQUALITY, MOST_CONCERNS, ReceivingForm
from putright.web.presenters.people import KnownPeople
from putright.web.presenters.problems import error_of, problems_of

LABELS = {
    "type": "What it is",
    "method": "How it came",
    "received_on": "Date received",
    "words": "What they say, in their own words",
    "received_from": "Who they are to the person concerned",
    "preferred_contact": "How they want to be reached",
    "person_name": "Full name of the person concerned",
    "person_note": CONTACT["note"][0],
    "speaker_role": "Who speaks for them",
    "speaker_name": "Full name of whoever speaks for them",
    "speaker_telephone": "Their telephone",
    "speaker_email": "Their e-mail address",
    "consent": "Consent of the person concerned",
    "consent_how": "How consent was given",
    "nature_1": "What it is about",
    "service_1": "Service or team",
    "district": "Part of the area",
    "outcome_sought": "What they want to happen",
    "gender": "Gender",
    "age_band": "Age",
    "ethnicity": "Ethnicity",
    "disability": "Disability",
}
WIDTHS = {"received_on": "10", "telephone": "20", "postcode": "10", "speaker_telephone": "20"}
FOLDED = {
    "person": ("person_name", "person_note", *(f"person_{name}" for name in EQUALITY)),
    "speaker": ("speaker_name", "speaker_telephone", "speaker_email", "consent", "consent_how"),
    "concerns": tuple(f"{what}_{number}" for number in range(2, MOST_CONCERNS + 1) for what in ("nature", "service")),
    "equality": EQUALITY,
}
"""Parts of the page that are folded away until something in them was filled in, or could not be used."""


@dataclass(frozen=True)
class ReceivingPage:
    """The form; `known` is what is shown before it is recorded, None while there is nothing to show."""

    form: ReceivingForm
    known: Known | None
    may_link: bool

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def title(self) -> str:
        """What the page is for."""
        if not self.known:
            return "Record a representation"
        return "Is it one of these?" if self.known.matches else "Before it is recorded"

    @property
    def button(self) -> str:
        """What records it once everything known was shown."""
        return "It is new: record it" if self.known and self.known.matches else "Record it"

    @property
    def people(self) -> KnownPeople | None:
        """What is known of the people in it, to look at before it is recorded."""
        return KnownPeople(self.known, self.form.council) if self.known else None

    @property
    def checked(self) -> tuple[str, ...]:
        """The references that have been shown, for the form to hand back."""
        return self.known.references if self.known else ()

    @property
    def further_concerns(self) -> range:
        """The numbers of the concerns after the first."""
        return range(2, MOST_CONCERNS + 1)

    @property
    def equality(self) -> tuple[str, ...]:
        """The names of what people say of themselves."""
        return EQUALITY

    def is_open(self, part: str) -> bool:
        """Whether a folded part is to stand open: something in it was filled in or could not be used."""
        names = FOLDED[part]
        return any(self._value(name) != str(self.form.fields[name].initial or "") for name in names) or any(
            name in self.form.errors for name in names
        )

    def select(self, name: str) -> dict[str, Any]:
        """A choice, as the macro takes it."""
        choices = self.form.fields[name].choices  # type: ignore[attr-defined]
        items = [{"value": value, "text": text} for value, text in choices]
        return self._setting(name) | {"items": items}

    def line(self, name: str) -> dict[str, Any]:
        """A line of text, as the macro takes it."""
        width = f"govuk-input--width-{WIDTHS[name]}" if name in WIDTHS else ""
        kind = {"email": "email", "telephone": "tel"}.get(name.removeprefix("speaker_"), "text")
        return self._setting(name) | {"classes": width, "type": kind, "autocomplete": "off", "spellcheck": False}

    def text(self, name: str) -> dict[str, Any]:
        """Text of several lines, as the macro takes it."""
        return self._setting(name) | {"rows": 6, "spellcheck": True}

    def _setting(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "name": name,
            "label": {"text": _label(name), "classes": "govuk-label--s"},
            "value": self._value(name),
            "errorMessage": error_of(self.form, name),
        }

    def _value(self, name: str) -> str:
        value = self.form[name].value()
        return "" if value is None else str(value)


def _label(name: str) -> str:
    if name in LABELS:
        return LABELS[name]
    if name in CONTACT:
        return CONTACT[name][0]
    of_the_person = name.removeprefix("person_")
    if of_the_person in EQUALITY:
        return f"{LABELS[of_the_person]} of the person concerned"
    what, number = name.rsplit("_", 1)
    return f"Concern {number}: {LABELS[f'{what}_1'].lower()}"
