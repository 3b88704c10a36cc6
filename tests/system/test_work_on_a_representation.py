"""Work on a representation in the browser: the answer in five pages, two at once, taking back, every form."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Response
from tests.system import records
from tests.system.visitor import Visitor

from putright.accounts.permissions import verbs_of
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign import assign
from putright.casework.actions.base import Writing
from putright.casework.actions.receive import receive
from putright.casework.actions.start_stage import start_stage
from putright.casework.actions.triage import triage
from putright.casework.log import Dated
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.web.forms.steps import FORMS

pytestmark = pytest.mark.browser

REFERENCE = "CSC18-00700"
RECEIVED_ON = date(2018, 4, 16)
OPENED_BY = {"correct": "?field=received_on", "void": "?entry=5"}


@pytest.fixture
def complaint(transactional_db: None) -> int:
    """A parent's complaint with two concerns, taken down this morning; and everybody who will work on it."""
    manager = records.account("complaints_manager")
    records.account("responding_manager")
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


def test_a_responding_manager_answers_with_findings_and_learning_in_five_pages(worker: Worker, complaint: int) -> None:
    manager = written_by("Complaints manager", complaint)
    triage(manager, on=RECEIVED_ON, procedure="children_act_1989")
    assign(manager, on=RECEIVED_ON, handler="Responding manager")
    start_stage(manager, on=RECEIVED_ON)
    worker.given_i_am_signed_in_as("responding_manager")
    worker.when_i_go_to("/")
    worker.then_the_heading_is("My work")
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
