"""What is behind one figure of a report: the number, its base in words, and the representations it counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from putright.reporting.figures import CellAt
from putright.reporting.render.words import cell_words
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell
from putright.web.presenters.report import Place
from putright.web.presenters.representation_line import RepresentationLine
from putright.web.presenters.words import number, plural


@dataclass(frozen=True)
class CellPage:
    """The page of one cell: `here` is its address, `trail` what leads to it.

    `lines` is a page of the cases behind it, `after` the key to go on from, 0 for no more; `withheld` are cases of this
    page that whoever looks may not see.
    """

    table: BuiltTable
    at: CellAt
    lines: list[RepresentationLine]
    started_after: int
    after: int
    withheld: int
    here: str
    trail: list[dict[str, str]]

    @property
    def not_shown(self) -> str:
        """That some of what it counts may not be shown, empty where all is."""
        if not self.withheld:
            return ""
        verb = "is" if self.withheld == 1 else "are"
        return f"{self.withheld} more {verb} counted here, and restricted to those who work on it."

    @property
    def cell(self) -> Cell:
        """The cell."""
        return self.table.rows[self.at.row].cells[self.at.column]

    @property
    def value(self) -> str:
        """What is printed in it."""
        return cell_words(self.cell)

    @property
    def group(self) -> str:
        """The heading its row stands under, or the table's title where there is none."""
        return self.table.rows[self.at.row].group or self.table.title

    @property
    def title(self) -> str:
        """Its row and its column."""
        row = self.table.rows[self.at.row].label
        return f"{row[:1].upper()}{row[1:]}, {self.table.columns[self.at.column].label}"

    @property
    def base(self) -> str:
        """What it counts."""
        return f"It counts {self.table.unit} {self.cell.base}."

    @property
    def worked_out(self) -> str:
        """How a share or an average was worked out, empty for a count."""
        above, below = self.cell.numerator, self.cell.denominator
        if above is None or below is None or self.cell.unit == "pounds":
            return ""
        if self.cell.unit == "percent":
            return f"{number(above)} of {number(below)}."
        return f"{number(above)} in all, divided by {number(below)}."

    @property
    def cases(self) -> int:
        """How many cases are behind it: what a count or a share counts, what an average is taken of."""
        averaged = self.cell.cases is not None and self.cell.cases.counts.kind == "sum"
        return (self.cell.denominator if averaged else self.cell.numerator) or 0

    @property
    def count(self) -> str:
        """How many cases are behind it, in words."""
        return f"{plural(self.cases, 'case')} behind this figure"

    @cached_property
    def pagination(self) -> dict[str, Any]:
        """The links to the first and the next page."""
        links: dict[str, Any] = {"landmarkLabel": "Pages of the cases"}
        if self.started_after:
            links["previous"] = {"href": self.here, "text": "Back to the first"}
        if self.after:
            links["next"] = {"href": f"{self.here}{'&' if '?' in self.here else '?'}after={self.after}"}
        return links


def trail_in_report(report: BuiltReport, table: BuiltTable) -> list[dict[str, str]]:
    """What leads to a cell of a report: the reports, the report, the table by its title as far as its number."""
    place = Place.of(report.report, report.period)
    return [
        {"text": "Reports", "href": reverse("reports")},
        {"text": report.title, "href": place.href("report")},
        {"text": table.title.split(":")[0], "href": place.href("report-table", table.id)},
    ]
