"""Who may do what: one table, role by verb, that a complaints manager can review.

Verbs on a representation are those of ``putright.record.steps``; the others open rooms: ``see_cases`` (all of the
council's), ``see_own_cases`` (those that one's post handles), ``see_words`` (personal words), ``see_reports``,
``import_records``, ``see_rules``.
"""

from __future__ import annotations

from collections.abc import Iterable

CASE_VERBS = frozenset(
    {
        "receive", "acknowledge", "assign", "triage", "refuse", "start_stage", "finalise_statement", "extend",
        "respond", "request_escalation", "record_outcome", "offer_meeting", "refer_for_safeguarding", "withdraw",
        "close", "reopen", "record_ombudsman_referral", "record_ombudsman_decision", "correct", "void",
    }
)  # fmt: skip
ROOM_VERBS = frozenset({"see_cases", "see_own_cases", "see_words", "see_reports", "import_records", "see_rules"})
VERBS = CASE_VERBS | ROOM_VERBS

ROLES: dict[str, frozenset[str]] = {
    "complaints_manager": VERBS,
    "complaints_officer": VERBS - {"import_records"},
    "responding_manager": frozenset({"see_own_cases", "see_words", "see_rules", "respond", "offer_meeting"}),
    "senior_manager": frozenset({"see_cases", "see_words", "see_reports", "see_rules"}),
    "ombudsman_link_officer": frozenset(
        {
            "see_cases", "see_words", "see_reports", "see_rules", "record_ombudsman_referral",
            "record_ombudsman_decision",
        }
    ),
    "analyst": frozenset({"see_cases", "see_reports", "see_rules"}),
}  # fmt: skip


def verbs_of(roles: Iterable[str]) -> frozenset[str]:
    """All verbs that these roles give together; a role that does not exist gives none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))
