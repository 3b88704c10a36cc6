"""Time limits of a representation as cards: the limit, the council's target and the agreed date side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from putright.authorities import Authority
from putright.facts.clocks import target_due_on
from putright.record.clocks import Clock
from putright.rules import CHECKED_IN_WORDS, KIND_IN_WORDS, Book, DueDate, SkippedDay, Timeliness, in_words, timeliness
from putright.web.presenters.terms import stage_words
from putright.web.presenters.words import long_date, plural, sentence

TAGS = {
    Timeliness.MET: ("Met", "govuk-tag--green"),
    Timeliness.MISSED: ("Missed", "govuk-tag--red"),
    Timeliness.RUNNING: ("Running", "govuk-tag--blue"),
    Timeliness.NOT_KNOWN: ("Not known", "govuk-tag--grey"),
    Timeliness.NOT_APPLICABLE: ("Not applicable", "govuk-tag--grey"),
}
WEEKEND = "weekend"
LIMIT_HEADS = {
    "statutory_limit": "Limit set by law",
    "guidance": "Limit in guidance",
    "code": "Limit in the code",
    "ombudsman_request": "The Ombudsman’s own limit",
    "partner_policy": "Limit of the partnership’s policy",
    "local_policy": "Limit of local policy",
}


@dataclass(frozen=True)
class Reckoning:
    """How a date is worked out: sentences, and the days not counted, gathered by reason."""

    sentences: list[str]
    not_counted: list[tuple[str, str]]
    rule: str
    href: str
    is_checked: bool
    checked: str

    @classmethod
    def of(cls, due: DueDate) -> Reckoning:
        """The explanation that `due` gives of itself, with its days not counted told together."""
        told = due.explanation()
        before, after = told[:3], told[3 + len(due.skipped) :]
        return cls(
            sentences=[*before, *(line for line in after if not line.startswith("Rule: "))],
            not_counted=_gathered(due.skipped),
            rule=f"{due.citation} ({KIND_IN_WORDS[due.kind]})",
            href=due.citation.href,
            is_checked=due.checked == "primary",
            checked=sentence(CHECKED_IN_WORDS[due.checked]),
        )


def _gathered(skipped: tuple[SkippedDay, ...]) -> list[tuple[str, str]]:
    """Days not counted by reason: each bank holiday by its day, weekends by their number and span."""
    by_reason: dict[str, list[date]] = defaultdict(list)
    for day in skipped:
        by_reason[day.reason].append(day.on)
    weekends = by_reason.pop(WEEKEND, [])
    told = [(reason, ", ".join(in_words(on) for on in days)) for reason, days in by_reason.items()]
    if weekends:
        told.append(("Saturdays and Sundays", f"{len(weekends)}, {_span(weekends)}"))
    return told


def _span(days: list[date]) -> str:
    if len(days) <= 2:
        return " and ".join(long_date(day) for day in days)
    return f"from {long_date(days[0])} to {long_date(days[-1])}"


@dataclass(frozen=True)
class ClockCard:
    """One time limit as the page shows it."""

    title: str
    tag: str
    tag_class: str
    standing: str
    dates: list[tuple[str, str]]
    reckoning: Reckoning | None
    why_not: str


@dataclass(frozen=True)
class Setting:
    """What clocks are told by: the council, its procedure, the rule book, the day, and whether the matter is open."""

    council: Authority
    procedure: str
    book: Book
    today: date
    is_open: bool


def clock_cards(clocks: list[Clock], setting: Setting) -> list[ClockCard]:
    """A card for each clock; while the matter is open, those that run come before those that have ended."""
    if setting.is_open:
        clocks = sorted(clocks, key=lambda clock: clock.met_on is not None)
    return [_card(clock, setting) for clock in clocks]


def _card(clock: Clock, setting: Setting) -> ClockCard:
    tag, tag_class = standing_tag(clock.due_on, clock.met_on, setting)
    stage = stage_words(setting.council, setting.book, setting.procedure, clock.stage)
    head = LIMIT_HEADS[clock.limit.kind]
    dates = [
        (head, long_date(clock.due.before_agreement or clock.due.on) if clock.due else "Not known"),
        ("Council’s own target", _target(clock, setting)),
        ("Day the request names" if clock.limit.kind == "ombudsman_request" else "Agreed date", _agreed(clock)),
    ]
    if clock.paused_days:
        dates.append(("Stood still for", plural(clock.paused_days, "working day")))
    return ClockCard(
        title=f"{stage}: {clock.limit.title[:1].lower()}{clock.limit.title[1:]}" if stage else clock.limit.title,
        tag=tag,
        tag_class=tag_class,
        standing=standing_words(clock.due_on, clock.met_on, setting),
        dates=dates,
        reckoning=Reckoning.of(clock.due) if clock.due else None,
        why_not=clock.why_not,
    )


def standing_tag(due: date | None, met_on: date | None, setting: Setting) -> tuple[str, str]:
    """How a clock stands, as the words of a tag and its class."""
    if met_on is None and not setting.is_open:
        return "Not recorded", "govuk-tag--grey"
    stands = timeliness(due, met_on, setting.today, started=True)
    if met_on is None and stands is Timeliness.MISSED:
        return "Overdue", "govuk-tag--red"
    return TAGS[stands]


def standing_words(due: date | None, met_on: date | None, setting: Setting) -> str:
    """How a clock stands, as a sentence."""
    if met_on:
        if due is None:
            return f"Done on {long_date(met_on)}."
        apart = (met_on - due).days
        late = f", {plural(apart, 'calendar day')} after the last day" if apart > 0 else ", in time"
        return f"Done on {long_date(met_on)}{late}."
    if due is None:
        return "No last day can be told."
    if not setting.is_open:
        return f"Was due by {in_words(due)}. Nobody recorded that it was done."
    apart = (due - setting.today).days
    if apart < 0:
        return f"Was due by {in_words(due)}, {plural(-apart, 'day')} ago."
    left = "today" if apart == 0 else f"in {plural(apart, 'day')}"
    return f"Due by {in_words(due)}, {left}."


def _agreed(clock: Clock) -> str:
    """The last day after an extension, the day to which an agreement made it longer, or the day planned for."""
    lengthened = clock.due.on if clock.due and clock.due.agreed_on else None
    if clock.planned_for:
        also = clock.agreed_to or lengthened
        return f"{long_date(clock.planned_for)}{f'; extended to {long_date(also)}' if also else ''}"
    return long_date(clock.agreed_to or lengthened, "None")


def _target(clock: Clock, setting: Setting) -> str:
    """The last day of the council's own target beside a limit."""
    adopted = setting.council.procedures.get(setting.procedure)
    for target in adopted.targets if adopted else ():
        if (target.stage, target.step) == (clock.stage, clock.limit.name):
            calendar = setting.book.calendar(setting.book.procedure(setting.procedure).calendar)
            source = f" ({target.source})" if target.source else ""
            return f"{long_date(target_due_on(target, clock.started_on, calendar), 'Not known')}{source}"
    return "None set"
