"""Checking the dates of a row against one another and against the rule book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from putright.authorities.mapping import Sheet, StageColumns
from putright.intake.cells import Cell, in_figures
from putright.intake.fault_kinds import KINDS
from putright.intake.faults import Fault, fault
from putright.rules import Book, DueDate, NoExtension, NotYetInForce, OutsideCalendar, due_date


class Reckoner:
    """Due dates of answers by the rule book, each reckoned once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[tuple[str, str, str, date, bool], DueDate | None] = {}

    def due(self, procedure: str, stage: StageColumns, start: date, *, extended: bool = False) -> DueDate | None:
        """The last day of the limit a stage's due date is of; None where the book sets none, then or at all."""
        key = (procedure, stage.under[procedure], stage.limit, start, extended)
        if key not in self._known:
            self._known[key] = self._reckon(*key)
        return self._known[key]

    def _reckon(self, procedure: str, stage: str, limit_name: str, start: date, extended: bool) -> DueDate | None:
        rules = self._book.procedure(procedure)
        limit = rules.stage(stage).limits.get(limit_name)
        if limit is None:
            return None
        try:
            return due_date(limit, start, calendar=self._book.calendar(rules.calendar), extended=extended)
        except (NotYetInForce, OutsideCalendar, NoExtension):
            return None


@dataclass(frozen=True)
class DatedRow:
    """The cells of a row by heading, and the procedure its category is handled under."""

    sheet: Sheet
    cells: Mapping[str, Cell]
    procedure: str
    category_label: str

    def day(self, heading: str) -> date | None:
        """The day under a heading; None where there is no such column, or it is blank or faulty."""
        cell = self.cells.get(heading)
        return cell.value if cell is not None and isinstance(cell.value, date) else None

    def is_filled(self, heading: str) -> bool:
        """Whether something stands under a heading, faulty or not."""
        cell = self.cells.get(heading)
        return cell is not None and (cell.value is not None or bool(cell.faults))

    def has(self, stage: StageColumns) -> bool:
        """Whether any date of a stage's own stands in the row."""
        own = (
            stage.found,
            stage.requested,
            "" if stage.starts_on_receipt else stage.started,
            stage.due,
            stage.extended_to,
        )
        return any(self.is_filled(heading) for heading in (*own, stage.responded) if heading)


def order_faults(row: DatedRow) -> Iterator[Fault]:
    """Dates that stand before one they may not stand before."""
    for rule in row.sheet.order:
        earlier, later = row.day(rule.earlier), row.day(rule.later)
        if earlier and later and later < earlier:
            found = {"on": in_figures(later), "other": rule.earlier, "other_on": in_figures(earlier)}
            yield fault(rule.fault, rule.later, found["on"], **found)


def stage_faults(row: DatedRow) -> Iterator[Fault]:
    """Stages that cannot have come about: without a start, before their turn, or under no procedure."""
    stages = {stage.said: stage for stage in row.sheet.stages}
    for stage in row.sheet.stages:
        if not row.has(stage):
            continue
        first = next(heading for heading in _own_headings(stage) if row.is_filled(heading))
        if row.procedure not in stage.under:
            yield fault("stage_without_procedure", first, stage=stage.said, category=row.category_label)
            continue
        if row.is_filled(stage.responded) and not row.is_filled(stage.started):
            yield fault("response_without_start", stage.responded, _printed(row, stage.responded), stage=stage.said)
        if stage.found and row.is_filled(stage.found) and not row.is_filled(stage.responded):
            yield fault("finding_without_answer", stage.found, _reference(row))
        before = stages.get(stage.follows.get(row.procedure, ""))
        begun = stage.started if row.is_filled(stage.started) else stage.responded
        if before and row.is_filled(begun) and not row.is_filled(before.responded):
            code = f"stage{stage.number}_without_stage{before.number}"
            code = code if code in KINDS else "stage_without_earlier_stage"
            yield fault(code, begun, _printed(row, begun), stage=stage.said, before=before.said)


def due_faults(row: DatedRow, reckoner: Reckoner, contradicted: frozenset[str]) -> Iterator[Fault]:
    """Due dates that are not the rule book's. `contradicted` are the headings of dates that cannot be right.

    Where the start with its day and month exchanged fits the due date, the start is what is named; it is refused if it
    contradicts other dates too, else only flagged.
    """
    for stage in row.sheet.stages:
        start, stated = row.day(stage.started), row.day(stage.due)
        if row.procedure not in stage.under or start is None:
            continue
        due = reckoner.due(row.procedure, stage, start)
        if due is None:
            continue
        if stated is not None and stated != due.on:
            yield _swapped(row, stage, reckoner, contradicted) or _inconsistent(stage, start, stated, due)
            continue
        to = row.day(stage.extended_to)
        longest = reckoner.due(row.procedure, stage, start, extended=True) or due
        if to is not None and not due.on <= to <= longest.on:
            found = {"least": in_figures(due.on), "most": in_figures(longest.on)}
            yield fault("extension_inconsistent", stage.extended_to, in_figures(to), **found)


def _swapped(row: DatedRow, stage: StageColumns, reckoner: Reckoner, contradicted: frozenset[str]) -> Fault | None:
    cell, stated = row.cells[stage.started], row.day(stage.due)
    read = cell.printed_date
    if read is None or read.day is None or read.swapped is None or stated is None:
        return None
    due = reckoner.due(row.procedure, stage, read.swapped)
    if due is None or due.on != stated:
        return None
    treatment = "refuse" if stage.started in contradicted else "flag"
    found = {"on": in_figures(read.day), "due": in_figures(stated), "swapped": in_figures(read.swapped)}
    return fault("swapped_day_month", stage.started, found["on"], treatment=treatment, **found)


def _inconsistent(stage: StageColumns, start: date, stated: date, due: DueDate) -> Fault:
    found = {"count": str(due.count), "start": in_figures(start), "due": in_figures(due.on)}
    return fault("due_date_inconsistent", stage.due, in_figures(stated), **found)


def _own_headings(stage: StageColumns) -> tuple[str, ...]:
    started = "" if stage.starts_on_receipt else stage.started
    headings = (started, stage.found, stage.requested, stage.due, stage.extended_to, stage.responded)
    return tuple(heading for heading in headings if heading)


def _reference(row: DatedRow) -> str:
    return str(row.cells[row.sheet.heading_of("reference")].value or "")


def _printed(row: DatedRow, heading: str) -> str:
    day = row.day(heading)
    return in_figures(day) if day else ""
