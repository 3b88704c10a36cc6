"""The live report: a council's report definition worked out from its stored facts, as they are now.

A small council's tables are counted in its own database, a large one's in a snapshot kept in the data folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.conninfo import make_conninfo

from putright.authorities import Authority, load_authority
from putright.authorities.report_folders import report_file
from putright.facts.schema import REPRESENTATION
from putright.oversight.added_tables import with_added
from putright.reporting.conditions import OneOf, quoted
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.period import Period
from putright.reporting.query import Selection, cases_sql
from putright.reporting.reading_imported import FOLDER as ELSEWHERE
from putright.reporting.reading_report import load_report
from putright.reporting.report import BuiltReport, ReportDefinition, build, narrowed
from putright.reporting.snapshot import LARGE, Source, current, forget, open_snapshot
from putright.rules import load_book

FILES = ("tables.toml", "report.toml", "document.md", "key-facts.md")


class UnknownReport(LookupError):
    """A report that the council has no definition of; the message names those it has."""


@dataclass(frozen=True)
class Case:
    """A representation behind a cell; `key` is what a next page of cases begins after."""

    key: int
    representation: int
    reference: str


def live_report(
    authority_slug: str,
    report: str,
    period: Period,
    connection: BaseDatabaseWrapper,
    engine: Engine | None = None,
    services: tuple[str, ...] = (),
) -> BuiltReport:
    """The report on `period` from the facts in the database of `connection`, with the tables added in the page.

    With an `engine`, the facts are those it reads, and the database is asked for the added tables alone. With
    `services`, only what concerns one of these is counted, by every table.

    `report` is the name of its folder, with hyphens or underscores. Raises AuthorityFaults for a council or a
    definition that cannot be used, UnknownReport for one that is not there.
    """
    authority = load_authority(authority_slug)
    definition, unread = with_added(report_definition(authority, report), authority)
    if services:
        definition = narrowed(definition, OneOf("service", services))
    with nullcontext(engine) if engine else engine_for(authority_slug, connection) as counting:
        built = build(definition, period, counting, authority, load_book())
    return replace(built, checks=(*built.checks, *unread))


def report_definition(authority: Authority, report: str) -> ReportDefinition:
    """The definition of a council's report; read again when one of its files has changed."""
    folders = {folder.name.replace("_", "-"): folder for folder in authority.reports}
    name = report.replace("_", "-")
    if name not in folders:
        there = ", ".join(folders) or "none"
        raise UnknownReport(f"{authority.slug} has no report called {report}. Its reports: {there}.")
    folder = folders[name]
    files = [*(report_file(folder, file) for file in FILES), *sorted((authority.folder / ELSEWHERE).glob("*.toml"))]
    changed = tuple(file.stat().st_mtime_ns for file in files if file.exists())
    return _definition(authority.slug, folder, changed)


@lru_cache(maxsize=64)
def _definition(slug: str, folder: Path, changed: tuple[int, ...]) -> ReportDefinition:
    return load_report(folder, load_authority(slug), load_book())


@contextmanager
def engine_for(authority_slug: str, connection: BaseDatabaseWrapper) -> Iterator[Engine]:
    """What a council's tables are counted by: its database, or a snapshot of it when it is large."""
    database = DatabaseEngine(connection)
    counted = database.query(f"SELECT COUNT(*) FROM {REPRESENTATION.name} WHERE authority = {quoted(authority_slug)}")
    if counted[0][0] <= LARGE:
        yield database
        return
    with closing(open_snapshot(current_snapshot(connection))) as snapshot:
        yield DatabaseEngine(snapshot)


def current_snapshot(connection: BaseDatabaseWrapper) -> Path:
    """The snapshot of the facts of every council as they are now."""
    return current(_source(connection), _snapshots())


def forget_snapshots() -> None:
    """Take away the snapshots, after projections were made anew: what changed in them may leave every sum as it was."""
    forget(_snapshots())


def _snapshots() -> Path:
    return Path(settings.DATA) / "snapshots"


def cases_behind(selection: Selection, connection: BaseDatabaseWrapper, limit: int = 50, after: int = 0) -> list[Case]:
    """A page of the cases behind a cell, `limit` of them with a key above `after`."""
    return [Case(*row) for row in DatabaseEngine(connection).query(cases_sql(selection, limit, after))]


def _source(connection: BaseDatabaseWrapper) -> Source:
    if connection.vendor == "sqlite":
        return Source("sqlite", str(connection.settings_dict["NAME"]))
    given = connection.settings_dict
    address = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return Source(
        "postgresql", make_conninfo("", **{key: str(given[name]) for key, name in address.items() if given[name]})
    )
