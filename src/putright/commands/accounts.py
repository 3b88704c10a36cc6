"""`putright accounts`: who may sign in."""

from __future__ import annotations

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from putright.accounts.models import Account
from putright.accounts.permissions import ROLES
from putright.authorities import known_authorities

PASSWORD = click.option(
    "--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when not given."
)


@click.group("accounts")
def accounts() -> None:
    """Make accounts, list them and set their passwords."""


@accounts.command("create")
@click.argument("email")
@click.option("--post", required=True, help="The post, as the log and the pages name it: 'Complaints officer 2'.")
@click.option("--authority", required=True, help="The council, by the name of its folder.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(list(ROLES)), help="May be repeated.")
@PASSWORD
def create(email: str, post: str, authority: str, roles: tuple[str, ...], password: str) -> None:
    """Make an account that signs in with EMAIL."""
    if authority not in known_authorities():
        raise click.ClickException(f"There is no council {authority}. Known: {', '.join(known_authorities())}.")
    try:
        validate_password(password)
        Account.objects.create_account(email, password, post=post, authority=authority, roles=list(roles))
    except ValidationError as problem:
        raise click.ClickException(" ".join(problem.messages)) from problem
    click.echo(f"{email} may sign in as {post} of {authority}.")


@accounts.command("password")
@click.argument("email")
@PASSWORD
def password(email: str, password: str) -> None:
    """Set the password of the account that signs in with EMAIL."""
    try:
        account = Account.objects.get_by_natural_key(email)
        validate_password(password, account)
    except Account.DoesNotExist as problem:
        raise click.ClickException(f"No account signs in with {email}. ./run accounts list shows them.") from problem
    except ValidationError as problem:
        raise click.ClickException(" ".join(problem.messages)) from problem
    account.set_password(password)
    account.save(update_fields=["password"])
    click.echo(f"The password of {email} is set.")


@accounts.command("list")
def list_() -> None:
    """List the accounts: e-mail address, council, post, roles."""
    for account in Account.objects.order_by("authority", "email"):
        signs_in = "" if account.is_active else "\t(may not sign in)"
        click.echo(f"{account.email}\t{account.authority}\t{account.post}\t{', '.join(account.roles)}{signs_in}")
