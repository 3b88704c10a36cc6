"""`putright check`: replays everything and proves the record; `putright rebuild`: makes the projections anew."""

from __future__ import annotations

import click

from putright.casework.check import Proof, authorities_with_a_log, prove
from putright.casework.models import LogEntry
from putright.casework.rebuild import rebuild as rebuild_projections
from putright.oversight.reports import forget_snapshots

MOST_SHOWN = 20


@click.command()
@click.option("--authority", "slug", help="Only this council, by its slug.")
def check(slug: str | None) -> None:
    """Replay every log and prove that the chain is whole and that every projection equals its replay, and that
    every document is kept as it came.

    Ends with exit code 1 when there is a fault, each named with its place.
    """
    slugs = [slug] if slug else authorities_with_a_log()
    if not slugs:
        click.echo("There is no record yet, so there is nothing to check.")
    proofs = {name: _prove(name) for name in slugs}
    for name, proof in proofs.items():
        documents = f", and {proof.documents:,} documents," if proof.documents else ""
        of = f"{proof.representations:,} representations{documents}"
        click.echo(f"{name}: {proof.entries:,} entries of {of} checked.")
        for fault in proof.faults[:MOST_SHOWN]:
            click.echo(f"  fault: {fault}")
        if len(proof.faults) > MOST_SHOWN:
            click.echo(f"  … and {len(proof.faults) - MOST_SHOWN:,} more faults.")
    faults = sum(len(proof.faults) for proof in proofs.values())
    click.echo("The chain is whole and every projection equals its replay." if not faults else f"{faults:,} faults.")
    if faults:
        raise SystemExit(1)


def _prove(slug: str) -> Proof:
    total = LogEntry.objects.filter(authority=slug).count()
    with click.progressbar(length=total, label=f"Checking {slug}", file=click.get_text_stream("stderr")) as bar:
        return prove(slug, bar.update)


@click.command()
@click.argument("slug", metavar="AUTHORITY")
def rebuild(slug: str) -> None:
    """Make the stored projections of a council anew from its log."""
    count = rebuild_projections(slug)
    forget_snapshots()
    click.echo(f"{slug}: {count:,} representations projected anew from their logs.")
