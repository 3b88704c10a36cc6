"""Putting right: remedies, costs, what was learnt, and actions."""

from __future__ import annotations

from typing import Any

from putright.casework.actions.agree_action import agree_action
from putright.casework.actions.agree_remedy import agree_remedy
from putright.casework.actions.check_action import check_action
from putright.casework.actions.complete_action import complete_action
from putright.casework.actions.complete_remedy import complete_remedy
from putright.casework.actions.find_nothing_to_learn import find_nothing_to_learn
from putright.casework.actions.incur_cost import incur_cost
from putright.casework.actions.record_learning import record_learning
from putright.record.parts import Action, Remedy
from putright.rules import in_words
from putright.web.forms.steps.fields import Day, Line, Pick, Pounds, Text
from putright.web.forms.steps.lists import COSTS, PAYMENT, REMEDIES, SOURCES, THEMES, WORKED, word
from putright.web.forms.steps.step_form import Situation, StepForm


class AgreeRemedy(StepForm):
    """What puts the person right is agreed."""

    verb, action = "agree_remedy", agree_remedy
    title, button = "Agree a remedy", "Agree the remedy"
    when, done = "When was it agreed?", "The remedy is agreed, and owed until it is done."
    kind = Pick("What is it?", REMEDIES.items())
    what = Text("What exactly?", required=False)
    due_on = Day("By when is it done?")
    pence = Pounds("If a payment, how much?", required=False)
    payer = Line("If a payment, who pays it?", hint="The service or budget.", required=False)

    def ask(self) -> None:
        """Who approved it: one of those whom the council names for payments, where it names any."""
        approvers = self.at.council.work.payment_approvers
        if approvers:
            posts = [(post, post) for post in approvers]
            self.fields["approved_by"] = Pick("If a payment, which post approved it?", posts, required=False)
        else:
            self.fields["approved_by"] = Line("Which post approved it?", required=False)

    def clean(self) -> dict[str, Any]:
        """A payment needs its amount, its payer and its approval; nothing else has an amount."""
        given = super().clean() or {}
        needed = {"pence": "the amount", "payer": "who pays it", "approved_by": "the post that approved it"}
        if given.get("kind") == PAYMENT:
            for name, what in needed.items():
                if name not in self.errors and given.get(name) in ("", -1, 0):
                    self.add_error(name, f"A payment needs {what}. Enter {what}")
        elif given.get("kind") and given.get("pence", -1) >= 0:
            self.add_error("pence", "Only a payment has an amount. Leave it empty, or choose “Payment”")
        return given


class CompleteRemedy(StepForm):
    """A remedy is delivered."""

    verb, action = "complete_remedy", complete_remedy
    title, button = "Record that a remedy is done", "Record it"
    when, done = "When was it done?", "The remedy is done."

    def ask(self) -> None:
        """Which, and what shows it."""
        owed = [
            (str(each.number), remedy_words(self.at, each)) for each in self.at.state.remedies if each.done_on is None
        ]
        self.fields["remedy"] = Pick("Which remedy?", owed, coerce=int)
        self.fields["evidence"] = Line("What shows that it was done?", hint="For example: letter of 4 May; receipt.")


class IncurCost(StepForm):
    """What something cost."""

    verb, action = "incur_cost", incur_cost
    title, button = "Record a cost", "Record the cost"
    when, done = "On which day?", "The cost is recorded."

    def ask(self) -> None:
        """What for, how much, and at which stage."""
        stages = [(stage.name, self.at.spoken(stage.name)) for stage in self.at.state.stages]
        self.fields["kind"] = Pick("What was it for?", COSTS.items())
        self.fields["pence"] = Pounds("How much?")
        self.fields["stage"] = Pick("For which stage?", stages, required=False)


class RecordLearning(StepForm):
    """What the service learnt."""

    verb, action = "record_learning", record_learning
    title, button = "Record what was learnt", "Record it"
    when, done = "When was it learnt?", "What was learnt is recorded. Agree an action if something is to change."

    def ask(self) -> None:
        """What, about what, and where."""
        self.fields["learnt"] = Text("What did the service learn?")
        self.fields["theme"] = Pick("What is it about?", THEMES.items())
        self.fields["service"] = Pick("Which service or team learnt it?", self.at.terms("service"))
        self.fields["service"].initial = self.at.state.received.service


class FindNothingToLearn(StepForm):
    """The question was asked."""

    verb, action = "find_nothing_to_learn", find_nothing_to_learn
    title, button = "Record that there is nothing to learn", "Record it"
    when, done = "When was this asked?", "It is recorded that there is nothing to learn from it."


class AgreeAction(StepForm):
    """What will be done about it."""

    verb, action = "agree_action", agree_action
    title, button = "Agree an action", "Agree the action"
    when, done = "When was it agreed?", "The action is agreed, and stays on the list until it is done."

    def ask(self) -> None:
        """What, by which post and when, and what it follows from."""
        themes = [
            (str(one.number), f"{word(THEMES, one.theme)}: {self.at.words.get(one.words, '')[:80]}".rstrip(": "))
            for one in self.at.state.learning
        ]
        self.fields["what"] = Text("What will be done?")
        self.fields["post"] = Line("Which post does it?")
        self.fields["due_on"] = Day("By when?")
        self.fields["source"] = Pick("What does it come from?", SOURCES.items())
        if themes:
            self.fields["learning"] = Pick("Which learning does it follow from?", themes, required=False, coerce=int)

    def values(self) -> dict[str, Any]:
        """0 for no learning."""
        return self.cleaned_data | {"learning": self.cleaned_data.get("learning") or 0}


class CompleteAction(StepForm):
    """An action is done."""

    verb, action = "complete_action", complete_action
    title, button = "Record that an action is done", "Record it"
    when, done = "When was it done?", "The action is done. Look later whether it worked."

    def ask(self) -> None:
        """Which, and what shows it."""
        undone = [(str(each.number), action_words(each)) for each in self.at.state.actions if each.completed_on is None]
        self.fields["action"] = Pick("Which action?", undone, coerce=int)
        self.fields["evidence"] = Line("What shows that it was done?")


class CheckAction(StepForm):
    """Somebody looks whether it worked."""

    verb, action = "check_action", check_action
    title, button = "Record whether an action worked", "Record it"
    when, done = "When was it looked at?", "It is recorded whether the action worked."

    def ask(self) -> None:
        """Which, whether, and how one can tell."""
        waiting = [each for each in self.at.state.actions if each.completed_on and each.checked_on is None]
        self.fields["action"] = Pick("Which action?", [(str(a.number), action_words(a)) for a in waiting], coerce=int)
        self.fields["worked"] = Pick("Did it work?", WORKED.items())
        self.fields["note"] = Text("How can one tell?", required=False)


def remedy_words(at: Situation, remedy: Remedy) -> str:
    """A remedy by its number, kind and day."""
    due = f", due {in_words(remedy.due_on)}" if remedy.due_on else ""
    return f"Remedy {remedy.number}: {at.remedy(remedy.kind).lower()}{due}"


def action_words(action: Action) -> str:
    """An action by its number, post and day."""
    return f"Action {action.number}: {action.post}, due {in_words(action.due_on)}"
