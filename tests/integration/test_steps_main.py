"""The steps of every day: each form ends in its event, a refused step shows its rule, and nobody overwrites another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.test import Client
from tests.steps_desk import NOW, RECEIVED_ON, TODAY, Desk, said

from putright.accounts.models import Account
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.base import Writing
from putright.casework.actions.refer_for_safeguarding import refer_for_safeguarding
from putright.casework.models import LearningRow, StageRow
from putright.record import events as e
from putright.record.steps import VERBS
from putright.web.forms.steps import FORMS

pytestmark = pytest.mark.django_db

WITHOUT_A_FORM_HERE = {"remind", "record_correspondence", "add_document", "draft_letter", "vet_letter", "send_letter"}
TRIAGED = e.Triaged("children_act_1989")
STARTED = e.StageStarted("local_resolution")
MATTER = "?subject=children_social_care&complainant=parent&provider=council&nhs=no"
ELIGIBLE = {
    "question__who": "parent",
    "question__late": "no",
    "question__proceedings": "no",
    "question__already": "no",
    "question__subject": "yes",
}


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_verb_has_its_form() -> None:
    assert set(VERBS) - set(FORMS) == WITHOUT_A_FORM_HERE
    for verb, form in FORMS.items():
        assert form.title, verb
        assert form.done, verb
        assert form.when.endswith("?"), verb


def test_acknowledging_asks_for_the_day_and_comes_back_with_a_banner(desk: Desk) -> None:
    number = desk.receives()
    page = said(desk.opens("acknowledge"))
    assert 'value="16"' in page, "the day is filled in as today"
    assert desk.takes("acknowledge", on=date(2018, 4, 5)) == e.Acknowledged()
    assert "The acknowledgement is recorded." in desk.page()
    assert desk.row().id == number


def test_triage_asks_what_it_is_then_proposes_and_keeps_the_answers(desk: Desk) -> None:
    desk.receives()
    assert "What is it about?" in said(desk.opens("triage"))
    page = said(desk.opens("triage", MATTER))
    assert "Proposed: Children Act 1989 representations procedure" in page
    assert "Who makes the representations?" in page
    event = desk.takes("triage", MATTER, procedure="children_act_1989", **ELIGIBLE)
    assert event == e.Triaged(
        "children_act_1989", ("who=parent", "late=no", "proceedings=no", "already=no", "subject=yes")
    )


def test_triage_wants_each_question_answered_as_far_as_they_lead(desk: Desk) -> None:
    desk.receives()
    answers = ELIGIBLE | {"question__who": "somebody_else"}
    page = said(desk.sends("triage", MATTER, procedure="children_act_1989", **answers))
    assert "Answer “Has the person a sufficient interest in the child's welfare?”" in page
    assert len(desk.log()) == 1


def test_triage_against_what_the_answers_say_or_the_proposal_needs_a_reason(desk: Desk) -> None:
    desk.receives()
    late = ELIGIBLE | {"question__late": "yes", "question__late_for_good_reason": "no"}
    page = said(desk.sends("triage", MATTER, procedure="children_act_1989", **late))
    assert "The answers lead to not considering it" in page
    assert "You decide otherwise than proposed. Say why" in said(
        desk.sends("triage", MATTER, procedure="not_applicable")
    )
    event = desk.takes("triage", MATTER, procedure="not_applicable", reason="It is a request for information.")
    assert event == e.Triaged("not_applicable")


def test_a_stage_starts_and_is_extended_no_further_than_its_rule(desk: Desk) -> None:
    desk.receives(TRIAGED)
    assert desk.takes("start_stage") == STARTED
    page = said(desk.opens("extend"))
    assert "After Tuesday 17 April 2018 and not after Tuesday 1 May 2018." in page
    why = "the representations are complex"
    page = said(
        desk.sends("extend", to=date(2018, 5, 2), reason=why, agreed_by="Head of service", on=date(2018, 4, 16))
    )
    assert "not after 1 May 2018 (SI 2006/1738, regulation 14)" in page
    assert "Head of service" in page, "what was typed is kept"
    event = desk.takes("extend", to=date(2018, 5, 1), reason=why, agreed_by="Head of service", on=TODAY)
    assert event == e.Extended("local_resolution", date(2018, 5, 1), why, "Head of service")
    again = desk.opens("extend")
    assert again.status_code == 409
    assert "there is no second extension" in said(again)
    assert "SI 2006/1738, regulation 14" in said(again)


def test_an_answer_has_a_finding_for_each_concern_and_the_learning_at_once(desk: Desk) -> None:
    first, second = (
        e.ConcernRaised(1, "application_of_policy", "child_in_need"),
        e.ConcernRaised(2, "quality_of_service"),
    )
    desk.receives(TRIAGED, STARTED, first, second)
    page = said(desk.sends("respond", on=TODAY, finding__1="upheld", lesson="yes", learnt="Calls are logged."))
    assert "Choose: concern 2" in page
    assert "Choose what it is about" in page
    event = desk.takes(
        "respond", on=TODAY, finding__1="upheld", finding__2="not_upheld", lesson="yes", theme="communication",
        learnt="Calls are logged.",
    )  # fmt: skip
    assert event == e.LearningRecorded(1, "communication", "child_in_need")
    found = (e.Finding(1, "upheld"), e.Finding(2, "not_upheld"))
    assert desk.log()[-2] == e.Responded("local_resolution", found, "Complaints manager")
    assert StageRow.objects.get().finding == "mixed"
    assert LearningRow.objects.get().theme == "communication"


def test_an_answer_is_read_once_more_before_it_is_done(desk: Desk) -> None:
    desk.receives(TRIAGED, STARTED)
    given = {"finding__1": "upheld", "lesson": "nothing", "answer": "We are sorry."}
    page = said(desk.sends("respond", on=TODAY, confirmed=None, **given))
    assert "Check before it is done" in page
    assert "We are sorry." in page
    assert "Upheld" in page
    assert len(desk.log()) == 3
    changed = said(desk.sends("respond", on=TODAY, change="yes", **given))
    assert "We are sorry." in changed
    assert "There is a problem" not in changed
    desk.takes("respond", on=TODAY, **given)
    assert desk.log()[-1] == e.NothingToLearn()


def test_the_next_stage_is_asked_for_then_all_ends(desk: Desk) -> None:
    desk.receives(TRIAGED, STARTED, e.Responded("local_resolution"))
    assert "The next is Stage 2. Rule: SI 2006/1738, regulations 14 and 15(2)." in said(
        desk.opens("request_escalation")
    )
    event = desk.takes("request_escalation", on=TODAY, reasons="Nobody rang.")
    assert event == e.EscalationRequested("investigation")
    assert "No outcome is recorded yet." in said(desk.opens("close"))
    assert desk.takes("close", on=TODAY) == e.Closed()
    assert desk.row().status == "closed"


def test_what_another_did_meanwhile_is_told_and_what_was_typed_is_kept(desk: Desk) -> None:
    number = desk.receives(TRIAGED, STARTED)
    seen = desk.position
    officer = replace(Account.objects.get().actor(), post="Officer at the next desk")
    acknowledge(Writing(officer, number, None, TODAY, NOW), on=RECEIVED_ON)
    answer = desk.sends("refer_for_safeguarding", read_to=seen, to="The hub", why="A child at risk.", on=TODAY)
    page = said(answer)
    assert "Changed since you opened this page" in page
    assert "by Officer at the next desk" in page
    assert "A child at risk." in page
    assert f'name="read_to" value="{seen + 1}"' in page
    assert desk.log()[-1] == e.Acknowledged(), "nothing was overwritten"
    desk.takes("refer_for_safeguarding", to="The hub", why="A child at risk.", on=TODAY)


def test_a_step_that_may_not_be_taken_shows_the_rule(desk: Desk) -> None:
    desk.receives(TRIAGED, STARTED)
    answer = desk.opens("refuse")
    assert answer.status_code == 409
    assert "a complaint once accepted goes on through the stages" in said(answer)
    assert "SI 2006/1738, regulations 14 and 15(2)" in said(answer)
    assert "Stage 1 is not answered yet." in said(desk.sends("close", on=TODAY))


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ({"on-day": "31", "on-month": "2", "on-year": "2018"}, "must be a real day"),
        ({"on-day": "", "on-month": "", "on-year": ""}, "Answer “When was the complainant told that it had arrived?”"),
        ({"on-day": "17", "on-month": "4", "on-year": "2018"}, "must be Monday 16 April 2018 or earlier"),
        ({"on-day": "2", "on-month": "April", "on-year": "2018"}, "must be Tuesday 3 April 2018 or later"),
    ],
)
def test_a_day_that_cannot_be_is_named_beside_its_field(desk: Desk, day: dict[str, str], fault: str) -> None:
    desk.receives()
    page = said(desk.client.post(f"/representations/{desk.number}/steps/acknowledge/", day))
    assert fault in page
    assert 'href="#on-day"' in page
    assert len(desk.log()) == 1


def test_a_step_asks_who_is_there(desk: Desk) -> None:
    number = desk.receives()
    for answer in (
        Client().get(f"/representations/{number}/steps/close/"),
        Client().post("/representations/1/steps/close/"),
    ):
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/")


def test_another_councils_representation_is_not_found(desk: Desk) -> None:
    number = desk.receives()
    stranger = Desk(number=number, authority="coventry")
    assert stranger.opens("close").status_code == 404
    assert stranger.sends("close").status_code == 404
    assert len(desk.log()) == 1


def test_a_role_without_the_verb_and_a_stranger_are_kept_out(desk: Desk) -> None:
    number = desk.receives()
    analyst = Desk("analyst", number)
    assert analyst.opens("acknowledge").status_code == 403
    assert "needs another role than yours" in said(analyst.opens("acknowledge"))
    assert "/steps/" not in analyst.page()
    assert Desk("responding_manager", number).opens("extend").status_code == 404
    assert desk.opens("sing").status_code == 404


def test_a_step_that_another_took_first_says_so_and_keeps_what_was_typed(desk: Desk) -> None:
    number = desk.receives(TRIAGED, STARTED)
    seen = desk.position
    other = replace(Account.objects.get().actor(), post="Officer at the next desk")
    refer_for_safeguarding(Writing(other, number, None, TODAY, NOW), on=TODAY, to="The hub")
    answer = desk.sends("refer_for_safeguarding", read_to=seen, to="The hub", why="A child may be at risk.", on=TODAY)
    assert answer.status_code == 409
    assert "It was referred to The hub and is not settled." in said(answer)
    assert "Changed since you opened this page" in said(answer)
    assert "A child may be at risk." in said(answer)


@pytest.mark.parametrize("verb", sorted(FORMS))
def test_a_step_sent_though_it_may_not_be_taken_is_refused_with_its_reason(desk: Desk, verb: str) -> None:
    desk.receives(e.Closed())
    before = desk.position
    answer = desk.sends(verb)
    assert answer.status_code in (200, 302, 403, 409)
    if answer.status_code == 409:
        assert "This may not be done now." in said(answer)
        assert desk.position == before
