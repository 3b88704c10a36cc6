"""How ready the records are to be reported on: of the facts that each table counts, how many have something amiss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from putright.reporting.conditions import quoted
from putright.reporting.definition import Table
from putright.reporting.engines import Engine
from putright.reporting.numbers import planned
from putright.reporting.period import Period
from putright.reporting.query import representation_key
from putright.reporting.readiness_checks import KINDS, FactCheck, Kind, checks_of


@dataclass(frozen=True)
class TableReadiness:
    """A table's facts of the report's own period: how many there are, and how many are amiss by kind.

    `faulty` are those with anything amiss that counts against the score: what is unfinished counts once the period is
    over.
    """

    table: str
    facts: int
    amiss: Mapping[Kind, int]
    faulty: int

    @property
    def score(self) -> int | None:
        """The per cent of its facts with nothing amiss, rounded down; None where it has no facts."""
        return 100 * (self.facts - self.faulty) // self.facts if self.facts else None


@dataclass(frozen=True)
class Readiness:
    """The tables of a report, in order; `is_over` says whether its period is."""

    tables: tuple[TableReadiness, ...]
    is_over: bool

    @property
    def score(self) -> int | None:
        """The per cent of the facts in all tables with nothing amiss, rounded down; None where there are none."""
        facts = sum(table.facts for table in self.tables)
        return 100 * (facts - sum(table.faulty for table in self.tables)) // facts if facts else None


def readiness(tables: Sequence[Table], period: Period, authority: str, engine: Engine, today: date) -> Readiness:
    """How ready these tables are on a day, from one query. The engine has the dates of facts, as a database has."""
    is_over = today > period.end
    if not tables:
        return Readiness((), is_over)
    texts = [_counting(table, period, authority, today, at) for at, table in enumerate(tables)]
    found = {int(row[0]): [int(number or 0) for number in row[1:]] for row in engine.query(" UNION ALL ".join(texts))}
    return Readiness(
        tuple(
            TableReadiness(table.id, found[at][0], dict(zip(KINDS, found[at][2:], strict=True)), found[at][1])
            for at, table in enumerate(tables)
        ),
        is_over,
    )


def table_checks(table: Table, period: Period, today: date) -> tuple[FactCheck, ...]:
    """What can be amiss with the facts of a table."""
    return tuple(checks_of(table.facts, _asked(table, period), today))


def counted_checks(
    table: Table, period: Period, authority: str, engine: Engine, today: date
) -> list[tuple[FactCheck, int]]:
    """Each check of a table with how many facts it is true of, from one query."""
    checks = table_checks(table, period, today)
    if not checks:
        return []
    numbers = ", ".join(_number([check]) for check in checks)
    (row,) = engine.query(f"SELECT {numbers} FROM {table.facts.name} WHERE {_held(table, period, authority)}")
    return [(check, int(number or 0)) for check, number in zip(checks, row, strict=True)]


def cases_amiss_sql(table: Table, period: Period, authority: str, checks: Sequence[FactCheck]) -> str:
    """The numbers of the representations that any of these checks is true of, as plain SQL."""
    held = _held(table, period, authority)
    return f"SELECT DISTINCT {representation_key(table.facts)} FROM {table.facts.name} WHERE {held} AND {_any(checks)}"


def _counting(table: Table, period: Period, authority: str, today: date, at: int) -> str:
    checks = table_checks(table, period, today)
    against = [check for check in checks if check.kind != "unfinished" or today > period.end]
    numbers = [_number(against), *(_number([each for each in checks if each.kind == kind]) for kind in KINDS)]
    held = _held(table, period, authority)
    return f"SELECT {at}, COUNT(*), {', '.join(numbers)} FROM {table.facts.name} WHERE {held}"


def _number(checks: Sequence[FactCheck]) -> str:
    return f"SUM(CASE WHEN {_any(checks)} THEN 1 ELSE 0 END)"


def _any(checks: Sequence[FactCheck]) -> str:
    return "(" + (" OR ".join(f"({check.sql})" for check in checks) or "1 = 0") + ")"


def _held(table: Table, period: Period, authority: str) -> str:
    """What makes a fact one of those that the table counts in the report's own period."""
    windows = dict.fromkeys(plan.above.window.sql() for plan in planned(table, period).values() if plan.year == 0)
    tests = [f"authority = {quoted(authority)}", *(test.sql() for test in table.where)]
    if windows:
        tests.append("(" + " OR ".join(f"({window})" for window in windows) + ")")
    return " AND ".join(tests)


def _asked(table: Table, period: Period) -> tuple[str, ...]:
    """The columns that the table's rows and columns ask about and that its measures are of."""
    asked: dict[str, None] = {}
    for plan in planned(table, period).values():
        asked |= dict.fromkeys(test.column for test in plan.above.where)
        if plan.above.quantity.kind in ("sum", "known"):
            asked[plan.above.quantity.column] = None
    return tuple(asked)
