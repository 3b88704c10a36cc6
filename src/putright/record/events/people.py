"""People: who is concerned in a representation, what they consented to, and what is restricted or passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.record.events.blank import NOT_RECORDED


@dataclass(frozen=True, slots=True)
class PartyNamed:
    """A person in the representation; name and ways of contact are the personal words beside the entry.

    `role`: complainant, person_concerned, representative, advocate or another the council names. `relation` is the
    party's relation to the person concerned. `preferred_contact` is how they want to be reached. `engaged_by` says who
    engaged an advocate: service_user, carer, council or another.
    """

    party: int
    role: str
    relation: str = NOT_RECORDED
    preferred_contact: str = NOT_RECORDED
    engaged_by: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class ConsentRecorded:
    """Whether the person concerned consents to this party acting: given, not_given, not_needed or awaited."""

    party: int
    consent: str
    how: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class EqualityRecorded:
    """What a party said of themselves; not asked, not stated and prefer not to say are terms of their own."""

    party: int
    gender: str = NOT_RECORDED
    age_band: str = NOT_RECORDED
    ethnicity: str = NOT_RECORDED
    disability: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class ContactRestricted:
    """Contact with a party is restricted after due process, until it is reviewed."""

    party: int
    restriction: str
    decided_by: str
    review_on: date


@dataclass(frozen=True, slots=True)
class RestrictionReviewed:
    """A restriction was reviewed: it ends, or stands until the next review."""

    party: int
    ends: bool
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferredForSafeguarding:
    """A safeguarding matter in it was passed on at once; the rest waits."""

    to: str


@dataclass(frozen=True, slots=True)
class SafeguardingSettled:
    """What was referred for safeguarding is dealt with; what remains of the representation goes on."""
