"""Every figure of the Hampshire report is read back from each of its forms, and is the same in all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.every_figure import DOCUMENTS, all_differences, differences_of_document, differences_of_spreadsheet
from tests.unit.reporting.hampshire import report

from putright.reporting.render import json
from putright.reporting.render.forms import FORMS
from putright.reporting.report import BuiltReport


def test_every_form_has_every_figure() -> None:
    found = all_differences(report())
    assert found.keys() | {"json"} == FORMS.keys()
    assert {form: wrong[:5] for form, wrong in found.items() if wrong} == {}


def with_a_cell_more(built: BuiltReport) -> BuiltReport:
    """The report with 1 more in the first cell of its first table."""
    table = built.tables[0]
    first, *others = table.rows[0].cells
    row = replace(table.rows[0], cells=(replace(first, value=int(first.value or 0) + 1), *others))
    return replace(built, tables=(replace(table, rows=(row, *table.rows[1:])), *built.tables[1:]))


@pytest.mark.parametrize("form", [*DOCUMENTS, "xlsx"])
def test_one_wrong_cell_is_found(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = json.render(report())
    monkeypatch.setattr("tests.every_figure.read_json", lambda blob: __import__("json").loads(right))
    wrong = with_a_cell_more(report())
    found = differences_of_spreadsheet(wrong) if form == "xlsx" else differences_of_document(form, wrong)
    assert len(found) == 1
    assert "132" in found[0]
    assert "131" in found[0]
