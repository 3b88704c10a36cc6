"""For every procedure and state, every step outside the permitted list is refused in page, API and importer alike.

The states are those of docs/reference/permitted-steps.md. The council of this test has adopted every procedure.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.spec.steps_page import own
from tests.spec.steps_page_states import (
    Situation,
    situations_before_triage,
    situations_of,
    situations_of_the_ombudsman,
    what_changes_it,
)
from tests.system import records

from putright.accounts.models import Account
from putright.accounts.tokens import make_token
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.receive import take_down
from putright.casework.actions.take_in import LegacyRecord, forbidden_in
from putright.casework.log import Dated
from putright.casework.models import LogEntry
from putright.record import events as e
from putright.record.steps import Step, steps
from putright.record.steps import step as one_step
from putright.record.steps.history import VERB_OF
from putright.rules import Procedure, load_book
from putright.web.forms.steps import FORMS

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
BOOK = load_book()
GROUPS: dict[str, list[Situation]] = {
    "before triage": situations_before_triage(),
    **{procedure.name: situations_of(procedure) for procedure in own(BOOK)},
    "ombudsman": situations_of_the_ombudsman(BOOK.procedure("ombudsman")),
    "beside": what_changes_it(BOOK.procedure("children_act_1989")),
}
ROLES = ["complaints_manager", "senior_manager", "ombudsman_link_officer"]


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Account:
    """Somebody with every verb, at a council that has adopted every procedure."""
    shutil.copytree(records.ROOT / "councils" / "hampshire", tmp_path / "everywhere")
    for gone in ("imports", "reports", "example", "published"):
        shutil.rmtree(tmp_path / "everywhere" / gone, ignore_errors=True)
    adopted = "\n".join(_adopted(procedure) for procedure in own(BOOK))
    profile = f'slug = "everywhere"\nname = "Everywhere"\nuncategorised = "other"\n{adopted}'
    (tmp_path / "everywhere" / "authority.toml").write_text(profile, encoding="utf-8")
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(tmp_path))
    return Account.objects.create_account(
        "all@everywhere.example", records.PASSWORD, post="Everybody", authority="everywhere", roles=ROLES
    )


def _adopted(procedure: Procedure) -> str:
    stages = "\n".join(f'{stage.name} = "{stage.spoken_as}"' for stage in procedure.stages)
    return f'[[procedure]]\nname = "{procedure.name}"\ncategory = "statutory"\n[procedure.stages]\n{stages}\n'


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_not_permitted_is_refused_in_page_api_and_importer(group: str, account: Account, caplog: Any) -> None:
    caplog.set_level("CRITICAL", "django.request")
    client = Client(headers={"Authorization": f"Bearer {make_token(account, 'A test', now=datetime.now(UTC))}"})
    walked = 0
    for situation in GROUPS[group]:
        at = datetime.combine(situation.today, time(12), UTC)
        with time_machine.travel(at, tick=False):
            client.force_login(account)
            walked += _walk(situation, account, client, at)
    assert walked > 50


def _walk(situation: Situation, account: Account, client: Client, at: datetime) -> int:
    actor, today = account.actor(), situation.today
    dated = [Dated(entry.event, entry.happened_on) for entry in situation.entries]
    assert isinstance(dated[0].event, e.Received)
    dated[0] = replace(dated[0], event=replace(dated[0].event, reference=""))
    number = take_down(actor, dated, today=today, now=at)
    reference, written = LogEntry.objects.filter(representation_id=number)[0].representation.reference, len(dated)
    refused = [step for step in steps(situation.state, BOOK, today=today) if not step.permitted]
    for step in refused:
        where = (situation.name, step.verb)
        if step.verb in FORMS:
            page = client.post(f"/representations/{number}/steps/{step.verb}/", {"confirmed": "yes"})
            assert page.status_code == 409, where
            answer = client.post(f"/api/representations/{reference}/steps/{step.verb}")
            told = json.loads(answer.content)
            assert (answer.status_code, told["detail"], told["rule"]) == (409, step.why, step.rule), where
        with pytest.raises(NotPermitted):
            perform(Writing(actor, number, None, today, at), step.verb, _nothing)
        for event in _told_by_an_export(step, situation):
            _refused_by_an_import(event, step, situation, where)
    assert LogEntry.objects.filter(representation_id=number).count() == written
    return len(refused)


def _nothing(*_: object) -> list[Any]:
    raise AssertionError("The rules were not asked.")


def _told_by_an_export(step: Step, situation: Situation) -> Iterator[e.Event]:
    """The events by which an export would tell of the step: on each stage, where it is one of a stage."""
    kind: Any = next((kind for kind, verb in VERB_OF.items() if verb == step.verb), None)
    procedure = BOOK.procedures.get(situation.state.procedure)
    stages = [stage.name for stage in procedure.stages] if procedure else ["local_resolution"]
    if kind in (e.Acknowledged, e.Closed):
        yield kind()
    elif kind is e.Triaged:
        yield e.Triaged("children_act_1989")
    elif kind is e.Refused:
        yield e.Refused("out_of_time")
    elif kind is e.Extended:
        yield from (e.Extended(stage, situation.today) for stage in stages)
    elif kind:
        yield from (kind(stage) for stage in stages)


def _refused_by_an_import(event: e.Event, step: Step, situation: Situation, where: tuple[str, str]) -> None:
    told = [*((entry.event, entry.happened_on) for entry in situation.entries), (event, situation.today)]
    record = LegacyRecord("R-1", tuple(Dated(one, on) for one, on in told), "by hand", 2, "")
    at = datetime.combine(situation.today, time(12), UTC)
    found = forbidden_in([record], at).get("R-1")
    by_this = [one for one in (*found.kept_out, *found.let_in) if one.entry.position == len(told)] if found else []
    assert by_this or _no_export_tells(step, situation), (*where, event)


def _no_export_tells(step: Step, situation: Situation) -> bool:
    """What an export has no column for is taken as done, and a second end is no step: decision 15."""
    if step.verb == "respond":
        return "is not signed off yet" in step.why
    if step.verb == "start_stage":
        return one_step(situation.state, BOOK, "request_escalation", today=situation.today).permitted
    if step.verb == "request_escalation":
        return situation.state.is_open and step.why == "No stage has been answered."
    return step.verb == "close" and not situation.state.is_open
