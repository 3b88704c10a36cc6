"""The last look before a letter goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import Form

from putright.correspondence.letters_filling import Subject
from putright.correspondence.letters_sending import PREFER_EMAIL, Way, acknowledges, ways
from putright.record.contact import contact_from
from putright.record.parts import Party
from putright.web.forms.steps.lists import PARTY_ROLES, RESTRICTIONS, word
from putright.web.presenters.letter import LetterPage, role_words
from putright.web.presenters.problems import problems_of
from putright.web.presenters.words import long_date


@dataclass(frozen=True)
class SendPage:
    """The last look before a letter goes."""

    letter: LetterPage

    @cached_property
    def ways(self) -> list[Way]:
        """How it may go."""
        return ways(self.letter.subject)

    @property
    def also(self) -> str:
        """What is recorded with it, empty for nothing."""
        letter = self.letter
        if acknowledges(letter.subject, letter.template, letter.papers.actor):
            return "With it the acknowledgement is recorded, as of today."
        return ""

    @property
    def field(self) -> dict[str, Any]:
        """How it goes, what is preferred chosen beforehand."""
        items = [
            {"value": way.key, "text": self.said(way), "hint": {"text": _address(way)}, "checked": number == 0}
            for number, way in enumerate(self.ways)
        ]
        return {
            "idPrefix": "way",
            "name": "way",
            "fieldset": {"legend": {"text": "How does it go?", "classes": "govuk-fieldset__legend--m"}},
            "items": items,
        }

    @property
    def warnings(self) -> list[str]:
        """What to know before it goes: restrictions on contact, and what e-mail cannot do here."""
        state, subject = self.letter.papers.state, self.letter.subject
        restricted = [
            f"Contact with {role_words(party.role)} is restricted: {word(RESTRICTIONS, party.restriction).lower()}."
            for party in state.parties
            if party.restriction
        ]
        by_email = {way.number for way in self.ways if way.channel == "e_mail"}
        wanting = [
            f"{word(PARTY_ROLES, party.role)} prefers e-mail, but {_why_not(subject, party)}."
            for party in state.parties
            if party.preferred_contact in PREFER_EMAIL and party.number not in by_email
        ]
        return [*restricted, *wanting]

    def said(self, way: Way) -> str:
        """A way in words."""
        name = way.contact.name or role_words(way.role)
        how = "By e-mail" if way.channel == "e_mail" else "By post"
        preferred = ", as preferred" if way.preferred and way.number else ""
        return f"{how}, to {name}{preferred}"

    def done(self, way: Way) -> str:
        """What is said afterwards."""
        if way.channel == "e_mail":
            return f"The letter went to {way.contact.email} and is kept as it went."
        return "The letter is recorded as sent and kept as it goes. Print it now and post it."

    def problems_of(self, form: Form) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(form)

    @property
    def dated(self) -> str:
        """The day it carries."""
        return long_date(self.letter.papers.today)


def _address(way: Way) -> str:
    if way.channel == "e_mail":
        return f"{way.contact.email}: the letter goes as a PDF, attached to an e-mail."
    lines = [line for line in (way.contact.address, way.contact.postcode) if line]
    if not lines:
        return "No address is on the record: write it yourself."
    return f"{', '.join(lines)}. You print it and post it."


def _why_not(subject: Subject, party: Party) -> str:
    """Why a letter cannot go by e-mail to who prefers it."""
    contact = contact_from(subject.words.get(party.words, ""))
    return "no mail server is set up here" if contact.email else "no address is on the record"
