"""The dashboard and the view of resourcing: numbers that are those of the lists they open, by service."""

from __future__ import annotations

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts import permissions
from putright.casework.log import Dated
from putright.oversight.resourcing import spans
from putright.record import events as e

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(time_machine: Any) -> None:
    time_machine.move_to(records.NOW)


@pytest.fixture
def client() -> Client:
    manager = records.account("complaints_manager")
    records.running_complaint(manager)
    records.overdue_complaint(manager)
    records.closed_complaint(manager)
    happened = [
        (records.received("CSC18-00777"), date(2018, 4, 2)),
        (e.Triaged("children_act_1989"), date(2018, 4, 2)),
        (e.Assigned("Team Manager, East"), date(2018, 4, 2)),
        (e.StageStarted("local_resolution"), date(2018, 4, 2)),
    ]
    records.take(manager, "CSC18-00777", *(Dated(event, on) for event, on in happened))
    signed_in = Client()
    signed_in.force_login(manager)
    return signed_in


def text_of(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def references(client: Client, address: str) -> list[str]:
    return sorted(set(re.findall(r"CSC1\d-\d{5}", text_of(client.get(address.replace("&amp;", "&"))))))


def tiles(client: Client, query: str = "") -> dict[str, tuple[str, str]]:
    """What the dashboard says of now: each number and the address it opens, by its words."""
    page = client.get(f"/figures/dashboard/?{query}").content.decode()
    found = re.findall(r'href="([^"]+)"><span class="pr-tile__number">(\d+)</span> ([^<]+)</a>', page)
    return {text.strip(): (number, href) for href, number, text in found}


def test_each_number_of_now_opens_as_many_cases(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get("/figures/dashboard/")
    assert len(asked) <= 15
    for query in ("", "service=adoption_permanence"):
        for text, (number, href) in tiles(client, query).items():
            assert len(references(client, href)) == int(number), (query, text)
    assert tiles(client)["Open"][0] == "3"
    assert tiles(client, "service=adoption_permanence")["Open"][0] == "1"
    assert tiles(client, "service=adoption_permanence")["Overdue"][0] == "1"


def test_the_year_is_narrowed_to_a_service_and_every_figure_opens_its_cases(client: Client) -> None:
    page = client.get("/figures/dashboard/?year=2017-18&service=adoption_permanence").content.decode()
    cells = re.findall(r'href="(/figures/dashboard/received/\d/0/\?[^"]+)"[^>]*>(\d+)', page)
    assert [number for _, number in cells] == ["1", "0", "0", "0", "1"]
    with CaptureQueriesContext(connection) as asked:
        client.get(cells[-1][0].replace("&amp;", "&"))
    assert len(asked) <= 15
    assert references(client, cells[-1][0]) == ["CSC18-00002"]
    assert client.get("/figures/dashboard/received/99/0/?year=2017-18").status_code == 404
    assert client.get("/figures/dashboard/no-such/0/0/?year=2017-18").status_code == 404


def test_a_service_that_is_not_there_is_said(client: Client) -> None:
    assert "Service: choose from the list" in text_of(client.get("/figures/dashboard/?service=no_such"))


def test_with_nothing_received_there_is_no_year() -> None:
    empty = Client()
    empty.force_login(records.account("senior_manager", "coventry"))
    assert "There is no year to show yet" in text_of(empty.get("/figures/dashboard/"))
    assert "Nothing is open" in text_of(empty.get("/figures/resourcing/"))


def test_who_may_not_see_cases_has_numbers_without_links(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(permissions.ROLES, "analyst", frozenset({"see_reports"}))
    analyst = Client()
    analyst.force_login(records.account("analyst"))
    page = analyst.get("/figures/dashboard/?year=2017-18").content.decode()
    assert "pr-tile__number" in page
    assert not re.search(r'href="/(representations/\?|figures/dashboard/received)', page)
    assert analyst.get("/figures/resourcing/").status_code == 403


def test_the_spans_follow_each_other_without_a_gap() -> None:
    found = spans(date(2018, 4, 18))
    assert [span.name for span in found[:3]] == ["overdue", "2018-04-18", "2018-04-23"]
    for before, after in pairwise(found):
        assert before.last
        assert after.first
        assert (after.first - before.last).days == 1


def test_what_each_post_has_in_hand_and_what_is_due_open_as_many_lines(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/figures/resourcing/").content.decode()
    assert len(asked) <= 15
    assert "3 open representations with 1 post." in re.sub(r"\s+", " ", page)
    posts = re.findall(r'href="(/queues/team/\?[^"]+)">(\d+)', page)
    assert sorted((int(number), len(references(client, href))) for href, number in posts) == [(1, 1), (2, 2)]
    due = re.findall(r'href="(/figures/resourcing/[^"]+)">(\d+)', page)
    assert due
    for href, number in due:
        with CaptureQueriesContext(connection) as asked:
            lines = client.get(href.replace("&amp;", "&")).content.decode()
        assert len(asked) <= 15
        assert lines.count("<tr") - 1 == int(number), href
    assert references(client, "/figures/resourcing/clock/overdue/?service=child_in_need") == ["CSC18-00777"]
    assert client.get("/figures/resourcing/clock/no-such/").status_code == 404
    assert client.get("/figures/resourcing/case/overdue/").status_code == 404


def test_the_load_stands_against_the_staff_that_a_council_entered(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is not entered for this year" in text_of(client.get("/figures/resourcing/"))
    shutil.copytree(records.ROOT / "councils" / "hampshire", tmp_path / "hampshire")
    (tmp_path / "hampshire" / "activity").mkdir()
    entered = 'measure = "staff"\nfrom = 2018-04-01\nto = 2019-03-31\ncount = 2\nsource = "The team"\n'
    (tmp_path / "hampshire" / "activity" / "staff.toml").write_text(f"[[activity]]\n{entered}")
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(tmp_path))
    assert "2 people do the work this year: 1.5 open each." in text_of(client.get("/figures/resourcing/"))
