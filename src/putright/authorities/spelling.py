"""Comparing printed words: what may differ between two spellings of one value, and what it is called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NO_BREAK_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4"), "'")
_ANY_DASH = frozenset("-") | {chr(number) for number in _DASHES}
_ANY_APOSTROPHE = frozenset("'") | {chr(number) for number in _APOSTROPHES}
_SPACES = re.compile(r"\s+")
_WORD_GAP = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Plain:
    """A text in its plain spelling, and the names of what was changed to reach it, in a fixed order."""

    text: str
    changes: tuple[str, ...]


def plain(printed: str) -> Plain:
    """`printed` with composed accents, single ordinary spaces, and without invisible characters. Case is kept."""
    changes = []
    text = unicodedata.normalize("NFC", printed)
    if text != printed:
        changes.append("unicode_nfd")
    visible = text.translate(_ZERO_WIDTH)
    if visible != text:
        changes.append("zero_width")
    spaced = visible.translate(_NO_BREAK_SPACES)
    if spaced != visible:
        changes.append("no_break_space")
    single = _SPACES.sub(" ", spaced).strip()
    if single != spaced and "no_break_space" not in changes:
        changes.append("spaces")
    return Plain(single, tuple(changes))


def likeness(text: str) -> str:
    """What two spellings of one value have in common: plain, lower case, one kind of dash and of apostrophe."""
    return _one_mark(plain(text).text).casefold()


def differences(printed: str, label: str) -> tuple[str, ...]:
    """Names of what differs between `printed` and a `label` of the same likeness; empty when they are equal."""
    if printed == label:
        return ()
    made, written = plain(printed), plain(label).text
    names = list(made.changes)
    if _only(made.text, _ANY_DASH) != _only(written, _ANY_DASH):
        names.append("dash_variant")
    if _only(made.text, _ANY_APOSTROPHE) != _only(written, _ANY_APOSTROPHE):
        names.append("apostrophe_variant")
    if _one_mark(made.text) != _one_mark(written):
        names.append("letter_case")
    return tuple(names)


def _only(text: str, characters: frozenset[str]) -> list[str]:
    return [character for character in text if character in characters]


def _one_mark(text: str) -> str:
    return text.translate(_DASHES).translate(_APOSTROPHES)


def code_of(label: str) -> str:
    """The code of a label: its words in lower case joined by underscores, apostrophes dropped.

    >>> code_of("Disabled Children\u2019s Team")
    'disabled_childrens_team'
    >>> code_of("0 - 16")
    '0_16'
    """
    bare = _one_mark(plain(label).text).replace("'", "").casefold()
    return _WORD_GAP.sub("_", bare).strip("_")
