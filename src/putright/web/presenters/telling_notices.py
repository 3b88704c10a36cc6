"""Notices and chases of the log in words: which clock, what it had come to, and its last day."""

from __future__ import annotations

from putright.correspondence.notices import DUE_TODAY, NEW_CASE, OVERDUE, SHARE_GONE
from putright.facts.clock_titles import clock_title
from putright.record import events as e
from putright.rules import Book
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.words import long_date, plural

NOTICES = {
    NEW_CASE: "New to them",
    SHARE_GONE: "Much of the time gone",
    DUE_TODAY: "Due that day",
    OVERDUE: "Overdue",
}


def reminded(event: e.Reminded, book: Book, procedure: str) -> tuple[str, str]:
    """A notice that was sent: to whom, and about what."""
    days = event.notice.rpartition("_")[2]
    left = f"{plural(int(days), 'working day')} left" if days.isdigit() else event.notice.replace("_", " ").capitalize()
    about = _about(event.clock, event.stage, event, book, procedure)
    return f"Notice sent to {event.to}", _joined(NOTICES.get(event.notice, left), about)


def chased(event: e.Chased, book: Book, procedure: str) -> tuple[str, str]:
    """A chase: whom, and for what."""
    if event.due_on is None:
        about = "" if event.about in ("", e.NOT_RECORDED) else word(lists.CHASED_FOR, event.about)
    else:
        about = _about(event.about, event.stage, event, book, procedure)
    return f"{event.to} chased", _joined(about, f"chase {event.rung}")


def _about(clock: str, stage: str, event: e.Reminded | e.Chased, book: Book, procedure: str) -> str:
    if event.due_on is None:
        return ""
    return f"{clock_title(book, procedure, stage, clock)}, last day {long_date(event.due_on)}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
