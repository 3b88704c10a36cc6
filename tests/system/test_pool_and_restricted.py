"""The pool of investigators and a restricted representation, in a browser."""

from __future__ import annotations

import pytest
from tests.system import records
from tests.system.records import TODAY
from tests.system.visitor import Visitor

from putright.casework.log import Dated
from putright.record import events as e

pytestmark = pytest.mark.browser
REFERENCE = "CSC18-00700"


@pytest.fixture
def an_investigation(transactional_db: None) -> None:
    """A complaint whose second stage was asked for today, and two who work on complaints."""
    manager = records.account("complaints_manager")
    records.account("senior_manager")
    records.take(
        manager,
        REFERENCE,
        Dated(records.received(REFERENCE), TODAY, "It is about somebody in the complaints team."),
        Dated(e.Triaged("children_act_1989"), TODAY),
        Dated(e.StageStarted("investigation"), TODAY),
    )


@pytest.mark.usefixtures("an_investigation")
def test_somebody_is_put_into_the_pool_and_appointed_from_it(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/queues/pool/")
    visitor.then_i_see("Nobody is in the pool yet")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Add somebody")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Save")
    visitor.then_the_problem_is("Enter: name")
    visitor.when_i_fill_in("Name", "Ada Example")
    visitor.when_i_tick("Investigating officer")
    visitor.when_i_tick("Yes: neither an officer nor a member of it")
    visitor.when_i_fill_in("What are they paid? (optional)", "350")
    visitor.when_i_tick("a day")
    visitor.when_i_fill_in("How many appointments do they take at once? (optional)", "1")
    visitor.when_i_press("Save")
    visitor.then_i_see("What is known of Ada Example is saved.")
    visitor.then_i_see("£350 a day")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/representations/")
    visitor.when_i_follow(REFERENCE)
    visitor.when_i_open("What else may be recorded")
    visitor.when_i_follow("Appoint someone")
    visitor.when_i_tick("Investigating officer")
    visitor.when_i_tick("Ada Example")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Appoint them")
    visitor.then_i_see("The appointment is recorded.")
    visitor.when_i_go_to("/queues/pool/")
    visitor.then_i_see("Takes no more at present")


@pytest.mark.usefixtures("an_investigation")
def test_a_restricted_representation_is_gone_for_those_who_have_no_part_in_it(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/representations/")
    visitor.when_i_follow(REFERENCE)
    visitor.when_i_open("What else may be recorded")
    visitor.when_i_follow("Restrict who sees it")
    visitor.when_i_fill_in("Why?", "It is about somebody in the complaints team.")
    visitor.when_i_press("Restrict it")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Yes, restrict who sees it")
    visitor.then_i_see("It is restricted. Only those who work on it see it.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Sign out")
    visitor.given_i_am_signed_in_as("senior_manager")
    visitor.when_i_go_to("/representations/")
    visitor.then_i_do_not_see(REFERENCE)
