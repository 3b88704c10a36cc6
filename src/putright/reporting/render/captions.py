"""What tables and charts are called where they are printed: by their titles, numbered where these have no numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from putright.reporting.report import BuiltReport

_NUMBERED = re.compile(r"^(Table|Chart|Graph|Figure|Appendix|Annex) \w?\d")


@dataclass(frozen=True)
class Caption:
    """A title, and the number that it is given because it has none of its own: 0 where it needs none."""

    kind: str
    number: int
    title: str

    @property
    def text(self) -> str:
        """The caption in full: Table 3: How complaints are made."""
        return f"{self.kind} {self.number}: {self.title}" if self.number else self.title


def captions(report: BuiltReport) -> Mapping[str, Caption]:
    """The caption of each table and chart of `report` by its id.

    Tables are numbered in the order in which they are printed; not, if the author has numbered any of them. Neither are
    charts.
    """
    return {
        **_numbered("Table", {table.id: table.title for table in report.tables}, report.document.placed("table")),
        **_numbered("Chart", {chart.id: chart.title for chart in report.charts}, report.document.placed("chart")),
    }


def _numbered(kind: str, titles: Mapping[str, str], placed: Iterable[str]) -> dict[str, Caption]:
    has_own = any(_NUMBERED.match(title) for title in titles.values())
    order = [name for name in dict.fromkeys([*placed, *titles]) if name in titles]
    return {name: Caption(kind, 0 if has_own else at, titles[name]) for at, name in enumerate(order, start=1)}
