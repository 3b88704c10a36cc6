"""Letters, documents and correspondence in the browser: each journey, with no barrier on any page of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.system import records
from tests.system.visitor import Visitor

from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.record import events as e
from putright.record.contact import Contact

pytestmark = pytest.mark.browser

APRIL_9 = date(2018, 4, 9)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000201"
    "005d2ad2ec0000000049454e44ae426082"
)
NEVER_SENT = "Nothing is recorded yet."


@pytest.fixture
def complaint(transactional_db: None) -> str:
    """The address of a complaint at Stage 1, whose complainant wants letters by post."""
    manager = records.account("complaints_manager")
    records.account("complaints_officer")
    contact = Contact("Parent A", address="1 High Street, Winchester", postcode="SO23 1AA")
    more = [
        Dated(e.PartyNamed(1, "complainant", "parent", "letter"), APRIL_9, contact.as_words()),
        Dated(e.Triaged("children_act_1989"), APRIL_9),
        Dated(e.ConcernRaised(1, "quality_of_service"), APRIL_9),
        Dated(e.StageStarted("local_resolution"), APRIL_9),
    ]
    number = receive(
        manager.actor(), records.received("CSC18-00010"), on=APRIL_9, summary="Calls were not returned.",
        today=records.TODAY, now=records.NOW, more=more,
    )  # fmt: skip
    return f"/representations/{number}/"


def test_an_acknowledgement_is_filled_saved_looked_at_and_sent(visitor: Visitor, complaint: str) -> None:
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to(complaint)
    visitor.then_i_see(NEVER_SENT)
    visitor.when_i_follow("Write a letter")
    visitor.then_the_heading_is("Which letter?")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("We have received your complaint (Stage 1)")
    visitor.then_the_heading_is("We have received your complaint")
    visitor.then_i_see("Nothing is left to be filled")
    visitor.then_i_see("by 23 April 2018, which is within 10 working days (SI 2006/1738, regulation 14)")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Save the letter")
    visitor.then_i_see("The letter is saved. It has not been sent.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Send it")
    visitor.then_the_heading_is("Check the letter, then send it")
    expect(visitor.page.get_by_label("By post, to Parent A, as preferred")).to_be_checked()
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Send the letter")
    visitor.then_i_see("Print it now and post it.")
    visitor.then_i_see("Sent by post to the complainant by Complaints officer")
    visitor.then_the_page_has_no_barriers()
    with visitor.page.expect_download() as download:
        visitor.when_i_follow("PDF, as it was sent")
    assert download.value.path().read_bytes().startswith(b"%PDF-1.7")
    visitor.when_i_go_to(complaint)
    visitor.then_i_see("Letter to the complainant")
    visitor.then_the_page_has_no_barriers()


def test_a_letter_that_is_vetted_goes_back_once_and_then_out(visitor: Visitor, complaint: str) -> None:
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to(f"{complaint}letters/new/refusal/")
    visitor.then_i_see("A second person reads this letter before it is sent.")
    visitor.when_i_fill_in("The letter", "Dear Parent A\n\nWe cannot consider [[ what ]].")
    visitor.when_i_press("See how it looks")
    visitor.then_i_see("Still to be written")
    visitor.when_i_fill_in("The letter", "Dear Parent A\n\nWe cannot consider it.")
    visitor.when_i_press("Save the letter")
    visitor.then_i_see("Waits to be read")
    visitor.then_i_do_not_see("Read it as the second person")
    visitor.when_i_press("Sign out")

    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to(f"{complaint}letters/1/")
    visitor.when_i_press("Read it as the second person")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Record it")
    visitor.then_the_problem_is("Choose whether the letter may go")
    visitor.when_i_tick("No, it goes back to be changed")
    visitor.when_i_fill_in("If it goes back: what is to be changed?", "Say why.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_press("Record it")
    visitor.then_i_see("Sent back")
    visitor.then_i_see("Say why.")
    visitor.when_i_press("Write on it")
    visitor.when_i_fill_in("The letter", "Dear Parent A\n\nWe cannot consider it, because …")
    visitor.when_i_press("Save the letter")
    visitor.when_i_press("Sign out")

    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to(f"{complaint}letters/1/vet/")
    visitor.when_i_tick("Yes, it may be sent as it is")
    visitor.when_i_press("Record it")
    visitor.then_i_see("Approved")
    visitor.when_i_press("Send it")
    visitor.when_i_press("Send the letter")
    visitor.then_i_see("Sent by post")


def test_documents_are_added_and_looked_at(visitor: Visitor, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("She rang three times.")
    (tmp_path / "photo.png").write_bytes(PNG)
    (tmp_path / "setup.exe").write_bytes(b"MZ")
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to(complaint)
    visitor.when_i_follow("Add documents")
    visitor.then_i_see("Documents are not checked for viruses here")
    visitor.page.get_by_label("Documents", exact=True).set_input_files([tmp_path / "setup.exe"])
    visitor.when_i_press("Add them to the record")
    visitor.then_the_problem_is("setup.exe is not of a kind that is taken")
    visitor.then_the_page_has_no_barriers()
    visitor.page.get_by_label("Documents", exact=True).set_input_files([tmp_path / "note.txt", tmp_path / "photo.png"])
    visitor.when_i_tick("Confidential")
    visitor.when_i_press("Add them to the record")
    visitor.then_i_see("2 documents added.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("note.txt")
    visitor.then_i_see("She rang three times.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to(f"{complaint}documents/2/")
    assert visitor.page.locator("img.pr-picture").evaluate("(picture) => picture.naturalWidth") == 1
    visitor.then_the_page_has_no_barriers()


def test_a_call_is_noted_without_scripts(visitor_without_scripts: Visitor, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("As she dictated it.")
    visitor = visitor_without_scripts
    visitor.given_i_am_signed_in_as("complaints_officer")
    visitor.when_i_go_to(f"{complaint}correspondence/add/")
    visitor.when_i_press("Add the note")
    visitor.then_the_problem_is("Choose which way it went")
    visitor.when_i_tick("It came in")
    visitor.when_i_tick("Telephone")
    visitor.when_i_tick("The complainant")
    visitor.when_i_fill_in("What was said?", "Would like an answer by letter.")
    visitor.page.get_by_label("Documents", exact=True).set_input_files([tmp_path / "note.txt"])
    visitor.when_i_press("Add the note")
    visitor.then_i_see("The note is on the record.")
    visitor.then_i_see("Telephone from the complainant")
    visitor.then_i_see("Would like an answer by letter.")


def test_the_council_s_wording_is_changed_in_the_page(visitor: Visitor, complaint: str) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Letters")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("You have withdrawn your complaint (All procedures)")
    visitor.when_i_fill_in("Its text", "Dear {{ complainant }}")
    visitor.when_i_press("Save the letter")
    visitor.then_the_problem_is("does not say {{ reference }}")
    visitor.when_i_fill_in("Its text", "Dear {{ complainant }}, {{ reference }} ended on {{ withdrawn_on }}.")
    visitor.when_i_press("Save the letter")
    visitor.then_i_see("Saved as version 1.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_go_to(f"{complaint}letters/new/withdrawal/")
    expect(visitor.page.get_by_label("The letter", exact=True)).to_have_value(
        "Dear Parent A, CSC18-00010 ended on [[ the day it was withdrawn ]]."
    )


def test_a_letter_is_read_on_a_telephone(visitor_on_a_telephone: Visitor, complaint: str) -> None:
    visitor = visitor_on_a_telephone
    visitor.given_i_am_signed_in_as("complaints_officer")
    for path in ("letters/", "letters/new/stage_1_response/", "documents/add/", "correspondence/add/"):
        visitor.when_i_go_to(complaint + path)
        visitor.then_nothing_runs_off_the_page()
