"""A letter on its way through a real mail server: it arrives with the PDF that is kept, or nothing is recorded."""

from __future__ import annotations

import email
import email.policy
import hashlib
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from putright.accounts.permissions import verbs_of
from putright.authorities import load_authority
from putright.casework.actions.base import Writing
from putright.casework.actions.draft_letter import draft_letter
from putright.casework.actions.receive import receive
from putright.casework.log import Dated, words_beside
from putright.casework.models import LogEntry
from putright.casework.queries import log_of
from putright.config.mail import mail_from
from putright.correspondence.letters_filling import Subject
from putright.correspondence.letters_sending import NotDelivered, send, ways
from putright.correspondence.letters_versions import letters_of
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.record.replay import replay
from putright.rules import load_book

COUNCIL = load_authority("hampshire")
OFFICER = Actor("Complaints officer", "hampshire", verbs_of(["complaints_officer"]))
TODAY, NOW, APRIL_9 = date(2018, 4, 16), datetime(2018, 4, 16, 9, 30, tzinfo=UTC), date(2018, 4, 9)


class Letterbox:
    """The mail server's side: the e-mails it took; it takes none for `refused`."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.refused = "nobody@example.com"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refused in envelope.rcpt_tos:
            return "550 There is no such mailbox"
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(email.message_from_bytes(content, policy=email.policy.default))  # type: ignore[arg-type]
        return "250 OK"


@pytest.fixture
def letterbox(settings: Any) -> Iterator[Letterbox]:
    """A mail server of the test's own, set up as an installation sets it up."""
    box = Letterbox()
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = int(trial.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL = f"smtp://127.0.0.1:{port}"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    for name, value in mail_from(settings.MAIL).items():
        setattr(settings, name, value)
    yield box
    controller.stop()


def sent(address: str) -> int:
    """A letter of one complaint, sent by e-mail to `address`; the number of the representation."""
    party = e.PartyNamed(1, "complainant", "parent", "email")
    more = [Dated(party, APRIL_9, Contact("Zoë Ång", address).as_words())]
    event = e.Received(f"CSC18-{address}", "complaint")
    number = receive(OFFICER, event, on=APRIL_9, summary="", today=TODAY, now=NOW, more=more)
    writing = Writing(OFFICER, number, None, TODAY, NOW)
    draft_letter(writing, on=TODAY, template="withdrawal", text="Dear Zoë Ång\n\nYou stopped.")
    entries, letters = log_of(number), letters_of(COUNCIL)
    state = replay(entries)
    assert state is not None
    words = words_beside(entries)
    subject = Subject(state, entries, words, COUNCIL, load_book(), letters.sender, OFFICER.post, TODAY)
    send(writing, subject, 1, letters.templates["withdrawal"], ways(subject)[0])
    return number


@pytest.mark.django_db
def test_the_letter_arrives_with_the_pdf_that_is_kept(letterbox: Letterbox) -> None:
    number = sent("parent.a@example.com")
    (message,) = letterbox.taken
    assert (message["To"], message["Reply-To"]) == ("parent.a@example.com", "childrens.complaints@hampshire.example")
    assert message["Subject"] == "You have withdrawn your complaint (CSC18-parent.a@example.com)"
    body, (attached,) = message.get_body(), list(message.iter_attachments())
    assert body is not None
    assert "is attached to this e-mail" in body.get_content()
    kept = log_of(number)[-1].event
    assert isinstance(kept, e.LetterSent)
    assert hashlib.sha256(attached.get_content()).hexdigest() == kept.sha256


@pytest.mark.django_db
def test_what_the_server_refuses_is_not_recorded_as_sent(letterbox: Letterbox) -> None:
    with pytest.raises(NotDelivered, match="no such mailbox"):
        sent(letterbox.refused)
    assert letterbox.taken == []
    assert list(LogEntry.objects.filter(kind__startswith="Letter").values_list("kind", flat=True)) == ["LetterDrafted"]
