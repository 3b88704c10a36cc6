"""What is asked of somebody in the pool."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from putright.accounts.models import PoolMember
from putright.accounts.pool import Member
from putright.web.forms.steps.fields import Day, Email, Line, Pick, PickSome, Pounds

POSTS = {
    "investigating_officer": "Investigating officer",
    "independent_person": "Independent person",
    "panel_member": "Member of a review panel",
    "mediator": "Mediator",
}
FEES = {"hour": "an hour", "day": "a day", "case": "a case"}
FROM_OUTSIDE = {"independent_person", "panel_member"}
OFFICER = (
    "An officer or a member of the council may be neither an independent person nor on a review panel "
    "(SI 2006/1738, regulations 2 and 19)"
)


class PoolForm(forms.Form):
    """Who they are, what they take on, what they cost, and when they cannot be asked."""

    def __init__(self, given: QueryDict | None, row: PoolMember | None = None) -> None:
        super().__init__(given, initial=_known(row) if row else {})
        self.fields["name"] = Line("Name")
        self.fields["posts"] = PickSome("What can they be appointed as?", POSTS.items())
        self.fields["outside"] = Pick(
            "Are they from outside the council?",
            (("yes", "Yes: neither an officer nor a member of it"), ("no", "No: an officer or a member of it")),
            coerce=lambda answer: answer == "yes",
        )
        self.fields["email"] = Email("E-mail address", hint="Also what they sign in with, if they do.")
        self.fields["fee_pence"] = Pounds("What are they paid?", hint="For example: 350.", required=False)
        self.fields["fee_for"] = Pick("If they are paid, for what?", FEES.items(), required=False)
        self.fields["at_most"] = Line(
            "How many appointments do they take at once?", hint="A whole number.", required=False, most=3
        )
        self.fields["away_from"] = Day("Away from", hint="If they cannot be asked for a while.", required=False)
        self.fields["away_until"] = Day("Away until, included", required=False)
        self.fields["note"] = Line("Anything to know when asking them", required=False, most=300)

    def clean_at_most(self) -> int | None:
        """A whole number of one or more, or nothing."""
        text = self.cleaned_data["at_most"].strip()
        if text and not (text.isascii() and text.isdigit() and int(text)):
            raise forms.ValidationError("“How many appointments” must be a whole number of 1 or more, like 3")
        return int(text) if text else None

    def clean(self) -> dict[str, Any]:
        """What must fit together."""
        given = super().clean() or {}
        if given.get("outside") is False and FROM_OUTSIDE.intersection(given.get("posts", ())):
            self.add_error("posts", OFFICER)
        if given.get("fee_pence", -1) >= 0 and not given.get("fee_for") and "fee_for" not in self.errors:
            self.add_error("fee_for", "Choose what the fee is for: an hour, a day or a case")
        begins, ends = given.get("away_from"), given.get("away_until")
        if begins and not ends and "away_until" not in self.errors:
            self.add_error("away_until", "Enter the last day on which they are away")
        if begins and ends and ends < begins:
            self.add_error("away_until", "The last day is before the first. Enter a later last day")
        return given

    def member(self) -> Member:
        """What was filled in."""
        given = self.cleaned_data
        fee = given["fee_pence"]
        paid = {"fee_pence": fee if fee >= 0 else None, "fee_for": given["fee_for"] if fee >= 0 else ""}
        return Member(**(given | paid))


def _known(row: PoolMember) -> dict[str, Any]:
    known = {name: getattr(row, name) for name in Member.__dataclass_fields__}
    fee = "" if row.fee_pence is None else f"{row.fee_pence / 100:.2f}"
    return known | {"outside": "yes" if row.outside else "no", "fee_pence": fee}
