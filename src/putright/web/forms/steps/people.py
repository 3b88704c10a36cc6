"""The people: naming, consent, what they said of themselves, restrictions, safeguarding."""

from __future__ import annotations

from typing import Any

from putright.casework.actions.name_party import name_party
from putright.casework.actions.record_consent import record_consent
from putright.casework.actions.record_equality import record_equality
from putright.casework.actions.refer_for_safeguarding import refer_for_safeguarding
from putright.casework.actions.restrict_contact import restrict_contact
from putright.casework.actions.review_restriction import review_restriction
from putright.casework.actions.settle_safeguarding import settle_safeguarding
from putright.record.contact import Contact
from putright.record.events import NOT_RECORDED
from putright.record.parts import Party
from putright.web.forms.steps.fields import Day, Email, Line, Pick, Text, yes_or_no
from putright.web.forms.steps.lists import CONSENT, CONSENT_HOW, ENGAGED_BY, PARTY_ROLES, RESTRICTIONS, WAYS_OF_CONTACT
from putright.web.forms.steps.step_form import Situation, StepForm

ADVOCATE = "advocate"
NAMED_AS = ("role", "relation", "preferred_contact", "engaged_by")
CONTACT = ("name", "email", "telephone", "address", "postcode", "note")


def party_choice(at: Situation, label: str, parties: list[Party]) -> Pick:
    """Which of the people."""
    return Pick(label, [(str(party.number), at.party(party)) for party in parties], coerce=int)


class NameParty(StepForm):
    """A person is named, or named anew where the address of the page says which."""

    verb, action = "name_party", name_party
    title, button = "Name someone in it", "Save"
    when, done = "When was this known?", "The person’s details are saved."

    def ask(self) -> None:
        """Who they are, and how to reach them, filled with what is known."""
        relations = self.at.terms("received_from")
        self.fields["role"] = Pick("Who are they?", PARTY_ROLES.items())
        self.fields["engaged_by"] = Pick("If an advocate: who engaged them?", ENGAGED_BY.items(), required=False)
        self.fields["name"] = Line("Name", required=False)
        self.fields["relation"] = Pick("What are they to the person it is about?", relations, required=False)
        self.fields["email"] = Email("E-mail address")
        self.fields["telephone"] = Line("Telephone number", required=False, most=40)
        self.fields["address"] = Line("Address", required=False, most=200)
        self.fields["postcode"] = Line("Postcode", required=False, most=10)
        self.fields["preferred_contact"] = Pick("How do they want to be reached?", WAYS_OF_CONTACT.items())
        self.fields["note"] = Line(
            "Anything to know when writing or calling", hint="For example: large print, not after 5pm.", required=False
        )
        if self.named:
            known = self.at.contact(self.named)
            shown = {name: getattr(known, name) for name in CONTACT}
            shown |= {name: getattr(self.named, name) for name in NAMED_AS}
            self.initial = {**shown, **self.initial}

    @property
    def heading(self) -> str:
        """Another for someone who is named already."""
        return "Change someone’s details" if self.named else self.title

    @property
    def named(self) -> Party | None:
        """The person to be named anew, None for a new one."""
        asked = self.at.query.get("party", "")
        return next((party for party in self.at.state.parties if str(party.number) == asked), None)

    def clean(self) -> dict[str, Any]:
        """Somebody with no name and no way of being reached is nobody."""
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("name", "email", "telephone", "address")):
            self.add_error("name", "Enter the name, or one way to reach them")
        if given.get("engaged_by") and given.get("role") != ADVOCATE:
            self.add_error("engaged_by", "Say who engaged them only of an advocate")
        return given

    def values(self) -> dict[str, Any]:
        """The contact as one value."""
        given = self.cleaned_data
        return {
            "on": given["on"],
            "role": given["role"],
            "relation": given["relation"] or NOT_RECORDED,
            "preferred_contact": given["preferred_contact"],
            "engaged_by": given["engaged_by"] or NOT_RECORDED,
            "contact": Contact(**{name: given[name] for name in CONTACT}),
            "party": self.named.number if self.named else 0,
        }


