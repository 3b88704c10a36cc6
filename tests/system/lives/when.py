"""When: what is taken down, decided and recorded, on the pages that everybody uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.system.lives.lines import Line, listed

if TYPE_CHECKING:
    from tests.system.lives.worker import Worker

TRIAGE = "Decide which procedure it is handled under"
Answer = tuple[str, str]


def i_take_down(words: str, *answers: Answer) -> Line:
    """The form of intake is filled in and sent."""

    def do(worker: Worker) -> None:
        worker.when_i_follow("Record a representation")
        worker.looks()
        worker.fill("What they say, in their own words", words)
        for label, answer in answers:
            worker.fill(label, answer)
        worker.when_i_press("Record it")
        worker.has_recorded_it()

    return Line("When", f"I take down “{words}”{listed(answers)}", do)


def i_ask_what_is_proposed(*answers: Answer) -> Line:
    """The first page of triage: what is not prefilled is answered, and the proposal is asked for."""

    def do(worker: Worker) -> None:
        worker.opens(TRIAGE)
        for label, answer in answers:
            worker.fill(label, answer)
        worker.when_i_press("See what is proposed")
        worker.looks("proposal")

    return Line("When", f"I ask which procedure is proposed{listed(answers)}", do)


def i_decide(*answers: Answer) -> Line:
    """The decision of triage, with the answers to the questions of the procedure."""

    def do(worker: Worker) -> None:
        for label, answer in answers:
            worker.fill(label, answer)
        worker.sends()

    return Line("When", f"I decide on the procedure{listed(answers)}", do)


def i_take_the_step(title: str, *answers: Answer) -> Line:
    """A step offered on the page of the complaint is taken, and confirmed where it is asked once more."""

    def do(worker: Worker) -> None:
        worker.opens(title)
        for label, answer in answers:
            worker.fill(label, answer)
        worker.sends()

    return Line("When", f"I take the step “{title}”{listed(answers)}", do)


def i_open_the_step(title: str) -> Line:
    """The form of a step is looked at."""
    return Line("When", f"I open the step “{title}”", lambda worker: worker.opens(title))


def i_try_the_step(title: str) -> Line:
    """The form of a step is sent as it is, and something is wrong with it."""

    def do(worker: Worker) -> None:
        worker.opens(title)
        worker.when_i_press(worker.page.locator("main form button").first.inner_text())

    return Line("When", f"I send the step “{title}” as it is", do)


def i_send_it_with(*answers: Answer) -> Line:
    """The form that is on the screen is completed and sent."""

    def do(worker: Worker) -> None:
        for label, answer in answers:
            worker.fill(label, answer)
        worker.sends()

    return Line("When", f"I complete it{listed(answers)}", do)


def i_write_and_send(letter: str) -> Line:
    """A letter of the council is filled from the record, looked at and sent, by post."""

    def do(worker: Worker) -> None:
        worker.when_i_open("What else may be recorded")
        worker.when_i_follow("Write a letter")
        worker.looks()
        worker.page.locator("main").get_by_role("link", name=letter).first.click()
        worker.looks()
        worker.when_i_press("Save the letter")
        worker.looks()
        worker.when_i_press("Send it")
        worker.looks()
        worker.when_i_press("Send the letter")

    return Line("When", f"I write the letter “{letter}” and send it", do)


def i_go_back_to_the_complaint() -> Line:
    """The page of the complaint, by the way back."""
    return Line("When", "I go back to the complaint", lambda worker: worker.when_i_follow(worker.reference))


def i_follow(link: str) -> Line:
    """A link of the page is followed."""

    def do(worker: Worker) -> None:
        worker.when_i_follow(link)
        worker.looks()

    return Line("When", f"I follow “{link}”", do)
