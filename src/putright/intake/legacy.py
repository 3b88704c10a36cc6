"""What an accepted row says, in typed values: the row of a case, and the row of one record of the Ombudsman."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LegacyStage:
    """The dates of one stage, by its name in the rule book; None where the export has none."""

    name: str
    requested_on: date | None
    started_on: date | None
    due_on: date | None
    extended_to: date | None
    responded_on: date | None


@dataclass(frozen=True, slots=True)
class LegacyCase:
    """One row of the main sheet. `terms` are term codes by the name of their vocabulary, blanks ``not_recorded``."""

    reference: str
    received_on: date
    procedure: str
    terms: Mapping[str, str]
    is_refused: bool
    acknowledged_on: date | None
    closed_on: date | None
    handler: str
    summary: str
    stages: tuple[LegacyStage, ...]


@dataclass(frozen=True, slots=True)
class LegacyOmbudsman:
    """One row of the Ombudsman's sheet; `remedy_pence` is -1 where no payment is recorded."""

    reference: str
    ombudsman_reference: str
    referral_type: str
    referred_on: date
    decision: str
    decided_on: date | None
    remedy_pence: int


Legacy = LegacyCase | LegacyOmbudsman
