"""Whether a time limit was kept. Not knowing is an answer of its own and never counts as "no"."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Timeliness(StrEnum):
    """How an answer stands to its time limit."""

    MET = "met"
    MISSED = "missed"
    RUNNING = "running"
    NOT_APPLICABLE = "not_applicable"
    NOT_KNOWN = "not_known"


def timeliness(due_on: date | None, responded_on: date | None, today: date, *, started: bool | None) -> Timeliness:
    """How the answer stood at the end of `today`.

    `started` says whether the clock ever started: False is NOT_APPLICABLE, None is NOT_KNOWN; so is a clock that
    started with no date known by which it ends. An answer dated after `today` has not been given yet, and an answer
    on the last day is in time.
    """
    if started is False:
        return Timeliness.NOT_APPLICABLE
    if started is None or due_on is None:
        return Timeliness.NOT_KNOWN
    if responded_on is not None and responded_on <= today:
        return Timeliness.MET if responded_on <= due_on else Timeliness.MISSED
    return Timeliness.RUNNING if today <= due_on else Timeliness.MISSED
