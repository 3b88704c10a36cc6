"""The published numbers a builder starts from: read from the council's own file, never typed a second time."""

from __future__ import annotations

import json
from pathlib import Path

COUNCILS = Path(__file__).resolve().parents[1] / "councils"


class Published:
    """The tables and figures of one published report: `councils/<council>/published/<name>.json`."""

    def __init__(self, council: str, name: str) -> None:
        path = COUNCILS / council / "published" / f"{name}.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        self._tables = {table["id"]: table for table in data["tables"]}
        self._figures = {figure["id"]: figure["value"] for figure in data["figures"]}

    def column(self, table: str, column: str) -> dict[str, int]:
        """The numbers of one column of a table by the label of their row; KeyError if there is no such column."""
        columns = self._tables[table]["columns"]
        if column not in columns:
            raise KeyError(f"{table} has no column {column!r}, but {', '.join(columns)}")
        place = columns.index(column)
        return {row["label"]: row["values"][place] for row in self._tables[table]["rows"] if not row["is_total"]}

    def row(self, table: str, row: str) -> dict[str, int]:
        """The numbers of one row of a table by the label of their column; KeyError if there is no such row."""
        found = {each["label"]: each["values"] for each in self._tables[table]["rows"]}
        if row not in found:
            raise KeyError(f"{table} has no row {row!r}, but {', '.join(found)}")
        return dict(zip(self._tables[table]["columns"], found[row], strict=True))

    def figure(self, name: str) -> int | float:
        """The number of a sentence by its id."""
        return self._figures[name]
