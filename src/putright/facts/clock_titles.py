"""What a clock of the fact tables is called in words."""

from __future__ import annotations

from putright.facts.columns import NOT_APPLICABLE
from putright.rules import Book

OF_NO_STAGE = {
    "answer": "Dealing with it",
    "contact": "Contact with the person",
    "letter_acknowledgement": "Acknowledging the letter that has waited longest",
    "response": "Answer",
}
"""What a council may set a target for and the rule book has no limit of."""


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
    return OF_NO_STAGE.get(clock, clock.replace("_", " ").capitalize())
