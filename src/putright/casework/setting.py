"""What casework needs from the floors below, loaded once: the rule book and a council."""

from __future__ import annotations

from functools import cache

from putright.authorities import Authority, load_authority
from putright.facts.derive import FactRows, derive
from putright.record.state import State
from putright.rules import Book, load_book


@cache
def book() -> Book:
    """The rule book."""
    return load_book()


def book_of(slug: str) -> Book:
    """The rule book as the council with this slug uses it."""
    return authority(slug).book


def authority(slug: str) -> Authority:
    """The council with this slug."""
    return load_authority(slug)


def facts_of(number: int, state: State, slug: str) -> FactRows:
    """The fact rows of a representation of the council `slug`."""
    return derive(number, state, authority(slug), book())
