"""Asking the figures: the table at once, its cases, its file; and keeping it in a report, version by version."""

from __future__ import annotations

import re
import tomllib
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts import permissions
from putright.accounts.models import Account
from putright.authorities import load_authority
from putright.casework.actions.base import Conflict, NoPermission
from putright.oversight.added_tables import Adding, FaultyTable, add_table, added_tables, versions_of
from putright.oversight.models import AddedTable
from putright.oversight.reports import live_report, report_definition
from putright.reporting.asking import entries_of
from putright.reporting.period import read_period
from putright.reporting.questions import Question

pytestmark = pytest.mark.django_db
ASKED = {
    "facts": "representation", "base": "received", "show": ["number", "share"], "rows": "method", "years": "2",
    "year": "2017-18", "only": "category", "is_category": ["statutory", "non_statutory"],
}  # fmt: skip
QUERY = urlencode(ASKED, doseq=True)


@pytest.fixture
def manager() -> Account:
    account = records.account("complaints_manager")
    records.running_complaint(account)
    records.closed_complaint(account)
    records.overdue_complaint(account)
    return account


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def text_of(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def keep(client: Client, name: str = "Methods", query: str = QUERY, version: str = "") -> Any:
    sent = {"name": name, "report": "childrens-annual", "query": query, "version": version}
    return client.post("/figures/keep/", sent, follow=True)


def test_the_table_is_there_at_once_and_every_figure_leads_to_its_cases(manager: Account) -> None:
    client = client_of(manager)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/figures/ask/?{QUERY}")
    assert len(asked) <= 15
    told = text_of(page)
    assert "Representations received, by method used to make the complaint" in told
    assert "Only Statutory, Non-Statutory" in told
    assert "[[table]]" in told
    address = re.findall(r'href="(/figures/ask/\d+/\d+/\?[^"]+)"', page.content.decode())[0].replace("&amp;", "&")
    with CaptureQueriesContext(connection) as asked:
        cell = client.get(address)
    assert len(asked) <= 15
    assert "E-mail, 2017/18" in text_of(cell)
    assert "1 case behind this figure" in text_of(cell)
    assert "CSC18-00002" in text_of(cell)


def test_the_table_is_to_be_had_as_a_file(manager: Account) -> None:
    lines = client_of(manager).get(f"/figures/ask.csv?{QUERY}").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("table,row_group,row,column,value,unit,")
    cells = [line.split(",")[:6] for line in lines]
    assert ["asked", "", "Letter", "2017/18", "1", "representations"] in cells
    assert ["asked", "", "Letter", "2017/18 %", "50", "percent"] in cells


def test_a_filter_is_added_and_its_terms_are_then_offered(manager: Account) -> None:
    page = client_of(manager).get(f"/figures/ask/?{QUERY}&add=service").content.decode()
    assert 'name="is_service"' in page
    assert 'name="only" value="service"' in page
    narrowed = client_of(manager).get(f"/figures/ask.csv?{QUERY}&only=service&is_service=adoption_permanence")
    assert "asked,,Total,2017/18,1,representations" in narrowed.content.decode()


def test_what_cannot_be_counted_is_refused_with_every_fault(manager: Account) -> None:
    asked = {"facts": "stage", "base": "decided", "show": "row_share", "rows": "no_such", "of": "", "change": "points"}
    told = text_of(client_of(manager).get("/figures/ask/?" + urlencode(asked)))
    assert "In the year if: stages do not have what was chosen; choose from the list" in told
    assert "Rows: stages do not have what was chosen; choose from the list" in told
    faulty = {
        "facts": "stage",
        "base": "received",
        "show": ["row_share", "average"],
        "rows": "quarters",
        "change": "points",
    }
    told = text_of(client_of(manager).get("/figures/ask/?" + urlencode(faulty, doseq=True)))
    assert "No table" in told
    for fault in ("put something in columns", "choose a number of days or pounds", "show two years or more"):
        assert fault in told
    assert client_of(manager).get("/figures/ask.csv?" + urlencode(faulty, doseq=True)).status_code == 404
    assert client_of(manager).get("/figures/ask/0/0/?" + urlencode(faulty, doseq=True)).status_code == 404


def test_who_may_not_see_cases_sees_figures_without_links(manager: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(permissions.ROLES, "analyst", frozenset({"see_reports"}))
    client = client_of(records.account("analyst"))
    page = client.get(f"/figures/ask/?{QUERY}").content.decode()
    assert "Letter" in page
    assert not re.search(r'href="/figures/ask/\d', page)
    assert "Keep it in a report" not in page
    assert client.get(f"/figures/ask/0/0/?{QUERY}").status_code == 403


def test_a_kept_table_stands_in_the_live_report_and_in_all_its_forms(manager: Account) -> None:
    client = client_of(manager)
    assert "is kept as version 1" in text_of(keep(client, "Methods by year"))
    built = live_report("hampshire", "childrens-annual", read_period("2017-18"), connection)
    table = built.table["added-methods-by-year"]
    assert table.title == "Methods by year"
    assert [check.ok for check in built.checks if check.id == "tables in the text"] == [True]
    page = client.get("/reports/childrens-annual/2017-18/").content.decode()
    assert page.index("Tables added") < page.index("Methods by year")
    assert client.get("/reports/childrens-annual/2017-18/tables/added-methods-by-year/1/0/").status_code == 200
    assert b"added-methods-by-year" in client.get("/reports/childrens-annual/2017-18/files/csv/").content
    file = tomllib.loads(client.get("/figures/added/childrens-annual.toml").content.decode())
    assert [each["title"] for each in file["table"]] == ["Methods by year"]


def test_a_kept_table_is_changed_by_a_new_version_and_taken_out_by_another(manager: Account) -> None:
    client, council = client_of(manager), load_authority("hampshire")
    keep(client)
    page = client.get("/figures/added/childrens-annual/added-methods/").content.decode()
    again = re.findall(r'href="(/figures/ask/\?[^"]+)"', page)[0].replace("&amp;", "&")
    assert 'value="Methods"' in client.get(again).content.decode()
    assert "has a table “Methods” already" in text_of(keep(client))
    assert "is kept as version 2" in text_of(keep(client, query=QUERY.replace("years=2", "years=3"), version="1"))
    assert [version.number for version in versions_of(council, "childrens-annual", "added-methods")] == [2, 1]
    taken = client.post("/figures/added/childrens-annual/added-methods/take-out/", follow=True)
    assert "is taken out of the report" in text_of(taken)
    assert added_tables(council, "childrens-annual") == []
    assert "is out of its report already" in text_of(
        client.post("/figures/added/childrens-annual/added-methods/take-out/", follow=True)
    )
    assert "is kept as version 4" in text_of(keep(client))
    assert client.get("/figures/added/childrens-annual/added-no-such/").status_code == 404


def test_the_database_refuses_to_change_or_remove_a_version(manager: Account) -> None:
    keep(client_of(manager))
    for spoil in (AddedTable.objects.update, lambda **_: AddedTable.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            spoil(name="Another")


def adding(entries: dict[str, Any], name: str = "Methods") -> Adding:
    return Adding(report_definition(load_authority("hampshire"), "childrens-annual"), name, entries, "")


def test_a_table_is_kept_by_who_may_and_only_if_it_can_be_read(manager: Account) -> None:
    council, entries = (
        load_authority("hampshire"),
        entries_of(Question("representation", "received", "A", rows="method")),
    )
    officer = records.account("complaints_officer")
    with pytest.raises(NoPermission, match="may not add tables"):
        add_table(officer.actor(), council, adding(entries), now=records.NOW)
    with pytest.raises(NoPermission):
        add_table(manager.actor(), load_authority("coventry"), adding(entries), now=records.NOW)
    with pytest.raises(FaultyTable, match="is not a month that facts_representation has"):
        add_table(manager.actor(), council, adding(entries | {"base": "decided"}), now=records.NOW)
    add_table(manager.actor(), council, adding(entries), now=records.NOW)
    with pytest.raises(Conflict, match="already"):
        add_table(manager.actor(), council, adding(entries), now=records.NOW)
    assert AddedTable.objects.count() == 1


def test_a_kept_table_that_can_be_read_no_longer_is_named_and_the_report_stands(manager: Account) -> None:
    kept = {"authority": "hampshire", "report": "childrens-annual", "number": 1, "asked": "", "by": "Manager"}

    definition = '[[table]]\nid = "added-old"\ntitle = "Old"\nfacts = "representation"\nunit = "x"\nby = "gone"\n'
    definition += "[[table.block]]\nrows = [{ all = true }]\n"
    AddedTable.objects.create(**kept, table="added-old", name="Old", definition=definition, saved_at=records.NOW)
    built = live_report("hampshire", "childrens-annual", read_period("2017-18"), connection)
    assert "added-old" not in built.table
    (failed,) = [check for check in built.checks if check.id == "added-old read"]
    assert not failed.ok
    assert "Old can no longer be read: table 1 (added-old) block 1 row 1 () there are no such terms of gone" in (
        failed.message
    )


def test_another_council_sees_nothing_of_it(manager: Account) -> None:
    keep(client_of(manager))
    other = client_of(records.account("complaints_manager", "coventry"))
    assert other.get("/figures/added/childrens-annual/added-methods/").status_code == 404
    assert "Methods" not in other.get("/figures/added/childrens-annual.toml").content.decode()
    assert "There is nothing to count yet" in text_of(other.get("/figures/ask/"))
