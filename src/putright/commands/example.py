"""`putright example`: the synthetic export of a council imported, and accounts to look at it with."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from putright.accounts.models import Account
from putright.authorities import known_authorities, load_authority
from putright.casework.models import Register
from putright.commands.import_ import progress_bar
from putright.intake.importing import Commission, import_files
from putright.record.actor import Actor

FIRST = "hampshire"
"""The council whose example an empty database gets."""

NAMES = ("manager", "officer", "director")
ROLES = ("complaints_manager", "complaints_officer", "senior_manager")
MANAGER = "Complaints manager"


@click.command("example")
@click.argument("council", default=FIRST)
def example(council: str) -> None:
    """Load the example of a COUNCIL: a synthetic export, and an account for each of three posts.

    A second time changes nothing.
    """
    if council not in (there := councils_with_example()):
        raise click.BadParameter(f"{council!r} has no example; there is one of {', '.join(there)}.")
    load_example(council)
    click.echo("\n".join(how_to_sign_in()))


def councils_with_example() -> list[str]:
    """The slugs of the councils whose authority.toml tells of an example."""
    return [slug for slug in known_authorities() if load_authority(slug).example]


def example_if_empty() -> bool:
    """Load the first example if the database holds no representation and no account; True if it was loaded."""
    if Register.objects.exists() or Account.objects.exists():
        return False
    authority = load_authority(FIRST)
    click.echo(f"The database is empty: the example of {authority.name} is loaded into it.", err=True)
    load_example(FIRST)
    return True


def load_example(council: str) -> None:
    """Import the files of a council's example as of its day, and make the accounts that are not there yet."""
    authority = load_authority(council)
    if authority.example is None:
        raise LookupError(f"{council} has no example: its authority.toml has no [example].")
    commission = Commission(
        authority=authority,
        mapping=next(iter(authority.mappings.values())),
        as_of=authority.example.as_of,
        actor=Actor("Import", council, frozenset({"import_records"})),
        now=timezone.now(),
    )
    with progress_bar(hidden=False) as progress:
        import_files(sorted((authority.folder / "example").glob("*.csv")), commission, progress)
    posts = MANAGER, authority.example.officer, authority.work.director
    for name, post, role in zip(NAMES, posts, ROLES, strict=True):
        email = _email(name, council)
        if not Account.objects.filter(email=email).exists():
            Account.objects.create_account(email, _password(), post=post, authority=council, roles=[role])


def _email(name: str, council: str) -> str:
    return f"{name}@{council}.example"


def how_to_sign_in() -> list[str]:
    """A line for each account of the example that still has the example's password; none where there is no example."""
    if not _password_file().exists():
        return []
    emails = [_email(name, council) for council in councils_with_example() for name in NAMES]
    lines = [
        f"  {account.email:<28} {_password()}   {account.post}"
        for account in Account.objects.filter(email__in=emails).order_by("id")
        if account.check_password(_password())
    ]
    return ["Sign in as one of these, with the password beside it:", *lines] if lines else []


def _password_file() -> Path:
    file: Path = settings.DATA / "example-password"
    return file


def _password() -> str:
    """The password of the example's accounts: made once for this data folder, readable by its owner alone."""
    file = _password_file()
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write("-".join(secrets.token_hex(2) for _ in range(3)))
    return file.read_text()
