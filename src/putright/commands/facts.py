"""`putright facts`: the facts of every council as Parquet files, for engines of more than one machine."""

from __future__ import annotations

from pathlib import Path

import click
from django.db import connection

from putright.oversight.reports import current_snapshot
from putright.reporting.parquet import write_parquet
from putright.reporting.snapshot import SnapshotNotMade


@click.command()
@click.option(
    "--parquet",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write the files to; files of an earlier time are replaced.",
)
def facts(folder: Path) -> None:
    """Write the facts of every council as Parquet, one file for each fact table, sorted by council and year.

    They hold what tables count by, and no reference, name, text or day.
    """
    try:
        written = write_parquet(current_snapshot(connection), folder)
    except (OSError, SnapshotNotMade) as problem:
        raise click.ClickException(f"{problem} Name another folder with --parquet, or make room.") from problem
    for path in written:
        click.echo(f"{path}: {path.stat().st_size:,} bytes.")
