"""The life of a complaint in the browser, from receipt to the Ombudsman, as those who work on it live it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from playwright.sync_api import Response
from tests.system import records
from tests.system.visitor import Visitor

from putright.accounts.models import Account
from putright.accounts.permissions import verbs_of
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign import assign
from putright.casework.actions.base import Writing
from putright.casework.actions.receive import receive
from putright.casework.actions.start_stage import start_stage
from putright.casework.actions.triage import triage
from putright.casework.log import Dated
from putright.casework.models import StageRow
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.web.forms.steps import FORMS

pytestmark = pytest.mark.browser

REFERENCE = "CSC18-00700"
RECEIVED_ON = date(2018, 4, 16)
SOCIAL_CARE = "A social care function for a child, a young person or a care leaver"
NO_OBSTACLE = (
    "Is it more than a year since the grounds arose?",
    "Are there court, tribunal, disciplinary or criminal proceedings about the same matter?",
    "Has the same complaint been through all three stages?",
)
OPENED_BY = {"correct": "?field=received_on", "void": "?entry=5"}
EXTENDED_WHY = (
    "The investigation cannot be completed in 25 working days; the reason and the new date are given in writing"
)


@pytest.fixture
def complaint(transactional_db: None) -> int:
    """A parent's complaint with two concerns, taken down this morning; and everybody who will work on it."""
    manager = records.account("complaints_manager")
    for role in ("responding_manager", "senior_manager", "ombudsman_link_officer"):
        records.account(role)
    Account.objects.create_account(
        "director@hampshire.example", records.PASSWORD, post="Director", authority="hampshire", roles=["senior_manager"]
    )
    parent = Contact(name="Parent A", email="parent.a@example.org").as_words()
    return receive(
        manager.actor(),
        records.received(REFERENCE),
        on=RECEIVED_ON,
        summary="Parent A says that calls were not returned for three weeks.",
        today=RECEIVED_ON,
        now=records.NOW,
        more=[
            Dated(e.PartyNamed(1, "complainant", "parent", "email"), RECEIVED_ON, parent),
            Dated(e.ConcernRaised(1, "poor_communication", "child_in_need"), RECEIVED_ON),
            Dated(e.ConcernRaised(2, "quality_of_service", "child_in_need"), RECEIVED_ON),
        ],
    )


class Worker(Visitor):
    """A visitor who works on the one complaint, and has every page they come to looked at by axe."""

    def given_i_work_on(self, number: int, role: str) -> None:
        self.page.context.clear_cookies()
        self.given_i_am_signed_in_as(role)
        self.when_i_go_to(f"/representations/{number}/")

    def when_i_take_the_step(self, name: str) -> None:
        self.when_i_open("What else may be recorded")
        self.when_i_follow(name)
        self.then_the_heading_is(name)
        self.then_the_page_has_no_barriers()

    def when_i_choose_the_answer(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question, exact=False).first
        group.get_by_label(answer, exact=True).check()

    def then_i_am_back_with(self, banner: str) -> None:
        self.then_the_heading_is(REFERENCE)
        self.then_i_see(banner)
        self.then_the_page_has_no_barriers()


@pytest.fixture
def worker(visitor: Visitor) -> Worker:
    """The visitor at work."""
    visitor.__class__ = Worker
    assert isinstance(visitor, Worker)
    return visitor


def on(day: date) -> time_machine.travel:
    """The clock at half past nine on another day."""
    return time_machine.travel(records.NOW + (day - RECEIVED_ON))


