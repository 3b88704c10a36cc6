"""Open data: the JSON is what its schema says, and each line of the CSV files is what their description says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
from tests.reading_back import read_archive, read_csv
from tests.unit.reporting.hampshire import report

from putright.reporting.printed import WITHHELD
from putright.reporting.render import csv, open_data
from putright.reporting.render import json as json_file
from putright.reporting.report import BuiltReport

TYPES: dict[str, Callable[[str], object]] = {
    "string": str,
    "number": float,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def files(built: BuiltReport | None = None) -> dict[str, bytes]:
    return read_archive(open_data.render(built or report()))


def described() -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = json.loads(files()["csv-metadata.json"])["tables"]
    return tables


def test_the_archive_says_what_is_in_it() -> None:
    there = files()
    told = there["README.txt"].decode()
    assert all(name in told for name in there if name != "README.txt")
    assert all(status in told for status in csv.STATUSES.values())


def test_the_json_is_what_its_schema_says() -> None:
    schema = json.loads(open_data.SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json_file.render(report())), schema, cls=jsonschema.Draft202012Validator)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**json_file.as_data(report()), "period": "2017-18"}, schema)


@pytest.mark.parametrize("table", described(), ids=lambda table: table["url"])
def test_every_line_is_what_the_description_says(table: dict[str, Any]) -> None:
    lines = read_csv(files()[table["url"]])
    columns = table["tableSchema"]["columns"]
    assert list(lines[0]) == [column["name"] for column in columns]
    for column in columns:
        for line in lines:
            words = line[column["name"]]
            assert words or not column["required"]
            if words:
                TYPES[column["datatype"]](words)
    keys = [tuple(line[name] for name in table["tableSchema"]["primaryKey"]) for line in lines]
    assert len(keys) == len(set(keys))


def test_a_line_has_a_value_or_says_why_not() -> None:
    lines = read_csv(files()["cells.csv"])
    assert {line["status"] for line in lines if line["value"]} == {""}
    assert {line["status"] for line in lines if not line["value"]} == {"left_empty", "no_cases", "not_applicable"}


def test_what_is_withheld_is_not_told_by_what_it_was_worked_out_from() -> None:
    table = report().tables[0]
    first, *others = table.rows[0].cells
    row = replace(table.rows[0], cells=(replace(first, value=None, mark=WITHHELD), *others))
    built = replace(report(), tables=(replace(table, rows=(row, *table.rows[1:])),))
    line = read_csv(files(built)["cells.csv"])[0]
    assert (line["value"], line["status"], line["numerator"], line["denominator"]) == ("", "confidential", "", "")
