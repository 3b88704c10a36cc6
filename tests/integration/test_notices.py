"""Notices as e-mails: one digest a recipient, each notice on its record once, what cannot be sent still due."""

from __future__ import annotations

import signal
from datetime import date, timedelta
from pathlib import Path
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from click.testing import CliRunner
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from tests.system import records

from putright.accounts.covering import Leave, arrange_cover
from putright.accounts.models import Account
from putright.casework import setting as house
from putright.casework.actions.assign import assign
from putright.casework.actions.base import Writing
from putright.casework.actions.extend import extend
from putright.casework.check import prove
from putright.casework.log import Dated
from putright.casework.models import LogEntry, RepresentationRow
from putright.casework.queries import log_of
from putright.commands.main import putright
from putright.commands.serve import worker_beside
from putright.correspondence.posting import send_notices
from putright.record import events as e

pytestmark = pytest.mark.django_db
DUE = date(2018, 4, 17)
"""Ten working days after Tuesday 3 April 2018."""


@pytest.fixture
def manager() -> Account:
    return records.account("complaints_manager")


def complaint(manager: Account, reference: str, handler: str, *more: Dated) -> int:
    """A complaint whose first stage is to be answered by `DUE`."""
    started = date(2018, 4, 3)
    records.take(
        manager,
        reference,
        Dated(records.received(reference), started),
        Dated(e.Triaged("children_act_1989"), started),
        Dated(e.Acknowledged(), started),
        Dated(e.Assigned(handler), date(2018, 3, 1) if not more else started),
        Dated(e.StageStarted("local_resolution"), started),
        *more,
    )
    return int(RepresentationRow.objects.get(reference=reference).id)


def account(post: str, *roles: str) -> Account:
    name = post.lower().replace(" ", "-").replace(",", "")
    return Account.objects.create_account(
        f"{name}@hampshire.example", records.PASSWORD, post=post, authority="hampshire", roles=list(roles)
    )


def send(today: date) -> Any:
    return send_notices("hampshire", today, records.NOW)


def sent() -> list[tuple[list[str], int]]:
    """Each e-mail that went out: its recipients, and how many lines it has."""
    return [(message.to, message.body.count("\n* ")) for message in mail.outbox]


def recorded() -> list[str]:
    return list(LogEntry.objects.filter(kind__in=["Reminded", "Chased"]).values_list("kind", flat=True))


def test_a_recipient_gets_one_digest_and_each_notice_is_recorded_once(manager: Account) -> None:
    east = account("Team Manager, East", "responding_manager")
    for number in range(3):
        complaint(manager, f"CSC18-{number}", east.post)
    complaint(manager, "CSC18-9", "Somebody who does not sign in")
    assert (send(DUE).mails, send(DUE).mails) == (2, 0)
    assert sorted(sent()) == [([manager.email], 1), ([east.email], 3)]
    assert recorded() == ["Reminded"] * 4
    last = log_of(RepresentationRow.objects.get(reference="CSC18-0").id)[-1]
    assert (last.by, last.happened_on) == ("Putright", DUE)
    assert last.event == e.Reminded("due_today", east.post, "local_resolution", "response", "statutory_limit", DUE)
    assert mail.outbox[0].from_email == house.authority("hampshire").work.sender
    assert prove("hampshire").faults == []


def test_an_overdue_answer_climbs_to_the_director(manager: Account) -> None:
    account("Team Manager, East", "responding_manager")
    head = account("Head of Children and Families", "senior_manager")
    director = account("Director of Children's Services", "senior_manager")
    number = complaint(manager, "CSC18-1", "Team Manager, East")
    for days in range(1, 30):
        send(DUE + timedelta(days=days))
    told = [message.to[0] for message in mail.outbox]
    assert told == ["team-manager-east@hampshire.example"] * 2 + [head.email, director.email]
    chases = [entry.event for entry in log_of(number) if isinstance(entry.event, e.Chased)]
    assert [(each.rung, each.to) for each in chases] == [
        (1, "Team Manager, East"), (2, head.post), (3, director.post),
    ]  # fmt: skip


