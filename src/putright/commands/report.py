"""`putright report`: a council's report on a period, as a file or on the screen."""

from __future__ import annotations

from pathlib import Path

import click
from django.db import connection

from putright.authorities import AuthorityFaults, load_authority
from putright.oversight.reports import UnknownReport, live_report
from putright.reporting.period import PeriodNotUnderstood, read_period
from putright.reporting.render.forms import FORMS, NotInThisForm, render


class Refused(click.ClickException):
    """A report that cannot be made as it was asked for."""

    exit_code = 2


@click.command()
@click.argument("authority")
@click.argument("report_name", metavar="REPORT")
@click.option("--period", required=True, metavar="YEARS", help="The year the report is about, as 2017-18.")
@click.option("--form", "--format", "form", type=click.Choice(list(FORMS)), default="json", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else standard output.")
def report(authority: str, report_name: str, period: str, form: str, out: Path | None) -> None:
    """Make REPORT of AUTHORITY from the records as they are now.

    REPORT is a folder of the council's reports, such as childrens-annual.
    """
    try:
        year = read_period(period, load_authority(authority).year_starts_month)
        rendered = render(form, live_report(authority, report_name, year, connection))
    except (AuthorityFaults, NotInThisForm, PeriodNotUnderstood, UnknownReport) as problem:
        raise Refused(str(problem)) from problem
    if out is None:
        click.echo(rendered, nl=False)
        return
    try:
        out.write_bytes(rendered)
    except OSError as problem:
        raise Refused(f"{out} cannot be written: {problem.strerror}. Name another file with --out.") from problem
    click.echo(f"{out}: {len(rendered):,} bytes.", err=True)
