"""On whose behalf and how an import is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from putright.authorities import Authority, ImportMapping
from putright.record.actor import Actor

Progress = Callable[[int, int], None]
"""Told now and then how many rows are done, and of how many lines, 0 when that cannot be known."""


@dataclass(frozen=True)
class Commission:
    """The council, its mapping, the day by which rows are judged, who imports and when.

    In a `dry_run` the rows are judged and nothing is written.
    """

    authority: Authority
    mapping: ImportMapping
    as_of: date
    actor: Actor
    now: datetime
    dry_run: bool = False
