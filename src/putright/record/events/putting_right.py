"""Putting right: remedies for the person, costs, learning for the service, and actions that are checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.record.events.blank import NOT_RECORDED


@dataclass(frozen=True, slots=True)
class RemedyAgreed:
    """What puts the person right: apology, explanation, service, payment or another kind.

    `pence` is -1 where it is no payment. `approved_by` is the post that the council requires for it.
    """

    remedy: int
    kind: str
    pence: int = -1
    payer: str = ""
    approved_by: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class RemedyDone:
    """The remedy was delivered on the day this happened; `evidence` says what shows it."""

    remedy: int
    evidence: str


@dataclass(frozen=True, slots=True)
class CostIncurred:
    """What an investigation, a panel or other work cost, in pence."""

    kind: str
    pence: int
    stage: str = ""


@dataclass(frozen=True, slots=True)
class LearningRecorded:
    """What the service learnt; said in words beside the entry."""

    learning: int
    theme: str = NOT_RECORDED
    service: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class NothingToLearn:
    """The question was asked, and there is nothing to learn from it."""


@dataclass(frozen=True, slots=True)
class ActionAgreed:
    """What will be done about it, by which post and by when."""

    action: int
    post: str
    due_on: date
    learning: int = 0
    source: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class ActionCompleted:
    """The action was done; `evidence` says what shows it."""

    action: int
    evidence: str


@dataclass(frozen=True, slots=True)
class ActionChecked:
    """Somebody looked later whether the action worked: yes, partly or no."""

    action: int
    worked: str
