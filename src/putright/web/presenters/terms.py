"""The council's own words for the codes that are stored."""

from __future__ import annotations

from typing import Any

from putright.authorities import Authority
from putright.record.clocks import OMBUDSMAN
from putright.rules import Book


def stage_label(council: Authority, procedure: str, stage: str) -> str:
    """What the council calls a stage of a procedure, empty where there is none."""
    adopted = council.procedures.get(procedure)
    return adopted.stage_labels.get(stage, "") if adopted else ""


def stage_words(council: Authority, book: Book, procedure: str, stage: str) -> str:
    """A stage in words: the council's for its own procedure's, or the Ombudsman's; empty where there is none."""
    own = stage_label(council, procedure, stage)
    if own or not stage.startswith(OMBUDSMAN):
        return own
    spoken = book.procedure(OMBUDSMAN).stage(stage).spoken_as
    return f"Ombudsman’s {spoken[:1].lower()}{spoken[1:]}"


def recorded(council: Authority, row: Any, *columns: str) -> list[str]:
    """Labels of those of the row's columns that hold something."""
    codes = ((name, getattr(row, name)) for name in columns)
    return [
        council.vocabulary(name).label(code) for name, code in codes if code not in ("not_recorded", "not_applicable")
    ]
