"""Receipt: that a representation came, what was taken down, where from, and what of it was wrong."""

from __future__ import annotations

from dataclasses import dataclass

from putright.record.events.blank import NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Received:
    """A representation reached the council, in whatever way, and this is what was taken down."""

    reference: str
    type: str
    method: str = NOT_RECORDED
    received_from: str = NOT_RECORDED
    nature: str = NOT_RECORDED
    service: str = NOT_RECORDED
    district: str = NOT_RECORDED
    outcome_sought: str = NOT_RECORDED
    gender: str = NOT_RECORDED
    age_band: str = NOT_RECORDED
    ethnicity: str = NOT_RECORDED
    disability: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Imported:
    """The next `entries` entries were taken from a row of an older system's export.

    `line` is the physical line of `source` on which the row starts; `row_digest` tells a changed row from the same one.
    """

    source: str
    line: int
    row_digest: str
    entries: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The complainant was told that it had arrived."""


@dataclass(frozen=True, slots=True)
class ConcernRaised:
    """One thing the representation is about, with a number of its own; a finding is given for each."""

    concern: int
    nature: str
    service: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class ConcernDropped:
    """A concern is no longer pursued, or belongs elsewhere."""

    concern: int
    why: str


@dataclass(frozen=True, slots=True)
class Converted:
    """Its type changed: a case concern became a complaint, or the other way about. Nothing before it is lost."""

    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value taken down on receipt was wrong: the field, what it said, what it should say.

    `field` is one of :class:`Received`, or ``received_on`` with days written ``yyyy-mm-dd``.
    """

    field: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Voided:
    """An earlier entry does not count: undo, or a row changed in the older system. Nothing is erased."""

    position: int
    why: str
