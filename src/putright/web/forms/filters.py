"""What a list of representations is narrowed by. Every filter is in the address of the page, so a list can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.web.listing import DUE_CHOICES, TIMELINESS_CHOICES, Criteria

DAY_FORMATS = ["%d/%m/%Y", "%d %m %Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y"]
DAY_EXAMPLE = "For example, 6/4/2017"
STATUS_CHOICES = (("open", "Open"), ("closed", "Closed"))


class TermField(forms.MultipleChoiceField):
    """Terms of one of the council's vocabularies; none chosen means any."""

    def __init__(self, label: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__(
            label=label,
            choices=[*choices],
            required=False,
            error_messages={"invalid_choice": f"{label}: choose from the list"},
        )


class DayField(forms.DateField):
    """A day, written in any of the ways people write it."""

    def __init__(self, label: str) -> None:
        wrong = f"“{label}” must be a real date, like 6/4/2017"
        super().__init__(label=label, required=False, input_formats=DAY_FORMATS, error_messages={"invalid": wrong})


class FilterForm(forms.Form):
    """The filters of the list of representations, read from the query of its address."""

    def __init__(self, query: QueryDict, council: Authority) -> None:
        super().__init__(query)
        self.fields["q"] = forms.CharField(label="Search", required=False, max_length=200)
        self.fields["status"] = TermField("Status", STATUS_CHOICES)
        self.fields["due"] = TermField("What is due", DUE_CHOICES)
        self.fields["category"] = TermField("Category", _terms(council, "category"))
        for name in ("type", "service", "received_from"):
            self.fields[name] = TermField(council.vocabulary(name).title, _terms(council, name))
        self.fields["timeliness"] = TermField("Time limits", TIMELINESS_CHOICES)
        self.fields["received_since"] = DayField("Received on or after")
        self.fields["received_until"] = DayField("Received on or before")

    def clean(self) -> dict[str, Any]:
        """A period must not end before it begins."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("received_since"), cleaned.get("received_until")
        if since and until and until < since:
            self.add_error("received_until", "“Received on or before” must not be earlier than “Received on or after”")
        return cleaned

    @property
    def words(self) -> str:
        """What is searched for, empty for nothing."""
        self.is_valid()
        return str(self.cleaned_data.get("q", "")).strip()

    def criteria(self) -> Criteria:
        """The filters that can be used; one that cannot is left out and named among the page's problems."""
        self.is_valid()
        given = self.cleaned_data
        chosen = {name: tuple(given.get(name) or ()) for name in ("category", "type", "service", "received_from")}
        return Criteria(
            status=tuple(given.get("status") or ()),
            due=tuple(given.get("due") or ()),
            timeliness=tuple(given.get("timeliness") or ()),
            terms={name: codes for name, codes in chosen.items() if codes},
            received_since=given.get("received_since"),
            received_until=given.get("received_until"),
        )


def _terms(council: Authority, name: str) -> list[tuple[str, str]]:
    return [(term.code, term.label) for term in council.vocabulary(name).terms]