class RecordConsent(StepForm):
    """Whether someone may act for the person it is about."""

    verb, action = "record_consent", record_consent
    title, button = "Record consent", "Record the consent"
    when, done = "When was it given, refused or asked for?", "The consent is recorded."

    def ask(self) -> None:
        """Whose, which and how."""
        self.fields["party"] = party_choice(self.at, "Who acts for the person it is about?", self.at.state.parties)
        self.fields["consent"] = Pick("How does it stand?", CONSENT.items())
        self.fields["how"] = Pick("How was it given, or why is it not needed?", CONSENT_HOW.items(), required=False)

    def values(self) -> dict[str, Any]:
        """The way, not recorded where none was chosen."""
        return self.cleaned_data | {"how": self.cleaned_data["how"] or NOT_RECORDED}


class RecordEquality(StepForm):
    """What someone said of themselves."""

    verb, action = "record_equality", record_equality
    title, button = "Record what someone said of themselves", "Save"
    when, done = "When did they say so?", "What they said of themselves is saved."

    def ask(self) -> None:
        """The council's terms for each; all may be left out."""
        self.fields["party"] = party_choice(self.at, "Who said so?", self.at.state.parties)
        for name in ("gender", "age_band", "ethnicity", "disability"):
            vocabulary = self.at.council.vocabulary(name)
            self.fields[name] = Pick(vocabulary.title, self.at.terms(name), required=False, empty=NOT_RECORDED)

    @property
    def notes(self) -> list[str]:
        """Nobody has to answer."""
        return ["Nobody has to answer these. It changes nothing in how the complaint is handled."]


class RestrictContact(StepForm):
    """Contact with someone is restricted, after due process, until it is reviewed."""

    verb, action = "restrict_contact", restrict_contact
    title, button = "Restrict contact with someone", "Restrict contact"
    when, done = "From which day?", "The restriction is recorded, and shown wherever the person appears."
    warning = "The person must be told of the restriction, the reason, how to appeal, and when it is reviewed."

    def ask(self) -> None:
        """With whom, how, who decided, and until when."""
        self.fields["party"] = party_choice(self.at, "With whom?", self.at.state.parties)
        self.fields["restriction"] = Pick("What is restricted?", RESTRICTIONS.items())
        self.fields["decided_by"] = Line("Which post decided it?")
        self.fields["review_on"] = review_day(self.at, "When is it reviewed?")
        self.fields["why"] = Text("Why, and what was tried before?")


class ReviewRestriction(StepForm):
    """A restriction is looked at again."""

    verb, action = "review_restriction", review_restriction
    title, button = "Review a restriction", "Record the review"
    when, done = "When was it reviewed?", "The review is recorded."

    def ask(self) -> None:
        """Whose, whether it ends, and when it is looked at again."""
        restricted = [party for party in self.at.state.parties if party.restriction]
        self.fields["party"] = party_choice(self.at, "Whose restriction?", restricted)
        self.fields["ends"] = yes_or_no("Does it end?", yes="Yes, contact is free again", no="No, it stands")
        self.fields["review_on"] = review_day(self.at, "If it stands, when is it reviewed next?", required=False)
        self.fields["why"] = Text("Why?", required=False)

    def clean(self) -> dict[str, Any]:
        """A restriction that stands needs its next review."""
        given = super().clean() or {}
        if given.get("ends") is False and not given.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Enter the day on which the restriction is reviewed next")
        return given


class ReferForSafeguarding(StepForm):
    """A safeguarding matter is passed on at once."""

    verb, action = "refer_for_safeguarding", refer_for_safeguarding
    title, button = "Refer a safeguarding matter", "Record the referral"
    when, done = "When were they told?", "The safeguarding referral is recorded. Answering waits until it is settled."
    to = Line("Who was told?", hint="The team or post, for example: Multi-agency safeguarding hub")
    why = Text("What was said that needs safeguarding?", required=False)

    @property
    def notes(self) -> list[str]:
        """Tell them first."""
        return ["Tell them first, then record it. If someone is in danger now, call 999."]


class SettleSafeguarding(StepForm):
    """What was referred is dealt with."""

    verb, action = "settle_safeguarding", settle_safeguarding
    title, button = "Record that safeguarding is settled", "Record it"
    when, done = "When was it settled?", "Safeguarding is settled. What remains goes on."
    how = Text("How was it settled, and what remains to be handled here?", required=False)


def review_day(at: Situation, label: str, *, required: bool = True) -> Day:
    """A day to come."""
    day = Day(label, required=required)
    day.earliest = at.today
    return day
