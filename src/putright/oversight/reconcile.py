"""A live report held against the one the council published for the same period."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from putright.authorities import load_authority
from putright.oversight.reports import UnknownReport, live_report
from putright.reporting.period import Period
from putright.reporting.published import Reconciliation, load_errata, load_published, reconcile


def reconcile_report(
    authority_slug: str, report: str, period: Period, connection: BaseDatabaseWrapper
) -> Reconciliation:
    """Every cell and figure of the published report against the live one.

    Raises what `live_report` raises, AuthorityFaults for errata that cannot be read, and UnknownReport where nothing
    was published for the period.
    """
    name = f"{report.replace('_', '-')}-{period.label('{start}-{yy}')}"
    folder = load_authority(authority_slug).folder / "published"
    built = live_report(authority_slug, report, period, connection)
    published = folder / f"{name}.json"
    if not published.exists():
        there = ", ".join(sorted(path.stem for path in folder.glob("*.json"))) or "none"
        raise UnknownReport(f"There is no published report {name} to hold this one against. Published: {there}.")
    errata = folder / f"errata-{name}.toml"
    return reconcile(built, load_published(published), load_errata(errata) if errata.exists() else ())
