"""The live report: every figure opens the cases it counts."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client
from tests.system import records
from tests.system.visitor import Visitor
from tests.unit.reporting import hampshire

from putright.reporting.render.forms import render

pytestmark = pytest.mark.browser

REPORT = "/reports/childrens-annual/2017-18/"


@pytest.fixture
def the_year(transactional_db: None) -> None:
    manager = records.account("complaints_manager")
    records.imported(manager, *records.YEAR, as_of=date(2018, 6, 30))


def test_with_nothing_received_there_is_nothing_to_report_on(visitor: Visitor) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Reports")
    visitor.then_i_see("There is nothing to report on yet")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("the_year")
def test_i_open_a_figure_of_the_report_down_to_one_representation(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Reports")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("2017/18")
    visitor.then_i_see("The department recorded 982 representations.")
    visitor.then_i_see("All of them held.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_open("Tables")
    visitor.when_i_follow("Table 1a: Representations Received")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("131")
    visitor.then_the_heading_is("Complaint, 2017/18")
    visitor.then_the_figure_is("131")
    visitor.then_i_see("131 cases behind this figure")
    visitor.then_there_are_cases(25)
    visitor.then_the_page_has_no_barriers()
    for expected in (25, 25, 25, 25, 6):
        visitor.when_i_follow("Next page")
        visitor.then_there_are_cases(expected)
    visitor.when_i_follow("Back to the first")
    visitor.page.locator("table.pr-cases tbody a").first.click()
    visitor.then_i_see("Complaint · Children Act 1989 representations procedure")


@pytest.mark.usefixtures("the_year")
def test_a_share_says_what_it_is_a_share_of(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(f"{REPORT}tables/table-2/1/1/")
    visitor.then_the_figure_is("43%")
    visitor.then_i_see("61 of 142.")
    visitor.then_i_see("61 cases behind this figure")


BEGINNINGS = {
    "Word": b"PK",
    "OpenDocument": b"PK",
    "PDF": b"%PDF-1.7",
    "Spreadsheet": b"PK",
    "Web page": b"<!DOCTYPE html>",
    "Key facts": b"<!DOCTYPE html>",
    "Key facts (PDF)": b"%PDF-1.7",
    "Open data": b"PK",
    "CSV": b"\xef\xbb\xbftable,row_group,row,column,value,unit",
    "JSON": b"{",
}


@pytest.mark.usefixtures("the_year")
def test_the_report_is_to_be_had_in_every_form(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(REPORT)
    files = {title: visitor.then_i_get_bytes(f"Download as {title}") for title in BEGINNINGS}
    assert {title: blob[: len(BEGINNINGS[title])] for title, blob in files.items()} == BEGINNINGS
    assert len(json.loads(files["JSON"])["tables"]) == 25
    visitor.then_there_are_no_other_downloads(len(BEGINNINGS))


@pytest.mark.parametrize("form", ["key-facts", "html"])
def test_a_page_that_stands_by_itself_has_no_barriers(visitor: Visitor, form: str) -> None:
    visitor.page.set_content(render(form, hampshire.report()).decode())
    visitor.then_the_page_has_no_barriers()


def test_a_role_without_reports_is_told_so(visitor: Visitor) -> None:
    records.account("responding_manager")
    visitor.given_i_am_signed_in_as("responding_manager")
    visitor.when_i_go_to(REPORT)
    visitor.then_the_heading_is("You may not see this page")
    visitor.then_i_see("Your account may not see reports.")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/reports/no-such/2017-18/",
        "/reports/childrens-annual/2017/",
        f"{REPORT}tables/table-99/",
        f"{REPORT}tables/table-1a/99/0/",
        f"{REPORT}files/doc/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    client.force_login(records.account("complaints_manager"))
    assert client.get(path).status_code == 404


@pytest.mark.usefixtures("the_year")
def test_the_report_fits_a_narrow_screen(visitor_on_a_telephone: Visitor) -> None:
    visitor = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_manager")
    for path in (REPORT, f"{REPORT}tables/table-2/", f"{REPORT}tables/table-2/1/1/", "/representations/"):
        visitor.when_i_go_to(path)
        visitor.then_nothing_runs_off_the_page()
