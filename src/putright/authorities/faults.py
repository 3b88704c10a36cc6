"""What is wrong with a council's files: every fault of a load, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class AuthorityFault:
    """One fault: `file` it is in, `place` within the file, `what` is wrong and the `remedy`, in plain English."""

    file: str
    place: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.what}. {self.remedy}."


class AuthorityFaults(Exception):
    """A council's files cannot be used; `faults` names every reason at once, in the order they were found."""

    def __init__(self, faults: Iterable[AuthorityFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
