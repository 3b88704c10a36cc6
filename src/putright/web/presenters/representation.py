"""The page of one representation: what it is, where it stands, what is next, by when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from putright.authorities import Authority
from putright.record.actor import Actor
from putright.record.clocks import Clock, clocks
from putright.record.events import Entry
from putright.record.state import OmbudsmanState, State
from putright.record.steps import steps
from putright.rules import Book, Procedure, in_words
from putright.web.presenters.clocks import ClockCard, Setting, clock_cards
from putright.web.presenters.steps import NextSteps
from putright.web.presenters.terms import stage_label
from putright.web.presenters.timeline import Happening, Telling, timeline
from putright.web.presenters.words import long_date, plural, pounds

BLANK = ("not_recorded", "not_applicable")
ABOUT_IT = (
    ("Received from", "received_from"),
    ("How it came", "method"),
    ("What it is about", "nature"),
    ("Service or team", "service"),
    ("Part of the area", "district"),
    ("Outcome sought", "outcome_sought"),
    ("What came of it", "outcome"),
    ("Why it was refused", "refusal_reason"),
)
ABOUT_THEM = (("Gender", "gender"), ("Age", "age_band"), ("Ethnicity", "ethnicity"), ("Disability", "disability"))


@dataclass(frozen=True)
class RepresentationPage:
    """Everything the page shows; `row` is its stored fact row, `words` the personal words by digest."""

    row: Any
    state: State
    entries: Sequence[Entry]
    words: Mapping[str, str]
    council: Authority
    book: Book
    actor: Actor
    today: date

    @cached_property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.book.procedures.get(self.row.procedure)

    @cached_property
    def clocks(self) -> list[Clock]:
        """Its time limits."""
        return clocks(self.state, self.procedure, self.book) if self.procedure else []

    @property
    def reference(self) -> str:
        """The council's reference."""
        return str(self.row.reference)

    @property
    def kind(self) -> str:
        """Category and type in words."""
        return f"{self._label('category')} · {self._label('type')}"

    @property
    def status(self) -> str:
        """Open or closed."""
        return "Open" if self.row.status == "open" else "Closed"

    @property
    def standing(self) -> str:
        """Where it stands, in one sentence."""
        state = self.state
        if state.refused_on:
            return f"Refused on {long_date(state.refused_on)}: {self._label('refusal_reason')}."
        if state.withdrawn_on:
            return f"Withdrawn by the complainant on {long_date(state.withdrawn_on)}."
        if state.closed_on:
            return f"Closed on {long_date(state.closed_on)}. {self._outcome()}".strip()
        if state.running_stage:
            return f"{self._stage(state.running_stage.name)} is waiting for its answer."
        if state.last_stage:
            return f"{self._stage(state.last_stage.name)} was answered on {long_date(state.last_stage.responded_on)}."
        return "No stage has started." if self.procedure else "It is handled under no procedure."

    @cached_property
    def next_due(self) -> str:
        """What is due next and by when, empty when nothing is."""
        running = [clock for clock in self.clocks if clock.met_on is None and clock.due_on]
        if not self.state.is_open or not running:
            return ""
        clock = min(running, key=lambda each: each.due_on or date.max)
        assert clock.due_on is not None
        left = (clock.due_on - self.today).days
        when = "today" if left == 0 else f"in {plural(left, 'day')}" if left > 0 else f"{plural(-left, 'day')} ago"
        return f"{clock.limit.title} for {self._stage(clock.stage)}: {in_words(clock.due_on)} ({when})"

    @property
    def is_overdue(self) -> bool:
        """Whether the last day for something has passed."""
        return self.state.is_open and self.row.due_on is not None and self.row.due_on < self.today

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Rows of the summary list: what is recorded, without the blanks."""
        rows = [("Received", in_words(self.state.received_on))]
        rows += [(head, self._label(name)) for head, name in ABOUT_IT if getattr(self.row, name) not in BLANK]
        rows.append(("Handled under", self.procedure.title if self.procedure else "No procedure"))
        if self.row.handler:
            rows.append(("Handled by", self.row.handler))
        rows.append(
            ("Acknowledged", long_date(self.state.acknowledged_on, "Not yet" if self.state.is_open else "Not recorded"))
        )
        if self.row.closed_on:
            rows.append(("Closed", in_words(self.row.closed_on)))
        return _summary(rows)

    @property
    def not_recorded(self) -> str:
        """What the record lacks, in one sentence, empty when nothing."""
        lacking = [head.lower() for head, name in ABOUT_IT if getattr(self.row, name) == "not_recorded"]
        return f"Not recorded: {', '.join(lacking)}." if lacking else ""

    @property
    def equality(self) -> list[dict[str, Any]]:
        """What the complainant said of themselves, blanks said as blanks."""
        return _summary([(head, self._label(name)) for head, name in ABOUT_THEM])

    @cached_property
    def said(self) -> str:
        """The summary of what was said, for those who may see personal words."""
        digest = next((entry.words for entry in reversed(self.entries) if entry.words), "")
        return self.words.get(digest, "")

    @property
    def words_note(self) -> str:
        """Why there is no summary to read, empty when there is one."""
        if not self.actor.may("see_words"):
            return "Your role does not include personal words, so what the complainant said is not shown."
        return "" if self.said else "No words of the complainant are kept with this record."

    @cached_property
    def cards(self) -> list[ClockCard]:
        """Its time limits as cards."""
        setting = Setting(self.council, self.row.procedure, self.book, self.today, self.state.is_open)
        return clock_cards(self.clocks, setting)

    @property
    def next_steps(self) -> NextSteps:
        """What may happen next and what may not."""
        return NextSteps.of(steps(self.state, self.book, today=self.today), self.actor, self.row.id)

    @cached_property
    def ombudsman(self) -> list[dict[str, Any]]:
        """The Ombudsman's records, each a summary list with its title."""
        return [self._ombudsman(record) for record in self.state.ombudsman]

    @property
    def happenings(self) -> list[Happening]:
        """The log, newest first."""
        telling = Telling(self.council, self.book, self.row.procedure)
        return timeline(self.entries, self.words, telling, may_see_words=self.actor.may("see_words"))

    def _ombudsman(self, record: OmbudsmanState) -> dict[str, Any]:
        rows = [
            ("Referred", long_date(record.referred_on)),
            ("What was asked", self.council.vocabulary("referral_type").label(record.referral_type)),
            ("Decision", self.council.vocabulary("decision").label(record.decision)),
            ("Decided", long_date(record.decided_on, "No date recorded")),
        ]
        if record.remedy_pence >= 0:
            rows.append(("Payment", pounds(record.remedy_pence)))
        return {"title": record.reference, "rows": _summary(rows)}

    def _label(self, name: str) -> str:
        return self.council.vocabulary(name).label(getattr(self.row, name))

    def _outcome(self) -> str:
        return "" if self.row.outcome in BLANK else f"Outcome: {self._label('outcome')}."

    def _stage(self, name: str) -> str:
        return stage_label(self.council, self.row.procedure, name) or name.replace("_", " ").capitalize()


def _summary(rows: list[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]
