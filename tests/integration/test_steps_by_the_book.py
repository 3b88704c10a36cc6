"""What stands in the rule book of stages left out, of who may answer, and of periods agreed, at the steps' pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from tests.steps_desk import NOW, TODAY, Desk, said

from putright.record import events as e

pytestmark = pytest.mark.django_db

TRIAGED = e.Triaged("children_act_1989")
REVIEW = (
    e.Triaged("coventry_corporate"),
    e.StageStarted("corporate_service_investigation"),
    e.Responded("corporate_service_investigation", answered_by="Head of Fostering"),
    e.EscalationRequested("corporate_service_review", ("policy_misinterpreted",)),
    e.StageStarted("corporate_service_review"),
)
ADULT = (e.Triaged("coventry_adults"), e.StageStarted("adult_response"))


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


def test_the_first_stage_is_left_out_only_with_what_was_agreed() -> None:
    desk = Desk()
    desk.receives(TRIAGED)
    assert "Stage 1 is left out, if the complainant agrees" in said(desk.opens("start_stage"))
    alone = desk.sends("start_stage", on=TODAY, stage="investigation")
    assert "The complainant has to agree to leave out local resolution (SI 2006/1738" in said(alone)
    desk.takes("start_stage", on=TODAY, stage="investigation", why="complex", agreement="Agreed by telephone.")
    assert desk.log()[-2:] == [e.StageLeftOut("local_resolution", "complex"), e.StageStarted("investigation")]
    assert "Stage 1 left out by agreement" in desk.page()


def test_a_stage_that_may_not_come_next_is_refused() -> None:
    desk = Desk()
    desk.receives(TRIAGED)
    before = desk.position
    desk.sends("start_stage", on=TODAY, stage="review_panel", agreement="They agreed.")
    assert desk.position == before


@pytest.mark.parametrize("post", ["Head of Fostering", "head of fostering"])
def test_a_review_is_not_answered_by_who_answered_before(post: str) -> None:
    desk = Desk(authority="coventry")
    desk.receives(*REVIEW)
    assert "Not by Head of Fostering, who answered Stage 1" in said(desk.opens("respond"))
    refused = desk.sends("respond", on=TODAY, finding__1="upheld", lesson="nothing", answered_by=post)
    assert "is for somebody else than Head of Fostering" in said(refused)
    assert "Coventry guidance 2019" in said(refused)
    desk.takes("respond", on=TODAY, finding__1="upheld", lesson="nothing", answered_by="Head of Adoption")
    assert desk.log()[-2] == e.Responded("corporate_service_review", (e.Finding(1, "upheld"),), "Head of Adoption")
    assert "Answered by Head of Adoption" in desk.page()


def test_nor_is_it_given_to_or_appointed_who_answered_before() -> None:
    desk = Desk(authority="coventry")
    desk.receives(*REVIEW)
    given = desk.sends("assign", on=TODAY, handler="another", other="Head of Fostering")
    assert "is for somebody else than Head of Fostering" in said(given)
    appointed = desk.sends("appoint", on=TODAY, post="reviewing_officer", name="Head of Fostering")
    assert "is for somebody else than Head of Fostering" in said(appointed)


def test_who_handled_the_first_stage_answered_it_unless_another_is_named() -> None:
    desk = Desk(authority="coventry")
    desk.receives(e.Assigned("Head of Fostering"), *REVIEW[:2])
    desk.takes("respond", on=TODAY, finding__1="not_upheld", lesson="nothing")
    assert desk.log()[-2] == e.Responded(
        "corporate_service_investigation", (e.Finding(1, "not_upheld"),), "Head of Fostering"
    )


def test_who_signs_the_adjudication_did_not_answer_the_first_stage() -> None:
    manager = Desk()
    number = manager.receives(
        TRIAGED,
        e.StageStarted("local_resolution"),
        e.Responded("local_resolution", answered_by="Senior manager"),
        e.EscalationRequested("investigation"),
        e.StageStarted("investigation"),
    )
    director = Desk("senior_manager", number)
    assert "is for somebody else than Senior manager" in said(director.sends("sign_off", on=TODAY))
    assert "is for somebody else" in said(director.sends("adjudicate", on=TODAY, finding__1="upheld"))


def test_the_period_agreed_keeps_to_the_six_months_until_they_are_extended() -> None:
    desk = Desk(authority="coventry")
    desk.receives(*ADULT)
    beyond = {"respond_by": date(2018, 11, 30), "agreed_by_complainant": "yes"}
    refused = desk.sends("agree_plan", on=TODAY, **beyond)
    assert "The period agreed keeps to “Longest time for the response”" in said(refused)
    assert "Tuesday 2 October 2018 (SI 2009/309, regulation 14(3))" in said(refused)
    longer = {"limit": "response_overall", "to": date(2018, 12, 3), "reason": "Many bodies", "agreed_by": "complainant"}
    assert desk.takes("extend", on=TODAY, **longer) == e.Extended(
        "adult_response", date(2018, 12, 3), "Many bodies", "complainant", "response_overall"
    )
    desk.takes("agree_plan", on=TODAY, **beyond)
    page = desk.page()
    assert "Stage 1 extended: longest time for the response" in page
    for day in ("2 October 2018", "30 November 2018; extended to 3 December 2018"):
        assert day in page


def test_an_agreement_after_the_six_months_had_passed_counts_for_nothing() -> None:
    desk = Desk(authority="coventry")
    desk.receives(*ADULT)
    late = {"limit": "response_overall", "to": date(2018, 12, 3), "reason": "Many bodies", "agreed_by": "complainant"}
    with time_machine.travel("2018-10-10T09:00:00Z"):
        desk.client.force_login(desk.account)
        assert "only if the complainant agrees by Tuesday 2 October 2018, when it ends" in said(desk.opens("extend"))
        refused = desk.sends("extend", on=date(2018, 10, 3), **late)
        assert "came after the limit had passed on Tuesday 2 October 2018" in said(refused)
        assert desk.takes("extend", on=date(2018, 10, 2), **late)
