"""What a council asks of itself: an answer signed off by its own post, and targets that belong to no stage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from tests.steps_desk import NOW, RECEIVED_ON, TODAY, Desk, said
from tests.system import records

from putright.casework.models import ClockRow
from putright.record import events as e

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def own_sign_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hampshire, whose own post signs the answers of the first stage off."""
    shutil.copytree(records.ROOT / "councils" / "hampshire", tmp_path / "hampshire")
    profile = tmp_path / "hampshire" / "authority.toml"
    own = '[[procedure.sign_off]]\nstage = "local_resolution"\npost = "Senior manager"\nsource = "its report"\n\n'
    before, after = profile.read_text().rsplit("[[procedure]]", 1)
    profile.write_text(f"{before}{own}[[procedure]]{after}")
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(tmp_path))


@pytest.mark.usefixtures("own_sign_off")
def test_an_answer_waits_for_the_post_that_the_council_names() -> None:
    manager = Desk()
    number = manager.receives(e.Triaged("children_act_1989"), e.StageStarted("local_resolution"))
    refused = manager.opens("respond")
    assert refused.status_code == 409
    assert "The answer is not signed off yet by: Senior manager." in said(refused)
    assert "Hampshire County Council, its report" in said(refused)
    assert "You sign as Complaints manager." in said(manager.sends("sign_off", on=TODAY))
    assert Desk("senior_manager", number).takes("sign_off", on=TODAY) == e.SignedOff(
        "local_resolution", "Senior manager"
    )
    manager.takes("respond", on=TODAY, finding__1="upheld", lesson="nothing")


def clocks(number: int) -> dict[str, tuple[date | None, date | None, str]]:
    rows = ClockRow.objects.filter(representation_id=number, kind="local_target")
    return {row.clock: (row.due_on, row.met_on, row.timeliness) for row in rows}


def test_a_case_concern_is_dealt_with_on_the_same_day() -> None:
    desk = Desk()
    number = desk.receives(e.Converted("complaint", "case_concern", "It is about today."), e.Triaged("not_applicable"))
    assert clocks(number) == {"answer": (RECEIVED_ON, None, "running")}
    page = desk.page()
    assert "Dealing with it: Tuesday 3 April 2018 (13 days ago)" in page
    assert "requires a same-day intervention" in page
    assert "Dealing with it" in said(desk.client.get("/queues/everything/"))
    desk.takes("close", on=RECEIVED_ON)
    assert clocks(number) == {"answer": (RECEIVED_ON, RECEIVED_ON, "met")}


def test_after_a_handoff_somebody_is_in_touch_within_three_days() -> None:
    desk = Desk()
    number = desk.receives(e.Converted("complaint", "hantsdirect_handoff", "A call"), e.Triaged("not_applicable"))
    assert clocks(number) == {"contact": (date(2018, 4, 6), None, "running")}
    more = e.CorrespondenceRecorded("out", "telephone", "complainant")
    number = Desk().receives(
        e.Converted("complaint", "hantsdirect_handoff", "A call"), e.Triaged("not_applicable"), more,
        reference="CSC18-00501",
    )  # fmt: skip
    assert clocks(number)["contact"][1:] == (RECEIVED_ON, "met")


def test_the_letter_that_has_waited_longest_is_acknowledged_within_five_days() -> None:
    """Of the service whose standard it is, and of no other."""
    came = e.CorrespondenceRecorded("in", "e_mail", "complainant")
    about_sen = e.Corrected("service", "child_in_need", "sen", "Misheard.")
    assert "letter_acknowledgement" not in clocks(Desk().receives(came))
    desk = Desk()
    number = desk.receives(about_sen, came, reference="CSC18-00502")
    assert clocks(number)["letter_acknowledgement"] == (RECEIVED_ON + timedelta(days=5), None, "running")
    went = e.CorrespondenceRecorded("out", "letter", "complainant")
    number = Desk().receives(about_sen, came, went, reference="CSC18-00503")
    assert clocks(number)["letter_acknowledgement"][2] == "met"
