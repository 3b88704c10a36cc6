"""Which counts are withheld: the small ones, and as many others as it takes so that no small one can be worked out.

A count that is alone withheld in a sum is joined by another, the one whose loss tells least; what the audit still finds
is joined further; and whatever turns out not to be needed is printed after all. Zeros are printed: a reader who sees
[c] knows that there was a case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from putright.reporting.disclosure.audit import Auditor, Component, Interval, World, components
from putright.reporting.disclosure.counts import Count
from putright.reporting.disclosure.relations import Relation

_FEW = 4


@dataclass(frozen=True)
class Withheld:
    """The counts withheld because they are small, those that protect them, and what can be known of each at best."""

    small: frozenset[Count]
    protecting: frozenset[Count]
    intervals: Mapping[Count, Interval]

    @property
    def counts(self) -> frozenset[Count]:
        """All of them."""
        return self.small | self.protecting

    @property
    def found_out(self) -> tuple[Count, ...]:
        """Those that can be worked out exactly: there is none."""
        return tuple(count for count, interval in self.intervals.items() if interval.width < 1)


def is_small(value: int, threshold: int) -> bool:
    """Whether a count is below the threshold; none at all is not small, for nobody is in it."""
    return 0 < value < threshold


def withhold(values: Mapping[Count, int], relations: Sequence[Relation], threshold: int) -> Withheld:
    """What is withheld of these counts, no more than is needed."""
    return _withheld(tuple(values.items()), tuple(relations), threshold)


@lru_cache(maxsize=8)
def _withheld(values: tuple[tuple[Count, int], ...], relations: tuple[Relation, ...], threshold: int) -> Withheld:
    """The same, worked out once for a report that is looked at several times."""
    small = frozenset(count for count, value in values if is_small(value, threshold))
    control = _Control(dict(values), relations, small, threshold)
    control.protect()
    control.print_what_may_be()
    return Withheld(small, frozenset(control.withheld - small), control.intervals())


class _Control:
    """Withholds counts until nothing withheld can be worked out."""

    def __init__(
        self, values: Mapping[Count, int], relations: Sequence[Relation], small: frozenset[Count], threshold: int
    ) -> None:
        self.values, self.small, self.threshold = values, small, threshold
        self.relations = [relation for relation in relations if any(values[count] for count in relation.members)]
        self.of: dict[Count, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for count in relation.members:
                self.of[count].append(relation)
        self.withheld = set(small)
        self._worlds: list[World] = []

    def protect(self) -> None:
        """Add counts until the audit finds nothing."""
        while True:
            self._join_the_lonely()
            for component in self._components():
                if len(component.counts) > _FEW:
                    self._auditor(component).look_around()
            found = [count for component in self._components() for count in self._found_out(component)]
            if not found:
                return
            before = len(self.withheld)
            for count in found:
                if near := self._around(count):
                    self.withheld.add(self._cheapest(near))
            # With all that is not 0 withheld, every count could be twice what it is: there is always more to withhold.
            assert len(self.withheld) > before

    def print_what_may_be(self) -> None:
        """Take back, the largest first, whatever protects nothing."""
        for count in sorted(self.withheld - self.small, key=lambda count: (-self.values[count], count.order)):
            self.withheld.discard(count)
            if not self._is_safe_without(count):
                self.withheld.add(count)

    def intervals(self) -> dict[Count, Interval]:
        """What can be known of each withheld count."""
        return {
            count: auditor.interval(count, self._wanted(count))
            for component in self._components()
            for auditor in [self._auditor(component)]
            for count in component.counts
        }

    def _components(self) -> list[Component]:
        return components(self.withheld, self.relations)

    def _auditor(self, component: Component) -> Auditor:
        return Auditor(component, self.values, self._worlds)

    def _wanted(self, count: Count) -> int:
        """A small count is not to be told from most other small ones, any other only from one more."""
        return max(1, self.threshold - 2) if count in self.small else 1

    def _found_out(self, component: Component) -> Iterator[Count]:
        """The counts of a component that can be worked out too nearly."""
        auditor = self._auditor(component)
        for count in component.counts:
            if auditor.interval(count, self._wanted(count)).width < self._wanted(count):
                yield count

    def _is_safe_without(self, count: Count) -> bool:
        if any(self._lonely(relation) for relation in self.of[count]):
            return False
        near = {other for relation in self.of[count] for other in relation.members} & self.withheld
        touched = [component for component in self._components() if not near.isdisjoint(component.counts)]
        return not any(True for component in touched for _ in self._found_out(component))

    def _join_the_lonely(self) -> None:
        """Until no sum has just one count withheld."""
        waiting = list(self.relations)
        while waiting:
            relation = waiting.pop()
            if self._lonely(relation):
                added = self._cheapest(relation.members)
                self.withheld.add(added)
                waiting.extend(self.of[added])

    def _lonely(self, relation: Relation) -> bool:
        return relation.exact and sum(count in self.withheld for count in relation.members) == 1

    def _around(self, count: Count) -> Collection[Count]:
        """The counts nearest to this one that are printed and not 0."""
        seen, near = {count}, {count}
        while near:
            near = {other for one in near for relation in self.of[one] for other in relation.members} - seen
            printed = {other for other in near if other not in self.withheld and self.values[other]}
            if printed:
                return printed
            seen |= near
        return ()

    def _cheapest(self, among: Collection[Count]) -> Count:
        """The printed count whose loss tells least: it leaves the fewest sums with one withheld, and is small."""
        candidates = [count for count in among if count not in self.withheld and self.values[count]]
        return min(candidates, key=self._cost)

    def _cost(self, count: Count) -> tuple[object, ...]:
        exact = [relation for relation in self.of[count] if relation.exact]
        alone = sum(not any(other in self.withheld for other in relation.members) for relation in exact)
        wholes = sum(relation.whole == count for relation in exact)
        return (alone, wholes, self.values[count], count.order)
