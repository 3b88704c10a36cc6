"""Asking the figures in a browser: a table built, narrowed, opened, and kept in a report; with and without scripts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.system import records
from tests.system.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def the_year(transactional_db: None) -> None:
    records.imported(records.account("complaints_manager"), *records.YEAR, as_of=date(2018, 6, 30))


def test_with_nothing_received_there_is_nothing_to_count(visitor: Visitor, transactional_db: None) -> None:
    records.account("analyst")
    visitor.given_i_am_signed_in_as("analyst")
    visitor.when_i_go_to("/reports/")
    visitor.when_i_follow("Ask the figures")
    visitor.then_i_see("There is nothing to count yet")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("the_year")
def test_i_build_a_table_open_a_figure_and_keep_it_in_the_report(visitor_without_scripts: Visitor) -> None:
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/figures/ask/")
    visitor.when_i_choose("What is counted", "Stages")
    visitor.when_i_choose("In the year if", "Received")
    visitor.when_i_press("Show the table")
    visitor.when_i_choose("In the year if", "Answered")
    visitor.when_i_choose("Rows", "Stage")
    visitor.when_i_choose("Year", "2017/18")
    visitor.when_i_choose("Narrow by", "Category")
    visitor.when_i_press("Show the table")
    visitor.when_i_tick("Statutory")
    visitor.when_i_press("Show the table")
    visitor.then_i_see("Stages answered in 2017/18, by stage")
    visitor.then_i_see("Only Statutory")
    figure = visitor.page.locator("tr", has_text="Total").locator("a").first
    counted = figure.inner_text()
    figure.click()
    visitor.then_the_figure_is(counted)
    visitor.then_i_see(f"{counted} cases behind this figure")
    visitor.page.go_back()
    visitor.when_i_fill_in("Name of the table", "Statutory stages answered")
    visitor.when_i_press("Keep this table")
    visitor.then_i_see("is kept as version 1")
    visitor.when_i_go_to("/reports/childrens-annual/2017-18/")
    visitor.then_i_see("Statutory stages answered")


@pytest.mark.usefixtures("the_year")
def test_what_cannot_be_counted_is_said_and_where(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(
        "/figures/ask/?facts=stage&base=received&show=row_share&rows=quarters&change=points&year=2017-18"
    )
    visitor.then_the_problem_is("What is shown: is of a row, but there is one column for it")
    visitor.then_the_problem_is("Change since the year before: compares two years, but one is shown")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/figures/ask/?facts=stage&base=received&show=number&rows=stage&across=category&year=2017-18")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("the_year")
def test_a_director_sees_how_things_stand_and_opens_a_number(visitor: Visitor) -> None:
    records.account("senior_manager")
    visitor.given_i_am_signed_in_as("senior_manager")
    visitor.when_i_go_to("/reports/")
    visitor.when_i_follow("Dashboard")
    visitor.when_i_choose("Year", "2017/18")
    visitor.when_i_press("Show")
    visitor.then_i_see("1 April 2017 to 31 March 2018")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("982")
    visitor.then_i_see("982 cases behind this figure")
    visitor.when_i_go_to("/figures/resourcing/")
    visitor.then_the_page_has_no_barriers()
    visitor.page.locator("a", has_text="overdue with").first.click()
    visitor.then_the_heading_is("Time limits due: Overdue")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("the_year")
def test_it_fits_a_narrow_screen(visitor_on_a_telephone: Visitor) -> None:
    visitor = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(
        "/figures/ask/?facts=representation&base=received&show=number&rows=nature&across=category&year=2017-18"
    )
    visitor.then_nothing_runs_off_the_page()
    for path in ("/figures/dashboard/?year=2017-18", "/figures/resourcing/"):
        visitor.when_i_go_to(path)
        visitor.then_nothing_runs_off_the_page()
