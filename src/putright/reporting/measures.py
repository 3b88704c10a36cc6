"""What a cell measures: a numerator, a denominator, a unit and a rounding rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from putright.reporting.conditions import Base, Between, Condition

Rounding = Literal["half_up", "half_even", "truncated"]
Number = int | Decimal

ROUNDINGS: dict[Rounding, str] = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "truncated": ROUND_DOWN}
MOST_DECIMALS = 2
NUMBER = "number"
"""What the measure of a plain count is called."""


def rounded(value: Decimal, decimals: int, rounding: Rounding) -> Number:
    """`value` to so many decimals: a whole number as int, else a Decimal with exactly that many."""
    result = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUNDINGS[rounding])
    return int(result) if decimals == 0 else result


@dataclass(frozen=True)
class Quantity:
    """What is asked for: facts counted, representations counted once each, a column of numbers, an imported count.

    `known` counts the facts whose `column` is a number of days or pence at all (not negative); `sum` adds those up.
    `imported` is not in the facts: `column` is the name of what a council counts elsewhere, such as its active cases.
    """

    kind: Literal["count", "distinct", "sum", "known", "imported"]
    column: str = ""

    @property
    def counted(self) -> Condition:
        """What a fact must meet, besides the cell's own condition, to be counted at all."""
        return (Between(self.column, 0),) if self.kind in ("sum", "known") else ()


COUNT = Quantity("count")
DISTINCT = Quantity("distinct")


@dataclass(frozen=True)
class Population:
    """Facts that a share is of: those that meet `where` in place of the share's own condition.

    What the row (or, of a share that is a row's, the column) asks of other columns of the facts holds as well. They are
    put into the period by `base`, or by that of the share where it is None.
    """

    where: Condition
    base: Base | None = None


@dataclass(frozen=True)
class Measure:
    """A value of a cell: `scale` times the numerator, divided by the denominator where there is one.

    A share has the same quantity below as above, over what `share_of` names: `row` (all columns), `block`, `table`, the
    id of another table, whose total in the same year is taken, or a population of its own. An average is a sum over
    the number of facts that are known, a rate is of an imported count. `without_cases` is printed where the denominator
    is 0. A sum has the number of its facts below and is not divided by it. `shown` says how the cell is printed where
    that is more than its value: {value}, {above} and {below}.
    """

    name: str
    numerator: Quantity
    unit: str
    decimals: int = 0
    rounding: Rounding = "half_up"
    denominator: Quantity | None = None
    share_of: str | Population = ""
    scale: Fraction = Fraction(1)
    without_cases: Decimal | None = None
    shown: str = ""
    divides: bool = True

    def value(self, above: int, below: int) -> Number | None:
        """The measure of two whole numbers, rounded; `below` is not looked at unless it is divided by."""
        if self.denominator is None:
            return above
        if not self.divides:
            below = 1
        if below == 0:
            return None if self.without_cases is None else rounded(self.without_cases, self.decimals, self.rounding)
        exact = Decimal(above * self.scale.numerator) / Decimal(below * self.scale.denominator)
        return rounded(exact, self.decimals, self.rounding)
