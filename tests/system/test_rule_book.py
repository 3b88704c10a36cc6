"""The rule book to read, the due-date calculator, and the pages that are open to everyone."""

from __future__ import annotations

import pytest
from tests.system import records
from tests.system.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def a_complaints_manager(transactional_db: None) -> None:
    records.account("complaints_manager")


@pytest.mark.usefixtures("a_complaints_manager")
def test_i_read_a_procedure_and_see_what_was_not_checked(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Rule book")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("Children Act 1989 representations procedure")
    visitor.then_i_see("Hampshire County Council reports it under “Statutory”.")
    visitor.then_i_see("Not checked")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("a_complaints_manager")
def test_i_work_out_a_due_date_over_a_bank_holiday(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/rule-book/due-date/")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_choose(
        "Time limit", "Children Act 1989 representations procedure, Stage 1: answer at local resolution"
    )
    visitor.when_i_fill_in("Day on which the clock starts", "29/3/2018")
    visitor.when_i_press("Work it out")
    visitor.then_i_see("Monday 16 April 2018")
    visitor.then_i_see("Good Friday: Friday 30 March 2018")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("a_complaints_manager")
def test_the_calculator_names_each_thing_it_cannot_use(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/rule-book/due-date/")
    visitor.when_i_press("Work it out")
    visitor.then_the_problem_is("Choose a time limit")
    visitor.then_the_problem_is("Enter the day on which the clock starts")
    visitor.when_i_choose(
        "Time limit", "Children Act 1989 representations procedure, Stage 1: answer at local resolution"
    )
    visitor.when_i_fill_in("Day on which the clock starts", "1/1/1990")
    visitor.when_i_press("Work it out")
    visitor.then_the_problem_is("in force from")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("path", ["/help/", "/accessibility/"])
def test_help_and_the_accessibility_statement_are_open_to_everyone(visitor: Visitor, path: str) -> None:
    visitor.when_i_go_to(path)
    visitor.then_the_page_has_no_barriers()
    visitor.then_nothing_runs_off_the_page()
