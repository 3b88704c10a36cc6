"""Judging one row: accepted, flagged (accepted, to be looked at), refused or skipped, with every fault it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from putright.authorities import Authority, ImportMapping
from putright.authorities.mapping import Sheet
from putright.authorities.spelling import likeness, plain
from putright.authorities.vocabulary import NOT_RECORDED
from putright.intake.cells import Cell, CellReader, in_figures
from putright.intake.faults import Fault, fault
from putright.intake.legacy import Legacy
from putright.intake.legacy_rows import legacy_of
from putright.intake.order import DatedRow, Reckoner, due_faults, order_faults, stage_faults
from putright.intake.rows import Row, SheetRows
from putright.rules import Book

Verdict = Literal["accepted", "refused", "skipped"]


@dataclass(frozen=True, slots=True)
class Forgiven:
    """A departure in spelling that was set right: its code and the column it is in."""

    code: str
    column: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and what is to become of it. `faults` has the weightiest first; `legacy` is None unless accepted.

    `source` is the sheet it stands in. `reference` is the case's, empty where it cannot be read.
    """

    row: Row
    source: SheetRows
    verdict: Verdict
    reference: str = ""
    faults: tuple[Fault, ...] = ()
    forgiven: tuple[Forgiven, ...] = ()
    legacy: Legacy | None = None

    @property
    def is_flagged(self) -> bool:
        """Whether it is accepted with something to look at."""
        return self.verdict == "accepted" and bool(self.faults)

    def refused(self, why: Fault) -> Judged:
        """The same row refused, `why` being the weightiest fault."""
        return replace(self, verdict="refused", faults=(why, *self.faults), legacy=None)


@dataclass(frozen=True)
class Bench:
    """What rows are judged by: a council, one of its mappings, the rule book, and the day of judging."""

    authority: Authority
    mapping: ImportMapping
    book: Book
    as_of: date


