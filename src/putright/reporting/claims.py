"""Numbers typed in the prose, each beside the figures it may mean: a figure is counted, a typed number is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from putright.reporting.document import Typed, typed
from putright.reporting.measures import Number
from putright.reporting.render.words import cell_words, figure_words
from putright.reporting.report import BuiltReport

MOST = 5
NEAR = Decimal("0.05")
"""How far from a typed number a figure may lie and still be shown: this share of it, or 1."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PERCENT = ("percent", "percentage points")


@dataclass(frozen=True)
class Meant:
    """A figure that a typed number may mean: what is written in its place, what it says, how it is printed.

    `write` is a placed figure or part of the period; for a cell of a table that no figure states, the expression by
    which `report.toml` may declare one.
    """

    write: str
    says: str
    printed: str
    is_equal: bool


@dataclass(frozen=True)
class Claim:
    """A typed number and what it may mean, the likeliest first."""

    typed: Typed
    meant: tuple[Meant, ...]


def claims(report: BuiltReport, names: tuple[str, ...]) -> tuple[Claim, ...]:
    """Each number typed in the prose of `report` that no figure explains, `names` being proper names with digits."""
    return tuple(Claim(found, _meant(found, report)) for found in typed(report.document, names))


def _meant(found: Typed, report: BuiltReport) -> tuple[Meant, ...]:
    number = _NUMBER.search(found.word)
    if number is None:
        return ()
    value = Decimal(number[0].replace(",", ""))
    is_percent = "%" in found.word or f"{found.word} per" in found.passage
    likely = [*_period(value, report), *_figures(value, is_percent, report), *_cells(value, is_percent, report)]
    likely.sort(key=lambda each: each[0])
    return tuple({(meant.says, meant.printed): meant for _, meant in reversed(likely)}.values())[::-1][:MOST]


_Rank = tuple[bool, Decimal, int]
"""How unlikely it is: its unit differs, how far it is, figures before cells."""


def _period(value: Decimal, report: BuiltReport) -> Iterator[tuple[_Rank, Meant]]:
    period = report.period
    if value in (period.start.year, period.end.year):
        printed = period.label("{start}/{yy}")
        yield (False, Decimal(0), 0), Meant("{{year}}", "the year the report is about", printed, is_equal=True)


def _figures(value: Decimal, is_percent: bool, report: BuiltReport) -> Iterator[tuple[_Rank, Meant]]:
    for figure in report.figures:
        far = _far(value, figure.value)
        if far is not None:
            how = "size" if figure.value is not None and figure.value < 0 else "figure"
            meant = Meant(f"{{{{{how} {figure.id}}}}}", figure.says, figure_words(figure, how), far == 0)
            yield (is_percent is not figure.unit.startswith("percent"), far, 1), meant


def _cells(value: Decimal, is_percent: bool, report: BuiltReport) -> Iterator[tuple[_Rank, Meant]]:
    """The cells with this very value: near ones are too many to tell anything."""
    for table in report.tables:
        for row in table.shown:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if value and _far(value, cell.value) == 0:
                    inside = " | ".join(part for part in (row.group, row.label) if part)
                    words = f"{inside}, {column.label}, in {table.title}"
                    meant = Meant(f"[{table.id} | {inside} | …]", words, cell_words(cell), is_equal=True)
                    yield (is_percent is not (cell.unit in _PERCENT), Decimal(0), 2), meant


def _far(value: Decimal, figure: Number | None) -> Decimal | None:
    """How far the size of a figure is from a typed number; None when it is not near."""
    if figure is None:
        return None
    far = abs(abs(Decimal(figure)) - value)
    return far if far <= max(Decimal(1), value * NEAR) else None
