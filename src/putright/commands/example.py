"""`putright example`: the synthetic export of Hampshire imported, and accounts to look at it with."""

from __future__ import annotations

import os
import secrets
from datetime import date
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from putright.accounts.models import Account
from putright.authorities import load_authority
from putright.casework.models import Register
from putright.commands.import_ import progress_bar
from putright.intake.importing import Commission, import_files
from putright.record.actor import Actor

AUTHORITY = "hampshire"
MAPPING = "csc_respond"
FOLDER = Path(__file__).resolve().parents[3] / "councils" / AUTHORITY / "example"
AS_OF = date(2018, 6, 30)
ACCOUNTS = (
    ("manager@hampshire.example", "Complaints manager", "complaints_manager"),
    ("officer@hampshire.example", "CSCT Officer 2", "complaints_officer"),
    ("director@hampshire.example", "Director of Children's Services", "senior_manager"),
)


@click.command("example")
def example() -> None:
    """Load the example of Hampshire: a synthetic export, and an account for each of three posts.

    A second time changes nothing.
    """
    load_example()
    click.echo("\n".join(how_to_sign_in()))


def example_if_empty() -> bool:
    """Load the example if the database holds no representation and no account; True if it was loaded."""
    if Register.objects.exists() or Account.objects.exists():
        return False
    click.echo("The database is empty: the example of Hampshire is loaded into it.", err=True)
    load_example()
    return True


def load_example() -> None:
    """Import the example's files as of its day, and make the accounts that are not there yet."""
    authority = load_authority(AUTHORITY)
    commission = Commission(
        authority=authority,
        mapping=authority.mappings[MAPPING],
        as_of=AS_OF,
        actor=Actor("Import", AUTHORITY, frozenset({"import_records"})),
        now=timezone.now(),
    )
    with progress_bar(hidden=False) as progress:
        import_files(sorted(FOLDER.glob("*.csv")), commission, progress)
    for email, post, role in ACCOUNTS:
        if not Account.objects.filter(email=email).exists():
            Account.objects.create_account(email, _password(), post=post, authority=AUTHORITY, roles=[role])


def how_to_sign_in() -> list[str]:
    """A line for each account of the example that still has the example's password; none where there is no example."""
    if not _password_file().exists():
        return []
    lines = [
        f"  {account.email:<28} {_password()}   {account.post}"
        for account in Account.objects.filter(email__in=[email for email, _, _ in ACCOUNTS]).order_by("id")
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