def test_a_case_that_is_given_is_told_to_its_new_handler(manager: Account) -> None:
    officer = account("Officer 1", "complaints_officer")
    number = complaint(manager, "CSC18-1", "Somebody")
    today = date(2018, 4, 5)
    send(today)
    mail.outbox.clear()
    assign(Writing(manager.actor(), number, None, today, records.NOW), on=today, handler=officer.post)
    send(today)
    send(today)
    assert sent() == [([officer.email], 1)]
    assert "NEW TO YOU" in mail.outbox[0].body


def test_a_clock_that_was_extended_is_told_of_anew(manager: Account) -> None:
    east = account("Team Manager, East", "responding_manager")
    number = complaint(manager, "CSC18-1", east.post)
    send(date(2018, 4, 16))
    writing = Writing(manager.actor(), number, None, date(2018, 4, 16), records.NOW)
    extend(writing, on=date(2018, 4, 16), to=date(2018, 4, 30), reason="records are away", agreed_by="complainant")
    assert send(date(2018, 4, 17)).mails == 1, "half of the longer time is gone"
    assert send(date(2018, 4, 30)).mails == 1
    assert len(recorded()) == 3


def test_who_stands_in_is_told_as_well_for_those_days(manager: Account) -> None:
    east, west = (account(f"Team Manager, {side}", "responding_manager") for side in ("East", "West"))
    complaint(manager, "CSC18-1", east.post)
    leave = Leave(east, west, DUE, DUE)
    arrange_cover(manager.actor(), leave, today=DUE, now=records.NOW)
    send(DUE)
    send(DUE + timedelta(days=1))
    assert [message.to for message in mail.outbox] == [[east.email, west.email], [east.email]]


def test_one_that_is_refused_does_not_hold_up_the_others_and_stays_due(
    manager: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, post in enumerate(("Team Manager, East", "Team Manager, West")):
        account(post, "responding_manager")
        complaint(manager, f"CSC18-{number}", post)
    take = EmailBackend.send_messages

    def refuse_east(backend: EmailBackend, messages: Any) -> Any:
        if "team-manager-east@hampshire.example" in messages[0].to:
            raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"No such mailbox")})
        return take(backend, messages)

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse_east)
        run = send(DUE)
    assert (run.mails, len(run.failures)) == (1, 1)
    assert "team-manager-east@hampshire.example" in run.failures[0]
    assert recorded() == ["Reminded"]
    assert send(DUE).mails == 1
    assert recorded() == ["Reminded"] * 2


def test_where_no_server_answers_nothing_is_recorded_as_sent(manager: Account, settings: Any) -> None:
    complaint(manager, "CSC18-1", "Somebody")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2
    run = send(DUE)
    assert run.mails == 0
    assert "What is not sent stays due" in run.failures[0]
    assert recorded() == []


def test_where_nobody_can_be_told_that_is_said(manager: Account) -> None:
    complaint(manager, "CSC18-1", "Somebody")
    Account.objects.update(is_active=False)
    run = send(DUE)
    assert "1 notices have nobody to go to" in run.failures[0]
    assert (recorded(), mail.outbox) == ([], [])


