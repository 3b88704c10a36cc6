"""Events as text and back: the canonical JSON that is stored, hashed and replayed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

from putright.record.events import Event, Finding

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
        content = json.loads(text)
        for name, rich in _RICH[kind].items():
            if content.get(name) is not None:
                content[name] = rich(content[name])
        event: Event = KINDS[kind](**content)
    except (KeyError, TypeError, ValueError) as cause:
        raise UnknownEvent(f"A stored entry of kind {kind!r} cannot be read as an event: {cause}") from cause
    return event


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Finding):
        return {"concern": value.concern, "finding": value.finding}
    return value


def _rich_fields(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """How to read the fields of an event that JSON has no type for."""
    rich: dict[str, Callable[[Any], Any]] = {}
    for name, hint in get_type_hints(kind).items():
        if date in (hint, *get_args(hint)):
            rich[name] = date.fromisoformat
        elif get_origin(hint) is tuple:
            rich[name] = _findings if get_args(hint)[0] is Finding else tuple
    return rich


def _findings(content: list[dict[str, Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(**one) for one in content)


_RICH = {name: _rich_fields(kind) for name, kind in KINDS.items()}
