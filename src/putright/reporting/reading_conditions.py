"""The conditions and bases of a council's tables, read from its file with their faults noted."""

from __future__ import annotations

from difflib import get_close_matches

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries
from putright.authorities.fixed_terms import fixed_terms
from putright.authorities.vocabulary import SAME_TERMS, Vocabulary
from putright.authorities.vocabulary_file import MATTERS
from putright.facts.schema import NO_MONTH, Column, FactTable
from putright.reporting.conditions import Base, Between, Condition, OneOf, Test

# Columns that hold the terms of a vocabulary of another name.
_KINDS_ASKED = ("term", "month", "count")
NOT_SAID = "not_said"
NO_TERM = ""
"""What no fact holds: a blank is a term of its own."""
_RANGE = "a range such as { from = 11, to = 20 }, { to = 10 }, { under = 50 } or { over = 20 }"


def read_where(entries: Entries, facts: FactTable, authority: Authority, key: str = "where") -> Condition:
    """The tests under `key`, all of which a fact must meet: a column and what it must be."""
    asked = entries.part(key)
    tests = (_test(asked, name, facts, authority) for name in asked.table)
    return tuple(test for test in tests if test)


def _test(asked: Entries, name: str, facts: FactTable, authority: Authority) -> Test | None:
    column = next((c for c in facts.columns if c.name == name and c.kind in _KINDS_ASKED), None)
    if column is None or name == "authority":
        known = [c.name for c in facts.columns if c.kind in _KINDS_ASKED and c.name != "authority"]
        near = get_close_matches(name, known, n=1)
        meant = f"perhaps {near[0]} is meant; " if near else ""
        asked.fault(f"is not a column of {facts.name} to ask about", f"{meant}it has {', '.join(known)}", name)
        return None
    if column.kind == "term":
        return _one_of(asked, column, authority)
    return _month(asked, column) if column.kind == "month" else _range(asked, column)


def _one_of(asked: Entries, column: Column, authority: Authority) -> Test | None:
    written = asked.raw(column.name)
    if isinstance(written, dict) and list(written) == ["matter"]:
        return _of_matter(asked, column, authority, written["matter"])
    refused = isinstance(written, dict) and list(written) == ["not"]
    codes = written["not"] if refused and isinstance(written, dict) else written
    codes = [codes] if isinstance(codes, str) else codes
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) for code in codes):
        asked.fault(f"is {written!r}", 'write a code, ["one", "two"] or { not = "one" }', column.name)
        return None
    vocabulary = vocabulary_of(column.name, authority)
    for code in codes:
        if vocabulary and code not in vocabulary:
            near = get_close_matches(code, [term.code for term in vocabulary.terms], n=1)
            asked.fault(
                f"{code!r} is not a code of the vocabulary",
                f"write {near[0]!r}" if near else _where_codes_are(column.name, vocabulary),
                column.name,
            )
    return OneOf(column.name, tuple(codes), refused)


def _of_matter(asked: Entries, column: Column, authority: Authority, written: object) -> Test | None:
    """The terms that a council says are one of some matters, whatever it calls them; `NOT_SAID` is every other term."""
    known, vocabulary = MATTERS.get(column.name, ()), vocabulary_of(column.name, authority)
    matters = [written] if isinstance(written, str) else written
    if vocabulary is None or not known or not isinstance(matters, list) or not set(matters) <= {*known, NOT_SAID}:
        there = (
            f"write one of: {', '.join((*known, NOT_SAID))}" if known else f"{column.name} has none; write its codes"
        )
        asked.fault(f"{written!r} is not a matter", there, column.name)
        return None
    refused = NOT_SAID in matters
    codes = [code for each in known if (each in matters) is not refused for code in vocabulary.meaning(each)]
    return OneOf(column.name, tuple(codes) or (NO_TERM,), refused)


def _where_codes_are(column: str, vocabulary: Vocabulary) -> str:
    if column in fixed_terms():
        return f"write one of: {', '.join(term.code for term in vocabulary.terms)}"
    return "use a code of vocabularies.toml, or add the term there"


def vocabulary_of(column: str, authority: Authority) -> Vocabulary | None:
    """The vocabulary whose terms a column of the facts holds, the council's or the product's, if there is one."""
    return authority.vocabularies.get(SAME_TERMS.get(column, column)) or fixed_terms().get(column)


def read_years(entries: Entries) -> tuple[int, ...]:
    """The years under `years`: 0 for the report's own, -1 for the one before; the report's own where there are none."""
    years = entries.raw("years") if entries.has("years") else [0]
    whole = isinstance(years, list) and all(type(year) is int and year <= 0 for year in years)
    if isinstance(years, list) and whole and 0 < len(set(years)) == len(years):
        return tuple(years)
    entries.fault("are not years up to the report's own, each once", "write them like [0, -1]", "years")
    return (0,)


def _month(asked: Entries, column: Column) -> Test | None:
    written = asked.raw(column.name)
    if written == "any":
        return Between(column.name, NO_MONTH + 1)
    if written == "none":
        return Between(column.name, NO_MONTH, NO_MONTH)
    asked.fault(f"is {written!r}", 'write "any" for a date that is there, "none" for one that is not', column.name)
    return None


def _range(asked: Entries, column: Column) -> Test | None:
    written = asked.raw(column.name)
    if isinstance(written, int) and not isinstance(written, bool):
        return Between(column.name, written, written)
    if (
        not isinstance(written, dict)
        or not written
        or not all(type(number) is int for number in written.values())
        or not set(written) <= {"from", "to", "under", "over"}
    ):
        asked.fault(f"is {written!r}", f"write a number, or {_RANGE}", column.name)
        return None
    low = max(written.get("from", 0), written.get("over", -1) + 1)
    ends = [*([written["to"]] if "to" in written else []), *([written["under"] - 1] if "under" in written else [])]
    high = min(ends) if ends else None
    if high is not None and high < low:
        asked.fault(f"nothing lies in {written!r}", f"write {_RANGE}", column.name)
        return None
    return Between(column.name, low, high)


def read_base(entries: Entries, facts: FactTable) -> Base:
    """The base under `base`: `received`, `received or responded`, `decided but not referred`."""
    name = entries.text("base")
    some, _, none = name.partition(" but not ")
    months = {c.name.removesuffix("_month"): c.name for c in facts.columns if c.kind == "month"}
    any_of, none_of = some.split(" or "), none.split(" or ") if none else []
    if unknown := [word for word in (*any_of, *none_of) if word not in months]:
        entries.fault(
            f"{', '.join(unknown)} is not a month that {facts.name} has",
            f"join {', '.join(months)} by “or”, and what must not be by “but not”",
            "base",
        )
        return Base("received", ("received_month",))
    return Base(name, tuple(months[word] for word in any_of), tuple(months[word] for word in none_of))
