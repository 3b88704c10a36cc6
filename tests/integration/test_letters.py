"""Letters from the choice to the post: written, read by a second person, sent and kept as sent; a council's wording."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import docx
import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts.models import Account
from putright.accounts.permissions import verbs_of
from putright.authorities import load_authority
from putright.casework.actions.base import Conflict, NoPermission, NotPermitted, Writing
from putright.casework.actions.draft_letter import draft_letter
from putright.casework.actions.receive import receive
from putright.casework.actions.send_letter import send_letter
from putright.casework.actions.vet_letter import vet_letter
from putright.casework.actions.void import void
from putright.casework.check import prove
from putright.casework.documents import keep, kept
from putright.casework.log import Dated
from putright.casework.queries import log_of
from putright.correspondence.letters_versions import FaultyLetter, letters_of, save_version, versions_of
from putright.correspondence.models import LetterVersion
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.contact import Contact

pytestmark = pytest.mark.django_db

COUNCIL = load_authority("hampshire")
MANAGER = Actor("Complaints manager", "hampshire", verbs_of(["complaints_manager"]))
OFFICER = Actor("Complaints officer", "hampshire", verbs_of(["complaints_officer"]))
ANALYST = Actor("Analyst", "hampshire", verbs_of(["analyst"]))
TODAY, NOW, APRIL_9 = date(2018, 4, 16), datetime(2018, 4, 16, 9, 30, tzinfo=UTC), date(2018, 4, 9)
PARENT = Contact("Parent A", "parent.a@example.com", address="1 High Street, Winchester", postcode="SO23 1AA")


@pytest.fixture(autouse=True)
def on_the_day(time_machine: Any) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def mail_server(settings: Any) -> None:
    """A mail server is set up, and what goes to it is kept in ``mail.outbox``."""
    settings.MAIL = "smtp://localhost"


def complaint(prefers: str = "email", contact: Contact = PARENT) -> int:
    """A complaint at Stage 1 with one concern."""
    more = [
        Dated(e.PartyNamed(1, "complainant", "parent", prefers), APRIL_9, contact.as_words()),
        Dated(e.Triaged("children_act_1989"), APRIL_9),
        Dated(e.ConcernRaised(1, "quality_of_service"), APRIL_9),
        Dated(e.StageStarted("local_resolution"), APRIL_9),
    ]
    event = e.Received("CSC18-00010", "complaint")
    return receive(MANAGER, event, on=APRIL_9, summary="Calls not returned.", today=TODAY, now=NOW, more=more)


def by(actor: Actor, number: int) -> Writing:
    return Writing(actor, number, None, TODAY, NOW)


def drafted(number: int, *, to_be_vetted: bool = False) -> int:
    """A letter of the officer's; returns its number."""
    state = draft_letter(
        by(OFFICER, number), on=TODAY, template="withdrawal", text="Dear Parent A", to_be_vetted=to_be_vetted
    )
    return state.letters[-1].number


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(records.account(role))
    return client


def posted(client: Client, path: str, number: int, **given: str) -> Any:
    """Send a form as the page would, with what was read of the representation."""
    return client.post(path, {"read_to": str(len(log_of(number))), **given})


def kinds(number: int) -> list[str]:
    return [type(entry.event).__name__ for entry in log_of(number)]


def test_a_letter_that_needs_no_second_person_goes_at_once() -> None:
    number = complaint()
    letter = drafted(number)
    as_it_went = keep(b"%PDF-1.4 nothing in it")
    state = send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="letter", sha256=as_it_went)
    assert (state.letters[0].sent_on, state.letters[0].channel) == (TODAY, "letter")
    assert prove("hampshire").faults == []
    with pytest.raises(NotPermitted, match=r"No letter waits|sent already"):
        send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="letter", sha256="0" * 64)
    with pytest.raises(NotPermitted, match="kept as it went"):
        draft_letter(by(OFFICER, number), on=TODAY, template="withdrawal", text="Other", letter=letter)


def test_whoever_wrote_a_letter_does_not_vet_it() -> None:
    number = complaint()
    letter = drafted(number, to_be_vetted=True)
    with pytest.raises(NotPermitted, match="read by a second person"):
        send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="letter", sha256="0" * 64)
    with pytest.raises(NotPermitted, match="Complaints officer wrote this letter"):
        vet_letter(by(OFFICER, number), on=TODAY, letter=letter, approved=True)
    assert vet_letter(by(MANAGER, number), on=TODAY, letter=letter, approved=True).letters[0].vetted_on == TODAY


