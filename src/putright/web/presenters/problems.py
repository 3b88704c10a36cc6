"""What could not be used of what someone filled in: for the summary on top, and beside the field."""

from __future__ import annotations

from django.forms import Form


def problems_of(form: Form) -> list[dict[str, str]]:
    """Every fault of the form with the address of its field, in the order of the fields."""
    names = [*form.fields, "__all__"]
    return [
        {"text": str(text), "href": f"#{name if name in form.fields else next(iter(form.fields))}"}
        for name in names
        for text in form.errors.get(name, ())
    ]


def error_of(form: Form, name: str) -> dict[str, str] | None:
    """The first fault of one field, as the design system's components take it."""
    faults = form.errors.get(name)
    return {"text": str(faults[0])} if faults else None
