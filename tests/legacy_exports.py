"""The legacy exports that tests import: Hampshire's example, the broken file, and small files made on the spot."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from putright.authorities import load_authority
from putright.intake.importing import Commission, import_files
from putright.intake.summary import ImportSummary
from putright.record.actor import Actor

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "councils" / "hampshire" / "example"
CASES, OMBUDSMAN = EXAMPLE / "hampshire-cases.csv", EXAMPLE / "hampshire-lgsco.csv"
AS_OF = date(2018, 6, 30)
NOW = datetime(2018, 7, 2, 9, tzinfo=UTC)
AUTHORITY = load_authority("hampshire")
MAPPING = AUTHORITY.mapping("csc_respond")
IMPORTER = Actor("Import", "hampshire", frozenset({"import_records"}))
VERY_MANY = 1_048_576

with CASES.open(encoding="utf-8", newline="") as _file:
    HEADINGS = tuple(next(csv.reader(_file)))

GOOD = {
    "Ref No": "CSC17-90001",
    "Date Rec'd": "28/12/2017",
    "Ack Date": "02/01/2018",
    "Category": "Statutory",
    "Type": "Complaint",
    "Received From": "Parent",
    "Method": "E-mail",
    "Nature": "Quality of Service",
    "Service": "Child in Need",
    "District": "North",
    "Outcome Sought": "Request Fulfilled",
    "Actual Outcome": "Explanation",
    "S1 Due": "12/01/2018",
    "S1 Resp Date": "11/01/2018",
    "Status": "Closed",
    "Date Closed": "11/01/2018",
    "Handler": "CSCT Officer 1",
    "Summary": "Parent M is unhappy with the standard of service.",
}
"""A row of a case in which nothing is wrong."""


def commission(*, dry_run: bool = False, now: datetime = NOW) -> Commission:
    """An import of Hampshire's, judged as of 30 June 2018."""
    return Commission(AUTHORITY, MAPPING, AS_OF, IMPORTER, now, dry_run)


def import_(*paths: Path, dry_run: bool = False) -> ImportSummary:
    """Import files for Hampshire."""
    return import_files(paths, commission(dry_run=dry_run))


def good(**changed: str) -> dict[str, str]:
    """`GOOD` with other values; a heading's spaces are written as underscores, its apostrophes left out."""
    by_name = {heading.replace("'", "").replace(" ", "_"): heading for heading in HEADINGS}
    return GOOD | {by_name[name]: value for name, value in changed.items()}


def text_of(rows: Iterable[Mapping[str, str]], headings: Sequence[str] = HEADINGS) -> str:
    """The rows as CSV with their headings."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([row.get(heading, "") for heading in headings] for row in rows)
    return out.getvalue()


def write(path: Path, *rows: Mapping[str, str], encoding: str = "utf-8") -> Path:
    """A file of cases with these rows."""
    path.write_bytes(text_of(rows).encode(encoding))
    return path


def broken_file(folder: Path) -> Path:
    """The broken file; the one very long cell of it is made here."""
    stored = (ROOT / "tests" / "data" / "hampshire-broken.csv").read_bytes()
    path = folder / "hampshire-broken.csv"
    path.write_bytes(stored.replace(b"[very many x]", b"x" * VERY_MANY))
    return path
