"""What belongs to a representation: people, concerns, remedies, learning, actions, appointments, links, costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from putright.record import events as e
from putright.record.parts import Action, Appointment, Concern, Learning, Party, Remedy
from putright.record.replay import standing_entries
from putright.record.steps import Step
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.steps import step_href, verb_words
from putright.web.presenters.words import long_date, pounds

FINDING_TAGS = {
    "upheld": "govuk-tag--red",
    "partially_upheld": "govuk-tag--orange",
    "not_upheld": "govuk-tag--green",
    "no_finding": "govuk-tag--grey",
}
CONSENT_TAGS = {"given": "govuk-tag--green", "not_given": "govuk-tag--red", "awaited": "govuk-tag--yellow"}
OPEN, DONE, OVERDUE = ("Owed", "govuk-tag--blue"), ("Done", "govuk-tag--green"), ("Overdue", "govuk-tag--red")


@dataclass(frozen=True)
class Way:
    """A step that leads on from here; `about` says what it is about to those who do not see where it stands."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True)
class Item:
    """One person, concern, remedy …: `facts` are short lines, `words` what was said, `tag` how it stands."""

    title: str
    facts: list[str] = field(default_factory=list)
    words: str = ""
    tag: tuple[str, str] | None = None
    warning: str = ""
    href: str = ""
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """One section of the page; `empty` is said where it holds nothing."""

    title: str
    anchor: str
    items: list[Item]
    empty: str = ""
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Parts:
    """The sections. `steps` are the permitted steps by verb; `linked` are the pages of linked ones by reference."""

    seen: Seen
    steps: Mapping[str, Step]
    linked: Mapping[str, int]

    def all(self) -> list[Part]:
        """Those that hold something, and people and concerns always."""
        state = self.seen.state
        parts = [
            self._part("People", "people", map(self._person, state.parties), "Nobody is named yet.", "name_party"),
            self._part("Concerns", "concerns", map(self._concern, state.concerns), "None is written down by itself.",
                       "raise_concern"),
            self._part("Appointments", "appointments", map(self._appointment, state.appointments), "", "appoint"),
            self._part("Remedies", "remedies", map(self._remedy, state.remedies), "", "agree_remedy"),
            self._part("Learning and actions", "learning", self._learnt(), "", "record_learning", "agree_action"),
            self._part("Costs", "costs", self._costs(), "", "incur_cost"),
            self._part("Linked representations", "links", self._links(), "", "link"),
        ]  # fmt: skip
        return [part for part in parts if part.items or part.empty]

    def _part(self, title: str, anchor: str, items: Iterable[Item], empty: str, *verbs: str) -> Part:
        ways = [way for verb in verbs for way in self._way(verb, verb_words(verb))]
        return Part(title, anchor, list(items), empty, ways)

    def _way(self, verb: str, text: str, about: str = "", **query: object) -> list[Way]:
        step = self.steps.get(verb)
        href = step_href(step, self.seen.actor, self.seen.number, **query) if step else ""
        return [Way(text, href, about)] if href else []

    def _person(self, party: Party) -> Item:
        contact, about = self.seen.contact(party), self.seen.party(party)
        relation = "" if party.relation in ("not_recorded", "") else self._label("received_from", party.relation)
        reached = "" if party.preferred_contact in ("not_recorded", "") else (
            f"Wants to be reached: {word(lists.WAYS_OF_CONTACT, party.preferred_contact).lower()}"
        )  # fmt: skip
        address = ", ".join(part for part in (contact.address, contact.postcode) if part)
        role = word(lists.PARTY_ROLES, party.role)
        facts = [role if contact.name else "", relation, contact.email, contact.telephone, address, reached]
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
                *self._way("name_party", "Change details", about, party=party.number),
                *self._way("record_consent", "Record consent", about, party=party.number),
                *(
                    self._way("review_restriction", "Review the restriction", about, party=party.number)
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
            else self._way("drop_concern", "Drop it", f"concern {concern.number}", concern=concern.number),
        )

    def _appointment(self, appointment: Appointment) -> Item:
        until = f"Signs in until {long_date(appointment.until)}" if appointment.account and appointment.until else ""
        facts = [
            self.seen.spoken(appointment.stage),
            f"Since {long_date(appointment.appointed_on)}",
            until,
            f"Ended on {long_date(appointment.ended_on)}" if appointment.ended_on else "",
        ]
        name, post = self.seen.words.get(appointment.words, ""), word({}, appointment.post)
        ways = self._way("end_appointment", "End the appointment", f"of {post}", appointment=appointment.number)
        return Item(
            f"{post}: {name}" if name else post,
            [fact for fact in facts if fact],
            ways=[] if appointment.ended_on else ways,
        )

    def _remedy(self, remedy: Remedy) -> Item:
        facts = [
            pounds(remedy.pence) if remedy.pence >= 0 else "",
            f"Paid by {remedy.payer}" if remedy.payer else "",
            f"Approved by {remedy.approved_by}" if remedy.approved_by else "",
            *self._course(remedy.due_on, remedy.done_on),
            f"Shown by: {remedy.evidence}" if remedy.evidence else "",
        ]
        return Item(
            title=self.seen.remedy(remedy.kind),
            facts=[fact for fact in facts if fact],
            words=self._said(e.RemedyAgreed, "remedy", remedy.number),
            tag=self._standing(remedy.due_on, remedy.done_on),
            ways=[]
            if remedy.done_on
            else self._way(
                "complete_remedy", "Record that it is done", f"remedy {remedy.number}", remedy=remedy.number
            ),
        )

    def _learnt(self) -> list[Item]:
        state = self.seen.state
        items = [*map(self._learning, state.learning), *map(self._action, state.actions)]
        if not items and state.learning_asked_on:
            return [Item("Nothing to learn from it", [f"Asked on {long_date(state.learning_asked_on)}"])]
        return items

    def _learning(self, learning: Learning) -> Item:
        service = "" if learning.service in ("not_recorded", "") else self._label("service", learning.service)
        facts = [fact for fact in (service, long_date(learning.recorded_on)) if fact]
        about = f"from learning {learning.number}"
        return Item(
            title=f"Learnt: {word(lists.THEMES, learning.theme).lower()}",
            facts=facts,
            words=self.seen.words.get(learning.words, ""),
            ways=self._way("agree_action", "Agree an action", about, learning=learning.number, source="learning"),
        )

    def _action(self, action: Action) -> Item:
        about = f"action {action.number}"
        worked = "" if action.worked == "not_recorded" else f"Did it work? {word(lists.WORKED, action.worked)}"
        ways = self._way("complete_action", "Record that it is done", about, action=action.number)
        if action.completed_on:
            ways = self._way("check_action", "Record whether it worked", about, action=action.number)
        facts = [action.post, *self._course(action.due_on, action.completed_on), action.evidence, worked]
        return Item(
            title=f"Action {action.number}",
            facts=[fact for fact in facts if fact],
            words=self.seen.words.get(action.words, ""),
            tag=self._standing(action.due_on, action.completed_on),
            ways=[] if action.checked_on else ways,
        )

    def _costs(self) -> list[Item]:
        costs = self.seen.state.costs
        items = [
            Item(
                f"{word(lists.COSTS, cost.kind)}: {pounds(cost.pence)}",
                [
                    fact
                    for fact in (self.seen.spoken(cost.stage) if cost.stage else "", long_date(cost.incurred_on))
                    if fact
                ],
            )
            for cost in costs
        ]
        total = [Item(f"In all: {pounds(sum(cost.pence for cost in costs))}")] if len(costs) > 1 else []
        return items + total

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

    def _course(self, due: date | None, done: date | None) -> list[str]:
        if done:
            return [f"Done on {long_date(done)}"]
        return [f"Due on {long_date(due)}"] if due else []

    def _standing(self, due: date | None, done: date | None) -> tuple[str, str]:
        if done:
            return DONE
        return OVERDUE if due and due < self.seen.today else OPEN

    def _said(self, kind: type[Any], name: str, number: int) -> str:
        """The words beside the entry that made the part with this number."""
        for entry in standing_entries(self.seen.entries):
            if isinstance(entry.event, kind) and getattr(entry.event, name) == number:
                return self.seen.words.get(entry.words, "")
        return ""

    def _label(self, vocabulary: str, code: str) -> str:
        return self.seen.council.vocabulary(vocabulary).label(code)
