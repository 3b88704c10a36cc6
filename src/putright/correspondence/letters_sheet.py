"""A letter ready to be set: its head, whom it goes to, and its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.correspondence.letters_markdown import Block


@dataclass(frozen=True)
class Sheet:
    """What every form of a letter shows. `sender` and `recipient` are lines of an address, which may be none."""

    council: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    on: date
    reference: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def dated(self) -> str:
        """The day in words."""
        return f"{self.on.day} {self.on:%B %Y}"
