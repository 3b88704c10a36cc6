"""Stages of a procedure: who acts and signs, within what limits, when a clock may stop, and what may follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from putright.rules.citations import Checked, Citation, RuleKind
from putright.rules.time_limits import TimeLimit, Unit, counted


@dataclass(frozen=True, slots=True)
class Post:
    """Who must act at a stage: the post, how many of them, and what is required of them.

    `kind` says whose rule it is where it is not that of the procedure.
    """

    name: str
    number: int
    duty: str
    citation: Citation
    checked: Checked
    kind: RuleKind | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """One of the grounds on which the next stage may be asked for."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Escalation:
    """The stage the complainant may ask for next.

    `grounds_needed`: whether reasons or listed grounds must be given, or asking is enough.
    `when_unanswered`: whether it may be asked for once the extended limit of this stage has passed without an answer.
    `by_agreement`: whether this stage may be left out when council and complainant agree.
    `grounds`: those that count, where they are listed; one is enough. Empty where none are listed.
    """

    to: str
    grounds_needed: bool
    when_unanswered: bool
    by_agreement: bool
    citation: Citation
    checked: Checked
    notes: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest a limit may be in all, however long its clock stood still."""

    count: int
    unit: Unit

    @property
    def in_words(self) -> str:
        """The length in words: "20 working days"."""
        return counted(self.count, self.unit)


@dataclass(frozen=True, slots=True)
class Pause:
    """A reason for which the clock of a stage's answer may stand still. A reason that is not listed stops no clock.

    `longest` is how long the answer may take in all, the pause included; None if the rule does not say.
    """

    reason: str
    title: str
    longest: Longest | None
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class AgreedPeriod:
    """A time for the answer that no rule fixes: it is settled case by case, with `agreed_with`.

    `settled_on` is the event it is settled at, one of START_EVENTS. `if_not_agreed` says who settles it then.
    `within` names the limit of the stage that the period has to keep to, empty if there is none.
    """

    title: str
    agreed_with: str
    settled_on: str
    if_not_agreed: str
    within: str
    citation: Citation
    checked: Checked


@dataclass(frozen=True, slots=True)
class EarlyReferral:
    """That the Ombudsman may be asked in place of the next stage, where every one of `conditions` holds."""

    conditions: tuple[str, ...]
    citation: Citation
    checked: Checked

    @property
    def in_words(self) -> str:
        """The conditions as a sentence."""
        return f"The Ombudsman may be asked in its place only where {'; '.join(self.conditions)}."


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a procedure. `spoken_as` is the number people say ("Stage 1"); `limits` is by the limit's name.

    `optional`: it may be left out. `different_person`: who answers is not who answered at the stage before.
    `leads_to` names stages that may follow without the complainant asking; whoever runs the procedure decides which.
    `kept` names those of `limits` that stand in the law above and not in the procedure itself.
    """

    name: str
    spoken_as: str
    title: str
    limits: Mapping[str, TimeLimit]
    posts: tuple[Post, ...] = ()
    escalation: Escalation | None = None
    sign_off: Post | None = None
    pauses: tuple[Pause, ...] = ()
    agreed_period: AgreedPeriod | None = None
    optional: bool = False
    different_person: bool = False
    leads_to: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    early_referral: EarlyReferral | None = None

    @property
    def next(self) -> str | None:
        """Name of the stage that may be asked for after this one; None if this is the last."""
        return self.escalation.to if self.escalation else None

    def pause(self, reason: str) -> Pause | None:
        """The pause for `reason`; None if the rules know no such pause at this stage."""
        return next((pause for pause in self.pauses if pause.reason == reason), None)