def local_resolution(worker: Worker, number: int) -> None:
    worker.given_i_work_on(number, "complaints_manager")
    worker.then_i_see("From Parent A")
    worker.when_i_take_the_step("Acknowledge it")
    worker.when_i_press("Record the acknowledgement")
    worker.then_i_am_back_with("The acknowledgement is recorded.")

    worker.when_i_take_the_step("Decide which procedure it is handled under")
    worker.when_i_choose_the_answer("What is it about?", SOCIAL_CARE)
    worker.when_i_choose_the_answer("Who makes it?", "A parent, or another person with parental responsibility")
    worker.when_i_choose_the_answer("Who gives the service?", "The council itself")
    worker.when_i_choose_the_answer("Has an NHS body a part in it?", "No")
    worker.when_i_press("See what is proposed")
    worker.then_i_see("Proposed: Children Act 1989 representations procedure.")
    worker.then_the_page_has_no_barriers()
    worker.when_i_choose_the_answer(
        "Who makes the representations?", "A parent, or a person with parental responsibility"
    )
    for question in NO_OBSTACLE:
        worker.when_i_choose_the_answer(question, "No")
    worker.when_i_choose_the_answer("Is it about a function the procedure covers?", "Yes")
    worker.when_i_press("Record the decision")
    worker.then_i_am_back_with("It is decided under which procedure it is handled.")

    worker.when_i_take_the_step("Start a stage")
    worker.when_i_press("Start the stage")
    worker.then_i_am_back_with("The stage has started.")
    worker.when_i_take_the_step("Give it to someone to handle")
    worker.when_i_choose_the_answer("Which post handles it?", "Responding manager")
    worker.when_i_press("Give it to them")
    worker.then_i_am_back_with("It is given to them")


def answered(worker: Worker, findings: tuple[str, str], by: str = "") -> None:
    """The answer of the running stage with these findings, read once more before it is done."""
    worker.when_i_take_the_step("Send the answer")
    if by:
        worker.when_i_fill_in("Which post gives the answer? (optional)", by)
    worker.when_i_choose_the_answer("Concern 1: Poor Communication", findings[0])
    worker.when_i_choose_the_answer("Concern 2: Quality of Service", findings[1])
    worker.when_i_choose_the_answer("Did the service learn something from it?", "No, there is nothing to learn")
    worker.when_i_press("Continue")
    worker.then_i_see("Check before it is done")
    worker.then_the_page_has_no_barriers()
    worker.when_i_press("Yes, send the answer")
    worker.then_i_am_back_with("The answer is recorded.")


def asked_for_and_started(worker: Worker, stage: str) -> None:
    worker.when_i_take_the_step("Record that the next stage was asked for")
    worker.then_i_see(f"The next is {stage}.")
    worker.when_i_press("Record the request")
    worker.then_i_am_back_with("The request is recorded.")
    worker.when_i_take_the_step("Start a stage")
    worker.when_i_press("Start the stage")
    worker.then_i_am_back_with(f"{stage} is waiting for its answer.")


def appointed(worker: Worker, post: str, name: str) -> None:
    worker.when_i_take_the_step("Appoint someone")
    worker.when_i_choose_the_answer("To what?", post)
    worker.when_i_fill_in("Name", name)
    worker.when_i_press("Appoint them")
    worker.then_i_am_back_with(f"{post}: {name}")


def investigation(worker: Worker, number: int) -> None:
    worker.given_i_work_on(number, "complaints_manager")
    asked_for_and_started(worker, "Stage 2")
    appointed(worker, "Investigating officer", "Person I")
    appointed(worker, "Independent person", "Person P")
    worker.when_i_take_the_step("Settle the written statement of the complaint")
    worker.when_i_press("Record it")
    worker.then_i_am_back_with("The statement is settled")
    worker.when_i_take_the_step("Extend the time limit")
    worker.when_i_choose_the_answer("Why?", EXTENDED_WHY)
    worker.when_i_fill_in("Which post decided it?", "Head of service")
    worker.when_i_press("Extend the time limit")
    worker.then_i_am_back_with("The time limit is extended.")

    worker.given_i_work_on(number, "senior_manager")
    worker.when_i_take_the_step("Adjudicate on the investigation")
    worker.when_i_choose_the_answer("Concern 1: Poor Communication", "Upheld")
    worker.when_i_choose_the_answer("Concern 2: Quality of Service", "Partially upheld")
    worker.when_i_press("Record the adjudication")
    worker.then_i_am_back_with("The adjudication is recorded")
    worker.when_i_take_the_step("Sign the answer off")
    worker.when_i_press("Sign it off")
    worker.then_i_am_back_with("The answer is signed off")
    answered(worker, ("Upheld", "Partially upheld"))


def review_panel(worker: Worker, number: int) -> None:
    worker.given_i_work_on(number, "complaints_manager")
    asked_for_and_started(worker, "Stage 3")
    appointed(worker, "Panel member", "Person Q")
    worker.when_i_take_the_step("Record that the panel met")
    worker.when_i_press("Record it")
    worker.then_i_am_back_with("It is recorded that the panel met.")
    worker.when_i_take_the_step("Record the panel’s recommendations")
    worker.when_i_press("Record them")
    worker.then_i_am_back_with("The recommendations are recorded.")
    worker.given_i_work_on(number, "director")
    worker.when_i_take_the_step("Sign the answer off")
    worker.when_i_press("Sign it off")
    worker.then_i_am_back_with("The answer is signed off")
    answered(worker, ("Upheld", "Upheld"))


