"""The questions of a form as the design system's components take them, and their answers in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from putright.web.forms.steps.fields import PARTS, Day
from putright.web.presenters.words import long_date, pounds

WIDTHS = {"day": "govuk-input--width-2", "month": "govuk-input--width-2", "year": "govuk-input--width-4"}
NARROW = 40


@dataclass(frozen=True)
class Question:
    """One field: `kind` names the component, `options` are what it takes."""

    kind: str
    options: dict[str, Any]


def problems(form: forms.Form) -> list[dict[str, str]]:
    """Every fault with the address of the field it is about; one of the whole form leads to the first."""
    first = next(iter(form.fields), "")
    return [
        {"text": str(text), "href": f"#{_place(form, name if name in form.fields else first)}"}
        for name in (*form.fields, "__all__")
        for text in form.errors.get(name, ())
    ]


def question(field: BoundField, *, is_checked: bool = True) -> Question:
    """A field as its component takes it."""
    kind = field.field.kind  # type: ignore[attr-defined]
    faults = field.errors if is_checked and field.form.is_bound else []
    options: dict[str, Any] = {
        "id": field.name,
        "name": field.name,
        "hint": {"text": field.help_text} if field.help_text else None,
        "errorMessage": {"text": str(faults[0])} if faults else None,
    }
    return Question(kind, options | _OPTIONS[kind](field))


def _place(form: forms.Form, name: str) -> str:
    return f"{name}-day" if isinstance(form.fields.get(name), Day) else name


def _label(field: BoundField) -> str:
    """The question; one that may be left out says so, unless it says itself when it is to be answered."""
    says_when = str(field.label).startswith("If ") or getattr(field.field, "is_conditional", False)
    return str(field.label) if field.field.required or says_when else f"{field.label} (optional)"


def _labelled(field: BoundField) -> dict[str, Any]:
    return {"label": {"text": _label(field), "classes": "govuk-label--s"}, "value": str(field.value() or "")}


def _headed(field: BoundField) -> dict[str, Any]:
    return {"fieldset": {"legend": {"text": _label(field), "classes": "govuk-fieldset__legend--s"}}}


def _line(field: BoundField) -> dict[str, Any]:
    most = getattr(field.field, "max_length", None) or NARROW
    return _labelled(field) | {"classes": "govuk-input--width-20" if most <= NARROW else "govuk-!-width-two-thirds"}


def _money(field: BoundField) -> dict[str, Any]:
    return _labelled(field) | {"prefix": {"text": "£"}, "classes": "govuk-input--width-5", "inputmode": "decimal"}


def _text(field: BoundField) -> dict[str, Any]:
    return _labelled(field) | {"rows": 4}


def _day(field: BoundField) -> dict[str, Any]:
    value = field.value()
    if isinstance(value, date):
        parts = [str(value.day), str(value.month), str(value.year)]
    else:
        parts = [*str(value or "").split("/"), "", "", ""][:3]
    fault = " govuk-input--error" if field.errors and field.form.is_bound else ""
    items = [
        {"name": part, "classes": WIDTHS[part] + fault, "value": given}
        for part, given in zip(PARTS, parts, strict=True)
    ]
    return _headed(field) | {"namePrefix": field.name, "items": items}


def _items(field: BoundField) -> list[dict[str, Any]]:
    hints = field.field.hints  # type: ignore[attr-defined]
    return [
        {"value": code, "text": text, "hint": {"text": hints[code]} if code in hints else None}
        for code, text in field.field.choices  # type: ignore[attr-defined]
        if code
    ]


def _radios(field: BoundField) -> dict[str, Any]:
    value = field.value()
    return _headed(field) | {
        "classes": "govuk-radios--small",
        "idPrefix": field.name,
        "items": _items(field),
        "value": str(value or ""),
    }


def _checks(field: BoundField) -> dict[str, Any]:
    return (
        _headed(field)
        | {"idPrefix": field.name, "items": _items(field), "values": list(field.value() or ())}
        | {"classes": "govuk-checkboxes--small"}
    )


def _select(field: BoundField) -> dict[str, Any]:
    return _labelled(field) | {"items": [{"value": "", "text": "Choose one"}, *_items(field)]}


_OPTIONS: dict[str, Callable[[BoundField], dict[str, Any]]] = {
    "line": _line,
    "money": _money,
    "text": _text,
    "day": _day,
    "radios": _radios,
    "checks": _checks,
    "select": _select,
}


def said(field: BoundField) -> str:
    """What was filled in, in words."""
    value = field.form.cleaned_data.get(field.name)
    if isinstance(value, date):
        return long_date(value)
    if getattr(field.field, "choices", None):
        words = dict(field.field.choices)  # type: ignore[attr-defined]
        given = field.value()
        return "; ".join(str(words.get(one, one)) for one in (given if isinstance(given, list) else [given]) if one)
    if field.field.kind == "money":  # type: ignore[attr-defined]
        return pounds(value) if value >= 0 else ""
    return str(value or "")
