"""Who is in a representation and what it is about: people, concerns, appointments, and other representations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from putright.casework.people import Known
from putright.record.parts import Appointment, Concern, Party
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.people import KnownPeople
from putright.web.presenters.representation_part import Drawing, Item, Part
from putright.web.presenters.words import long_date

FINDING_TAGS = {
    "upheld": "govuk-tag--red",
    "partially_upheld": "govuk-tag--orange",
    "not_upheld": "govuk-tag--green",
    "no_finding": "govuk-tag--grey",
}
CONSENT_TAGS = {"given": "govuk-tag--green", "not_given": "govuk-tag--red", "awaited": "govuk-tag--yellow"}


@dataclass(frozen=True)
class Involved(Drawing):
    """The sections of who is in it.

    `linked` are the pages of linked representations by reference, `known` what others know of its people.
    """

    linked: Mapping[str, int]
    known: Known

    def parts(self) -> list[Part]:
        """People, concerns, appointments, links."""
        state = self.seen.state
        concerns = map(self._concern, state.concerns)
        return [
            self.part("People", "people", map(self._person, state.parties), "Nobody is named yet.", "name_party"),
            self.part("Concerns", "concerns", concerns, "None is written down by itself.", "raise_concern"),
            self.part("Appointments", "appointments", map(self._appointment, state.appointments), "", "appoint"),
            self.part("Linked representations", "links", self._links(), "", "link"),
            self.part("From the same person", "same-person", self._earlier(), ""),
        ]

    def _person(self, party: Party) -> Item:
        contact, about = self.seen.contact(party), self.seen.party(party)
        relation = self.label("received_from", party.relation)
        reached = "" if party.preferred_contact in ("not_recorded", "") else (
            f"Wants to be reached: {word(lists.WAYS_OF_CONTACT, party.preferred_contact).lower()}"
        )  # fmt: skip
        address = ", ".join(part for part in (contact.address, contact.postcode) if part)
        role = word(lists.PARTY_ROLES, party.role)
        engaged = "" if party.engaged_by == "not_recorded" else (
            f"Engaged by: {word(lists.ENGAGED_BY, party.engaged_by).lower()}"
        )  # fmt: skip
        facts = [role if contact.name else "", engaged, relation, contact.email, contact.telephone, address, reached]
        review = party.restriction_review_on
        return Item(
            title=contact.name or role,
            facts=[fact for fact in facts if fact],
            words=contact.note,
            tag=self._consent(party),
            warning=(
                f"Contact is restricted: {word(lists.RESTRICTIONS, party.restriction).lower()}."
                + (f" To be reviewed on {long_date(review)}." if review else "")
                if party.restriction
                else ""
            ),
            ways=[
                *self.way("name_party", "Change details", about, party=party.number),
                *self.way("record_consent", "Record consent", about, party=party.number),
                *(
                    self.way("review_restriction", "Review the restriction", about, party=party.number)
                    if party.restriction
                    else []
                ),
            ],
        )

    def _consent(self, party: Party) -> tuple[str, str] | None:
        if party.consent == "not_recorded":
            return None
        return word(lists.CONSENT, party.consent), CONSENT_TAGS.get(party.consent, "govuk-tag--grey")

    def _concern(self, concern: Concern) -> Item:
        tag = (word(lists.FINDINGS, concern.finding), FINDING_TAGS.get(concern.finding, "govuk-tag--grey"))
        if concern.finding == "not_recorded":
            tag = ("No finding yet", "govuk-tag--grey")
        return Item(
            title=f"{concern.number}. {self.seen.about(concern)}",
            tag=("Dropped", "govuk-tag--grey") if concern.dropped else tag,
            ways=[]
            if concern.dropped
            else self.way("drop_concern", "Drop it", f"concern {concern.number}", concern=concern.number),
        )

    def _appointment(self, appointment: Appointment) -> Item:
        until = f"Signs in until {long_date(appointment.until)}" if appointment.account and appointment.until else ""
        facts = [
            self.seen.spoken(appointment.stage),
            f"Since {long_date(appointment.appointed_on)}",
            "" if appointment.comes_from == "not_recorded" else word(lists.COMES_FROM, appointment.comes_from),
            until,
            f"Ended on {long_date(appointment.ended_on)}" if appointment.ended_on else "",
        ]
        name, post = self.seen.words.get(appointment.words, ""), word({}, appointment.post)
        ways = self.way("end_appointment", "End the appointment", f"of {post}", appointment=appointment.number)
        return Item(
            f"{post}: {name}" if name else post,
            [fact for fact in facts if fact],
            ways=[] if appointment.ended_on else ways,
        )

    def _earlier(self) -> list[Item]:
        lines = KnownPeople(self.known, self.seen.council).matches
        return [
            Item(line.reference, [line.why, line.what, f"Received {line.received}", line.status], href=line.href)
            for line in lines
        ]

    def _links(self) -> list[Item]:
        return [
            Item(
                link.reference,
                [word(lists.KNOWN_LINKS, link.how)],
                href=reverse("representation", args=[self.linked[link.reference]])
                if link.reference in self.linked
                else "",
            )
            for link in self.seen.state.links
        ]
