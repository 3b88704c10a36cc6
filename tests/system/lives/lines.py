"""The life of a complaint, told in lines that begin with given, when or then. A line says itself, and can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.system.lives.worker import Worker


@dataclass(frozen=True)
class Line:
    """One line: its word, what it says, and what is done or looked at in the browser.

    `picture` names the picture that is taken there, `text` then says what it shows.
    """

    word: str
    text: str
    do: Callable[[Worker], None]
    picture: str = ""


@dataclass(frozen=True)
class Life:
    """The life of one complaint: its name in addresses, its title, what it shows, and at which council it is lived."""

    name: str
    title: str
    shows: str
    council: str
    lines: tuple[Line, ...]

    @property
    def pictures(self) -> list[Line]:
        """The lines that are pictures."""
        return [line for line in self.lines if line.picture]


def listed(answers: tuple[tuple[str, str], ...]) -> str:
    """Questions with their answers, these in italics: (What is it? *Apology*; …)."""
    told = "; ".join(f"{label} *{answer}*" for label, answer in answers)
    return f" ({told})" if told else ""
