"""What the entries of one representation add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from putright.record.events import NOT_RECORDED, Finding, Received

NO_PROCEDURE = "not_applicable"


@dataclass(slots=True)
class StageState:
    """One stage of one representation; a date is None until it is known."""

    name: str
    requested_on: date | None = None
    started_on: date | None = None
    statement_finalised_on: date | None = None
    extended_to: date | None = None
    extension_reason: str = NOT_RECORDED
    extension_agreed_by: str = NOT_RECORDED
    responded_on: date | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_running(self) -> bool:
        """Started and not answered."""
        return self.started_on is not None and self.responded_on is None


@dataclass(slots=True)
class OmbudsmanState:
    """One record of the Ombudsman."""

    reference: str
    referral_type: str
    referred_on: date
    decision: str = NOT_RECORDED
    decided_on: date | None = None
    remedy_pence: int = -1


@dataclass(slots=True)
class State:
    """A representation as its entries leave it. Made by ``replay`` alone; nothing else changes it."""

    position: int
    received: Received
    received_on: date
    procedure: str = NO_PROCEDURE
    is_triaged: bool = False
    handler: str = ""
    acknowledged_on: date | None = None
    refused_on: date | None = None
    refusal_reason: str = NO_PROCEDURE
    withdrawn_on: date | None = None
    closed_on: date | None = None
    outcome: str = NOT_RECORDED
    safeguarding_to: str = ""
    meeting_offered_on: date | None = None
    stages: list[StageState] = field(default_factory=list)
    ombudsman: list[OmbudsmanState] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Neither closed nor refused nor withdrawn."""
        return self.closed_on is None and self.refused_on is None and self.withdrawn_on is None

    def stage(self, name: str) -> StageState | None:
        """The stage called `name`, None if it has not come up."""
        return next((stage for stage in self.stages if stage.name == name), None)

    @property
    def running_stage(self) -> StageState | None:
        """The stage whose clock is running, None if none is."""
        return next((stage for stage in self.stages if stage.is_running), None)

    @property
    def last_stage(self) -> StageState | None:
        """The last stage that started, None if none has."""
        return next((stage for stage in reversed(self.stages) if stage.started_on is not None), None)
