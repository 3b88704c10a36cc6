"""A representation at a glance: what it is about, from whom, who has it, what is next, by when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.facts.clock_titles import clock_title
from putright.facts.clocks import AGREED_DATE, LOCAL_TARGET, ClockFact, clock_facts
from putright.record.clocks import Clock
from putright.rules import in_words
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.steps import StepLine
from putright.web.presenters.terms import recorded, stage_words
from putright.web.presenters.words import long_date, plural

MOST_CONCERNS = 2
MOST_STEPS = 3


@dataclass(frozen=True)
class Glance:
    """What the head of the page shows.

    `due` is what is due next and by when, `why` the rule it is due by; both empty when nothing is. `steps` are
    those that come next for whoever looks; where all need another role than theirs, `others` names the first.
    """

    about: str
    from_whom: str
    with_whom: str
    due: str
    why: str
    is_overdue: bool
    steps: list[StepLine]
    others: str

    @classmethod
    def of(cls, row: Any, seen: Seen, clocks: Sequence[Clock], steps: Sequence[StepLine]) -> Glance:
        """The head for `row`, the stored fact row; `steps` are those that move it on."""
        mine = [step for step in steps if step.href]
        nearest = _nearest(seen) if seen.state.is_open else None
        return cls(
            about=_about(row, seen),
            from_whom=_from_whom(row, seen),
            with_whom=row.handler or ("Nobody yet" if seen.state.is_open else "Nobody"),
            due=_due(nearest, clocks, seen) if nearest else "",
            why=_why(nearest, clocks, seen) if nearest else "",
            is_overdue=bool(nearest and nearest.due_on and nearest.due_on < seen.today),
            steps=mine[:MOST_STEPS],
            others=steps[0].what if steps and not mine else "",
        )


def _nearest(seen: Seen) -> ClockFact | None:
    """What runs out first, as the queues have it: a limit, the council's own target, or an agreed date."""
    facts = clock_facts(seen.state, seen.procedure, seen.council, seen.book)
    running = [fact for fact in facts if fact.met_on is None and fact.due_on]
    return min(running, key=lambda fact: fact.due_on or date.max, default=None)


def _due(fact: ClockFact, clocks: Sequence[Clock], seen: Seen) -> str:
    assert fact.due_on is not None
    left = (fact.due_on - seen.today).days
    when = "today" if left == 0 else f"in {plural(left, 'day')}" if left > 0 else f"{plural(-left, 'day')} ago"
    clock = _clock_of(fact, clocks)
    what = "Answer, as agreed"
    if fact.kind != AGREED_DATE:
        what = clock.limit.title if clock else clock_title(seen.book, seen.state.procedure, fact.stage, fact.clock)
    if fact.stage:
        stage = stage_words(seen.council, seen.book, seen.state.procedure, fact.stage) or seen.spoken(fact.stage)
        what = f"{what}, {stage}"
    return f"{what}: {in_words(fact.due_on)} ({when})"


def _why(fact: ClockFact, clocks: Sequence[Clock], seen: Seen) -> str:
    if fact.kind == AGREED_DATE:
        return f"Agreed on {long_date(fact.started_on)}"
    if fact.kind == LOCAL_TARGET:
        return f"{seen.council.name}’s own target{f': {fact.source}' if fact.source else ''}"
    clock = _clock_of(fact, clocks)
    return str(clock.citation) if clock and clock.citation else ""


def _clock_of(fact: ClockFact, clocks: Sequence[Clock]) -> Clock | None:
    return next((each for each in clocks if (each.stage, each.limit.name) == (fact.stage, fact.clock)), None)


def _about(row: Any, seen: Seen) -> str:
    pursued = seen.pursued
    told = "; ".join(seen.about(concern) for concern in pursued[:MOST_CONCERNS])
    more = len(pursued) - MOST_CONCERNS
    if told:
        return f"{told}; and {more} more" if more > 0 else told
    return ", ".join(recorded(seen.council, row, "nature", "service")) or "Not recorded"


def _from_whom(row: Any, seen: Seen) -> str:
    complainant, concerned = seen.state.party("complainant"), seen.state.party("person_concerned")
    relation = ", ".join(recorded(seen.council, row, "received_from"))
    name = seen.contact(complainant).name if complainant else ""
    about = seen.contact(concerned).name if concerned else ""
    told = f"{name} ({relation[:1].lower()}{relation[1:]})" if name and relation else name or relation
    return f"{told}, about {about}" if told and about else told or "Not recorded"
