"""From judged rows to the records that are taken in: a case, and what belongs to it, as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from putright.casework.actions.take_in import LegacyRecord
from putright.intake.here_already import Earlier, ombudsman_reference
from putright.intake.judging import Judged
from putright.intake.legacy import LegacyCase, LegacyOmbudsman
from putright.intake.legacy_events import case_events, digest, in_order, ombudsman_events


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


def record_of(rows: Together, earlier: Earlier | None) -> LegacyRecord:
    """The record that the rows tell of, with what an `earlier` import left here of it and these rows do not replace.

    Raises ValueError if there is neither a row of the case nor an earlier import.
    """
    beside = [judged.legacy for judged in rows.beside if isinstance(judged.legacy, LegacyOmbudsman)]
    if rows.case and isinstance(rows.case.legacy, LegacyCase):
        of_case = case_events(rows.case.legacy)
    elif earlier:
        of_case = list(earlier.case)
    else:
        raise ValueError(f"{rows.reference} has no case, neither among the rows nor here already")
    kept = earlier.ombudsman_without({row.ombudsman_reference for row in beside}) if earlier else []
    events = in_order([*of_case, *sorted([*kept, *ombudsman_events(beside)], key=ombudsman_reference)])
    place = rows.rows[0].row
    return LegacyRecord(rows.reference, events, place.file, place.line, digest(events))
