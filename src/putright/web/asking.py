"""What the pages that ask the figures fetch: the years there are, the table that answers, what is kept."""

from __future__ import annotations

from django.db import connection
from django.http import QueryDict

from putright.authorities import Authority
from putright.oversight.reports import engine_for
from putright.reporting.asking import read_question
from putright.reporting.definition import Table
from putright.reporting.period import Period
from putright.reporting.tables import BuiltTable, build_table
from putright.web.forms.asking import AskForm
from putright.web.live_reports import received_between
from putright.web.presenters.asking.words import Fault, dimension_in_words, faults_in_words, title_in_words
from putright.web.presenters.report_list import years_between


class Asked:
    """A form read and answered: `table` is None where something is wrong, and `faults` then say all of it."""

    def __init__(self, query: QueryDict, council: Authority) -> None:
        first, last = received_between(council)
        periods = years_between(council.year_starts_month, first, last) if first and last else []
        self.council = council
        self.form = AskForm(query, council, periods)
        self.table: Table | None = None
        self.faults: list[Fault] = []
        if self.form.is_valid():
            rows = dimension_in_words(self.form.cleaned_data["rows"], self.form)
            self.question = self.form.question(title_in_words(self.form), rows)
            self.table, faults = read_question(self.question, council)
            self.faults = faults_in_words(faults)

    def built(self, period: Period) -> BuiltTable | None:
        """The table on a year, counted now; None where the question is faulty."""
        if self.table is None:
            return None
        with engine_for(self.council.slug, connection) as engine:
            return build_table(self.table, period, engine, self.council.slug, {})
