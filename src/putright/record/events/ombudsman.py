"""The Ombudsman: what was referred to the council, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
class OmbudsmanStageStarted:
    """A stage of the Ombudsman's procedure reached the council: an enquiry, an investigation, a draft decision, …

    `answer_by` is the day the request names, None where it names none.
    """

    ombudsman_reference: str
    stage: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class OmbudsmanAnswered:
    """The council did what a stage of the Ombudsman's procedure asks of it."""

    stage: str


@dataclass(frozen=True, slots=True)
class OmbudsmanToldOf:
    """A duty that follows a finding was done: monitoring_officer, full_council, evidence_of_remedy or press_notice."""

    ombudsman_reference: str
    duty: str
