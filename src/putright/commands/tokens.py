"""`putright tokens`: keys by which other programs speak for an account."""

from __future__ import annotations

import click
from django.utils import timezone

from putright.accounts.models import Account
from putright.accounts.tokens import NoSuchToken, make_token, revoke_token, tokens_of


@click.group("tokens")
def tokens() -> None:
    """Make, list and revoke the keys by which other programs use the API for an account."""


@tokens.command("create")
@click.argument("email")
@click.option("--name", required=True, help="What it is for: 'Customer services system'.")
def create(email: str, name: str) -> None:
    """Make a token for the account that signs in with EMAIL, and print it. It cannot be shown again."""
    click.echo(make_token(_account(email), name[:60], now=timezone.now()))


@tokens.command("list")
@click.argument("email")
def list_(email: str) -> None:
    """List the tokens of the account that signs in with EMAIL: number, name, made on, used last on."""
    for token in tokens_of(_account(email)):
        used = f"used last on {token.used_on:%d/%m/%Y}" if token.used_on else "never used"
        click.echo(f"{token.id}\t{token.name}\tmade on {token.made_at:%d/%m/%Y}\t{used}")


@tokens.command("revoke")
@click.argument("email")
@click.argument("number", type=int)
def revoke(email: str, number: int) -> None:
    """Let token NUMBER of the account that signs in with EMAIL open nothing from now on."""
    try:
        token = revoke_token(_account(email), number, now=timezone.now())
    except NoSuchToken as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(f"{token.name} is revoked.")


def _account(email: str) -> Account:
    try:
        return Account.objects.get_by_natural_key(email)
    except Account.DoesNotExist as problem:
        raise click.ClickException(f"No account signs in with {email}. ./run accounts list shows them.") from problem
