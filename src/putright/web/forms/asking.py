"""A question to the figures as a form: every choice is in the address, so that a table can be kept and passed on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.authorities.fixed_terms import vocabulary_asked
from putright.reporting.period import Period
from putright.reporting.questions import (
    GROUPS,
    QUARTERS,
    UNITS,
    YEARS,
    Question,
    bases,
    number_columns,
    term_columns,
)
from putright.web.forms.filters import TermField

Choices = list[tuple[str, str]]

UNLESS_ASKED = "facts=representation&base=received&show=number&rows=category&years=1"
"""What is shown to someone who has asked nothing yet."""
FIELDS = ("facts", "base", "once", "show", "of", "rows", "order", "across", "year", "years", "change", "only")
SHOW_CHOICES = (
    ("number", "Number"),
    ("share", "Share of the column’s total, %"),
    ("row_share", "Share of the row, %"),
    ("average", "Average"),
    ("sum", "Sum"),
)
ORDER_CHOICES = (
    ("listed", "As the council lists them"),
    ("largest", "The largest first"),
    ("top5", "The 5 largest"),
    ("top10", "The 10 largest"),
    ("top20", "The 20 largest"),
)
YEARS_CHOICES = (("1", "That year alone"), *((str(number), f"{number} years") for number in range(2, 7)))
CHANGE_CHOICES = (("", "No"), ("number", "As a number"), ("percent", "As a percentage"), ("points", "In points"))
BASES = {
    "received": "Received",
    "requested": "Stage asked for",
    "started": "Stage started",
    "responded": "Answered",
    "closed": "Closed",
    "referred": "Referred by the Ombudsman",
    "decided": "Decided by the Ombudsman",
    "agreed": "Agreed",
    "done": "Delivered",
    "incurred": "Incurred",
    "recorded": "Recorded",
    "due": "Due",
    "completed": "Completed",
}
NUMBERS = {
    "working_days": "Working days to the answer",
    "calendar_days": "Calendar days to the answer",
    "days_to_acknowledge": "Working days to the acknowledgement",
    "entries": "Entries of correspondence",
    "pence": "Amount, in pence",
    "remedy_pence": "Remedy the Ombudsman asked for, in pence",
}
TITLES = {
    "concern": "What a concern is about",
    "concern_service": "Service a concern is about",
    "learning_service": "Service that learnt",
}


def title_of(column: str, council: Authority) -> str:
    """What people call a column of the facts."""
    vocabulary = vocabulary_asked(column, council)
    return TITLES.get(column) or NUMBERS.get(column) or (vocabulary.title if vocabulary else column)


class AskForm(forms.Form):
    """What is asked, read from the query of the page's address; `periods` are the years there is something to count."""

    def __init__(self, query: QueryDict, council: Authority, periods: Iterable[Period]) -> None:
        asked = QueryDict(UNLESS_ASKED, mutable=True) if "facts" not in query else query
        super().__init__(asked)
        self.council = council
        self.facts = asked.get("facts", "") if asked.get("facts", "") in UNITS else "representation"
        self.periods = {period.label("{start}-{yy}"): period for period in periods}
        terms = [(name, title_of(name, council)) for name in term_columns(self.facts, council)]
        numbers = [(name, title_of(name, council)) for name in number_columns(self.facts)]
        grouped = [(f"{name}{GROUPS}", f"{title}, by group") for name, title in terms if self._has_groups(name)]
        self._choose("facts", "What is counted", [(name, unit.capitalize()) for name, unit in UNITS.items()])
        self._choose("base", "In the year if", [(name, BASES[name]) for name in bases(self.facts)])
        self.fields["once"] = forms.BooleanField(required=False, label="Count each representation once")
        self.fields["show"] = TermField("What is shown", SHOW_CHOICES)
        self._choose("of", "Average or sum of", [("", "Nothing"), *numbers])
        over_time = [("", "Only the total"), (YEARS, "Years"), (QUARTERS, "Quarters")]
        self._choose("rows", "Rows", [*over_time, *terms, *grouped])
        self._choose("order", "Which rows", ORDER_CHOICES)
        self._choose("across", "Columns", [("", "None"), (QUARTERS, "Quarters"), *terms])
        self._choose("year", "Year", [(name, period.label("{start}/{yy}")) for name, period in self.periods.items()])
        self._choose("years", "How many years", YEARS_CHOICES)
        self._choose("change", "Change since the year before", CHANGE_CHOICES)
        self.fields["only"] = TermField("Only those", [*terms, *numbers])
        self._add_filters(dict(terms), dict(numbers))

    def _has_groups(self, column: str) -> bool:
        vocabulary = vocabulary_asked(column, self.council)
        return bool(vocabulary and vocabulary.groups())

    def _choose(self, name: str, label: str, choices: Iterable[tuple[str, str]]) -> None:
        wrong = f"{label}: {UNITS[self.facts]} do not have what was chosen; choose from the list"
        self.fields[name] = forms.ChoiceField(
            label=label, choices=[*choices], required=False, error_messages={"invalid_choice": wrong}
        )

    def _add_filters(self, terms: dict[str, str], numbers: dict[str, str]) -> None:
        """The fields of each filter in use; one that is `add`ed now is in use from now on."""
        chosen = dict.fromkeys([*self.data.getlist("only"), self.data.get("add", "")])
        self.filters = [name for name in chosen if name in terms or name in numbers]
        for name in self.filters:
            if name in terms:
                self.fields[f"is_{name}"] = TermField(terms[name], self._terms(name))
                self.fields[f"not_{name}"] = forms.BooleanField(required=False, label="All but these")
            else:
                for end in ("from", "to"):
                    whole = forms.IntegerField(required=False, min_value=0, label=f"{numbers[name]}, {end}")
                    whole.error_messages["invalid"] = f"{numbers[name]}: write a whole number"
                    whole.error_messages["min_value"] = f"{numbers[name]}: write a number of at least 0"
                    self.fields[f"{end}_{name}"] = whole

    def _terms(self, column: str) -> Choices:
        vocabulary = vocabulary_asked(column, self.council)
        terms = [(term.code, term.label) for term in vocabulary.terms] if vocabulary else []
        return [*terms, ("not_recorded", "Not recorded"), ("not_applicable", "Not applicable")]

    @property
    def period(self) -> Period | None:
        """The year asked for, the latest there is unless one was chosen; None where there is nothing to count."""
        chosen = self.periods.get(self.data.get("year", ""))
        return chosen or next(iter(self.periods.values()), None)

    def question(self, title: str, rows_are: str) -> Question:
        """What is asked, of a form without faults, with the words for the table and for its rows."""
        given: dict[str, Any] = self.cleaned_data
        terms = {name: tuple(given[f"is_{name}"]) for name in self.filters if f"is_{name}" in given}
        ranges = [name for name in self.filters if f"from_{name}" in self.fields]
        return Question(
            facts=self.facts,
            base=given["base"] or bases(self.facts)[0],
            title=title,
            once_each=given["once"],
            shown=tuple(given["show"]),
            of=given["of"],
            rows=given["rows"],
            rows_are=rows_are,
            across=given["across"],
            order=given["order"] or "listed",
            years=int(given["years"] or 1),
            change=given["change"],
            only=terms,
            refused=frozenset(name for name in terms if given[f"not_{name}"]),
            numbers={name: (given[f"from_{name}"], given[f"to_{name}"]) for name in ranges},
        )

    @property
    def query(self) -> str:
        """The address's query with what this form knows, and nothing else; a filter that is added is in it."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            values = self.filters if name == "only" else [value for value in self.data.getlist(name) if value]
            kept.setlist(name, values)
        return kept.urlencode()


class SaveTableForm(forms.Form):
    """The name of a table that is kept, and the report it goes into."""

    name = forms.CharField(
        label="Name of the table",
        max_length=100,
        error_messages={
            "required": "Give the table a name, such as “Complaints by district and quarter”",
            "max_length": "The name of a table may have 100 characters at most",
        },
    )

    def __init__(self, data: QueryDict | None, reports: Choices, kept: dict[str, str] | None = None) -> None:
        super().__init__(data, initial=kept)
        self.fields["report"] = forms.ChoiceField(
            label="Report", choices=reports, error_messages={"invalid_choice": "Choose a report from the list"}
        )
