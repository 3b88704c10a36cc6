"""What an entry's words are found with, and the ways of saying that all entries share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.authorities import Authority
from putright.record.events import NOT_RECORDED
from putright.rules import Book
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import long_date

BLANKS = ("", None, (), NOT_RECORDED, -1)


@dataclass(frozen=True)
class Telling:
    """What an entry's words are found with."""

    council: Authority
    book: Book
    procedure: str

    def stage(self, name: str) -> str:
        """What the council calls a stage."""
        return stage_label(self.council, self.procedure, name) or name.replace("_", " ").capitalize()

    def label(self, vocabulary: str, code: str) -> str:
        """What the council prints for a code, empty for a blank."""
        return "" if code in BLANKS else self.council.vocabulary(vocabulary).label(code)


Told = tuple[str, str]
"""A title, and what else the entry says."""
Teller = Callable[[Any, Telling], Told]
Tellers = dict[type[Any], Teller]


def joined(*parts: str) -> str:
    """Those of the parts that say something, on one line."""
    return " · ".join(part for part in parts if part)


def on_day(head: str, day: date | None) -> str:
    """A sentence with its day, empty without one."""
    return f"{head} {long_date(day)}." if day else ""
