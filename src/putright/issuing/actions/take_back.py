"""What is proposed goes back to be written; what was approved of it is void."""

from __future__ import annotations

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.events import TakenBack
from putright.issuing.state import DraftState


def take_back(writing: DraftWriting, *, why: str) -> DraftState:
    """Take it back, or send it back as an approver, with the reason."""
    if not why.strip():
        raise NotPermitted("Say what is to be changed.")
    return perform(writing, ["draft_reports", "approve_reports"], "proposed", lambda _: [TakenBack(why)])
