"""How small numbers are kept out of one report, where it is not as the council does."""

from __future__ import annotations

from putright.authorities.publishing import DisclosureRules
from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.events import DisclosureSet
from putright.issuing.state import DraftState


def set_disclosure(writing: DraftWriting, *, rules: DisclosureRules, why: str) -> DraftState:
    """Set the rules of disclosure of this draft; the reason is kept with them."""
    if not why.strip():
        raise NotPermitted("Say why this report is to differ from what the council does.")
    event = DisclosureSet(rules.method, rules.threshold, rules.base, why)
    return perform(writing, ["issue_reports"], "drafting", lambda _: [event])
