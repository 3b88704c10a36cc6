"""Where each person begins, what triage knows beforehand, and the head of a representation's page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from tests.steps_desk import NOW, Desk, said
from tests.system import records

from putright.record import events as e

pytestmark = pytest.mark.django_db

DECIDE = "Decide which procedure it is handled under"
AT_WORK = (
    e.Triaged("children_act_1989"), e.Assigned("Team"), e.Acknowledged(), e.StageStarted("local_resolution"),
)  # fmt: skip
PARENT = e.PartyNamed(1, "complainant", "parent", "email")


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.mark.parametrize(
    ("role", "begins"),
    [("responding_manager", "/queues/"), ("complaints_officer", "/queues/"), ("analyst", "/representations/"),
     ("contact_centre_agent", "/representations/")],
)  # fmt: skip
def test_each_begins_at_their_own_work(role: str, begins: str) -> None:
    client = Client()
    client.force_login(records.account(role))
    assert client.get("/").headers["Location"] == begins


def test_what_was_taken_down_is_filled_in_at_triage() -> None:
    desk = Desk()
    desk.receives()
    page = desk.opens("triage").content.decode()
    assert 'value="children_social_care" checked' in page
    assert 'value="parent" checked' in page


def test_for_what_is_no_complaint_nothing_is_asked_and_no_procedure_proposed() -> None:
    desk = Desk()
    desk.receives()
    desk.takes("convert", to="compliment", why="She is only glad of it.")
    page = said(desk.opens("triage"))
    assert "Proposed: no procedure. What came is recorded as “Compliment”, which is no complaint." in page
    assert desk.takes("triage", procedure="not_applicable") == e.Triaged("not_applicable")


def test_the_head_says_what_from_whom_with_whom_and_what_is_next_by_when_and_why() -> None:
    desk = Desk()
    desk.receives(PARENT, e.Triaged("children_act_1989"), e.StageStarted("local_resolution"), e.Acknowledged())
    head = re.sub(r"(<[^>]+>|\s)+", " ", desk.page().split("On this page")[0])
    for told in (
        "Complaint · Children Act 1989 representations procedure", "CSC18-00500", "Stage 1 is waiting for its answer.",
        "About Quality of Service, Child in Need", "From Parent", "With Nobody yet",
        "Stage 1: Tuesday 17 April 2018 (in 1 day) SI 2006/1738, regulation 14", "Give it to someone to handle",
    ):  # fmt: skip
        assert told in head, told


def test_what_comes_next_leaves_out_what_is_done_or_too_early() -> None:
    desk = Desk()
    desk.receives(PARENT)
    assert desk.next_steps() == [
        "Acknowledge it",
        "Decide which procedure it is handled under",
        "Give it to someone to handle",
    ]
    desk.receives(*AT_WORK, reference="CSC18-00501")
    assert desk.next_steps() == ["Send the answer"]
    desk.takes("respond", finding__1="upheld", lesson="later")
    assert desk.next_steps() == ["Record that the next stage was asked for", "Close it"]


def test_giving_it_to_someone_comes_next_only_while_there_is_something_to_answer() -> None:
    desk = Desk()
    begun = [event for event in AT_WORK if not isinstance(event, e.Assigned)]
    desk.receives(*begun)
    assert "Give it to someone to handle" in desk.next_steps()
    desk.takes("respond", finding__1="upheld", lesson="later")
    assert "Give it to someone to handle" not in desk.next_steps()


def test_what_comes_next_for_another_role_is_said() -> None:
    desk = Desk("complaints_officer")
    met = (e.PanelMet("review_panel"), e.RecommendationsReceived("review_panel"))
    desk.receives(*AT_WORK, e.Responded("local_resolution", ()), e.StageStarted("review_panel"), *met)
    assert "by somebody in another role than yours" not in desk.page()
    reader = Desk("monitoring_officer", desk.number)
    assert reader.next_steps() == []
    assert "Appoint someone, by somebody in another role than yours" in reader.page()


def test_what_the_ombudsman_asks_comes_before_what_the_ombudsman_decides() -> None:
    desk = Desk()
    referred = e.OmbudsmanReferred("17 001 234", "social_care_lgsco_complaint")
    desk.receives(*AT_WORK, e.Responded("local_resolution", ()), referred)
    onward = "Record that the next stage was asked for"
    assert desk.next_steps() == [onward, "Record what the Ombudsman asks for", "Close it"]
    desk.takes("start_ombudsman_stage", ombudsman_reference="17 001 234", stage="ombudsman_enquiry")
    assert desk.next_steps() == [onward, "Answer the Ombudsman"]
    desk.takes("answer_ombudsman")
    assert desk.next_steps() == [
        onward, "Record what the Ombudsman asks for", "Record a decision of the Ombudsman",
    ]  # fmt: skip


def test_appointing_comes_next_until_every_post_is_filled() -> None:
    desk = Desk()
    desk.receives(*AT_WORK, e.Responded("local_resolution", ()), e.StageStarted("investigation"))
    assert "Appoint someone" in desk.next_steps()
    for post in ("investigating_officer", "independent_person", "adjudicating_officer"):
        assert "Appoint someone" in desk.next_steps()
        desk.takes("appoint", post=post, name="Person A")
    assert "Appoint someone" not in desk.next_steps()