def ombudsman(worker: Worker, number: int) -> None:
    worker.given_i_work_on(number, "ombudsman_link_officer")
    worker.when_i_take_the_step("Record a referral by the Ombudsman")
    worker.when_i_fill_in("The Ombudsman’s reference", "18 001 234")
    worker.when_i_choose_the_answer("What does the Ombudsman ask?", "Social Care (LGSCO Complaint)")
    worker.when_i_press("Record the referral")
    worker.then_i_am_back_with("The Ombudsman’s referral is recorded.")
    worker.when_i_take_the_step("Record a decision of the Ombudsman")
    worker.when_i_choose_the_answer("What was decided?", "Upheld – Maladministration - Causing Injustice")
    worker.when_i_fill_in("Is there a payment? How much? (optional)", "250")
    worker.when_i_press("Record the decision")
    worker.then_i_am_back_with("£250")
    worker.given_i_work_on(number, "complaints_manager")
    worker.when_i_take_the_step("Close it")
    worker.when_i_press("Close it")
    worker.then_i_see("This ends it.")
    worker.when_i_press("Yes, close it")
    worker.then_i_am_back_with("It is closed.")


def test_a_childrens_complaint_from_receipt_to_the_ombudsman(worker: Worker, complaint: int) -> None:
    local_resolution(worker, complaint)
    with on(date(2018, 4, 25)):
        worker.given_i_work_on(complaint, "responding_manager")
        answered(worker, ("Not upheld", "Not upheld"))
    with on(date(2018, 5, 2)):
        investigation(worker, complaint)
    with on(date(2018, 7, 3)):
        review_panel(worker, complaint)
    with on(date(2018, 9, 3)):
        ombudsman(worker, complaint)
    stages = StageRow.objects.filter(representation_id=complaint).order_by("id")
    assert [(each.stage, each.timeliness) for each in stages] == [
        ("local_resolution", "met"),
        ("investigation", "met"),
        ("review_panel", "met"),
    ]


def test_a_corporate_complaint_through_its_three_stages(worker: Worker, complaint: int) -> None:
    worker.given_i_work_on(complaint, "complaints_manager")
    worker.when_i_take_the_step("Decide which procedure it is handled under")
    worker.when_i_choose_the_answer("What is it about?", "Any other service of the council, or a policy as such")
    worker.when_i_choose_the_answer("Who makes it?", "Someone affected by what was or was not done")
    worker.when_i_choose_the_answer("Who gives the service?", "The council itself")
    worker.when_i_choose_the_answer("Has an NHS body a part in it?", "No")
    worker.when_i_press("See what is proposed")
    worker.then_i_see("Proposed: Hampshire corporate complaints procedure.")
    worker.when_i_press("Record the decision")
    worker.when_i_take_the_step("Start a stage")
    worker.when_i_press("Start the stage")
    answered(worker, ("Not upheld", "Not upheld"))
    asked_for_and_started(worker, "Stage 2")
    worker.when_i_take_the_step("Sign the answer off")
    worker.when_i_press("Sign it off")
    answered(worker, ("Upheld", "Not upheld"))
    asked_for_and_started(worker, "Stage 3")
    answered(worker, ("Upheld", "Upheld"), by="Corporate compliance officer")
    worker.when_i_open("Why the rest may not")
    worker.then_i_see("There is no further stage.")
    worker.when_i_take_the_step("Record what came of it")
    worker.when_i_choose("What came of it?", "Apology & Explanation")
    worker.when_i_press("Record the outcome")
    worker.then_i_am_back_with("The outcome is recorded.")


