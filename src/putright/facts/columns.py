"""What a column of a fact table may be, and how blanks are written.

Conventions, so that one plain SQL text runs on SQLite, PostgreSQL and DuckDB alike:

* a *term* is the code of a value in a council's vocabulary; a blank is the term ``not_recorded``, a column that
  cannot apply holds ``not_applicable``; terms are never NULL;
* a *month* is an integer ``yyyymm``, 0 when there is no date, so that a period is a range of months;
* a *date* is for showing and listing, and is the only kind that may be NULL;
* a *count* is a whole number (days, pence, or -1 where a number of days cannot be given).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["key", "term", "text", "month", "date", "count"]

NOT_RECORDED = "not_recorded"
NOT_APPLICABLE = "not_applicable"
NO_MONTH = 0
NO_DAYS = -1


@dataclass(frozen=True)
class Column:
    """One column of a fact table: its name, its kind (see the module's conventions) and what it means."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class FactTable:
    """A fact table: `counts` is what one row is; `name` is its name in the database."""

    name: str
    counts: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError with the table's name if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    @property
    def terms(self) -> tuple[str, ...]:
        """Names of the columns that hold vocabulary terms."""
        return tuple(c.name for c in self.columns if c.kind == "term")
