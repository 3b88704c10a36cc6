"""A report as JSON, in the shape in which reports are published as data; `report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from putright.reporting.charts import BuiltChart
from putright.reporting.measures import Number
from putright.reporting.render.words import cell_words
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable


def as_data(report: BuiltReport) -> dict[str, Any]:
    """The report as values that JSON has: whole numbers stay whole, averages and shares with decimals are floats."""
    return {
        "authority": report.authority,
        "report": report.title,
        "period": {"from": report.period.start.isoformat(), "to": report.period.end.isoformat()},
        "tables": [_table(table) for table in report.tables],
        "charts": [_chart(chart) for chart in report.charts],
        "figures": [
            {"id": figure.id, "says": figure.says, "value": plain(figure.value), "unit": figure.unit}
            for figure in report.figures
        ],
        "checks": [{"id": check.id, "ok": check.ok, "message": check.message} for check in report.checks],
        "not_computed": [{"ids": list(told.ids), "what": told.what, "why": told.why} for told in report.not_computed],
    }


def render(report: BuiltReport) -> bytes:
    """The report as a JSON file."""
    return (json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n").encode()


def _table(table: BuiltTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "unit": table.unit,
        "notes": list(table.notes),
        "columns": [column.label for column in table.columns],
        "rows": [
            {
                "label": row.label,
                "group": row.group,
                "is_total": row.is_total,
                "values": [plain(cell.value) for cell in row.cells],
                "printed": [cell_words(cell) for cell in row.cells],
            }
            for row in table.shown
        ],
    }


def _chart(chart: BuiltChart) -> dict[str, Any]:
    return {
        "id": chart.id,
        "title": chart.title,
        "table": chart.table,
        "unit": chart.unit,
        "columns": list(chart.years),
        "rows": [{"label": series.label, "values": list(series.values)} for series in chart.series],
    }


def plain(value: Number | None) -> int | float | None:
    """A value as JSON has it."""
    return value if value is None or isinstance(value, int) else float(value)
