"""What is wrong with a rule file, said so that the person who keeps it can put it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the file, the place in it, what is wrong, why it matters and what to do."""

    file: str
    place: str
    what: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.what} {self.why} {self.remedy}"


class FaultList:
    """The faults found so far, in the order found."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def note(self, file: str, place: str, what: str, why: str, remedy: str) -> None:
        """Add one fault."""
        self.all.append(Fault(file, place, what, why, remedy))


class BookFaults(ValueError):
    """A rule book that cannot be used, with every fault of every file at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        heading = f"The rule book has {count} {'fault' if count == 1 else 'faults'} and was not loaded:"
        super().__init__("\n".join([heading, *(f"- {fault}" for fault in self.faults)]))
