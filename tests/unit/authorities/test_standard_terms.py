"""The terms that are no council's own: known to all, offered where a council lacks them, printed by none unasked."""

from __future__ import annotations

from datetime import date

import pytest

from putright.authorities import load_authority
from putright.authorities.proposing import categories_open_to, is_no_complaint, proposed
from putright.authorities.vocabulary import Term, Vocabulary
from putright.rules import load_book

HAMPSHIRE = load_authority("hampshire")
ON = date(2018, 4, 16)


def test_a_type_that_the_council_lacks_is_offered_and_has_a_label_but_is_not_printed() -> None:
    types = HAMPSHIRE.vocabulary("type")
    assert types.label("comment") == "Comment"
    assert "Comment" in [term.label for term in types.offered(ON)]
    assert "comment" not in [term.code for term in types.terms]
    assert types.match("Comment") is None


def test_a_type_that_the_council_has_by_another_spelling_is_not_offered_twice() -> None:
    offered = [term.code for term in HAMPSHIRE.vocabulary("type").offered(ON)]
    assert "hantsdirect_handoff" in offered
    assert "contact_centre_handoff" not in offered
    assert [code for code in offered if "area_initiated" in code] == ["area_initiated_complaint"]
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize("name", ["gender", "age_band", "ethnicity", "disability"])
def test_not_asked_not_stated_and_prefer_not_to_say_are_kept_apart(name: str) -> None:
    offered = {term.code for term in HAMPSHIRE.vocabulary(name).offered(ON)}
    assert {"not_asked", "not_stated", "prefer_not_to_say"} <= offered


def test_a_term_out_of_use_is_not_offered() -> None:
    teams = Vocabulary("service", "Team", (Term("old", "Old", in_use_to=date(2017, 3, 31)), Term("new", "New")))
    assert [term.code for term in teams.offered(ON)] == ["new"]
    assert [term.code for term in teams.offered(date(2017, 3, 31))] == ["old", "new"]


@pytest.mark.parametrize(
    ("codes", "categories"),
    [
        ({"type": "complaint", "service": "cast_3"}, ("statutory",)),
        ({"type": "complaint", "service": "child_in_need"}, ("statutory", "non_statutory")),
        ({"type": "compliment", "service": "not_recorded"}, ("other",)),
        ({"type": "compliment", "nature": "other"}, ("other",)),
        ({"type": "complaint", "service": "not_recorded"}, ("statutory", "non_statutory")),
    ],
)
def test_the_councils_words_say_which_categories_are_open(codes: dict[str, str], categories: tuple[str, ...]) -> None:
    assert categories_open_to(HAMPSHIRE, codes) == categories


@pytest.mark.parametrize(
    ("codes", "procedure", "provision"),
    [
        ({"received_from": "parent", "service": "cast_1"}, "children_act_1989",
         "sections 24D and 26(3), (3B) and (3C)"),
        ({"received_from": "grandparent", "service": "cast_1"}, "children_act_1989", "regulation 12"),
        ({"received_from": "not_recorded", "service": "cast_1"}, "children_act_1989", "regulations 3 to 5"),
        ({"received_from": "parent", "service": "school_transport"}, "hampshire_corporate", "appendix 2"),
        ({"nature": "child_protection_conference_outcome", "service": "cast_1"}, "child_protection_conference",
         "regulation 3, which does not list section 47"),
        ({"received_from": "parent", "service": "not_recorded"}, None, None),
        ({"received_from": "parent", "service": "other_unknown"}, None, None),
    ],
)  # fmt: skip
def test_the_rule_book_proposes_from_what_was_taken_down(
    codes: dict[str, str], procedure: str | None, provision: str | None
) -> None:
    proposal = proposed(HAMPSHIRE, load_book(), codes)
    assert (proposal and proposal.procedure, proposal and proposal.citation.provision) == (procedure, provision)


def test_what_is_no_complaint_says_so_by_its_type() -> None:
    assert is_no_complaint(HAMPSHIRE, "service_request")
    assert not is_no_complaint(HAMPSHIRE, "complaint")
