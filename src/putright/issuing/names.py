"""Names in the prose of a report: of people in the records, and whatever else could tell who somebody is.

A full name of somebody in the records is found anywhere, in any order and with or without a title. In a quotation a
single name is enough, for a quotation is where somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from putright.casework.models import PersonKey, RepresentationRow
from putright.casework.person_keys import email_key, name_key, postcode_key, telephone_key
from putright.reporting.document import Document, Heading, Paragraph

MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_QUOTED = re.compile(r"“([^”]*)”|‘([^’]*)’|\"([^\"]*)\"")
_UNQUOTED = str.maketrans("", "", "“”")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?\d[\d ()-]{8,}\d")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_REFERENCE = re.compile(r"\b[A-Z][A-Z0-9/-]*\d[A-Z0-9/-]*\b")


@dataclass(frozen=True)
class Found:
    """Words of the prose that could tell who somebody is, why, and the passage they stand in."""

    words: str
    why: str
    passage: str


def names_in(document: Document, authority: str) -> tuple[Found, ...]:
    """What is found in the prose of a document, each words once, from a council's records."""
    passages = [_words(block) for block in document.blocks if isinstance(block, Heading | Paragraph)]
    found = [*_people(passages, authority), *_contacts(passages), *_references(passages, authority)]
    return tuple({each.words: each for each in found}.values())


def _words(block: Heading | Paragraph) -> str:
    """The words of a block; those of a quoted paragraph stand in quotation marks."""
    if isinstance(block, Heading):
        return block.text
    words = "".join(" " if span.how else span.text for span in block.spans)
    return f"“{words.translate(_UNQUOTED)}”" if block.is_quoted else words


def _people(passages: list[str], authority: str) -> Iterator[Found]:
    full = {
        key: (words, passage) for passage in passages for words in _runs(passage) if " " in (key := name_key(words))
    }
    known = PersonKey.objects.filter(authority=authority, kind="name")
    for key in sorted(known.filter(key__in=full).values_list("key", flat=True).distinct()):
        yield Found(full[key][0], "the name of somebody in the records", full[key][1])
    quoted = {name_key(word): (word, passage) for passage in passages for word in _quoted_names(passage)}
    parts = (
        {part for key in known.values_list("key", flat=True).distinct() for part in key.split()} if quoted else set()
    )
    for key in sorted(quoted.keys() & parts):
        yield Found(quoted[key][0], "part of the name of somebody in the records, in a quotation", quoted[key][1])


def _runs(passage: str) -> Iterator[str]:
    """Every run of up to `MOST_WORDS` words that stand next to each other."""
    words = _WORD.findall(passage)
    for start in range(len(words)):
        for length in range(2, MOST_WORDS + 1):
            if start + length <= len(words):
                yield " ".join(words[start : start + length])


def _quoted_names(passage: str) -> Iterator[str]:
    """The words of quotations that begin with a capital."""
    for quoted in _QUOTED.finditer(passage):
        words = _WORD.findall(next(group for group in quoted.groups() if group is not None))
        yield from (word for word in words if word[0].isupper() and name_key(word))


def _contacts(passages: list[str]) -> Iterator[Found]:
    for pattern, key, why in (
        (_EMAIL, email_key, "an e-mail address"),
        (_TELEPHONE, telephone_key, "a telephone number"),
        (_POSTCODE, postcode_key, "a postcode"),
    ):
        for passage in passages:
            yield from (Found(match[0], why, passage) for match in pattern.finditer(passage) if key(match[0]))


def _references(passages: list[str], authority: str) -> Iterator[Found]:
    candidates = {match[0]: passage for passage in passages for match in _REFERENCE.finditer(passage)}
    rows = RepresentationRow.objects.filter(authority=authority, reference__in=candidates)
    for reference in sorted(rows.values_list("reference", flat=True)):
        yield Found(reference, "the reference of a representation", candidates[reference])