def test_a_responding_manager_answers_with_findings_and_learning_in_five_pages(worker: Worker, complaint: int) -> None:
    manager = written_by("Complaints manager", complaint)
    triage(manager, on=RECEIVED_ON, procedure="children_act_1989")
    assign(manager, on=RECEIVED_ON, handler="Responding manager")
    start_stage(manager, on=RECEIVED_ON)
    worker.given_i_am_signed_in_as("responding_manager")
    worker.when_i_go_to("/representations/")
    pages = [worker.page.url]
    worker.page.on("response", lambda answer: pages.append(answer.url) if is_a_page(answer) else None)
    worker.when_i_follow(REFERENCE)
    worker.when_i_follow("Send the answer")
    worker.when_i_choose_the_answer("Concern 1: Poor Communication", "Upheld")
    worker.when_i_choose_the_answer("Concern 2: Quality of Service", "Not upheld")
    worker.when_i_choose_the_answer("Did the service learn something from it?", "Yes")
    worker.when_i_fill_in("If yes: what did it learn, and what will change?", "Calls are returned within two days.")
    worker.when_i_choose("If yes: what is it about?", "Communication")
    worker.when_i_press("Continue")
    worker.when_i_press("Yes, send the answer")
    worker.then_i_see("The answer is recorded.")
    worker.then_i_see("Calls are returned within two days.")
    assert len(pages) == 5, pages


def test_what_another_did_meanwhile_is_told_and_what_i_typed_is_kept(worker: Worker, complaint: int) -> None:
    worker.given_i_work_on(complaint, "complaints_manager")
    worker.when_i_take_the_step("Refer a safeguarding matter")
    worker.when_i_fill_in("Who was told?", "The hub")
    acknowledge(written_by("Officer at the next desk", complaint), on=RECEIVED_ON)
    worker.when_i_press("Record the referral")
    worker.then_the_problem_is("Since you read this representation it was changed: Acknowledged by Officer")
    worker.then_i_see("Changed since you opened this page")
    worker.then_the_page_has_no_barriers()
    worker.when_i_press("Record the referral")
    worker.then_i_am_back_with("The hub was told on Monday 16 April 2018. Answering waits until it is settled.")


def test_a_mistake_is_taken_back_and_stays_in_the_log(worker: Worker, complaint: int) -> None:
    acknowledge(written_by("Complaints manager", complaint), on=RECEIVED_ON)
    worker.given_i_work_on(complaint, "complaints_manager")
    worker.when_i_follow("Take back entry 5, Acknowledged")
    worker.then_the_heading_is("Take back an entry")
    worker.when_i_press("Take it back")
    worker.then_the_problem_is("Answer “Why should it not count?”")
    worker.then_the_page_has_no_barriers()
    worker.when_i_fill_in("Why should it not count?", "It was another complaint.")
    worker.when_i_press("Take it back")
    worker.then_i_am_back_with("The entry is taken back.")
    worker.then_this_many_entries_are_struck_out(1)


def test_a_step_is_taken_without_scripts(visitor_without_scripts: Visitor, complaint: int) -> None:
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(f"/representations/{complaint}/")
    visitor.when_i_open("What else may be recorded")
    visitor.when_i_follow("Close it")
    visitor.when_i_press("Close it")
    visitor.when_i_press("Change it")
    visitor.then_i_see("No outcome is recorded yet.")
    visitor.when_i_press("Close it")
    visitor.when_i_press("Yes, close it")
    visitor.then_i_see("It is closed.")


def is_a_page(answer: Response) -> bool:
    """Whether the answer is a page that somebody then has before them."""
    return answer.request.is_navigation_request() and answer.status == 200


def written_by(post: str, number: int) -> Writing:
    """Somebody else's writing to the complaint."""
    return Writing(Actor(post, "hampshire", verbs_of(["complaints_manager"])), number, None, RECEIVED_ON, records.NOW)


def test_every_form_has_no_barriers_empty_and_with_its_faults(worker: Worker, complaint: int) -> None:
    manager = written_by("Complaints manager", complaint)
    triage(manager, on=RECEIVED_ON, procedure="children_act_1989")
    start_stage(manager, on=RECEIVED_ON)
    worker.given_i_work_on(complaint, "complaints_manager")
    tried = 0
    for verb in FORMS:
        worker.when_i_go_to(f"/representations/{complaint}/steps/{verb}/{OPENED_BY.get(verb, '')}")
        worker.then_the_page_has_no_barriers()
        if worker.page.locator("#on-day").count():
            worker.page.locator("#on-day").fill("")
            worker.page.locator("main form button").first.click()
            worker.then_i_see("There is a problem")
            worker.then_the_page_has_no_barriers()
            tried += 1
    assert tried > 25
