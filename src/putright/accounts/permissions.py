"""Who may do what: one table, role by verb, that a complaints manager can review.

Verbs on a representation are those of ``putright.record.steps``; the others open rooms: ``see_cases`` (all of the
council's), ``see_own_cases`` (those that one's post handles, is appointed to or, with ``receive``, took down),
``see_restricted`` (restricted ones one has no part in), ``see_words`` (personal words), ``see_reports``, ``see_work``
(queues and what is due), ``import_records``, ``see_rules``, ``edit_letters``, ``keep_pool`` (whom the council may
appoint), ``add_tables`` (to the council's reports), ``draft_reports``, ``contribute_to_reports`` (where one's post was
asked to), ``approve_reports`` (likewise), ``issue_reports``, ``see_issued_reports``.
"""

from __future__ import annotations

from collections.abc import Iterable

from putright.record.steps import VERBS as CASE_VERBS

ROOM_VERBS = (
    "receive", "see_cases", "see_own_cases", "see_restricted", "see_words", "see_reports", "see_work", "see_rules",
    "import_records", "edit_letters", "arrange_cover", "keep_pool", "add_tables", "draft_reports",
    "contribute_to_reports", "approve_reports", "issue_reports", "see_issued_reports",
)  # fmt: skip
VERBS = (*CASE_VERBS, *ROOM_VERBS)

_PAPERS = {"record_correspondence", "add_document", "draft_letter", "send_letter"}
_LEARNING = {"record_learning", "find_nothing_to_learn", "agree_action", "complete_action"}
_FINDING = {"adjudicate", "sign_off", "respond"}
_RESTRICTED = {"see_restricted", "restrict_access", "open_access"}
_REPORTING = {"contribute_to_reports", "see_issued_reports"}
_MANAGERS = {"import_records", "edit_letters", "add_tables", "approve_reports", "issue_reports"}
_OFFICER = frozenset(VERBS) - {"adjudicate", "sign_off"} - _MANAGERS - _RESTRICTED

ROLES: dict[str, frozenset[str]] = {
    "complaints_manager": frozenset(VERBS) - {"adjudicate"},
    "complaints_officer": _OFFICER,
    "contact_centre_agent": frozenset({"receive", "name_party", "record_correspondence", "see_own_cases", "see_words"})
    | {"see_issued_reports"},
    "responding_manager": frozenset(
        {"see_own_cases", "see_words", "see_rules", "see_work", "respond", "sign_off", "offer_meeting", "hold_meeting"}
        | {"extend", "agree_plan", "agree_remedy", "complete_remedy", "refer_for_safeguarding", "record_outcome"}
        | {"see_issued_reports"}
        | _PAPERS
        | _LEARNING
    ),
    "outside_investigator": frozenset({"see_own_cases", "see_words", "see_rules", "record_correspondence"})
    | {"add_document", "see_issued_reports"},
    "senior_manager": frozenset({"see_cases", "see_words", "see_reports", "see_rules", "see_work", "check_action"})
    | {"approve_reports"}
    | _REPORTING
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
    | _REPORTING
    | _PAPERS,
    "monitoring_officer": frozenset({"see_cases", "see_restricted", "see_words", "see_reports", "see_rules"})
    | {"record_ombudsman_duty", "approve_reports"}
    | _REPORTING,
    "analyst": frozenset({"see_cases", "see_reports", "see_rules", "see_issued_reports"}),
}


def verbs_of(roles: Iterable[str]) -> frozenset[str]:
    """All verbs that these roles give together; a role that does not exist gives none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))
