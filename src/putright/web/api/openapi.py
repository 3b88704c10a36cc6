"""The OpenAPI document of the API, written from the verbs, the problems and the forms there are."""

from __future__ import annotations

from typing import Any

from putright.web.api.problems import KINDS, MEDIA_TYPE
from putright.web.forms.receiving import CONTACT, EQUALITY, MOST_CONCERNS
from putright.web.forms.steps import FORMS

Schema = dict[str, Any]
AFTER = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}~[0-9]{1,18}$"
"""The last of a page of the list: its day of receipt and its number."""
_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_YES_NO: Schema = {"type": "boolean"}
_NUMBER: Schema = {"type": "integer"}
_REFERENCE: Schema = {
    "name": "reference",
    "in": "path",
    "required": True,
    "description": "The council's reference, such as CSC17-00182.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9-]{1,40}$"},
}


def document() -> dict[str, Any]:
    """The document, as JSON has it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Putright",
            "version": "1",
            "description": "Representations and the steps of their lives, by the rules and permissions of the pages.",
        },
        "security": [{"token": []}],
        "paths": {
            "/api/representations": {"get": _list(), "post": _receive()},
            "/api/representations/{reference}": {"get": _one(), "parameters": [_REFERENCE]},
            "/api/representations/{reference}/steps/{verb}": {
                "get": _asked(),
                "post": _step(),
                "parameters": [_REFERENCE, _verb()],
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _SCHEMAS,
        },
    }


def _list() -> Schema:
    query = [
        {"name": "status", "in": "query", "schema": {"type": "string", "enum": ["open", "closed"]}},
        {
            "name": "after",
            "in": "query",
            "schema": _TEXT | {"pattern": AFTER},
            "description": "As the page before gave it.",
        },
    ]
    page = _object(representations={"type": "array", "items": _ref("Line")}, after={"type": ["string", "null"]})
    return {
        "operationId": "listRepresentations",
        "summary": "Those the account may see, the newest first",
        "parameters": query,
        "responses": _answers("200", page, "no-token", "faults"),
    }


def _receive() -> Schema:
    made = _object(reference=_TEXT, href=_TEXT)
    return {
        "operationId": "receiveRepresentation",
        "summary": "Take down a new representation",
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("New")}}},
        "responses": _answers(
            "201", made, "not-json", "no-token", "not-your-role", "known-already", "not-permitted", "faults"
        ),
    }


def _one() -> Schema:
    return {
        "operationId": "readRepresentation",
        "summary": "Its state, its clocks, and every step with what forbids it",
        "responses": _answers("200", _ref("Representation"), "no-token", "not-found", "faults"),
    }


def _asked() -> Schema:
    return {
        "operationId": "askStep",
        "summary": "What a step asks for, field by field",
        "responses": _answers(
            "200", _ref("Asked"), "no-token", "not-your-role", "not-found", "not-permitted", "faults"
        ),
    }


def _step() -> Schema:
    body = {
        "type": "object",
        "description": (
            "The fields that a GET of this address names. A day is 2018-04-03, yes or no true or false, several a "
            "list, what is numbered an object. read_to is the position that was read."
        ),
        "properties": {"read_to": _NUMBER, "on": {"type": "string", "format": "date"}},
    }
    return {
        "operationId": "takeStep",
        "summary": "Take a step",
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": _answers(
            "200", _ref("Representation"), "not-json", "no-token", "not-your-role", "not-found", "not-permitted",
            "changed-since", "faults",
        ),
    }  # fmt: skip


def _verb() -> Schema:
    return {"name": "verb", "in": "path", "required": True, "schema": {"type": "string", "enum": [*FORMS]}}


def _answers(status: str, schema: Schema, *kinds: str) -> Schema:
    answers: Schema = {status: {"description": "Done.", "content": {"application/json": {"schema": schema}}}}
    for kind in (*kinds, "method"):
        code, title = str(KINDS[kind][0]), KINDS[kind][1]
        said = f"{answers[code]['description']} Or: {title}." if code in answers else f"{title}."
        answers[code] = {"description": said, "content": {MEDIA_TYPE: {"schema": _ref("Problem")}}}
    return answers


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(*optional: str, **properties: Schema) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


_LINE = {
    **dict.fromkeys(
        ("reference", "type", "category", "procedure", "status", "stage", "handler", "service", "due_clock", "href"),
        _TEXT,
    ),
    "received_on": {"type": "string", "format": "date"},
    "due_on": _DAY,
}
_STEP = {
    **dict.fromkeys(("verb", "title", "why", "rule", "stage", "href"), _TEXT),
    "permitted": _YES_NO,
    "for_this_account": _YES_NO,
    "stages_to_choose_from": _list_of(_TEXT),
}
_CONCERN = _object(number=_NUMBER, nature=_TEXT, service=_TEXT, pursued=_YES_NO, finding=_TEXT)
_STAGE = _object(
    stage=_TEXT,
    **dict.fromkeys(("requested_on", "started_on", "respond_by", "extended_to", "signed_off_on", "responded_on"), _DAY),
    answered_by=_TEXT,
    findings=_list_of(_object(concern=_NUMBER, finding=_TEXT)),
)
_CLOCK = _object(
    **dict.fromkeys(("stage", "clock", "kind", "timeliness", "rule"), _TEXT),
    **dict.fromkeys(("started_on", "due_on", "met_on"), _DAY),
    explanation=_list_of(_TEXT),
    rule_is_checked=_YES_NO,
)
_SCHEMAS: dict[str, Schema] = {
    "Problem": _object(
        "known", "references",
        **dict.fromkeys(("type", "title", "detail", "remedy", "rule"), _TEXT),
        status=_NUMBER,
        faults=_list_of(_object(field=_TEXT, detail=_TEXT, remedy=_TEXT)),
        known=_list_of(_object(reference=_TEXT, href=_TEXT)),
        references=_list_of(_TEXT),
    ),
    "Line": _object(**_LINE),
    "Step": _object(**_STEP),
    "Clock": _CLOCK,
    "Representation": _object(
        **_LINE,
        position=_NUMBER,
        **dict.fromkeys(("method", "received_from", "outcome"), _TEXT),
        **dict.fromkeys(("triaged_on", "acknowledged_on", "refused_on", "withdrawn_on", "closed_on"), _DAY),
        stages_left_out=_list_of(_TEXT),
        stages=_list_of(_STAGE),
        concerns=_list_of(_CONCERN),
        parties=_list_of(_object(number=_NUMBER, role=_TEXT, name=_TEXT, consent=_TEXT)),
        clocks=_list_of(_ref("Clock")),
        steps=_list_of(_ref("Step")),
    ),
    "Asked": _object(
        **_STEP,
        position=_NUMBER,
        asks=_list_of(
            _object(
                **dict.fromkeys(("field", "label", "hint"), _TEXT),
                kind={"type": "string", "enum": ["day", "several", "choice", "pounds", "text"]},
                required=_YES_NO,
                one_of=_list_of(_object(code=_TEXT, label=_TEXT)),
            )
        ),
    ),
    "New": {
        "type": "object",
        "required": ["type", "received_on", "words"],
        "additionalProperties": False,
        "properties": {
            "type": {"type": "string", "description": "A code of the council's types, such as complaint."},
            "received_on": {"type": "string", "format": "date"},
            "words": {"type": "string", "maxLength": 20_000, "description": "What they say, in their own words."},
            **{name: {"type": "string", "maxLength": most} for name, (_, most) in CONTACT.items() if name != "note"},
            **dict.fromkeys(
                ("method", "received_from", "preferred_contact", "speaker_role", "consent", "consent_how", "district",
                 "outcome_sought", "person_name", "person_note", "speaker_name", "speaker_telephone",
                 "speaker_email", *EQUALITY, *(f"person_{name}" for name in EQUALITY)),
                _TEXT,
            ),
            "concerns": {
                "type": "array",
                "maxItems": MOST_CONCERNS,
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"nature": _TEXT, "service": _TEXT},
                },
            },
            "checked": _list_of(_TEXT),
            "linked": _list_of(_TEXT),
        },
    },
}  # fmt: skip
