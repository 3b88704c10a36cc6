"""The figures of a council's report, read from its file: expressions held against the cells and rules they name."""

from __future__ import annotations

from collections.abc import Mapping

from putright.authorities import Authority
from putright.authorities.entries import Entries
from putright.reporting.checks import SameFigure
from putright.reporting.definition import Table
from putright.reporting.expressions import Expression, NotAnExpression, calls, parse, references
from putright.reporting.figures import FUNCTIONS, Figure, NotComputed, locate
from putright.reporting.measures import ROUNDINGS
from putright.rules import Book, NotInBook


class Expressions:
    """Reads expressions and holds what they name against what there is."""

    def __init__(
        self, tables: Mapping[str, Table], authority: Authority, book: Book, lists: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.tables = dict(tables)
        self.authority, self.book, self.lists = authority, book, lists

    def read(self, entries: Entries, text: str, key: str) -> Expression:
        """The expression in `text`; what is wrong with it becomes a fault of `key`."""
        try:
            expression = parse(text)
            for reference in references(expression):
                locate(reference, self.tables)
            for call in calls(expression):
                self._check(call.function, call.names, len(call.arguments))
        except (NotAnExpression, NotInBook, LookupError) as problem:
            told = (
                problem.args[0] if isinstance(problem, LookupError) and not isinstance(problem, NotInBook) else problem
            )
            entries.fault(
                f"{text!r}: {told}".rstrip("."), "docs/reference/tables.md shows how figures are written", key
            )
            return parse("0")
        return expression

    def _check(self, function: str, names: tuple[str, ...], values: int) -> None:
        if function not in FUNCTIONS:
            raise LookupError(f"there is no function {function!r}; there are {', '.join(FUNCTIONS)}")
        names_wanted, values_wanted = FUNCTIONS[function]
        if len(names) not in names_wanted or values != (max(values, 1) if values_wanted is None else values_wanted):
            raise LookupError(f"{function} is given {len(names)} names and {values} values")
        if function == "length":
            if names[0] not in self.lists:
                raise LookupError(f"there is no list {names[0]!r}")
            return
        if function == "target":
            if self.authority.target(names[0], names[1], names[2]) is None:
                raise LookupError(f"authority.toml has no target for {' '.join(names)}")
        elif names:
            procedure = self.book.procedure(names[0])
            if len(names) == 3:
                procedure.limit(names[1], names[2])
            elif function == "posts":
                procedure.stage(names[1])
            elif len(names) == 2 and names[1] not in procedure.limits:
                raise LookupError(f"{names[0]} has no limit {names[1]!r} of its own")


def read_figure(entries: Entries, reader: Expressions) -> Figure:
    """A `[[figure]]`."""
    rounding = entries.choice("rounding", tuple(ROUNDINGS), default="half_up")
    figure = Figure(
        ids=entries.texts("ids"),
        says=entries.text("says"),
        expression=reader.read(entries, entries.text("value"), "value"),
        unit=entries.text("unit"),
        decimals=entries.whole("decimals", default=0),
        rounding=next(known for known in ROUNDINGS if known == rounding),
    )
    entries.finish()
    return figure


def read_not_computed(entries: Entries) -> NotComputed:
    """A `[[not_computed]]`."""
    told = NotComputed(entries.texts("ids"), entries.text("what"), entries.text("why"))
    entries.finish()
    return told


def read_same(entries: Entries, reader: Expressions) -> SameFigure:
    """A `[[same]]`: expressions that must have one value."""
    expressions = tuple(reader.read(entries, text, "values") for text in entries.texts("values"))
    same = SameFigure(entries.text("id"), entries.text("says"), expressions)
    entries.finish()
    return same
