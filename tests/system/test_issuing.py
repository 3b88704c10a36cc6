"""A report on its way: begun, written by several, looked over, approved by another, issued, superseded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.integration.permission_scene import issued as an_issued_report
from tests.system import records
from tests.system.visitor import Visitor

from putright.casework.models import RepresentationRow
from putright.issuing import contents
from putright.issuing.models import IssuedReport
from putright.reporting.render.forms import FORMS

pytestmark = pytest.mark.browser
REPORT = "/reports/childrens-annual/2017-18/"
TITLE = "Children's Services Department: Annual Report on Social Care Complaints and Representations 2017/18"


@pytest.fixture
def the_year(transactional_db: None) -> None:
    manager = records.account("complaints_manager")
    records.account("senior_manager")
    records.imported(manager, *records.YEAR, as_of=date(2018, 6, 30))


@pytest.fixture(autouse=True)
def as_a_page_and_as_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Issued in two forms: the others take seconds, and are issued in the tests of the room."""
    monkeypatch.setattr(contents, "forms_of", lambda _report: (FORMS["html"], FORMS["json"]))


def signed_out(visitor: Visitor) -> None:
    visitor.when_i_press("Sign out")


@pytest.mark.usefixtures("the_year")
def test_a_report_goes_from_its_draft_to_its_issue(visitor: Visitor) -> None:
    visitor.page.set_default_timeout(60_000)
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(REPORT)
    visitor.when_i_press("Begin a draft to issue")
    visitor.then_the_heading_is(TITLE)
    visitor.then_i_see("Nobody is asked to approve it yet.")
    visitor.then_the_page_has_no_barriers()
    people_are_asked(visitor)
    commentary_is_written(visitor)
    it_is_looked_over(visitor)
    it_is_approved_by_another(visitor)
    it_is_issued(visitor)


def people_are_asked(visitor: Visitor) -> None:
    visitor.when_i_follow("Ask people to write and to approve")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Ask to approve")
    visitor.then_the_problem_is("Choose the post")
    visitor.page.locator("#approve-post").select_option("Senior manager")
    visitor.page.locator("#approve-due_on").fill("30/4/2018")
    visitor.when_i_press("Ask to approve")
    visitor.page.locator("#write-chapter").select_option("how-long-answers-took")
    visitor.page.locator("#write-post").select_option("Senior manager")
    visitor.page.locator("#write-due_on").fill("20/4/2018")
    visitor.when_i_press("Ask to write")
    visitor.then_i_see("Asked on 16 April 2018, by 20 April 2018")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow(f"Draft of {TITLE}")
    visitor.then_i_see("Senior manager, by 20 April 2018")


def commentary_is_written(visitor: Visitor) -> None:
    signed_out(visitor)
    visitor.given_i_am_signed_in_as("senior_manager")
    visitor.when_i_go_to("/reports/issued/")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow(TITLE)
    visitor.when_i_follow("How long answers took")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_fill_in("Commentary by the Senior manager", "There were {{figure s999}} of them.")
    visitor.when_i_press("Keep it")
    visitor.then_the_problem_is("there is no such figure")
    visitor.when_i_fill_in("Commentary by the Senior manager", "There were {{figure s1}}, and 985 the year before.")
    visitor.when_i_tick("It is finished")
    visitor.when_i_press("Keep it")
    visitor.then_i_see("Finished")
    signed_out(visitor)
    visitor.given_i_am_signed_in_as("complaints_manager")


def it_is_looked_over(visitor: Visitor) -> None:
    visitor.when_i_go_to("/reports/issued/")
    visitor.when_i_follow(TITLE)
    visitor.when_i_follow("Small numbers")
    visitor.then_i_see("none can be worked out")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("How it will look")
    visitor.page.get_by_text("Commentary by the Senior manager.").wait_for()
    assert "[c]" in visitor.page.content()
    visitor.page.go_back()
    visitor.when_i_follow(f"Draft of {TITLE}")
    visitor.when_i_follow("What was issued before")
    visitor.then_i_see("nothing to hold this report against")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow(f"Draft of {TITLE}")
    visitor.when_i_follow("Claims, names and checks")
    visitor.then_i_see("Claims: 1 number is typed")
    visitor.then_i_see("{{figure s1}}")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Freeze it, and ask for approval")
    visitor.then_i_see("To be approved")
    visitor.then_the_page_has_no_barriers()


def it_is_approved_by_another(visitor: Visitor) -> None:
    signed_out(visitor)
    visitor.given_i_am_signed_in_as("senior_manager")
    visitor.when_i_go_to("/reports/issued/")
    visitor.when_i_follow(TITLE)
    visitor.when_i_press("Approve it")
    visitor.then_i_see("You approved the report.")
    visitor.then_the_page_has_no_barriers()
    signed_out(visitor)


