"""The due-date calculator: its question and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from putright.rules import in_words
from putright.web.forms.due_date import DueDateForm, limit_choices
from putright.web.forms.filters import DAY_EXAMPLE
from putright.web.presenters.clocks import Reckoning
from putright.web.presenters.problems import error_of, problems_of


@dataclass(frozen=True)
class DueDatePage:
    """The form, and the answer once it can be given."""

    form: DueDateForm

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def answer(self) -> str:
        """The last day in words, empty when there is no answer."""
        return in_words(self.form.due.on) if self.form.due else ""

    @property
    def reckoning(self) -> Reckoning | None:
        """How the answer was worked out."""
        return Reckoning.of(self.form.due) if self.form.due else None

    @property
    def limit(self) -> dict[str, Any]:
        """The choice of a limit."""
        choices = [{"value": "", "text": "Choose a time limit"}]
        return {
            "id": "limit",
            "name": "limit",
            "label": {"text": "Time limit", "classes": "govuk-label--s"},
            "items": [*choices, *({"value": v, "text": t} for v, t in limit_choices(self.form.book))],
            "value": self.form["limit"].value() or "",
            "errorMessage": error_of(self.form, "limit"),
        }

    @property
    def start(self) -> dict[str, Any]:
        """The day the clock starts."""
        return {
            "id": "start",
            "name": "start",
            "label": {"text": "Day on which the clock starts", "classes": "govuk-label--s"},
            "hint": {"text": DAY_EXAMPLE},
            "classes": "govuk-input--width-10",
            "value": self.form["start"].value() or "",
            "errorMessage": error_of(self.form, "start"),
        }

    @property
    def extended(self) -> dict[str, Any]:
        """Whether with the extension."""
        return {
            "idPrefix": "extended",
            "name": "extended",
            "items": [{"value": "on", "text": "With the longest extension the rule allows"}],
            "values": ["on"] if self.form["extended"].value() else [],
            "classes": "govuk-checkboxes--small",
            "errorMessage": error_of(self.form, "extended"),
        }
