"""Handling: who has it, under which procedure, what was tried, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.record.events.blank import NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Assigned:
    """It was given to a post to handle."""

    handler: str


@dataclass(frozen=True, slots=True)
class Triaged:
    """It was decided under which procedure it is handled; ``not_applicable`` when under none.

    `answers` are those given to the questions of the procedure, each ``question=answer`` in codes of the rule book.
    """

    procedure: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessRestricted:
    """From now on only those who work on it, and the few who may see every restricted one, see it at all."""


@dataclass(frozen=True, slots=True)
class AccessOpened:
    """Whoever may see the council's representations sees it again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The council decided not to consider it; it is still counted.

    `reason` is the council's own term for its reports, `ground` the lawful reason by its code in the rule book.
    """

    reason: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Chased:
    """Whoever owes something was chased: `rung` is the step of the ladder, from 1, and `to` the post.

    `about` is the clock that ran out, `kind` its kind, `stage` its stage, `due_on` its last day.
    """

    to: str
    rung: int
    about: str = NOT_RECORDED
    stage: str = ""
    kind: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """A notice about a clock was sent; `notice` says which of them, `to` the post it went to.

    `clock`, `kind` and `due_on` are the clock's, so that a clock that was moved is told of anew.
    """

    notice: str
    to: str
    stage: str = ""
    clock: str = ""
    kind: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingOffered:
    """A meeting was offered to the complainant."""


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A meeting took place: in person, by conference call or otherwise."""

    mode: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class MeetingDeclined:
    """The complainant declined the meeting that was offered."""


@dataclass(frozen=True, slots=True)
class ResolvedEarly:
    """It was settled to the complainant's satisfaction before a stage was answered."""

    how: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class OutcomeRecorded:
    """What came of it, in the council's own words for outcomes."""

    outcome: str


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
class Linked:
    """It has to do with another representation; `how`: related, duplicate, joint or the same person."""

    reference: str
    how: str


@dataclass(frozen=True, slots=True)
class MergedInto:
    """It goes on as part of another representation, and ends here."""

    reference: str


@dataclass(frozen=True, slots=True)
class SplitFrom:
    """It was part of another representation, and goes on by itself."""

    reference: str
