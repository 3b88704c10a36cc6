"""What the entries of one representation add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from putright.record.events import NOT_RECORDED, Received
from putright.record.parts import (
    Action,
    Appointment,
    Concern,
    Cost,
    Document,
    Learning,
    Letter,
    LetterIn,
    Link,
    OmbudsmanState,
    Party,
    Remedy,
    StageState,
)

NO_PROCEDURE = "not_applicable"


@dataclass(slots=True)
class State:
    """A representation as its entries leave it. Made by ``replay`` alone; nothing else changes it."""

    position: int
    received: Received
    received_on: date
    procedure: str = NO_PROCEDURE
    triaged_on: date | None = None
    handler: str = ""
    restricted: bool = False
    acknowledged_on: date | None = None
    refused_on: date | None = None
    refusal_reason: str = NO_PROCEDURE
    withdrawn_on: date | None = None
    resolved_early_on: date | None = None
    merged_into: str = ""
    closed_on: date | None = None
    outcome: str = NOT_RECORDED
    safeguarding_to: str = ""
    safeguarding_referred_on: date | None = None
    safeguarding_settled_on: date | None = None
    meeting_offered_on: date | None = None
    meetings_held_on: list[date] = field(default_factory=list)
    meeting_declined_on: date | None = None
    stages: list[StageState] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    remedies: list[Remedy] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    learning: list[Learning] = field(default_factory=list)
    learning_asked_on: date | None = None
    actions: list[Action] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ombudsman: list[OmbudsmanState] = field(default_factory=list)
    ombudsman_stages: list[StageState] = field(default_factory=list)
    correspondence: int = 0
    letters_in: list[LetterIn] = field(default_factory=list)
    contacted_on: date | None = None
    chases: int = 0
    notices: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        """Neither closed nor refused, withdrawn, or merged into another."""
        return self.closed_on is None and self.refused_on is None and self.withdrawn_on is None and not self.merged_into

    @property
    def is_triaged(self) -> bool:
        """Somebody decided under which procedure it is handled, or that it is under none."""
        return self.triaged_on is not None

    @property
    def waits_for_safeguarding(self) -> bool:
        """A safeguarding matter was referred and is not settled."""
        return self.safeguarding_referred_on is not None and self.safeguarding_settled_on is None

    def stage(self, name: str) -> StageState | None:
        """The stage called `name`, None if it has not come up."""
        return next((stage for stage in self.stages if stage.name == name), None)

    @property
    def running_stage(self) -> StageState | None:
        """The stage whose answer is awaited, None if none is; one that another has followed is awaited no longer."""
        last = self.last_stage
        return last if last and last.is_running else None

    @property
    def requested_stage(self) -> StageState | None:
        """A stage that was asked for and has not started."""
        return next((stage for stage in self.stages if stage.requested_on and stage.started_on is None), None)

    @property
    def last_stage(self) -> StageState | None:
        """The last stage that started, None if none has."""
        return next((stage for stage in reversed(self.stages) if stage.started_on is not None), None)

    def party(self, role: str) -> Party | None:
        """The first party in this role, None if nobody was named in it."""
        return next((party for party in self.parties if party.role == role), None)
