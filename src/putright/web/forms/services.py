"""The service, or the group of services, that a live page is narrowed to, and the year it is about."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.reporting.period import Period

_GROUP = "group:"


class ServiceForm(forms.Form):
    """Read from the query of the page's address; what is not in its list is left out and named among the problems."""

    def __init__(self, query: QueryDict, council: Authority, periods: Iterable[Period] = ()) -> None:
        super().__init__(query)
        self.services, self.title = council.vocabulary("service"), council.vocabulary("service").title
        self.periods = {period.label("{start}-{yy}"): period for period in periods}
        groups = [(f"{_GROUP}{group}", f"{group}, all") for group in self.services.groups()]
        terms = [(term.code, term.label) for term in self.services.terms]
        years = [(name, period.label("{start}/{yy}")) for name, period in self.periods.items()]
        self.fields["service"] = forms.ChoiceField(
            label=self.title,
            choices=[("", "All services"), *groups, *terms],
            required=False,
            error_messages={"invalid_choice": f"{self.title}: choose from the list"},
        )
        if years:
            wrong = "Year: choose from the list"
            self.fields["year"] = forms.ChoiceField(
                label="Year", choices=years, required=False, error_messages={"invalid_choice": wrong}
            )

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of the services; none for all."""
        self.is_valid()
        given = str(self.cleaned_data.get("service", ""))
        if given.startswith(_GROUP):
            return tuple(term.code for term in self.services.terms if term.group == given.removeprefix(_GROUP))
        return (given,) if given else ()

    @property
    def period(self) -> Period | None:
        """The year asked for, else the latest there is; None where there is nothing to count."""
        self.is_valid()
        given = self.periods.get(str(self.cleaned_data.get("year", "")))
        return given or next(iter(self.periods.values()), None)

    @property
    def query(self) -> str:
        """The query of the address with what this form knows and nothing else."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            if value := self.data.get(name, ""):
                kept[name] = value
        return kept.urlencode()
