"""From the JSON of a body to what a form takes, and from what a form says back to the fields of the body.

The forms are those of the pages: what they ask, what they take and what they refuse is the same for both. A day is
written 2018-04-03, yes or no as true or false, several as a list, and what is numbered as an object:
{"finding": {"1": "upheld"}} is the field finding-1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from putright.web.api.problems import FieldFault, Problem
from putright.web.forms.steps.fields import PARTS, Day

Body = dict[str, Any]
_WRITE_OBJECT = 'Send a JSON object, such as {"on": "2018-04-03"}, in UTF-8.'


def body_of(request: HttpRequest) -> Body:
    """The JSON object of a body, empty for an empty body. Raises :class:`Problem`."""
    try:
        given = json.loads(request.body or b"{}")
    except (ValueError, RecursionError) as cause:
        raise Problem("not-json", f"The body cannot be read: {cause}.", _WRITE_OBJECT) from cause
    if not isinstance(given, dict):
        raise Problem("not-json", "The body is JSON, but not an object.", _WRITE_OBJECT)
    return given


def as_sent(body: Body, days: frozenset[str] = frozenset()) -> QueryDict:
    """`body` as the form of a page would send it; `days` names the fields that are typed in three parts.

    Raises :class:`Problem`, naming each field of a kind that no form takes.
    """
    faults: list[FieldFault] = []
    sent = QueryDict(mutable=True)
    for name, value in _flat(body, faults):
        if name in days and isinstance(value, str):
            _put_day(sent, name, value, faults)
        elif isinstance(value, list):
            sent.setlist(name, [_text(name, one, faults) for one in value])
        elif value is not None:
            sent[name] = _text(name, value, faults)
    if faults:
        raise refusing(faults)
    return sent


def days_of(form: forms.Form) -> frozenset[str]:
    """The fields of a form that are typed as day, month and year."""
    return frozenset(name for name, field in form.fields.items() if isinstance(field, Day))


def faults_of(form: forms.Form) -> list[FieldFault]:
    """What a form could not use, by the fields of the body."""
    return [
        FieldFault("" if name == "__all__" else name, str(text), _remedy(form.fields.get(name)))
        for name, texts in form.errors.items()
        for text in texts
    ]


def refusing(faults: list[FieldFault]) -> Problem:
    """The problem of a body with these faults."""
    first = faults[0]
    detail = f"{first.field}: {first.detail}" if first.field else first.detail
    return Problem("faults", detail, "Correct what is named and send it again.", faults=faults)


def refuse_unknown(body: Body, known: Mapping[str, object]) -> None:
    """Refuse a field that nothing asks for, rather than pass it over: it may be one that was misspelt."""
    told: list[FieldFault] = []
    unknown = [name for name, _ in _flat(body, told) if name not in known]
    told += [
        FieldFault(name, "Nothing asks for it.", f"Use one of: {', '.join(known)}." if known else "Leave it out.")
        for name in unknown
    ]
    if told:
        raise refusing(told)


def _flat(body: Body, faults: list[FieldFault]) -> Iterator[tuple[str, Any]]:
    for name, value in body.items():
        if isinstance(value, dict):
            for part, one in value.items():
                if isinstance(one, dict | list):
                    faults.append(FieldFault(f"{name}-{part}", "It is not a single value.", "Write one text."))
                else:
                    yield f"{name}-{part}", one
        else:
            yield name, value


def _put_day(sent: QueryDict, name: str, value: str, faults: list[FieldFault]) -> None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        faults.append(FieldFault(name, f"{value[:40]!r} is not a day.", "Write it as 2018-04-03."))
        return
    for part in PARTS:
        sent[f"{name}-{part}"] = str(getattr(day, part))


def _text(name: str, value: Any, faults: list[FieldFault]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        text = str(value)
        if text.isprintable() or not _is_damaged(text):
            return text
    faults.append(FieldFault(name, "It is not text that can be kept.", "Write text, a number, true or false."))
    return ""


def _is_damaged(text: str) -> bool:
    return "\0" in text or any("\ud800" <= character <= "\udfff" for character in text)


def _remedy(field: forms.Field | None) -> str:
    if isinstance(field, Day):
        return "Write a day as 2018-04-03."
    if isinstance(field, forms.ChoiceField):
        codes = [str(code) for code, _ in field.choices if code]  # type: ignore[misc, union-attr]
        return f"Write one of: {', '.join(codes)}."
    most = getattr(field, "max_length", None)
    return f"Write text of at most {most} characters." if most else "Correct it as the detail says."
