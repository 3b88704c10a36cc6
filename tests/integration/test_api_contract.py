"""The OpenAPI document and what the API does, held against each other: schemathesis makes up requests of every kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from tests.steps_desk import NOW, Desk

from putright.accounts.tokens import make_token
from putright.casework.check import prove
from putright.record import events as e
from putright.web.forms.steps import FORMS

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]
REFERENCE = "CSC18-00500"
load_all_checks()
HELD_TO = [
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
        "response_headers_conformance", "negative_data_rejection", "ignored_auth",
    )
]  # fmt: skip
OPERATIONS = (
    ("/api/representations", "GET"),
    ("/api/representations", "POST"),
    ("/api/representations/{reference}", "GET"),
    ("/api/representations/{reference}/steps/{verb}", "GET"),
    ("/api/representations/{reference}/steps/{verb}", "POST"),
)
FEW = settings(
    max_examples=10, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The handler is called as a server calls it, and would close the connection that holds the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def key() -> str:
    desk = Desk()
    desk.receives(e.Triaged("children_act_1989"), e.StageStarted("local_resolution"), e.PartyNamed(1, "complainant"))
    return make_token(desk.account, "schemathesis", now=NOW)


@cache
def schema() -> Any:
    return schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())


def operation(path: str, method: str) -> Any:
    return schema()[path][method]


def hold(made: Any, key: str, how_many: settings = FEW) -> None:
    """Make up requests and hold every answer against the document."""

    @how_many
    @given(case=made)
    def each(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, checks=HELD_TO)

    each()


def test_the_document_names_every_address_and_every_verb() -> None:
    told = json.loads(Client().get("/api/openapi.json").content)
    assert {(path, method.upper()) for path, methods in told["paths"].items() for method in methods} - {
        (path, "PARAMETERS") for path in told["paths"]
    } == set(OPERATIONS)
    step = told["paths"]["/api/representations/{reference}/steps/{verb}"]
    assert set(step["parameters"][1]["schema"]["enum"]) == set(FORMS)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_address_answers_as_the_document_says(path: str, method: str, mode: GenerationMode, key: str) -> None:
    hold(operation(path, method).as_strategy(generation_mode=mode), key)
    assert prove("hampshire").faults == []


@pytest.mark.parametrize("verb", FORMS)
def test_every_step_of_a_representation_answers_as_the_document_says(verb: str, key: str) -> None:
    where = {"reference": REFERENCE, "verb": verb}
    step = operation("/api/representations/{reference}/steps/{verb}", "POST")
    hold(step.as_strategy(path_parameters=where), key, settings(FEW, max_examples=3))
