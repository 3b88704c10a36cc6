"""Names of people in the records are found in the prose of a report, wherever and however they are written."""

from __future__ import annotations

from datetime import date

import pytest
from tests.system import records

from putright.accounts.models import Account
from putright.casework.actions.base import NotPermitted
from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.issuing.actions.base import DraftWriting
from putright.issuing.actions.name_approver import name_approver
from putright.issuing.actions.propose import propose
from putright.issuing.actions.start_draft import start_draft
from putright.issuing.actions.write_commentary import write_commentary
from putright.issuing.names import Found, names_in
from putright.record import events as e
from putright.record.contact import Contact
from putright.reporting.document import parse_document
from putright.reporting.period import read_period

pytestmark = pytest.mark.django_db
ON = date(2018, 4, 9)


@pytest.fixture
def manager() -> Account:
    manager = records.account("complaints_manager")
    contact = Contact("Mrs Quillon Marrowby-Vane", "quillon@example.org", "01962 000111", "1 Nowhere", "SO23 8UJ")
    named = Dated(e.PartyNamed(1, "complainant", "parent"), ON, contact.as_words())
    receive(
        manager.actor(), records.received("CSC18-00010"), on=ON, summary="Calls.", today=records.TODAY,
        now=records.NOW, more=[named],
    )  # fmt: skip
    return manager


def found(prose: str) -> list[tuple[str, str]]:
    return [(each.words, each.why) for each in names_in(parse_document(prose), "hampshire")]


@pytest.mark.parametrize(
    "prose",
    [
        "As Quillon Marrowby-Vane told us.",
        "As Mrs Quillon Marrowby-Vane told us.",
        "MARROWBY-VANE, Quillon: a complaint.",
        "## What Quillon Marrowby-Vane said",
    ],
)
@pytest.mark.usefixtures("manager")
def test_a_full_name_is_found_in_any_order_and_case(prose: str) -> None:
    assert [why for _, why in found(prose)] == ["the name of somebody in the records"]


@pytest.mark.parametrize(
    ("prose", "words", "why"),
    [
        ("One said: “Ask Quillon, she knows.”", "Quillon", "in a quotation"),
        ("> Ask Quillon, she knows.", "Quillon", "in a quotation"),
        ("Write to quillon@example.org.", "quillon@example.org", "an e-mail address"),
        ("Ring 01962 000111.", "01962 000111", "a telephone number"),
        ("In SO23 8UJ.", "SO23 8UJ", "a postcode"),
        ("See CSC18-00010.", "CSC18-00010", "the reference of a representation"),
    ],
)
@pytest.mark.usefixtures("manager")
def test_whatever_tells_who_somebody_is_is_found(prose: str, words: str, why: str) -> None:
    ((told, reason),) = found(prose)
    assert told == words
    assert why in reason


@pytest.mark.parametrize(
    "prose",
    [
        "Quillon is a word here, outside of any quotation.",
        "“It took too long”, one parent said.",
        "Under the Children Act 1989 there were {{figure s1}} in 2017/18.",
        "Nobody by the name of Marrowby was asked.",
    ],
)
@pytest.mark.usefixtures("manager")
def test_what_tells_of_nobody_is_let_stand(prose: str) -> None:
    assert found(prose) == []


@pytest.mark.usefixtures("manager")
def test_another_councils_people_are_not_looked_for() -> None:
    document = parse_document("As Quillon Marrowby-Vane told us.")
    assert names_in(document, "coventry") == ()
    (only,) = names_in(document, "hampshire")
    assert only == Found(
        "Quillon Marrowby-Vane", "the name of somebody in the records", "As Quillon Marrowby-Vane told us."
    )


def test_a_report_with_a_name_is_not_proposed_until_somebody_lets_it_stand(manager: Account) -> None:
    draft = start_draft(manager.actor(), "childrens-annual", read_period("2017-18"), now=records.NOW)
    writing = DraftWriting(manager.actor(), draft.id, None, records.TODAY, records.NOW)
    name_approver(writing, post="Director", due_on=records.TODAY)
    text = "As Quillon Marrowby-Vane told us."
    write_commentary(writing, chapter="summary", post=manager.post, text=text, is_finished=True)
    with pytest.raises(NotPermitted, match="could tell who somebody is: Quillon Marrowby-Vane"):
        propose(writing)
    assert propose(writing, let_stand=["Quillon Marrowby-Vane"]).names == ("Quillon Marrowby-Vane",)
