"""The lists by which a live page is narrowed to a service and a year."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from putright.web.forms.services import ServiceForm
from putright.web.presenters.problems import error_of


def service_selects(form: ServiceForm) -> list[dict[str, Any]]:
    """Each list of the form, as the template's macro takes it."""
    return [
        {
            "id": name,
            "name": name,
            "label": {"text": field.label, "classes": "govuk-label--s"},
            "items": [{"value": value, "text": text} for value, text in field.choices],
            "value": form.data.get(name, ""),
            "errorMessage": error_of(form, name),
        }
        for name, field in form.fields.items()
    ]


def services_query(codes: tuple[str, ...], **more: str) -> str:
    """The query of a list or a register narrowed to these services."""
    return urlencode([*more.items(), *(("service", code) for code in codes)])
