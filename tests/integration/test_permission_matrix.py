"""Every page and every step with every role: what each is answered stands in a table that a person reviewed.

`tests/data/permission_matrix.csv` has a line for each page, with the method it is asked by, and a column for each role.
200: let in, whatever the rules of the procedure then say; 302: let in and led on; 403: refused for the role; 404:
there is no such thing for this person. A page or a step that is not in the table fails here, with the line to review.
"""

from __future__ import annotations

import csv
import inspect
import logging
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.integration.permission_scene import INVESTIGATOR, NAME, NOW, TODAY, WORDS, Scene, addresses, set_scene
from tests.system import records

from putright.accounts.models import Account, ApiToken
from putright.accounts.permissions import CASE_VERBS, ROLES, verbs_of
from putright.accounts.tokens import make_token
from putright.casework.actions.base import NoPermission, NotPermitted, Writing, perform
from putright.casework.models import LogEntry
from putright.casework.queries import reference_of
from putright.record.actor import Actor

TABLE = Path(__file__).resolve().parents[1] / "data" / "permission_matrix.csv"
OWN_ONLY = ("contact_centre_agent", "responding_manager", INVESTIGATOR)
OPEN_TO_EVERYONE = {"sign-in", "signed-out", "help", "accessibility", "api-openapi"}
NO_ACTION = {"add_document", "remind"}
"""Verbs whose action has another shape: several documents at once; the worker's own."""

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MOST_QUERIES = 15
OF_A_WHOLE_REPORT = {
    "report", "report-file", "report-table", "report-cell",
    "draft-chapter", "draft-checks", "draft-compare", "draft-disclosure", "draft-preview",
}  # fmt: skip
"""Pages that work a whole report out: one query a table of it, as many whatever the data."""


@pytest.fixture(autouse=True)
def on_the_day(time_machine: Any) -> None:
    time_machine.move_to(NOW)


@pytest.fixture(autouse=True)
def refusals_are_not_told(caplog: pytest.LogCaptureFixture) -> None:
    """What is refused here is meant to be."""
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return set_scene(tmp_path)


