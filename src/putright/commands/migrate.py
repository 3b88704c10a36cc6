"""`putright migrate`, and the database that every command which works on one finds ready."""

from __future__ import annotations

import click
import psycopg
from django.core.management import call_command
from django.db import OperationalError, connection
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
    try:
        _try_the_server()
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        call_command("migrate", verbosity=0, interactive=False)
    except (OperationalError, psycopg.OperationalError) as problem:
        raise click.ClickException(_not_opened(problem)) from problem
    return True


def _try_the_server() -> None:
    """Connect to PostgreSQL once outside the pool, which would wait half a minute for a server that is not there."""
    if connection.vendor == "postgresql":
        psycopg.connect(**connection.get_connection_params() | {"connect_timeout": SECONDS_TO_CONNECT}).close()


def _not_opened(problem: Exception) -> str:
    reason = " ".join(str(problem).split())
    if connection.vendor == "postgresql":
        return f"The database of DATABASE_URL cannot be opened: {reason}. Start its server, or correct DATABASE_URL."
    return (
        f"The database {connection.settings_dict['NAME']} cannot be opened: {reason}. "
        "Give yourself write permission there, or name another folder: PUTRIGHT_DATA=DIR"
    )