def test_a_repeat_has_the_same_identifier_as_the_first(manager: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    complaint(manager, "CSC18-1", "Somebody")

    class Killed(BaseException):
        """The process is gone."""

    def die(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("putright.correspondence.posting._record", die)
        with pytest.raises(Killed):
            send(DUE)
    send(DUE)
    first, again = (message.extra_headers["Message-ID"] for message in mail.outbox)
    assert first == again
    assert recorded() == ["Reminded"]


def test_a_closed_representation_is_left_alone(manager: Account) -> None:
    complaint(manager, "CSC18-1", "Somebody", Dated(e.Withdrawn(), date(2018, 4, 10)))
    assert send(DUE).mails == 0


def test_the_worker_refuses_to_pretend(settings: Any) -> None:
    settings.MAIL = ""
    told = CliRunner().invoke(putright, ["work", "--once"])
    assert told.exit_code == 1
    assert "PUTRIGHT_MAIL=smtp://" in told.output


def test_a_worker_runs_beside_the_pages_and_ends_with_them(
    settings: Any, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUTRIGHT_DATA", str(data_folder))
    monkeypatch.setenv("PUTRIGHT_MAIL", "smtp://127.0.0.1:1")
    monkeypatch.setenv("PYTHONPATH", str(records.ROOT / "src"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings.MAIL = ""
    with worker_beside() as nobody:
        assert nobody is None
    settings.MAIL = "smtp://127.0.0.1:1"
    with worker_beside() as worker:
        assert worker is not None
        assert worker.poll() is None
    assert worker.returncode == -signal.SIGTERM


def test_the_worker_sends_notices_and_on_a_monday_the_report(manager: Account, settings: Any) -> None:
    settings.MAIL = "smtp://set"
    complaint(manager, "CSC18-1", "Somebody")
    told = CliRunner().invoke(putright, ["work", "--once", "--as-of", "2018-04-16"], catch_exceptions=False)
    assert "hampshire: 1 notices in 1 e-mails." in told.output
    assert "hampshire: the weekly report went to 1." in told.output
    again = CliRunner().invoke(putright, ["work", "--once", "--as-of", "2018-04-16"], catch_exceptions=False)
    assert "hampshire" not in again.output
    assert len(mail.outbox) == 2


def test_the_report_is_printed_and_sent_by_its_command(manager: Account, settings: Any) -> None:
    settings.MAIL = "smtp://set"
    complaint(manager, "CSC18-1", "Somebody")
    printed = CliRunner().invoke(putright, ["rag-report", "--authority", "hampshire", "--as-of", "2018-04-18"]).output
    assert "CHILD IN NEED: 1 open, 1 red" in printed
    assert "* red  CSC18-1: Answer at local resolution, Tuesday 17 April 2018, Somebody" in printed
    command = ["rag-report", "--authority", "hampshire", "--as-of", "2018-04-18", "--send"]
    assert CliRunner().invoke(putright, command).output == f"Sent to {manager.email}.\n"
    assert CliRunner().invoke(putright, command).output == "Nobody is left to send it to this week.\n"
    assert (
        "There is no council nowhere" in CliRunner().invoke(putright, ["rag-report", "--authority", "nowhere"]).output
    )


def test_who_promised_an_action_is_told_and_chased_also_after_it_was_closed(manager: Account) -> None:
    account("Team Manager, East", "responding_manager")
    started = date(2018, 4, 3)
    number = complaint(
        manager,
        "CSC18-1",
        "Complaints manager",
        Dated(e.Responded("local_resolution"), started),
        Dated(e.ActionAgreed(1, "Team Manager, East", DUE, 0), started, "A list of who rings whom."),
        Dated(e.RemedyAgreed(1, "apology", -1, "", "", DUE), started, "A letter."),
        Dated(e.Closed(), started),
    )
    send(DUE)
    told = {message.to[0]: message.body for message in mail.outbox}
    assert "Action 1 of what was learnt, due on Tuesday 17 April 2018" in told["team-manager-east@hampshire.example"]
    assert "Remedy 1, due on Tuesday 17 April 2018" in told["complaints_manager@hampshire.example"]
    send(date(2018, 4, 18))
    send(date(2018, 4, 20))
    chased = [entry.event for entry in log_of(number) if isinstance(entry.event, e.Chased)]
    assert [(each.to, each.about) for each in chased] == [
        ("Team Manager, East", "action_1"),
        ("Complaints manager", "remedy_1"),
    ]
    assert prove("hampshire").faults == []


def test_what_is_done_is_told_of_no_more(manager: Account) -> None:
    started = date(2018, 4, 3)
    complaint(
        manager,
        "CSC18-1",
        "Complaints manager",
        Dated(e.Responded("local_resolution"), started),
        Dated(e.ActionAgreed(1, "Team Manager, East", DUE, 0), started, "A list of who rings whom."),
        Dated(e.ActionCompleted(1, "The list."), started),
        Dated(e.Closed(), started),
    )
    send(DUE)
    assert sent() == []
