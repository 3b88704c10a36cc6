"""A time limit that becomes longer because somebody agreed to it, in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from putright.rules.due_dates import DueDate, in_words


class NotAgreed(ValueError):
    """An agreement that does not make a time limit longer; the message says why, and by which rule."""


def lengthened(due: DueDate, *, agreed_on: date, to: date) -> DueDate:
    """`due` with the last day that was agreed on `agreed_on`.

    Raises NotAgreed where the rule knows no such agreement, where it came after the limit had passed though the rule
    asks for it before, and where the day agreed is not a later one.
    """
    rule = due.longer_if_agreed
    if rule is None:
        raise NotAgreed(f"“{due.title}” does not become longer by agreement: {due.citation} knows none. Leave it out.")
    if rule.before_expiry and agreed_on > due.on:
        raise NotAgreed(
            f"The agreement of {in_words(agreed_on)} came after the limit had passed on {in_words(due.on)}: "
            f"{rule.citation} asks for it before. Tell the complainant the reason and answer as soon as you can."
        )
    if to <= due.on:
        raise NotAgreed(
            f"{in_words(to)} is no later than {in_words(due.on)}, when the limit ends anyway. Check the day agreed."
        )
    return replace(due, on=to, agreed_on=agreed_on, before_agreement=due.before_agreement or due.on)
