"""Who may do what: one table, role by verb, that a complaints manager can review.

Verbs on a representation are those of ``putright.record.steps``; the others open rooms: ``see_cases`` (all of the
council's), ``see_own_cases`` (those that one's post handles, is appointed to or, with ``receive``, took down),
``see_restricted`` (restricted ones one has no part in), ``see_words`` (personal words), ``see_reports``, ``see_work``
(queues and what is due), ``import_records``, ``see_rules``, ``edit_letters``, ``keep_pool`` (whom the council may
appoint), ``add_tables`` (to the council's reports).
"""

from __future__ import annotations

from collections.abc import Iterable

from putright.record.steps import VERBS as CASE_VERBS

ROOM_VERBS = (
    "receive", "see_cases", "see_own_cases", "see_restricted", "see_words", "see_reports", "see_work", "see_rules",
    "import_records", "edit_letters", "arrange_cover", "keep_pool", "add_tables",
)  # fmt: skip
VERBS = (*CASE_VERBS, *ROOM_VERBS)

_PAPERS = {"record_correspondence", "add_document", "draft_letter", "send_letter"}
_LEARNING = {"record_learning", "find_nothing_to_learn", "agree_action", "complete_action"}
_FINDING = {"adjudicate", "sign_off", "respond"}
_RESTRICTED = {"see_restricted", "restrict_access", "open_access"}
_OFFICER = frozenset(VERBS) - {"import_records", "edit_letters", "adjudicate", "sign_off", "add_tables"} - _RESTRICTED

ROLES: dict[str, frozenset[str]] = {
    "complaints_manager": frozenset(VERBS) - {"adjudicate"},
    "complaints_officer": _OFFICER,
    "contact_centre_agent": frozenset({"receive", "name_party", "record_correspondence", "see_own_cases", "see_words"}),
    "responding_manager": frozenset(
        {"see_own_cases", "see_words", "see_rules", "see_work", "respond", "sign_off", "offer_meeting", "hold_meeting"}
        | {"extend", "agree_plan", "agree_remedy", "complete_remedy", "refer_for_safeguarding", "record_outcome"}
        | _PAPERS
        | _LEARNING
    ),
    "outside_investigator": frozenset({"see_own_cases", "see_words", "see_rules", "record_correspondence"})
    | {"add_document"},
    "senior_manager": frozenset({"see_cases", "see_words", "see_reports", "see_rules", "see_work", "check_action"})
    | _FINDING
    | _LEARNING,
    "ombudsman_link_officer": frozenset({"see_cases", "see_words", "see_reports", "see_rules", "see_work"})
    | {
        "record_ombudsman_referral",
        "record_ombudsman_decision",
        "record_ombudsman_duty",
        "complete_remedy",
        "start_ombudsman_stage",
        "answer_ombudsman",
    }
    | _PAPERS,
    "monitoring_officer": frozenset({"see_cases", "see_restricted", "see_words", "see_reports", "see_rules"})
    | {"record_ombudsman_duty"},
    "analyst": frozenset({"see_cases", "see_reports", "see_rules"}),
}


def verbs_of(roles: Iterable[str]) -> frozenset[str]:
    """All verbs that these roles give together; a role that does not exist gives none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))