class SheetJudge:
    """Judges the rows of one sheet of one file."""

    def __init__(self, bench: Bench, rows: SheetRows, reckoner: Reckoner) -> None:
        self.bench = bench
        self.source = rows
        self.sheet: Sheet = rows.sheet
        self.headings = rows.headings
        self._columns = tuple(rows.sheet.by_heading[heading] for heading in rows.headings)
        self._reader = CellReader(bench.authority, bench.mapping, bench.as_of, rows.encoding)
        self._reckoner = reckoner
        self._header = tuple(likeness(heading) for heading in rows.headings)
        self._closing = frozenset(likeness(footer) for footer in bench.mapping.footers)
        self._place = {heading: place for place, heading in enumerate(rows.headings)}
        self._category = rows.sheet.heading_of("category")
        self._always = rows.sheet.always
        self._rest = [column for column in self._columns if column.holds != "category"]
        self._with_dated_terms = [
            column
            for column in self._columns
            if column.kind in ("term", "terms")
            and any(term.in_use_from or term.in_use_to for term in bench.authority.vocabulary(column.vocabulary).terms)
        ]

    def judge(self, row: Row) -> Judged:
        """What is to become of `row`."""
        if row.is_blank and row.broken is None:
            return Judged(row, self.source, "skipped")
        found = self._fault_of_whole_row(row)
        if found:
            return Judged(row, self.source, "refused", self._reference_of(row), (found,))
        cells = self._read(row)
        reference = str(cells[self.sheet.heading_of("reference")].value or "")
        faults = [one for cell in cells.values() for one in cell.faults]
        faults += self._faults_across(cells)
        faults.sort(key=self._weight)
        forgiven = tuple(Forgiven(code, heading) for heading, cell in cells.items() for code in cell.forgiven)
        if any(one.treatment == "refuse" for one in faults):
            return Judged(row, self.source, "refused", reference, tuple(faults), forgiven)
        return Judged(
            row,
            self.source,
            "accepted",
            reference,
            tuple(faults),
            forgiven,
            legacy_of(self._dated(cells), self.bench.mapping.refused_types),
        )

    def _reference_of(self, row: Row) -> str:
        """The reference of a row that is not whole, if what stands in its place looks like one."""
        place = self._place[self.sheet.heading_of("reference")]
        printed = plain(row.cells[place]).text.upper() if place < len(row.cells) else ""
        return printed if self.bench.mapping.reference_pattern.fullmatch(printed) else ""

    def _fault_of_whole_row(self, row: Row) -> Fault | None:
        if row.broken:
            cell = row.broken.cell
            column = self.headings[cell] if cell is not None and cell < len(self.headings) else None
            return fault(row.broken.code, column, row.cells[-1] if row.cells else "")
        first = likeness(next(cell for cell in row.cells if cell.strip()))
        if first == self._header[0] and tuple(likeness(cell) for cell in row.cells) == self._header:
            return fault("repeated_header", None)
        if first in self._closing:
            return fault("footer_row", None, next(cell for cell in row.cells if cell.strip()))
        if len(row.cells) < len(self.headings) or any(cell.strip() for cell in row.cells[len(self.headings) :]):
            found = {"found": str(len(row.cells)), "expected": str(len(self.headings))}
            return fault("wrong_column_count", None, **found)
        return None

    def _weight(self, one: Fault) -> tuple[bool, bool, int]:
        return one.treatment != "refuse", one.code != "swapped_day_month", self._place.get(one.column or "", -1)

    def _read(self, row: Row) -> dict[str, Cell]:
        printed = dict(zip(self.headings, row.cells, strict=False))
        cells: dict[str, Cell] = {}
        category = self._always.get("category", "")
        if self._category:
            cell = cells[self._category] = self._reader.read(
                self.sheet.by_heading[self._category], printed[self._category], ""
            )
            category = str(cell.value or "")
        for column in self._rest:
            cells[column.heading] = self._reader.read(column, printed[column.heading], category)
        return cells

    def _faults_across(self, cells: Mapping[str, Cell]) -> Iterator[Fault]:
        yield from self._unused_terms(cells)
        row = self._dated(cells)
        wrong_order = list(order_faults(row))
        yield from wrong_order
        if self.sheet.gives != "representations":
            return
        yield from self._refusal_faults(cells)
        yield from self._status_faults(cells)
        if row.category_label:
            yield from stage_faults(row)
            earlier = {rule.later: rule.earlier for rule in self.sheet.order}
            contradicted = frozenset(earlier[one.column] for one in wrong_order if one.column)
            yield from due_faults(row, self._reckoner, contradicted)

    def _dated(self, cells: Mapping[str, Cell]) -> DatedRow:
        category = cells[self._category].value if self._category else self._always.get("category")
        if not isinstance(category, str):
            return DatedRow(self.sheet, cells, "", "")
        label = self.bench.authority.vocabulary("category").label(category)
        return DatedRow(self.sheet, cells, self.bench.authority.procedure_of(category), label)

    def _unused_terms(self, cells: Mapping[str, Cell]) -> Iterator[Fault]:
        dated_by = self.sheet.dated_by
        on = cells[dated_by].value if dated_by else None
        if not isinstance(on, date):
            return
        for column in self._with_dated_terms:
            value = cells[column.heading].value
            for code in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
                term = self.bench.authority.vocabulary(column.vocabulary).term(code)
                if not term.is_in_use(on):
                    yield fault("value_not_in_use", column.heading, term.label, on=in_figures(on))

    def _refusal_faults(self, cells: Mapping[str, Cell]) -> Iterator[Fault]:
        heading = self.sheet.heading_of("refusal_reason")
        typed = cells.get(self.sheet.heading_of("type"))
        reason, type_ = cells.get(heading), typed.value if typed else self._always.get("type")
        if reason is None or type_ is None or reason.faults:
            return
        is_given = reason.value != NOT_RECORDED
        if type_ in self.bench.mapping.refused_types and not is_given:
            yield fault("refused_without_reason", heading)
        elif type_ not in self.bench.mapping.refused_types and is_given:
            label = self.bench.authority.vocabulary("refusal_reason").label(str(reason.value))
            yield fault("reason_without_refusal", heading, label)

    def _status_faults(self, cells: Mapping[str, Cell]) -> Iterator[Fault]:
        heading, closing = self.sheet.heading_of("status"), self.sheet.heading_of("closed_on")
        if not heading or not closing or cells[closing].faults:
            return
        status, closed = cells[heading].value, cells[closing].value
        if (status == "closed" and closed is None) or (status == "open" and closed is not None):
            on = in_figures(closed) if isinstance(closed, date) else "blank"
            yield fault("status_contradicts_date", heading, str(status), closed=on)
