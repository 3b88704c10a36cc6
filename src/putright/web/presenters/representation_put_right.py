"""What puts a representation right: remedies, what was learnt, actions, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.record import events as e
from putright.record.parts import Action, Learning, Remedy
from putright.record.replay import standing_entries
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.representation_part import Drawing, Item, Part
from putright.web.presenters.words import long_date, pounds

OPEN, DONE, OVERDUE = ("Owed", "govuk-tag--blue"), ("Done", "govuk-tag--green"), ("Overdue", "govuk-tag--red")


@dataclass(frozen=True)
class PutRight(Drawing):
    """The sections of what is put right."""

    def parts(self) -> list[Part]:
        """Remedies, learning and actions, costs."""
        return [
            self.part("Remedies", "remedies", map(self._remedy, self.seen.state.remedies), "", "agree_remedy"),
            self.part("Learning and actions", "learning", self._learnt(), "", "record_learning", "agree_action"),
            self.part("Costs", "costs", self._costs(), "", "incur_cost"),
        ]

    def _remedy(self, remedy: Remedy) -> Item:
        facts = [
            pounds(remedy.pence) if remedy.pence >= 0 else "",
            f"Paid by {remedy.payer}" if remedy.payer else "",
            f"Approved by {remedy.approved_by}" if remedy.approved_by else "",
            *self._course(remedy.due_on, remedy.done_on),
            f"Shown by: {remedy.evidence}" if remedy.evidence else "",
        ]
        return Item(
            title=self.seen.remedy(remedy.kind),
            facts=[fact for fact in facts if fact],
            words=self._said(e.RemedyAgreed, "remedy", remedy.number),
            tag=self._standing(remedy.due_on, remedy.done_on),
            ways=[]
            if remedy.done_on
            else self.way("complete_remedy", "Record that it is done", f"remedy {remedy.number}", remedy=remedy.number),
        )

    def _learnt(self) -> list[Item]:
        state = self.seen.state
        items = [*map(self._learning, state.learning), *map(self._action, state.actions)]
        if not items and state.learning_asked_on:
            return [Item("Nothing to learn from it", [f"Asked on {long_date(state.learning_asked_on)}"])]
        return items

    def _learning(self, learning: Learning) -> Item:
        service = self.label("service", learning.service)
        facts = [fact for fact in (service, long_date(learning.recorded_on)) if fact]
        about = f"from learning {learning.number}"
        return Item(
            title=f"Learnt: {word(lists.THEMES, learning.theme).lower()}",
            facts=facts,
            words=self.seen.words.get(learning.words, ""),
            ways=self.way("agree_action", "Agree an action", about, learning=learning.number, source="learning"),
        )

    def _action(self, action: Action) -> Item:
        about = f"action {action.number}"
        worked = "" if action.worked == "not_recorded" else f"Did it work? {word(lists.WORKED, action.worked)}"
        ways = self.way("complete_action", "Record that it is done", about, action=action.number)
        if action.completed_on:
            ways = self.way("check_action", "Record whether it worked", about, action=action.number)
        facts = [action.post, *self._course(action.due_on, action.completed_on), action.evidence, worked]
        return Item(
            title=f"Action {action.number}",
            facts=[fact for fact in facts if fact],
            words=self.seen.words.get(action.words, ""),
            tag=self._standing(action.due_on, action.completed_on),
            ways=[] if action.checked_on else ways,
        )

    def _costs(self) -> list[Item]:
        costs = self.seen.state.costs
        items = [
            Item(
                f"{word(lists.COSTS, cost.kind)}: {pounds(cost.pence)}",
                [
                    fact
                    for fact in (self.seen.spoken(cost.stage) if cost.stage else "", long_date(cost.incurred_on))
                    if fact
                ],
            )
            for cost in costs
        ]
        total = [Item(f"In all: {pounds(sum(cost.pence for cost in costs))}")] if len(costs) > 1 else []
        return items + total

    def _course(self, due: date | None, done: date | None) -> list[str]:
        if done:
            return [f"Done on {long_date(done)}"]
        return [f"Due on {long_date(due)}"] if due else []

    def _standing(self, due: date | None, done: date | None) -> tuple[str, str]:
        if done:
            return DONE
        return OVERDUE if due and due < self.seen.today else OPEN

    def _said(self, kind: type[Any], name: str, number: int) -> str:
        """The words beside the entry that made the part with this number."""
        for entry in standing_entries(self.seen.entries):
            if isinstance(entry.event, kind) and getattr(entry.event, name) == number:
                return self.seen.words.get(entry.words, "")
        return ""
