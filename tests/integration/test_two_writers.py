"""Two people writing at the same moment, on two connections."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import connection

from putright.accounts.permissions import verbs_of
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign import assign
from putright.casework.actions.base import Conflict, Writing
from putright.casework.actions.receive import receive
from putright.casework.check import prove
from putright.casework.queries import log_of
from putright.record.actor import Actor
from putright.record.events import Received

MANAGER = Actor("Complaints manager", "hampshire", verbs_of(["complaints_manager"]))
TODAY, NOW, APRIL_3 = date(2017, 6, 1), datetime(2017, 6, 1, 9, 30, tzinfo=UTC), date(2017, 4, 3)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_at_once_one_is_told_and_nothing_is_lost() -> None:
    number = receive(MANAGER, Received("CSC17-1", "complaint"), on=APRIL_3, summary="", today=TODAY, now=NOW)
    together = Barrier(2)

    def write(handler: str) -> str:
        together.wait()
        try:
            assign(Writing(MANAGER, number, 1, TODAY, NOW), on=APRIL_3, handler=handler)
        except Conflict as told:
            return str(told)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as both:
        told = list(both.map(write, ["Officer 1", "Officer 2"]))
    assert sorted(map(bool, told)) == [False, True]
    assert "Assigned by Complaints manager" in max(told)
    assert len(log_of(number)) == 2
    assert prove("hampshire").faults == []


@pytest.mark.django_db(transaction=True)
def test_writers_of_different_representations_wait_for_one_another_and_all_succeed() -> None:
    numbers = [
        receive(MANAGER, Received(f"CSC17-{n}", "complaint"), on=APRIL_3, summary="", today=TODAY, now=NOW)
        for n in range(8)
    ]

    def write(number: int) -> None:
        try:
            acknowledge(Writing(MANAGER, number, 1, TODAY, NOW), on=APRIL_3)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as all_of_them:
        list(all_of_them.map(write, numbers))
    assert all(len(log_of(number)) == 2 for number in numbers)
    assert prove("hampshire").faults == []