def test_a_letter_sent_back_is_written_again_and_read_again() -> None:
    number = complaint()
    letter = drafted(number, to_be_vetted=True)
    with pytest.raises(NotPermitted, match="Say what is to be changed"):
        vet_letter(by(MANAGER, number), on=TODAY, letter=letter, approved=False)
    vet_letter(by(MANAGER, number), on=TODAY, letter=letter, approved=False, why="Name the school.")
    with pytest.raises(NotPermitted, match="sent back"):
        send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="letter", sha256="0" * 64)
    again = draft_letter(
        by(OFFICER, number), on=TODAY, template="withdrawal", text="Better", to_be_vetted=True, letter=letter
    )
    assert again.letters[0].waits_to_be_read
    assert len(again.letters) == 1


def test_a_letter_that_went_is_not_taken_back_from_under_its_sending() -> None:
    number = complaint()
    letter = drafted(number)
    send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="letter", sha256="0" * 64)
    written, went = (entry.position for entry in log_of(number)[-2:])
    with pytest.raises(NotPermitted, match=f"Entry {went}: there is no letter 1"):
        void(by(MANAGER, number), on=TODAY, position=written, why="Wrong person")
    void(by(MANAGER, number), on=TODAY, position=went, why="It was not posted")
    assert void(by(MANAGER, number), on=TODAY, position=written, why="Wrong person").letters == []


def test_a_letter_that_could_not_be_handed_over_is_not_recorded() -> None:
    number = complaint()
    letter = drafted(number)

    def refused() -> None:
        raise OSError("the mail server is away")

    with pytest.raises(OSError, match="is away"):
        send_letter(by(OFFICER, number), on=TODAY, letter=letter, channel="e_mail", sha256="0" * 64, deliver=refused)
    assert "LetterSent" not in kinds(number)
    assert prove("hampshire").faults == []


@pytest.mark.usefixtures("mail_server")
def test_the_whole_way_in_the_pages_by_e_mail() -> None:
    number, officer, manager = complaint(), signed_in("complaints_officer"), signed_in("complaints_manager")
    home = f"/representations/{number}/letters"
    assert "Our answer after the investigation" in officer.get(f"{home}/").content.decode()
    form = officer.get(f"{home}/new/stage_2_response/").content.decode()
    assert "Dear Parent A" in form
    assert "[[ For each concern" in form
    looked = posted(officer, f"{home}/new/stage_2_response/", number, text="Dear *you*", preview="yes")
    assert "Dear <em>you</em>" in looked.content.decode()
    assert "LetterDrafted" not in kinds(number)
    posted(officer, f"{home}/new/stage_2_response/", number, text="Dear Parent A\r\n\r\nUpheld.", save="yes")
    assert officer.get(f"{home}/1/vet/").status_code == 200
    told = posted(officer, f"{home}/1/vet/", number, verdict="approve").content.decode()
    assert "Complaints officer wrote this letter" in told
    assert "It cannot be sent yet" in officer.get(f"{home}/1/").content.decode()
    assert posted(manager, f"{home}/1/vet/", number, verdict="approve").status_code == 302
    assert "Send it" in officer.get(f"{home}/1/").content.decode()
    page = officer.get(f"{home}/1/send/").content.decode()
    assert "By e-mail, to Parent A, as preferred" in page
    assert page.index("1-e_mail") < page.index("1-letter")
    assert posted(officer, f"{home}/1/send/", number, way="1-e_mail").status_code == 302
    sent = log_of(number)[-1].event
    assert isinstance(sent, e.LetterSent)
    assert (sent.channel, sent.party) == ("e_mail", "complainant")
    (message,) = mail.outbox
    name, pdf, media_type = message.attachments[0]
    assert message.to == ["parent.a@example.com"]
    assert message.reply_to == ["childrens.complaints@hampshire.example"]
    assert "Our letter about CSC18-00010 is attached" in message.body
    assert (name, media_type) == ("CSC18-00010.pdf", "application/pdf")
    assert hashlib.sha256(pdf).hexdigest() == sent.sha256
    assert kept(sent.sha256) == pdf == manager.get(f"{home}/1/files/pdf/").content


