"""The worker, killed again and again while it sends: nothing is lost, and at most the one in hand comes twice."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection

from putright.accounts.models import Account
from putright.casework.actions.take_in import LegacyRecord, take_in
from putright.casework.check import prove
from putright.casework.log import Dated
from putright.casework.models import LogEntry
from putright.record import events as e

ROOT = Path(__file__).resolve().parents[2]
TODAY, NOW = date(2018, 4, 17), datetime(2018, 4, 17, 9, 30, tzinfo=UTC)
"""A Tuesday: the weekly report goes out on Mondays."""
REMINDERS, HANDLERS, KILLS = 1000, 200, 20
FEWEST_BETWEEN_KILLS = 7


class Letterbox:
    """A mail server's side: every e-mail it took, as (identifier, text). It is slow, so that kills fall in it."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        await asyncio.sleep(0.01)
        message = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        self.taken.append((message["Message-ID"], message.get_content()))
        return "250 Taken"


@pytest.fixture
def letterbox() -> Iterator[tuple[Letterbox, int]]:
    box, port = Letterbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def database_url() -> str:
    """The test's own database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{given['NAME']}"
    host = quote(str(given["HOST"]), safe="")
    return f"postgresql://{given['USER']}:{given['PASSWORD']}@/{given['NAME']}?host={host}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )


@pytest.fixture
def complaints(transactional_db: None) -> None:
    """A complaint with its answer due tomorrow for each reminder, shared among the handlers."""
    manager = Account(
        email="manager@hampshire.example", post="Manager", authority="hampshire", roles=["complaints_manager"]
    )
    manager.save()
    posts = [f"Team Manager {number}" for number in range(HANDLERS)]
    Account.objects.bulk_create(
        Account(email=f"team{n}@hampshire.example", post=post, authority="hampshire", roles=["responding_manager"])
        for n, post in enumerate(posts)
    )
    take_in([_due_tomorrow(n, posts[n % HANDLERS]) for n in range(REMINDERS)], actor=manager.actor(), recorded_at=NOW)


def _due_tomorrow(number: int, post: str) -> LegacyRecord:
    reference, received = f"CSC18-{number:05}", date(2018, 3, 29)
    events = (
        Dated(e.Received(reference, "complaint"), received),
        Dated(e.Triaged("children_act_1989"), received),
        Dated(e.Acknowledged(), received),
        Dated(e.Assigned(post), received),
        Dated(e.StageStarted("local_resolution"), date(2018, 4, 4)),
    )
    return LegacyRecord(reference, events, "cases.csv", number, "digest")


def worker(port: int, data: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "DATABASE_URL": database_url(),
        "PUTRIGHT_DATA": str(data),
        "PUTRIGHT_MAIL": f"smtp://127.0.0.1:{port}",
    }
    command = [sys.executable, "-P", "-m", "putright", "work", "--once", "--as-of", TODAY.isoformat()]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def wait_for(condition: Any, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, (process.stdout.read() if process.stdout else b"").decode()
        assert time.monotonic() < until, "the worker sent nothing for a minute"
        time.sleep(0.002)


@pytest.mark.slow
@pytest.mark.usefixtures("complaints")
def test_a_worker_killed_twenty_times_loses_nothing(letterbox: tuple[Letterbox, int], data_folder: Path) -> None:
    box, port = letterbox
    for number in range(KILLS):
        process, seen = worker(port, data_folder), len(box.taken)
        wait_for(lambda seen=seen, number=number: len(box.taken) >= seen + FEWEST_BETWEEN_KILLS + number % 3, process)
        time.sleep(number % 5 * 0.008)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    last = worker(port, data_folder)
    told, _ = last.communicate(timeout=120)
    assert last.returncode == 0, told.decode()

    sent = Counter(line.split()[1] for _, text in box.taken for line in text.splitlines() if line.startswith("* CSC"))
    assert set(sent) == {f"CSC18-{number:05}:" for number in range(REMINDERS)}, "a reminder was lost"
    by_identifier = Counter(identifier for identifier, _ in box.taken)
    assert max(sent.values()) <= 2
    assert len(box.taken) > HANDLERS, "no kill fell between the sending and the recording: the test proves nothing"
    assert len(box.taken) - HANDLERS <= KILLS, "more than the one in hand was sent again"
    assert len(by_identifier) == HANDLERS
    assert set(by_identifier.values()) <= {1, 2}
    recorded = LogEntry.objects.filter(kind="Reminded").values_list("representation__reference", flat=True)
    assert Counter(recorded) == Counter(f"CSC18-{number:05}" for number in range(REMINDERS))
    assert prove("hampshire").faults == []