def it_is_issued(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/reports/issued/")
    visitor.when_i_follow(TITLE)
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Issue the report")
    visitor.then_i_see("The report is issued. It will never change.")
    visitor.when_i_go_to("/reports/issued/")
    visitor.then_i_see("Stands")
    visitor.then_the_page_has_no_barriers()
    visitor.page.locator("main table a").click()
    visitor.then_i_see("Senior manager, 16 April 2018")
    visitor.then_the_page_has_no_barriers()
    issued = visitor.then_i_get_a_file("Download as Web page")
    RepresentationRow.objects.filter(type="complaint").update(method="letter")
    assert visitor.then_i_get_a_file("Download as Web page") == issued
    visitor.when_i_follow("Read the report")
    visitor.page.get_by_text("Commentary by the Senior manager.").wait_for()
    visitor.then_the_page_has_no_barriers()


@pytest.mark.django_db
def test_with_nothing_issued_the_list_says_so(client: Client) -> None:
    client.force_login(records.account("complaints_manager"))
    told = client.get("/reports/issued/").content.decode()
    assert "Nothing was issued yet." in told
    assert "No draft is being written." in told


@pytest.mark.django_db
def test_an_analyst_sees_what_was_issued_and_no_draft(client: Client) -> None:
    client.force_login(records.account("analyst"))
    told = client.get("/reports/issued/").content.decode()
    assert "Nothing was issued yet." in told
    assert "draft" not in told.split("<main")[1].lower()
    assert client.get("/reports/drafts/1/").status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["issued/1/", "issued/1/page/", "issued/1/files/pdf/", "drafts/1/", "drafts/1/checks/", "drafts/1/preview/"]
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    client.force_login(records.account("complaints_manager"))
    assert client.get(f"/reports/{path}").status_code == 404


@pytest.mark.django_db
def test_a_step_that_is_refused_says_why(client: Client, time_machine: Any) -> None:
    time_machine.move_to(records.NOW)
    client.force_login(records.account("complaints_manager"))
    client.post(f"{REPORT}draft/")
    refused = {
        "propose": "Nobody was asked to approve the report.",
        "issue": "The report is being written.",
        "approve": "The report is being written.",
        "send-back": "Say what is to be changed.",
        "give-up": "Say why it is given up.",
    }
    for step, says in refused.items():
        told = client.post(f"/reports/drafts/1/steps/{step}/", follow=True).content.decode()
        assert says in told, step
    assert client.post("/reports/drafts/1/steps/no-such/").status_code == 404
    assert (
        "A draft of this report is being written already."
        in client.post(f"{REPORT}draft/", follow=True).content.decode()
    )
    assert IssuedReport.objects.count() == 0


@pytest.mark.django_db
def test_what_was_looked_over_is_what_is_frozen(client: Client) -> None:
    """Somebody wrote since: whoever proposes is told, and looks again."""
    client.force_login(records.account("complaints_manager"))
    client.post(f"{REPORT}draft/")
    asked = {"ask": "approve", "post": "Complaints manager", "due_on": "30/4/2018"}
    client.post("/reports/drafts/1/people/", asked)
    told = client.post("/reports/drafts/1/steps/propose/", {"read_to": "0"}, follow=True).content.decode()
    assert "Since you read this draft it was changed: ApproverNamed by Complaints manager." in told


@pytest.mark.django_db
def test_an_edition_that_was_superseded_is_kept_and_says_by_what(client: Client) -> None:
    client.force_login(records.account("analyst"))
    first = an_issued_report()
    seal = {"seal": first.seal, "approvals": [], "issued_at": records.NOW, "by": "Complaints manager"}
    months = {"authority": "hampshire", "report": "childrens-annual", "first": first.first, "last": first.last}
    second = IssuedReport.objects.create(**months, **seal, edition=2, title="A report", supersedes=first)
    told = client.get(f"/reports/issued/{first.id}/").content.decode()
    assert f'href="/reports/issued/{second.id}/">edition 2, issued on 16 April 2018' in told
    assert "It is kept as it was." in told
    assert "Superseded" in client.get("/reports/issued/").content.decode()
    assert client.get(f"/reports/issued/{first.id}/page/").content.startswith(b"<!doctype html>")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["drafts/1/", "drafts/1/people/", "issued/"])
def test_a_page_of_a_draft_takes_few_queries(client: Client, path: str, django_assert_max_num_queries: Any) -> None:
    client.force_login(records.account("complaints_manager"))
    client.post(f"{REPORT}draft/")
    with django_assert_max_num_queries(15):
        assert client.get(f"/reports/{path}").status_code == 200
