"""Keeping rows that were refused or flagged, as they came, and closing the earlier ones that were judged again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from putright.intake.encodings import PYTHON_NAMES
from putright.intake.faults import readable
from putright.intake.judging import Judged
from putright.intake.models import HeldRow, ImportRun

BATCH = 500
SECOND_RECORDS = ("duplicate_row", "duplicate_reference", "reference_here_already")
"""Faults of a row whose reference another row has: that the other is taken in settles nothing."""
LAID_OUT_ANEW = (
    "wrong_column_count",
    "unterminated_quote",
    "bad_quotes",
    "stray_carriage_return",
    "not_utf8",
    "not_windows_1252",
    "nul_byte",
)
"""Faults that a row laid out for mending no longer shows, so that it must be changed before it is taken."""


class Holding:
    """The held rows of one run, stored batch by batch.

    A row of a case that is accepted closes what was held of the case. Of the rows that belong to a case there may be
    many, so one of them closes only the row that is written alike.
    """

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self._rows: list[HeldRow] = []
        self._accepted: dict[str, set[str]] = {}
        self._taken: set[str] = set()
        self._mended: set[int] = set()

    def add(self, judged: Judged) -> None:
        """Take note of a row whose fate is settled; one with faults is kept."""
        if judged.row.held:
            self._mended.add(judged.row.held)
        if judged.verdict == "accepted" and judged.source.sheet.belongs_to:
            self._taken.add(cells_digest(judged.source.sheet.name, judged.row.cells))
        elif judged.verdict == "accepted":
            self._accepted.setdefault(judged.source.sheet.name, set()).add(judged.reference)
        if judged.faults:
            self._rows.append(_held(judged, self.run))
            if len(self._rows) >= BATCH:
                self.store()

    def store(self) -> None:
        """Store what was added since the last time."""
        self._close_earlier()
        HeldRow.objects.bulk_create(self._rows, batch_size=BATCH)
        self._rows, self._accepted, self._taken, self._mended = [], {}, set(), set()

    def _close_earlier(self) -> None:
        same = {row.digest for row in self._rows} | self._taken
        again = Q(id__in=self._mended) | Q(digest__in=same)
        for sheet, references in self._accepted.items():
            again |= Q(sheet=sheet, reference__in=references) & ~Q(code__in=SECOND_RECORDS)
        open_rows(self.run.authority).filter(again).exclude(run=self.run).update(mended_by=self.run)


def open_rows(authority: str) -> QuerySet[HeldRow]:
    """The rows of a council that still wait for someone, the latest run first."""
    rows = HeldRow.objects.filter(authority=authority, mended_by=None, settled_at=None)
    return rows.order_by("-run_id", "verdict", "file", "line")


def laid_out(held: HeldRow) -> list[str]:
    """The cells of a held row under its headings: blank where it has too few, the last ones together if too many."""
    cells, width = list(held.cells), len(held.headings)
    if len(cells) > width:
        return [*cells[: width - 1], " | ".join(cells[width - 1 :])]
    return cells + [""] * (width - len(cells))


def came_back_unchanged(authority: str, judged: Judged) -> bool:
    """Whether a row is the copy of a held one that only looks right because it was laid out anew."""
    if judged.row.held_for not in LAID_OUT_ANEW:
        return False
    held = HeldRow.objects.filter(authority=authority, id=judged.row.held).first()
    if held is None:
        return False
    before = dict(zip(held.headings, laid_out(held), strict=True))
    return before == dict(zip(judged.source.headings, judged.row.cells, strict=False))


def cells_digest(sheet: str, cells: Iterable[str]) -> str:
    """What tells a changed row from the same one, as it is written."""
    return hashlib.sha256("\x1f".join((sheet, *cells)).encode("utf-8", "surrogatepass")).hexdigest()


def _held(judged: Judged, run: ImportRun) -> HeldRow:
    row, source = judged.row, judged.source
    return HeldRow(
        run=run,
        authority=run.authority,
        file=readable(row.file),
        sheet=source.sheet.name,
        line=row.line,
        reference=readable(judged.reference)[:60],
        verdict=HeldRow.REJECTED if judged.verdict == "refused" else HeldRow.FLAGGED,
        code=judged.faults[0].code,
        faults=[one.as_words() for one in judged.faults],
        headings=list(source.headings),
        cells=[readable(cell) for cell in row.cells],
        raw=row.raw.encode(PYTHON_NAMES[source.encoding], "surrogateescape"),
        digest=cells_digest(source.sheet.name, row.cells),
    )
