"""Which limits of a running stage may become longer: by an extension of the rule, or by the complainant's agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.record.clocks import Clock, stage_clocks
from putright.record.events.stages import RESPONSE
from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import Book, Extension, LongerIfAgreed, Procedure, due_date


@dataclass(frozen=True)
class Longer:
    """A limit that may become longer. `rule` is the extension, or the agreement, of the rule book.

    `after` is its last day as it stands. `latest` is the last day it may be given; None where the rule names none.
    """

    clock: Clock
    rule: Extension | LongerIfAgreed
    after: date
    latest: date | None

    @property
    def limit(self) -> str:
        """The name of the limit."""
        return self.clock.limit.name


def may_become_longer(state: State, stage: StageState, procedure: Procedure, book: Book) -> list[Longer]:
    """The limits of `stage` that may become longer, that of the answer first; it is extended once only."""
    found = []
    for clock in stage_clocks(state, stage, procedure, book):
        if clock.due is None:
            continue
        if agreed := clock.due.longer_if_agreed:
            found.append(Longer(clock, agreed, clock.due.on, None))
        elif clock.limit.name == RESPONSE and clock.due.may_extend and stage.extended_to is None:
            calendar = book.calendar(procedure.calendar)
            longest = due_date(clock.limit, clock.started_on, calendar=calendar, extended=True).on
            found.insert(0, Longer(clock, clock.due.may_extend, clock.due.on, longest))
    return found
