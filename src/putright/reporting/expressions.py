"""The small language a figure is written in, parsed and worked out without ever running it as a program.

    [table-1a | Total representations | this year] - [table-1a | Total representations | last year]
    share([table-3a | E-mail | this year], [table-3a | Total | this year])
    limit(children_act_1989, local_resolution, response)

Brackets name a cell; a name with parentheses is one of the functions of `figures`; + - * / and parentheses are sums.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Value = Fraction | None


class NotAnExpression(ValueError):
    """A text that cannot be read as an expression; the message says where and what was expected."""


@dataclass(frozen=True)
class Literal:
    """A number written out."""

    value: Fraction


@dataclass(frozen=True)
class Reference:
    """A cell, as it was written: the parts between the bars."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A function of names (what stands in the rule book, a list) or of other expressions."""

    function: str
    names: tuple[str, ...]
    arguments: tuple[Expression, ...]


@dataclass(frozen=True)
class Operation:
    """Two expressions joined by + - * or /."""

    sign: str
    left: Expression
    right: Expression


Expression = Literal | Reference | Call | Operation
Functions = Mapping[str, Callable[[Sequence[str], Sequence[Value]], Value]]

_TOKENS = re.compile(r"\s*(?:(?P<cell>\[[^\[\]]*\])|(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z_][a-z0-9_]*)|(?P<sign>.))")


def parse(text: str) -> Expression:
    """The expression in `text`; NotAnExpression otherwise."""
    tokens = [match for match in _TOKENS.finditer(text) if match.lastgroup]
    reader = _Reader(text, tokens)
    expression = reader.sum()
    if (left := reader.peek()) is not None:
        raise NotAnExpression(f"{text!r} goes on with {left!r} where it should end.")
    return expression


def references(expression: Expression) -> Iterator[Reference]:
    """Every cell that `expression` names, in the order they are written."""
    if isinstance(expression, Reference):
        yield expression
    elif isinstance(expression, Operation):
        yield from references(expression.left)
        yield from references(expression.right)
    elif isinstance(expression, Call):
        for argument in expression.arguments:
            yield from references(argument)


def calls(expression: Expression) -> Iterator[Call]:
    """Every function call in `expression`."""
    if isinstance(expression, Operation):
        yield from calls(expression.left)
        yield from calls(expression.right)
    elif isinstance(expression, Call):
        yield expression
        for argument in expression.arguments:
            yield from calls(argument)


def evaluate(expression: Expression, cell: Callable[[Reference], Value], functions: Functions) -> Value:
    """The exact value; None where a cell has none or a divisor is 0, for what is not known stays so."""
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Reference):
        return cell(expression)
    if isinstance(expression, Call):
        arguments = [evaluate(argument, cell, functions) for argument in expression.arguments]
        return functions[expression.function](expression.names, arguments)
    left, right = (evaluate(side, cell, functions) for side in (expression.left, expression.right))
    return apply(expression.sign, left, right)


def apply(sign: str, left: Value, right: Value) -> Value:
    """`left` and `right` joined by a sign."""
    if left is None or right is None or (sign == "/" and right == 0):
        return None
    return {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "/": lambda: left / right,
    }[sign]()


class _Reader:
    """Recursive descent over the tokens: sum, product, factor."""

    def __init__(self, text: str, tokens: list[re.Match[str]]) -> None:
        self.text, self.tokens, self.at = text, tokens, 0

    def peek(self) -> str | None:
        return self.tokens[self.at][0].strip() if self.at < len(self.tokens) else None

    def sum(self) -> Expression:
        expression = self._product()
        while (sign := self.peek()) in ("+", "-"):
            self.at += 1
            expression = Operation(str(sign), expression, self._product())
        return expression

    def _product(self) -> Expression:
        expression = self._factor()
        while (sign := self.peek()) in ("*", "/"):
            self.at += 1
            expression = Operation(str(sign), expression, self._factor())
        return expression

    def _factor(self) -> Expression:
        if self.at == len(self.tokens):
            raise NotAnExpression(f"{self.text!r} ends where a number, a [cell] or a function should follow.")
        token = self.tokens[self.at]
        self.at += 1
        word = token[0].strip()
        if token.lastgroup == "cell":
            return Reference(tuple(part.strip() for part in word[1:-1].split("|")))
        if token.lastgroup == "number":
            return Literal(Fraction(word))
        if token.lastgroup == "name":
            return self._call(word)
        if word == "-":
            return Operation("-", Literal(Fraction(0)), self._factor())
        if word == "(":
            inside = self.sum()
            self._expect(")")
            return inside
        raise NotAnExpression(f"{self.text!r} has {word!r} where a number, a [cell] or a function should stand.")

    def _call(self, function: str) -> Call:
        self._expect("(")
        names: list[str] = []
        arguments: list[Expression] = []
        while self.peek() != ")":
            if names or arguments:
                self._expect(",")
            if self._is_bare_name():
                names.append(str(self.peek()))
                self.at += 1
            else:
                arguments.append(self.sum())
        self._expect(")")
        return Call(function, tuple(names), tuple(arguments))

    def _is_bare_name(self) -> bool:
        follows = self.tokens[self.at + 1][0].strip() if self.at + 1 < len(self.tokens) else ""
        return self.at < len(self.tokens) and self.tokens[self.at].lastgroup == "name" and follows != "("

    def _expect(self, sign: str) -> None:
        if self.peek() != sign:
            raise NotAnExpression(f"{self.text!r} should have {sign!r} where it has {self.peek() or 'its end'!r}.")
        self.at += 1
