"""A representation is taken down while the caller is on the telephone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.system import records
from tests.system.visitor import Visitor

from putright.casework.models import RepresentationRow
from putright.casework.queries import log_of
from putright.record import events as e

pytestmark = pytest.mark.browser

SAYS = "My daughter's social worker has not visited since January, and nobody tells me why."
MOST_KEY_ACTIONS = 40


class Keyboard:
    """Someone who never leaves the keyboard. `actions` counts the keys that are not text for a field of text."""

    def __init__(self, visitor: Visitor) -> None:
        self.keys = visitor.page.keyboard
        self.page = visitor.page
        self.actions = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys.press(key)
            self.actions += 1

    def go_on_to(self, label: str) -> None:
        """Tab until the field with this label has the focus; each Tab counts."""
        field = self.page.get_by_label(label, exact=True)
        for _ in range(30):
            self.press("Tab")
            if field.evaluate("(each) => each === document.activeElement"):
                return
        raise AssertionError(f"“{label}” was not reached by 30 Tabs")

    def go_on_to_the_button(self) -> None:
        for _ in range(30):
            self.press("Tab")
            if self.page.evaluate("document.activeElement.matches('main button[type=submit]')"):
                return
        raise AssertionError("The button was not reached by 30 Tabs")

    def say(self, label: str, text: str) -> None:
        self.go_on_to(label)
        self.keys.type(text)

    def choose(self, label: str, letters: str) -> None:
        """Choose from a list by the first letters of an option; each letter counts."""
        self.go_on_to(label)
        self.press(*letters)


@pytest.fixture
def staff(transactional_db: None) -> None:
    for role in ("contact_centre_agent", "complaints_officer", "complaints_manager", "analyst"):
        records.account(role)


def takes_the_call_down(visitor: Visitor) -> int:
    """A telephone complaint from a parent; how many key actions it took besides its text."""
    hands = Keyboard(visitor)
    hands.press("Tab", "Enter")
    hands.say("What they say, in their own words", SAYS)
    hands.say("Full name", "Ada Example")
    hands.say("Telephone", "01962 000111")
    hands.say("Postcode", "SO23 8UJ")
    hands.choose("Who they are to the person concerned", "p")
    hands.choose("How they want to be reached", "t")
    hands.choose("What it is about", "poo")
    hands.choose("Service or team", "child i")
    hands.choose("What they want to happen", "e")
    hands.go_on_to_the_button()
    hands.press("Enter")
    return hands.actions


@pytest.mark.usefixtures("staff")
def test_an_agent_takes_a_call_down_with_at_most_forty_keys_besides_its_text(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("contact_centre_agent")
    visitor.when_i_follow("Record a representation")
    visitor.then_the_heading_is("Record a representation")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to("/record/")
    actions = takes_the_call_down(visitor)
    visitor.then_the_heading_is("CSC18-00001")
    visitor.then_i_see("It is recorded as CSC18-00001. Tell them this reference.")
    visitor.then_i_see(SAYS)
    visitor.then_i_see("Ada Example")
    visitor.then_the_page_has_no_barriers()
    assert actions <= MOST_KEY_ACTIONS, f"{actions} key actions"
    row = RepresentationRow.objects.get()
    assert (row.type, row.method, row.received_on, row.received_from) == (
        "complaint", "telephone", records.TODAY, "parent",
    )  # fmt: skip
    assert (row.nature, row.service, row.outcome_sought) == ("poor_communication", "child_in_need", "explanation")


@pytest.mark.usefixtures("staff")
def test_a_second_call_by_the_same_person_is_noticed_before_it_is_recorded(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("contact_centre_agent")
    visitor.when_i_go_to("/record/")
    takes_the_call_down(visitor)
    visitor.then_the_heading_is("CSC18-00001")
    visitor.when_i_go_to("/record/")
    takes_the_call_down(visitor)
    visitor.then_the_heading_is("Is it one of these?")
    visitor.then_i_see("1 earlier representation, which may be this one")
    visitor.then_i_see("Same name, postcode, telephone number and words.")
    visitor.then_the_page_has_no_barriers()
    assert RepresentationRow.objects.count() == 1
    hands = Keyboard(visitor)
    hands.go_on_to_the_button()
    hands.press("Enter")
    visitor.then_the_heading_is("CSC18-00002")
    assert hands.actions <= 4


@pytest.mark.usefixtures("staff")
def test_what_cannot_be_used_is_said_beside_its_field_and_nothing_typed_is_lost(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("contact_centre_agent")
    visitor.when_i_go_to("/record/")
    visitor.when_i_fill_in("Full name", "Ada Example")
    visitor.when_i_open("There is more than one concern")
    visitor.when_i_choose("Concern 3: what it is about", "Finance")
    visitor.when_i_fill_in("E-mail address", "ada at example")
    visitor.when_i_fill_in("Date received", "17/4/2018")
    visitor.when_i_press("Record it")
    visitor.then_the_problem_is("Enter what they say, in their own words")
    visitor.then_the_problem_is("Enter an e-mail address in the right form")
    visitor.then_the_problem_is("must not be after today")
    visitor.then_the_page_has_no_barriers()
    expect(visitor.page.get_by_label("Full name", exact=True)).to_have_value("Ada Example")
    expect(visitor.page.get_by_label("E-mail address", exact=True)).to_have_value("ada at example")
    expect(visitor.page.get_by_label("Concern 3: what it is about")).to_be_visible()
    expect(visitor.page.get_by_label("Concern 3: what it is about")).to_have_value("finance")


def records_it_for_somebody_else(visitor: Visitor) -> None:
    visitor.when_i_go_to("/record/")
    visitor.when_i_choose("What it is", "Enquiry by a councillor")
    visitor.when_i_choose("How it came", "E-mail")
    visitor.when_i_fill_in("Date received", "12 April 2018")
    visitor.when_i_fill_in("What they say, in their own words", SAYS)
    visitor.when_i_fill_in("Full name", "Councillor Example")
    visitor.when_i_choose("Who they are to the person concerned", "Councillor")
    visitor.when_i_open("It concerns somebody else")
    visitor.when_i_fill_in("Full name of the person concerned", "Bea Example")
    visitor.when_i_choose("Ethnicity of the person concerned", "Prefer not to say")
    visitor.when_i_open("Somebody speaks for them")
    visitor.when_i_choose("Consent of the person concerned", "Consent is given")
    visitor.when_i_choose("How consent was given", "In writing")
    visitor.when_i_open("There is more than one concern")
    visitor.when_i_choose("What it is about", "Finance")
    visitor.when_i_choose("Concern 2: what it is about", "Professional Conduct")
    visitor.when_i_press("Record it")


@pytest.mark.usefixtures("staff")
def test_without_scripts_everything_can_be_taken_down(visitor_without_scripts: Visitor) -> None:
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_officer")
    records_it_for_somebody_else(visitor)
    visitor.then_the_heading_is("CSC18-00001")
    visitor.then_i_see("Enquiry by a councillor")
    told = [entry.event for entry in log_of(RepresentationRow.objects.get().id)]
    assert e.ConsentRecorded(1, "given", "in_writing") in told
    assert e.EqualityRecorded(2, "not_asked", "not_asked", "prefer_not_to_say", "not_asked") in told
    assert [event.nature for event in told if isinstance(event, e.ConcernRaised)] == ["finance", "professional_conduct"]
    records_it_for_somebody_else(visitor)
    visitor.then_the_heading_is("Is it one of these?")
    visitor.when_i_tick("Link the new one to CSC18-00001")
    visitor.when_i_press("It is new: record it")
    visitor.then_the_heading_is("CSC18-00002")


@pytest.mark.usefixtures("staff")
def test_what_was_recorded_waits_for_triage_and_the_analyst_reads_no_name(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to("/triage/")
    visitor.then_i_see("Nothing waits for triage.")
    visitor.then_the_page_has_no_barriers()
    records_it_for_somebody_else(visitor)
    visitor.when_i_follow("Triage")
    visitor.then_the_references_are("CSC18-00001")
    visitor.then_i_see("4 days ago")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("Triage CSC18-00001")
    visitor.then_the_heading_is("Decide which procedure it is handled under")
    visitor.when_i_press("Sign out")
    visitor.given_i_am_signed_in_as("analyst")
    visitor.when_i_go_to(f"/representations/{RepresentationRow.objects.get().id}/")
    visitor.then_the_heading_is("CSC18-00001")
    visitor.then_i_do_not_see("Example")
    visitor.then_i_do_not_see("social worker")


@pytest.mark.usefixtures("staff")
def test_on_a_telephone_the_form_stays_on_the_page(visitor_on_a_telephone: Visitor) -> None:
    visitor: Any = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to("/record/")
    visitor.then_nothing_runs_off_the_page()
