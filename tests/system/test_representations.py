"""The list of representations and the page of one."""

from __future__ import annotations

import pytest
from tests.system import records
from tests.system.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def four_representations(transactional_db: None) -> None:
    manager = records.account("complaints_manager")
    records.account("analyst")
    records.running_complaint(manager)
    records.overdue_complaint(manager)
    records.closed_complaint(manager)
    records.compliment(manager)


def test_an_empty_list_says_what_to_do(visitor: Visitor) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.then_the_heading_is("Representations")
    visitor.then_i_see("There are no representations yet.")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_i_narrow_the_list_to_what_is_overdue_and_widen_it_again(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.then_the_references_are("CSC18-00010", "CSC18-00003", "CSC18-00002", "CSC17-00100")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_tick("Overdue")
    visitor.when_i_press("Apply filters")
    visitor.then_the_references_are("CSC18-00002")
    visitor.then_i_see("1 representation")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("Take out the filter What is due: Overdue")
    visitor.then_the_references_are("CSC18-00010", "CSC18-00003", "CSC18-00002", "CSC17-00100")


@pytest.mark.usefixtures("four_representations")
def test_the_order_is_a_link_and_says_which_way_it_goes(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_follow("Received")
    visitor.then_the_references_are("CSC17-00100", "CSC18-00002", "CSC18-00003", "CSC18-00010")
    visitor.then_the_list_is_sorted_by("Received", "ascending")
    visitor.when_i_follow("Due")
    visitor.then_the_references_are("CSC18-00002", "CSC18-00010")
    visitor.then_i_see("Only representations with something due are shown in this order.")


@pytest.mark.usefixtures("four_representations")
def test_i_find_by_reference_and_by_words(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_fill_in("Reference or words", "csc17")
    visitor.when_i_press("Search")
    visitor.then_the_references_are("CSC17-00100")
    visitor.when_i_fill_in("Reference or words", "told meeting")
    visitor.when_i_press("Search")
    visitor.then_the_references_are("CSC18-00002")
    visitor.when_i_fill_in("Reference or words", "nothing like this")
    visitor.when_i_press("Search")
    visitor.then_i_see("Nothing matches this search")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_a_date_that_is_none_is_named_beside_its_field(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_fill_in("Received on or after", "31/2/2018")
    visitor.when_i_press("Apply filters")
    visitor.then_the_problem_is("“Received on or after” must be a real date")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_the_page_of_one_says_where_it_stands_and_why(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_follow("CSC18-00010")
    visitor.then_the_heading_is("CSC18-00010")
    visitor.then_i_see("Stage 1 is waiting for its answer.")
    visitor.then_i_see("Parent A says that calls were not returned")
    visitor.when_i_open("How this date is worked out: Stage 1: answer at local resolution")
    visitor.then_i_see("The limit is 10 working days. That day is day 0")
    visitor.then_i_see("SI 2006/1738, regulation 14")
    visitor.when_i_open("Why the rest may not")
    visitor.then_i_see("there is no second extension")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_voided_entries_stay_in_the_log_with_the_reason(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_follow("CSC17-00100")
    visitor.then_i_see("Stage 1 answered")
    visitor.then_i_see("5 entries voided, 1 to 5")
    visitor.then_this_many_entries_are_struck_out(5)
    visitor.then_i_see("Upheld – Maladministration - Causing Injustice")
    visitor.then_i_see("£250")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_an_analyst_sees_no_personal_words_and_cannot_search_them(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("analyst")
    visitor.when_i_follow("Representations")
    visitor.when_i_fill_in("Reference or words", "told meeting")
    visitor.when_i_press("Search")
    visitor.then_i_see("Nothing matches this search")
    visitor.when_i_go_to("/representations/")
    visitor.when_i_follow("CSC18-00002")
    visitor.then_i_do_not_see("Parent B")
    visitor.then_i_see("Your role does not include personal words")


@pytest.mark.usefixtures("four_representations")
def test_another_council_finds_nothing_here(visitor: Visitor) -> None:
    records.account("complaints_manager", "elsewhere")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/representations/999/")
    visitor.then_the_heading_is("Page not found")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("four_representations")
def test_everything_works_without_scripts(visitor_without_scripts: Visitor) -> None:
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Representations")
    visitor.when_i_choose("Service", "Adoption/Permanence")
    visitor.when_i_press("Apply filters")
    visitor.then_the_references_are("CSC18-00002")
    visitor.when_i_follow("CSC18-00002")
    visitor.when_i_open("How this date is worked out: Stage 1: answer at local resolution")
    visitor.then_i_see("The limit is 10 working days")
    visitor.when_i_press("Sign out")
    visitor.then_the_heading_is("You have signed out")


@pytest.mark.usefixtures("four_representations")
def test_the_keyboard_alone_reaches_everything(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/representations/")
    visitor.when_i_type("Tab", "Enter", "Tab")
    assert visitor.page.evaluate("document.activeElement.id") == "q", "after the skip link comes the search"
    visitor.page.keyboard.type("CSC18-00002")
    visitor.when_i_type("Enter")
    visitor.then_the_references_are("CSC18-00002")
    visitor.page.locator("table.pr-cases tbody a").first.focus()
    visitor.when_i_type("Enter")
    visitor.then_the_heading_is("CSC18-00002")


@pytest.mark.usefixtures("four_representations")
def test_a_narrow_screen_folds_the_filters_and_shows_all(visitor_on_a_telephone: Visitor) -> None:
    visitor = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/representations/")
    visitor.then_the_field_is_hidden("Overdue")
    visitor.then_nothing_runs_off_the_page()
    visitor.when_i_open("Filters")
    visitor.when_i_tick("Overdue")
    visitor.when_i_press("Apply filters")
    visitor.then_the_references_are("CSC18-00002")
    visitor.when_i_follow("CSC18-00002")
    visitor.then_the_heading_is("CSC18-00002")
    visitor.then_nothing_runs_off_the_page()
