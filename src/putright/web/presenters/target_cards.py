"""Clocks that no limit of the rule book stands beside: the council's own targets, and dates agreed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from putright.facts.clock_titles import clock_title
from putright.facts.clocks import LOCAL_TARGET, ClockFact
from putright.record.clocks import Clock
from putright.web.presenters.clocks import ClockCard, Setting, standing_tag, standing_words
from putright.web.presenters.terms import stage_words
from putright.web.presenters.words import long_date


def alone(facts: Collection[ClockFact], ruled: Collection[Clock]) -> list[ClockFact]:
    """Those of `facts` that no clock of the rule book stands beside; the others are on its card."""
    beside = {(clock.stage, clock.limit.name) for clock in ruled}
    return [fact for fact in facts if (fact.stage, fact.clock) not in beside]


def target_cards(facts: Sequence[ClockFact], setting: Setting) -> list[ClockCard]:
    """A card for each; while the matter is open, those that run come before those that have ended."""
    in_order = sorted(facts, key=lambda fact: fact.met_on is not None) if setting.is_open else facts
    return [_card(fact, setting) for fact in in_order]


def _card(fact: ClockFact, setting: Setting) -> ClockCard:
    tag, tag_class = standing_tag(fact.due_on, fact.met_on, setting)
    stage = stage_words(setting.council, setting.book, setting.procedure, fact.stage) if fact.stage else ""
    title = clock_title(setting.book, setting.procedure, fact.stage, fact.clock)
    is_target = fact.kind == LOCAL_TARGET
    return ClockCard(
        title=f"{stage}: {title[:1].lower()}{title[1:]}" if stage else title,
        tag=tag,
        tag_class=tag_class,
        standing=standing_words(fact.due_on, fact.met_on, setting),
        dates=[("Council’s own target" if is_target else "Agreed date", long_date(fact.due_on, "Not known"))],
        reckoning=None,
        why_not=_says(fact) if is_target else "A day agreed with the complainant.",
    )


def _says(fact: ClockFact) -> str:
    return f"A target of the council’s own: {fact.source}." if fact.source else "A target of the council’s own."
