"""The questions before a complaint is taken on, the reasons to refuse it, and the procedure proposed for it."""

from __future__ import annotations

from itertools import product

import pytest

from putright.rules import (
    COMPLAINANTS,
    PROVIDERS,
    SUBJECTS,
    Book,
    Matter,
    NotAnAnswer,
    NothingProposed,
    NotInBook,
    Procedure,
    load_book,
    propose,
)

CHILDREN = {"late": "no", "proceedings": "no", "already": "no", "subject": "yes"}
ADULTS = {"who": "service_user", "late": "no", "already": "no", "subject": "council"}


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def asked_of(procedure: Procedure, answers: dict[str, str]) -> list[str]:
    return [question.code for question, _ in procedure.standing(answers).answered]


def test_the_questions_are_asked_in_their_order(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    answers: dict[str, str] = {}
    asked = []
    for answer in ("parent", "no", "no", "no", "yes"):
        question = procedure.standing(answers).question
        assert question
        asked.append(question.code)
        answers[question.code] = answer
    assert asked == ["who", "late", "proceedings", "already", "subject"]
    assert procedure.standing(answers).goes_on


def test_without_parental_responsibility_sufficient_interest_is_decided(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    standing = procedure.standing({"who": "somebody_else"})
    assert standing.question
    assert standing.question.code == "sufficient_interest"
    assert standing.question.citation.provision == "regulation 12"
    assert standing.refusal is None
    assert procedure.standing(CHILDREN | {"who": "somebody_else", "sufficient_interest": "yes"}).goes_on
    refused = procedure.standing({"who": "somebody_else", "sufficient_interest": "no"}).refusal
    assert refused
    assert refused.code == "no_sufficient_interest"


def test_lacking_parental_responsibility_is_no_reason_to_refuse(book: Book) -> None:
    for procedure in book.procedures.values():
        assert not {"no_pr", "no_parental_responsibility"} & {refusal.code for refusal in procedure.refusals}


@pytest.mark.parametrize("name", ["children_act_1989", "adult_social_care_2009"])
def test_a_late_complaint_is_refused_only_where_one_of_the_two_limbs_fails(book: Book, name: str) -> None:
    procedure = book.procedure(name)
    answers = (CHILDREN | {"who": "child"} if name == "children_act_1989" else ADULTS) | {"late": "yes"}
    for reason, fair in product(["yes", "no"], repeat=2):
        standing = procedure.standing(answers | {"late_for_good_reason": reason, "late_but_fair": fair})
        if reason == fair == "yes":
            assert standing.goes_on
        else:
            assert standing.refusal is procedure.refusal("out_of_time")


def test_proceedings_alone_withhold_nothing(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    answers = CHILDREN | {"who": "child", "proceedings": "yes"}
    assert procedure.standing(answers).question is not None
    assert procedure.standing(answers | {"prejudice": "no"}).goes_on
    withheld = procedure.standing(answers | {"prejudice": "yes"}).refusal
    assert withheld is procedure.refusal("prejudice_to_proceedings")
    assert any("within one year" in words for words in withheld.must_tell)


def test_a_child_who_does_not_agree_is_not_spoken_for(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    assert asked_of(procedure, CHILDREN | {"who": "for_child", "consent": "agrees"})[:2] == ["who", "consent"]
    assert procedure.standing({"who": "for_child", "consent": "does_not"}).refusal


def test_the_answers_to_questions_that_were_not_reached_are_passed_over(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    assert procedure.standing(CHILDREN | {"who": "child", "prejudice": "yes", "sufficient_interest": "no"}).goes_on


def test_the_exclusions_of_regulation_8_are_all_there(book: Book) -> None:
    found = {
        refusal.citation.provision: refusal.checked
        for refusal in book.procedure("adult_social_care_2009").refusals
        if refusal.citation.provision.startswith("regulation 8")
    }
    assert found == {f"regulation 8(1)({letter})": "primary" for letter in "abcdefgh"}


def test_every_refusal_is_reached_and_says_what_must_be_told(book: Book) -> None:
    for procedure in book.procedures.values():
        reached = {answer.refusal for question in procedure.questions for answer in question.answers}
        for refusal in procedure.refusals:
            assert refusal.code in reached
            assert refusal.must_tell


def test_an_answer_and_a_reason_that_are_not_there_are_named_with_those_that_are(book: Book) -> None:
    procedure = book.procedure("children_act_1989")
    with pytest.raises(NotAnAnswer, match=r"'grandmother' is no answer to “Who makes the rep.*child, parent, foster"):
        procedure.standing({"who": "grandmother"})
    with pytest.raises(NotInBook, match=r"no reason to refuse under children_act_1989 “no_pr”.*no_sufficient_interest"):
        procedure.refusal("no_pr")


@pytest.mark.parametrize(
    ("matter", "adopted", "procedure", "provision"),
    [
        (Matter("children_social_care", "parent"), (), "children_act_1989", "sections 24D and 26"),
        (Matter("children_social_care", "somebody_else"), (), "children_act_1989", "regulation 12"),
        (Matter("children_social_care"), (), "children_act_1989", "regulations 3 to 5"),
        (Matter("child_protection_conference", "parent"), (), "child_protection_conference", "section 47"),
        (Matter("child_protection_enquiry", "parent"), (), "complaint_handling_code_2024", "regulation 3"),
        (Matter("child_protection_enquiry"), ("hampshire_corporate",), "hampshire_corporate", "appendix 2"),
        (Matter("court_report"), ("stockport_corporate",), "stockport_corporate", "sections 2 and 3"),
        (Matter("adult_social_care", "service_user", "council"), (), "adult_social_care_2009", "regulation 6(1)"),
        (Matter("adult_social_care", provider="commissioned"), (), "adult_social_care_2009", "regulation 6(1A)"),
        (Matter("adult_social_care"), ("harrow_adults",), "harrow_adults", "regulation 6(1)"),
        (Matter("adult_social_care"), ("adult_social_care_2009", "coventry_adults"), "coventry_adults", "regulation 6"),
        (Matter("adult_social_care", nhs=True), ("harrow_adults",), "nhs_joint", "regulation 9"),
        (Matter("school", provider="academy"), (), "schools", "Schedule 1, part 7"),
        (Matter("school"), ("coventry_corporate",), "schools", "section 29"),
        (Matter("corporate"), (), "complaint_handling_code_2024", "section 1"),
        (Matter("corporate"), ("coventry_corporate",), "coventry_corporate", "the complaints policy"),
        (Matter("ombudsman_referral"), (), "ombudsman", "section 26"),
    ],
)
def test_the_procedure_proposed(
    book: Book, matter: Matter, adopted: tuple[str, ...], procedure: str, provision: str
) -> None:
    proposal = propose(book, matter, adopted=adopted)
    assert proposal.procedure == procedure
    assert provision in proposal.citation.provision
    assert proposal.why


def test_every_matter_there_can_be_has_a_procedure(book: Book) -> None:
    for subject, complainant, provider, nhs in product(SUBJECTS, ["", *COMPLAINANTS], ["", *PROVIDERS], [True, False]):
        assert propose(book, Matter(subject, complainant, provider, nhs)).procedure in book.procedures


def test_what_is_not_known_is_refused(book: Book) -> None:
    with pytest.raises(NothingProposed, match="Ask what the matter is about"):
        propose(book, Matter(""))
    with pytest.raises(ValueError, match=r"'weather' is no subject that is known. Known: children_social_care"):
        Matter("weather")
    with pytest.raises(ValueError, match="'neighbour' is no complainant"):
        Matter("school", "neighbour")
    with pytest.raises(ValueError, match="'nobody' is no provider"):
        Matter("school", provider="nobody")
