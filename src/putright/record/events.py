"""What can happen to a representation, one frozen value for each.

An event says what happened and nothing else; when it happened, when it was recorded and by whom are on its
:class:`Entry`. Personal words (a summary, a reason given by a person) are never inside an event: the entry carries
their digest and the words are kept beside the log, so that they can be erased while the log stays whole.

Values of a vocabulary are its term codes (see ``putright.authorities``); a blank is ``not_recorded``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

NOT_RECORDED = "not_recorded"


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
class Assigned:
    """It was given to a post to handle."""

    handler: str


@dataclass(frozen=True, slots=True)
class Triaged:
    """It was decided under which procedure it is handled; ``not_applicable`` when under none."""

    procedure: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The council decided not to consider it; it is still counted."""

    reason: str


@dataclass(frozen=True, slots=True)
class EscalationRequested:
    """The complainant asked for this stage."""

    stage: str


@dataclass(frozen=True, slots=True)
class StageStarted:
    """The clock of a stage started on the day this happened."""

    stage: str


@dataclass(frozen=True, slots=True)
class StatementFinalised:
    """The written statement of an investigation was agreed (the second clock of the investigation stage)."""

    stage: str


@dataclass(frozen=True, slots=True)
class Extended:
    """The time limit of a running stage was extended to a new last day."""

    stage: str
    to: date
    reason: str = NOT_RECORDED
    agreed_by: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one concern: ``upheld``, ``partially_upheld``, ``not_upheld`` or ``no_finding``."""

    concern: int
    finding: str


@dataclass(frozen=True, slots=True)
class Responded:
    """The answer of a stage was sent."""

    stage: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeRecorded:
    """What came of it, in the council's own words for outcomes."""

    outcome: str


@dataclass(frozen=True, slots=True)
class MeetingOffered:
    """A meeting was offered to the complainant."""


@dataclass(frozen=True, slots=True)
class ReferredForSafeguarding:
    """A safeguarding matter in it was passed on at once; the rest waits."""

    to: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The complainant withdrew it."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closed representation is open again."""


@dataclass(frozen=True, slots=True)
class OmbudsmanReferred:
    """The Ombudsman referred a matter to the council."""

    ombudsman_reference: str
    referral_type: str


@dataclass(frozen=True, slots=True)
class OmbudsmanDecided:
    """What the Ombudsman decided, or says stands undecided; `remedy_pence` is -1 where no payment is recorded."""

    ombudsman_reference: str
    decision: str
    remedy_pence: int = -1
    dated: bool = True


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


Event = (
    Received
    | Imported
    | Acknowledged
    | Assigned
    | Triaged
    | Refused
    | EscalationRequested
    | StageStarted
    | StatementFinalised
    | Extended
    | Responded
    | OutcomeRecorded
    | MeetingOffered
    | ReferredForSafeguarding
    | Withdrawn
    | Closed
    | Reopened
    | OmbudsmanReferred
    | OmbudsmanDecided
    | Corrected
    | Voided
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: an event with the day it happened, the instant it was recorded, and the post that did.

    `position` counts from 1 within the representation. `words` is the digest of the personal words kept beside
    the entry, empty when there are none.
    """

    position: int
    happened_on: date
    recorded_at: datetime
    by: str
    event: Event
    words: str = ""
