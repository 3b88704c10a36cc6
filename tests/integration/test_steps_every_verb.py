"""Every verb with a form: the page opens where the step is permitted, and what is sent becomes its event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
import time_machine
from tests.steps_desk import NOW, RECEIVED_ON, TODAY, Desk, said

from putright.record import events as e
from putright.web.forms.steps import FORMS

pytestmark = pytest.mark.django_db

TRIAGED = e.Triaged("children_act_1989")
STARTED = e.StageStarted("local_resolution")
ANSWERED = e.Responded("local_resolution", (e.Finding(1, "upheld"),))
INVESTIGATION = (TRIAGED, STARTED, ANSWERED, e.EscalationRequested("investigation"), e.StageStarted("investigation"))
PANEL = (
    *INVESTIGATION,
    e.SignedOff("investigation", "Director"),
    e.Responded("investigation"),
    e.EscalationRequested("review_panel"),
    e.StageStarted("review_panel"),
)
CONCERN = e.ConcernRaised(1, "poor_communication", "child_in_need")
PARENT = e.PartyNamed(1, "complainant", "parent", "email")
RESTRICTED = e.ContactRestricted(1, "no_visits", "Head of service", date(2018, 6, 1))
REMEDY = e.RemedyAgreed(1, "apology", due_on=date(2018, 5, 1))
ACTION = e.ActionAgreed(1, "Team manager", date(2018, 5, 1))
REFERRAL = e.OmbudsmanReferred("17 001 234", "social_care_lgsco_complaint")
DECIDED = e.OmbudsmanDecided("17 001 234", "upheld_other_remedy")
JUNE = date(2018, 6, 1)
WHO = ("gender", "age_band", "ethnicity", "disability")


@dataclass(frozen=True)
class Life:
    """What went before, what is sent, and the event it becomes; `role` is who may."""

    verb: str
    event: e.Event
    before: tuple[e.Event, ...] = ()
    given: dict[str, Any] = field(default_factory=dict)
    query: str = ""
    role: str = "complaints_manager"


LIVES = [
    Life("acknowledge", e.Acknowledged()),
    Life("assign", e.Assigned("Complaints manager"), given={"handler": "Complaints manager"}),
    Life("assign", e.Assigned("Team manager"), given={"handler": "another", "other": "Team manager"}),
    Life("convert", e.Converted("complaint", "case_concern", "It is no complaint."),
         given={"to": "case_concern", "why": "It is no complaint."}),
    Life("raise_concern", CONCERN, given={"nature": "poor_communication", "service": "child_in_need"}),
    Life("drop_concern", e.ConcernDropped(1, "Belongs elsewhere."), (CONCERN,),
         {"concern": "1", "why": "Belongs elsewhere."}),
    Life("name_party", PARENT, given={
        "role": "complainant", "relation": "parent", "preferred_contact": "email", "email": "PARENT.A@example.org"}),
    Life("name_party", e.PartyNamed(1, "advocate", "not_recorded", "letter"), (PARENT,),
         {"role": "advocate", "name": "Advocate B", "preferred_contact": "letter"}, "?party=1"),
    Life("name_party", e.PartyNamed(1, "advocate", "not_recorded", "letter", "service_user"), given={
        "role": "advocate", "name": "Advocate B", "preferred_contact": "letter", "engaged_by": "service_user"}),
    Life("record_consent", e.ConsentRecorded(1, "given", "in_writing"), (PARENT,),
         {"party": "1", "consent": "given", "how": "in_writing"}),
    Life("record_equality", e.EqualityRecorded(1, "female", "25_59"), (PARENT,),
         {"party": "1", "gender": "female", "age_band": "25_59"}),
    Life("restrict_contact", RESTRICTED, (PARENT,), {
        "party": "1", "restriction": "no_visits", "decided_by": "Head of service", "review_on": JUNE,
        "why": "Threats."}),
    Life("review_restriction", e.RestrictionReviewed(1, True), (PARENT, RESTRICTED), {"party": "1", "ends": "yes"}),
    Life("review_restriction", e.RestrictionReviewed(1, False, JUNE), (PARENT, RESTRICTED),
         {"party": "1", "ends": "no", "review_on": JUNE}),
    Life("restrict_access", e.AccessRestricted(), given={"why": "It is about somebody in the complaints team."}),
    Life("open_access", e.AccessOpened(), (e.AccessRestricted(),), {"why": "They left."}),
    Life("refer_for_safeguarding", e.ReferredForSafeguarding("The hub"), given={"to": "The hub"}),
    Life("settle_safeguarding", e.SafeguardingSettled(), (e.ReferredForSafeguarding("The hub"),)),
    Life("refuse", e.Refused("out_of_time", "out_of_time"), (TRIAGED,),
         {"ground": "out_of_time", "reason": "out_of_time", "explanation": "Which condition is not met, and why."}),
    Life("start_stage", STARTED, (TRIAGED,)),
    Life("finalise_statement", e.StatementFinalised("investigation"), INVESTIGATION),
    Life("agree_plan", e.PlanAgreed("local_resolution", JUNE, True), (TRIAGED, STARTED),
         {"respond_by": JUNE, "agreed_by_complainant": "yes"}),
    Life("pause", e.Paused("local_resolution", "waiting_for_advocate"), (TRIAGED, STARTED),
         {"reason": "waiting_for_advocate"}),
    Life("resume", e.Resumed("local_resolution"),
         (TRIAGED, STARTED, e.Paused("local_resolution", "waiting_for_advocate")), {"on": TODAY}),
    Life("appoint", e.Appointed("investigation", "independent_person", 1, "ip@example.org", JUNE), INVESTIGATION,
         {"post": "independent_person", "name": "Person C", "account": "IP@example.org", "until": JUNE}),
    Life("appoint", e.Appointed("investigation", "investigating_officer", 1, comes_from="external"), INVESTIGATION,
         {"post": "investigating_officer", "name": "Person C", "comes_from": "external"}),
    Life("end_appointment", e.AppointmentEnded(1, "The report is delivered."),
         (*INVESTIGATION, e.Appointed("investigation", "independent_person", 1)),
         {"appointment": "1", "why": "The report is delivered."}),
    Life("hold_panel", e.PanelMet("review_panel"), PANEL),
    Life("receive_recommendations", e.RecommendationsReceived("review_panel"), (*PANEL, e.PanelMet("review_panel"))),
    Life("adjudicate", e.Adjudicated("investigation", (e.Finding(1, "not_upheld"),)), (*INVESTIGATION, CONCERN),
         {"finding__1": "not_upheld", "reasons": "The reports agree."}, role="senior_manager"),
    Life("sign_off", e.SignedOff("investigation", "Senior manager"), INVESTIGATION, role="senior_manager"),
    Life("offer_meeting", e.MeetingOffered()),
    Life("hold_meeting", e.MeetingHeld("video_call"), given={"mode": "video_call"}),
    Life("decline_meeting", e.MeetingDeclined(), (e.MeetingOffered(),)),
    Life("resolve_early", e.ResolvedEarly("apology"), given={"how": "apology"}),
    Life("record_outcome", e.OutcomeRecorded("explanation"), given={"outcome": "explanation"}),
    Life("chase", e.Chased("Team manager", 2, "answer"), (e.Chased("Team manager", 1),),
         {"to": "Team manager", "about": "answer"}),
    Life("withdraw", e.Withdrawn()),
    Life("close", e.Closed()),
    Life("reopen", e.Reopened(), (e.Closed(),), {"why": "A letter came."}),
    Life("agree_remedy", e.RemedyAgreed(1, "payment", 25050, "Children in need", "Area director", JUNE), given={
        "kind": "payment", "pence": "£250.50", "payer": "Children in need", "approved_by": "Area director",
        "due_on": JUNE}),
    Life("complete_remedy", e.RemedyDone(1, "Letter of 4 April"), (REMEDY,),
         {"remedy": "1", "evidence": "Letter of 4 April"}),
    Life("incur_cost", e.CostIncurred("panel", 120000, ""), given={"kind": "panel", "pence": "1,200"}),
    Life("record_learning", e.LearningRecorded(1, "delay", "child_in_need"),
         given={"learnt": "Ring back.", "theme": "delay", "service": "child_in_need"}),
    Life("find_nothing_to_learn", e.NothingToLearn()),
    Life("agree_action", e.ActionAgreed(1, "Team manager", JUNE, 0, "panel"),
         given={"what": "A log.", "post": "Team manager", "due_on": JUNE, "source": "panel"}),
    Life("complete_action", e.ActionCompleted(1, "The log"), (ACTION,), {"action": "1", "evidence": "The log"}),
    Life("check_action", e.ActionChecked(1, "partly"), (ACTION, e.ActionCompleted(1, "The log")),
         {"action": "1", "worked": "partly"}),
    Life("record_ombudsman_referral", REFERRAL,
         given={"ombudsman_reference": "17 001 234", "referral_type": "social_care_lgsco_complaint"}),
    Life("start_ombudsman_stage", e.OmbudsmanStageStarted("17 001 234", "ombudsman_investigation"), (REFERRAL,),
         {"ombudsman_reference": "17 001 234", "stage": "ombudsman_investigation"}),
    Life("answer_ombudsman", e.OmbudsmanAnswered("ombudsman_enquiry"),
         (REFERRAL, e.OmbudsmanStageStarted("17 001 234", "ombudsman_enquiry"))),
    Life("record_ombudsman_decision", e.OmbudsmanDecided("17 001 234", "upheld_other_remedy", 10000), (REFERRAL,),
         {"ombudsman_reference": "17 001 234", "decision": "upheld_other_remedy", "remedy_pence": "100"}),
    Life("record_ombudsman_duty", e.OmbudsmanToldOf("17 001 234", "monitoring_officer"), (REFERRAL, DECIDED),
         {"ombudsman_reference": "17 001 234", "duty": "monitoring_officer"}),
    Life("correct", e.Corrected("service", "child_in_need", "care_leavers", "Misheard."),
         given={"now": "care_leavers", "why": "Misheard."}, query="?field=service"),
    Life("correct", e.Corrected("received_on", "2018-04-03", "2018-04-02", "The post stamp."),
         given={"now": date(2018, 4, 2), "why": "The post stamp."}, query="?field=received_on"),
    Life("void", e.Voided(2, "Another case."), (e.Acknowledged(),), {"why": "Another case."}, "?entry=2"),
]  # fmt: skip
TOLD_ELSEWHERE = {"triage", "extend", "respond", "request_escalation", "link", "merge", "split"}


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


def test_no_verb_is_left_out() -> None:
    assert {life.verb for life in LIVES} | TOLD_ELSEWHERE == set(FORMS)


@pytest.mark.parametrize("life", LIVES, ids=lambda life: f"{life.verb}{life.query}")
def test_what_is_sent_becomes_the_event(life: Life) -> None:
    manager = Desk()
    number = manager.receives(*life.before)
    desk = Desk(life.role, number)
    page = desk.opens(life.verb, life.query)
    assert page.status_code == 200, said(page)
    assert "There is a problem" not in said(page)
    assert desk.takes(life.verb, life.query, **{"on": RECEIVED_ON, **life.given}) == life.event
    assert FORMS[life.verb].done.replace("’", "'") in desk.page().replace("’", "'")


@pytest.mark.parametrize("life", [life for life in LIVES if life.given], ids=lambda life: f"{life.verb}{life.query}")
def test_a_form_sent_empty_names_what_is_missing_and_changes_nothing(life: Life) -> None:
    desk = Desk()
    number = desk.receives(*life.before)
    desk = Desk(life.role, number)
    before = desk.position
    answer = desk.sends(life.verb, life.query, on=None)
    assert answer.status_code == 200
    assert "There is a problem" in said(answer)
    assert desk.position == before
