"""Each procedure's life, from receipt to its last stage and the Ombudsman, lived in the browser line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from tests.system import records
from tests.system.lives.councils import COUNCILS, write_council
from tests.system.lives.every import LIVES
from tests.system.lives.lines import Life
from tests.system.lives.worker import SCREEN, Worker
from tests.system.visitor import Visitor

from putright.accounts.models import Account

pytestmark = pytest.mark.browser

STAFF = ("complaints_officer", "complaints_manager", "responding_manager", "senior_manager", "ombudsman_link_officer",
         "monitoring_officer")  # fmt: skip


@pytest.fixture
def life(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    """The life that is lived, with the folder of its council where no council here is meant."""
    lived: Life = request.param
    if lived.council in COUNCILS:
        write_council(lived.council, tmp_path / "councils")
        monkeypatch.setenv("PUTRIGHT_COUNCILS", str(tmp_path / "councils"))
    return lived


@pytest.fixture
def worker(life: Life, transactional_db: None, visitor: Visitor) -> Iterator[Worker]:
    """Somebody at work at the council, and everybody else who will be."""
    for role in STAFF:
        records.account(role, life.council)
    Account.objects.create_account(
        f"director@{life.council}.example", records.PASSWORD, post="Director", authority=life.council,
        roles=["senior_manager"],
    )  # fmt: skip
    visitor.__class__ = Worker
    assert isinstance(visitor, Worker)
    visitor.council, visitor.looked_at = life.council, set()
    visitor.page.set_viewport_size(SCREEN)
    with time_machine.travel(records.NOW) as clock:
        visitor.clock = clock
        yield visitor


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.name, indirect=True)
def test_it_is_lived(life: Life, worker: Worker) -> None:
    for number, line in enumerate(life.lines, start=1):
        try:
            line.do(worker)
        except Exception as cause:
            cause.add_note(f"{life.name}, line {number}: {line.word} {line.text}\nat {worker.page.url}")
            raise
    worker.looks_at_the_end()
