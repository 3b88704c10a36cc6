"""What the registers of learning, actions, remedies and costs are narrowed by, read from the query of their address."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.oversight.learning import LearningCriteria
from putright.oversight.remedies import LedgerCriteria
from putright.web.forms.filters import TermField
from putright.web.forms.steps.lists import COSTS, REMEDIES, THEMES

ACTION_STANDINGS = {
    "overdue": "Overdue",
    "open": "To do",
    "to_check": "Done, to check",
    "worked": "Worked",
    "partly": "Worked partly",
    "not_worked": "Did not work",
}
REMEDY_STANDINGS = {"overdue": "Overdue", "owed": "Owed", "done": "Done"}


class RegisterForm(forms.Form):
    """Filters by one choice each; one that is not in its list is left out and named among the page's problems."""

    kinds: tuple[str, Mapping[str, str]] = ("", {})
    standings: Mapping[str, str] = {}

    def __init__(self, query: QueryDict, council: Authority) -> None:
        super().__init__(query)
        label, kinds = self.kinds
        services = council.vocabulary("service")
        self.fields["kind"] = TermField(label, kinds.items())
        self.fields["service"] = TermField(services.title, [(term.code, term.label) for term in services.terms])
        if self.standings:
            self.fields["standing"] = TermField("How it stands", self.standings.items())

    def _chosen(self, name: str) -> tuple[str, ...]:
        self.is_valid()
        return tuple(self.cleaned_data.get(name) or ())

    def for_ledger(self) -> LedgerCriteria:
        """As what a ledger is narrowed by."""
        return LedgerCriteria(self._chosen("kind"), self._chosen("service"), self._chosen("standing"))

    def for_learning(self) -> LearningCriteria:
        """As what the learning register is narrowed by."""
        return LearningCriteria(self._chosen("kind"), self._chosen("service"), self._chosen("standing"))


class LearningForm(RegisterForm):
    """Of what was learnt."""

    kinds = ("Theme", THEMES)


class ActionForm(RegisterForm):
    """Of actions."""

    kinds, standings = ("Theme", THEMES), ACTION_STANDINGS


class RemedyForm(RegisterForm):
    """Of remedies."""

    kinds, standings = ("Kind of remedy", REMEDIES), REMEDY_STANDINGS


class CostForm(RegisterForm):
    """Of costs."""

    kinds = ("What it was for", COSTS)
