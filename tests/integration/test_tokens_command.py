"""`./run tokens`: a key is made and printed once, listed without itself, and revoked; what is wrong is one line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from django.test import Client

from putright.accounts.models import Account
from putright.commands.tokens import tokens

pytestmark = pytest.mark.django_db
EMAIL = "officer@hampshire.example"


@pytest.fixture(autouse=True)
def an_officer() -> None:
    Account.objects.create_account(
        EMAIL, "a long enough word", post="Officer", authority="hampshire", roles=["complaints_officer"]
    )


def call(*words: str) -> Result:
    return CliRunner().invoke(tokens, words)


def test_a_key_is_printed_once_works_and_is_revoked() -> None:
    key = call("create", EMAIL, "--name", "Customer services").output.strip()
    client = Client(headers={"Authorization": f"Bearer {key}"})
    assert "Customer services\tmade on" in call("list", EMAIL).output
    assert "never used" in call("list", EMAIL).output
    assert client.get("/api/representations").status_code == 200
    assert "used last on" in call("list", EMAIL).output
    assert key not in call("list", EMAIL).output
    number = call("list", EMAIL).output.split("\t")[0]
    assert call("revoke", EMAIL, number).output == "Customer services is revoked.\n"
    assert client.get("/api/representations").status_code == 401
    assert call("list", EMAIL).output == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("create", "nobody@hampshire.example", "--name", "X"), "No account signs in with nobody@hampshire.example."),
        (("revoke", EMAIL, "7"), "officer@hampshire.example has no token 7 that still opens anything."),
    ],
)
def test_what_is_wrong_is_said_in_one_line(words: tuple[str, ...], said: str) -> None:
    answer = call(*words)
    assert answer.exit_code == 1
    assert answer.output.startswith(f"Error: {said}")
