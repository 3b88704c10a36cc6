"""What is looked at before a report goes out: claims, names, checks, restatements, small numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from putright.issuing.contents import Written
from putright.issuing.names import Found
from putright.issuing.restatements import Compared
from putright.reporting.claims import Claim
from putright.reporting.comparing import Restatement
from putright.reporting.disclosure.releasing import Released
from putright.web.forms.issuing import DisclosureForm
from putright.web.presenters.issuing.draft import DraftFrame
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import number, plural

METHODS = {
    "withhold": "Withhold small numbers, and whatever would give them away",
    "round": "Round every count",
    "none": "Print every number as it is",
}
HOW = {"came": "came in", "went": "went out", "changed": "counts otherwise"}


@dataclass(frozen=True)
class ChecksPage(DraftFrame):
    """Numbers typed in the prose, names in it, and the checks of the report that fail."""

    written: Written
    claims: tuple[Claim, ...]
    names: tuple[Found, ...]
    may_propose: bool

    @property
    def failing(self) -> list[str]:
        """What the checks that fail say."""
        return [check.message for check in self.written.report.checks if not check.ok]

    @property
    def waited_for(self) -> str:
        """Whose commentary is not finished, in a sentence; empty when nobody's is."""
        posts = dict.fromkeys(each.post for each in self.opened.state.waited_for)
        return f"Not finished yet: {', '.join(posts)}." if posts else ""

    @property
    def claim_count(self) -> str:
        """How many numbers are typed."""
        return plural(len(self.claims), "number is typed", "numbers are typed")

    @property
    def names_field(self) -> dict[str, Any]:
        """A box to tick for each name that is let stand."""
        items = [
            {
                "value": each.words,
                "text": each.words,
                "id": f"name-{at}",
                "hint": {"text": f"{each.why}: {each.passage}"},
            }
            for at, each in enumerate(self.names)
        ]
        legend = {"text": "What could tell who somebody is", "classes": "govuk-fieldset__legend--m"}
        hint = "Take them out of the prose, or tick those that may stand because they tell of nobody."
        return {
            "idPrefix": "name",
            "name": "let_stand",
            "fieldset": {"legend": legend},
            "hint": {"text": hint},
            "items": items,
        }


@dataclass(frozen=True)
class ComparedReport:
    """One issued report held against the draft."""

    compared: Compared
    titles: dict[str, str]

    @property
    def heading(self) -> str:
        """Which report it is."""
        row = self.compared.issued.row
        return f"{row.title}, edition {row.edition}"

    @property
    def told(self) -> str:
        """What came of it, in a sentence."""
        found = self.compared.comparison
        same = f"{plural(found.compared, 'figure is', 'figures are')} about the same months"
        if not found.restated:
            return f"{same}. All of them are what was issued."
        moved = plural(len(found.moved), "representation") + " moved" if found.moved else "no representation moved"
        return f"{same}. {plural(len(found.restated), 'figure is', 'figures are')} restated; {moved}."

    @property
    def tables(self) -> list[dict[str, Any]]:
        """The restated figures by table."""
        grouped: dict[str, list[dict[str, Any]]] = {}
        for each in self.compared.comparison.restated:
            grouped.setdefault(self.titles.get(each.figure.table, "Figures of the text"), []).append(_row(each))
        return [{"title": title, "rows": rows} for title, rows in grouped.items()]

    @property
    def no_more(self) -> list[str]:
        """Figures that were issued and that this report no longer has."""
        return [" · ".join(part for part in each.place if part) for each in self.compared.comparison.no_more]


def _row(each: Restatement) -> dict[str, Any]:
    moved = [
        {
            "text": m.reference,
            "href": reverse("representation", args=[m.representation]),
            "how": HOW[m.how],
        }
        for m in each.moved
    ]
    return {
        "what": ", ".join(part for part in (each.figure.group, each.figure.row, each.figure.column) if part),
        "was": each.was or "nothing",
        "now": each.now or "nothing",
        "moved": moved,
    }


@dataclass(frozen=True)
class ComparePage(DraftFrame):
    """The draft against what was issued."""

    written: Written
    found: list[Compared]

    @property
    def reports(self) -> list[ComparedReport]:
        """Each report it is held against."""
        titles = {table.id: table.title for table in self.written.report.tables}
        return [ComparedReport(compared, titles) for compared in self.found]


@dataclass(frozen=True)
class DisclosurePage(DraftFrame):
    """Small numbers: the rules, what they withhold in each table, and what the audit says."""

    released: Released
    form: DisclosureForm
    may_set: bool

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def rule(self) -> str:
        """What is done now, in a sentence."""
        rules = self.released.rules
        if rules.method == "withhold":
            return (
                f"Counts from 1 to {rules.threshold - 1} are printed [c], and with them whatever would give one away."
            )
        if rules.method == "round":
            return f"Every count is rounded to the nearest {rules.base}."
        return "Every number is printed as it is."

    @property
    def whose(self) -> str:
        """Whose rule it is."""
        state = self.opened.state
        return f"For this report alone: {state.why_disclosure}" if state.disclosure else "The council’s rule."

    @property
    def audit(self) -> str:
        """What the audit found, in a sentence; empty where nothing is withheld."""
        withheld = self.released.withheld
        if not withheld.counts:
            return ""
        if withheld.found_out:
            return f"The audit found {number(len(withheld.found_out))} that can be worked out. Do not publish it."
        small, more = number(len(withheld.small)), number(len(withheld.protecting))
        tried = f"The audit tried each of the {number(len(withheld.counts))}: none can be worked out."
        return f"{small} counts are small, and {more} more are withheld to protect them. {tried}"

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Each table with how many of its cells are withheld."""
        told = []
        for table in self.released.report.tables:
            small, protecting = self.released.withheld_in(table.id)
            cells = len(table.shown) * len(table.columns)
            told.append({"title": table.title, "cells": cells, "small": small, "protecting": protecting})
        return told

    @property
    def figures(self) -> str:
        """How many figures of the text are withheld."""
        marked = sum(bool(figure.mark) for figure in self.released.report.figures)
        return f"{plural(marked, 'figure')} of the text of {len(self.released.report.figures)}"

    @property
    def method_field(self) -> dict[str, Any]:
        """The methods."""
        rules = self.released.rules
        return {
            "idPrefix": "method",
            "name": "method",
            "fieldset": {"legend": {"text": "For this report", "classes": "govuk-fieldset__legend--m"}},
            "items": [{"value": value, "text": text} for value, text in METHODS.items()],
            "value": self.form["method"].value() or rules.method,
            "errorMessage": error_of(self.form, "method"),
        }

    @property
    def number_fields(self) -> list[dict[str, Any]]:
        """The threshold and the base."""
        rules = self.released.rules
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": label, "classes": "govuk-label--s"},
                "classes": "govuk-input--width-2",
                "inputmode": "numeric",
                "value": str(self.form[name].value() or usual),
                "errorMessage": error_of(self.form, name),
            }
            for name, label, usual in (
                ("threshold", "The smallest count that is printed", rules.threshold),
                ("base", "What counts are rounded to, if they are", rules.base),
            )
        ]

    @property
    def why_field(self) -> dict[str, Any]:
        """The reason."""
        return {
            "id": "why",
            "name": "why",
            "label": {"text": "Why this report differs from the council’s rule", "classes": "govuk-label--s"},
            "rows": 3,
            "value": self.form["why"].value() or "",
            "errorMessage": error_of(self.form, "why"),
        }
