"""How ready the records are: a score, and every number of what is amiss opening to its cases."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.system import records
from tests.system.test_reports import the_year
from tests.system.visitor import Visitor

__all__ = ["the_year"]
pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("the_year")
def test_i_follow_a_blank_from_the_score_of_the_report_to_its_cases(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/reports/childrens-annual/2017-18/")
    visitor.when_i_follow("How ready the records are")
    visitor.then_the_heading_is("Readiness")
    visitor.then_i_see("The period is over, so what is unfinished counts.")
    visitor.then_i_see("Table 7a")
    visitor.then_the_page_has_no_barriers()
    visitor.page.locator("tbody td a").first.click()
    visitor.then_i_see("What is amiss")
    visitor.then_there_are_cases(25)
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("Next page")
    visitor.page.locator("table.pr-cases tbody a").first.click()
    visitor.then_i_see("CSC17-")


@pytest.mark.django_db
def test_with_no_records_there_is_no_score(client: Client) -> None:
    client.force_login(records.account("complaints_manager"))
    told = client.get("/reports/childrens-annual/2017-18/readiness/").content.decode()
    assert "No records" in told
    assert (
        "Nothing is amiss here."
        in client.get("/reports/childrens-annual/2017-18/readiness/table-1a/late/").content.decode()
    )


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["no-such/blank", "table-1a/no-such"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    client.force_login(records.account("complaints_manager"))
    assert client.get(f"/reports/childrens-annual/2017-18/readiness/{path}/").status_code == 404
