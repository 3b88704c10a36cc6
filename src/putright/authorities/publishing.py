"""What a council publishes: below which number of cases it withholds one, or to what it rounds them instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from putright.authorities.entries import Entries

Method = Literal["withhold", "round", "none"]
METHODS: tuple[Method, ...] = ("withhold", "round", "none")
LEAST_THRESHOLD, MOST_THRESHOLD = 3, 10


@dataclass(frozen=True)
class DisclosureRules:
    """How small numbers are kept from telling of people in a report issued for publication.

    With `withhold`, a count from 1 to below `threshold` is not printed, nor is what would give it away; with `round`,
    counts are rounded to a multiple of `base`; with `none`, everything is printed as it is.
    """

    method: Method = "withhold"
    threshold: int = 5
    base: int = 5


def read_disclosure(entries: Entries) -> DisclosureRules:
    """The table ``[disclosure]`` of a council's profile; what it does not say is as in `DisclosureRules`."""
    threshold = entries.whole("threshold", least=LEAST_THRESHOLD, default=DisclosureRules.threshold)
    if threshold > MOST_THRESHOLD:
        entries.fault(f"is {threshold}", f"write a number from {LEAST_THRESHOLD} to {MOST_THRESHOLD}", "threshold")
    rules = DisclosureRules(
        method=cast(Method, entries.choice("method", METHODS, default=DisclosureRules.method)),
        threshold=threshold,
        base=entries.whole("base", least=LEAST_THRESHOLD, default=DisclosureRules.base),
    )
    entries.finish()
    return rules
