"""What an accepted row says, in typed values: the row of a case, and the rows that belong to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from putright.authorities.mapping import Gives


@dataclass(frozen=True, slots=True)
class LegacyStage:
    """The dates of one stage, by its name in the rule book; None where the export has none.

    `finding` is what was found at it as a whole, empty where there is none.
    """

    name: str
    requested_on: date | None
    started_on: date | None
    due_on: date | None
    extended_to: date | None
    responded_on: date | None
    finding: str = ""


@dataclass(frozen=True, slots=True)
class LegacyOmbudsman:
    """One record of the Ombudsman; `remedy_pence` is -1 where no payment is recorded."""

    gives: ClassVar[Gives] = "ombudsman"

    reference: str
    ombudsman_reference: str
    referral_type: str
    referred_on: date
    decision: str
    decided_on: date | None
    remedy_pence: int

    @property
    def key(self) -> str:
        """What tells it from the others of its case."""
        return self.ombudsman_reference


@dataclass(frozen=True, slots=True)
class LegacyConcern:
    """One concern; `concern` is the code of what it is about, `finding` empty where there is none."""

    gives: ClassVar[Gives] = "concerns"

    reference: str
    number: int
    concern: str
    service: str
    finding: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from the others of its case, in their order."""
        return f"{self.number:09}"


@dataclass(frozen=True, slots=True)
class LegacyPayment:
    """One payment that was made; `remedy` is the code of what it was for."""

    gives: ClassVar[Gives] = "payments"

    reference: str
    payment_reference: str
    remedy: str
    paid_on: date
    pence: int

    @property
    def key(self) -> str:
        """What tells it from the others of its case, in their order."""
        return self.payment_reference


@dataclass(frozen=True, slots=True)
class LegacyCost:
    """What an investigation, a panel or other work cost; `cost` is the code of what it was for."""

    gives: ClassVar[Gives] = "costs"

    reference: str
    cost: str
    incurred_on: date
    pence: int

    @property
    def key(self) -> str:
        """What tells it from the others of its case, in their order: of one kind there is one a day."""
        return f"{self.incurred_on} {self.cost}"


@dataclass(frozen=True, slots=True)
class LegacyAction:
    """One action that was agreed; `source` and `worked` are empty where nothing is said.

    There is evidence only of what was done, and whether it worked is said only of what was looked at on a day.
    """

    gives: ClassVar[Gives] = "actions"

    reference: str
    number: int
    post: str
    source: str
    agreed_on: date
    due_on: date
    completed_on: date | None
    evidence: str
    checked_on: date | None
    worked: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from the others of its case, in their order."""
        return f"{self.number:09}"


Beside = LegacyOmbudsman | LegacyConcern | LegacyPayment | LegacyCost | LegacyAction
"""What belongs to a case, from a sheet of its own or from the row of the case itself."""


@dataclass(frozen=True, slots=True)
class LegacyCase:
    """One representation. `terms` are term codes by the name of their vocabulary, blanks ``not_recorded``.

    `beside` is what its own row says of its concerns and of the Ombudsman; `advocate` whether there was one.
    """

    gives: ClassVar[Gives] = "representations"

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
    beside: tuple[Beside, ...] = ()
    advocate: bool = False

    @property
    def key(self) -> str:
        """There is one a reference."""
        return ""


Legacy = LegacyCase | Beside
