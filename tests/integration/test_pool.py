"""The pool: who is in it, who can be asked, and that an appointment names whom it was made from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.system import records
from tests.system.records import NOW, TODAY

from putright.accounts.pool import Member, PoolRefused, keep_member, pool_of, take_out
from putright.casework.actions.appoint import appoint
from putright.casework.actions.base import Writing
from putright.casework.actions.receive import receive
from putright.casework.check import prove
from putright.casework.log import Dated
from putright.casework.models import AppointmentRow
from putright.casework.queries import appointments_by_member
from putright.record import events as e

pytestmark = pytest.mark.django_db
INVESTIGATOR = Member("Ada Example", ("investigating_officer",), outside=True, email="ada@example.org", at_most=1)
ADDED = {"name": "Ben Example", "posts": ["independent_person"], "outside": "yes", "fee_pence": "350", "fee_for": "day"}


@pytest.fixture(autouse=True)
def on_the_day(time_machine: Any) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(records.account("complaints_manager"))
    return client


def investigation() -> int:
    officer = records.account("complaints_officer").actor()
    return receive(
        officer,
        records.received("CSC18-00700"),
        on=TODAY,
        summary="Nobody rang back.",
        today=TODAY,
        now=NOW,
        more=[Dated(e.Triaged("children_act_1989"), TODAY), Dated(e.StageStarted("investigation"), TODAY)],
    )


def appointing(number: int, **given: str) -> dict[str, str]:
    day = {"on-day": str(TODAY.day), "on-month": str(TODAY.month), "on-year": str(TODAY.year)}
    return {"post": "investigating_officer", "read_to": "3", **day, **given}


def test_an_empty_pool_says_so(manager: Client) -> None:
    assert "Nobody is in the pool yet" in manager.get("/queues/pool/").content.decode()


def test_somebody_is_added_changed_and_taken_out(manager: Client) -> None:
    assert manager.post("/queues/pool/add/", ADDED).status_code == 302
    row = pool_of("hampshire").get()
    assert (row.name, row.posts, row.fee_pence, row.fee_for) == ("Ben Example", ["independent_person"], 35_000, "day")
    assert "£350 a day" in manager.get("/queues/pool/").content.decode()
    manager.post(f"/queues/pool/{row.id}/", ADDED | {"fee_pence": ""})
    row.refresh_from_db()
    assert (row.fee_pence, row.fee_for) == (None, "")
    manager.post(f"/queues/pool/{row.id}/leave/")
    assert not pool_of("hampshire").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"outside": "no"}, "An officer or a member of the council may be neither"),
        ({"fee_for": ""}, "Choose what the fee is for"),
        ({"at_most": "0"}, "must be a whole number of 1 or more"),
        ({"name": ""}, "Enter: name"),
    ],
)
def test_what_does_not_fit_is_said(manager: Client, given: dict[str, str], said: str) -> None:
    page = manager.post("/queues/pool/add/", ADDED | given)
    assert said in page.content.decode()
    assert not pool_of("hampshire").exists()


def test_a_pool_is_one_councils_and_kept_by_its_managers() -> None:
    other = records.account("complaints_manager", "coventry").actor()
    row = keep_member(records.account("complaints_manager").actor(), INVESTIGATOR)
    with pytest.raises(PoolRefused, match="not in this council"):
        take_out(other, row.id, today=TODAY)
    with pytest.raises(PoolRefused, match="may not change the pool"):
        keep_member(records.account("analyst").actor(), INVESTIGATOR)


def test_somebody_is_appointed_from_the_pool_by_name(manager: Client) -> None:
    number = investigation()
    row = keep_member(records.Account.objects.get(roles=["complaints_manager"]).actor(), INVESTIGATOR)
    form = manager.get(f"/representations/{number}/steps/appoint/").content.decode()
    assert "Investigating officer. From outside the council. Can be asked." in form
    answer = manager.post(f"/representations/{number}/steps/appoint/", appointing(number, member=str(row.id)))
    assert answer.status_code == 302
    appointed = AppointmentRow.objects.get()
    assert (appointed.member, appointed.account) == (row.id, "ada@example.org")
    assert appointments_by_member("hampshire") == {row.id: 1}
    assert "Takes no more at present" in manager.get("/queues/pool/").content.decode()
    assert prove("hampshire").faults == []


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (Member("Ben Example", ("panel_member",), outside=True), "is not in the pool as investigating officer"),
        (
            Member("Ada Example", ("investigating_officer",), outside=True, away_until=TODAY + timedelta(days=3)),
            "cannot be asked: Away until 19 April 2018",
        ),
    ],
)
def test_who_cannot_be_appointed_is_not(manager: Client, member: Member, said: str) -> None:
    number = investigation()
    row = keep_member(records.Account.objects.get(roles=["complaints_manager"]).actor(), member)
    page = manager.post(f"/representations/{number}/steps/appoint/", appointing(number, member=str(row.id)))
    assert said in page.content.decode()
    assert not AppointmentRow.objects.exists()


def test_somebody_else_needs_a_name(manager: Client) -> None:
    number = investigation()
    keep_member(records.Account.objects.get(roles=["complaints_manager"]).actor(), INVESTIGATOR)
    page = manager.post(f"/representations/{number}/steps/appoint/", appointing(number, member="somebody_else"))
    assert "Enter the name" in page.content.decode()


def test_who_is_still_to_be_appointed_is_told_where_it_matters(client: Client) -> None:
    number = investigation()
    client.force_login(records.account("senior_manager"))
    told = client.get(f"/representations/{number}/steps/adjudicate/").content.decode()
    assert "Investigating officer: none of 1 appointed." in told
    assert "Independent person: none of 1 appointed. Rule: SI 2006/1738, regulations 2 and 17(2)" in told
    officer = records.Account.objects.get(roles=["complaints_officer"]).actor()
    appoint(Writing(officer, number, None, TODAY, NOW), on=TODAY, post="independent_person", name="Ben Example")
    told = client.get(f"/representations/{number}/steps/adjudicate/").content.decode()
    assert "Independent person: none" not in told
