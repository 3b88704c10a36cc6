"""A letter from its kept text to the person: set, kept as it goes, handed to the mail server, recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.base import ActionRefused, NotPermitted, Writing
from putright.casework.actions.draft_letter import letter_numbered
from putright.casework.actions.send_letter import send_letter
from putright.casework.documents import keep
from putright.correspondence.letters import LetterTemplate
from putright.correspondence.letters_fields import filled, gaps_in
from putright.correspondence.letters_filling import Subject, values_for
from putright.correspondence.letters_markdown import blocks_of, plain_text
from putright.correspondence.letters_pdf import NotPrintable, pdf_of
from putright.correspondence.letters_sheet import Sheet
from putright.record.actor import Actor
from putright.record.contact import Contact, contact_from
from putright.record.parts import Letter
from putright.record.state import State
from putright.record.steps import step

PREFER_EMAIL = ("e_mail", "email")
"""Terms of preferred contact that mean e-mail."""


class NotDelivered(ActionRefused):
    """The mail server did not take the letter, so nothing was recorded."""


@dataclass(frozen=True)
class Way:
    """One way of sending a letter: to the party in `role`, by `channel` (e_mail or letter)."""

    number: int
    role: str
    channel: str
    contact: Contact
    preferred: bool = False

    @property
    def key(self) -> str:
        """The way in a form."""
        return f"{self.number}-{self.channel}"


def ways(subject: Subject) -> list[Way]:
    """How a letter may go: to each party by e-mail and by post, what the complainant prefers first.

    E-mail is offered where an address is known and the installation has a mail server.
    """
    found = []
    for party in subject.state.parties:
        if party.role == "person_concerned" and len(subject.state.parties) > 1:
            continue
        contact = contact_from(subject.words.get(party.words, ""))
        likes_email = party.preferred_contact in PREFER_EMAIL
        if contact.email and settings.MAIL:
            found.append(Way(party.number, party.role, "e_mail", contact, likes_email))
        found.append(Way(party.number, party.role, "letter", contact, not likes_email))
    found.sort(key=lambda way: (way.role != "complainant", not way.preferred))
    return found or [Way(0, "complainant", "letter", Contact(), True)]


def way_it_went(subject: Subject, letter: Letter) -> Way:
    """The way a letter went; the way that is preferred for one that has not gone."""
    known = ways(subject)
    return next((way for way in known if (way.role, way.channel) == (letter.party, letter.channel)), known[0])


def sheet_of(subject: Subject, template: LetterTemplate | None, text: str, way: Way, on: date) -> Sheet:
    """The letter of the day `on` to be set: its head from the council and the recipient, its text as it is kept."""
    contact = way.contact
    address = (contact.name, *contact.address.split(", "), contact.postcode) if contact.address else (contact.name,)
    sender = subject.sender
    return Sheet(
        council=subject.council.name,
        sender=(sender.team, *sender.address, sender.telephone, sender.email),
        recipient=tuple(line for line in address if line),
        on=on,
        reference=subject.state.received.reference,
        title=template.title if template else "Your complaint",
        blocks=tuple(blocks_of(text)),
    )


def acknowledges(subject: Subject, template: LetterTemplate | None, actor: Actor) -> bool:
    """Whether sending a letter of this template tells the complainant for the first time that it arrived."""
    is_one = template is not None and template.moment == "acknowledgement"
    return (
        is_one
        and actor.may("acknowledge")
        and step(subject.state, subject.book, "acknowledge", today=subject.today).permitted
    )


def send(writing: Writing, subject: Subject, letter: int, template: LetterTemplate | None, way: Way) -> State:
    """Send a letter and keep it as it went; the first acknowledgement is recorded with it.

    Raises NotPermitted where it has gaps or may not go, :class:`NotDelivered` where the mail server did not take it.
    """
    text = text_of(subject, letter_numbered(subject.state, letter))
    if gaps := gaps_in(text):
        raise NotPermitted(f"The letter still has gaps: {', '.join(gaps)}. Write what belongs there, then send it.")
    sheet = sheet_of(subject, template, text, way, subject.today)
    try:
        pdf = pdf_of(sheet)
    except NotPrintable as cause:
        raise NotPermitted(str(cause)) from cause
    deliver = _mailing(subject, sheet, pdf, way) if way.channel == "e_mail" else None
    with transaction.atomic():
        if acknowledges(subject, template, writing.actor):
            writing = replace(writing, read_to=acknowledge(writing, on=subject.today).position)
        return send_letter(
            writing,
            on=subject.today,
            letter=letter,
            channel=way.channel,
            sha256=keep(pdf),
            party=way.role,
            deliver=deliver,
        )


def text_of(subject: Subject, letter: Letter) -> str:
    """The text of a letter as it was last written; NotPermitted when it was erased."""
    try:
        return subject.words[letter.words]
    except KeyError:
        raise NotPermitted("The text of this letter was erased.") from None


def _mailing(subject: Subject, sheet: Sheet, pdf: bytes, way: Way) -> Callable[[], None]:
    """What hands the letter to the mail server."""
    sender = subject.sender
    mail = EmailMessage(
        subject=f"{sheet.title} ({sheet.reference})",
        body=plain_text(blocks_of(filled(sender.covering, values_for(subject)))),
        to=[way.contact.email],
        reply_to=[sender.email],
    )
    mail.attach(f"{sheet.reference}.pdf", pdf, "application/pdf")

    def deliver() -> None:
        try:
            mail.send()
        except (OSError, SMTPException) as cause:
            raise NotDelivered(
                f"The letter was not sent and nothing was recorded: the mail server did not take it ({cause}). "
                "Try again, or send it by post."
            ) from cause

    return deliver
