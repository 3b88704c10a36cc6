"""The terms that are no council's own: ``standard_terms.toml`` beside this module, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.spelling import code_of
from putright.authorities.vocabulary import NAMES, NO_COMPLAINT, Term

FILE = Path(__file__).with_name("standard_terms.toml")


@cache
def standard_terms() -> dict[str, tuple[Term, ...]]:
    """The terms of the file by the name of their vocabulary, in order.

    Raises :class:`AuthorityFaults`, naming every fault of the file.
    """
    faults: list[AuthorityFault] = []
    entries = read_toml(FILE, faults, named=FILE.name)
    terms = {}
    if entries is not None:
        terms = {name: _terms(entries.part(name)) for name in NAMES if entries.has(name)}
        entries.finish()
    if faults:
        raise AuthorityFaults(faults)
    return terms


def _terms(entries: Entries) -> tuple[Term, ...]:
    terms = tuple(_term(term) for term in entries.parts("terms", "label"))
    entries.finish()
    return terms


def _term(entries: Entries) -> Term:
    label = entries.text("label")
    matter = entries.choice("matter", ("", NO_COMPLAINT), default="")
    term = Term(entries.text("code", default=code_of(label)), label, matter=matter)
    entries.finish()
    return term
