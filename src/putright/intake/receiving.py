"""What staff take down of a representation, as the events it becomes. Every way in that a person types comes here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.casework.people import Coming
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.record.events import (
    NOT_RECORDED,
    ConcernRaised,
    ConsentRecorded,
    EqualityRecorded,
    Linked,
    PartyNamed,
    Received,
)

COMPLAINANT, PERSON_CONCERNED = "complainant", "person_concerned"


@dataclass(frozen=True)
class Equality:
    """What someone said of themselves, in terms of the council's vocabularies of these names."""

    gender: str = NOT_RECORDED
    age_band: str = NOT_RECORDED
    ethnicity: str = NOT_RECORDED
    disability: str = NOT_RECORDED


@dataclass(frozen=True)
class Person:
    """Someone in a representation: `role` is a term of ``party``, `relation` what they are to the person concerned."""

    role: str
    contact: Contact
    relation: str = NOT_RECORDED
    preferred_contact: str = NOT_RECORDED
    equality: Equality = Equality()


@dataclass(frozen=True)
class About:
    """One concern: what it is about, and the service or team."""

    nature: str = NOT_RECORDED
    service: str = NOT_RECORDED


@dataclass(frozen=True)
class TakenDown:
    """One representation as it was taken down; values of vocabularies are term codes.

    `people` begins with the complainant, named or not. `consent` is that of the person concerned to whoever acts: the
    advocate or representative, else the complainant. `linked` are references of representations of the same person.
    """

    type: str
    received_on: date
    words: str
    people: tuple[Person, ...]
    method: str = NOT_RECORDED
    concerns: tuple[About, ...] = ()
    district: str = NOT_RECORDED
    outcome_sought: str = NOT_RECORDED
    consent: str = NOT_RECORDED
    consent_how: str = NOT_RECORDED
    linked: tuple[str, ...] = field(default=())

    @property
    def contacts(self) -> list[Contact]:
        """Everybody's names and ways of contact."""
        return [person.contact for person in self.people]

    @property
    def coming(self) -> Coming:
        """What tells a duplicate of it."""
        return Coming(tuple(about.service for about in self.concerns), self.words, self.received_on)


def record(actor: Actor, taken: TakenDown, *, today: date, now: datetime) -> int:
    """Take it down under the council's next reference; returns the representation's number.

    Raises NoPermission for an actor who may not receive, NotPermitted for a day that has not come yet.
    """
    more = [Dated(event, taken.received_on, words) for event, words in _more(taken)]
    return receive(
        actor, received_of(taken), on=taken.received_on, summary=taken.words, today=today, now=now, more=more
    )


def received_of(taken: TakenDown) -> Received:
    """The receipt, without a reference yet; it is about what its first concern is about."""
    first = taken.concerns[0] if taken.concerns else About()
    return Received(
        reference="",
        type=taken.type,
        method=taken.method,
        received_from=taken.people[0].relation,
        nature=first.nature,
        service=first.service,
        district=taken.district,
        outcome_sought=taken.outcome_sought,
    )


def _more(
    taken: TakenDown,
) -> Iterator[tuple[PartyNamed | ConsentRecorded | EqualityRecorded | ConcernRaised | Linked, str]]:
    for number, person in enumerate(taken.people, 1):
        named = PartyNamed(number, person.role, person.relation, person.preferred_contact)
        yield named, person.contact.as_words()
        if person.equality != Equality():
            said = person.equality
            yield EqualityRecorded(number, said.gender, said.age_band, said.ethnicity, said.disability), ""
    if taken.consent != NOT_RECORDED:
        yield ConsentRecorded(_who_acts(taken), taken.consent, taken.consent_how), ""
    for number, about in enumerate(taken.concerns, 1):
        yield ConcernRaised(number, about.nature, about.service), ""
    for reference in taken.linked:
        yield Linked(reference, "same_person"), ""


def _who_acts(taken: TakenDown) -> int:
    acting = [n for n, person in enumerate(taken.people, 1) if person.role not in (COMPLAINANT, PERSON_CONCERNED)]
    return acting[0] if acting else 1
