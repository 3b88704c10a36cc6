"""The body of a new representation, as the form of the page takes it."""

from __future__ import annotations

from datetime import date

from putright.web.api.bodies import Body, refusing
from putright.web.api.problems import FieldFault
from putright.web.forms.receiving import MOST_CONCERNS

BESIDE = ("checked", "linked")
"""References that whoever sends it was told of, and those of them it is to be linked to."""


def as_form(body: Body) -> Body:
    """`body` with its day as the form takes it and its concerns as numbered fields. Raises :class:`Problem`."""
    sent = {name: value for name, value in body.items() if name not in ("concerns", "received_on")}
    return sent | _day(body) | _concerns(body.get("concerns", []))


def _day(body: Body) -> Body:
    given = body.get("received_on")
    if given is None:
        return {}
    try:
        day = date.fromisoformat(given)
    except (TypeError, ValueError):
        raise refusing([FieldFault("received_on", "It is not a day.", "Write it as 2018-04-03.")]) from None
    return {"received_on": f"{day.day}/{day.month}/{day.year}"}


def _concerns(given: object) -> Body:
    numbered: Body = {}
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given) or len(given) > MOST_CONCERNS:
        remedy = f"Write a list of at most {MOST_CONCERNS} objects, each with nature and service."
        raise refusing([FieldFault("concerns", "They are not a list of concerns.", remedy)])
    for number, one in enumerate(given, 1):
        if unknown := set(one) - {"nature", "service"}:
            fault = FieldFault("concerns", f"{', '.join(sorted(unknown))}: nothing asks for it.", "Leave it out.")
            raise refusing([fault])
        numbered |= {f"{name}_{number}": value for name, value in one.items()}
    return numbered
