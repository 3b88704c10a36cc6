"""A restricted representation: seen by those who work on it and by few others, counted all the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests.system import records
from tests.system.records import NOW, TODAY

from putright.accounts.models import Account
from putright.accounts.permissions import ROLES
from putright.casework.actions.appoint import appoint
from putright.casework.actions.assign import assign
from putright.casework.actions.base import NoPermission, Writing
from putright.casework.actions.open_access import open_access
from putright.casework.actions.receive import receive
from putright.casework.actions.restrict_access import restrict_access
from putright.casework.check import prove
from putright.casework.log import Dated
from putright.casework.queries import representations_seen_by
from putright.record import events as e

pytestmark = pytest.mark.django_db
UNTIL = TODAY + timedelta(days=30)


@pytest.fixture
def accounts() -> dict[str, Account]:
    return {role: records.account(role) for role in ROLES}


@pytest.fixture
def restricted(accounts: dict[str, Account]) -> int:
    """Taken down by the agent, handled by the responding manager, investigated from outside; then restricted."""
    manager = accounts["complaints_manager"].actor()
    number = receive(
        accounts["contact_centre_agent"].actor(),
        records.received("CSC18-00700"),
        on=TODAY,
        summary="It is about somebody in the complaints team.",
        today=TODAY,
        now=NOW,
        more=[
            Dated(e.Triaged("children_act_1989"), TODAY),
            Dated(e.StageStarted("investigation"), TODAY),
        ],
    )
    writing = Writing(manager, number, None, TODAY, NOW)
    assign(writing, on=TODAY, handler=accounts["responding_manager"].post)
    outside = accounts["outside_investigator"].email
    appoint(writing, on=TODAY, post="investigating_officer", name="Person C", account=outside, until=UNTIL)
    restrict_access(writing, on=TODAY, why="It is about somebody in the complaints team.")
    return number


def who_sees(accounts: dict[str, Account]) -> set[str]:
    return {role for role, account in accounts.items() if representations_seen_by(account.actor(TODAY), TODAY).exists()}


def test_only_those_who_work_on_it_and_few_others_see_it(accounts: dict[str, Account], restricted: int) -> None:
    few = {"complaints_manager", "monitoring_officer", "responding_manager", "outside_investigator"}
    assert who_sees(accounts) == few


def test_who_is_given_it_sees_it_and_who_had_it_does_not(accounts: dict[str, Account], restricted: int) -> None:
    manager = accounts["complaints_manager"].actor()
    assign(Writing(manager, restricted, None, TODAY, NOW), on=TODAY, handler=accounts["complaints_officer"].post)
    seen = who_sees(accounts)
    assert "complaints_officer" in seen
    assert "responding_manager" not in seen


def test_lifted_it_is_seen_as_before(accounts: dict[str, Account], restricted: int) -> None:
    manager = accounts["complaints_manager"].actor()
    open_access(Writing(manager, restricted, None, TODAY, NOW), on=TODAY, why="They left.")
    assert who_sees(accounts) == set(ROLES)
    assert prove("hampshire").faults == []


def test_whoever_may_not_restrict_is_refused(accounts: dict[str, Account], restricted: int) -> None:
    officer = accounts["complaints_officer"].actor()
    with pytest.raises(NoPermission, match="may not open access"):
        open_access(Writing(officer, restricted, None, TODAY, NOW), on=TODAY, why="To read it.")


def test_its_page_its_list_and_its_search_say_nothing_of_it(
    client: Client, accounts: dict[str, Account], restricted: int
) -> None:
    client.force_login(accounts["senior_manager"])
    assert client.get(f"/representations/{restricted}/").status_code == 404
    for address in ("/representations/", "/representations/?words=complaints+team", "/queues/everything/"):
        assert "CSC18-00700" not in client.get(address).content.decode()
    client.force_login(accounts["complaints_manager"])
    page = client.get(f"/representations/{restricted}/").content.decode()
    assert "Only those who work on it" in page
    assert "Restricted" in client.get("/representations/").content.decode()
