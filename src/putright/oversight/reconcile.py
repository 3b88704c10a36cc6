"""A live report held against the one the council published for the same period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from putright.authorities import load_authority
from putright.casework.models import Register
from putright.oversight.reports import UnknownReport, live_report
from putright.reporting.period import Period, read_period
from putright.reporting.published import Reconciliation, load_errata, load_published, reconcile


@dataclass(frozen=True)
class PublishedDocument:
    """A report that a council once published, on a period."""

    authority: str
    report: str
    period: Period

    def __str__(self) -> str:
        return f"{self.authority} {self.report} {self.period.label('{start}-{yy}')}"


def published_documents(authority_slug: str) -> Iterator[PublishedDocument]:
    """What a council published, by the names of the files in its folder `published`: `<report>-<period>.json`.

    Raises UnknownReport for a file that is named after no report of the council, PeriodNotUnderstood after no period.
    """
    authority = load_authority(authority_slug)
    reports = [folder.name.replace("_", "-") for folder in authority.reports]
    for path in sorted((authority.folder / "published").glob("*.json")):
        report = next((name for name in reports if path.stem.startswith(f"{name}-")), None)
        if report is None:
            there = ", ".join(reports) or "none"
            raise UnknownReport(f"{path.name} of {authority_slug} is named after none of its reports: {there}.")
        period = read_period(path.stem.removeprefix(f"{report}-"), authority.year_starts_month)
        yield PublishedDocument(authority_slug, report, period)


def has_records(authority_slug: str) -> bool:
    """Whether any representation of a council is here, so that its report can be held against anything."""
    return Register.objects.filter(authority=authority_slug).exists()


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
