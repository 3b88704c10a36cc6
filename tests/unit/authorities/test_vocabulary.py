"""Hampshire's words: their order, their groups, and how a printed word finds its term."""

from __future__ import annotations

from datetime import date

import pytest

from putright.authorities import Term, Vocabulary, load_authority
from putright.authorities.vocabulary import NAMES
from putright.facts.schema import OMBUDSMAN, REPRESENTATION

HAMPSHIRE = load_authority("hampshire")


def test_each_vocabulary_is_a_fact_column() -> None:
    ours = {"access", "authority", "procedure", "status", "stage", "due_clock", "advocate", "finding"}
    ours |= {"own_finding", "remedied_before"}
    columns = {*REPRESENTATION.terms, *OMBUDSMAN.terms} - ours
    assert set(NAMES) == columns


@pytest.mark.parametrize("name", NAMES)
def test_blanks_are_terms_of_every_vocabulary(name: str) -> None:
    vocabulary = HAMPSHIRE.vocabulary(name)
    assert vocabulary.label("not_recorded") == "Not recorded"
    assert vocabulary.term("not_applicable").label == "Not applicable"
    assert len(vocabulary.terms) >= 3


def test_terms_stand_in_printed_order() -> None:
    assert [term.label for term in HAMPSHIRE.vocabulary("age_band").terms] == [
        "0 - 16", "16 - 19", "20 - 24", "25 - 59", "60 - 64", "65 and over", "Not known",
    ]  # fmt: skip
    assert HAMPSHIRE.vocabulary("received_from").groups()[:2] == ("Parent/Adopter", "Non-Parent Relative")


def test_lists_differ_by_category() -> None:
    service = HAMPSHIRE.vocabulary("service")
    assert len(service.terms_in("statutory")) == 24
    assert len(service.terms_in("non_statutory")) == 26
    assert not service.term("sen").occurs_in("statutory")
    assert "change_of_placement_decision" not in [
        t.code for t in HAMPSHIRE.vocabulary("nature").terms_in("non_statutory")
    ]


@pytest.mark.parametrize(
    ("name", "printed", "code", "differs_in"),
    [
        ("method", "E-mail", "e_mail", ()),
        ("method", "Email", "e_mail", ("synonym",)),
        ("method", "email ", "e_mail", ("spaces", "letter_case", "synonym")),
        ("service", "Disabled Children’s Team", "disabled_childrens_team", ("apostrophe_variant",)),
        ("outcome", "Other (meeting)", "meeting_offer_of_a_meeting", ("synonym",)),
        ("outcome", "Not recorded", "not_recorded", ()),
    ],
)
def test_a_printed_word_finds_its_term(name: str, printed: str, code: str, differs_in: tuple[str, ...]) -> None:
    match = HAMPSHIRE.vocabulary(name).match(printed)
    assert match is not None
    assert (match.term.code, match.differs_in, match.is_normalised) == (code, differs_in, bool(differs_in))


def test_an_unknown_word_finds_nothing() -> None:
    assert HAMPSHIRE.vocabulary("method").match("Carrier Pigeon") is None


def test_a_term_that_prints_alike_in_two_categories_is_told_by_the_category() -> None:
    vocabulary = Vocabulary("type", "Type", (Term("one", "Same", "", ("a",)), Term("two", "Same", "", ("b",))))
    match = vocabulary.match("same", "b")
    assert match is not None
    assert match.term.code == "two"


def test_a_term_is_in_use_from_and_to_its_days() -> None:
    term = Term("x", "X", in_use_from=date(2017, 4, 1), in_use_to=date(2018, 3, 31))
    days = [date(2017, 3, 31), date(2017, 4, 1), date(2018, 3, 31), date(2018, 4, 1)]
    assert [term.is_in_use(day) for day in days] == [False, True, True, False]


def test_a_code_there_is_not_names_its_vocabulary() -> None:
    with pytest.raises(KeyError, match="'method' has no term 'pigeon'"):
        HAMPSHIRE.vocabulary("method").label("pigeon")
