"""Who does something to a representation: a post, its council, and the verbs it may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """`post` is written into the log; `authority` is the council's slug; `verbs` are what it may do at all."""

    post: str
    authority: str
    verbs: frozenset[str]

    def may(self, verb: str) -> bool:
        """Whether this post may use `verb` at all; the rules of the procedure are asked separately."""
        return verb in self.verbs
