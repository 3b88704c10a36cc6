"""Which procedure a matter belongs under, proposed from a few facts with the rule that says so. An officer decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from putright.rules.citations import RULE_KINDS, Checked, Citation
from putright.rules.loading import Book
from putright.rules.procedures import Procedure
from putright.rules.scopes import Matter


@dataclass(frozen=True, slots=True)
class Proposal:
    """The procedure proposed, why, and the rule; for an officer to follow or to decide otherwise with a reason."""

    procedure: str
    why: str
    citation: Citation
    checked: Checked


class NothingProposed(LookupError):
    """No procedure of the book takes the matter; the message says what was asked."""


def propose(book: Book, matter: Matter, *, adopted: Collection[str] = ()) -> Proposal:
    """The procedure for `matter`; NothingProposed if the book has none.

    `adopted` names the council's own procedures: one of them goes before the others, and a council's local form of a
    procedure before the law it stands under. Without them law goes before guidance, code and local policy.
    """
    found = [
        (procedure, scope) for procedure in book.procedures.values() for scope in procedure.scope if scope.takes(matter)
    ]
    if not found:
        known = ", ".join(
            sorted({subject for each in book.procedures.values() for scope in each.scope for subject in scope.subjects})
        )
        raise NothingProposed(
            f"No procedure of the rule book takes {matter.subject!r}. Ask what the matter is about. Known: {known}."
        )
    closest = max(scope.closeness for _, scope in found)
    procedure, scope = min(
        ((procedure, scope) for procedure, scope in found if scope.closeness == closest),
        key=lambda pair: _rank(pair[0], adopted),
    )
    return Proposal(procedure.name, scope.why, scope.citation, scope.checked)


def _rank(procedure: Procedure, adopted: Collection[str]) -> tuple[bool, bool, int]:
    is_adopted = procedure.name in adopted
    return not is_adopted, not (is_adopted and procedure.under), RULE_KINDS.index(procedure.kind)
