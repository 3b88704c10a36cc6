"""Given: which day it is, and who is at the desk."""

from __future__ import annotations

from tests.system.lives.lines import Line

from putright.record.events import Event


def it_is(day: str) -> Line:
    """It is half past nine on this day, said as Monday 9 September 2024."""
    return Line("Given", f"it is {day}", lambda worker: worker.on(day))


def i_am(role: str) -> Line:
    """Somebody in this role is signed in, at the page of the complaint once there is one."""
    return Line("Given", f"I am signed in as the {role}", lambda worker: worker.sits_down_as(role.replace(" ", "_")))


def a_complaint_with(what: str, summary: str, *happened: tuple[str, Event]) -> Line:
    """A complaint on which something happened before its life is told here; the first day is that of its receipt."""
    return Line("Given", what, lambda worker: worker.has_before_them(summary, happened))
