"""Stages: asked for, started, agreed, extended, paused, appointed to, adjudicated, signed off and answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.record.events.blank import NOT_RECORDED

RESPONSE = "response"
"""The limit of a stage's answer, by its name in the rule book."""


@dataclass(frozen=True, slots=True)
class EscalationRequested:
    """The complainant asked for this stage; `grounds` are codes of the rule book where the procedure requires them."""

    stage: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageStarted:
    """The clock of a stage started on the day this happened."""

    stage: str


@dataclass(frozen=True, slots=True)
class StageLeftOut:
    """Council and complainant agreed to leave this stage out; what was agreed is beside the entry."""

    stage: str
    why: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class StatementFinalised:
    """The written statement of an investigation was agreed (the second clock of the investigation stage)."""

    stage: str


@dataclass(frozen=True, slots=True)
class PlanAgreed:
    """How it is handled and by when it is answered was agreed; an agreed date is a clock of its own."""

    stage: str
    respond_by: date
    agreed_by_complainant: bool


@dataclass(frozen=True, slots=True)
class Extended:
    """A time limit of a running stage was extended to a new last day; `limit` is its name in the rule book."""

    stage: str
    to: date
    reason: str = NOT_RECORDED
    agreed_by: str = NOT_RECORDED
    limit: str = RESPONSE


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock of a running stage stands still, for a reason the rule book allows."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """A paused clock runs on."""

    stage: str


@dataclass(frozen=True, slots=True)
class Appointed:
    """Someone was appointed to a stage: investigating_officer, independent_person, panel_chair, panel_member, …

    `account` is the e-mail address they sign in with, empty if they do not; their name is beside the entry. `member` is
    their number in the council's pool, 0 for somebody who is not in it. `comes_from`: internal, of the council's own
    staff, or external.
    """

    stage: str
    post: str
    appointment: int
    account: str = ""
    until: date | None = None
    member: int = 0
    comes_from: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class AppointmentEnded:
    """An appointment ended: done, or taken back."""

    appointment: int
    why: str


@dataclass(frozen=True, slots=True)
class PanelMet:
    """The review panel met on the day this happened."""

    stage: str


@dataclass(frozen=True, slots=True)
class RecommendationsReceived:
    """The panel's recommendations reached the council."""

    stage: str


WHOLE = 0
"""Stands for the number of a concern in a finding on all that a stage was about."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one concern: ``upheld``, ``partially_upheld``, ``not_upheld`` or ``no_finding``.

    An older system may not tell concerns apart: its finding is on the `WHOLE` of what a stage was about.
    """

    concern: int
    finding: str


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """The adjudicating officer considered the reports and made findings."""

    stage: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedOff:
    """The post that the procedure requires signed the answer off."""

    stage: str
    post: str


@dataclass(frozen=True, slots=True)
class Responded:
    """The answer of a stage was sent. `answered_by` is the post that gave it, empty where that is not known."""

    stage: str
    findings: tuple[Finding, ...] = ()
    answered_by: str = ""
