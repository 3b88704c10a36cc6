"""Red, amber and green in words: never told by colour alone, and always with the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.authorities import WorkRules
from putright.oversight.rag import Rag, RagDay, RagRule
from putright.rules import WorkingDayCalendar
from putright.web.presenters.words import plural

TAGS = {
    Rag.RED: ("Red", "govuk-tag--red"),
    Rag.AMBER: ("Amber", "govuk-tag--orange"),
    Rag.GREEN: ("Green", "govuk-tag--green"),
    Rag.NONE: ("No date", "govuk-tag--grey"),
}


@dataclass(frozen=True)
class RagTag:
    """A colour as a tag, and the rule that gave it as a sentence."""

    text: str
    css: str
    rule: str


@dataclass(frozen=True)
class RagWords:
    """What tags are told with: the rules of the day, the council's thresholds, its working days."""

    day: RagDay
    rules: WorkRules
    calendar: WorkingDayCalendar

    def tag(self, started_on: date | None, due_on: date | None) -> RagTag:
        """The tag of a clock."""
        rule = self.day.rule(started_on, due_on)
        text, css = TAGS[rule.colour]
        return RagTag(text, css, self._sentence(rule, due_on))

    def _sentence(self, rule: RagRule, due_on: date | None) -> str:
        if due_on is None:
            return "No last day runs"
        left = self._days(self.day.today, due_on)
        return {
            RagRule.OVERDUE: f"Overdue by {self._days(due_on, self.day.today)}",
            RagRule.FEW_DAYS_LEFT: "Due today" if due_on == self.day.today else f"{left} left",
            RagRule.SHARE_GONE: f"{self._share} of the time gone, {left} left",
            RagRule.IN_TIME: f"{left} left",
            RagRule.NOTHING_DUE: "No last day runs",
        }[rule]

    @property
    def _share(self) -> str:
        return "Half" if self.rules.amber_share == 50 else f"{self.rules.amber_share}%"

    def _days(self, start: date, end: date) -> str:
        """Working days from one day to a later one; calendar days where the calendar of working days does not reach."""
        if end < start:
            return ""
        if start >= self.calendar.first_day and end <= self.calendar.last_day:
            return plural(self.calendar.between(start, end), "working day")
        return plural((end - start).days, "day")

    @property
    def explained(self) -> str:
        """The council's thresholds in a sentence."""
        share = self._share[:1].lower() + self._share[1:]
        return (
            f"Red: the last day has passed. Amber: {plural(self.rules.amber_days, 'working day')} or fewer left, or "
            f"{share} of the time gone. Green: in time."
        )
