"""The register of what each event does, and the fault of an event that cannot be applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from putright.record.events import Entry
from putright.record.state import State

Applied = Callable[[State, Entry, Any], None]
APPLY: dict[type[Any], Applied] = {}
_Function = TypeVar("_Function", bound=Applied)


class NotReplayable(ValueError):
    """The entries do not make a representation; the message says which entry and why."""


def applies(event: type[Any]) -> Callable[[_Function], _Function]:
    """Register the decorated function as what `event` does to a state."""

    def register(function: _Function) -> _Function:
        APPLY[event] = function
        return function

    return register


class _Numbered(Protocol):
    number: int


_Part = TypeVar("_Part", bound=_Numbered)


def numbered(parts: Sequence[_Part], number: int, entry: Entry, what: str) -> _Part:
    """The part with this number; NotReplayable, naming the entry, if there is none."""
    for part in parts:
        if part.number == number:
            return part
    raise NotReplayable(f"Entry {entry.position}: there is no {what} {number}.")
