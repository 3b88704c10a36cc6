"""The room of learning in a browser: every page without barriers, on a wide and a narrow screen, narrowed and empty."""

from __future__ import annotations

from datetime import date

import pytest
from tests.system import records
from tests.system.visitor import Visitor

from putright.casework.log import Dated
from putright.record import events as e

pytestmark = pytest.mark.browser
PAGES = {
    "What was learnt": "/oversight/",
    "Actions": "/oversight/actions/",
    "Remedies": "/oversight/remedies/",
    "Costs": "/oversight/costs/",
    "Spikes": "/oversight/spikes/",
}


@pytest.fixture
def a_year(transactional_db: None) -> None:
    """Six complaints of this month, from each of which something was learnt."""
    manager = records.account("complaints_manager")
    day = date(2018, 4, 9)
    for number in range(1, 7):
        reference = f"CSC18-{number:05}"
        done = [Dated(e.ActionCompleted(1, "the new list"), date(2018, 4, 12))] if number > 3 else []
        records.take(
            manager,
            reference,
            Dated(records.received(reference), day, "Calls were not returned."),
            Dated(e.LearningRecorded(1, "communication", "child_in_need"), day, "Say who rings back, and when."),
            Dated(e.ActionAgreed(1, "Team Manager, East", date(2018, 4, 13), 1), day, "A list of who rings whom."),
            Dated(e.RemedyAgreed(1, "payment", 25_000, "Child in Need", "Director", date(2018, 5, 1)), day, "Distress"),
            Dated(e.CostIncurred("panel", 185_050, "review_panel"), day),
            *done,
        )


@pytest.mark.usefixtures("a_year")
def test_i_look_at_what_was_learnt_and_find_what_is_overdue(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Learning")
    visitor.then_i_see("6 things learnt")
    for heading in PAGES:
        visitor.when_i_follow(heading)
        visitor.then_the_heading_is(heading)
        visitor.then_the_page_has_no_barriers()
    visitor.then_i_see("Child in Need: 6 in the last 4 weeks")
    visitor.when_i_follow("Actions")
    visitor.when_i_choose("How it stands", "Overdue")
    visitor.when_i_press("Apply filters")
    visitor.then_the_references_are("CSC18-00001", "CSC18-00002", "CSC18-00003")
    visitor.then_the_page_has_no_barriers()
    assert len(visitor.then_i_get_a_file("Download as CSV").splitlines()) == 4


@pytest.mark.usefixtures("a_year")
def test_the_registers_fit_a_telephone(visitor_on_a_telephone: Visitor) -> None:
    visitor_on_a_telephone.given_i_am_signed_in_as("complaints_manager")
    for heading, path in PAGES.items():
        visitor_on_a_telephone.when_i_go_to(path)
        visitor_on_a_telephone.then_the_heading_is(heading)
        visitor_on_a_telephone.then_nothing_runs_off_the_page()
        visitor_on_a_telephone.then_the_page_has_no_barriers()


def test_the_registers_of_a_new_council_say_what_belongs_in_them(transactional_db: None, visitor: Visitor) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    for path in PAGES.values():
        visitor.when_i_go_to(path)
        visitor.then_the_page_has_no_barriers()
    visitor.then_i_see("Nothing is pointed out.")
