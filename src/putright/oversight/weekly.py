"""The weekly report as an e-mail: to each head of service theirs, to the complaints manager all, once a week each."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage

from putright.accounts.models import Account
from putright.authorities import Authority
from putright.casework import setting
from putright.oversight import rag_words
from putright.oversight.models import SentReport
from putright.oversight.rag_report import RagReport, rag_report

MANAGING = "complaints_manager"


def send_weekly(slug: str, today: date, now: datetime) -> list[str]:
    """Send the report of this week to everyone it was not sent to yet; the addresses it went to.

    Raises OSError where the mail server cannot be reached. One that is cut off between sending and noting sends
    that one e-mail again.
    """
    week_on = today - timedelta(days=today.weekday())
    told = set(SentReport.objects.filter(authority=slug, week_on=week_on).values_list("recipient", flat=True))
    report = rag_report(slug, today)
    sent = []
    for address, part in _parts(report).items():
        if address in told:
            continue
        _message(address, part).send()
        SentReport.objects.create(authority=slug, week_on=week_on, recipient=address, sent_at=now)
        sent.append(address)
    return sent


def _parts(report: RagReport) -> dict[str, RagReport]:
    """By address what is sent there: all to a complaints manager, to a head of service the services they head."""
    council = report.authority
    parts: dict[str, RagReport] = {}
    for account in Account.objects.filter(authority=council.slug, is_active=True).order_by("email"):
        headed = _headed_by(account.post, report, council)
        if MANAGING in account.roles:
            parts[account.email] = report
        elif headed:
            parts[account.email] = report.of(headed)
    return parts


def _headed_by(post: str, report: RagReport, council: Authority) -> list[str]:
    return [each.service for each in report.services if council.work.head_of(each.service) == post]


def _message(address: str, report: RagReport) -> EmailMessage:
    return EmailMessage(
        subject=rag_words.subject(report),
        body=rag_words.text(report, setting.book(), settings.ADDRESS),
        from_email=report.authority.work.sender,
        to=[address],
        headers={"Auto-Submitted": "auto-generated"},
    )
