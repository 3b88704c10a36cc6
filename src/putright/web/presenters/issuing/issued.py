"""Issued reports: the list with the drafts on their way, and one of them as it was issued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from putright.issuing.issued import OpenedReport
from putright.issuing.models import Draft, IssuedReport
from putright.reporting.render.forms import FORMS
from putright.web.presenters.issuing.draft import STATUS
from putright.web.presenters.words import long_date, moment, number


@dataclass(frozen=True)
class IssuedList:
    """What was issued, and the drafts for whoever may see them; `titles` are those of the reports by their slugs."""

    issued: Sequence[IssuedReport]
    drafts: Sequence[Draft]
    titles: Mapping[str, str]
    may_see_drafts: bool

    @property
    def lines(self) -> list[dict[str, Any]]:
        """What was issued."""
        return [
            {
                "title": row.title,
                "href": reverse("issued-report", args=[row.id]),
                "edition": number(row.edition),
                "issued": long_date(row.issued_at.date()),
                "by": row.by,
                "superseded": _superseded_by(row) is not None,
            }
            for row in self.issued
        ]

    @property
    def draft_lines(self) -> list[dict[str, Any]]:
        """The drafts."""
        return [
            {
                "title": draft.period.label(self.titles.get(draft.report, draft.report)),
                "href": reverse("draft", args=[draft.id]),
                "status": STATUS[draft.status],
                "begun": f"Begun by the {draft.by} on {moment(draft.started_at)}",
            }
            for draft in self.drafts
        ]


def _superseded_by(row: IssuedReport) -> IssuedReport | None:
    return getattr(row, "superseded_by", None)


@dataclass(frozen=True)
class IssuedPage:
    """One issued report."""

    opened: OpenedReport

    @property
    def row(self) -> IssuedReport:
        """The report as it stands in the register."""
        return self.opened.row

    @property
    def number(self) -> int:
        """Its number."""
        return int(self.row.id)

    @property
    def edition(self) -> str:
        """Which edition it is."""
        return f"Edition {self.row.edition}"

    @property
    def superseded(self) -> dict[str, str] | None:
        """What superseded it, None while it stands."""
        later = _superseded_by(self.row)
        if later is None:
            return None
        text = f"edition {later.edition}, issued on {long_date(later.issued_at.date())}"
        return {"text": text, "href": reverse("issued-report", args=[later.id])}

    @property
    def facts(self) -> list[dict[str, Any]]:
        """What is known of it, as rows of a summary list."""
        rules = self.opened.manifest["disclosure"]
        small = {
            "withhold": f"Counts from 1 to {rules['threshold'] - 1} withheld, and what would give them away",
            "round": f"Counts rounded to the nearest {rules['base']}",
            "none": "Every number printed as it is",
        }[rules["method"]]
        rows = [
            ("Issued", f"{moment(self.row.issued_at)}, by the {self.row.by}"),
            ("Approved", "; ".join(self._approval(each) for each in self.row.approvals)),
            ("Small numbers", f"{small}. {rules['why']}".strip()),
            ("Seal", self.row.seal),
        ]
        if self.row.supersedes:
            rows.insert(1, ("Supersedes", f"Edition {self.row.supersedes.edition}"))
        return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]

    def _approval(self, approval: Mapping[str, str]) -> str:
        return f"{approval['post']}, {moment(datetime.fromisoformat(approval['at']))}"

    @property
    def contributors(self) -> list[str]:
        """Who wrote commentary, and when they last did."""
        said = self.opened.manifest["contributors"]
        return [f"{each['post']}, {moment(datetime.fromisoformat(each['at']))}" for each in said]

    @property
    def files(self) -> list[dict[str, str]]:
        """The forms it was issued in."""
        return [
            {
                "text": FORMS[name].title if name in FORMS else name,
                "href": reverse("issued-file", args=[self.number, name]),
            }
            for name in self.opened.manifest["forms"]
        ]

    @property
    def parts(self) -> list[dict[str, str]]:
        """Every part that is kept, with its digest."""
        return [
            {"name": name, "size": f"{number(part['size'])} bytes", "sha256": part["sha256"]}
            for name, part in sorted(self.opened.manifest["parts"].items())
        ]
