"""A draft is given up."""

from __future__ import annotations

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.events import Abandoned
from putright.issuing.state import DraftState


def abandon(writing: DraftWriting, *, why: str) -> DraftState:
    """Give the draft up, with the reason; what was written stays on its record."""
    if not why.strip():
        raise NotPermitted("Say why it is given up.")
    return perform(writing, ["draft_reports"], "drafting", lambda _: [Abandoned(why)])
