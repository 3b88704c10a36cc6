"""One run of the import with the rows it holds, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.intake.models import HeldRow, ImportRun
from putright.web.keyset import Page
from putright.web.presenters.imports import RunLine, neighbours
from putright.web.presenters.words import long_date, moment, number, plural

VERDICTS = {HeldRow.REJECTED: "Rejected", HeldRow.FLAGGED: "Accepted, to look at"}


@dataclass(frozen=True)
class HeldLine:
    """One held row: where it stands, what is wrong, the remedy, and what became of it."""

    row: HeldRow

    @property
    def href(self) -> str:
        """Its page."""
        return reverse("held-row", args=[self.row.run_id, self.row.id])

    @property
    def place(self) -> str:
        """Its line."""
        return f"Line {number(self.row.line)}"

    @property
    def file(self) -> str:
        """Its file."""
        return str(self.row.file)

    @property
    def reference(self) -> str:
        """Its reference, as far as it has one."""
        return self.row.reference or "No reference"

    @property
    def verdict(self) -> str:
        """What became of it in this run."""
        return VERDICTS[self.row.verdict]

    @property
    def faults(self) -> list[dict[str, str]]:
        """What is wrong with it."""
        return [
            {
                "column": fault["column"] or "The row",
                "value": fault["value"],
                "reason": fault["reason"],
                "remedy": fault["remedy"],
            }
            for fault in self.row.faults
        ]

    @property
    def standing(self) -> tuple[str, str]:
        """Whether it waits or is settled, with the colour of its tag."""
        if self.row.mended_by_id:
            return "Judged again", "govuk-tag--green"
        if self.row.settled_at:
            return "Settled", "govuk-tag--grey"
        return "Waiting", "govuk-tag--yellow" if self.row.verdict == HeldRow.FLAGGED else "govuk-tag--red"

    @property
    def note(self) -> str:
        """By whom and when it was settled, empty while it waits."""
        if self.row.settled_at:
            return f"Settled by {self.row.settled_by} on {moment(self.row.settled_at)}."
        return "A later import judged this row again." if self.row.mended_by_id else ""


@dataclass(frozen=True)
class RunPage:
    """One run with the rows it holds; `codes` are the faults there are: code, an example's reason, how many rows."""

    run: ImportRun
    page: Page
    codes: Sequence[tuple[str, int]]
    sheets: Sequence[str]
    query: QueryDict

    @property
    def title(self) -> str:
        """What and when."""
        return f"Import of {moment(self.run.started_at)}"

    @property
    def summary(self) -> list[dict[str, Any]]:
        """What was imported and what became of it."""
        run = self.run
        became = f"{number(run.created)} new, {number(run.changed)} changed, {number(run.unchanged)} as they were"
        rows = [
            ("Files", RunLine(run).files),
            ("Imported by", run.by),
            ("Judged as of", long_date(run.as_of)),
            ("Rows", number(run.rows)),
            ("Accepted", f"{number(run.accepted)} ({number(run.flagged)} of them to look at)"),
            ("Blank and skipped", number(run.skipped)),
            ("Rejected", number(run.rejected)),
            ("Representations", became),
        ]
        return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]

    @property
    def was_cut_off(self) -> bool:
        """Whether it did not come to its end."""
        return self.run.finished_at is None

    @cached_property
    def lines(self) -> list[HeldLine]:
        """The held rows of this page."""
        return [HeldLine(row) for row in self.page.rows]

    @property
    def count(self) -> str:
        """How many rows are listed."""
        return plural(self.page.count, "row") if self.page.count is not None else "More than 1,000 rows"

    @property
    def held(self) -> bool:
        """Whether the run holds any row at all."""
        return bool(self.codes)

    @property
    def choices(self) -> list[dict[str, Any]]:
        """The filters: what became of the row, and its fault."""
        verdicts = [{"value": "", "text": "All"}, *({"value": v, "text": t} for v, t in VERDICTS.items())]
        faults = [{"value": code, "text": f"{fault_name(code)} ({number(count)})"} for code, count in self.codes]
        return [
            self._choice("verdict", "What became of the row", verdicts),
            self._choice("fault", "Fault", [{"value": "", "text": "All"}, *faults]),
        ]

    @property
    def downloads(self) -> list[dict[str, str]]:
        """One file of held rows a sheet."""
        return [
            {
                "text": f"Download the held rows{f' of {sheet}' if len(self.sheets) > 1 else ''} (CSV)",
                "href": reverse("held-rows-csv", args=[self.run.id, sheet]),
            }
            for sheet in self.sheets
        ]

    @cached_property
    def pagination(self) -> dict[str, Any]:
        """Links to the neighbouring pages."""
        return neighbours(reverse("import-run", args=[self.run.id]), self.query, self.page)

    def _choice(self, name: str, label: str, items: list[dict[str, str]]) -> dict[str, Any]:
        return {
            "id": name,
            "name": name,
            "label": {"text": label, "classes": "govuk-label--s"},
            "items": items,
            "value": self.query.get(name, ""),
        }


def fault_name(code: str) -> str:
    """A fault's code in words.

    >>> fault_name("unknown_value")
    'Unknown value'
    """
    return code.replace("_", " ").capitalize()
