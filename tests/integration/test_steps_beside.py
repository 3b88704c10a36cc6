"""Steps between two representations, what is shown wherever somebody appears, and taking back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.steps_desk import NOW, RECEIVED_ON, TODAY, Desk, said

from putright.casework.actions.base import NotPermitted, Writing
from putright.casework.actions.extend import extend, extendable
from putright.casework.actions.record_consent import record_consent
from putright.casework.actions.refuse import refuse
from putright.casework.actions.request_escalation import request_escalation
from putright.casework.actions.respond import respond
from putright.casework.actions.resume import resume
from putright.casework.actions.triage import triage
from putright.casework.models import RepresentationRow
from putright.casework.queries import log_of
from putright.record import events as e
from putright.record.replay import replay
from putright.record.state import State

pytestmark = pytest.mark.django_db

TRIAGED = e.Triaged("children_act_1989")
STARTED = e.StageStarted("local_resolution")
FIRST, SECOND = e.ConcernRaised(1, "poor_communication", "child_in_need"), e.ConcernRaised(2, "finance")
PARENT = e.PartyNamed(1, "complainant", "parent", "email")
RESTRICTED = e.ContactRestricted(1, "no_visits", "Head of service", date(2018, 6, 1))


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def desk() -> Desk:
    return Desk()


def state_of(number: int) -> State:
    state = replay(log_of(number))
    assert state is not None
    return state


def writing(desk: Desk) -> Writing:
    return Writing(desk.account.actor(), desk.number, None, TODAY, NOW)


def test_two_are_linked_and_lead_to_each_other(desk: Desk) -> None:
    desk.receives(reference="CSC18-00501")
    other = desk.number
    desk.receives()
    assert "There is no representation CSC18-00599" in said(desk.sends("link", reference="CSC18-00599", how="related"))
    assert desk.takes("link", reference="CSC18-00501", how="related") == e.Linked("CSC18-00501", "related")
    assert f'href="/representations/{other}/">CSC18-00501' in desk.page()


def test_one_is_merged_into_another(desk: Desk) -> None:
    desk.receives(reference="CSC18-00501")
    desk.receives()
    assert "There is no other representation CSC18-00599" in said(
        desk.sends("merge", into="CSC18-00599", why="The same matter.")
    )
    assert desk.takes("merge", into="CSC18-00501", why="The same matter.") == e.MergedInto("CSC18-00501")
    assert desk.row().status == "closed"


def test_concerns_are_split_off(desk: Desk) -> None:
    desk.receives(FIRST, SECOND)
    desk.takes("split", concerns=["2"], reference="CSC18-00502", why="Another service.")
    new = RepresentationRow.objects.get(reference="CSC18-00502")
    assert (new.nature, new.received_on) == ("finance", RECEIVED_ON)
    assert desk.log()[-2:] == [e.ConcernDropped(2, "Goes on as CSC18-00502."), e.Linked("CSC18-00502", "split_to")]


def test_each_entry_but_the_receipt_may_be_taken_back_from_the_log(desk: Desk) -> None:
    desk.receives(e.Acknowledged(), TRIAGED)
    page = desk.page()
    assert "steps/void/?entry=2" in page
    assert "steps/void/?entry=3" in page
    assert "steps/void/?entry=1" not in page
    desk.takes("void", "?entry=2", why="It was another case.")
    after = desk.page()
    assert "<del>Acknowledged</del>" in after
    assert "steps/void/?entry=2" not in after
    again = desk.sends("void", "?entry=2", why="Again.")
    assert "There is no such entry to take back" in said(again)


def test_an_entry_that_a_later_one_stands_on_is_not_taken_back(desk: Desk) -> None:
    desk.receives(FIRST, e.ConcernDropped(1, "Withdrawn."))
    answer = desk.sends("void", "?entry=2", why="A mistake.")
    assert "A later entry rests on it, so that one is taken back first." in said(answer)
    assert desk.position == 3


def test_nothing_within_a_stage_happens_before_it_started(desk: Desk) -> None:
    desk.receives(TRIAGED)
    desk.takes("start_stage", on=date(2018, 4, 5))
    page = said(desk.sends("respond", on=date(2018, 4, 4), finding__1="upheld", lesson="nothing"))
    assert "must be Thursday 5 April 2018 or later" in page
    with pytest.raises(NotPermitted, match="The stage started on 5 April 2018"):
        respond(writing(desk), on=date(2018, 4, 4))


def test_a_clock_runs_on_from_no_earlier_day_than_it_stopped(desk: Desk) -> None:
    desk.receives(TRIAGED, STARTED)
    desk.takes("pause", reason="waiting_for_advocate", on=date(2018, 4, 10))
    assert "must be Tuesday 10 April 2018 or later" in said(desk.sends("resume", on=date(2018, 4, 9)))
    with pytest.raises(NotPermitted, match="The clock was stopped on 10 April 2018"):
        resume(writing(desk), on=date(2018, 4, 9))
    desk.takes("resume", on=date(2018, 4, 12))


def test_what_is_about_nobody_on_the_record_is_refused(desk: Desk) -> None:
    desk.receives(PARENT)
    with pytest.raises(NotPermitted, match="does not fit what is on the record"):
        record_consent(writing(desk), on=RECEIVED_ON, party=7, consent="given", how="in_writing")


def test_what_was_taken_back_leaves_no_number_to_be_given_twice(desk: Desk) -> None:
    desk.receives(FIRST, SECOND)
    desk.takes("void", "?entry=2", why="A mistake.")
    event = desk.takes("raise_concern", nature="policy", service="child_in_need")
    assert event == e.ConcernRaised(3, "policy", "child_in_need")


def test_a_restriction_is_told_on_the_page_on_every_step_and_in_the_persons_other_ones(desk: Desk) -> None:
    known = {"role": "complainant", "name": "Parent A", "email": "a@example.org", "preferred_contact": "email"}
    desk.receives()
    desk.takes("name_party", **known)
    desk.takes(
        "restrict_contact", party="1", restriction="no_visits", decided_by="Head of service", why="Threats.",
        review_on=date(2018, 6, 1),
    )  # fmt: skip
    told = "Contact is restricted: Parent A (the complainant)"
    assert told in desk.page()
    assert told in said(desk.opens("hold_meeting"))
    desk.receives(reference="CSC18-00504")
    desk.takes("name_party", **known)
    page = desk.page()
    assert "Contact is restricted in CSC18-00500" in page
    assert "From the same person" in page


def test_naming_someone_anew_keeps_the_restriction(desk: Desk) -> None:
    desk.receives(PARENT, RESTRICTED)
    desk.takes("name_party", "?party=1", role="complainant", name="Parent B", preferred_contact="email")
    assert state_of(desk.number).parties[0].restriction == "no_visits"
    assert "Contact is restricted: Parent B (the complainant)" in desk.page()


def test_safeguarding_says_who_was_told_and_when_and_answering_waits(desk: Desk) -> None:
    desk.receives(TRIAGED, STARTED)
    desk.takes("refer_for_safeguarding", to="The hub", on=TODAY)
    assert "The hub was told on Monday 16 April 2018. Answering waits until it is settled." in desk.page()
    assert "A safeguarding matter is with The hub." in said(desk.opens("respond"))


def test_someone_without_the_words_sees_no_names(desk: Desk) -> None:
    number = desk.receives()
    desk.takes("name_party", role="complainant", name="Parent Z", email="z@example.org", preferred_contact="email")
    assert "Parent Z" in desk.page()
    page = Desk("analyst", number).page()
    assert "Parent Z" not in page
    assert "z@example.org" not in page


def test_lacking_parental_responsibility_is_no_reason_by_itself(desk: Desk) -> None:
    desk.receives()
    assert "Triage it first" in said(desk.opens("refuse"))
    desk.receives(TRIAGED, reference="CSC18-00503")
    page = said(desk.opens("refuse"))
    assert "That someone lacks parental responsibility is never a reason by itself." in page
    assert "The complainant must be told the decision and the reason; that no further action is taken" in page
    assert "Answer “What is the lawful reason?”" in said(desk.sends("refuse", reason="no_pr", explanation="No PR."))
    with pytest.raises(NotPermitted, match="Only a lawful reason counts"):
        refuse(writing(desk), on=RECEIVED_ON, reason="no_pr", explanation="No PR.")
    with pytest.raises(NotPermitted, match="explained to the complainant"):
        refuse(writing(desk), on=RECEIVED_ON, reason="no_pr", explanation=" ", ground="out_of_time")


def test_a_procedure_the_council_has_not_adopted_is_refused(desk: Desk) -> None:
    desk.receives()
    with pytest.raises(NotPermitted, match="has not adopted the procedure adult_social_care_2009"):
        triage(writing(desk), on=RECEIVED_ON, procedure="adult_social_care_2009")


def test_an_extension_counts_from_the_day_its_limit_counts_from(desk: Desk) -> None:
    """Stage 2 runs from the request, not from the day on which somebody started it."""
    answered, asked = e.Responded("local_resolution"), e.EscalationRequested("investigation")
    desk.receives(TRIAGED, STARTED, answered, asked)
    desk.takes("start_stage", on=date(2018, 4, 12))
    longer = extendable(state_of(desk.number), "investigation")[0]
    assert (longer.after, longer.latest) == (date(2018, 5, 9), date(2018, 7, 5))
    with pytest.raises(NotPermitted, match="not after 5 July 2018"):
        extend(writing(desk), on=TODAY, to=date(2018, 7, 6), reason="complex", agreed_by="Director")


def test_where_the_procedure_wants_grounds_one_is_given() -> None:
    desk = Desk(authority="coventry")
    desk.receives(
        e.Triaged("coventry_corporate"),
        e.StageStarted("corporate_service_investigation"),
        e.Responded("corporate_service_investigation"),
    )
    assert "On which grounds?" in said(desk.opens("request_escalation"))
    with pytest.raises(
        NotPermitted, match="asked for on one of these: relevant information was not taken into account"
    ):
        request_escalation(writing(desk), on=TODAY, reasons="I disagree.")
    event = desk.takes("request_escalation", on=TODAY, grounds=["policy_misinterpreted"])
    assert event == e.EscalationRequested("corporate_service_review", ("policy_misinterpreted",))
    assert "the council's policy was interpreted incorrectly" in desk.page()


def test_the_page_with_everything_on_it_asks_fifteen_queries_at_most(desk: Desk) -> None:
    desk.receives(reference="CSC18-00501")
    desk.takes("name_party", role="complainant", name="Parent A", email="a@example.org", preferred_contact="email")
    desk.takes(
        "restrict_contact", party="1", restriction="no_visits", decided_by="Head of service", why="Threats.",
        review_on=date(2018, 6, 1),
    )  # fmt: skip
    desk.receives(TRIAGED, STARTED, FIRST, SECOND, e.RemedyAgreed(1, "apology"), e.LearningRecorded(1))
    for _ in range(3):
        desk.takes("name_party", role="complainant", name="Parent A", email="a@example.org", preferred_contact="email")
        desk.takes("link", reference="CSC18-00501", how="related")
        desk.takes("agree_action", what="A log.", post="Team manager", due_on=TODAY, source="panel")
    desk.page()
    with CaptureQueriesContext(connection) as asked:
        page = desk.page()
    assert "Contact is restricted in CSC18-00501" in page
    assert len(asked) <= 15, [each["sql"][:90] for each in asked.captured_queries]
