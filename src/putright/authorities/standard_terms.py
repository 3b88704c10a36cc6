"""The terms that are no council's own: ``standard_terms.toml`` beside this module, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.spelling import code_of
from putright.authorities.vocabulary import NAMES, Term, Vocabulary

FILE = Path(__file__).with_name("standard_terms.toml")
OWN = ("party", "preferred_contact", "consent", "consent_how")
"""The vocabularies that no council writes."""


@cache
def standard_vocabularies() -> dict[str, Vocabulary]:
    """Every vocabulary of the file by its name. Raises :class:`AuthorityFaults`, naming every fault of the file."""
    faults: list[AuthorityFault] = []
    entries = read_toml(FILE, faults, named=FILE.name)
    vocabularies = {}
    if entries is not None:
        names = [name for name in (*NAMES, *OWN) if entries.has(name)]
        vocabularies = {name: _vocabulary(name, entries.part(name)) for name in names}
        entries.finish()
    if faults:
        raise AuthorityFaults(faults)
    return vocabularies


def _vocabulary(name: str, entries: Entries) -> Vocabulary:
    title = entries.text("title")
    terms = tuple(_term(term) for term in entries.parts("terms", "label"))
    entries.finish()
    return Vocabulary(name, title, terms)


def _term(entries: Entries) -> Term:
    label = entries.text("label")
    term = Term(entries.text("code", default=code_of(label)), label)
    entries.finish()
    return term
