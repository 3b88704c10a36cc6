"""Two frozen reports held against each other: what was restated, and which representations moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from putright.reporting.engines import Engine
from putright.reporting.freezing import FrozenFigure, FrozenFigures


@dataclass(frozen=True)
class Moved:
    """A representation that stood behind a figure otherwise than it does now, by its number and reference.

    `was` and `now` are what it added above and below, in order: empty where it stood nowhere.
    """

    representation: int
    reference: str
    was: tuple[int, ...]
    now: tuple[int, ...]

    @property
    def how(self) -> str:
        """came, went or changed."""
        return "came" if not self.was else "went" if not self.now else "changed"


@dataclass(frozen=True)
class Restatement:
    """A figure that was issued with one value and now has another; None for a figure that printed nothing.

    With nothing `moved`, it is the definition that changed and not the records.
    """

    figure: FrozenFigure
    was: str | None
    now: str | None
    moved: tuple[Moved, ...]


@dataclass(frozen=True)
class Comparison:
    """The outcome: how many figures both reports have about the same months, and those that differ.

    `no_more` are cells of the earlier report about months that the same table of the later one is about without them.
    """

    compared: int
    restated: tuple[Restatement, ...]
    no_more: tuple[FrozenFigure, ...]

    @property
    def moved(self) -> tuple[str, ...]:
        """The references of all representations that moved behind any figure, in order."""
        return tuple(sorted({moved.reference for restated in self.restated for moved in restated.moved}))


def compare(earlier: FrozenFigures, then: Engine, later: FrozenFigures, now: Engine) -> Comparison:
    """The figures of `earlier`, counted on `then`, that `later`, counted on `now`, has about the same months."""
    there = {figure.place: figure for figure in later.figures}
    about = {(figure.table, month) for figure in later.figures for month in later.months(figure)}
    before, after = _Rows(earlier, then), _Rows(later, now)
    compared, restated, no_more = 0, [], []
    for figure in earlier.figures:
        months, other = earlier.months(figure), there.get(figure.place)
        if not months:
            continue
        if other is None:
            if all((figure.table, month) in about for month in months):
                no_more.append(figure)
        elif months == later.months(other):
            compared += 1
            if figure.value != other.value:
                moved = tuple(_moved(before.behind(figure), after.behind(other)))
                restated.append(Restatement(figure, figure.value, other.value, moved))
    return Comparison(compared, tuple(restated), tuple(no_more))


_Behind = dict[tuple[int, str], tuple[int, ...]]
"""What each representation adds, by its number and reference, in order."""


class _Rows:
    """The rows behind figures, each selection asked once."""

    def __init__(self, figures: FrozenFigures, engine: Engine) -> None:
        self._figures, self._engine = figures, engine
        self._found: dict[int, list[tuple[Any, ...]]] = {}

    def behind(self, figure: FrozenFigure) -> _Behind:
        """What stands behind a figure, with the place of the selection it stands in."""
        found: dict[tuple[int, str], list[int]] = {}
        for at in figure.behind:
            for number, reference, adds in self._rows(at):
                found.setdefault((int(number), str(reference)), []).append(int(adds))
        return {who: tuple(adds) for who, adds in found.items()}

    def _rows(self, at: int) -> list[tuple[Any, ...]]:
        if at not in self._found:
            self._found[at] = self._engine.query(self._figures.selections[at].sql)
        return self._found[at]


def _moved(was: _Behind, now: _Behind) -> Iterator[Moved]:
    for number, reference in sorted(was.keys() | now.keys(), key=lambda who: (who[1], who[0])):
        before, after = was.get((number, reference), ()), now.get((number, reference), ())
        if Counter(before) != Counter(after):
            yield Moved(number, reference, before, after)
