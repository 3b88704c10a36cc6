"""What a line of a queue is, and what a queue is narrowed by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from putright.oversight.rag import Rag

NOBODY = "-"
"""Stands among handlers for none."""


class Queue(Enum):
    """The queues there are."""

    MINE = "mine"
    TEAM = "team"
    EVERYTHING = "everything"


class Source(Enum):
    """What a line stands for, in the order in which those due on one day stand."""

    CASE = "case"
    CLOCK = "clock"
    REMEDY = "remedy"
    ACTION = "action"


@dataclass(frozen=True)
class Criteria:
    """What a queue is narrowed by; empty means all. `kinds` are kinds of clock, ``remedy`` and ``action``."""

    handlers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    colours: tuple[Rag, ...] = ()


@dataclass(frozen=True)
class Thing:
    """One line: what of which representation is due, when, and with whom; `due_on` is None when nothing is."""

    source: Source
    key: int
    representation: int
    due_on: date | None
    started_on: date | None
    what: str
    kind: str
    stage: str
    post: str
    service: str
    procedure: str
