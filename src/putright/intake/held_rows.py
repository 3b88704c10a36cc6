"""Held rows for a person: as a CSV file to mend in a spreadsheet and import again, mended one by one, or settled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from putright.intake.holding import SECOND_RECORDS, laid_out
from putright.intake.importing import Commission, import_reading
from putright.intake.models import HeldRow, ImportRun
from putright.intake.reading import FORMULA_STARTS, HELD, HELD_FOR, Reading
from putright.intake.rows import Row, SheetRows, UnusableFile
from putright.intake.summary import ImportSummary

OUR_HEADINGS = (HELD, HELD_FOR, "Putright verdict", "Putright column", "Putright reason", "Putright remedy")


def sheets_of(run: ImportRun) -> list[str]:
    """The sheets of which a run holds rows: there is one download for each."""
    return list(run.held_rows.order_by("sheet").values_list("sheet", flat=True).distinct())


def held_rows_csv(run: ImportRun, sheet: str) -> Iterator[str]:
    """The rows of one sheet that a run holds, as the lines of a CSV file with a byte order mark.

    The columns are those of the source and then ours, which are passed over when the file is imported again. No cell
    can act as a formula: one that might begins with an apostrophe, which is taken off again on import.
    """
    rows = run.held_rows.filter(sheet=sheet).order_by("file", "line")
    first = rows.first()
    if first is None:
        return
    yield "\ufeff" + _line([*first.headings, *OUR_HEADINGS])
    for row in rows.iterator():
        worst = row.faults[0]
        cells = dict(zip(row.headings, laid_out(row), strict=True))
        ours = [str(row.id), row.code, row.verdict, worst["column"] or "", worst["reason"], worst["remedy"]]
        yield _line([guarded(cell) for cell in [*(cells.get(heading, "") for heading in first.headings), *ours]])


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula; ``putright.intake.reading`` takes the guard off again."""
    return f"'{cell}" if cell.startswith((*FORMULA_STARTS, "'")) else cell


def mend(held: HeldRow, cells: Sequence[str], commission: Commission) -> ImportSummary:
    """Judge the row again with these `cells`, one for each of its headings, and take it in if it can be.

    It is a run of its own, of one row; if the row still cannot be taken, that run holds it instead. Cells that come
    back as they were laid out are taken as looked at and found right. Raises ``UnusableFile`` when the row is another
    council's or is settled already.
    """
    if held.authority != commission.authority.slug:
        raise UnusableFile("This row is another council's.")
    if not held.is_open:
        raise UnusableFile("This row is settled already. Look for it among the latest runs.")
    sheet = next((sheet for sheet in commission.mapping.sheets if sheet.name == held.sheet), None)
    if sheet is None or any(heading not in sheet.by_heading for heading in held.headings):
        raise UnusableFile(f"The mapping {commission.mapping.layout!r} is not the one this row was read with.")
    second = held.code if held.code in SECOND_RECORDS else ""
    row = Row(held.file, held.line, tuple(cells), held=held.id, held_for=second)
    rows = SheetRows(held.file, sheet, tuple(held.headings), "utf-8", iter([row]))
    files = [{"name": held.file, "mended": str(held.id)}]
    return import_reading(Reading((rows,), 1, ()), files, replace(commission, dry_run=False))


def settle(held: HeldRow, *, by: str, at: datetime) -> None:
    """Note that the post `by` looked at the row and nothing more is to be done with it."""
    held.settled_by, held.settled_at = by, at
    held.save(update_fields=["settled_by", "settled_at"])


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
