"""Extending a time limit: which, until when, and what its rule asks for."""

from __future__ import annotations

from putright.casework.actions.extend import extend, extendable
from putright.record.steps.extending import Longer
from putright.rules import Extension, in_words
from putright.web.forms.steps.fields import Day, Line, Pick, Text
from putright.web.forms.steps.step_form import StepForm, rule_of


class Extend(StepForm):
    """A limit is extended, within what its rule allows."""

    verb, action = "extend", extend
    title, button = "Extend the time limit", "Extend the time limit"
    when, done = "When was it decided, or agreed?", "The time limit is extended."

    def ask(self) -> None:
        """Which limit; the new day, proposed as the longest the rule allows; the reason; who decided or agreed."""
        longer = self.longer
        if len(longer) > 1:
            hints = {each.limit: _until(each) for each in longer}
            titles = [(each.limit, each.clock.limit.title) for each in longer]
            which = self.fields["limit"] = Pick("Which limit?", titles, hints=hints, required=False)
            which.initial, which.is_conditional = longer[0].limit, True
        self.fields["to"] = Day("New last day", hint="" if len(longer) > 1 else " ".join(map(_until, longer)))
        if longer and longer[0].latest:
            self.fields["to"].initial = longer[0].latest
        self._ask_why([rule for each in longer if isinstance(rule := each.rule, Extension)])
        self.fields["agreed_by"] = Line(f"Which post decided it{', or who agreed' if self._by_agreement else ''}?")
        self.fields["explanation"] = Text("What is the complainant told?", required=False)

    @property
    def longer(self) -> list[Longer]:
        """The limits that may become longer."""
        return extendable(self.at.state, self.at.step.stage)

    @property
    def notes(self) -> list[str]:
        """What each rule asks for."""
        return [_asked_for(each) for each in self.longer]

    @property
    def _by_agreement(self) -> bool:
        return any(each.latest is None for each in self.longer)

    def _ask_why(self, extensions: list[Extension]) -> None:
        reasons = [(reason, f"{reason[:1].upper()}{reason[1:]}") for rule in extensions for reason in rule.reasons]
        if reasons and not self._by_agreement:
            self.fields["reason"] = Pick("Why?", reasons)
        else:
            hint = f"The extension is for: {'; '.join(reason for reason, _ in reasons)}." if reasons else ""
            self.fields["reason"] = Line("Why?", hint=hint)


def _until(longer: Longer) -> str:
    if longer.latest:
        return f"After {in_words(longer.after)} and not after {in_words(longer.latest)}."
    return f"After {in_words(longer.after)}, as agreed."


def _asked_for(longer: Longer) -> str:
    rule = longer.rule
    if not isinstance(rule, Extension):
        in_time = f" by {in_words(longer.after)}, when it ends" if rule.before_expiry else ""
        return f"“{longer.clock.limit.title}” becomes longer only if {rule.agreed_by} agrees{in_time}. {rule_of(rule)}"
    said = [
        f"It is for {rule.authorised_by} to extend “{longer.clock.limit.title}”. {rule_of(rule)}",
        "The complainant is told the reason and the new date." if rule.complainant_told else "",
        "The complainant has to agree." if rule.complainant_agrees else "",
    ]
    return " ".join(part for part in said if part)
