"""Who does something to a representation: a post, its council, and the verbs it may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """`post` is written into the log; `authority` is the council's slug; `verbs` are what it may do at all;
    `account` is the address they sign in with, by which appointments let them in; `covers` are the posts they stand
    in for today."""

    post: str
    authority: str
    verbs: frozenset[str]
    account: str = ""
    covers: tuple[str, ...] = ()

    @property
    def posts(self) -> tuple[str, ...]:
        """Its own post, and those it stands in for."""
        return (self.post, *self.covers)

    def may(self, verb: str) -> bool:
        """Whether this post may use `verb` at all; the rules of the procedure are asked separately."""
        return verb in self.verbs
