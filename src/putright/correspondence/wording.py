"""The words of a digest of notices: an e-mail in plain text that names references, posts and days, and no person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.correspondence.notices import CHASE, DUE_TODAY, NEW_CASE, OVERDUE, SHARE_GONE, Notice
from putright.facts.clock_titles import clock_title
from putright.rules import Book, in_words

HEADS = (
    (CHASE, "Overdue and still waiting"),
    (OVERDUE, "Now overdue"),
    (DUE_TODAY, "Due today"),
    ("days_left", "Due soon"),
    (SHARE_GONE, "Much of the time gone"),
    (NEW_CASE, "New to you"),
)
MOST_LINES = 50
KINDS = {
    "local_target": " (the council’s own target)",
    "agreed_date": " (the date agreed)",
    "action": " of what was learnt",
}


@dataclass(frozen=True)
class Telling:
    """What a digest is told with: the council's name, the rule book, the day, and where the pages are."""

    council: str
    book: Book
    today: date
    address: str


def subject(notices: Sequence[Notice], telling: Telling) -> str:
    """The subject: the most pressing first, and for which council."""
    counted = [(len(some), head) for head, some in _by_head(notices)]
    told = ", ".join(f"{count} {head[:1].lower()}{head[1:]}" for count, head in counted)
    return f"{telling.council}: {told}"


def body(to: str, notices: Sequence[Notice], telling: Telling) -> str:
    """The text: under a head for each kind of notice, a line and an address for each representation."""
    parts = [f"To: {to}"]
    for head, some in _by_head(notices):
        lines = [_line(notice, to, telling) for notice in some[:MOST_LINES]]
        if len(some) > MOST_LINES:
            lines.append(f"* and {len(some) - MOST_LINES:,} more, in your list of work")
        parts.append("\n".join([head.upper(), "", *lines]))
    parts.append(
        f"Sent by Putright on {in_words(telling.today)} for {telling.council}, and put on the record of each "
        f"representation.\nAll your work: {telling.address}/queues/"
    )
    return "\n\n".join(parts) + "\n"


def _by_head(notices: Sequence[Notice]) -> list[tuple[str, list[Notice]]]:
    heads = ((head, [n for n in notices if n.key.notice.startswith(begins)]) for begins, head in HEADS)
    return [(head, some) for head, some in heads if some]


def _line(notice: Notice, to: str, telling: Telling) -> str:
    address = f"{telling.address}/representations/{notice.key.representation}/"
    return f"* {notice.reference}: {_what(notice, to, telling)}\n  {address}"


def _what(notice: Notice, to: str, telling: Telling) -> str:
    key = notice.key
    if key.due_on is None:
        return f"it was given to {'you' if notice.handler == to else notice.handler} to handle."
    title = clock_title(telling.book, notice.procedure, key.stage, key.clock) + KINDS.get(key.kind, "")
    overdue = key.due_on < telling.today
    with_whom = f" It is with {notice.handler}." if notice.handler and notice.handler != to else ""
    nobody = "" if notice.handler else " Nobody is named to handle it."
    return f"{title}, {'was due' if overdue else 'due'} on {in_words(key.due_on)}.{with_whom}{nobody}"
