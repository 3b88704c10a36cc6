"""A report as open data: tidy CSV files described as the standard CSV on the Web has it, and JSON with its schema."""

from __future__ import annotations

import json as notation
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from putright.reporting.render import csv, json
from putright.reporting.render.archives import archive
from putright.reporting.render.words import day
from putright.reporting.report import BuiltReport

SCHEMA = Path(__file__).with_name("report.schema.json")


def render(report: BuiltReport) -> bytes:
    """The report's numbers as a zip archive."""
    files = {
        "README.txt": _read_me(report).encode(),
        "cells.csv": csv.render(report).decode("utf-8-sig").encode(),
        "figures.csv": csv.figures(report),
        "csv-metadata.json": _notation(_metadata(report)),
        "report.json": json.render(report),
        "report.schema.json": SCHEMA.read_bytes(),
    }
    return archive(files)


def _metadata(report: BuiltReport) -> dict[str, Any]:
    """What CSV on the Web asks for: each file, the type and the meaning of each of its columns, and what tells lines
    apart."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": report.title,
        "dc:publisher": report.authority,
        "dc:temporal": f"{report.period.start}/{report.period.end}",
        "tables": [
            _table("cells.csv", "Each cell of each table.", csv.COLUMNS, ["table", "row_number", "column_number"]),
            _table("figures.csv", "The figures that the sentences state.", csv.FIGURE_COLUMNS, ["figure"]),
        ],
    }


def _table(url: str, says: str, columns: Mapping[str, tuple[str, str]], key: list[str]) -> dict[str, Any]:
    described = [
        {"name": name, "titles": name, "datatype": kind, "required": name in key, "dc:description": says}
        for name, (kind, says) in columns.items()
    ]
    return {"url": url, "dc:description": says, "tableSchema": {"columns": described, "primaryKey": key}}


def _read_me(report: BuiltReport) -> str:
    statuses = "\n".join(f"  {status:<16}{_MEANINGS[status]}" for status in csv.STATUSES.values())
    return f"""{report.title}
{report.authority}, {day(report.period.start)} to {day(report.period.end)}

cells.csv           each cell of each table of the report, one a line
figures.csv         the figures that the sentences of the report state
csv-metadata.json   what the columns of both mean (CSV on the Web)
report.json         the same tables, the charts, the figures and the checks that were made of them
report.schema.json  what report.json is made of (JSON Schema)

The files are in UTF-8. A line of cells.csv without a value says why in its column status:
{statuses}
"""


_MEANINGS = {
    "not_applicable": "the column is not about the row",
    "not_available": "nobody has recorded the number",
    "confidential": "withheld, because it or another would tell of very few people",
    "no_cases": "there is no case to take a share or an average of",
    "words": "words stand in the cell",
    "left_empty": "the report leaves the cell empty",
}


def _notation(data: dict[str, Any]) -> bytes:
    return (notation.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
