"""Giving several representations to one post: which, as they were read, and to whom."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict


class AssignForm(forms.Form):
    """To whom. `chosen` is the position at which each representation was read, by its number."""

    def __init__(self, given: QueryDict, posts: Iterable[str], *, is_sent: bool) -> None:
        super().__init__(given if is_sent else None)
        self.chosen = _chosen(given.getlist("chosen"))
        self.fields["handler"] = forms.ChoiceField(
            choices=[(post, post) for post in posts],
            error_messages={
                "required": "Choose who is to handle them",
                "invalid_choice": "Choose somebody from the list",
            },
        )


def _chosen(values: Iterable[str]) -> dict[int, int]:
    pairs = (value.partition("-") for value in values)
    return {int(number): int(position) for number, _, position in pairs if number.isdigit() and position.isdigit()}
