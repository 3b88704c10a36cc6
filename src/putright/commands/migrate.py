"""`putright migrate`, and the database that every command which works on one finds ready."""

from __future__ import annotations

import os
from pathlib import Path

import click
import psycopg
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

SECONDS_TO_CONNECT = 5


@click.command("migrate")
def migrate() -> None:
    """Bring the database's tables up to date."""
    changed = database_ready()
    click.echo("The database's tables are brought up to date." if changed else "The database's tables are up to date.")


def database_ready() -> bool:
    """Bring the tables up to date; True if they were not.

    Raises ClickException with the database and the remedy when it cannot be opened.
    """
    if not _tables_are_behind():
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def _tables_are_behind() -> bool:
    try:
        _refuse_unless_reached()
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except (DatabaseError, psycopg.OperationalError, PermissionError) as problem:
        raise click.ClickException(_not_opened(problem)) from problem


def _refuse_unless_reached() -> None:
    """Connect to PostgreSQL once outside the pool, which would wait half a minute for a server that is not there."""
    if connection.vendor == "postgresql":
        psycopg.connect(**connection.get_connection_params() | {"connect_timeout": SECONDS_TO_CONNECT}).close()
        return
    file = Path(connection.settings_dict["NAME"])
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise PermissionError("it may not be written")


def _not_opened(problem: Exception) -> str:
    reason = " ".join(str(problem).split())
    if connection.vendor == "postgresql":
        return f"The database of DATABASE_URL cannot be opened: {reason}. Start its server, or correct DATABASE_URL."
    return (
        f"The database {connection.settings_dict['NAME']} cannot be opened: {reason}. "
        "Give yourself write permission there, or name another folder: PUTRIGHT_DATA=DIR"
    )
