"""Giving several representations to one post: the page that asks, and the page that tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from putright.web.forms.assigning import AssignForm
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import plural, short_date


@dataclass(frozen=True)
class Given:
    """What came of one representation: `told` in a sentence, and whether it is with the post now."""

    row: Any
    told: str
    done: bool


@dataclass(frozen=True)
class AssignPage:
    """The form and the representations chosen; `given` is empty until it was sent."""

    form: AssignForm
    rows: Sequence[Any]
    given: Sequence[Given]

    @property
    def template(self) -> str:
        """The page that asks, or the page that tells."""
        return "work/assigned.html" if self.given else "work/assign.html"

    @property
    def title(self) -> str:
        """The heading of the page that asks."""
        return f"Give {plural(len(self.rows), 'representation')} to somebody to handle"

    @property
    def outcome(self) -> str:
        """The heading of the page that tells."""
        done, handler = sum(each.done for each in self.given), self.form.cleaned_data["handler"]
        if done == len(self.given):
            are = "is" if done == 1 else "are"
            return f"{plural(done, 'representation')} {are} with {handler}"
        return f"{done} of {plural(len(self.given), 'representation')} are with {handler}"

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def handler(self) -> dict[str, Any]:
        """The choice of a post."""
        posts = [{"value": value, "text": text} for value, text in self.form.fields["handler"].choices]
        return {
            "id": "handler",
            "name": "handler",
            "label": {"text": "Who is to handle them", "classes": "govuk-label--s"},
            "items": [{"value": "", "text": "Choose a post"}, *posts],
            "value": self.form["handler"].value() or "",
            "errorMessage": error_of(self.form, "handler"),
        }

    @property
    def chosen(self) -> list[str]:
        """What the form carries on for each representation: its number and where it was read."""
        return [f"{row.id}-{self.form.chosen[row.id]}" for row in self.rows]

    @property
    def lines(self) -> list[dict[str, str]]:
        """The representations, each with whom it is with now."""
        return [
            {
                "reference": row.reference,
                "href": reverse("representation", args=[row.id]),
                "post": row.handler or "Nobody yet",
                "due": short_date(row.due_on, "Nothing due"),
            }
            for row in self.rows
        ]

    @property
    def results(self) -> list[dict[str, Any]]:
        """What came of each, those that were not given first."""
        return [
            {
                "reference": each.row.reference,
                "href": reverse("representation", args=[each.row.id]),
                "told": each.told,
                "tag": ("Given", "govuk-tag--green") if each.done else ("Not given", "govuk-tag--red"),
            }
            for each in sorted(self.given, key=lambda each: each.done)
        ]
