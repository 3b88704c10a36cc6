"""The queues: what is in them and in which order, red, amber and green, filters that are kept, giving work, cover."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts.covering import CoverRefused, Leave, arrange_cover, end_cover
from putright.accounts.models import Account, Cover, SavedFilter
from putright.authorities import load_authority
from putright.casework import setting
from putright.casework.log import Dated
from putright.casework.models import LogEntry, RepresentationRow
from putright.casework.queries import log_of
from putright.facts.derive import DEFAULT_CALENDAR
from putright.oversight.models import SentReport
from putright.oversight.rag import Rag, RagDay, RagRule
from putright.oversight.rag_report import rag_report
from putright.oversight.weekly import send_weekly
from putright.oversight.work import page_of_work
from putright.oversight.work_lines import Criteria, Queue, Source
from putright.record import events as e

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
QUEUES = ["/queues/", "/queues/team/", "/queues/everything/"]
TODAY = records.TODAY


@pytest.fixture(autouse=True)
def on_the_day() -> object:
    with time_machine.travel(records.NOW, tick=False):
        yield


@pytest.fixture
def manager() -> Account:
    return records.account("complaints_manager")


@pytest.fixture
def at_work(manager: Account, client: Client) -> Client:
    client.force_login(manager)
    return client


def complaint(manager: Account, reference: str, started: date, *more: Dated, handler: str = "") -> int:
    """A complaint acknowledged and in its first stage: its answer is due on the tenth working day."""
    given = [Dated(e.Assigned(handler), started)] if handler else []
    records.take(
        manager,
        reference,
        Dated(records.received(reference), started),
        Dated(e.Triaged("children_act_1989"), started),
        Dated(e.Acknowledged(), started),
        *given,
        Dated(e.StageStarted("local_resolution"), started),
        *more,
    )
    return int(RepresentationRow.objects.get(reference=reference).id)


def day() -> RagDay:
    council = load_authority("hampshire")
    return RagDay.of(council.work, setting.book().calendar(DEFAULT_CALENDAR), TODAY)


def shown(client: Client, path: str) -> list[str]:
    """The references of the lines on a page."""
    answer = client.get(path)
    assert answer.status_code == 200
    return re.findall(r'href="/representations/\d+/">([^<]+)</a></th>', answer.content.decode())


def test_the_nearest_last_day_comes_first_and_what_has_none_last(at_work: Client, manager: Account) -> None:
    complaint(manager, "CSC18-2", date(2018, 4, 12))
    complaint(manager, "CSC18-1", date(2018, 3, 1))
    records.compliment(manager, "CSC18-4")
    complaint(manager, "CSC18-3", date(2018, 4, 3))
    assert shown(at_work, "/queues/team/") == ["CSC18-1", "CSC18-3", "CSC18-2", "CSC18-4"]
    text = at_work.get("/queues/team/").content.decode()
    assert "4 open representations" in text
    assert [word in text for word in ("1 red", "1 amber", "1 green", "1 without a date")] == [True] * 4


@pytest.mark.parametrize("colour", list(Rag))
def test_the_database_and_python_agree_on_every_colour(manager: Account, colour: Rag) -> None:
    for number in range(40):
        complaint(manager, f"CSC18-{number:03}", TODAY - timedelta(days=number // 2))
    records.compliment(manager, "CSC18-999")
    everything, rules = Queue.EVERYTHING, day()
    asked = page_of_work(everything, manager.actor(TODAY), Criteria(colours=(colour,)), rules)
    assert all(rules.rule(each.started_on, each.due_on).colour is colour for each in asked.things)
    whole, mark = [], None
    while True:
        page = page_of_work(everything, manager.actor(TODAY), Criteria(), rules, after=mark)
        whole += page.things
        mark = page.after
        if mark is None:
            break
    by_python = [each for each in whole if rules.rule(each.started_on, each.due_on).colour is colour]
    assert asked.counts[colour] == len(by_python)
    assert [each.key for each in asked.things] == [each.key for each in by_python[:25]]


@pytest.mark.parametrize(
    ("started", "due", "rule"),
    [
        (date(2018, 4, 2), date(2018, 4, 15), RagRule.OVERDUE),
        (date(2018, 4, 2), date(2018, 4, 16), RagRule.FEW_DAYS_LEFT),
        (date(2018, 4, 16), date(2018, 4, 19), RagRule.FEW_DAYS_LEFT),
        (date(2018, 4, 6), date(2018, 4, 26), RagRule.SHARE_GONE),
        (date(2018, 4, 7), date(2018, 4, 27), RagRule.IN_TIME),
        (None, date(2018, 4, 27), RagRule.IN_TIME),
        (None, None, RagRule.NOTHING_DUE),
    ],
)
def test_the_rule_that_gives_a_colour_names_itself(started: date | None, due: date | None, rule: RagRule) -> None:
    assert day().rule(started, due) is rule


@pytest.mark.parametrize("path", QUEUES)
def test_a_queue_asks_as_much_of_three_as_of_two_thousand(at_work: Client, manager: Account, path: str) -> None:
    for number in range(3):
        complaint(manager, f"CSC18-9{number}", date(2018, 4, 3), handler=manager.post)
    few = queries(at_work, path)
    records.imported(manager, *records.YEAR, as_of=date(2018, 6, 30))
    for number in range(30):
        complaint(manager, f"CSC18-8{number}", date(2018, 4, 3), handler=manager.post)
    assert len(shown(at_work, path)) == 25
    assert queries(at_work, path) <= max(few, MOST_QUERIES)
    assert few <= MOST_QUERIES


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
        return len(asked)


@pytest.mark.parametrize("path", QUEUES)
def test_paging_shows_every_line_once_and_leads_back(at_work: Client, manager: Account, path: str) -> None:
    for number in range(60):
        complaint(manager, f"CSC18-{number:03}", date(2018, 4, 3) + timedelta(days=number % 7), handler=manager.post)
    records.compliment(manager, "CSC18-999")
    pages, here, back = [], path, []
    while here:
        text = at_work.get(here).content.decode()
        pages.append(shown(at_work, here))
        onward = {rel: unescape(href) for href, rel in re.findall(r'href="([^"]+)" rel="(prev|next)"', text)}
        here = onward.get("next", "")
        back = onward.get("prev", "")
    assert len(pages) >= 3
    every = [reference for page in pages for reference in page]
    assert len(set(every)) in (60, 61)
    if path != "/queues/everything/":
        assert len(every) == len(set(every))
    assert shown(at_work, back) == pages[-2]


def test_my_work_is_mine_with_my_actions_and_remedies(client: Client, manager: Account) -> None:
    own = account("Team Manager, East", "responding_manager")
    mine = complaint(manager, "CSC18-1", date(2018, 4, 3), handler=own.post)
    agreed = (
        Dated(e.LearningRecorded(1, "communication", "child_in_need"), date(2018, 4, 12)),
        Dated(e.ActionAgreed(1, own.post, date(2018, 4, 20), 1, "service"), date(2018, 4, 12)),
    )
    complaint(manager, "CSC18-2", date(2018, 4, 3), *agreed, handler="Somebody else")
    client.force_login(own)
    assert shown(client, "/queues/") == ["CSC18-1", "CSC18-2"]
    assert "Do what was agreed" in client.get("/queues/").content.decode()
    found = page_of_work(Queue.MINE, own.actor(TODAY), Criteria(kinds=("action",)), day())
    assert [(each.source, each.post) for each in found.things] == [(Source.ACTION, own.post)]
    assert client.get("/queues/team/").status_code == 403
    assert client.get(f"/representations/{mine}/").status_code == 200


def account(post: str, *roles: str) -> Account:
    name = post.lower().replace(" ", "-").replace(",", "")
    return Account.objects.create_account(
        f"{name}@hampshire.example", records.PASSWORD, post=post, authority="hampshire", roles=list(roles)
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("handler=-", ["CSC18-2"]),
        ("handler=Officer+1", ["CSC18-1"]),
        ("rag=red", ["CSC18-1"]),
        ("procedure=children_act_1989&service=child_in_need", ["CSC18-1", "CSC18-2"]),
        ("service=adoption_permanence", []),
        ("kind=statutory_limit", ["CSC18-1", "CSC18-2"]),
        ("kind=agreed_date", []),
    ],
)
def test_a_queue_is_narrowed(at_work: Client, manager: Account, query: str, found: list[str]) -> None:
    complaint(manager, "CSC18-1", date(2018, 3, 1), handler="Officer 1")
    complaint(manager, "CSC18-2", date(2018, 4, 12))
    assert shown(at_work, f"/queues/team/?{query}") == found


def test_filters_are_kept_under_a_name_and_removed_again(at_work: Client, manager: Account) -> None:
    given = {"name": "Reds", "query": "rag=red&after=2018-01-01~0~1&next=http://x"}
    answer = at_work.post("/queues/filters/team/", given, follow=True)
    assert answer.redirect_chain[-1][0] == "/queues/team/?rag=red"
    kept = SavedFilter.objects.get()
    assert (kept.account, kept.queue, kept.name, kept.query) == (manager, "team", "Reds", "rag=red")
    at_work.post("/queues/filters/team/", {"name": "Reds", "query": "rag=amber"})
    assert SavedFilter.objects.get().query == "rag=amber"
    assert "Give the filter a name" in at_work.post("/queues/filters/team/", {"name": ""}, follow=True).content.decode()
    other = Client()
    other.force_login(account("Officer 2", "complaints_officer"))
    assert other.post(f"/queues/filters/{kept.id}/remove/").status_code == 404
    at_work.post(f"/queues/filters/{kept.id}/remove/")
    assert not SavedFilter.objects.exists()


def test_several_are_given_and_each_result_is_told(at_work: Client, manager: Account) -> None:
    account("Officer 2", "complaints_officer")
    open_one, changed = (complaint(manager, f"CSC18-{n}", date(2018, 4, 3)) for n in (1, 2))
    closed = complaint(manager, "CSC18-3", date(2018, 4, 3), Dated(e.Withdrawn(), date(2018, 4, 12)))
    chosen = [f"{row.id}-{row.position}" for row in RepresentationRow.objects.order_by("id")]
    chosen[1] = f"{changed}-1"
    asked = at_work.get("/queues/assign/", {"chosen": chosen}).content.decode()
    assert "Give 3 representations to somebody to handle" in asked
    missing = at_work.post("/queues/assign/", {"chosen": chosen}).content.decode()
    assert "Choose who is to handle them" in missing
    told = unescape(at_work.post("/queues/assign/", {"chosen": chosen, "handler": "Officer 2"}).content.decode())
    assert "1 of 3 representations are with Officer 2" in told
    assert "Since you read this representation it was changed" in told
    assert "It was withdrawn. Reopen it first." in told
    assert [row.handler for row in RepresentationRow.objects.order_by("id")] == ["Officer 2", "", ""]
    assert [len(log_of(number)) for number in (open_one, changed, closed)] == [6, 5, 6]
    again = at_work.post("/queues/assign/", {"chosen": chosen[:1], "handler": "Officer 2"}).content.decode()
    assert "It was already there." in again
    assert LogEntry.objects.filter(kind="Assigned").count() == 1


def test_nothing_chosen_is_said(at_work: Client) -> None:
    assert "Choose at least one" in at_work.get("/queues/assign/", follow=True).content.decode()
    assert "Choose at least one" in at_work.post("/queues/assign/", {"chosen": ["x-1"]}, follow=True).content.decode()


def test_who_stands_in_sees_the_work_for_those_days_only(client: Client, manager: Account) -> None:
    away, standing_in = (account(f"Team Manager {n}", "responding_manager") for n in (1, 2))
    number = complaint(manager, "CSC18-1", date(2018, 4, 3), handler=away.post)
    client.force_login(standing_in)
    assert client.get(f"/representations/{number}/").status_code == 404
    leave = Leave(away, standing_in, TODAY, TODAY + timedelta(days=4))
    arrange_cover(manager.actor(), leave, today=TODAY, now=records.NOW)
    assert client.get(f"/representations/{number}/").status_code == 200
    assert shown(client, "/queues/") == ["CSC18-1"]
    assert "You are standing in for Team Manager 1" in client.get("/queues/").content.decode()
    with time_machine.travel(records.NOW + timedelta(days=5), tick=False):
        client.force_login(standing_in)
        assert client.get(f"/representations/{number}/").status_code == 404
        assert shown(client, "/queues/") == []


def test_cover_is_arranged_and_ended_on_its_page(at_work: Client, manager: Account) -> None:
    away, standing_in = (account(f"Team Manager {n}", "responding_manager") for n in (1, 2))
    given = {"covered": away.id, "covering": standing_in.id, "from_on": "16/4/2018", "until_on": "20/4/2018"}
    told = at_work.post("/queues/cover/", given, follow=True).content.decode()
    assert "Team Manager 2 stands in for Team Manager 1 from 16 April 2018 to 20 April 2018." in told
    wrong = at_work.post("/queues/cover/", {**given, "until_on": "1/4/2018"}).content.decode()
    assert "The last day is before the first" in wrong
    assert (
        "Nobody can stand in for themselves"
        in at_work.post("/queues/cover/", {**given, "covering": away.id}).content.decode()
    )
    at_work.post(f"/queues/cover/{Cover.objects.get().id}/end/")
    assert standing_in.actor(TODAY).covers == ()
    assert Cover.objects.get().withdrawn


def test_cover_is_refused_without_the_right_and_between_councils(manager: Account) -> None:
    away, other = account("A", "responding_manager"), records.account("complaints_officer", "elsewhere")
    leave = Leave(away, other, TODAY, TODAY)
    with pytest.raises(CoverRefused, match="no such account"):
        arrange_cover(manager.actor(), leave, today=TODAY, now=records.NOW)
    with pytest.raises(CoverRefused, match="may not arrange cover"):
        arrange_cover(away.actor(), leave, today=TODAY, now=records.NOW)
    begun = Cover.objects.create(
        covered=away, covering=manager, from_on=TODAY - timedelta(days=3), until_on=TODAY, arranged_by="x",
        arranged_at=records.NOW,
    )  # fmt: skip
    end_cover(manager.actor(), begun, today=TODAY)
    assert (begun.until_on, begun.withdrawn) == (TODAY - timedelta(days=1), False)


def test_another_council_sees_none_of_it(client: Client, manager: Account) -> None:
    complaint(manager, "CSC18-1", date(2018, 3, 1))
    other = Account(email="m@elsewhere.example", post=manager.post, authority="elsewhere", roles=["complaints_manager"])
    for queue in Queue:
        assert page_of_work(queue, other.actor(), Criteria(), day()).things == []


def test_the_weekly_report_counts_each_service_and_opens_to_its_cases(at_work: Client, manager: Account) -> None:
    complaint(manager, "CSC18-1", date(2018, 3, 1))
    complaint(manager, "CSC18-2", date(2018, 4, 12))
    records.overdue_complaint(manager, "CSC18-3")
    services = {each.service: each for each in rag_report("hampshire", TODAY).services}
    assert services["child_in_need"].counts == {Rag.RED: 1, Rag.AMBER: 0, Rag.GREEN: 1, Rag.NONE: 0}
    assert [each.reference for each in services["adoption_permanence"].pressing] == ["CSC18-3"]
    text = unescape(at_work.get("/queues/report/").content.decode())
    assert "3 open representations: 2 red and 0 amber." in text
    assert shown(at_work, "/queues/team/?service=child_in_need&rag=red") == ["CSC18-1"]
    assert queries(at_work, "/queues/report/") <= MOST_QUERIES


def test_a_service_with_very_many_shows_the_most_urgent_and_leads_to_the_rest(
    at_work: Client, manager: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("putright.web.presenters.rag_report.MOST_LINES", 2)
    for number in range(3):
        complaint(manager, f"CSC18-{number}", date(2018, 3, 1) + timedelta(days=number))
    assert shown(at_work, "/queues/report/") == ["CSC18-0", "CSC18-1"]
    text = unescape(at_work.get("/queues/report/").content.decode())
    assert "All 3 that are red or amber in Child in Need" in text
    assert len(shown(at_work, "/queues/team/?service=child_in_need&rag=red&rag=amber")) == 3


def test_the_weekly_report_goes_once_a_week_to_those_it_is_for(manager: Account) -> None:
    complaint(manager, "CSC18-1", date(2018, 3, 1))
    records.overdue_complaint(manager, "CSC18-3")
    head = account("Head of Education and Inclusion", "senior_manager")
    assert send_weekly("hampshire", TODAY, records.NOW) == [manager.email]
    children = account("Head of Children and Families", "senior_manager")
    assert send_weekly("hampshire", TODAY + timedelta(days=4), records.NOW) == [children.email]
    assert send_weekly("hampshire", TODAY + timedelta(days=4), records.NOW) == []
    assert head.email not in {to for message in mail.outbox for to in message.to}
    assert "2 red and 0 amber" in mail.outbox[0].subject
    assert "CSC18-3: Answer" in mail.outbox[0].body
    assert SentReport.objects.filter(week_on=TODAY).count() == 2
    assert len(send_weekly("hampshire", TODAY + timedelta(days=7), records.NOW)) == 2
