"""The work room: queues, filters that are kept, giving several to one post, cover for leave, the weekly report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.system import records
from tests.system.visitor import Visitor

from putright.accounts.models import Account
from putright.casework.log import Dated
from putright.casework.models import RepresentationRow
from putright.record import events as e

pytestmark = pytest.mark.browser


@pytest.fixture
def a_team(transactional_db: None) -> None:
    """A manager, an officer and a manager of a service, with an overdue, a running and an undated representation."""
    manager = records.account("complaints_manager")
    records.account("complaints_officer")
    responding = records.account("responding_manager")
    records.overdue_complaint(manager)
    records.running_complaint(manager)
    records.compliment(manager)
    started = date(2018, 4, 12)
    records.take(
        manager,
        "CSC18-00020",
        Dated(records.received("CSC18-00020"), started),
        Dated(e.Triaged("children_act_1989"), started),
        Dated(e.Acknowledged(), started),
        Dated(e.Assigned(responding.post), started),
        Dated(e.StageStarted("local_resolution"), started),
    )


def test_an_empty_queue_says_so(visitor: Visitor, transactional_db: None) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Work")
    visitor.then_the_heading_is("My work")
    visitor.then_i_see("You have nothing to do")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("Everything due")
    visitor.then_i_see("Nothing is due.")
    visitor.when_i_follow("Weekly report")
    visitor.then_i_see("There is no open representation.")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("a_team")
def test_the_teams_work_tells_red_from_green_in_words(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/team/")
    visitor.then_the_references_are("CSC18-00002", "CSC18-00010", "CSC18-00020", "CSC18-00003")
    visitor.then_i_see("Overdue by")
    visitor.then_i_see("8 working days left")
    visitor.then_i_see("Amber: 3 working days or fewer left, or half of the time gone.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("1 green")
    visitor.then_the_references_are("CSC18-00020")
    visitor.then_i_see("1 open representation")


@pytest.mark.usefixtures("a_team")
def test_i_keep_a_filter_and_take_it_away_again(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/team/")
    visitor.when_i_choose("Handled by", "Nobody yet")
    visitor.when_i_press("Apply filters")
    visitor.then_the_references_are("CSC18-00002", "CSC18-00003")
    visitor.when_i_fill_in("Keep these filters as", "With nobody")
    visitor.when_i_press("Keep")
    visitor.then_i_see("These filters are kept as “With nobody”.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/queues/team/")
    visitor.when_i_follow("With nobody")
    visitor.then_the_references_are("CSC18-00002", "CSC18-00003")
    visitor.when_i_press("Remove the filter With nobody")
    visitor.then_i_see("is kept no longer")
    visitor.then_i_see("4 open representations")


@pytest.mark.usefixtures("a_team")
def test_i_give_several_to_one_post_with_the_keyboard_alone(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/team/")
    visitor.page.get_by_label("Choose CSC18-00002").focus()
    visitor.when_i_type("Space")
    visitor.page.get_by_label("Choose CSC18-00003").focus()
    visitor.when_i_type("Space", "Tab", "Tab", "Enter")
    visitor.then_the_heading_is("Give 2 representations to somebody to handle")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Give them")
    visitor.then_the_problem_is("Choose who is to handle them")
    visitor.then_the_page_has_no_barriers()
    visitor.page.get_by_label("Who is to handle them").focus()
    visitor.page.keyboard.type("Complaints o")
    visitor.when_i_type("Tab", "Enter")
    visitor.then_the_heading_is("2 representations are with Complaints officer")
    visitor.then_the_page_has_no_barriers()
    handlers = RepresentationRow.objects.filter(reference__in=["CSC18-00002", "CSC18-00003"])
    assert set(handlers.values_list("handler", flat=True)) == {"Complaints officer"}


@pytest.mark.usefixtures("a_team")
def test_cover_is_arranged_and_the_work_appears_with_who_stands_in(visitor: Visitor) -> None:
    east = Account.objects.create_account(
        "east_manager@hampshire.example", records.PASSWORD, post="Team Manager, East", authority="hampshire",
        roles=["responding_manager"],
    )  # fmt: skip
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to("/queues/cover/")
    visitor.then_i_see("No cover is arranged, now or to come.")
    visitor.when_i_press("Arrange cover")
    visitor.then_the_problem_is("Choose who is away")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_choose("Who is away", f"{east.post} ({east.email})")
    visitor.when_i_choose("Who stands in", "Responding manager (responding_manager@hampshire.example)")
    visitor.when_i_fill_in("First day", "16/4/2018")
    visitor.when_i_fill_in("Last day, included", f"{records.TODAY + timedelta(days=4):%-d/%-m/%Y}")
    visitor.when_i_press("Arrange cover")
    visitor.then_i_see("Responding manager stands in for Team Manager, East from 16 April 2018 to 20 April 2018.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Sign out")
    visitor.given_i_am_signed_in_as("responding_manager")
    visitor.when_i_go_to("/queues/")
    visitor.then_i_see("You are standing in for Team Manager, East.")
    visitor.then_the_references_are("CSC18-00010", "CSC18-00020")
    visitor.when_i_follow("CSC18-00010")
    visitor.then_the_heading_is("CSC18-00010")


@pytest.mark.usefixtures("a_team")
def test_the_weekly_report_opens_to_its_cases_and_prints(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/report/")
    visitor.then_i_see("4 open representations: 1 red and 1 amber.")
    visitor.then_the_page_has_no_barriers()
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator(".moj-sub-navigation").is_visible()
    assert visitor.page.locator("table").first.is_visible()
    visitor.page.emulate_media(media="screen")
    visitor.when_i_follow("1 red, Adoption/Permanence")
    visitor.then_the_references_are("CSC18-00002")


@pytest.mark.usefixtures("a_team")
def test_the_queues_work_without_scripts(visitor_without_scripts: Visitor) -> None:
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/team/")
    visitor.when_i_tick("Choose CSC18-00002")
    visitor.when_i_press("Give those chosen to somebody")
    visitor.when_i_choose("Who is to handle them", "Complaints officer")
    visitor.when_i_press("Give them")
    visitor.then_the_heading_is("1 representation is with Complaints officer")


@pytest.mark.usefixtures("a_team")
def test_a_narrow_screen_shows_all_of_a_queue(visitor_on_a_telephone: Visitor) -> None:
    visitor = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_manager")
    for path in ("/queues/team/", "/queues/report/", "/queues/cover/"):
        visitor.when_i_go_to(path)
        visitor.then_nothing_runs_off_the_page()
    visitor.then_the_page_has_no_barriers()
