"""From judged rows to the records that are taken in: a case, and what belongs to it, as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from putright.authorities import ImportMapping
from putright.casework.actions.take_in import LegacyRecord
from putright.casework.log import Dated
from putright.intake.judging import Judged
from putright.intake.legacy import Beside, LegacyCase
from putright.intake.legacy_beside import TakenApart, is_answered, with_beside
from putright.intake.legacy_events import case_events, digest, in_order


@dataclass
class Together:
    """The rows of one record: that of its case, None if the case is here already, and those that belong to it."""

    reference: str
    case: Judged | None
    beside: list[Judged] = field(default_factory=list)

    @property
    def rows(self) -> list[Judged]:
        """All its rows, that of the case first."""
        return [self.case, *self.beside] if self.case else self.beside


def record_of(rows: Together, earlier: TakenApart | None, mapping: ImportMapping) -> LegacyRecord:
    """The record that the rows tell of, with what an `earlier` import left here of it and these rows do not replace.

    What the row of the case itself tells, it replaces as a whole; a row of another sheet replaces the one with its
    key. Raises ValueError if there is neither a row of the case nor an earlier import.
    """
    told = [row.legacy for row in rows.beside if row.legacy and not isinstance(row.legacy, LegacyCase)]
    left = list(earlier.beside) if earlier else []
    if rows.case and isinstance(rows.case.legacy, LegacyCase):
        told = [*rows.case.legacy.beside, *told]
        from_other_sheets = mapping.beside(rows.case.source.sheet)
        left = [row for row in left if row.gives in from_other_sheets]
    events = in_order(with_beside(_events_of_case(rows, earlier), [*told, *_not_in(told, left)]))
    place = rows.rows[0].row
    return LegacyRecord(rows.reference, events, place.file, place.line, digest(events))


def findings_without_answer(rows: Together, earlier: TakenApart | None) -> list[Judged]:
    """Those of the rows that give a finding where no stage was answered, so that it cannot stand anywhere."""
    found = [row for row in rows.beside if getattr(row.legacy, "finding", "")]
    return [] if not found or is_answered(_events_of_case(rows, earlier)) else found


def _events_of_case(rows: Together, earlier: TakenApart | None) -> list[Dated]:
    if rows.case and isinstance(rows.case.legacy, LegacyCase):
        return case_events(rows.case.legacy)
    if earlier:
        return list(earlier.case)
    raise ValueError(f"{rows.reference} has no case, neither among the rows nor here already")


def _not_in(told: list[Beside], left: list[Beside]) -> list[Beside]:
    keys = {(row.gives, row.key) for row in told}
    return [row for row in left if (row.gives, row.key) not in keys]
