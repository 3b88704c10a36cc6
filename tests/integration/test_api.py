"""The API: the same actions, permissions and rules as the pages, in JSON; every error with its field and remedy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.steps_desk import NOW, RECEIVED_ON, Desk

from putright.accounts.models import ApiToken
from putright.accounts.tokens import make_token, revoke_token
from putright.casework.models import Register
from putright.record import events as e

pytestmark = pytest.mark.django_db
REFERENCE = "CSC18-00500"
TRIAGED, STARTED = e.Triaged("children_act_1989"), e.StageStarted("local_resolution")


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


class Program:
    """Another program, with the key of an account of this role."""

    def __init__(self, role: str = "complaints_manager", authority: str = "hampshire") -> None:
        self.desk = Desk(role, authority=authority)
        self.key = make_token(self.desk.account, "A test", now=NOW)
        self.client = Client(headers={"Authorization": f"Bearer {self.key}"})

    def reads(self, path: str = "", status: int = 200) -> dict[str, Any]:
        answer = self.client.get(f"/api/representations{path}")
        assert answer.status_code == status, answer.content
        return json.loads(answer.content)

    def sends(self, path: str, body: dict[str, Any], status: int = 200) -> dict[str, Any]:
        answer = self.client.post(f"/api/representations{path}", json.dumps(body), content_type="application/json")
        assert answer.status_code == status, answer.content
        assert answer.headers["Content-Type"] == ("application/problem+json" if status >= 400 else "application/json")
        return json.loads(answer.content)

    def takes(self, verb: str, status: int = 200, reference: str = REFERENCE, **body: Any) -> dict[str, Any]:
        return self.sends(f"/{reference}/steps/{verb}", {"on": RECEIVED_ON.isoformat(), **body}, status)


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer putright_nothing"}, {"Authorization": "Basic x"}])
def test_without_a_key_nothing_is_told(header: dict[str, str]) -> None:
    for path in ("", f"/{REFERENCE}", f"/{REFERENCE}/steps/close"):
        answer = Client(headers=header).get(f"/api/representations{path}")
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Putright"')
        assert json.loads(answer.content)["remedy"].startswith("Send “Authorization: Bearer KEY”")


def test_a_session_is_not_enough_and_a_key_needs_none(program: Program) -> None:
    assert program.desk.client.get("/api/representations").status_code == 401
    assert program.reads()["representations"] == []


def test_a_key_is_kept_as_its_digest_and_opens_nothing_once_revoked(program: Program) -> None:
    program.reads()
    token = ApiToken.objects.get()
    assert program.key not in str(ApiToken.objects.values())
    assert token.used_on == NOW.date()
    revoke_token(program.desk.account, token.id, now=NOW)
    program.reads(status=401)


def test_an_account_that_may_not_sign_in_has_no_key(program: Program) -> None:
    program.desk.account.is_active = False
    program.desk.account.save()
    program.reads(status=401)


def test_a_representation_is_taken_down_and_read(program: Program) -> None:
    body = {
        "type": "complaint", "received_on": "2018-04-03", "words": "Calls were not returned.", "name": "Parent A",
        "concerns": [{"nature": "poor_communication", "service": "child_in_need"}], "method": "e_mail",
    }  # fmt: skip
    made = program.sends("", body, 201)
    read = program.reads(f"/{made['reference']}")
    assert (read["received_on"], read["method"], read["status"]) == ("2018-04-03", "e_mail", "open")
    assert read["parties"][0]["name"] == "Parent A"
    assert read["concerns"] == [
        {"number": 1, "nature": "poor_communication", "service": "child_in_need", "pursued": True,
         "finding": "not_recorded"}
    ]  # fmt: skip
    assert [one["reference"] for one in program.reads()["representations"]] == [made["reference"]]


def test_what_says_the_same_is_told_before_it_is_recorded(program: Program) -> None:
    body = {"type": "complaint", "received_on": "2018-04-03", "words": "Calls were not returned.", "name": "Parent A",
            "email": "parent.a@example.org"}  # fmt: skip
    first = program.sends("", body, 201)["reference"]
    told = program.sends("", body, 409)
    assert told["references"] == [first]
    assert "checked" in told["remedy"]
    program.sends("", body | {"checked": [first], "linked": [first]}, 201)
    assert Register.objects.count() == 2


def test_a_body_with_faults_names_each_field_and_its_remedy(program: Program) -> None:
    told = program.sends("", {"type": "grumble", "received_on": "2018-04-03", "nmae": "Parent A"}, 422)
    assert [fault["field"] for fault in told["faults"]] == ["nmae"]
    told = program.sends("", {"type": "grumble", "received_on": "2018-04-03"}, 422)
    assert {fault["field"] for fault in told["faults"]} == {"type", "words"}
    remedies = {fault["field"]: fault["remedy"] for fault in told["faults"]}
    assert "complaint" in remedies["type"]
    assert not Register.objects.exists()


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"on": "2018-04-03"', b"\xff"])
def test_what_is_no_object_is_refused(program: Program, body: bytes) -> None:
    answer = program.client.post("/api/representations", body, content_type="application/json")
    assert answer.status_code == 400
    assert json.loads(answer.content)["type"] == "urn:putright:problem:not-json"


def test_a_step_is_asked_for_taken_and_told(program: Program) -> None:
    program.desk.receives(TRIAGED)
    asks = program.reads(f"/{REFERENCE}/steps/start_stage")
    assert asks["stages_to_choose_from"] == ["local_resolution", "investigation"]
    assert {"field": "on", "kind": "day"}.items() <= asks["asks"][0].items()
    after = program.takes("start_stage", read_to=asks["position"])
    assert after["stage"] == "local_resolution"
    assert program.desk.log()[-1] == STARTED


def test_an_answer_with_findings_and_a_lesson(program: Program) -> None:
    program.desk.receives(TRIAGED, STARTED, e.ConcernRaised(1, "poor_communication", "child_in_need"))
    told = program.takes("respond", 422, lesson="nothing")
    assert told["faults"][0]["field"] == "finding-1"
    program.takes("respond", finding={"1": "upheld"}, lesson="nothing", answered_by="Team manager")
    assert program.desk.log()[-2:] == [
        e.Responded("local_resolution", (e.Finding(1, "upheld"),), "Team manager"), e.NothingToLearn()
    ]  # fmt: skip


def test_triage_says_first_what_it_is_about(program: Program) -> None:
    program.desk.receives()
    told = program.takes("triage", 422, procedure="children_act_1989")
    assert "subject" in {fault["field"] for fault in told["faults"]}
    what = {"subject": "children_social_care", "complainant": "parent", "provider": "council", "nhs": False}
    asked = program.client.get(f"/api/representations/{REFERENCE}/steps/triage", {**what, "nhs": "no"})
    assert "question-who" in {field["field"] for field in json.loads(asked.content)["asks"]}
    program.takes("triage", **what, procedure="not_applicable", reason="It is about a policy.")
    assert program.desk.log()[-1] == e.Triaged("not_applicable")


def test_a_step_that_a_rule_forbids_is_refused_with_it(program: Program) -> None:
    program.desk.receives(TRIAGED, STARTED)
    told = program.takes("refuse", 409, ground="out_of_time", reason="out_of_time", explanation="Late.")
    assert "a complaint once accepted goes on" in told["detail"]
    assert told["rule"] == "SI 2006/1738, regulations 14 and 15(2)"
    forbidden = {step["verb"]: step for step in program.reads(f"/{REFERENCE}")["steps"] if not step["permitted"]}
    assert forbidden["refuse"]["rule"] == told["rule"]


def test_what_only_the_action_knows_is_refused_as_well(program: Program) -> None:
    program.desk.receives(TRIAGED)
    told = program.takes("start_stage", 409, stage="investigation")
    assert "The complainant has to agree to leave out local resolution" in told["detail"]


def test_a_step_on_what_has_changed_since_is_refused(program: Program) -> None:
    program.desk.receives(TRIAGED)
    told = program.takes("acknowledge", 409, read_to=1)
    assert told["type"] == "urn:putright:problem:changed-since"
    assert "Triaged by Complaints manager" in told["detail"]


def test_a_role_that_does_not_give_a_verb_is_refused_and_reads_only_its_own(program: Program) -> None:
    program.desk.receives(e.Assigned("Responding manager"), TRIAGED)
    manager, agent = Program("responding_manager"), Program("contact_centre_agent")
    assert "needs another role" in manager.takes("start_stage", 403)["detail"]
    agent.reads(f"/{REFERENCE}", 404)
    assert agent.takes("close", 404)["type"] == "urn:putright:problem:not-found"
    told = manager.sends("", {"type": "complaint", "received_on": "2018-04-03", "words": "No."}, 403)
    assert told["type"] == "urn:putright:problem:not-your-role"


def test_another_councils_representation_is_not_there(program: Program) -> None:
    program.desk.receives()
    Program(authority="coventry").reads(f"/{REFERENCE}", 404)


def test_the_analyst_reads_no_name_and_no_words(program: Program) -> None:
    program.desk.receives(e.PartyNamed(1, "complainant"))
    told = json.dumps(Program("analyst").reads(f"/{REFERENCE}"))
    assert "Parent A" not in told
    assert "Calls were not returned" not in told


def test_clocks_tell_how_they_are_reckoned_the_target_and_the_agreed_date_beside_the_limit() -> None:
    program = Program(authority="coventry")
    program.desk.receives(TRIAGED, STARTED, e.PlanAgreed("local_resolution", date(2018, 4, 30), True))
    clocks = program.reads(f"/{REFERENCE}")["clocks"]
    kinds = {(clock["clock"], clock["kind"]): clock for clock in clocks}
    assert kinds["response", "agreed_date"]["due_on"] == "2018-04-30"
    assert kinds["acknowledgement", "local_target"]["due_on"] == "2018-04-06"
    limit = kinds["response", "statutory_limit"]
    assert (limit["due_on"], limit["rule"]) == ("2018-04-17", "SI 2006/1738, regulation 14")
    assert limit["explanation"][0] == "Answer at local resolution: by Tuesday 17 April 2018."


def test_what_an_address_does_not_take_is_said(program: Program) -> None:
    answer = program.client.delete("/api/representations")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, POST")
    assert program.takes("sing", 404)["detail"] == "There is no representation CSC18-00500, or not for this account."
    program.desk.receives()
    assert program.takes("sing", 404)["detail"] == "There is no step sing."


def test_reading_takes_few_queries(program: Program, django_assert_max_num_queries: Any) -> None:
    program.desk.receives(TRIAGED, STARTED, e.PartyNamed(1, "complainant"))
    with django_assert_max_num_queries(15):
        program.reads(f"/{REFERENCE}")
    with django_assert_max_num_queries(15):
        program.reads()


def test_a_key_is_made_shown_once_and_revoked_on_its_page() -> None:
    desk = Desk("responding_manager")
    assert "You have no key" in desk.client.get("/keys/").content.decode()
    assert "Enter what the key is for" in desk.client.post("/keys/", {"name": ""}).content.decode()
    page = desk.client.post("/keys/", {"name": "Customer services"}).content.decode()
    key = page.split("<code>")[1].split("</code>")[0]
    assert Client(headers={"Authorization": f"Bearer {key}"}).get("/api/representations").status_code == 200
    assert key not in desk.client.get("/keys/").content.decode()
    number = ApiToken.objects.get().id
    assert Desk("analyst").client.post(f"/keys/{number}/revoke/").status_code == 404
    assert desk.client.post(f"/keys/{number}/revoke/").status_code == 302
    assert Client(headers={"Authorization": f"Bearer {key}"}).get("/api/representations").status_code == 401
