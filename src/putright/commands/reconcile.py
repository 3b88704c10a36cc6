"""`putright reconcile`: a council's report held against the one it published."""

from __future__ import annotations

import click
from django.db import connection

from putright.authorities import AuthorityFaults, load_authority
from putright.oversight.reconcile import reconcile_report
from putright.oversight.reports import UnknownReport
from putright.reporting.period import PeriodNotUnderstood, read_period


class Refused(click.ClickException):
    """A report that cannot be reconciled as it was asked for."""

    exit_code = 2


@click.command()
@click.argument("authority")
@click.argument("report_name", metavar="REPORT")
@click.option("--period", required=True, metavar="YEARS", help="The year the report is about, as 2017-18.")
def reconcile(authority: str, report_name: str, period: str) -> None:
    """Hold each cell and figure of REPORT of AUTHORITY against the published one.

    Every difference is printed, as a known erratum with its reason or as a fault. Ends with exit code 1 when there is
    a fault.
    """
    try:
        year = read_period(period, load_authority(authority).year_starts_month)
        outcome = reconcile_report(authority, report_name, year, connection)
    except (AuthorityFaults, PeriodNotUnderstood, UnknownReport) as problem:
        raise Refused(str(problem)) from problem
    for erratum in outcome.errata:
        click.echo(f"erratum: {erratum.place}: {erratum.published} -> {erratum.reproduced}. {erratum.why}")
    for told in outcome.not_in_records:
        click.echo(f"not in the records: {', '.join(told.ids)}: {told.what}. {told.why}")
    for fault in outcome.faults:
        click.echo(f"fault: {fault}")
    click.echo(outcome.summary)
    if outcome.faults:
        raise SystemExit(1)
