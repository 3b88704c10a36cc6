"""The Hampshire report worked out from its example, once for all tests that print it."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

from tests.fact_tables import create
from tests.hampshire_facts import hampshire_facts

from putright.authorities import load_authority
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import read_period
from putright.reporting.reading_report import load_report
from putright.reporting.report import BuiltReport, ReportDefinition, build
from putright.rules import load_book

COUNCIL = Path(__file__).parents[3] / "councils/hampshire"


@cache
def definition() -> ReportDefinition:
    return load_report(COUNCIL / "reports/childrens_annual", load_authority("hampshire"), load_book())


@cache
def report() -> BuiltReport:
    with sqlite3.connect(":memory:") as connection:
        create(connection, hampshire_facts())
        engine = DatabaseEngine(connection)
        return build(definition(), read_period("2017-18"), engine, load_authority("hampshire"), load_book())
