"""The page of the permissions is current, and the roles keep what the law and good sense ask of them."""

from __future__ import annotations

from tests.spec import permissions_page

from putright.accounts.permissions import CASE_VERBS, ROLES, ROOM_VERBS


def test_the_page_is_current() -> None:
    assert permissions_page.PAGE.read_text(encoding="utf-8") == permissions_page.page(), (
        "write it anew: PYTHONPATH=src:. .venv/bin/python -m tests.spec.permissions_page"
    )


def test_every_verb_and_every_role_stands_on_the_page() -> None:
    page = permissions_page.PAGE.read_text(encoding="utf-8")
    assert all(f"`{verb}`" in page for verb in (*CASE_VERBS, *ROOM_VERBS))
    assert all(role.replace("_", " ") in page for role in ROLES)


def test_an_analyst_writes_nothing_and_reads_no_words() -> None:
    assert not ROLES["analyst"] & {*CASE_VERBS, "receive", "see_words", "edit_letters", "import_records"}


def test_those_outside_and_those_who_answer_see_their_own_alone() -> None:
    for role in ("outside_investigator", "responding_manager", "contact_centre_agent"):
        assert "see_own_cases" in ROLES[role]
        assert "see_cases" not in ROLES[role]


def test_who_manages_complaints_does_not_adjudicate_them() -> None:
    assert [role for role, verbs in ROLES.items() if "adjudicate" in verbs] == ["senior_manager"]
