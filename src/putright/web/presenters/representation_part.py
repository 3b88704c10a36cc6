"""A section of the page of a representation: what it holds, and the steps that lead on from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from putright.record.steps import Step
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.steps import step_href, verb_words


@dataclass(frozen=True)
class Way:
    """A step that leads on from here; `about` says what it is about to those who do not see where it stands."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True)
class Item:
    """One person, concern, remedy …: `facts` are short lines, `words` what was said, `tag` how it stands."""

    title: str
    facts: list[str] = field(default_factory=list)
    words: str = ""
    tag: tuple[str, str] | None = None
    warning: str = ""
    href: str = ""
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """One section of the page; `empty` is said where it holds nothing."""

    title: str
    anchor: str
    items: list[Item]
    empty: str = ""
    ways: list[Way] = field(default_factory=list)


@dataclass(frozen=True)
class Drawing:
    """What sections are drawn from: the representation, and its steps by verb."""

    seen: Seen
    steps: Mapping[str, Step]

    def part(self, title: str, anchor: str, items: Iterable[Item], empty: str, *verbs: str) -> Part:
        """A section with the steps of `verbs` beneath it, those that this person may take."""
        ways = [way for verb in verbs for way in self.way(verb, verb_words(verb))]
        return Part(title, anchor, list(items), empty, ways)

    def way(self, verb: str, text: str, about: str = "", **query: object) -> list[Way]:
        """The step with its form filled in by `query`; none where this person may not take it now."""
        step = self.steps.get(verb)
        href = step_href(step, self.seen.actor, self.seen.number, **query) if step else ""
        return [Way(text, href, about)] if href else []

    def label(self, vocabulary: str, code: str) -> str:
        """What the council prints for a code, empty for a blank."""
        return "" if code in ("not_recorded", "") else self.seen.council.vocabulary(vocabulary).label(code)
