"""What can be worked out of withheld counts: for each the least and the most it can be, by integer programming.

The reader is taken to know every other count, every relation between them, and that what is withheld is not 0. Each
solution found is a whole set of counts that the reader cannot tell from the true one; two that differ in a count prove
that it cannot be worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # it has no types of its own
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from putright.reporting.disclosure.counts import Count
from putright.reporting.disclosure.relations import Relation

_LOOKS = 4
World = Mapping[Count, int]
"""The counts that are not what they truly are in a set of counts that the reader cannot tell from the true one."""


@dataclass(frozen=True)
class Interval:
    """The least and the most that a count is known to be able to be; wider ones may be possible."""

    low: int
    high: int

    @property
    def width(self) -> int:
        """How many other values it leaves open, 0 when it gives the count away."""
        return self.high - self.low


@dataclass(frozen=True)
class Component:
    """Withheld counts that relations tie together, and those relations; no other withheld count bears on them."""

    counts: tuple[Count, ...]
    relations: tuple[Relation, ...]


def components(withheld: Collection[Count], relations: Sequence[Relation]) -> list[Component]:
    """The withheld counts by what ties them together, in the order of the first of each."""
    leader = {count: count for count in withheld}

    def find(count: Count) -> Count:
        while leader[count] != count:
            leader[count] = leader[leader[count]]
            count = leader[count]
        return count

    bearing = [(relation, [count for count in relation.members if count in leader]) for relation in relations]
    for _, inside in bearing:
        for one, other in pairwise(inside):
            leader[find(one)] = find(other)
    counts: dict[Count, list[Count]] = defaultdict(list)
    for count in sorted(leader, key=lambda count: count.order):
        counts[find(count)].append(count)
    own: dict[Count, list[Relation]] = defaultdict(list)
    for relation, inside in bearing:
        if inside:
            own[find(inside[0])].append(relation)
    return [Component(tuple(found), tuple(own[first])) for first, found in counts.items()]


class Auditor:
    """Asks of one component what its counts can be.

    `worlds` are those found before: whichever differs from the truth in counts of this component alone holds here too.
    Those found now are added to it.
    """

    def __init__(self, component: Component, values: Mapping[Count, int], worlds: list[World]) -> None:
        self.component, self.worlds = component, worlds
        self._values = values
        self._at = {count: number for number, count in enumerate(component.counts)}
        self._seen = {count: Interval(values[count], values[count]) for count in component.counts}
        # Nothing is told about how large a count can be at most; this is more than any reader would take for possible.
        self._most = 10 * max(values.values(), default=0) + 1000
        self._constraint = self._constraints()
        for world in worlds:
            if world.keys() <= self._at.keys():
                self._widen(world)

    def interval(self, count: Count, wanted: int) -> Interval:
        """What `count` can be, no further asked than until it is `wanted` wide."""
        for sign in (-1, 1):
            if self._seen[count].width < wanted:
                aim = np.zeros(len(self._at))
                aim[self._at[count]] = sign
                self._solve(aim)
        return self._seen[count]

    def look_around(self) -> None:
        """Find worlds in which many counts differ at once, so that few have to be asked for one by one."""
        for step in range(1, _LOOKS + 1):
            self._solve(np.sin(step * np.arange(1, len(self._at) + 1)))

    def _widen(self, world: World) -> None:
        for count, value in world.items():
            seen = self._seen[count]
            self._seen[count] = Interval(min(seen.low, value), max(seen.high, value))

    def _solve(self, aim: npt.NDArray[np.float64]) -> None:
        """Keep the world in which the counts, each times its part of the aim, add up to least."""
        bounds = Bounds(np.ones(len(self._at)), np.full(len(self._at), self._most))
        solved = milp(aim, constraints=self._constraint, bounds=bounds, integrality=np.ones(len(self._at)))
        if solved.x is not None:
            found = {each: round(solved.x[at]) for each, at in self._at.items()}
            world = {each: value for each, value in found.items() if value != self._values[each]}
            self.worlds.append(world)
            self._widen(world)

    def _constraints(self) -> list[LinearConstraint]:
        rows, columns, numbers, low, high = [], [], [], [], []
        for row, relation in enumerate(self.component.relations):
            known = 0
            for count, sign in _signed(relation):
                if count in self._at:
                    rows.append(row)
                    columns.append(self._at[count])
                    numbers.append(sign)
                else:
                    known += sign * self._values[count]
            low.append(-known)
            high.append(-known if relation.exact else np.inf)
        if not low:
            return []
        matrix = csr_array((numbers, (rows, columns)), shape=(len(low), len(self._at)))
        return [LinearConstraint(matrix, low, high)]


def _signed(relation: Relation) -> Iterator[tuple[Count, int]]:
    yield relation.whole, 1
    for part in relation.parts:
        yield part, -1
