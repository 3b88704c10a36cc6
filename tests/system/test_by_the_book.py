"""A stage left out by agreement, the six months, what a council asks of itself, and a key for another program."""

from __future__ import annotations

from datetime import date

import pytest
from tests.system import records
from tests.system.visitor import Visitor

from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.record import events as e

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]
APRIL_3 = date(2018, 4, 3)


def received(authority: str, *more: e.Event, received: e.Received | None = None) -> int:
    """A representation of 3 April 2018 at a council with a complaints manager."""
    manager = records.account("complaints_manager", authority)
    known = received or e.Received("R18-00001", "complaint")
    return receive(
        manager.actor(), known, on=APRIL_3, summary="Calls were not returned.", today=records.TODAY, now=records.NOW,
        more=[Dated(event, APRIL_3) for event in more],
    )  # fmt: skip


def test_i_begin_with_an_investigation_because_the_complainant_agrees(visitor: Visitor) -> None:
    number = received("hampshire", e.Triaged("children_act_1989"))
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(f"/representations/{number}/steps/start_stage/")
    visitor.then_i_see("Stage 2 may come first if the complainant agrees to leave out Stage 1.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_tick("Stage 2")
    visitor.when_i_press("Start the stage")
    visitor.then_i_see("The complainant has to agree to leave out local resolution (SI 2006/1738")
    visitor.when_i_tick("The complaint is complex")
    visitor.when_i_fill_in("If a stage is left out: what was agreed?", "Agreed by telephone with Parent A.")
    visitor.when_i_press("Start the stage")
    visitor.then_i_see("The stage has started.")
    visitor.then_i_see("Stage 1 left out by agreement")


def test_i_extend_the_six_months_before_they_have_passed(visitor: Visitor) -> None:
    number = received("coventry", e.Triaged("coventry_adults"), e.StageStarted("adult_response"))
    visitor.given_i_am_signed_in_as("complaints_manager", "coventry")
    visitor.when_i_go_to(f"/representations/{number}/steps/extend/")
    visitor.then_i_see("becomes longer only if the complainant agrees by Tuesday 2 October 2018, when it ends.")
    visitor.then_the_page_has_no_barriers()
    for part, value in (("Day", "3"), ("Month", "12"), ("Year", "2018")):
        visitor.page.get_by_role("group", name="New last day").get_by_label(part).fill(value)
    visitor.when_i_fill_in("Why?", "Several bodies answer together.")
    visitor.when_i_fill_in("Which post decided it, or who agreed?", "The complainant")
    visitor.when_i_press("Extend the time limit")
    visitor.then_i_see("Stage 1 extended: longest time for the response")
    visitor.then_the_page_has_no_barriers()


def test_a_case_concern_shows_what_the_council_asks_of_itself(visitor: Visitor) -> None:
    concern = e.Received("R18-00002", "case_concern", service="child_in_need")
    number = received("hampshire", e.Triaged("not_applicable"), received=concern)
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(f"/representations/{number}/")
    visitor.then_i_see("Dealing with it")
    visitor.then_i_see("a case concern is one that requires a same-day intervention")
    visitor.then_the_page_has_no_barriers()


def test_i_make_a_key_copy_it_and_revoke_it(visitor: Visitor) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Help and glossary")
    visitor.when_i_follow("key for it")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_fill_in("What is the key for?", "Customer services system")
    visitor.when_i_press("Make a key")
    visitor.then_i_see("It is not kept, and cannot be shown again.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/keys/")
    visitor.when_i_press("Revoke the key Customer services system")
    visitor.then_i_see("The key “Customer services system” is revoked.")
    visitor.then_i_see("You have no key.")
