"""How ready a council's records are for one of its reports, all year round, and what is amiss with each of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.base.base import BaseDatabaseWrapper

from putright.authorities import Authority
from putright.oversight.reports import report_definition
from putright.reporting.definition import Table
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import Period
from putright.reporting.readiness import Readiness, cases_amiss_sql, counted_checks, readiness, table_checks
from putright.reporting.readiness_checks import FactCheck


def live_readiness(
    authority: Authority, report: str, period: Period, connection: BaseDatabaseWrapper, today: date
) -> Readiness:
    """How ready the records are for the report on `period`, from one query.

    Raises what :func:`putright.oversight.reports.report_definition` raises.
    """
    tables = report_definition(authority, report).tables
    return readiness(tables, period, authority.slug, DatabaseEngine(connection), today)


@dataclass(frozen=True)
class Amiss:
    """What is amiss with the facts of a table: each check of one kind with how many facts it is true of.

    `representations` are the numbers of those the facts belong to, in order.
    """

    table: Table
    checks: list[tuple[FactCheck, int]]
    representations: list[int]


def amiss(
    authority: Authority, report: str, period: Period, at: tuple[str, str], connection: BaseDatabaseWrapper, today: date
) -> Amiss:
    """What is amiss `at` a table, by its id, of a kind; LookupError when the report has no such table of facts."""
    name, kind = at
    tables = {table.id: table for table in report_definition(authority, report).tables}
    table = tables[name]
    engine = DatabaseEngine(connection)
    told = counted_checks(table, period, authority.slug, engine, today)
    checks = [check for check in table_checks(table, period, today) if check.kind == kind]
    rows = engine.query(f"{cases_amiss_sql(table, period, authority.slug, checks)} ORDER BY 1")
    return Amiss(table, [(check, number) for check, number in told if check.kind == kind], [row[0] for row in rows])
