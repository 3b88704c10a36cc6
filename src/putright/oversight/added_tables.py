"""Tables that a council adds to its reports from the page where the figures are asked, every version kept.

A version is the `[[table]]` that a `tables.toml` would hold. It is read by the same functions as the file, against the
report's own tables and the council's vocabularies as they are now, and stands at the end of the live report.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.authorities import Authority
from putright.authorities.entries import Entries
from putright.authorities.faults import AuthorityFault
from putright.casework.actions.base import ActionRefused, Conflict, NoPermission
from putright.oversight.models import AddedTable
from putright.record.actor import Actor
from putright.reporting.checks import Check
from putright.reporting.definition import Table
from putright.reporting.document import Block, Document, Heading, Placed
from putright.reporting.reading import read_table
from putright.reporting.report import ReportDefinition
from putright.reporting.writing_toml import Given, table_toml

HEADING = "Tables added"
FILE = "tables added in the page"
_PREFIX = "added-"
_LONGEST = 60


@dataclass(frozen=True)
class Adding:
    """A table to be kept: the report it goes into, its name, its entries, and the query that it was asked by.

    `read_to` is the number of the version it is made from, 0 for a table that is new.
    """

    report: ReportDefinition
    name: str
    entries: dict[str, Given]
    asked: str
    read_to: int = 0


class FaultyTable(ActionRefused):
    """A table that the language refuses; the message names every fault with its remedy."""


def table_id(name: str) -> str:
    """The id of an added table with this name.

    >>> table_id("Complaints by district, and quarter")
    'added-complaints-by-district-and-quarter'
    """
    return _PREFIX + (re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST].rstrip("-") or "table")


def add_table(actor: Actor, council: Authority, adding: Adding, *, now: datetime) -> AddedTable:
    """Keep a table as the next version under its name, in one of the council's reports.

    Raises NoPermission, :class:`FaultyTable`, and Conflict where a table of that name stands in the report which is not
    the version this one was made from.
    """
    _may(actor, council)
    entries = adding.entries | {"id": table_id(adding.name), "title": adding.name}
    definition = table_toml(entries)
    faults: list[AuthorityFault] = []
    _read(definition, council, adding.report, faults)
    if faults:
        raise FaultyTable(" ".join(f"{fault.what}: {fault.remedy}." for fault in faults))
    earlier = versions_of(council, adding.report.slug, table_id(adding.name))
    if earlier and not earlier[0].withdrawn and earlier[0].number != adding.read_to:
        raise Conflict(
            f"{adding.report.title} has a table “{earlier[0].name}” already. Give this one another name, or open that"
            " one from the report and change it."
        )
    return _keep(
        AddedTable(
            authority=council.slug,
            report=adding.report.slug,
            table=entries["id"],
            number=earlier[0].number + 1 if earlier else 1,
            name=adding.name,
            definition=definition,
            asked=adding.asked,
            saved_at=now,
            by=actor.post,
        )
    )


def withdraw_table(actor: Actor, council: Authority, latest: AddedTable, *, now: datetime) -> AddedTable:
    """Take a table out of its report again, by a version that says so; what it was stays kept.

    Raises NoPermission, and Conflict where it is out already or somebody else changed it since it was read.
    """
    _may(actor, council)
    if latest.withdrawn:
        raise Conflict(f"“{latest.name}” is out of its report already. Nothing was changed.")
    withdrawn = AddedTable(
        authority=council.slug,
        report=latest.report,
        table=latest.table,
        number=latest.number + 1,
        name=latest.name,
        definition=latest.definition,
        asked=latest.asked,
        withdrawn=True,
        saved_at=now,
        by=actor.post,
    )
    return _keep(withdrawn)


def _may(actor: Actor, council: Authority) -> None:
    if not actor.may("add_tables") or actor.authority != council.slug:
        raise NoPermission(f"The post {actor.post} may not add tables to the council's reports.")


def _keep(version: AddedTable) -> AddedTable:
    try:
        with transaction.atomic():
            version.save(force_insert=True)
    except IntegrityError as cause:
        raise Conflict(
            f"Somebody else kept a table called “{version.name}” since you read it. Look at it, then repeat."
        ) from cause
    return version


def versions_of(council: Authority, report: str, table: str) -> list[AddedTable]:
    """Every version of one table, the latest first."""
    return list(AddedTable.objects.filter(authority=council.slug, report=report, table=table).order_by("-number"))


def added_tables(council: Authority, report: str) -> list[AddedTable]:
    """The latest version of each table that stands in a report, in the order in which they were first kept."""
    latest: dict[str, AddedTable] = {}
    for version in AddedTable.objects.filter(authority=council.slug, report=report).order_by("id"):
        latest[version.table] = version
    return [version for version in latest.values() if not version.withdrawn]


def with_added(definition: ReportDefinition, council: Authority) -> tuple[ReportDefinition, list[Check]]:
    """A report with the tables added to it after its own, and a failed check for each that can no longer be read."""
    added, checks = [], []
    for version in added_tables(council, definition.slug):
        faults: list[AuthorityFault] = []
        table = _read(version.definition, council, definition, faults)
        if faults or table is None:
            told = "; ".join(f"{fault.place} {fault.what}: {fault.remedy}" for fault in faults)
            checks.append(Check(f"{version.table} read", False, f"{version.name} can no longer be read: {told}."))
        else:
            added.append(table)
    return (_extended(definition, added) if added else definition), checks


def _extended(definition: ReportDefinition, added: Sequence[Table]) -> ReportDefinition:
    blocks: list[Block] = [Heading(2, HEADING), *(Placed("table", table.id) for table in added)]
    document = Document((*definition.document.blocks, *blocks))
    return replace(definition, tables=(*definition.tables, *added), document=document)


def _read(text: str, council: Authority, report: ReportDefinition, faults: list[AuthorityFault]) -> Table | None:
    """The table in `text`, read after the report's own tables; its faults are noted."""
    for entries in Entries(tomllib.loads(text), FILE, "", faults).parts("table", named_by="id"):
        table = read_table(entries, council, {table.id: table for table in report.tables}, report.imported)
        if table.id in report.all_tables:
            entries.fault("is the id of a table of the report", "give the table another name", "id")
        entries.finish()
        return table
    return None


def added_toml(versions: Sequence[AddedTable]) -> str:
    """The tables as a council's `tables.toml` would hold them."""
    return "\n".join(_lines(versions))


def _lines(versions: Sequence[AddedTable]) -> Iterator[str]:
    for version in versions:
        yield f"# Kept as version {version.number} on {version.saved_at:%Y-%m-%d} by: {version.by}"
        yield version.definition
