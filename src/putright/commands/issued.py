"""`putright issued`: what a council issued, one of its reports as it was issued, and the proof that all is whole."""

from __future__ import annotations

from pathlib import Path

import click

from putright.authorities import AuthorityFaults, load_authority
from putright.casework.documents import DocumentLost
from putright.issuing.issued import NotIssued, issued_by, open_issued
from putright.issuing.models import IssuedReport


class Refused(click.ClickException):
    """A report that cannot be had as it was asked for, or that is no longer whole."""

    exit_code = 2


@click.command()
@click.argument("authority")
@click.argument("number", type=int, required=False)
@click.option("--form", "form", metavar="FORM", help="The form to write, as it was issued: html, docx, pdf and others.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; else standard output.")
@click.option("--check", is_flag=True, help="Prove every part of every report by its digest.")
def issued(authority: str, number: int | None, form: str | None, out: Path | None, check: bool) -> None:
    """What AUTHORITY issued; with NUMBER and --form, that report byte for byte as it was issued."""
    try:
        rows = issued_by(load_authority(authority).slug)
        if number is None:
            for row in rows:
                click.echo(_line(row, authority, check))
        else:
            _write(open_issued(authority, number).form(form or "html"), out)
    except (AuthorityFaults, NotIssued, DocumentLost) as problem:
        raise Refused(str(problem)) from problem


def _line(row: IssuedReport, authority: str, check: bool) -> str:
    later = getattr(row, "superseded_by", None)
    standing = f"superseded by {later.id}" if later else "stands"
    whole = f", {open_issued(authority, row.id).check()} parts whole" if check else ""
    return f"{row.id}: {row.title}, edition {row.edition}, issued {row.issued_at:%Y-%m-%d}, {standing}{whole}"


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise Refused(f"{out} cannot be written: {problem.strerror}. Name another file with --out.") from problem
    click.echo(f"{out}: {len(content):,} bytes.", err=True)
