"""From the table of a stage to the stage: its limits, posts, pauses and what may follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from putright.rules.citations import RULE_KINDS, RuleKind
from putright.rules.procedures import Procedure
from putright.rules.reading import Table
from putright.rules.reading_citations import citation_from
from putright.rules.reading_limits import limits_from
from putright.rules.reading_pauses import check_pauses, pause_from
from putright.rules.stages import AgreedPeriod, EarlyReferral, Escalation, Ground, Post, Stage
from putright.rules.time_limits import START_EVENTS, TimeLimit


@dataclass(frozen=True, slots=True)
class Setting:
    """What a stage is read against: the instruments and calendars it may name, and the law it stands under."""

    instruments: Mapping[str, str]
    calendar: str
    calendars: Mapping[str, object]
    law: Procedure | None


def stage_from(table: Table, name: str, setting: Setting) -> Stage:
    """The stage called `name`.

    Who signs its answer and what period is agreed for it are the law's where the law above has a stage of that name and
    this one writes nothing of its own.
    """
    own = limits_from(table, setting.instruments, setting.calendar, setting.calendars)
    kept = _kept(table, name, own, setting.law)
    limits = {**kept, **own}
    of_the_law = next((stage for stage in setting.law.stages if stage.name == name), None) if setting.law else None
    stage = Stage(
        name,
        table.text("spoken_as", "People say a number; the code never does."),
        table.text("title"),
        MappingProxyType(limits),
        tuple(_post_from(entry, setting) for entry in table.listed_tables("posts")),
        _escalation_from(table, setting),
        _sign_off_from(table, setting) or (of_the_law.sign_off if of_the_law else None),
        tuple(pause_from(entry, limits, setting.instruments) for entry in table.listed_tables("pauses")),
        _agreed_period_from(table, limits, setting) or _period_of_the_law(of_the_law, limits),
        table.flag_or("optional", False),
        table.flag_or("different_person", False),
        table.texts("leads_to"),
        tuple(kept),
        table.texts("notes"),
        _early_referral_from(table, setting),
    )
    check_pauses(table, stage)
    table.no_other_keys()
    return stage


def _kept(table: Table, stage: str, own: Mapping[str, TimeLimit], law: Procedure | None) -> dict[str, TimeLimit]:
    """The limits of the law above that hold at this stage too: the same values, never copies.

    One of the law's stage of the same name goes before one of its other stages.
    """
    names = table.texts("keeps")
    of_the_law = _limits_of(law, stage) if law else {}
    for name in names:
        if name not in of_the_law:
            known = f"Write some of: {', '.join(of_the_law)}."
            table.fault(
                f"keeps has {name!r}, which is no limit of the law above.",
                "A limit that is kept is the law's own, not a copy.",
                known if law else 'Write under = "…" at the head of the file first.',
                "keeps",
            )
        elif name in own:
            table.fault(
                f"the limit {name!r} is kept and also written here.",
                "A council's own limit beside the law's has a name of its own.",
                "Give it another name, or take it out of keeps.",
                "keeps",
            )
    return {name: of_the_law[name] for name in names if name in of_the_law}


def _limits_of(law: Procedure, stage: str) -> dict[str, TimeLimit]:
    """The limits of a law's stages by name, without those whose name several stages share and `stage` has not."""
    limits = [(name, limit) for each in law.stages for name, limit in each.limits.items()]
    names = [name for name, _ in limits]
    alone = {name: limit for name, limit in limits if names.count(name) == 1}
    same = next((dict(each.limits) for each in law.stages if each.name == stage), {})
    return alone | same


def _post_from(entry: Table, setting: Setting) -> Post:
    post = entry.text("post"), entry.whole_number("number", "The law says how many."), entry.text("duty")
    kind: RuleKind | None = None
    if entry.has("kind"):
        kind = entry.choice(
            "kind", RULE_KINDS, "Law, guidance, a code and a council's own policy are different things."
        )
    made = Post(*post, *citation_from(entry, setting.instruments), kind)
    entry.no_other_keys()
    return made


def _sign_off_from(table: Table, setting: Setting) -> Post | None:
    if not table.has("sign_off"):
        return None
    entry = table.table("sign_off", "Somebody signs the answer.", f"Write [{table.place}.sign_off].")
    return _post_from(entry, setting) if entry else None


def _escalation_from(table: Table, setting: Setting) -> Escalation | None:
    if not table.has("escalation"):
        return None
    entry = table.table("escalation", "It says what may be asked for next.", f"Write [{table.place}.escalation].")
    if entry is None:
        return None
    why = "It decides what the complainant may ask for."
    to, needed = entry.text("to", why), entry.flag("grounds_needed", why)
    unanswered, agreed = entry.flag("when_unanswered", why), entry.flag("by_agreement", why)
    citation, checked = citation_from(entry, setting.instruments)
    grounds = tuple(_ground_from(ground) for ground in entry.listed_tables("grounds"))
    if grounds and not needed:
        entry.fault(
            "grounds are listed though none are needed.",
            "A complainant would be asked for what nobody needs.",
            "Write grounds_needed = true, or take the grounds out.",
            "grounds",
        )
    entry.no_code_twice("grounds", [ground.code for ground in grounds])
    escalation = Escalation(to, needed, unanswered, agreed, citation, checked, entry.texts("notes"), grounds)
    entry.no_other_keys()
    return escalation


def _early_referral_from(table: Table, setting: Setting) -> EarlyReferral | None:
    if not table.has("early_referral"):
        return None
    entry = table.table("early_referral", "It says on what conditions.", f"Write [{table.place}.early_referral].")
    if entry is None:
        return None
    conditions = entry.texts("conditions")
    if not entry.has("conditions"):
        entry.fault(
            "conditions is missing.",
            "Without conditions every complaint could pass the next stage by.",
            "Write what must hold, a sentence each.",
            "conditions",
        )
    referral = EarlyReferral(conditions, *citation_from(entry, setting.instruments))
    entry.no_other_keys()
    return referral


def _period_of_the_law(of_the_law: Stage | None, limits: Mapping[str, TimeLimit]) -> AgreedPeriod | None:
    """The period the law lets be agreed, where the limit it keeps to is kept here too."""
    period = of_the_law.agreed_period if of_the_law else None
    return period if period and (not period.within or period.within in limits) else None


def _ground_from(entry: Table) -> Ground:
    ground = Ground(entry.text("code", "The record keeps the ground by its code."), entry.text("title"))
    entry.no_other_keys()
    return ground


def _agreed_period_from(table: Table, limits: Mapping[str, TimeLimit], setting: Setting) -> AgreedPeriod | None:
    if not table.has("agreed_period"):
        return None
    entry = table.table("agreed_period", "It says who settles it.", f"Write [{table.place}.agreed_period].")
    if entry is None:
        return None
    title, agreed_with = entry.text("title"), entry.text("agreed_with", "Somebody has to agree.")
    settled_on = entry.choice("settled_on", tuple(START_EVENTS), "A period is settled at an event.")
    if_not_agreed = entry.text("if_not_agreed", "Somebody settles it when nobody agrees.")
    within = entry.text("within") if entry.has("within") else ""
    if within and within not in limits:
        entry.fault(
            f"within is {within!r}, which is no limit of this stage.",
            "A period that keeps to nothing never ends.",
            f"Write one of: {', '.join(limits) or 'none here'}.",
            "within",
        )
    cited = citation_from(entry, setting.instruments)
    period = AgreedPeriod(title, agreed_with, settled_on, if_not_agreed, within, *cited)
    entry.no_other_keys()
    return period
