"""Cover for leave in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.accounts.models import Account, Cover
from putright.web.forms.cover import CoverForm
from putright.web.forms.filters import DAY_EXAMPLE
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import long_date


def arranged(cover: Cover) -> str:
    """That a cover was arranged, as a sentence."""
    days = f"from {long_date(cover.from_on)} to {long_date(cover.until_on)}"
    return f"{cover.covering.post} stands in for {cover.covered.post} {days}."


@dataclass(frozen=True)
class CoverPage:
    """The covers that stand or are to come, and the form."""

    form: CoverForm
    accounts: Sequence[Account]
    covers: Sequence[Cover]
    today: date

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The covers, the first to begin first."""
        return [
            {
                "id": cover.id,
                "covered": cover.covered.post,
                "covering": cover.covering.post,
                "from": long_date(cover.from_on),
                "until": long_date(cover.until_on),
                "standing": "Now" if cover.from_on <= self.today else "To come",
                "by": cover.arranged_by,
            }
            for cover in self.covers
        ]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """Who is away, and who stands in."""
        items = [{"value": str(each.id), "text": f"{each.post} ({each.email})"} for each in self.accounts]
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": label, "classes": "govuk-label--s"},
                "items": [{"value": "", "text": "Choose"}, *items],
                "value": str(self.form[name].value() or ""),
                "errorMessage": error_of(self.form, name),
            }
            for name, label in (("covered", "Who is away"), ("covering", "Who stands in"))
        ]

    @property
    def days(self) -> list[dict[str, Any]]:
        """The first and the last day."""
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": label, "classes": "govuk-label--s"},
                "hint": {"text": DAY_EXAMPLE},
                "classes": "govuk-input--width-10",
                "value": self.form[name].value() or "",
                "errorMessage": error_of(self.form, name),
            }
            for name, label in (("from_on", "First day"), ("until_on", "Last day, included"))
        ]
