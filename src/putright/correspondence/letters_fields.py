"""The named fields of a letter: what may stand between ``{{`` and ``}}``, and gaps that the writer fills."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "reference": "the council's reference",
    "complainant": "the complainant's name",
    "person_concerned": "the name of the person it is about",
    "today": "the day the letter is written",
    "received_on": "the day the council received it",
    "acknowledged_on": "the day it was acknowledged",
    "procedure": "the procedure it is handled under",
    "stage": "what the council calls the stage",
    "stage_title": "what happens at the stage",
    "limit": "how long the answer of the stage may take",
    "due_on": "the last day for the answer of the stage",
    "citation": "where that time limit is written down",
    "handler": "the post that handles it",
    "concerns": "the concerns, one a line",
    "findings": "the finding on each concern, one a line",
    "outcome": "what came of it",
    "agreed_day": "the day agreed with the person for the answer",
    "extended_to": "the new last day after an extension",
    "extension_reason": "why the time limit was extended",
    "refusal_reason": "why it is not considered",
    "refusal_citation": "where that reason is written down",
    "withdrawn_on": "the day it was withdrawn",
    "next_right": "what the person may ask for next, how and by when",
    "ombudsman": "how to reach the Ombudsman",
    "ombudsman_reference": "the Ombudsman's reference",
    "writer": "the post that writes the letter",
    "team": "the team the letter comes from",
    "team_email": "the team's e-mail address",
    "team_telephone": "the team's telephone number",
    "council": "the council's name",
}
"""Every field by name, with what stands in its place."""

FIELD = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
GAP = re.compile(r"\[\[.*?\]\]", re.DOTALL)
_BRACES = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")


def names_in(text: str) -> list[str]:
    """The fields that stand in `text`, in order."""
    return FIELD.findall(text)


def faults_in(text: str) -> list[tuple[str, str]]:
    """What is wrong with the fields and gaps of `text`: each fault with its remedy."""
    faults = []
    for braces in _BRACES.findall(text):
        name = FIELD.fullmatch(braces)
        if name is None:
            faults.append((f"{braces!r} is not a field", "write a field as {{ name }}, both braces on both sides"))
        elif name[1] not in FIELDS:
            there = ", ".join(sorted(FIELDS))
            faults.append((f"there is no field {name[1]!r}", f"use one of: {there}"))
    if text.count("[[") != text.count("]]") or len(gaps_in(text)) != text.count("[["):
        faults.append(("a gap is not closed", "write a gap for the writer as [[ what to write here ]]"))
    return faults


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its fields filled; a field without a value becomes a gap that says what is to be written there."""
    return FIELD.sub(lambda match: values.get(match[1], "") or f"[[ {FIELDS[match[1]]} ]]", text)


def gaps_in(text: str) -> list[str]:
    """The gaps that nobody has filled, as they stand.

    >>> gaps_in("We found [[ what you found ]].")
    ['[[ what you found ]]']
    """
    return GAP.findall(text)


def plain(value: str) -> str:
    """A value as a letter's text may take it: nothing in it is read as Markdown, and it stays on one line.

    >>> print(plain("*Parent* A"))
    \\*Parent\\* A
    """
    return re.sub(r"([\\`*_\[\]<>{}])", r"\\\1", " ".join(value.split()))