def test_a_letter_with_gaps_is_not_sent() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    draft_letter(by(OFFICER, number), on=TODAY, template="withdrawal", text="Dear [[ name ]]")
    path = f"/representations/{number}/letters/1/send/"
    assert "1 gap in it still to be written" in officer.get(path).content.decode()
    assert "[[ name ]]" in posted(officer, path, number, way="1-letter").content.decode()
    assert "LetterSent" not in kinds(number)


@pytest.mark.usefixtures("mail_server")
def test_a_mail_server_that_refuses_leaves_nothing_recorded(settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    number, officer = complaint(), signed_in("complaints_officer")
    drafted(number)
    told = posted(officer, f"/representations/{number}/letters/1/send/", number, way="1-e_mail").content.decode()
    assert "The letter was not sent and nothing was recorded" in told
    assert "LetterSent" not in kinds(number)


def test_without_a_mail_server_a_letter_goes_by_post_and_the_page_says_why() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    drafted(number)
    page = officer.get(f"/representations/{number}/letters/1/send/").content.decode()
    assert "The complainant prefers e-mail, but no mail server is set up here" in page
    assert "1 High Street, Winchester, SO23 1AA" in page
    assert "e_mail" not in page
    posted(officer, f"/representations/{number}/letters/1/send/", number, way="1-letter")
    assert kinds(number)[-1] == "LetterSent"


def test_the_word_file_is_there_to_work_on() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    drafted(number)
    answer = officer.get(f"/representations/{number}/letters/1/files/word/")
    assert 'filename="CSC18-00010 letter 1.docx"' in answer.headers["Content-Disposition"]
    said = [paragraph.text for paragraph in docx.Document(io.BytesIO(answer.content)).paragraphs]
    assert "Dear Parent A" in said
    assert "Parent A\n1 High Street\nWinchester\nSO23 1AA" in said


def test_a_letter_with_gaps_is_not_approved() -> None:
    number, manager = complaint(), signed_in("complaints_manager")
    draft_letter(by(OFFICER, number), on=TODAY, template="refusal", text="Dear [[ name ]]", to_be_vetted=True)
    path = f"/representations/{number}/letters/1/vet/"
    assert "The letter still has gaps" in posted(manager, path, number, verdict="approve").content.decode()
    assert posted(manager, path, number, verdict="send_back", why="Write the name.").status_code == 302


def test_an_acknowledgement_that_went_leads_to_its_step() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    template = "stage_1_acknowledgement"
    draft_letter(by(OFFICER, number), on=TODAY, template=template, text="Dear Parent A", stage="local_resolution")
    step, page = f'href="/representations/{number}/steps/acknowledge/"', f"/representations/{number}/letters/1/"
    assert step not in officer.get(page).content.decode()
    send_letter(by(OFFICER, number), on=TODAY, letter=1, channel="letter", sha256="0" * 64)
    assert step in officer.get(page).content.decode()


def test_sending_the_first_acknowledgement_records_it() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    for template in ("stage_1_acknowledgement", "stage_1_acknowledgement"):
        draft_letter(by(OFFICER, number), on=TODAY, template=template, text="Dear Parent A", stage="local_resolution")
    page = officer.get(f"/representations/{number}/letters/1/send/").content.decode()
    assert "With it the acknowledgement is recorded" in page
    path = f"/representations/{number}/letters/{{}}/send/"
    assert posted(officer, path.format(1), number, way="1-letter").status_code == 302
    assert [type(entry.event) for entry in log_of(number)][-2:] == [e.Acknowledged, e.LetterSent]
    assert "With it" not in officer.get(path.format(2)).content.decode()
    assert posted(officer, path.format(2), number, way="1-letter").status_code == 302
    assert [type(entry.event) for entry in log_of(number)][-2:] == [e.LetterSent, e.LetterSent]


def test_a_letter_that_went_keeps_its_day(time_machine: Any) -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    drafted(number)
    send_letter(by(OFFICER, number), on=TODAY, letter=1, channel="letter", sha256="0" * 64)
    time_machine.move_to(datetime(2018, 5, 2, 9, 30, tzinfo=UTC))
    officer.force_login(Account.objects.get(post="Complaints officer"))
    assert "16 April 2018<br>" in officer.get(f"/representations/{number}/letters/1/").content.decode()


def test_someone_who_read_less_is_told() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    path = f"/representations/{number}/letters/new/withdrawal/"
    told = officer.post(path, {"read_to": "1", "text": "Dear", "save": "yes"}).content.decode()
    assert "Since you read this representation it was changed" in told
    assert "Dear</textarea>" in told


def test_a_refusal_shows_what_its_reason_must_tell() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    records.account("complaints_manager")
    refusal = e.Refused("out_of_time", "out_of_time")
    event = e.Received("CSC18-00011", "complaint")
    more = [Dated(e.Triaged("children_act_1989"), APRIL_9), Dated(refusal, APRIL_9)]
    number = receive(MANAGER, event, on=APRIL_9, summary="", today=TODAY, now=NOW, more=more)
    page = officer.get(f"/representations/{number}/letters/new/refusal/").content.decode()
    assert "which of the two conditions is not met, and why" in page
    assert "SI 2006/1738, regulation 9" in page


@pytest.mark.parametrize("path", ["letters/", "letters/new/withdrawal/", "documents/add/", "correspondence/add/"])
def test_whoever_sees_no_personal_words_sees_no_papers(path: str) -> None:
    number = complaint()
    assert signed_in("analyst").get(f"/representations/{number}/{path}").status_code == 403


def test_the_pages_of_letters_ask_a_constant_number_of_queries() -> None:
    number, officer = complaint(), signed_in("complaints_officer")
    asked = []
    for _ in range(2):
        drafted(number)
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(f"/representations/{number}/letters/1/").status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12


def test_a_wording_saved_in_the_page_stands_over_the_file_and_every_version_is_kept() -> None:
    letter = letters_of(COUNCIL).templates["withdrawal"]
    first = save_version(MANAGER, COUNCIL, replace(letter, title="You stopped", to_be_vetted=True), now=NOW)
    now = letters_of(COUNCIL).templates["withdrawal"]
    assert (first.number, now.version, now.title, now.to_be_vetted) == (1, 1, "You stopped", True)
    assert (now.procedure, now.moment) == (letter.procedure, letter.moment)
    save_version(MANAGER, COUNCIL, replace(now, title="Stopped"), now=NOW)
    assert [(each.number, each.title) for each in versions_of(COUNCIL, "withdrawal")] == [
        (2, "Stopped"),
        (1, "You stopped"),
    ]
    with pytest.raises(Conflict, match="Somebody else saved this letter"):
        save_version(MANAGER, COUNCIL, replace(now, title="Late"), now=NOW)
    with pytest.raises(NoPermission):
        save_version(OFFICER, COUNCIL, replace(now, title="Mine"), now=NOW)
    with pytest.raises(FaultyLetter, match=r"There is no field 'naem'.*does not say"):
        save_version(MANAGER, COUNCIL, replace(now, body="Dear {{ naem }}"), now=NOW)


def test_the_database_refuses_to_change_or_remove_a_version() -> None:
    save_version(MANAGER, COUNCIL, letters_of(COUNCIL).templates["withdrawal"], now=NOW)
    for statement in (
        "UPDATE correspondence_letter_version SET title = 'x'",
        "DELETE FROM correspondence_letter_version",
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert LetterVersion.objects.count() == 1


def test_the_manager_words_a_letter_in_the_page_and_a_fault_is_named() -> None:
    manager = signed_in("complaints_manager")
    assert "We are not able to consider your complaint" in manager.get("/letters/").content.decode()
    wording = {"version": "0", "title": "Your withdrawal", "body": "Dear {{ naem }}"}
    told = manager.post("/letters/withdrawal/", wording).content.decode()
    assert "There is no field &#39;naem&#39;" in told
    assert LetterVersion.objects.count() == 0
    wording["body"] = "Dear {{ complainant }}, {{ reference }} ended on {{ withdrawn_on }}."
    assert manager.post("/letters/withdrawal/", wording).status_code == 302
    page = manager.get("/letters/withdrawal/?version=1").content.decode()
    assert "Version 1" in page
    assert "Your withdrawal" in page
    assert signed_in("complaints_officer").get("/letters/").status_code == 403


def test_a_manager_without_the_case_sees_none_of_its_letters() -> None:
    number = complaint()
    drafted(number)
    client = signed_in("responding_manager")
    for path in ("letters/", "letters/1/", "letters/1/files/pdf/", "letters/1/send/"):
        assert client.get(f"/representations/{number}/{path}").status_code == 404, path
