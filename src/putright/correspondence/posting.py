"""Sending notices: one e-mail a recipient a run, each notice put on its record once the mail server has taken it.

The record itself is the list of what is still to be sent: a notice that is not on it is due at the next run. So a run
that is cut off at any moment loses nothing, and at most the one e-mail that was taken and not yet recorded is sent
again; its identifier is then the same, by which a mail server can tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from putright.accounts.models import Account, Cover
from putright.casework import setting as house
from putright.casework.actions.base import NotPermitted, Writing
from putright.casework.actions.chase import chase
from putright.casework.actions.remind import remind
from putright.correspondence import wording
from putright.correspondence.collecting import notices_of
from putright.correspondence.notices import Notice
from putright.record.actor import Actor

BY = "Putright"
"""What the log calls whoever sends notices."""
FALLBACK_ROLE = "complaints_manager"
"""Who is told where nobody signs in as the post that a notice goes to."""
RECORDED_TOGETHER = 25
"""Notices put on their records in one transaction, during which nobody else can write."""


@dataclass(frozen=True)
class Recipient:
    """A post, and the addresses of those who sign in as it."""

    post: str
    addresses: tuple[str, ...]


@dataclass
class Run:
    """What came of a run: e-mails and notices sent, and what could not be, each with its reason."""

    mails: int = 0
    notices: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sending:
    """For which council, on which day and at which instant notices are sent, and over which connection."""

    slug: str
    today: date
    now: datetime
    mail: BaseEmailBackend


def send_notices(slug: str, today: date, now: datetime) -> Run:
    """Send every notice due at a council, a digest a recipient; what cannot be sent stays due."""
    run = Run()
    digests = _digests(slug, notices_of(slug, today), today, run)
    if not digests:
        return run
    sending = Sending(slug, today, now, get_connection())
    try:
        sending.mail.open()
        for recipient, notices in digests.items():
            _send(recipient, notices, sending, run)
    except OSError as problem:
        run.failures.append(f"{slug}: the mail server did not take it: {problem}. What is not sent stays due.")
    finally:
        sending.mail.close()
    return run


def _digests(slug: str, notices: Sequence[Notice], today: date, run: Run) -> dict[Recipient, list[Notice]]:
    known, fallback = _recipients(slug, today)
    digests: dict[Recipient, list[Notice]] = {}
    unread = 0
    for notice in notices:
        recipient = known.get(notice.to) or fallback
        if recipient:
            digests.setdefault(recipient, []).append(notice)
        else:
            unread += 1
    if unread:
        remedy = "Make an account for a complaints manager: ./run accounts create --help"
        run.failures.append(f"{slug}: {unread} notices have nobody to go to. {remedy}")
    return digests


def _recipients(slug: str, today: date) -> tuple[dict[str, Recipient], Recipient | None]:
    """Who is told, by post, and who is told where nobody signs in as the post; those who stand in are told as well."""
    accounts = list(Account.objects.filter(authority=slug, is_active=True).order_by("email"))
    by_post: dict[str, list[str]] = {}
    for account in accounts:
        by_post.setdefault(account.post, []).append(account.email)
    for cover in Cover.objects.filter(Cover.on(today), covered__authority=slug).select_related("covered", "covering"):
        addresses = by_post.setdefault(cover.covered.post, [])
        if cover.covering.is_active and cover.covering.email not in addresses:
            addresses.append(cover.covering.email)
    known = {post: Recipient(post, tuple(addresses)) for post, addresses in by_post.items()}
    managing = next((account.post for account in accounts if FALLBACK_ROLE in account.roles), None)
    return known, known[managing] if managing else None


def _send(recipient: Recipient, notices: Sequence[Notice], sending: Sending, run: Run) -> None:
    """Send one digest, then record it. One that the server refuses stays due and does not hold up the others."""
    try:
        _message(recipient, notices, sending).send()
    except (SMTPRecipientsRefused, SMTPDataError) as problem:
        run.failures.append(f"{', '.join(recipient.addresses)}: {problem}")
        return
    for start in range(0, len(notices), RECORDED_TOGETHER):
        with transaction.atomic():
            for notice in notices[start : start + RECORDED_TOGETHER]:
                _record(notice, recipient, sending)
    run.mails += 1
    run.notices += len(notices)


def _message(recipient: Recipient, notices: Sequence[Notice], sending: Sending) -> EmailMessage:
    council = house.authority(sending.slug)
    telling = wording.Telling(council.name, house.book(), sending.today, settings.ADDRESS)
    sender = council.work.sender
    about = "\n".join([*recipient.addresses, sending.today.isoformat(), *(repr(notice.key) for notice in notices)])
    identifier = f"<{hashlib.sha256(about.encode()).hexdigest()[:32]}@{sender.rpartition('@')[2]}>"
    return EmailMessage(
        subject=wording.subject(notices, telling),
        body=wording.body(recipient.post, notices, telling),
        from_email=sender,
        to=list(recipient.addresses),
        headers={"Message-ID": identifier, "Auto-Submitted": "auto-generated"},
        connection=sending.mail,
    )


def _record(notice: Notice, recipient: Recipient, sending: Sending) -> None:
    """Put a notice on its record; a representation that ended since it was read has no more use for it."""
    actor = Actor(BY, sending.slug, frozenset({"remind", "chase"}))
    writing = Writing(actor, notice.key.representation, None, sending.today, sending.now)
    key, to = notice.key, recipient.post
    about = {"stage": key.stage, "kind": key.kind, "due_on": key.due_on}
    try:
        if notice.rung:
            chase(writing, on=sending.today, to=to, rung=notice.rung, about=key.clock, **about)
        else:
            given_to = notice.to if key.due_on is None else to
            remind(writing, on=sending.today, notice=key.notice, to=given_to, clock=key.clock, **about)
    except NotPermitted:
        return
