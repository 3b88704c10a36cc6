"""`putright reconcile`: councils' reports held against those they published."""

from __future__ import annotations

import click
from django.db import connection

from putright.authorities import AuthorityFaults, known_authorities, load_authority
from putright.oversight.reconcile import PublishedDocument, has_records, published_documents, reconcile_report
from putright.oversight.reports import UnknownReport
from putright.reporting.period import PeriodNotUnderstood, read_period
from putright.reporting.published import Reconciliation


class Refused(click.ClickException):
    """A report that cannot be reconciled as it was asked for."""

    exit_code = 2


@click.command()
@click.argument("authority", required=False)
@click.argument("report_name", metavar="[REPORT]", required=False)
@click.option("--period", metavar="YEARS", help="The year the report is about, as 2017-18.")
@click.option("--all", "every", is_flag=True, help="All documents of all councils, as without AUTHORITY.")
def reconcile(authority: str | None, report_name: str | None, period: str | None, every: bool) -> None:
    """Hold each cell and figure of REPORT of AUTHORITY against the published one.

    Every difference is printed, as a known erratum with its reason or as a fault. Without REPORT, or without AUTHORITY,
    every document that was published is held against its council's records: faults are printed, and at the end one
    line a document. Ends with exit code 1 when there is a fault, or a document whose council has no records here.
    """
    if (report_name is None) != (period is None) or (every and authority):
        raise Refused("Give AUTHORITY, REPORT and --period, or AUTHORITY alone, or nothing for all documents.")
    try:
        if authority and report_name and period:
            year = read_period(period, load_authority(authority).year_starts_month)
            outcome = reconcile_report(authority, report_name, year, connection)
            _tell_differences(outcome)
            click.echo(outcome.summary)
            sound = not outcome.faults
        else:
            sound = _reconcile_all([authority] if authority else known_authorities())
    except (AuthorityFaults, PeriodNotUnderstood, UnknownReport) as problem:
        raise Refused(str(problem)) from problem
    if not sound:
        raise SystemExit(1)


def _tell_differences(outcome: Reconciliation) -> None:
    for erratum in outcome.errata:
        click.echo(f"erratum: {erratum.place}: {erratum.published} -> {erratum.reproduced}. {erratum.why}")
    for told in outcome.not_in_records:
        click.echo(f"not in the records: {', '.join(told.ids)}: {told.what}. {told.why}")
    for fault in outcome.faults:
        click.echo(f"fault: {fault}")


def _reconcile_all(councils: list[str]) -> bool:
    """Hold all that these councils published against their records; whether all of it could be, without a fault."""
    documents = [document for council in councils for document in published_documents(council)]
    if not documents:
        raise UnknownReport(f"Nothing was published by {', '.join(councils)}.")
    told = [(document, _outcome(document)) for document in documents]
    for document, outcome in told:
        for fault in outcome.faults if outcome else ():
            click.echo(f"fault: {document}: {fault}")
    for document, outcome in told:
        none = f"no records of it are here; if it has an example, ./run example {document.authority} loads it"
        click.echo(f"{document}: {outcome.summary if outcome else none}")
    return all(outcome is not None and not outcome.faults for _, outcome in told)


def _outcome(document: PublishedDocument) -> Reconciliation | None:
    """How a document stands; None where its council has no records."""
    if not has_records(document.authority):
        return None
    return reconcile_report(document.authority, document.report, document.period, connection)
