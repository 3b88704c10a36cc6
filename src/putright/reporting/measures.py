"""What a cell measures: a numerator, a denominator, a unit and a rounding rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Literal

from putright.reporting.conditions import Between, Condition

Rounding = Literal["half_up", "half_even", "truncated"]
Number = int | Decimal

ROUNDINGS: dict[Rounding, str] = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "truncated": ROUND_DOWN}


def rounded(value: Decimal, decimals: int, rounding: Rounding) -> Number:
    """`value` to so many decimals: a whole number as int, else a Decimal with exactly that many."""
    result = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUNDINGS[rounding])
    return int(result) if decimals == 0 else result


@dataclass(frozen=True)
class Quantity:
    """What the database is asked for: facts counted, representations counted once each, or a column of numbers.

    `known` counts the facts whose `column` is a number of days or pence at all (not negative); `sum` adds those up.
    """

    kind: Literal["count", "distinct", "sum", "known"]
    column: str = ""

    @property
    def counted(self) -> Condition:
        """What a fact must meet, besides the cell's own condition, to be counted at all."""
        return (Between(self.column, 0),) if self.column else ()


COUNT = Quantity("count")
DISTINCT = Quantity("distinct")


@dataclass(frozen=True)
class Measure:
    """A value of a cell.

    A count has no denominator. A share has the same quantity below as above, over the population that `share_of`
    names: `block`, `table`, or the id of another table, whose total in the same year is taken. An average is a sum
    over the number of facts that are known. `without_cases` is printed where the denominator is 0.
    """

    name: str
    numerator: Quantity
    unit: str
    decimals: int = 0
    rounding: Rounding = "half_up"
    denominator: Quantity | None = None
    share_of: str = ""
    without_cases: Decimal | None = None

    def value(self, above: int, below: int) -> Number | None:
        """The measure of two numbers of the database, rounded; `below` is not looked at for a count."""
        if self.denominator is None:
            return above
        if below == 0:
            return None if self.without_cases is None else rounded(self.without_cases, self.decimals, self.rounding)
        scale = 100 if self.share_of else 1
        return rounded(Decimal(above * scale) / Decimal(below), self.decimals, self.rounding)
