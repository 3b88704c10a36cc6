"""Cover for leave: who is away, who stands in, from when until when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from putright.accounts.models import Account
from putright.web.forms.filters import DAY_FORMATS


class CoverForm(forms.Form):
    """Asks for two accounts of the council and two days."""

    def __init__(self, given: QueryDict | None, accounts: QuerySet[Any]) -> None:
        super().__init__(given)
        self.fields["covered"] = _account("Choose who is away", accounts)
        self.fields["covering"] = _account("Choose who stands in", accounts)
        self.fields["from_on"] = _day("the first day")
        self.fields["until_on"] = _day("the last day")


def _account(missing: str, accounts: QuerySet[Account]) -> forms.ModelChoiceField[Account]:
    messages = {"required": missing, "invalid_choice": f"{missing} from the list"}
    return forms.ModelChoiceField(accounts, error_messages=messages)


def _day(what: str) -> forms.DateField:
    wrong = f"{what.capitalize()} must be a real date, like 6/4/2017"
    return forms.DateField(input_formats=DAY_FORMATS, error_messages={"required": f"Enter {what}", "invalid": wrong})