def expected() -> dict[str, dict[str, str]]:
    """The table: the line of each page or step, by its name."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {line["page"]: line for line in csv.DictReader(file)}


def pages(scene: Scene, number: int) -> Iterator[tuple[str, str]]:
    """The name and the address of every page, the steps with one for each verb; `number` is the representation."""
    said: dict[str, Any] = {
        "code": "withdrawal", "letter": 1, "document": 1, "kind": "pdf", "slug": "childrens-annual",
        "period": "2017-18", "table": "table-1a", "column": 0, "queue": "mine", "name": "children_act_1989",
        "sheet": "cases", "source": "", "span": "", "reference": reference_of(number), "verb": "acknowledge",
    }  # fmt: skip
    of_its_own = {
        "report-file": {"kind": "csv"},
        "report-amiss": {"kind": "blank"},
        "end-cover": {"number": scene.cover},
        "pool-member": {"number": scene.pool_member},
        "leave-pool": {"number": scene.pool_member},
        "remove-filter": {"number": scene.kept_filter},
        "revoke-token": {"number": ApiToken.objects.get(account__email="complaints_manager@hampshire.example").id},
        "held-row": {"row": scene.held_row},
        "settle-row": {"row": scene.held_row},
        "dashboard-cell": {"table": "received"},
        "due-ahead": {"source": "clock", "span": "overdue"},
        "added-table": {"table": "added-kept"},
        "take-out-table": {"table": "added-kept"},
    }
    for name in addresses():
        if name.startswith("draft"):
            of_its_own[name] = {"number": scene.draft, "chapter": "summary", "step": "give-up"}
        if name.startswith("issued"):
            of_its_own[name] = {"number": scene.issued, "kind": "html"}
    for name, pattern in addresses().items():
        values = {
            **said,
            "row": 0,
            "number": scene.run if "imports/" in _path(name) else number,
            **of_its_own.get(name, {}),
        }
        wanted = pattern.pattern.converters
        if name == "step":
            for verb in CASE_VERBS:
                yield f"step {verb}", reverse(name, kwargs={"number": number, "verb": verb})
        else:
            yield name, reverse(name, kwargs={key: values[key] for key in wanted})


def _path(name: str) -> str:
    return str(addresses()[name].pattern)


def answer_of(client: Client, method: str, address: str) -> str:
    """The number of the answer, whose effects are taken back.

    A form that was sent empty, and a step that a rule does not permit now, let the person in all the same.
    """
    asked = client.post if method == "POST" else client.get
    cookies = client.cookies.copy()
    with transaction.atomic():
        status = asked(address).status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return "200" if status in (400, 409) else str(status)


def test_every_page_and_every_step_answers_every_role_as_the_table_says(scene: Scene) -> None:
    table, wrong = expected(), []
    written = LogEntry.objects.count()
    for name, address in pages(scene, scene.own):
        line = table.get(name, {})
        method = line.get("method", "GET")
        found = {role: answer_of(scene.clients[role], method, address) for role in ROLES}
        if any(found[role] != line.get(role) for role in ROLES):
            wrong.append(",".join([name, method, *(found[role] for role in ROLES)]))
    assert not wrong, "these answer otherwise than the table says:\n" + "\n".join(wrong)
    assert set(table) == {name for name, _ in pages(scene, scene.own)}
    assert LogEntry.objects.count() == written


def test_no_page_asks_the_database_more_than_fifteen_times(scene: Scene) -> None:
    """That the number stays the same whatever the data is tried page by page, with one and with many."""
    table, many = expected(), {}
    for name, address in pages(scene, scene.own):
        if table[name]["method"] == "GET" and name not in OF_A_WHOLE_REPORT:
            with CaptureQueriesContext(connection) as asked:
                scene.clients["complaints_manager"].get(address)
            if len(asked) > MOST_QUERIES:
                many[name] = len(asked)
    assert not many, "\n".join(f"{name}: {count}" for name, count in many.items())


def test_a_step_that_the_role_does_not_give_is_refused_when_it_is_sent_too(scene: Scene) -> None:
    table = expected()
    for name, address in pages(scene, scene.own):
        for role in ROLES:
            if name.startswith("step ") and table[name][role] == "403":
                assert scene.clients[role].post(address, {"confirmed": "yes"}).status_code == 403, (name, role)
                in_the_api = reverse("api-step", args=[reference_of(scene.own), name.removeprefix("step ")])
                assert scene.clients[role].post(in_the_api).status_code == 403, (in_the_api, role)


def test_every_action_asks_whether_the_role_gives_its_verb(scene: Scene) -> None:
    """The table of the roles holds whoever calls: a page, another program, the worker."""
    for role in ROLES:
        writing = Writing(Actor(role, "hampshire", verbs_of([role])), scene.own, None, TODAY, NOW)
        for verb in CASE_VERBS:
            if verb in ROLES[role]:
                with pytest.raises((StopAsking, NotPermitted)):
                    perform(writing, verb, _stop)
            else:
                with pytest.raises(NoPermission):
                    perform(writing, verb, _stop)
    for verb in CASE_VERBS:
        source = inspect.getsource(import_module(f"putright.casework.actions.{verb}"))
        assert f'"{verb}"' in source or "verb" in source, verb


class StopAsking(Exception):
    """The action was let in by role and by rule."""


def _stop(*_: object) -> list[Any]:
    raise StopAsking


def test_those_who_see_their_own_alone_do_not_see_what_is_nobodys(scene: Scene) -> None:
    of_one = [page for page in pages(scene, scene.others) if _of_one(page[0])]
    assert len(of_one) > len(CASE_VERBS)
    table = expected()
    for name, address in of_one:
        for role in OWN_ONLY:
            assert answer_of(scene.clients[role], table[name]["method"], address) == "404", (name, role)


def _of_one(name: str) -> str:
    path = _path(name.split(" ")[0])
    return path if path.startswith(("representations/<int:number>", "representations/<str:reference>")) else ""


def test_another_councils_representation_is_not_there_for_anybody(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    councils = tmp_path / "councils"
    for slug in ("hampshire", "otherton"):
        shutil.copytree(records.ROOT / "councils" / "hampshire", councils / slug)
    profile = councils / "otherton" / "authority.toml"
    profile.write_text(profile.read_text().replace('"hampshire"', '"otherton"').replace("Hampshire", "Otherton"))
    monkeypatch.setenv("PUTRIGHT_COUNCILS", str(councils))
    table = expected()
    for role in ROLES:
        account = records.account(role, "otherton")
        client = Client(headers={"Authorization": f"Bearer {make_token(account, 'A test', now=NOW)}"})
        client.force_login(account)
        for name, address in pages(scene, scene.own):
            is_asked = not name.startswith("step ") or role == "complaints_manager"
            if is_asked and _of_one(name):
                assert answer_of(client, table[name]["method"], address) == "404", (name, role)


def test_nobody_sees_a_page_without_signing_in(scene: Scene, client: Client) -> None:
    for name, address in pages(scene, scene.own):
        if name.startswith("api-") and name not in OPEN_TO_EVERYONE:
            assert client.get(address).status_code == 401, name
        elif name not in OPEN_TO_EVERYONE:
            answer = client.get(address)
            assert answer.status_code == 302, name
            assert answer.headers["Location"].startswith("/sign-in/"), name


def test_an_outside_investigator_sees_the_one_they_are_appointed_to_and_only_until_that_ends(
    scene: Scene, time_machine: Any
) -> None:
    client = scene.clients[INVESTIGATOR]
    assert references(client.get("/representations/")) == ["CSC18-00010"]
    Account.objects.create_account(
        "another@elsewhere.example", records.PASSWORD, post="Another", authority="hampshire", roles=[INVESTIGATOR]
    )
    another = Client()
    another.force_login(Account.objects.get(email="another@elsewhere.example"))
    assert references(another.get("/representations/")) == []
    assert another.get(f"/representations/{scene.own}/").status_code == 404
    time_machine.move_to(NOW + timedelta(days=31))
    client.force_login(Account.objects.get(email=f"{INVESTIGATOR}@hampshire.example"))
    assert references(client.get("/representations/")) == []
    assert client.get(f"/representations/{scene.own}/").status_code == 404


def references(answer: HttpResponse) -> list[str]:
    """The references of the representations on a page."""
    return sorted(set(re.findall(r"CSC18-\d{5}", text_of(answer))))


def text_of(answer: Any) -> str:
    """What an answer says, streamed or whole."""
    return b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode("utf-8", "replace")


def test_an_analyst_reads_no_name_and_no_personal_words_on_any_page(scene: Scene) -> None:
    analyst, manager, table = scene.clients["analyst"], scene.clients["complaints_manager"], expected()
    shown_to_others = []
    for name, address in pages(scene, scene.own):
        if table[name]["method"] == "POST":
            continue
        told = text_of(analyst.get(address))
        for secret in (NAME, WORDS, "01962"):
            assert secret.lower() not in told.lower(), (name, secret)
        if name in ("representation", "letter") and NAME in text_of(manager.get(address)):
            shown_to_others.append(name)
    assert sorted(shown_to_others) == ["letter", "representation"]


def test_an_analyst_finds_nothing_by_a_name(scene: Scene) -> None:
    assert references(scene.clients["complaints_manager"].get(f"/representations/?q={WORDS}")) == ["CSC18-00010"]
    assert references(scene.clients["analyst"].get(f"/representations/?q={WORDS}")) == []
