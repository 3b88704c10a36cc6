"""The registers of learning, actions, remedies and costs, and spikes: what stands in them, for whom, at what cost."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts.models import Account
from putright.authorities import load_authority
from putright.casework.log import Dated
from putright.oversight.spikes import Came, counts
from putright.record import events as e

pytestmark = pytest.mark.django_db
TODAY = records.TODAY
MOST_QUERIES = 15
REGISTERS = ("/oversight/", "/oversight/actions/", "/oversight/remedies/", "/oversight/costs/")
PAGES = (*REGISTERS, "/oversight/spikes/")


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(records.NOW, tick=False):
        yield


@pytest.fixture
def manager() -> Account:
    return records.account("complaints_manager")


@pytest.fixture
def at_work(manager: Account, client: Client) -> Client:
    client.force_login(manager)
    return client


def upheld(manager: Account, reference: str, *more: Dated, handler: str = "Team Manager, East") -> None:
    """A complaint from which something was learnt, with an action, a payment and an apology."""
    day = date(2018, 1, 8)
    records.take(
        manager,
        reference,
        Dated(records.received(reference), day, "Calls were not returned."),
        Dated(e.Assigned(handler), day),
        Dated(e.LearningRecorded(1, "communication", "child_in_need"), day, "Say who rings back."),
        Dated(e.ActionAgreed(1, handler, date(2018, 3, 1), 1, "investigation"), day, "A list of who rings whom."),
        Dated(e.RemedyAgreed(1, "payment", 25_000, "Children in Need", "Director", date(2018, 2, 1)), day, "Distress"),
        Dated(e.RemedyAgreed(2, "apology"), day),
        Dated(e.CostIncurred("investigating_officer", 310_050, "investigation"), day),
        *more,
    )


def page_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200, path
    return len(asked)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_as_much_of_forty_as_of_two(at_work: Client, manager: Account, path: str) -> None:
    for number in range(2):
        upheld(manager, f"CSC18-{number:05}")
    few = queries(at_work, path)
    for number in range(2, 42):
        upheld(manager, f"CSC18-{number:05}")
    assert queries(at_work, path) == few <= MOST_QUERIES


def test_what_was_learnt_stands_by_theme_and_by_service_with_its_actions(at_work: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001")
    upheld(manager, "CSC18-00002", Dated(e.ActionCompleted(1, "the list"), date(2018, 2, 1)))
    page = page_of(at_work, "/oversight/")
    assert "2 things learnt" in page
    assert "Say who rings back." in page
    assert "Team Manager, East: overdue" in page
    assert "Team Manager, East: done, to check" in page
    assert re.search(r"Theme Learnt Actions Done Overdue Worked Communication 2 2 1 1 0", page)
    assert re.search(r"Service or team Learnt Actions Done Overdue Worked Child in Need 2 2 1 1 0", page)


def test_an_action_stands_overdue_done_and_looked_at(at_work: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001")
    done = Dated(e.ActionCompleted(1, "minutes of 4 April"), date(2018, 4, 4))
    upheld(manager, "CSC18-00002", done, Dated(e.ActionChecked(1, "yes"), date(2018, 4, 10)))
    page = page_of(at_work, "/oversight/actions/")
    assert "A list of who rings whom." in page
    assert "Overdue" in page
    assert "Worked Done on 4 Apr 2018: minutes of 4 April. Looked at on 10 Apr 2018." in page
    for standing, reference in (("overdue", "CSC18-00001"), ("worked", "CSC18-00002")):
        assert references(at_work, f"/oversight/actions/?standing={standing}") == [reference]
    assert references(at_work, "/oversight/actions/?standing=open") == []


def references(client: Client, path: str) -> list[str]:
    return re.findall(r"CSC18-\d{5}", page_of(client, path))


def test_the_ledger_says_what_is_owed_overdue_and_done_and_what_was_paid(at_work: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001")
    upheld(manager, "CSC18-00002", Dated(e.RemedyDone(1, "receipt 17"), date(2018, 2, 1)))
    page = page_of(at_work, "/oversight/remedies/")
    assert "4 remedies" in page
    assert "Payment Distress · Child in Need" in page
    assert "£250 Paid by Children in Need, approved by Director" in page
    assert "Done On 1 Feb 2018: receipt 17" in page
    assert re.search(r"How it stands Remedies Overdue 1 Owed 2 Done 1", page)
    assert re.search(r"Year Service Payments Amount 2017-18 Child in Need 2 £500", page)
    assert references(at_work, "/oversight/remedies/?standing=overdue") == ["CSC18-00001"]
    assert references(at_work, "/oversight/remedies/?kind=apology&standing=done") == []


def test_costs_stand_by_year_and_what_they_were_for(at_work: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001")
    upheld(manager, "CSC18-00002", Dated(e.CostIncurred("panel", 200_000, "review_panel"), date(2018, 4, 9)))
    page = page_of(at_work, "/oversight/costs/")
    assert re.search(
        r"Year What it was for Times Amount 2018-19 Review panel 1 £2,000 2017-18 Investigating officer 2 £6,201 ", page
    )


def test_the_files_hold_every_line(at_work: Client, manager: Account) -> None:
    for number in range(30):
        upheld(manager, f"CSC18-{number:05}")
    for path, lines in (("learning", 30), ("actions", 30), ("remedies", 60), ("costs", 30)):
        answer = at_work.get(f"/oversight/{path}.csv")
        rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
        assert len(rows) == lines, path
        assert len({row["Reference"] for row in rows}) == 30
    paid = list(csv.DictReader(at_work.get("/oversight/remedies.csv?kind=payment").getvalue().decode().splitlines()))
    assert [row["Amount in pounds"] for row in paid] == ["250.00"] * 30


def test_paging_shows_every_line_once(at_work: Client, manager: Account) -> None:
    for number in range(30):
        upheld(manager, f"CSC18-{number:05}")
    first = at_work.get("/oversight/actions/").content.decode()
    onward = re.search(r'href="([^"]+)" rel="next"', first)
    assert onward
    second = references(at_work, unescape(onward[1]))
    assert len(references(at_work, "/oversight/actions/")) == 25
    assert len(second) == 5
    assert len({*references(at_work, "/oversight/actions/"), *second}) == 30


@pytest.mark.parametrize("path", REGISTERS)
def test_an_empty_register_says_where_its_lines_come_from(at_work: Client, path: str) -> None:
    assert "on the page of a representation" in page_of(at_work, path)


def test_a_filter_that_is_no_choice_is_named(at_work: Client) -> None:
    assert "Theme: choose from the list" in page_of(at_work, "/oversight/?kind=nonsense")


def test_a_responding_manager_sees_the_lines_of_own_cases_alone(client: Client, manager: Account) -> None:
    own = records.account("responding_manager")
    upheld(manager, "CSC18-00001", handler=own.post)
    upheld(manager, "CSC18-00002")
    client.force_login(own)
    for path in REGISTERS[:3]:
        assert set(references(client, path)) == {"CSC18-00001"}, path
    for path in ("/oversight/costs/", "/oversight/spikes/"):
        assert client.get(path).status_code == 403


def test_an_analyst_reads_figures_and_no_words(client: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001", Dated(e.RemedyDone(1, "letter to Parent A"), date(2018, 2, 1)))
    client.force_login(records.account("analyst"))
    for path in (*REGISTERS, *(f"/oversight/{name}.csv" for name in ("learning", "actions", "remedies"))):
        answer: Any = client.get(path)
        told = (answer.getvalue() if answer.streaming else answer.content).decode()
        assert "CSC18-00001" in told
        for said in ("Say who rings back", "A list of who rings", "Distress", "Parent A"):
            assert said not in told, (path, said)


def test_another_councils_lines_are_not_there(client: Client, manager: Account) -> None:
    upheld(manager, "CSC18-00001")
    client.force_login(records.account("complaints_manager", "coventry"))
    for path in PAGES:
        assert "CSC18" not in page_of(client, path)


@pytest.mark.parametrize(
    ("lately", "before", "is_spike"),
    [(5, 16, True), (4, 0, False), (5, 0, True), (8, 26, False), (9, 26, True), (12, 39, False), (13, 39, True)],
)
def test_a_spike_is_at_least_five_and_more_than_twice_what_is_usual(lately: int, before: int, is_spike: bool) -> None:
    assert Came("service", "child_in_need", lately, before).is_spike is is_spike


def test_the_last_four_weeks_begin_on_their_day_and_compliments_do_not_count(manager: Account) -> None:
    since = TODAY - timedelta(days=27)
    days = [TODAY, since, since - timedelta(days=1), since - timedelta(weeks=26), since - timedelta(weeks=26, days=1)]
    for number, day in enumerate(days):
        reference = f"CSC18-{number:05}"
        records.take(manager, reference, Dated(records.received(reference), day))
    records.take(manager, "CSC18-00099", Dated(records.received("CSC18-00099", "compliment"), TODAY))
    found = counts(load_authority("hampshire"), TODAY)
    assert [(each.dimension, each.code, each.lately, each.before) for each in found] == [
        ("service", "child_in_need", 2, 2),
        ("nature", "quality_of_service", 2, 2),
    ]


def test_a_spike_is_pointed_out_with_the_rule_in_words(at_work: Client, manager: Account) -> None:
    for number in range(6):
        reference = f"CSC18-{number:05}"
        records.take(manager, reference, Dated(records.received(reference), TODAY))
    page = page_of(at_work, "/oversight/spikes/")
    assert "at least 5 complaints" in page
    assert "more than twice what usually comes in 4 weeks" in page
    assert "Child in Need: 6 in the last 4 weeks; usually none." in page
