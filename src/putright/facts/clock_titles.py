"""What a clock of the fact tables is called in words."""

from __future__ import annotations

from putright.facts.columns import NOT_APPLICABLE
from putright.rules import Book


def clock_title(book: Book, procedure: str, stage: str, clock: str) -> str:
    """The title of the limit that a row of facts_clock stands for; its name in words where the book has none."""
    known = book.procedures.get(procedure)
    if known is not None:
        if stage in ("", NOT_APPLICABLE):
            limits = known.limits
        else:
            limits = next((each.limits for each in known.stages if each.name == stage), {})
        if clock in limits:
            return limits[clock].title
    return clock.replace("_", " ").capitalize()
