"""The parts of a state: stages, people, concerns, papers, remedies, learning, and the Ombudsman's records.

Each is numbered as its events number it, from 1; a date is None until it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from putright.record.events import NOT_RECORDED, Finding


@dataclass(slots=True)
class StageState:
    """One stage. `paused` holds the days from which and until which its clock stood still; an open end is None.

    `lengthened` holds what was agreed of its other limits: the limit, the day of the agreement, the new last day.
    `answered_by` is the post that gave the answer, empty where that is not known.
    """

    name: str
    requested_on: date | None = None
    started_on: date | None = None
    statement_finalised_on: date | None = None
    plan_agreed_on: date | None = None
    respond_by: date | None = None
    extended_to: date | None = None
    extended_on: date | None = None
    extension_reason: str = NOT_RECORDED
    extension_agreed_by: str = NOT_RECORDED
    paused: list[tuple[date, date | None]] = field(default_factory=list)
    panel_met_on: date | None = None
    recommendations_received_on: date | None = None
    adjudicated_on: date | None = None
    signed_off_on: date | None = None
    signed_off_by: str = ""
    responded_on: date | None = None
    answered_by: str = ""
    findings: tuple[Finding, ...] = ()
    lengthened: list[tuple[str, date, date]] = field(default_factory=list)

    @property
    def is_running(self) -> bool:
        """Started and not answered."""
        return self.started_on is not None and self.responded_on is None

    @property
    def is_paused(self) -> bool:
        """Its clock stands still."""
        return bool(self.paused) and self.paused[-1][1] is None


@dataclass(slots=True)
class Concern:
    """One thing the representation is about, with the last finding on it."""

    number: int
    nature: str
    service: str
    dropped: bool = False
    finding: str = NOT_RECORDED


@dataclass(slots=True)
class Party:
    """A person in the representation; `words` is the digest of their name and ways of contact, `engaged_by` who engaged
    an advocate."""

    number: int
    role: str
    relation: str
    preferred_contact: str
    words: str
    consent: str = NOT_RECORDED
    gender: str = NOT_RECORDED
    age_band: str = NOT_RECORDED
    ethnicity: str = NOT_RECORDED
    disability: str = NOT_RECORDED
    restriction: str = ""
    restriction_review_on: date | None = None
    engaged_by: str = NOT_RECORDED


@dataclass(slots=True)
class Appointment:
    """Someone appointed to a stage; `account` is the address they sign in with, `words` the digest of their name.

    `member` is their number in the council's pool, 0 for somebody who is not in it; `comes_from` internal or external.
    """

    number: int
    stage: str
    post: str
    account: str
    until: date | None
    appointed_on: date
    words: str = ""
    member: int = 0
    comes_from: str = NOT_RECORDED
    ended_on: date | None = None


@dataclass(slots=True)
class Document:
    """A document on the record; its bytes are stored by `sha256`, its name is the words of its entry."""

    number: int
    sha256: str
    media_type: str
    size: int
    confidential: bool
    added_on: date
    words: str = ""


@dataclass(slots=True)
class Letter:
    """A letter from draft to sending; `words` is the digest of its text, `channel` how it went, `party` to whom.

    `to_be_vetted`: a second person has to read it before it goes.
    """

    number: int
    template: str
    stage: str
    words: str
    vetted_on: date | None = None
    sent_back: bool = False
    sent_on: date | None = None
    sha256: str = ""
    drafted_by: str = ""
    to_be_vetted: bool = False
    channel: str = ""
    party: str = ""

    @property
    def waits_to_be_read(self) -> bool:
        """A second person has to read it and has not."""
        return self.to_be_vetted and self.vetted_on is None and not self.sent_back and self.sent_on is None

    @property
    def may_go(self) -> bool:
        """Nothing stands against sending it."""
        return self.sent_on is None and not self.sent_back and (self.vetted_on is not None or not self.to_be_vetted)


@dataclass(slots=True)
class Remedy:
    """What puts the person right; `pence` is -1 where it is no payment, `words` the digest of what it is exactly."""

    number: int
    kind: str
    pence: int
    payer: str
    approved_by: str
    due_on: date | None
    agreed_on: date
    done_on: date | None = None
    evidence: str = ""
    words: str = ""


@dataclass(slots=True)
class Cost:
    """What something cost, in pence."""

    kind: str
    pence: int
    stage: str
    incurred_on: date


@dataclass(slots=True)
class Learning:
    """What the service learnt; `words` is the digest of what was said."""

    number: int
    theme: str
    service: str
    recorded_on: date
    words: str = ""


@dataclass(slots=True)
class Action:
    """What is done about it, by whom, and whether it worked."""

    number: int
    post: str
    due_on: date
    learning: int
    source: str
    words: str = ""
    completed_on: date | None = None
    evidence: str = ""
    checked_on: date | None = None
    worked: str = NOT_RECORDED


@dataclass(slots=True)
class LetterIn:
    """A letter or e-mail that came, and the day on which something went out after it; None until then."""

    came_on: date
    answered_on: date | None = None


@dataclass(slots=True)
class Link:
    """Another representation it has to do with."""

    reference: str
    how: str


@dataclass(slots=True)
class OmbudsmanState:
    """One record of the Ombudsman; `duties` are those that follow a finding, with the day on which each was done."""

    reference: str
    referral_type: str
    referred_on: date
    decision: str = NOT_RECORDED
    decided_on: date | None = None
    remedy_pence: int = -1
    duties: dict[str, date] = field(default_factory=dict)


def next_number(parts: Sequence[Party | Concern | Appointment | Remedy | Learning | Action]) -> int:
    """The number for one more of these: after the highest, since one that was taken back leaves a gap."""
    return max((part.number for part in parts), default=0) + 1
