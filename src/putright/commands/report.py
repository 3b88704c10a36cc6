"""`putright report`: a council's report on a period, as a file or on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from django.db import connection

from putright.authorities import AuthorityFaults, load_authority
from putright.oversight.reports import UnknownReport, live_report
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.parquet import NoParquet, open_parquet
from putright.reporting.period import PeriodNotUnderstood, read_period
from putright.reporting.render.forms import FORMS, NotInThisForm, render
from putright.reporting.spark import NoSpark, spark_engine


class Refused(click.ClickException):
    """A report that cannot be made as it was asked for."""

    exit_code = 2


@click.command()
@click.argument("authority")
@click.argument("report_name", metavar="REPORT")
@click.option("--period", required=True, metavar="YEARS", help="The year the report is about, as 2017-18.")
@click.option("--form", "--format", "form", type=click.Choice(list(FORMS)), default="json", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else standard output.")
@click.option("--parquet", type=click.Path(path_type=Path, file_okay=False), help="Count the facts of this folder.")
@click.option("--spark", metavar="MASTER", help="Count them on Spark, such as spark://host:7077.")
def report(
    authority: str,
    report_name: str,
    period: str,
    form: str,
    out: Path | None,
    parquet: Path | None,
    spark: str | None,
) -> None:
    """Make REPORT of AUTHORITY from the records as they are now.

    REPORT is a folder of the council's reports, such as childrens-annual. With --parquet the facts are those that
    `facts` wrote to a folder, which are then counted by DuckDB or, with --spark, by Spark.
    """
    if spark and not parquet:
        raise Refused("Spark counts Parquet files: write them with ./run facts --parquet DIR, and name --parquet DIR.")
    try:
        year = read_period(period, load_authority(authority).year_starts_month)
        with _engine(parquet, spark) as engine:
            built = live_report(authority, report_name, year, connection, engine)
        rendered = render(form, built)
    except (AuthorityFaults, NoParquet, NoSpark, NotInThisForm, PeriodNotUnderstood, UnknownReport) as problem:
        raise Refused(str(problem)) from problem
    if out is None:
        click.echo(rendered, nl=False)
        return
    try:
        out.write_bytes(rendered)
    except OSError as problem:
        raise Refused(f"{out} cannot be written: {problem.strerror}. Name another file with --out.") from problem
    click.echo(f"{out}: {len(rendered):,} bytes.", err=True)


@contextmanager
def _engine(parquet: Path | None, spark: str | None) -> Iterator[Engine | None]:
    """What counts the files of a folder; None for the database."""
    if parquet is None:
        yield None
    elif spark:
        with spark_engine(spark, parquet) as engine:
            yield engine
    else:
        with closing(open_parquet(parquet)) as connection:
            yield DatabaseEngine(connection)
