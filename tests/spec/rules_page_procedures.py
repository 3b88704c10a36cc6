"""The part of docs/reference/rules.md about one procedure: its limits, stages, and who acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.spec.rules_page_triage import link, sentence, triage_lines

from putright.rules import (
    KIND_IN_WORDS,
    START_EVENTS,
    LimitValue,
    Post,
    Procedure,
    Stage,
    TimeLimit,
    counted,
)


def procedure_lines(procedure: Procedure) -> Iterator[str]:
    """The section of one procedure."""
    yield f"## {procedure.title}\n"
    yield f"`{procedure.name}`: {KIND_IN_WORDS[procedure.kind]}. At its end: {procedure.after}\n"
    rule = procedure.working_day
    yield f"Working day: {rule.definition} {link(rule.citation)} ({rule.checked}). Calendar: `{rule.calendar}`.\n"
    yield from _standing_of(procedure)
    if procedure.under is None:
        yield from triage_lines(procedure)
    else:
        yield f"Its limits as a whole, its questions and its reasons to refuse are those of `{procedure.under}`.\n"
    if procedure.limits and procedure.under is None:
        yield "### The procedure as a whole\n"
        yield from _limits(procedure.limits)
    for stage in procedure.stages:
        yield f"### {stage.spoken_as}: {stage.title}\n"
        yield f"`{stage.name}`{', which may be left out' if stage.optional else ''}\n"
        yield from _limits(stage.limits)
        yield from _period_and_pauses(stage)
        yield from _posts(stage)
        yield from (f"{note}\n" for note in stage.notes)
        yield from _escalation(procedure, stage)


def _standing_of(procedure: Procedure) -> Iterator[str]:
    if procedure.under:
        yield f"It stands under `{procedure.under}`: what it keeps of that is the law's own.\n"
    if procedure.template:
        yield "No rule lays these stages down: they are a template for a council to alter.\n"
    counted_so = "counted" if procedure.in_statutory_totals else "not counted"
    yield f"Its complaints are {counted_so} in statutory totals.\n"
    yield from (f"{note}\n" for note in procedure.notes)


def _limits(limits: Mapping[str, TimeLimit]) -> Iterator[str]:
    if not limits:
        yield "The book has no time limit for this stage.\n"
        return
    yield "| Limit | Length | Counted from the day on which | Kind | Source | Checked | In force from |"
    yield "|---|---|---|---|---|---|---|"
    for limit in limits.values():
        for value in limit.values:
            yield (
                f"| {limit.title} (`{limit.name}`) | {_length(value)} | {START_EVENTS[value.starts_from]} "
                f"| {KIND_IN_WORDS[limit.kind]} | {link(value.citation)} | {value.checked} "
                f"| {value.in_force_from.isoformat()} |"
            )
    yield ""
    for limit in limits.values():
        for value in limit.values:
            yield from _remarks(limit, value)
    yield ""


def _length(value: LimitValue) -> str:
    longest = f", extended {value.extended.count}" if value.extended else ""
    included = ", that day included" if value.counting == "commencing_on" else ""
    return value.in_words + longest + included


def _remarks(limit: TimeLimit, value: LimitValue) -> Iterator[str]:
    if extension := value.extended:
        told = "the complainant must be told" if extension.complainant_told else "the complainant need not be told"
        agrees = "must agree" if extension.complainant_agrees else "need not agree"
        yield (
            f"- `{limit.name}`, extension to {counted(extension.count, value.unit)} in all by "
            f"{extension.authorised_by}: {'; '.join(extension.reasons)}. {told.capitalize()} and {agrees}. "
            f"{link(extension.citation)} ({extension.checked})."
        )
        yield from (f"- `{limit.name}`, extension: {note}" for note in extension.notes)
    if longer := value.longer_if_agreed:
        in_time = " before it has passed" if longer.before_expiry else ""
        yield (
            f"- `{limit.name}` becomes any longer period that {longer.agreed_by} agrees to{in_time}. "
            f"{link(longer.citation)} ({longer.checked})."
        )
    if missed := value.when_missed:
        source = f"{link(missed.citation)} ({missed.checked})"
        yield f"- `{limit.name}`, when missed: the council must {missed.must}. {source}."
    if discretion := value.discretion:
        yield (
            f"- `{limit.name}` may be set aside if {' and '.join(discretion.limbs)}. "
            f"{link(discretion.citation)} ({discretion.checked})."
        )
    if limit.parts:
        yield f"- `{limit.name}` is the sum of {', '.join(f'`{part}`' for part in limit.parts)}."
    for note in value.notes:
        yield f"- `{limit.name}`: {note}"


def _period_and_pauses(stage: Stage) -> Iterator[str]:
    if period := stage.agreed_period:
        within = f" It keeps within `{period.within}`." if period.within else ""
        yield (
            f"{period.title}: no rule gives it a number. Settled with {period.agreed_with}, on the day on which "
            f"{START_EVENTS[period.settled_on]}. {period.if_not_agreed}{within} "
            f"{link(period.citation)} ({period.checked}).\n"
        )
    for pause in stage.pauses:
        longest = f"; {pause.longest.in_words} in all at most" if pause.longest else ""
        yield (
            f"The clock may be paused: {pause.title} (`{pause.reason}`){longest}. "
            f"{link(pause.citation)} ({pause.checked}).\n"
        )


def _posts(stage: Stage) -> Iterator[str]:
    if stage.posts:
        yield "Who must act:\n"
        yield from (f"- {_post(post)}" for post in stage.posts)
        yield ""
    if stage.sign_off:
        yield f"Who signs: {_post(stage.sign_off)}\n"
    if stage.different_person:
        yield "Who answers here is not who answered at the stage before.\n"


def _post(post: Post) -> str:
    kind = f" {sentence(KIND_IN_WORDS[post.kind])}" if post.kind else ""
    return f"`{post.name}` × {post.number}: {post.duty}{kind} {link(post.citation)} ({post.checked})."


def _escalation(procedure: Procedure, stage: Stage) -> Iterator[str]:
    escalation = stage.escalation
    if stage.leads_to:
        yield f"What may follow without being asked for: {', '.join(f'`{name}`' for name in stage.leads_to)}.\n"
    if escalation is None:
        if not any(each.escalation for each in procedure.stages) and len(procedure.stages) > 1:
            yield from () if stage.leads_to else ("Nothing follows it here.\n",)
        elif not stage.leads_to:
            yield f"It is the last stage. After it: {procedure.after}\n"
        return
    following = procedure.stage(escalation.to)
    grounds = "grounds must be given" if escalation.grounds_needed else "no grounds are needed"
    yield (
        f"Next: {following.spoken_as}, `{following.name}`; {grounds}. "
        f"{link(escalation.citation)} ({escalation.checked}).\n"
    )
    if escalation.when_unanswered:
        yield "- It may also be asked for when the longest time has passed without an answer."
    if escalation.by_agreement:
        yield "- This stage may be left out when council and complainant agree."
    yield from (f"- Ground `{ground.code}`: {ground.title}." for ground in escalation.grounds)
    yield from (f"- {note}" for note in escalation.notes)
    yield from _early_referral(stage)
    yield ""


def _early_referral(stage: Stage) -> Iterator[str]:
    early = stage.early_referral
    if early:
        yield f"- {early.in_words} {link(early.citation)} ({early.checked})."
