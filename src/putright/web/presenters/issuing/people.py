"""The fields by which posts are asked to write and to approve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.forms import Form

from putright.reporting.commentary import Chapter
from putright.web.forms.filters import DAY_EXAMPLE
from putright.web.presenters.problems import error_of


def fields(form: Form, prefix: str, posts: Sequence[str], chapters: Sequence[Chapter] = ()) -> dict[str, Any]:
    """The selects and the day of a form, as the macros of the design system take them."""
    selects = [_select(form, prefix, "post", "Post", [(post, post) for post in posts])]
    if chapters:
        selects.insert(0, _select(form, prefix, "chapter", "Chapter", [(each.key, each.title) for each in chapters]))
    day = {
        "id": f"{prefix}due_on",
        "name": "due_on",
        "label": {"text": "By which day", "classes": "govuk-label--s"},
        "hint": {"text": DAY_EXAMPLE},
        "classes": "govuk-input--width-10",
        "value": form["due_on"].value() or "",
        "errorMessage": error_of(form, "due_on"),
    }
    return {"selects": selects, "day": day}


def problems(form: Form, prefix: str) -> list[dict[str, str]]:
    """Every fault of the form, leading to its field."""
    return [
        {"text": str(text), "href": f"#{prefix}{name if name in form.fields else 'post'}"}
        for name, faults in form.errors.items()
        for text in faults
    ]


def _select(form: Form, prefix: str, name: str, label: str, items: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": f"{prefix}{name}",
        "name": name,
        "label": {"text": label, "classes": "govuk-label--s"},
        "items": [{"value": "", "text": "Choose"}, *({"value": value, "text": text} for value, text in items)],
        "value": str(form[name].value() or ""),
        "errorMessage": error_of(form, name),
    }
