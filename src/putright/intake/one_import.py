"""One import under way: rows judged, cases put together with what belongs to them, taken in batch by batch.

The rows that belong to a case (its concerns, its payments, the Ombudsman's records) are read first and wait for their
case; a case and what belongs to it are taken in together, as one record.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from putright.authorities.mapping import Gives
from putright.casework.actions.take_in import Forbidden, forbidden_in, take_in
from putright.intake.commission import Commission, Progress
from putright.intake.faults import Fault, fault
from putright.intake.here_already import are_here, earlier_imports
from putright.intake.holding import SECOND_RECORDS, Holding, came_back_unchanged
from putright.intake.judging import Bench, Judged, SheetJudge
from putright.intake.legacy import Legacy
from putright.intake.legacy_beside import TakenApart
from putright.intake.models import ImportRun
from putright.intake.order import Reckoner
from putright.intake.reading import Reading
from putright.intake.records import Together, findings_without_answer, record_of
from putright.intake.rows import SheetRows
from putright.intake.step_faults import with_forbidden_steps
from putright.intake.summary import ImportSummary
from putright.rules import load_book

BATCH = 500
_KEY_HELD_AS: Mapping[Gives, str] = {
    "representations": "reference",
    "ombudsman": "ombudsman_reference",
    "concerns": "concern_number",
    "payments": "payment_reference",
    "costs": "incurred_on",
    "actions": "action_number",
}


class OneImport:
    """One import under way."""

    def __init__(
        self, reading: Reading, commission: Commission, run: ImportRun | None, progress: Progress | None
    ) -> None:
        self._reading, self._commission, self._run, self._progress = reading, commission, run, progress
        self._bench = Bench(commission.authority, commission.mapping, load_book(), commission.as_of)
        self._reckoner = Reckoner(self._bench.book)
        self._summary = ImportSummary(passed_over=reading.passed_over, run=run.id if run else None)
        self._holding = Holding(run) if run else None
        self._rows_read = 0
        self._first: dict[tuple[str, ...], tuple[str, int, bytes]] = {}
        self._beside: dict[str, list[Judged]] = {}
        self._not_whole: set[str] = set()
        self._batch: list[Together] = []
        given = {rows.sheet.name for rows in reading.sheets}
        self._all_given = all(sheet.name in given for sheet in commission.mapping.sheets)

    def done(self) -> ImportSummary:
        """Do it all and say what became of it."""
        for rows in self._reading.sheets:
            if rows.sheet.belongs_to:
                for judged in self._judged(rows):
                    self._put_beside(judged)
        for rows in self._reading.sheets:
            if not rows.sheet.belongs_to:
                for judged in self._judged(rows):
                    self._take_case(judged)
        self._flush()
        self._take_rows_without_case()
        self._finish()
        return self._summary

    def _judged(self, rows: SheetRows) -> Iterator[Judged]:
        judge = SheetJudge(self._bench, rows, self._reckoner)
        for row in rows.rows:
            self._rows_read += 1
            if self._progress and self._rows_read % BATCH == 0:
                self._progress(self._rows_read, self._reading.lines)
            yield self._compared(judge.judge(row))

    def _compared(self, judged: Judged) -> Judged:
        """The row, refused if it came back unmended, or if its reference was taken before in this import."""
        if judged.legacy is None:
            return judged
        if judged.row.held and came_back_unchanged(self._commission.authority.slug, judged):
            return judged.refused(fault("not_mended", None, was=judged.row.held_for.replace("_", " ")))
        second = self._second_of(judged.legacy, judged)
        return judged.refused(second) if second else judged

    def _second_of(self, legacy: Legacy, judged: Judged) -> Fault | None:
        """The fault of a row whose reference was taken before in this import; the first is remembered."""
        key, holds = (legacy.gives, legacy.reference, legacy.key), _KEY_HELD_AS[legacy.gives]
        content = hashlib.blake2b(repr(legacy).encode(), digest_size=16).digest()
        if key not in self._first:
            self._first[key] = (judged.row.file, judged.row.line, content)
            return None
        file, line, first_content = self._first[key]
        code = "duplicate_row" if content == first_content else "duplicate_reference"
        heading = judged.source.sheet.heading_of(holds)
        printed = judged.row.cells[judged.source.headings.index(heading)]
        return fault(code, heading, printed, file=file, line=str(line))

    def _put_beside(self, judged: Judged) -> None:
        if judged.verdict == "accepted":
            self._beside.setdefault(judged.reference, []).append(judged)
            return
        self._not_whole.add(judged.reference)
        self._settle(judged)

    def _take_case(self, judged: Judged) -> None:
        if judged.verdict != "accepted":
            self._settle(judged)
            return
        self._batch.append(Together(judged.reference, judged, self._beside.pop(judged.reference, [])))
        if len(self._batch) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        batch = self._without_second_records(self._batch)
        self._batch = []
        references = [rows.reference for rows in batch]
        wanted = references if not self._all_given else [one for one in references if one in self._not_whole]
        earlier = earlier_imports(self._commission.authority.slug, wanted, with_beside=True)
        self._take_in(batch, earlier)

    def _without_second_records(self, batch: list[Together]) -> list[Together]:
        """`batch` without the rows that were held as second records of a reference and still have it."""
        asked = [rows.reference for rows in batch if rows.case and rows.case.row.held_for in SECOND_RECORDS]
        here = are_here(self._commission.authority.slug, asked) if asked else set()
        left = []
        for rows in batch:
            if rows.case and rows.case.row.held_for in SECOND_RECORDS and rows.reference in here:
                heading = rows.case.source.sheet.heading_of("reference")
                self._settle(rows.case.refused(fault("reference_here_already", heading, rows.reference)))
                if rows.beside:
                    self._beside[rows.reference] = rows.beside
            else:
                left.append(rows)
        return left

    def _take_rows_without_case(self) -> None:
        """Take in what belongs to cases that an earlier import left here; refuse what belongs to none."""
        waiting = [Together(reference, None, rows) for reference, rows in self._beside.items()]
        for start in range(0, len(waiting), BATCH):
            batch = waiting[start : start + BATCH]
            earlier = earlier_imports(self._commission.authority.slug, [rows.reference for rows in batch])
            for row in itertools.chain.from_iterable(rows.beside for rows in batch if rows.reference not in earlier):
                heading = row.source.sheet.heading_of("reference")
                self._settle(row.refused(fault("no_such_case", heading, row.reference)))
            self._take_in([rows for rows in batch if rows.reference in earlier], earlier)

    def _take_in(self, batch: list[Together], earlier: Mapping[str, TakenApart]) -> None:
        worked_on: set[str] = set()
        batch = [self._with_answered_findings(rows, earlier.get(rows.reference)) for rows in batch]
        records = [record_of(rows, earlier.get(rows.reference), self._bench.mapping) for rows in batch]
        forbidden: Mapping[str, Forbidden] = {}
        with transaction.atomic():
            if not self._run:
                forbidden = forbidden_in(records, self._commission.now)
            elif batch:
                taken = take_in(records, actor=self._commission.actor, recorded_at=self._commission.now)
                forbidden = taken.forbidden
                self._summary.created += len(taken.new)
                self._summary.unchanged += len(taken.unchanged)
                self._summary.changed += len(taken.changed)
                worked_on.update(taken.refused)
            for rows in batch:
                for row in with_forbidden_steps(rows.rows, forbidden.get(rows.reference, Forbidden())):
                    self._settle(self._worked_on(row) if rows.reference in worked_on else row)
            if self._holding:
                self._holding.store()

    def _with_answered_findings(self, rows: Together, earlier: TakenApart | None) -> Together:
        """`rows` without those whose finding has no answer to stand in; these are refused."""
        refused = findings_without_answer(rows, earlier)
        for row in refused:
            heading = row.source.sheet.heading_of("finding")
            self._settle(row.refused(fault("finding_without_answer", heading, rows.reference)))
        return replace(rows, beside=[row for row in rows.beside if row not in refused]) if refused else rows

    def _worked_on(self, judged: Judged) -> Judged:
        heading = judged.source.sheet.heading_of("reference")
        return judged.refused(fault("worked_on_since", heading, judged.reference))

    def _settle(self, judged: Judged) -> None:
        self._summary.note(judged)
        if self._holding:
            self._holding.add(judged)

    def _finish(self) -> None:
        if self._progress:
            self._progress(self._rows_read, self._rows_read)
        if self._run is None or self._holding is None:
            return
        self._holding.store()
        self._summary.store_counts(self._run)
        self._run.finished_at = timezone.now()
        self._run.save()
