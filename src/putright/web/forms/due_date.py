"""The due-date calculator: which limit, from which day, extended or not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from putright.rules import Book, DueDate, NoExtension, NotYetInForce, OutsideCalendar, due_date
from putright.web.forms.filters import DAY_FORMATS


class DueDateForm(forms.Form):
    """Asks for a limit and a day. After validation `due` is the answer, None when there is none."""

    due: DueDate | None = None

    def __init__(self, book: Book, query: QueryDict) -> None:
        super().__init__(query if "limit" in query or "start" in query else None)
        self.book = book
        self.fields["limit"] = forms.ChoiceField(
            choices=limit_choices(book),
            error_messages={"required": "Choose a time limit", "invalid_choice": "Choose a time limit from the list"},
        )
        self.fields["start"] = forms.DateField(
            input_formats=DAY_FORMATS,
            error_messages={
                "required": "Enter the day on which the clock starts",
                "invalid": "The day on which the clock starts must be a real date, like 6/4/2017",
            },
        )
        self.fields["extended"] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Work the date out; where the rules have no answer, say why beside the field it is about."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        procedure, stage, name = cleaned["limit"].split("/")
        limit = self.book.procedure(procedure).limit(stage, name)
        try:
            calendar = self.book.calendar(limit.value_on(cleaned["start"]).calendar)
            self.due = due_date(limit, cleaned["start"], calendar=calendar, extended=cleaned["extended"])
        except NoExtension as cause:
            self.add_error("extended", str(cause))
        except (NotYetInForce, OutsideCalendar) as cause:
            self.add_error("start", str(cause))
        return cleaned


def limit_choices(book: Book) -> list[tuple[str, str]]:
    """Every limit of every stage, by the words it is known by."""
    return [
        (f"{procedure.name}/{stage.name}/{name}", f"{procedure.title}, {stage.spoken_as}: {limit.title.lower()}")
        for procedure in book.procedures.values()
        for stage in procedure.stages
        for name, limit in stage.limits.items()
    ]
