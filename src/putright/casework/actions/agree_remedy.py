"""What puts the person right is agreed; a payment needs the approval that the council asks for."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.casework.setting import authority
from putright.record.events import RemedyAgreed
from putright.record.parts import next_number
from putright.record.state import State

PAYMENT = "payment"


def agree_remedy(
    writing: Writing,
    *,
    on: date,
    kind: str,
    due_on: date | None,
    pence: int = -1,
    payer: str = "",
    approved_by: str = "",
    what: str = "",
) -> State:
    """Agree a remedy; a payment has an amount in pence, a payer and the post that approved it."""
    if kind == PAYMENT:
        _refuse_unapproved(writing, pence, payer, approved_by)
    return perform(
        writing,
        "agree_remedy",
        lambda state, _asked: [
            Dated(RemedyAgreed(next_number(state.remedies), kind, pence, payer, approved_by, due_on), on, what)
        ],
    )


def _refuse_unapproved(writing: Writing, pence: int, payer: str, approved_by: str) -> None:
    if pence <= 0 or not payer or not approved_by:
        raise NotPermitted("A payment needs its amount, who pays it and the post that approved it. Give all three.")
    council = authority(writing.actor.authority)
    approvers = council.work.payment_approvers
    if approvers and approved_by not in approvers:
        raise NotPermitted(
            f"At {council.name} a payment is approved by the {' or the '.join(approvers)}. Ask them, then record it."
        )
