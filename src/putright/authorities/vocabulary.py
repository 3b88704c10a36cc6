"""A council's vocabulary: the values one column may hold, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from putright.authorities.spelling import differences, likeness

NOT_RECORDED = "not_recorded"
NOT_APPLICABLE = "not_applicable"
NO_COMPLAINT = "no_complaint"
OWN_FINDINGS = ("upheld", "partially_upheld", "not_upheld")
DECISIONS = ("upheld", "not_upheld", "not_investigated", "awaited")
BUILT_IN = {NOT_RECORDED: "Not recorded", NOT_APPLICABLE: "Not applicable"}

NAMES = (
    "category",
    "type",
    "received_from",
    "method",
    "nature",
    "service",
    "district",
    "outcome_sought",
    "outcome",
    "refusal_reason",
    "gender",
    "age_band",
    "ethnicity",
    "disability",
    "referral_type",
    "decision",
)
"""The vocabularies every council has; each is the name of the fact column that holds its terms."""

OPTIONAL = ("remedy", "cost")
"""The vocabularies that a council may have besides."""

SAME_TERMS = {"concern": "nature", "concern_service": "service", "learning_service": "service"}
"""Fact columns that hold terms of a vocabulary of another name."""


@dataclass(frozen=True)
class Term:
    """One value: `code` is stored, `label` is printed.

    `group` is the heading it is printed under, empty for none. `categories` are the codes of the categories it may
    occur in, empty for all. It is in use from and to these days, both included, None meaning without end. `synonyms`
    are other spellings that mean this term. `matter` is what it is to the rule book and to reports: a subject or a
    complainant of ``putright.rules``, ``no_complaint``, one of `OWN_FINDINGS` of an outcome, one of `DECISIONS` of the
    Ombudsman's; empty where that cannot be told from it.
    """

    code: str
    label: str
    group: str = ""
    categories: tuple[str, ...] = ()
    in_use_from: date | None = None
    in_use_to: date | None = None
    synonyms: tuple[str, ...] = ()
    matter: str = ""

    def occurs_in(self, category: str) -> bool:
        """Whether a representation of this category may have this value."""
        return not self.categories or category in self.categories

    def is_in_use(self, on: date) -> bool:
        """Whether the council used this value on a day."""
        return (self.in_use_from is None or self.in_use_from <= on) and (self.in_use_to is None or on <= self.in_use_to)


@dataclass(frozen=True)
class Match:
    """The term that a printed value means, and in what its spelling differs from the label; empty for not at all."""

    term: Term
    differs_in: tuple[str, ...] = ()

    @property
    def is_normalised(self) -> bool:
        """Whether the printed value is not exactly the label."""
        return bool(self.differs_in)


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one column in printed order. ``not_recorded`` and ``not_applicable`` are known to every one.

    `standard` are terms of the product that the council did not list: they may be taken down and have a label, but
    the council's reports do not print them and its exports do not name them.
    """

    name: str
    title: str
    terms: tuple[Term, ...]
    standard: tuple[Term, ...] = ()

    def term(self, code: str) -> Term:
        """The term with this code; KeyError naming the vocabulary if there is none."""
        try:
            return self._by_code[code]
        except KeyError:
            raise KeyError(f"the vocabulary {self.name!r} has no term {code!r}") from None

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def label(self, code: str) -> str:
        """What is printed for this code; KeyError naming the vocabulary if there is none."""
        return self.term(code).label

    def meaning(self, matter: str) -> tuple[str, ...]:
        """The codes of its terms that are this `matter`."""
        return tuple(term.code for term in (*self.terms, *self.standard) if term.matter == matter)

    def groups(self) -> tuple[str, ...]:
        """The groups of its terms in order, without the terms that have none."""
        return tuple(dict.fromkeys(term.group for term in self.terms if term.group))

    def terms_in(self, category: str) -> tuple[Term, ...]:
        """Its terms in order that may occur in a category."""
        return tuple(term for term in self.terms if term.occurs_in(category))

    def offered(self, on: date) -> tuple[Term, ...]:
        """What may be taken down on a day: the terms in use then, and the product's own that the council lacks."""
        return (*(term for term in self.terms if term.is_in_use(on)), *self.standard)

    def with_standard(self, terms: Iterable[Term]) -> Vocabulary:
        """This vocabulary with those of the product's `terms` that it does not hold by code, label or synonym."""
        lacking = (term for term in terms if term.code not in self._by_code and not self.match(term.label))
        return replace(self, standard=tuple(lacking))

    def match(self, printed: str, category: str | None = None) -> Match | None:
        """The term a printed value means, however it is spaced, cased or punctuated; None for no term.

        Where two terms print alike in different categories, `category` decides which is meant.
        """
        found = self._by_likeness.get(likeness(printed))
        if not found:
            return None
        term, spelling = next(((t, s) for t, s in found if category is not None and t.occurs_in(category)), found[0])
        if spelling == term.label:
            return Match(term, differences(printed, term.label))
        return Match(term, (*differences(printed, spelling), "synonym"))

    @cached_property
    def _by_code(self) -> dict[str, Term]:
        built_in = {code: Term(code, label) for code, label in BUILT_IN.items()}
        return built_in | {term.code: term for term in (*self.standard, *self.terms)}

    @cached_property
    def _by_likeness(self) -> dict[str, list[tuple[Term, str]]]:
        found: dict[str, list[tuple[Term, str]]] = {}
        own = [term for term in self._by_code.values() if term not in self.standard]
        for term, spelling in _spellings(own):
            found.setdefault(likeness(spelling), []).append((term, spelling))
        return found


def _spellings(terms: Iterable[Term]) -> Iterable[tuple[Term, str]]:
    for term in terms:
        yield term, term.label
        for synonym in term.synonyms:
            yield term, synonym
