"""Signing in and out."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.system.records import PASSWORD, account
from tests.system.visitor import Visitor

pytestmark = pytest.mark.browser


def test_i_sign_in_and_go_on_to_where_i_was_going(visitor: Visitor) -> None:
    account("complaints_officer")
    visitor.when_i_go_to("/rule-book/")
    visitor.then_the_heading_is("Sign in")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_fill_in("E-mail address", "complaints_officer@hampshire.example")
    visitor.when_i_fill_in("Password", PASSWORD)
    visitor.when_i_press("Sign in")
    visitor.then_the_heading_is("Rule book")
    visitor.when_i_press("Sign out")
    visitor.then_the_heading_is("You have signed out")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/representations/")
    visitor.then_the_heading_is("Sign in")


def test_a_wrong_password_is_refused_without_saying_what_was_wrong(visitor: Visitor) -> None:
    account("complaints_officer")
    visitor.when_i_go_to("/sign-in/")
    visitor.when_i_fill_in("E-mail address", "complaints_officer@hampshire.example")
    visitor.when_i_fill_in("Password", "wrong")
    visitor.when_i_press("Sign in")
    visitor.then_the_problem_is("The e-mail address or password is not right")
    visitor.then_the_page_has_no_barriers()


def test_an_empty_form_names_each_field(visitor: Visitor) -> None:
    visitor.when_i_go_to("/sign-in/")
    visitor.when_i_press("Sign in")
    visitor.then_the_problem_is("Enter your e-mail address")
    visitor.then_the_problem_is("Enter your password")


@pytest.mark.django_db
def test_after_ten_failures_the_right_password_has_to_wait_too() -> None:
    account("analyst")
    client, who = Client(), {"username": "analyst@hampshire.example"}
    for _ in range(10):
        client.post("/sign-in/", who | {"password": "guess"})
    answer = client.post("/sign-in/", who | {"password": PASSWORD})
    assert "too many tries" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(onward: str) -> None:
    account("analyst")
    who = {"username": "analyst@hampshire.example", "password": PASSWORD, "next": onward}
    answer = Client().post("/sign-in/", who)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"
