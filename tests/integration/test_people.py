"""A person is known again: by what, by whom it may be seen, and for how long."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.accounts.permissions import verbs_of
from putright.casework import person_keys
from putright.casework.actions.assign import assign
from putright.casework.actions.base import Writing
from putright.casework.actions.name_party import name_party
from putright.casework.actions.restrict_contact import restrict_contact
from putright.casework.actions.review_restriction import review_restriction
from putright.casework.actions.split import split
from putright.casework.actions.void import void
from putright.casework.check import prove
from putright.casework.models import PersonKey, RepresentationRow, Words
from putright.casework.people import Coming, known_already, same_person
from putright.casework.queries import log_of, reference_of, representations_seen_by
from putright.casework.rebuild import rebuild
from putright.intake.receiving import About, Person, TakenDown, record
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.record.events import ConcernDropped, ConcernRaised

pytestmark = pytest.mark.django_db

TODAY, NOW = date(2018, 4, 16), datetime(2018, 4, 16, 9, 30, tzinfo=UTC)
PARENT = Contact("Mrs Ada Example", "Ada@Example.org", "+44 1962 000111", postcode="SO23 8UJ")
SAYS = "Nobody rang back although they said they would on Monday and again on Thursday."


def someone(role: str, post: str = "", authority: str = "hampshire") -> Actor:
    return Actor(post or role, authority, verbs_of([role]), f"{role}@{authority}.example")


OFFICER, AGENT, ANALYST = someone("complaints_officer"), someone("contact_centre_agent"), someone("analyst")


def taken(
    contact: Contact = PARENT, on: date = TODAY, words: str = SAYS, service: str = "child_in_need", by: Actor = AGENT
) -> int:
    concerns = (About("poor_communication", service),)
    down = TakenDown("complaint", on, words, (Person("complainant", contact),), concerns=concerns)
    return record(by, down, today=TODAY, now=NOW)


def writing(number: int, by: Actor = OFFICER) -> Writing:
    return Writing(by, number, None, TODAY, NOW)


@pytest.mark.parametrize(
    ("contact", "why"),
    [
        (Contact("EXAMPLE, Ada"), ("name",)),
        (Contact(email=" ada@example.ORG"), ("email",)),
        (Contact("Somebody Else", telephone="(01962) 000 111"), ("telephone",)),
        (Contact("Dr Ada Example", postcode="so238uj"), ("name", "postcode")),
        (Contact("Ada Example", "ada@example.org", "01962000111", postcode="SO23 8UJ"),
         ("email", "name", "postcode", "telephone")),
        (Contact("A Neighbour", postcode="SO23 8UJ"), ()),
        (Contact("Ada Exampel"), ()),
        (Contact(), ()),
        (Contact(telephone="0"), ()),
    ],
)  # fmt: skip
def test_the_same_person_is_known_by_what_tells_and_not_by_what_does_not(
    contact: Contact, why: tuple[str, ...]
) -> None:
    number = taken()
    assert [(each.representation, each.why) for each in same_person(OFFICER, contact, TODAY)] == (
        [(number, why)] if why else []
    )


def test_a_person_named_anew_is_known_by_the_new_name_alone() -> None:
    number = taken()
    name_party(writing(number), on=TODAY, role="complainant", contact=Contact("Ada Newname"), party=1)
    assert same_person(OFFICER, PARENT, TODAY) == []
    assert [each.representation for each in same_person(OFFICER, Contact("Ada Newname"), TODAY)] == [number]
    void(writing(number), on=TODAY, position=log_of(number)[-1].position, why="It was somebody else.")
    assert [each.representation for each in same_person(OFFICER, PARENT, TODAY)] == [number]
    assert same_person(OFFICER, Contact("Ada Newname"), TODAY) == []


def test_the_keys_are_made_anew_and_those_of_erased_words_are_gone() -> None:
    number, other = taken(), taken(Contact("Another Person"))
    kept = sorted(PersonKey.objects.values_list("representation_id", "kind", "key"))
    PersonKey.objects.all().delete()
    rebuild("hampshire")
    assert sorted(PersonKey.objects.values_list("representation_id", "kind", "key")) == kept
    Words.objects.filter(representation_id=number).delete()
    rebuild("hampshire")
    assert set(PersonKey.objects.values_list("representation_id", flat=True)) == {other}
    assert person_keys.forget([other]) == 1
    assert not PersonKey.objects.exists()


def test_a_duplicate_came_within_thirty_days_for_the_same_service_or_says_the_same() -> None:
    near = taken(on=date(2018, 3, 17))
    far = taken(on=date(2018, 3, 16))
    elsewhere = taken(on=date(2018, 4, 2), service="care_leavers", words="Something else altogether, about a bus pass.")
    stranger = taken(Contact("Councillor Three"), on=date(2018, 4, 3), service="education")
    coming = Coming(("child_in_need",), SAYS, TODAY)
    found = {each.representation: each for each in known_already(OFFICER, [PARENT], TODAY, coming=coming).matches}
    assert {number: match.is_duplicate for number, match in found.items()} == {
        near: True, far: False, elsewhere: False, stranger: True,
    }  # fmt: skip
    assert found[stranger].why == ("words",)
    assert "words" in found[near].why
    assert "words" not in found[far].why
    assert next(iter(found)) in (near, stranger)


def test_few_words_are_no_sign_of_a_duplicate() -> None:
    taken(Contact("Somebody"), words="Please call me back.")
    coming = Coming((), "Please call me back.", TODAY)
    assert known_already(OFFICER, [Contact("Another")], TODAY, coming=coming).matches == []


def test_each_sees_of_a_person_what_they_may_see() -> None:
    own = taken()
    others = taken(by=OFFICER)
    of = {actor.post: {m.representation for m in same_person(actor, PARENT, TODAY)} for actor in (OFFICER, AGENT)}
    assert of == {"complaints_officer": {own, others}, "contact_centre_agent": {own}}
    assert same_person(ANALYST, PARENT, TODAY) == []
    assert same_person(someone("complaints_officer", authority="otherton"), PARENT, TODAY) == []
    manager = someone("responding_manager", "Team Manager, East")
    assert same_person(manager, PARENT, TODAY) == []
    assign(writing(others), on=TODAY, handler="Team Manager, East")
    assert {match.representation for match in same_person(manager, PARENT, TODAY)} == {others}


def test_an_agent_sees_what_its_post_took_down_and_a_manager_of_that_name_does_not_by_it() -> None:
    own = taken()
    taken(by=OFFICER)
    seen = representations_seen_by(AGENT, TODAY).values_list("id", flat=True)
    assert list(seen) == [own]
    assert not representations_seen_by(someone("contact_centre_agent", "Another agent"), TODAY).exists()
    assert not representations_seen_by(someone("responding_manager", AGENT.post), TODAY).exists()


def test_a_restriction_is_told_to_whoever_deals_with_the_person_until_it_ends() -> None:
    number = taken(by=OFFICER)
    restrict_contact(
        writing(number, someone("complaints_manager")), on=TODAY, party=1, restriction="in_writing_only",
        decided_by="Head of Service", review_on=date(2018, 10, 16), why="Threats on the telephone.",
    )  # fmt: skip
    known = known_already(AGENT, [PARENT], TODAY)
    assert known.matches == []
    [told] = known.restrictions
    assert (told.restriction, told.decided_by, told.review_on) == (
        "in_writing_only", "Head of Service", date(2018, 10, 16),
    )  # fmt: skip
    assert known_already(AGENT, [Contact("Another Person")], TODAY).restrictions == []
    assert known_already(ANALYST, [PARENT], TODAY).restrictions == []
    review_restriction(writing(number, someone("complaints_manager")), on=TODAY, party=1, ends=True, why="Kept to.")
    assert known_already(AGENT, [PARENT], TODAY).restrictions == []


def test_what_is_split_off_is_of_the_same_people_under_the_next_reference() -> None:
    concerns = (About("finance", "child_in_need"), About("safeguarding", "cast_1"))
    down = TakenDown("complaint", TODAY, SAYS, (Person("complainant", PARENT, "parent"),), concerns=concerns)
    number = record(AGENT, down, today=TODAY, now=NOW)
    new = split(writing(number), on=TODAY, concerns=(2,), why="It belongs to another service.")
    assert reference_of(new) == "CSC18-00002"
    assert {match.representation for match in same_person(OFFICER, PARENT, TODAY)} == {number, new}
    assert ConcernDropped(2, "Goes on as CSC18-00002.") in [entry.event for entry in log_of(number)]
    assert ConcernRaised(1, "safeguarding", "cast_1") in [entry.event for entry in log_of(new)]
    assert prove("hampshire").faults == []


def test_it_asks_as_much_of_one_as_of_forty() -> None:
    def asked() -> int:
        coming = Coming(("child_in_need",), SAYS, TODAY)
        with CaptureQueriesContext(connection) as queries:
            known_already(OFFICER, [PARENT, Contact("Another Person")], TODAY, coming=coming)
        return len(queries)

    first = taken()
    restrict_contact(
        writing(first, someone("complaints_manager")), on=TODAY, party=1, restriction="no_visits",
        decided_by="Head of Service", review_on=date(2018, 10, 16), why="A reason.",
    )  # fmt: skip
    few = asked()
    for _ in range(39):
        taken()
    assert asked() == few <= 7
    assert len(same_person(OFFICER, PARENT, TODAY)) == 10


def test_the_check_finds_a_key_that_no_log_makes_and_one_that_is_missing() -> None:
    taken()
    taken(Contact("Another Person"))
    other = taken(Contact())
    PersonKey.objects.filter(kind="email").delete()
    PersonKey.objects.create(authority="hampshire", representation_id=other, party=1, kind="name", key="nobody")
    told = prove("hampshire").faults
    assert ["CSC18-00001" in told[0], "CSC18-00003" in told[1], len(told)] == [True, True, 2]
    rebuild("hampshire")
    assert prove("hampshire").faults == []


def test_the_record_is_whole_with_people_in_it() -> None:
    taken()
    assert prove("hampshire").faults == []
    assert RepresentationRow.objects.get().reference == "CSC18-00001"
