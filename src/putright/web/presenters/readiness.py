"""How ready the records are, in words: the score, each table with what is amiss, and the cases it is amiss with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from putright.oversight.readiness import Amiss
from putright.reporting.period import Period
from putright.reporting.readiness import Readiness, TableReadiness
from putright.reporting.readiness_checks import KINDS
from putright.reporting.report import ReportDefinition
from putright.web.presenters.report import Place
from putright.web.presenters.representation_line import RepresentationLine
from putright.web.presenters.words import number, plural, sentence

HEADS = {"blank": "Blank", "contradictory": "Contradictory", "unfinished": "Unfinished", "late": "Late"}


def score_words(score: int | None) -> str:
    """A score as it is printed."""
    return "No records" if score is None else f"{score}%"


@dataclass(frozen=True)
class ReadinessPage:
    """A report's tables with what is amiss in each."""

    definition: ReportDefinition
    period: Period
    readiness: Readiness

    @property
    def place(self) -> Place:
        """Where the report stands among the pages."""
        return Place.of(self.definition.slug, self.period)

    @property
    def title(self) -> str:
        """The report's title."""
        return self.period.label(self.definition.title)

    @property
    def score(self) -> str:
        """The score of the whole report."""
        return score_words(self.readiness.score)

    @property
    def rule(self) -> str:
        """What the score counts."""
        unfinished = (
            "The period is over, so what is unfinished counts."
            if self.readiness.is_over
            else "The period is not over, so what is unfinished does not count yet."
        )
        return f"The score is the share of what the tables count that has nothing amiss with it. {unfinished}"

    @property
    def heads(self) -> list[str]:
        """The kinds of what can be amiss."""
        return [HEADS[kind] for kind in KINDS]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each table, the one with the lowest score first."""
        titles = {table.id: self.period.label(table.title) for table in self.definition.tables}
        tables = sorted(self.readiness.tables, key=lambda table: (table.score is None, table.score))
        return [
            {
                "title": titles[table.table],
                "href": self.place.href("report-table", table.table),
                "facts": number(table.facts),
                "score": score_words(table.score),
                "amiss": [self._amiss(table, kind) for kind in KINDS],
            }
            for table in tables
        ]

    def _amiss(self, table: TableReadiness, kind: Any) -> dict[str, str]:
        href = self.place.href("report-amiss", table.table, kind) if table.amiss[kind] else ""
        return {"text": number(table.amiss[kind]), "href": href, "what": HEADS[kind].lower()}


@dataclass(frozen=True)
class AmissPage:
    """What is amiss with the facts of one table, of one kind, and a page of the cases; `on_after` is 0 for no more."""

    definition: ReportDefinition
    period: Period
    kind: str
    amiss: Amiss
    lines: list[RepresentationLine]
    on_after: int

    @property
    def place(self) -> Place:
        """Where the report stands among the pages."""
        return Place.of(self.definition.slug, self.period)

    @property
    def report_title(self) -> str:
        """The report's title."""
        return self.period.label(self.definition.title)

    @property
    def table_title(self) -> str:
        """The table's title."""
        return self.period.label(self.amiss.table.title)

    @property
    def title(self) -> str:
        """The kind, as a heading."""
        return HEADS[self.kind]

    @property
    def told(self) -> list[dict[str, str]]:
        """Each check that is true of something, the most frequent first."""
        found = sorted(self.amiss.checks, key=lambda each: -each[1])
        return [{"what": sentence(check.says), "number": number(count)} for check, count in found if count]

    @property
    def count(self) -> str:
        """How many representations it is about."""
        return plural(len(self.amiss.representations), "representation")

    @property
    def pagination(self) -> dict[str, Any]:
        """The link to the next page."""
        here = self.place.href("report-amiss", self.amiss.table.id, self.kind)
        links: dict[str, Any] = {"landmarkLabel": "Pages of the cases"}
        return links | ({"next": {"href": f"{here}?after={self.on_after}"}} if self.on_after else {})
