"""Events as text and back: the canonical JSON that is stored, hashed and replayed."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from putright.record.events import Event, Extended, Finding, Responded

KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Event)}
_FIELDS: dict[type[Any], tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in KINDS.values()}


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class UnknownEvent(ValueError):
    """The stored text is not an event this version knows; the message names the kind."""


def write(event: Event) -> str:
    """The canonical JSON of `event`: sorted keys, no spaces, so that the same event is always the same text."""
    content = {name: _plain(getattr(event, name)) for name in _FIELDS[type(event)]}
    return _CANONICAL.encode(content)


def read(kind: str, text: str) -> Event:
    """The event of this kind that `text` describes; raises :class:`UnknownEvent`."""
    try:
        event_type = KINDS[kind]
        content = json.loads(text)
        if event_type is Extended:
            content["to"] = date.fromisoformat(content["to"])
        elif event_type is Responded:
            content["findings"] = tuple(Finding(**finding) for finding in content["findings"])
        event: Event = event_type(**content)
    except (KeyError, TypeError, ValueError) as cause:
        raise UnknownEvent(f"A stored entry of kind {kind!r} cannot be read as an event: {cause}") from cause
    return event


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [{"concern": finding.concern, "finding": finding.finding} for finding in value]
    return value
