"""A question put to the figures: what is counted, by what, of what; and what there is to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from putright.authorities.authority import Authority
from putright.authorities.fixed_terms import vocabulary_asked
from putright.reporting.definition import FACTS

YEARS, QUARTERS, GROUPS = "years", "quarters", "/groups"
SHOWN = ("number", "share", "row_share", "average", "sum")
TOPS = {"top5": 5, "top10": 10, "top20": 20}
UNITS = {
    "representation": "representations",
    "stage": "stages",
    "ombudsman": "records of the Ombudsman",
    "concern": "concerns",
    "remedy": "remedies",
    "cost": "costs",
    "learning": "learning points",
    "action": "actions",
}
"""What may be counted, each with its unit: the facts that have a month, so that a period can hold them."""
_NOT_ASKED = ("authority", "position", "due_clock")


@dataclass(frozen=True)
class Question:
    """What is asked. `facts` and `base` are words of the language; `shown` are those of `SHOWN` that are wanted.

    `of` is the column of numbers that an average or a sum is of. `rows` and `across` name a column of terms, or
    `years` (rows only) or `quarters`; rows that end in `/groups` are the groups of its terms, and `rows_are` is what a
    reader calls them. `order` is listed, largest or one of `TOPS`. `years` is how many are shown, `change` how the last
    two are compared. `only` are the terms, `numbers` the ranges, that every fact must meet, by column; of a column in
    `refused` it must have none.
    """

    facts: str
    base: str
    title: str
    id: str = "asked"
    once_each: bool = False
    shown: tuple[str, ...] = ("number",)
    of: str = ""
    rows: str = ""
    rows_are: str = ""
    across: str = ""
    order: str = "listed"
    years: int = 1
    change: str = ""
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    numbers: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """What one of the number is."""
        return UNITS["representation"] if self.once_each else UNITS[self.facts]


def term_columns(facts: str, authority: Authority) -> list[str]:
    """The columns of these facts that rows, columns and filters may be made of."""
    return [
        column.name
        for column in FACTS[facts].columns
        if column.kind == "term"
        and column.name not in _NOT_ASKED
        and (vocabulary := vocabulary_asked(column.name, authority))
        and vocabulary.terms
    ]


def number_columns(facts: str) -> list[str]:
    """The columns of these facts that can be averaged and added up."""
    return [column.name for column in FACTS[facts].columns if column.kind == "count" and column.name not in _NOT_ASKED]


def bases(facts: str) -> list[str]:
    """The words that can put one of these facts into a period: received, answered, closed and the like."""
    return [column.name.removesuffix("_month") for column in FACTS[facts].columns if column.kind == "month"]
