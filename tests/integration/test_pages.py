"""What the pages fetch: a constant number of queries, only one's own council's rows, only what a role may see."""

from __future__ import annotations

import csv
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver
from tests.legacy_exports import broken_file
from tests.system import records

from putright.accounts.models import Account
from putright.casework.log import Dated
from putright.casework.models import RepresentationRow
from putright.intake.models import HeldRow, ImportRun
from putright.record import events as e
from putright.rules import load_book
from putright.web.forms.due_date import limit_choices
from putright.web.views.errors import server_error

pytestmark = pytest.mark.django_db

OPEN_TO_EVERYONE = {"sign-in", "signed-out", "help", "accessibility"}
REPORT = "/reports/childrens-annual/2017-18/"
MOST_QUERIES = 12


@pytest.fixture
def manager() -> Account:
    return records.account("complaints_manager")


@pytest.fixture
def at_work(manager: Account, client: Client) -> Client:
    client.force_login(manager)
    return client


@pytest.fixture
def another_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Someone who manages the complaints of a second council in the same installation."""
    councils = tmp_path / "councils"
    for slug in ("hampshire", "otherton"):
        shutil.copytree(records.ROOT / "councils" / "hampshire", councils / slug)
    profile = councils / "otherton" / "authority.toml"
    profile.write_text(
        profile.read_text().replace('"hampshire"', '"otherton"').replace("Hampshire County Council", "Otherton Council")
    )
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(councils))
    other = Client()
    other.force_login(records.account("complaints_manager", "otherton"))
    return other


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.content
        return len(asked)


@pytest.mark.parametrize(
    "path",
    [
        "/representations/",
        "/representations/?status=open&due=overdue&category=statutory&timeliness=running&q=CSC",
        "/representations/?sort=due",
    ],
)
def test_the_list_asks_as_much_of_ten_rows_as_of_two_thousand(at_work: Client, manager: Account, path: str) -> None:
    for number in range(10):
        records.overdue_complaint(manager, f"CSC18-9{number:04}")
    few = queries(at_work, path)
    records.imported(manager, *records.YEAR, as_of=date(2018, 6, 30))
    assert RepresentationRow.objects.count() > 2000
    assert queries(at_work, path) == few
    assert few <= MOST_QUERIES


def test_the_page_of_one_asks_a_constant_number(at_work: Client, manager: Account) -> None:
    records.overdue_complaint(manager)
    records.closed_complaint(manager)
    first, second = RepresentationRow.objects.order_by("id").values_list("id", flat=True)
    assert (
        queries(at_work, f"/representations/{first}/")
        == queries(at_work, f"/representations/{second}/")
        <= MOST_QUERIES
    )


LINK = re.compile(r'<a class="govuk-link govuk-link--no-visited-state" href="/representations/\d+/">([^<]+)</a>')
ONWARD = re.compile(r'href="([^"]+)" rel="(prev|next)"')


def listed(client: Client, path: str) -> tuple[list[str], dict[str, str]]:
    """The references on one page of the list, and the addresses of its neighbours."""
    page = client.get(path).content.decode()
    return LINK.findall(page), {rel: unescape(href) for href, rel in ONWARD.findall(page)}


@pytest.mark.parametrize("order", ["-received", "received", "reference", "-reference"])
def test_paging_shows_every_representation_once_and_leads_back(at_work: Client, manager: Account, order: str) -> None:
    for number in range(60):
        records.compliment(manager, f"CSC18-{number:05}")
    pages, path = [], f"/representations/?sort={order}"
    while path:
        references, neighbours = listed(at_work, path)
        pages.append(references)
        path = neighbours.get("next", "")
    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({reference for page in pages for reference in page}) == 60
    assert listed(at_work, neighbours["prev"])[0] == pages[1]


@pytest.mark.parametrize("key", ["after=nonsense", "after=2018-99-99~1", "before=~", "after=2018-03-01~x"])
def test_a_key_that_does_not_fit_shows_the_first_page(at_work: Client, manager: Account, key: str) -> None:
    records.compliment(manager)
    assert listed(at_work, f"/representations/?{key}")[0] == ["CSC18-00003"]


def test_the_file_of_the_list_holds_the_filtered_rows_and_runs_nothing(at_work: Client, manager: Account) -> None:
    records.overdue_complaint(manager)
    records.compliment(manager)
    assigned = Dated(e.Assigned("=HYPERLINK(1)"), date(2018, 4, 2))
    records.take(manager, "CSC18-00009", Dated(records.received("CSC18-00009"), date(2018, 4, 2)), assigned)
    answer = at_work.get("/representations.csv?type=complaint&sort=reference")
    rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
    assert [row["Reference"] for row in rows] == ["CSC18-00002", "CSC18-00009"]
    assert rows[0]["Service"] == "Adoption/Permanence"
    assert rows[1]["Handled by"] == "'=HYPERLINK(1)"


def test_every_page_asks_who_is_there_but_those_open_to_everyone(client: Client) -> None:
    patterns = [p for p in get_resolver().url_patterns[0].url_patterns if isinstance(p, URLPattern)]
    assert len(patterns) > 20
    for pattern in patterns:
        if pattern.name in OPEN_TO_EVERYONE:
            continue
        path = "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<(slug|str):\w+>", "a", str(pattern.pattern)))
        answer = client.get(path)
        assert answer.status_code == 302, path
        assert answer.headers["Location"].startswith("/sign-in/"), path


def test_a_council_never_sees_anothers_rows(another_council: Client, manager: Account, tmp_path: Path) -> None:
    records.overdue_complaint(manager)
    records.imported(manager, broken_file(tmp_path), as_of=date(2018, 6, 30))
    number = RepresentationRow.objects.get(reference="CSC18-00002").id
    run, held = ImportRun.objects.get(), HeldRow.objects.first()
    assert held is not None
    assert listed(another_council, "/representations/")[0] == []
    assert "CSC18" not in another_council.get("/representations.csv").getvalue().decode()
    for path in (
        f"/representations/{number}/",
        f"/imports/{run.id}/",
        f"/imports/{run.id}/held-rows/{held.sheet}.csv",
        f"/imports/{run.id}/rows/{held.id}/",
    ):
        assert another_council.get(path).status_code == 404, path
    assert another_council.post(f"/imports/{run.id}/rows/{held.id}/settle/").status_code == 404
    report = another_council.get(REPORT).content.decode()
    assert "The department recorded <a" in report
    assert "0 representations" in report


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("responding_manager", REPORT),
        ("responding_manager", f"{REPORT}tables/table-1a/0/0/"),
        ("responding_manager", f"{REPORT}files/csv/"),
        ("analyst", "/imports/"),
        ("senior_manager", "/imports/1/rows/1/"),
        ("contact_centre_agent", "/rule-book/"),
    ],
)
def test_a_role_without_the_right_is_refused(client: Client, role: str, path: str) -> None:
    client.force_login(records.account(role))
    assert client.get(path).status_code == 403


def test_a_responding_manager_sees_own_cases_only(client: Client, manager: Account) -> None:
    records.running_complaint(manager)
    records.overdue_complaint(manager)
    own = Account.objects.create_account(
        "east@hampshire.example", records.PASSWORD, post="Team Manager, East", authority="hampshire",
        roles=["responding_manager"],
    )  # fmt: skip
    client.force_login(own)
    assert listed(client, "/representations/")[0] == ["CSC18-00010"]
    other = RepresentationRow.objects.get(reference="CSC18-00002").id
    assert client.get(f"/representations/{other}/").status_code == 404


def test_a_page_may_run_its_own_scripts_only_and_is_not_kept(at_work: Client) -> None:
    answer = at_work.get("/representations/")
    policy = answer.headers["Content-Security-Policy"]
    nonce = re.search(r"script-src 'self' 'nonce-([^']+)'", policy)
    assert nonce
    assert f'nonce="{nonce[1]}"' in answer.content.decode()
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_failing_page_says_so_without_asking_the_database() -> None:
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "There is a problem with Putright" in answer.content.decode()


def test_a_search_that_finds_many_finds_all_of_them(at_work: Client, manager: Account) -> None:
    records.imported(manager, *records.YEAR, as_of=date(2018, 6, 30))
    records.running_complaint(manager, "CSC99-00001")
    assert listed(at_work, "/representations/?q=csc&status=open&category=statutory")[0][0] == "CSC99-00001"
    assert listed(at_work, "/representations/?q=csc&sort=-reference")[0][0] == "CSC99-00001"
    assert "More than 1,000 representations" in at_work.get("/representations/?q=csc").content.decode()


def test_a_form_from_elsewhere_is_refused_in_plain_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "a@b.example", "password": "x"})
    assert answer.status_code == 403
    assert "The form was open for too long" in answer.content.decode()


@pytest.mark.parametrize("name", load_book().procedures)
def test_every_procedure_of_the_book_can_be_read(at_work: Client, name: str) -> None:
    page = at_work.get(f"/rule-book/procedures/{name}/")
    assert page.status_code == 200
    assert load_book().procedure(name).title in unescape(page.content.decode())


@pytest.mark.parametrize(("limit", "words"), limit_choices(load_book()))
def test_the_calculator_answers_for_every_limit(at_work: Client, limit: str, words: str) -> None:
    page = at_work.get("/rule-book/due-date/", {"limit": limit, "start": "2/6/2025"}).content.decode()
    assert ("pr-answer" in page) != ("There is a problem" in page), words
