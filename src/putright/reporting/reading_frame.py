"""What the rows and columns of a council's table have in common, and how they round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries
from putright.facts.schema import FactTable
from putright.reporting.definition import Table
from putright.reporting.imported import Imported
from putright.reporting.measures import MOST_DECIMALS, ROUNDINGS, Quantity, Rounding

_ROUNDINGS = tuple(ROUNDINGS)


@dataclass(frozen=True)
class Frame:
    """What the rows and columns of a table have in common.

    `by` is the column whose terms rows are; `before` are the tables above it in the file, by id.
    """

    facts: FactTable
    authority: Authority
    unit: str
    counted: Quantity
    rounding: Rounding
    by: str
    years: tuple[int, ...]
    year_label: str
    before: Mapping[str, Table]
    imported: Imported


def read_rounding(entries: Entries, default: Rounding = "half_up") -> Rounding:
    """The rounding under `rounding`."""
    written = entries.choice("rounding", _ROUNDINGS, default=default)
    return next(rounding for rounding in _ROUNDINGS if rounding == written)


def read_decimals(entries: Entries, default: int = 0) -> int:
    """The decimals under `decimals`, two at most."""
    decimals = entries.whole("decimals", default=default)
    if decimals > MOST_DECIMALS:
        entries.fault(f"is {decimals}", f"write at most {MOST_DECIMALS}", "decimals")
    return min(decimals, MOST_DECIMALS)
