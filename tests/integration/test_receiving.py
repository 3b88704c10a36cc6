"""Staff take a representation down: what becomes of what was typed, the reference, the check, the queue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.system import records

from putright.accounts.permissions import verbs_of
from putright.casework.actions.base import Conflict, NoPermission, NotPermitted, Writing, perform
from putright.casework.actions.receive import receive
from putright.casework.actions.triage import triage
from putright.casework.check import prove
from putright.casework.log import Dated, words_beside
from putright.casework.models import ConcernRow, LogEntry, RepresentationRow
from putright.casework.queries import log_of
from putright.record import events as e
from putright.record.actor import Actor
from putright.record.contact import contact_from

TODAY, NOW = date(2018, 4, 16), datetime(2018, 4, 16, 9, 30, tzinfo=UTC)
OFFICER = Actor("Officer", "hampshire", verbs_of(["complaints_officer"]))
SAYS = "My daughter’s social worker has not visited since January, and nobody tells me why."
CALL = {
    "type": "complaint", "method": "telephone", "received_on": "16/4/2018", "words": SAYS, "name": "Ada Example",
    "telephone": "01962 000111", "received_from": "parent", "nature_1": "poor_communication",
    "service_1": "child_in_need", "outcome_sought": "apology_explanation",
}  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def as_role(role: str) -> Client:
    client = Client()
    client.force_login(records.account(role))
    return client


def post(client: Client, **given: str | list[str]) -> Any:
    return client.post("/record/", CALL | given)


def newest() -> Any:
    return RepresentationRow.objects.order_by("-id").first()


def new(reference: str = "", on: date = TODAY) -> int:
    return receive(OFFICER, e.Received(reference, "complaint"), on=on, summary="", today=TODAY, now=NOW)


@pytest.mark.django_db
def test_a_call_becomes_its_events_and_its_row() -> None:
    answer = post(
        as_role("contact_centre_agent"), person_name="Bea Example", person_note="born 2010", preferred_contact="letter",
        speaker_role="advocate", speaker_name="Cy Advocate", speaker_email="cy@example.org", consent="given",
        consent_how="in_writing", nature_2="professional_conduct", service_2="cast_1", nature_4="finance",
        gender="female", ethnicity="prefer_not_to_say", age_band="not_asked", disability="not_stated",
        person_gender="not_stated", person_age_band="0_16", person_ethnicity="not_asked",
        person_disability="not_asked", district="north",
    )  # fmt: skip
    row = newest()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/representations/{row.id}/")
    entries = log_of(row.id)
    words = words_beside(entries)
    assert [entry.event for entry in entries] == [
        e.Received("CSC18-00001", "complaint", "telephone", "parent", "poor_communication", "child_in_need", "north",
                   "apology_explanation"),
        e.PartyNamed(1, "complainant", "parent", "letter"),
        e.EqualityRecorded(1, "female", "not_asked", "prefer_not_to_say", "not_stated"),
        e.PartyNamed(2, "person_concerned"),
        e.EqualityRecorded(2, "not_stated", "0_16", "not_asked", "not_asked"),
        e.PartyNamed(3, "advocate"),
        e.ConsentRecorded(3, "given", "in_writing"),
        e.ConcernRaised(1, "poor_communication", "child_in_need"),
        e.ConcernRaised(2, "professional_conduct", "cast_1"),
        e.ConcernRaised(3, "finance"),
    ]  # fmt: skip
    assert words[entries[0].words] == SAYS
    assert contact_from(words[entries[1].words]).telephone == "01962 000111"
    assert contact_from(words[entries[3].words]).name == "Bea Example"
    assert {entry.by for entry in entries} == {"Contact centre agent"}
    assert (row.gender, row.ethnicity, row.disability) == ("female", "prefer_not_to_say", "not_stated")
    assert (row.type, row.method, row.service, row.status, row.triaged_on) == (
        "complaint", "telephone", "child_in_need", "open", None,
    )  # fmt: skip
    assert ConcernRow.objects.filter(representation_id=row.id).count() == 3
    assert prove("hampshire").faults == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("type_", "label"),
    [
        ("complaint", "Complaint"), ("compliment", "Compliment"), ("comment", "Comment"),
        ("enquiry_by_a_councillor", "Enquiry by a councillor"),
        ("enquiry_by_a_member_of_parliament", "Enquiry by a Member of Parliament"),
        ("enquiry_by_a_director", "Enquiry by a director"), ("case_concern", "Case Concern"),
        ("pre_complaint", "Pre-complaint"), ("area_initiated_complaint", "Area initiated complaint"),
        ("professional_to_professional_complaint", "Professional to Professional Complaint"),
        ("hantsdirect_handoff", "HantsDirect handoff"), ("service_request", "Service request"),
        ("miscellaneous", "Miscellaneous"),
    ],
)  # fmt: skip
def test_every_type_can_be_taken_down_and_is_shown_by_its_name(type_: str, label: str) -> None:
    client = as_role("complaints_officer")
    page = client.post("/record/", CALL | {"type": type_}, follow=True).content.decode()
    assert newest().type == type_
    assert label in page
    assert label in client.get("/representations/").content.decode()


@pytest.mark.django_db
def test_somebody_without_a_name_may_say_something_too() -> None:
    given = {name: CALL[name] for name in ("type", "received_on", "words")}
    assert as_role("contact_centre_agent").post("/record/", given).status_code == 302
    assert [type(entry.event).__name__ for entry in log_of(newest().id)] == ["Received", "PartyNamed"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"words": " "}, "Enter what they say, in their own words"),
        ({"received_on": "17/4/2018"}, "must not be after today"),
        ({"received_on": "31/2/2018"}, "must be a real date"),
        ({"received_on": ""}, "Enter the day on which it was received"),
        ({"type": ""}, "Choose what it is"),
        ({"type": "refused"}, "choose from the list"),
        ({"service_1": "no_such_team"}, "choose from the list"),
        ({"email": "ada at example"}, "Enter an e-mail address in the right form"),
        ({"consent": "given"}, "Name the person concerned, or whoever speaks for them"),
        ({"person_name": "B", "consent": "awaited", "consent_how": "in_writing"}, "only if it was given"),
        ({"postcode": "X" * 13}, "Postcode must have 12 characters or fewer"),
    ],
)
def test_what_cannot_be_used_is_said_and_all_that_was_typed_is_kept(given: dict[str, str], problem: str) -> None:
    page = post(as_role("contact_centre_agent"), **given).content.decode()
    assert problem in page
    assert "There is a problem" in page
    for name in ("name", "telephone", *(() if "words" in given else ("words",))):
        assert CALL[name] in page
    assert '<option value="apology_explanation" selected>' in page
    assert not RepresentationRow.objects.exists()


@pytest.mark.django_db
def test_somebody_known_is_shown_before_it_is_recorded_and_what_was_typed_is_kept() -> None:
    client = as_role("complaints_officer")
    post(client)
    page = post(client, words="Something else", name="A. Example").content.decode()
    assert "Is it one of these?" in page
    assert "CSC18-00001" in page
    assert "Same telephone number" in page
    assert "May be this one" in page
    assert "Something else</textarea>" in page
    assert RepresentationRow.objects.count() == 1
    answer = post(client, words="Something else", checked="CSC18-00001", linked="CSC18-00001")
    assert answer.status_code == 302
    linked = [entry.event for entry in log_of(newest().id) if isinstance(entry.event, e.Linked)]
    assert linked == [e.Linked("CSC18-00001", "same_person")]


@pytest.mark.django_db
def test_what_was_not_shown_is_shown_even_after_something_else_was() -> None:
    client = as_role("complaints_officer")
    post(client)
    post(client, name="Dee Other", telephone="01962 000999", words="A different matter entirely.")
    assert RepresentationRow.objects.count() == 2
    page = post(client, name="Dee Other", words="x", checked="CSC18-00001")
    assert page.status_code == 200
    assert "CSC18-00002" in page.content.decode()


@pytest.mark.django_db
def test_a_restriction_is_told_before_it_is_recorded_even_to_who_may_not_open_where_it_is_written() -> None:
    post(as_role("complaints_officer"))
    restricted = e.ContactRestricted(1, "in_writing_only", "Head of Service", date(2018, 10, 16))
    number = newest().id
    manager = Actor("Manager", "hampshire", verbs_of(["complaints_manager"]))
    perform(Writing(manager, number, None, TODAY, NOW), "restrict_contact", lambda *_: [Dated(restricted, TODAY)])
    agent = as_role("contact_centre_agent")
    page = post(agent, words="Another matter").content.decode()
    assert "Contact with this person is restricted: In writing only, decided by Head of Service (CSC18-00001)." in page
    assert "It is to be reviewed on 16 October 2018." in page
    assert "Before it is recorded" in page
    assert "opens in a new tab" not in page
    assert post(agent, words="Another matter", checked="CSC18-00001").status_code == 302


@pytest.mark.django_db
def test_a_form_sent_twice_is_recorded_once() -> None:
    client = as_role("contact_centre_agent")
    assert [post(client).status_code, post(client).status_code] == [302, 200]
    assert RepresentationRow.objects.count() == 1


@pytest.mark.django_db
def test_a_reference_that_was_not_shown_cannot_be_linked() -> None:
    client = as_role("complaints_officer")
    post(client, linked="CSC17-00001", checked="CSC17-00001")
    assert not LogEntry.objects.filter(kind="Linked").exists()


@pytest.mark.django_db
def test_references_go_on_from_the_highest_of_the_year() -> None:
    new("CSC17-00020")
    new("CSC17-00007")
    new("CSC17-00021b")
    new("CSC18-99999")
    given = [new(on=date(2018, 3, 31)), new(on=date(2018, 4, 1)), new(), new(on=date(2016, 1, 1))]
    references = dict(RepresentationRow.objects.values_list("id", "reference"))
    assert [references[number] for number in given] == ["CSC17-00021", "CSC18-100000", "CSC18-100001", "CSC15-00001"]
    with pytest.raises(Conflict, match="is taken"):
        new("CSC18-100001")


@pytest.mark.django_db(transaction=True)
def test_of_two_agents_at_one_moment_none_gets_the_others_reference() -> None:
    together = Barrier(2)

    def write(_agent: int) -> None:
        together.wait()
        try:
            for _ in range(10):
                new()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        list(both.map(write, range(2)))
    references = sorted(RepresentationRow.objects.values_list("reference", flat=True))
    assert references == [f"CSC18-{number:05}" for number in range(1, 21)]
    assert prove("hampshire").faults == []


@pytest.mark.django_db
def test_a_day_to_come_and_a_role_without_the_right_are_refused_by_the_action_itself() -> None:
    with pytest.raises(NotPermitted, match="has not come yet"):
        new(on=date(2018, 4, 17))
    analyst = Actor("Analyst", "hampshire", verbs_of(["analyst"]))
    with pytest.raises(NoPermission):
        receive(analyst, e.Received("", "complaint"), on=TODAY, summary="", today=TODAY, now=NOW)
    assert not RepresentationRow.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["analyst", "responding_manager", "senior_manager", "outside_investigator"])
def test_who_may_not_take_down_is_told_so_and_is_not_shown_the_way(role: str) -> None:
    client = as_role(role)
    assert client.get("/record/").status_code == 403
    assert post(client).status_code == 403
    assert client.get("/triage/").status_code == 403
    assert "Record a representation" not in client.get("/help/").content.decode()


@pytest.mark.django_db
def test_an_agent_opens_what_its_post_took_down_and_nothing_else() -> None:
    agent, officer = as_role("contact_centre_agent"), as_role("complaints_officer")
    post(agent)
    own = newest().id
    post(officer, name="Somebody Else", telephone="", words="Another matter")
    assert agent.get(f"/representations/{own}/").status_code == 200
    assert agent.get(f"/representations/{newest().id}/").status_code == 404
    page = agent.get("/representations/").content.decode()
    assert "CSC18-00001" in page
    assert "CSC18-00002" not in page


@pytest.mark.django_db
def test_the_queue_holds_what_nobody_triaged_the_oldest_first_with_what_is_proposed() -> None:
    officer = as_role("complaints_officer")
    assert "Nothing waits for triage" in officer.get("/triage/").content.decode()
    late, early, done = (new(on=day) for day in (TODAY, date(2018, 4, 3), date(2018, 4, 2)))
    post(officer, service_1="cast_3", words="Quite another matter", name="X Y")
    latest = newest().id
    post(officer, type="service_request", words="A new bin", name="Z Z", telephone="")
    triage(Writing(OFFICER, done, None, TODAY, NOW), on=TODAY, procedure="children_act_1989", reason="")
    page = officer.get("/triage/").content.decode()
    listed = [int(number) for number in re.findall(r'href="/representations/(\d+)/">', page)]
    assert listed == [early, late, latest, newest().id]
    assert f"/representations/{early}/steps/triage/" in page
    assert "13 days ago" in page
    assert "the person is one of those the Act lists. Children Act 1989, sections 24D" in page
    assert "One of: Children Act 1989 representations procedure; Hampshire corporate complaints procedure." in page
    assert "4 representations to triage" in page
    assert "It is no complaint." in page


@pytest.mark.django_db
def test_the_pages_ask_a_fixed_number_of_queries() -> None:
    officer = as_role("complaints_officer")

    def asked(path: str, **given: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert (officer.post(path, CALL | given) if given else officer.get(path)).status_code == 200
        return len(queries)

    post(officer)
    post(officer, checked="CSC18-00001")
    few = asked("/triage/"), asked("/record/", words=SAYS), asked("/record/"), asked(f"/representations/{newest().id}/")
    for number in range(2, 31):
        post(officer, checked=[f"CSC18-{n:05}" for n in range(1, number + 1)])
    many = (
        asked("/triage/"),
        asked("/record/", words=SAYS),
        asked("/record/"),
        asked(f"/representations/{newest().id}/"),
    )
    assert RepresentationRow.objects.count() == 31
    assert many == few
    assert max(many) <= 15


@pytest.mark.django_db
def test_no_page_tells_an_analyst_a_name() -> None:
    officer, analyst = as_role("complaints_officer"), as_role("analyst")
    post(officer, person_name="Bea Example", speaker_name="Cy Advocate", postcode="SO23 8UJ")
    number = newest().id
    for path in (f"/representations/{number}/", "/representations/?q=Example", "/representations/", "/reports/"):
        page = analyst.get(path)
        assert page.status_code == 200, path
        for name in ("Ada", "Bea", "Cy Advocate", "SO23", "01962", "social worker"):
            assert name not in page.content.decode(), (path, name)
    table = b"".join(analyst.get("/representations.csv")).decode()  # type: ignore[arg-type]
    assert "CSC18-00001" in table
    assert "Ada" not in table
    assert "CSC18-00001" not in analyst.get("/representations/?q=Ada").content.decode()
