"""`./run accounts`: accounts are made, listed, and their passwords set; what is wrong is said in one line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from putright.accounts.models import Account
from putright.authorities import known_authorities
from putright.commands.accounts import accounts

pytestmark = pytest.mark.django_db
GOOD = "a long enough word"
OTHER = "another long word"


def call(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(accounts, words, input=typed)


def create(email: str = "Officer@council.example", **changed: str) -> Result:
    options = {"post": "Officer 2", "authority": "hampshire", "role": "complaints_officer", "password": GOOD} | changed
    return call("create", email, *[word for name, value in options.items() for word in (f"--{name}", value)])


def test_an_account_is_made_and_listed() -> None:
    assert create().output == "Officer@council.example may sign in as Officer 2 of hampshire.\n"
    account = Account.objects.get_by_natural_key("OFFICER@council.example")
    assert account.check_password(GOOD)
    assert call("list").output == "officer@council.example\thampshire\tOfficer 2\tcomplaints_officer\n"


def test_a_password_is_asked_for_twice_and_never_printed() -> None:
    words = ["create", "a@council.example", "--post", "A", "--authority", "hampshire", "--role", "analyst"]
    made = call(*words, typed=f"{GOOD}\n{GOOD}\n")
    assert made.exit_code == 0
    assert GOOD not in made.output
    assert call(*words[:1], "b@council.example", *words[2:], typed=f"{GOOD}\n{OTHER}\n").exit_code == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"password": "short"}, "This password is too short. It must contain at least 12 characters."),
        ({"password": "password1234"}, "This password is too common."),
        ({"authority": "atlantis"}, f"There is no council atlantis. Known: {', '.join(known_authorities())}."),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, str], said: str) -> None:
    refused = create(**changed)
    assert (refused.exit_code, refused.output) == (1, f"Error: {said}\n")
    assert not Account.objects.exists()


def test_an_address_signs_in_once() -> None:
    create()
    assert create(email="OFFICER@council.example").exit_code == 1


def test_a_password_is_set() -> None:
    create()
    done = call("password", "officer@council.example", "--password", OTHER)
    assert done.output == "The password of officer@council.example is set.\n"
    assert Account.objects.get().check_password(OTHER)


def test_the_password_of_nobody() -> None:
    refused = call("password", "nobody@council.example", "--password", OTHER)
    assert refused.output == "Error: No account signs in with nobody@council.example. ./run accounts list shows them.\n"
