"""The terms of columns that no council words for itself: those of ``fixed_terms.toml``, stages and procedures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from putright.authorities.authority import AdoptedProcedure, Authority
from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.spelling import code_of
from putright.authorities.vocabulary import SAME_TERMS, Term, Vocabulary
from putright.rules import load_book

FILE = Path(__file__).with_name("fixed_terms.toml")
STAGE, PROCEDURE = "stage", "procedure"


def vocabulary_asked(column: str, authority: Authority) -> Vocabulary | None:
    """The terms that a table prints for a column of the facts: the council's, else the fixed ones, else None."""
    own = authority.vocabularies.get(SAME_TERMS.get(column, column))
    if own is not None:
        return own
    if column == STAGE:
        return _stages(authority.procedures)
    if column == PROCEDURE:
        return _procedures(authority.procedures)
    return fixed_terms().get(column)


@cache
def fixed_terms() -> Mapping[str, Vocabulary]:
    """The vocabularies of the file by the name of their column.

    Raises :class:`AuthorityFaults`, naming every fault of the file.
    """
    faults: list[AuthorityFault] = []
    entries = read_toml(FILE, faults, named=FILE.name)
    if entries is None or faults:
        raise AuthorityFaults(faults)
    read = {name: _vocabulary(name, entries.part(name)) for name in entries.table}
    entries.finish()
    if faults:
        raise AuthorityFaults(faults)
    return read


def _vocabulary(name: str, entries: Entries) -> Vocabulary:
    terms = tuple(_term(part) for part in entries.parts("terms", "label"))
    vocabulary = Vocabulary(name, entries.text("title"), terms)
    entries.finish()
    return vocabulary


def _term(entries: Entries) -> Term:
    label = entries.text("label")
    term = Term(entries.text("code", default=code_of(label)), label)
    entries.finish()
    return term


def _stages(adopted: Mapping[str, AdoptedProcedure]) -> Vocabulary:
    """The stages by the words the council says, with the procedure where it says the same of stages of several."""
    said: dict[str, list[AdoptedProcedure]] = {}
    for procedure in adopted.values():
        for stage in procedure.stage_labels:
            said.setdefault(stage, []).append(procedure)
    labels = {stage: procedures[0].stage_labels[stage] for stage, procedures in said.items()}
    told = list(labels.values())
    terms = []
    for stage, label in labels.items():
        titles = " and ".join(load_book().procedure(procedure.procedure).title for procedure in said[stage])
        terms.append(Term(stage, f"{label}, {titles}" if told.count(label) > 1 else label, group=titles))
    return Vocabulary(STAGE, "Stage", tuple(terms))


def _procedures(adopted: Mapping[str, AdoptedProcedure]) -> Vocabulary:
    terms = tuple(Term(name, load_book().procedure(name).title) for name in adopted)
    return Vocabulary(PROCEDURE, "Procedure", terms)
