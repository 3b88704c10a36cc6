"""`putright import`: a council's legacy export."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from django.utils import timezone

from putright.authorities import Authority, AuthorityFaults, ImportMapping, load_authority, mapping_from
from putright.intake.importing import Commission, Progress, import_files
from putright.intake.rows import UnusableFile
from putright.intake.summary import ImportSummary, Line
from putright.record.actor import Actor

POST = "Import"
UNUSABLE = 2
PLACES_SHOWN = 5


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--authority", "slug", required=True, help="The council, by the name of its folder.")
@click.option(
    "--mapping",
    "mapping_file",
    type=click.Path(path_type=Path),
    help="A mapping file; not needed where the council's folder has just one.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day by which the files are judged, as 2018-06-30; today by default.",
)
@click.option("--dry-run", is_flag=True, help="Judge the rows and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def import_(
    files: tuple[Path, ...],
    slug: str,
    mapping_file: Path | None,
    as_of: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import the files of a legacy export: CSV or Excel workbooks that belong together.

    What cannot be taken is kept with the reason and the remedy, never dropped. The same file again changes nothing.
    Exits with 2, and writes nothing, when a file cannot be used at all.
    """
    try:
        authority = load_authority(slug)
        commission = Commission(
            authority=authority,
            mapping=_mapping(authority, mapping_file),
            as_of=as_of.date() if as_of else _today(),
            actor=Actor(POST, slug, frozenset({"import_records"})),
            now=timezone.now(),
            dry_run=dry_run,
        )
        with progress_bar(hidden=as_json) as progress:
            summary = import_files(files, commission, progress)
    except (UnusableFile, AuthorityFaults) as problem:
        click.echo(f"Error: {problem}", err=True)
        raise click.exceptions.Exit(UNUSABLE) from problem
    if as_json:
        click.echo(json.dumps(summary.as_words(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(summary, dry_run=dry_run)))


def _today() -> date:
    return timezone.localdate()


def _mapping(authority: Authority, file: Path | None) -> ImportMapping:
    if file is not None:
        return mapping_from(file, authority)
    there = ", ".join(sorted(authority.mappings))
    if len(authority.mappings) != 1:
        raise UnusableFile(f"{authority.name} has these import mappings: {there or 'none'}. Name one with --mapping.")
    return next(iter(authority.mappings.values()))


@contextmanager
def progress_bar(*, hidden: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error for an import; None where it is `hidden`."""
    """A bar on the error stream that an import moves; None when `hidden`."""
    if hidden:
        yield None
        return
    with click.progressbar(length=1000, label="Importing", file=sys.stderr) as bar:

        def moved(done: int, lines: int) -> None:
            share = min(done * 1000 // lines, 1000) if lines else bar.pos
            bar.update(share - bar.pos)

        yield moved


def _told(summary: ImportSummary, *, dry_run: bool) -> Iterator[str]:
    yield f"{summary.rows:,} rows: {summary.accepted:,} accepted, {summary.skipped:,} blank and skipped, " + (
        f"{len(summary.rejected):,} REJECTED." if summary.rejected else "none rejected."
    )
    if dry_run:
        yield "Nothing was written: it was a dry run."
    else:
        became = (summary.created, "new"), (summary.changed, "changed"), (summary.unchanged, "as they were")
        yield f"Representations: {', '.join(f'{count:,} {what}' for count, what in became)}."
    yield from summary.passed_over
    yield from _grouped("Rejected rows, kept to be mended", summary.rejected)
    yield from _grouped("Accepted rows to look at", summary.flagged)


def _grouped(title: str, lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    yield f"\n{title}: {len(lines):,}"
    by_code: dict[str, list[Line]] = {}
    for line in lines:
        by_code.setdefault(line["code"], []).append(line)
    for code, alike in sorted(by_code.items(), key=lambda item: (-len(item[1]), item[0])):
        first = alike[0]
        places = ", ".join(str(line["line"]) for line in alike[:PLACES_SHOWN])
        more = " and more" if len(alike) > PLACES_SHOWN else ""
        yield f"  {code} ({len(alike):,}): {first['file']}, line {places}{more}"
        yield f"    For example, {first['column'] or 'the row'}: {first['reason']}"
        yield f"    {first['remedy']}"
