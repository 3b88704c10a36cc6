"""From the content of a rule file to its procedure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from putright.rules.citations import RULE_KINDS
from putright.rules.faults import FaultList
from putright.rules.procedures import Procedure, WorkingDayRule
from putright.rules.reading import Table
from putright.rules.reading_calendars import check_calendar
from putright.rules.reading_citations import citation_from, instruments_from
from putright.rules.reading_limits import limits_from
from putright.rules.reading_questions import check_answers, questions_from, refusals_from, scope_from
from putright.rules.reading_stages import Setting, stage_from
from putright.rules.stages import Stage
from putright.rules.time_limits import TimeLimit


def procedure_from(table: Table, name: str, calendars: Mapping[str, object], law: Procedure | None = None) -> Procedure:
    """The procedure called `name`; `law` is the one it stands under.

    What a council's local form keeps of the law above it are the law's own values: its limits as a whole, its
    questions and its reasons to refuse. The local form cannot write others in their place.
    """
    instruments = instruments_from(table)
    working_day = _working_day_from(table, instruments, calendars)
    setting = Setting(instruments, working_day.calendar, calendars, law)
    stages = tuple(stage_from(entry, stage, setting) for stage, entry in table.named_tables("stages"))
    kind = table.choice("kind", RULE_KINDS, "Law, guidance, a code and a council's own policy are different things.")
    limits = limits_from(table, instruments, working_day.calendar, calendars)
    questions, refusals = questions_from(table, instruments), refusals_from(table, instruments)
    scope = scope_from(table, instruments)
    check_answers(table, questions, refusals)
    if law is not None:
        _check_law_is_kept(table, law, limits)
    procedure = Procedure(
        name,
        table.text("title"),
        kind,
        working_day,
        stages,
        MappingProxyType({**(law.limits if law else {}), **limits}),
        table.text("after", "The complainant is told what is open at the end."),
        law.questions if law else questions,
        law.refusals if law else refusals,
        scope or (law.scope if law else ()),
        law.name if law else None,
        table.flag_or("in_statutory_totals", law.in_statutory_totals if law else kind == "statutory_limit"),
        table.flag_or("template", False),
        table.texts("notes"),
    )
    table.no_other_keys()
    _check_stages(table, procedure.stages)
    return procedure


def _working_day_from(table: Table, instruments: Mapping[str, str], calendars: Mapping[str, object]) -> WorkingDayRule:
    entry = table.table(
        "working_day",
        "Each instrument says for itself what a working day is.",
        'Write [working_day] with calendar = "…".',
    )
    entry = entry or Table({}, table.file, "working_day", FaultList())
    calendar = entry.text("calendar", "Without its bank holidays no working day can be counted.")
    check_calendar(entry, calendar, calendars)
    rule = WorkingDayRule(calendar, entry.text("definition"), *citation_from(entry, instruments))
    entry.no_other_keys()
    return rule


def _check_law_is_kept(table: Table, law: Procedure, limits: Mapping[str, TimeLimit]) -> None:
    for key in ("questions", "refusals"):
        if table.has(key):
            table.fault(
                f"{key} are written though the procedure stands under {law.name}.",
                "The law's own are asked; local policy cannot change them.",
                f"Take {key} out.",
                key,
            )
    for name in limits:
        if name in law.limits:
            table.fault(
                f"the limit {name!r} is also one of {law.name}.",
                "Local policy cannot stand in the place of the law.",
                "Give it a name of its own, or take it out.",
                f"limits.{name}",
            )


def _check_stages(table: Table, stages: tuple[Stage, ...]) -> None:
    following = {stage.name: stage.next for stage in stages}
    if not following:
        table.fault("there are no stages.", "A procedure is made of its stages.", "Write [stages.NAME].", "stages")
        return
    lost = False
    for stage in stages:
        onward = [("escalation.to", stage.next)] if stage.next else []
        onward += [("leads_to", to) for to in stage.leads_to]
        for key, to in onward:
            if to not in following:
                lost = True
                table.fault(
                    f"the next stage {to!r} is not a stage of this procedure.",
                    "The complainant would be sent nowhere.",
                    f"Write one of: {', '.join(following)}.",
                    f"stages.{stage.name}.{key}",
                )
    if not lost and not _goes_round(table, stages):
        _check_all_reached(table, stages)


def _goes_round(table: Table, stages: tuple[Stage, ...]) -> bool:
    """Whether the stages that may be asked for go round, with a fault if they do."""
    following = {stage.name: stage.next for stage in stages}
    seen: list[str] = []
    at: str | None = stages[0].name
    while at in following and at not in seen:
        seen.append(at)
        at = following[at]
    if at in seen:
        table.fault(
            f"the stages go round: {' → '.join([*seen, at])}.",
            "A procedure must come to an end.",
            "Take the escalation out of the last stage.",
            "stages",
        )
        return True
    return False


def _check_all_reached(table: Table, stages: tuple[Stage, ...]) -> None:
    reached = {stages[0].name} | {to for stage in stages for to in (stage.next, *stage.leads_to) if to}
    for stage in stages:
        if stage.name not in reached:
            table.fault(
                f"no stage leads to {stage.name!r}.",
                "A stage that nothing leads to is never used.",
                "Name it in the escalation or in leads_to of another stage, or take it out.",
                f"stages.{stage.name}",
            )
