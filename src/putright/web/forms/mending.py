"""One held row to mend: a field for each heading, filled with what came."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from putright.intake.models import HeldRow

LONG = 60


class MendingForm(forms.Form):
    """The cells of a held row under their headings."""

    def __init__(self, row: HeldRow, given: QueryDict | None = None) -> None:
        super().__init__(given)
        self.row = row
        for number, heading in enumerate(row.headings):
            came = row.cells[number] if number < len(row.cells) else ""
            self.fields[f"cell-{number}"] = forms.CharField(
                label=heading, required=False, initial=came, strip=False, max_length=40_000
            )

    @property
    def cells(self) -> list[str]:
        """What stands in the fields, in the order of the headings, on one line each where it came so."""
        return [self.cleaned_data[name].replace("\r\n", "\n") for name in self.fields]

    def settings(self) -> list[dict[str, Any]]:
        """Each field as the design system's components take it, with the faults of its column."""
        return [self._setting(name) for name in self.fields]

    @property
    def faulty(self) -> list[dict[str, Any]]:
        """The fields that something is wrong with."""
        return [setting for setting in self.settings() if setting["errorMessage"]]

    @property
    def sound(self) -> list[dict[str, Any]]:
        """The other fields."""
        return [setting for setting in self.settings() if not setting["errorMessage"]]

    def _setting(self, name: str) -> dict[str, Any]:
        field = self[name]
        value = str(field.value() or "")
        faults = [fault for fault in self.row.faults if fault["column"] == field.label]
        return {
            "id": name,
            "name": name,
            "label": {"text": field.label},
            "value": value,
            "is_long": len(value) > LONG or "\n" in value,
            "errorMessage": {"text": " ".join(fault["reason"] for fault in faults)} if faults else None,
            "hint": {"text": " ".join(fault["remedy"] for fault in faults)} if faults else None,
            "rows": 3,
        }

    def problems(self) -> list[dict[str, str]]:
        """What is wrong with the row, each fault leading to its field, or to the row where it is of all of it."""
        places = {field.label: f"#{name}" for name, field in self.fields.items()}
        return [
            {
                "text": f"{fault['column'] or 'The row'}: {fault['reason']}",
                "href": places.get(fault["column"], "#row"),
            }
            for fault in self.row.faults
        ]

    @property
    def left_over(self) -> list[str]:
        """Cells that stand under no heading."""
        return list(self.row.cells[len(self.row.headings) :])
