"""Taking down a representation: what is asked, in the order in which a caller tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.casework.people import Known
from putright.facts.derive import REFUSED
from putright.intake.receiving import COMPLAINANT, PERSON_CONCERNED, About, Equality, Person, TakenDown
from putright.record.contact import Contact
from putright.record.events import NOT_RECORDED
from putright.web.forms.filters import DAY_FORMATS
from putright.web.forms.steps.lists import CONSENT, CONSENT_HOW, PARTY_ROLES, WAYS_OF_CONTACT

MOST_CONCERNS = 5
EQUALITY = tuple(each.name for each in fields(Equality))
SPEAKERS = ("advocate", "representative")
NOT_ASKED = "not_asked"
BLANK = "Not recorded"
CONTACT = {
    "name": ("Full name", 120),
    "telephone": ("Telephone", 40),
    "email": ("E-mail address", 200),
    "address": ("Address", 300),
    "postcode": ("Postcode", 12),
    "note": ("Date of birth, or what else tells who it is", 300),
}
"""The ways of contact with their words and the most characters of each."""
WRONG_EMAIL = "Enter an e-mail address in the right form, like name@example.org"
UNASKED = Equality(*[NOT_ASKED] * len(EQUALITY))


class Choice(forms.ChoiceField):
    """One of a list; none where `none` says what none means."""

    def __init__(self, title: str, choices: Iterable[tuple[str, str]], *, none: str = "", usual: str = "") -> None:
        choices = list(choices)
        wrong = f"{title}: choose from the list"
        super().__init__(
            choices=[("", none), *choices] if none else choices,
            required=False,
            initial=usual if usual in dict(choices) else "",
            error_messages={"invalid_choice": wrong},
        )


class ReceivingForm(forms.Form):
    """Everything that may be taken down at once; only the words, the type and the day must be.

    Sent with it as `checked` are the references that whoever types was shown before they said it is new, and as
    `linked` those of them that it is to be linked to.
    """

    def __init__(self, council: Authority, today: date, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.council, self.today = council, today
        self._add_what_it_is()
        self._add_people()
        self._add_what_it_is_about()

    def _add_what_it_is(self) -> None:
        self._add_term("type", usual="complaint")
        self._add_term("method", none=BLANK, usual="telephone")
        self.fields["received_on"] = forms.DateField(
            input_formats=DAY_FORMATS,
            initial=f"{self.today.day}/{self.today.month}/{self.today.year}",
            error_messages={
                "required": "Enter the day on which it was received",
                "invalid": "The day on which it was received must be a real date, like 6/4/2018",
            },
        )
        self.fields["words"] = forms.CharField(
            max_length=20_000,
            error_messages={
                "required": "Enter what they say, in their own words",
                "max_length": "What they say must have 20,000 characters or fewer",
            },
        )

    def _add_people(self) -> None:
        self._add_contact("", "name", "telephone", "email", "address", "postcode")
        self._add_term("received_from", none=BLANK)
        ways = Choice("How they want to be reached", WAYS_OF_CONTACT.items(), none=BLANK)
        self.fields["preferred_contact"] = ways
        self._add_contact("person_", "name", "note")
        roles = [(role, PARTY_ROLES[role]) for role in SPEAKERS]
        self.fields["speaker_role"] = Choice("Who speaks for them", roles, usual=SPEAKERS[0])
        self._add_contact("speaker_", "name", "telephone", "email")
        self.fields["consent"] = Choice("Consent", CONSENT.items(), none=BLANK)
        self.fields["consent_how"] = Choice("How consent was given", CONSENT_HOW.items(), none=BLANK)
        for prefix in ("", "person_"):
            for name in EQUALITY:
                self._add_term(name, prefix + name, usual=NOT_ASKED)

    def _add_what_it_is_about(self) -> None:
        for number in range(1, MOST_CONCERNS + 1):
            self._add_term("nature", f"nature_{number}", none=BLANK)
            self._add_term("service", f"service_{number}", none=BLANK)
        self._add_term("district", none=BLANK)
        self._add_term("outcome_sought", none=BLANK)

    def _add_term(self, vocabulary: str, name: str = "", *, none: str = "", usual: str = "") -> None:
        of = self.council.vocabulary(vocabulary)
        terms = [(term.code, term.label) for term in of.offered(self.today) if term.code != REFUSED]
        self.fields[name or vocabulary] = Choice(of.title, terms, none=none, usual=usual)

    def _add_contact(self, prefix: str, *names: str) -> None:
        for name in names:
            what, most = CONTACT[name]
            too_long = {"max_length": f"{what} must have {most} characters or fewer"}
            field = forms.EmailField if name == "email" else forms.CharField
            self.fields[prefix + name] = field(
                required=False, max_length=most, error_messages=too_long | {"invalid": WRONG_EMAIL}
            )

    def clean_received_on(self) -> date:
        """A day up to today."""
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError("The day on which it was received must not be after today")
        return day

    def clean(self) -> dict[str, Any]:
        """A type must be chosen, and consent is somebody's and says how only if it was given."""
        given = super().clean() or {}
        if not given.get("type") and "type" not in self.errors:
            self.add_error("type", "Choose what it is")
        if given.get("consent") and not any(given.get(f"{prefix}name") for prefix in ("person_", "speaker_")):
            self.add_error("consent", "Name the person concerned, or whoever speaks for them, to record consent")
        if given.get("consent_how") and given.get("consent") != "given":
            self.add_error("consent_how", "Say how consent was given only if it was given")
        return given

    def taken(self) -> TakenDown:
        """What was taken down. Only for a form that is valid."""
        given = self.cleaned_data
        return TakenDown(
            type=given["type"],
            received_on=given["received_on"],
            words=given["words"].replace("\r\n", "\n").strip(),
            people=tuple(self._people()),
            method=self._term("method"),
            concerns=self._concerns(),
            district=self._term("district"),
            outcome_sought=self._term("outcome_sought"),
            consent=self._term("consent"),
            consent_how=self._term("consent_how"),
        )

    def is_new_beside(self, known: Known) -> bool:
        """Nothing is known of the people in it, or all that is was shown before it was said to be new."""
        return set(known.references) <= set(self._given("checked"))

    def linked_to(self, known: Known) -> tuple[str, ...]:
        """References of those that were shown and chosen to be linked to this one."""
        chosen = self._given("linked")
        return tuple(match.reference for match in known.matches if match.reference in chosen)

    def _given(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def _people(self) -> Iterator[Person]:
        preferred = self._term("preferred_contact")
        yield Person(COMPLAINANT, self._contact(""), self._term("received_from"), preferred, self._equality(""))
        concerned = Person(PERSON_CONCERNED, self._contact("person_"), equality=self._equality("person_"))
        if concerned.contact != Contact() or concerned.equality not in (Equality(), UNASKED):
            yield concerned
        speaker = Person(self.cleaned_data["speaker_role"] or SPEAKERS[0], self._contact("speaker_"))
        if speaker.contact != Contact():
            yield speaker

    def _contact(self, prefix: str) -> Contact:
        return Contact(**{name: self.cleaned_data.get(prefix + name, "") for name in CONTACT})

    def _equality(self, prefix: str) -> Equality:
        return Equality(**{name: self._term(prefix + name) for name in EQUALITY})

    def _concerns(self) -> tuple[About, ...]:
        numbers = range(1, MOST_CONCERNS + 1)
        concerns = [About(self._term(f"nature_{n}"), self._term(f"service_{n}")) for n in numbers]
        return tuple(about for about in concerns if about != About())

    def _term(self, name: str) -> str:
        return self.cleaned_data[name] or NOT_RECORDED
