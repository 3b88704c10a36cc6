"""Reading ``vocabularies.toml``: every fault of the file at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault
from putright.authorities.spelling import code_of, likeness
from putright.authorities.standard_terms import standard_terms
from putright.authorities.vocabulary import (
    BUILT_IN,
    DECISIONS,
    NAMES,
    NO_COMPLAINT,
    OPTIONAL,
    OWN_FINDINGS,
    Term,
    Vocabulary,
)
from putright.rules import COMPLAINANTS, SUBJECTS

FILE = "vocabularies.toml"
NOT_KNOWN = "not_known"
MATTERS: Mapping[str, Collection[str]] = {
    "type": (NO_COMPLAINT,), "nature": SUBJECTS, "service": SUBJECTS, "received_from": COMPLAINANTS,
    "outcome": OWN_FINDINGS, "decision": DECISIONS,
}  # fmt: skip
"""The vocabularies whose terms may say what they are to the rule book and to reports, and the codes they say it by."""
LONGEST_CODE = 80
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def read_vocabularies(folder: Path, faults: list[AuthorityFault]) -> dict[str, Vocabulary]:
    """The vocabularies of the council in `folder`, by name; one that every council has is a fault if it is missing."""
    empty = {name: Vocabulary(name, name, ()) for name in NAMES}
    entries = read_toml(folder / FILE, faults, named=f"{folder.name}/{FILE}")
    if entries is None:
        return empty
    categories: Collection[str] = ()
    vocabularies = {}
    for name in (*NAMES, *(name for name in OPTIONAL if entries.has(name))):
        if not entries.has(name):
            entries.fault("is missing", f"write the table [{name}] with its terms", name)
        vocabularies[name] = _vocabulary(name, entries.part(name), categories)
        if name == "category":
            categories = [term.code for term in vocabularies[name].terms]
    entries.finish()
    return {name: each.with_standard(standard_terms().get(name, ())) for name, each in vocabularies.items()}


def _vocabulary(name: str, entries: Entries, categories: Collection[str]) -> Vocabulary:
    title = entries.text("title", default=name)
    matter = _matter(entries, name, default="")
    terms = tuple(_term(term, name, categories, matter) for term in entries.parts("terms", "label"))
    entries.finish()
    _check_distinct(entries, terms)
    return Vocabulary(name, title, terms)


def _matter(entries: Entries, name: str, *, default: str) -> str:
    """What a term, or every term of a vocabulary that does not say otherwise, is to the rule book."""
    if name not in MATTERS or not entries.has("matter"):
        return default
    known = (*MATTERS[name], NOT_KNOWN)
    given = entries.text("matter")
    if given not in known:
        entries.fault(f"is {given!r}", f"write one of: {', '.join(known)}", "matter")
    return "" if given == NOT_KNOWN else given


def _term(entries: Entries, name: str, categories: Collection[str], matter: str) -> Term:
    label = entries.text("label")
    code = entries.text("code", default=code_of(label))
    if not _CODE.fullmatch(code):
        entries.fault(f"is {code!r}", "write lower-case words joined by underscores", "code")
    if len(code) > LONGEST_CODE:
        entries.fault(f"has {len(code)} characters", f"write a code of at most {LONGEST_CODE}", "code")
    within = entries.texts("categories")
    for category in within:
        if category not in categories:
            entries.fault(f"has {category!r}", f"use codes of the categories: {', '.join(categories)}", "categories")
    term = Term(
        code=code,
        label=label,
        group=entries.text("group", default=""),
        categories=within,
        in_use_from=entries.day("in_use_from"),
        in_use_to=entries.day("in_use_to"),
        synonyms=entries.texts("synonyms"),
        matter=_matter(entries, name, default=matter),
    )
    if term.in_use_from and term.in_use_to and term.in_use_to < term.in_use_from:
        entries.fault("is before in_use_from", "write the last day on which it was in use", "in_use_to")
    entries.finish()
    return term


def _check_distinct(entries: Entries, terms: tuple[Term, ...]) -> None:
    seen: set[str] = set()
    for term in terms:
        if term.code in seen:
            entries.fault(f"has the code {term.code!r} twice", "give one of the terms another code", "terms")
        seen.add(term.code)
    meant: dict[str, Term] = {}
    for term in terms:
        for spelling in (term.label, *term.synonyms):
            other = meant.setdefault(likeness(spelling), term)
            if other is not term and _meet(other, term):
                entries.fault(
                    f"{spelling!r} means both {other.code} and {term.code}", "let it mean one term only", "terms"
                )
    for code, label in BUILT_IN.items():
        known = meant.get(likeness(label))
        if known is not None and known.code != code:
            entries.fault(f"{label!r} has the code {known.code!r}", f"give it the code {code}", "terms")


def _meet(one: Term, other: Term) -> bool:
    return not one.categories or not other.categories or bool(set(one.categories) & set(other.categories))
