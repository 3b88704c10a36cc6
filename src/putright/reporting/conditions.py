"""Conditions on a fact's columns: the same value renders itself to SQL and judges a value in Python."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int


def quoted(code: str) -> str:
    """`code` as an SQL string literal."""
    return "'" + code.replace("'", "''") + "'"


@dataclass(frozen=True)
class OneOf:
    """The term in `column` is one of `codes`; with `refused`, it is none of them."""

    column: str
    codes: tuple[str, ...]
    refused: bool = False

    def matches(self, value: Value) -> bool:
        """Whether a term meets the test."""
        return (value in self.codes) is not self.refused

    def sql(self, prefix: str = "") -> str:
        """The test in SQL, its column preceded by `prefix`."""
        if len(self.codes) == 1:
            return f"{prefix}{self.column} {'<>' if self.refused else '='} {quoted(self.codes[0])}"
        listed = ", ".join(quoted(code) for code in self.codes)
        return f"{prefix}{self.column} {'NOT IN' if self.refused else 'IN'} ({listed})"


@dataclass(frozen=True)
class Between:
    """The number in `column` lies from `low` to `high`, both included; None for no upper end."""

    column: str
    low: int
    high: int | None = None

    def matches(self, value: Value) -> bool:
        """Whether a number meets the test."""
        return isinstance(value, int) and self.low <= value and (self.high is None or value <= self.high)

    def sql(self, prefix: str = "") -> str:
        """The test in SQL, its column preceded by `prefix`."""
        if self.high is None:
            return f"{prefix}{self.column} >= {self.low}"
        return f"{prefix}{self.column} BETWEEN {self.low} AND {self.high}"

    @property
    def breaks(self) -> tuple[int, ...]:
        """The numbers at which what this test says changes."""
        return (self.low,) if self.high is None else (self.low, self.high + 1)


Test = OneOf | Between
Condition = tuple[Test, ...]


@dataclass(frozen=True)
class Base:
    """What puts a fact into a period: one of the months in `any_of` lies in it, and none of those in `none_of`.

    `name` is how it is written and printed: `received`, `received or responded`, `decided but not referred`.
    """

    name: str
    any_of: tuple[str, ...]
    none_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Window:
    """A base in the months from `first` to `last`: the facts that count in one period."""

    base: Base
    first: int
    last: int

    def sql(self, prefix: str = "") -> str:
        """The window in SQL, its columns preceded by `prefix`."""
        held = self._any(self.base.any_of, prefix)
        if not self.base.none_of:
            return held
        return f"{held} AND NOT {self._any(self.base.none_of, prefix)}"

    def _any(self, months: tuple[str, ...], prefix: str) -> str:
        tests = [f"{prefix}{month} BETWEEN {self.first} AND {self.last}" for month in months]
        return tests[0] if len(tests) == 1 else f"({' OR '.join(tests)})"
