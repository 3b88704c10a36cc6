"""Actions on a real database: one transaction, an append-only chained log, a proof that finds what was touched."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from putright.accounts.permissions import verbs_of
from putright.casework import search, triggers
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_remedy import agree_remedy
from putright.casework.actions.appoint import appoint
from putright.casework.actions.base import Conflict, NoPermission, NotPermitted, Writing
from putright.casework.actions.complete_remedy import complete_remedy
from putright.casework.actions.correct import correct
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.extend import extend
from putright.casework.actions.merge import merge
from putright.casework.actions.raise_concern import raise_concern
from putright.casework.actions.receive import receive
from putright.casework.actions.request_escalation import request_escalation
from putright.casework.actions.respond import respond
from putright.casework.actions.sign_off import sign_off
from putright.casework.actions.split import split
from putright.casework.actions.start_stage import start_stage
from putright.casework.actions.take_in import LegacyRecord, take_in
from putright.casework.actions.triage import triage
from putright.casework.actions.void import void
from putright.casework.check import prove
from putright.casework.log import Dated
from putright.casework.models import ConcernRow, LogEntry, Register, RemedyRow, RepresentationRow, StageRow, Words
from putright.casework.queries import log_of, representations_seen_by
from putright.casework.rebuild import facts_known_at, rebuild
from putright.record.actor import Actor
from putright.record.events import Finding, Received, StageStarted, Triaged

pytestmark = pytest.mark.django_db

MANAGER = Actor("Complaints manager", "hampshire", verbs_of(["complaints_manager"]))
AREA_DIRECTOR = Actor("Area director", "hampshire", verbs_of(["senior_manager"]))
ANALYST = Actor("Analyst", "hampshire", verbs_of(["analyst"]))
ELSEWHERE = Actor("Complaints manager", "stockport", verbs_of(["complaints_manager"]))
TODAY, NOW = date(2017, 6, 1), datetime(2017, 6, 1, 9, 30, tzinfo=UTC)
APRIL_3 = date(2017, 4, 3)


def received(reference: str = "CSC17-1", **values: Any) -> int:
    event = Received(reference=reference, type="complaint", service="care_leavers", **values)
    return receive(MANAGER, event, on=APRIL_3, summary="Parent A waits for a reply.", today=TODAY, now=NOW)


def by(actor: Actor, number: int, read_to: int | None = None) -> Writing:
    return Writing(actor, number, read_to, TODAY, NOW)


def running() -> int:
    number = received()
    triage(by(MANAGER, number), on=date(2017, 4, 4), procedure="children_act_1989")
    start_stage(by(MANAGER, number), on=APRIL_3)
    return number


def test_what_is_recorded_is_projected_at_once() -> None:
    number = running()
    respond(by(MANAGER, number), on=date(2017, 4, 20))
    row = RepresentationRow.objects.get(id=number)
    stage = StageRow.objects.get(representation_id=number)
    assert (row.category, row.type, row.stage, row.status) == ("statutory", "complaint", "local_resolution", "open")
    assert (stage.working_days, stage.due_on, stage.timeliness) == (11, date(2017, 4, 19), "missed")
    assert prove("hampshire").faults == []


def test_without_the_permission_nothing_is_recorded() -> None:
    number = received()
    with pytest.raises(NoPermission, match="Analyst may not acknowledge"):
        acknowledge(by(ANALYST, number), on=APRIL_3)
    with pytest.raises(NoPermission, match="no such representation"):
        acknowledge(by(ELSEWHERE, number), on=APRIL_3)
    assert len(log_of(number)) == 1


def test_one_council_never_sees_another_s_representations() -> None:
    received()
    assert representations_seen_by(MANAGER, TODAY).count() == 1
    assert representations_seen_by(ELSEWHERE, TODAY).count() == 0


def test_what_a_rule_forbids_is_refused_with_the_rule() -> None:
    number = running()
    with pytest.raises(NotPermitted, match=r"regulation 1[45]"):
        extend(by(MANAGER, number), on=date(2017, 4, 10), to=date(2017, 5, 5), reason="complex", agreed_by="manager")
    extend(by(MANAGER, number), on=date(2017, 4, 10), to=date(2017, 5, 4), reason="complex", agreed_by="manager")
    assert StageRow.objects.get(representation_id=number).due_on == date(2017, 5, 4)


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(NotPermitted, match="has not come yet"):
        acknowledge(by(MANAGER, received()), on=date(2017, 6, 2))


def test_the_second_of_two_who_read_the_same_is_told_what_the_first_did() -> None:
    number = received()
    acknowledge(by(MANAGER, number, read_to=1), on=APRIL_3)
    with pytest.raises(Conflict, match="Acknowledged by Complaints manager"):
        triage(by(MANAGER, number, read_to=1), on=APRIL_3, procedure="children_act_1989")
    assert [type(entry.event).__name__ for entry in log_of(number)] == ["Received", "Acknowledged"]


def test_a_reference_is_given_once() -> None:
    received()
    with pytest.raises(Conflict, match="CSC17-1 is taken"):
        received()


@pytest.mark.parametrize("statement", ["UPDATE casework_log SET by = 'x'", "DELETE FROM casework_log"])
def test_the_database_refuses_to_change_or_remove_an_entry(statement: str) -> None:
    received()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert LogEntry.objects.get().by == "Complaints manager"


def test_a_changed_entry_is_found_and_named() -> None:
    running()
    triggers.remove(connection)
    LogEntry.objects.filter(kind="Triaged").update(by="Somebody else")
    faults = prove("hampshire").faults
    triggers.install(connection)
    assert len(faults) == 1
    assert "log entry 2 (CSC17-1, entry 2, Triaged) was changed" in faults[0]


def test_a_removed_entry_is_found_and_named_in_the_middle_and_at_the_end() -> None:
    running()
    received("CSC17-2")
    triggers.remove(connection)
    LogEntry.objects.filter(sequence__in=[2, 4]).delete()
    faults = prove("hampshire").faults
    triggers.install(connection)
    assert any("log entry 2 was removed" in fault for fault in faults)
    assert any("log entry 4 was removed from the end" in fault for fault in faults)
    assert any("CSC17-2 is registered and has no log" in fault for fault in faults)


def test_an_edited_projection_is_found_named_and_made_anew() -> None:
    number = running()
    RepresentationRow.objects.filter(id=number).update(service="education")
    StageRow.objects.filter(representation_id=number).delete()
    faults = prove("hampshire").faults
    assert any(
        "facts_representation.service of CSC17-1 is 'education', replay makes 'care_leavers'" in f for f in faults
    )
    assert any("facts_stage holds 0 rows of CSC17-1, replay makes 1" in f for f in faults)
    assert rebuild("hampshire") == 1
    assert prove("hampshire").faults == []


def test_changed_words_are_found() -> None:
    received()
    Words.objects.update(text="Parent A is content.")
    assert prove("hampshire").faults == ["hampshire: the words kept beside CSC17-1 were changed."]


def test_erased_words_leave_the_chain_whole() -> None:
    received()
    Words.objects.all().delete()
    assert prove("hampshire").faults == []


def test_an_entry_taken_back_no_longer_counts_and_is_still_there() -> None:
    number = running()
    void(by(MANAGER, number), on=date(2017, 4, 5), position=3, why="Started on the wrong case.")
    assert StageRow.objects.filter(representation_id=number).count() == 0
    assert len(log_of(number)) == 4
    with pytest.raises(NotPermitted, match="Correct it instead"):
        void(by(MANAGER, number), on=date(2017, 4, 5), position=1, why="No.")


def test_a_correction_keeps_what_was_said_before() -> None:
    number = received()
    correct(by(MANAGER, number), on=APRIL_3, field="service", now="child_in_need", why="The team told us.")
    assert RepresentationRow.objects.get(id=number).service == "child_in_need"
    with pytest.raises(NotPermitted, match="not among what can be corrected"):
        correct(by(MANAGER, number), on=APRIL_3, field="reference", now="X", why="No.")


def test_figures_as_known_on_a_past_day_leave_out_what_was_recorded_later() -> None:
    number = received()
    later = Writing(MANAGER, number, None, date(2017, 9, 1), datetime(2017, 9, 1, 9, tzinfo=UTC))
    correct(later, on=date(2017, 9, 1), field="service", now="child_in_need", why="The team told us.")
    (then,) = facts_known_at("hampshire", datetime(2017, 7, 1, tzinfo=UTC))
    (now,) = facts_known_at("hampshire")
    assert (then.representation["service"], now.representation["service"]) == ("care_leavers", "child_in_need")


def test_a_representation_is_found_by_its_words_and_its_reference() -> None:
    number = received()
    assert search.find("hampshire", "waiting reply") == [number]
    assert search.find("hampshire", "CSC17-1") == [number]
    assert search.find("stockport", "waiting reply") == []
    assert search.find("hampshire", '"unbalanced OR (') == []


def legacy(service: str, digest: str, reference: str = "CSC16-1") -> LegacyRecord:
    events = (
        Dated(Received(reference=reference, type="complaint", service=service), APRIL_3, "Parent B asks for a visit."),
        Dated(Triaged("children_act_1989"), APRIL_3),
        Dated(StageStarted("local_resolution"), APRIL_3),
    )
    return LegacyRecord(reference, events, "cases.csv", 2, digest)


def test_the_same_legacy_row_twice_changes_nothing() -> None:
    assert take_in([legacy("care_leavers", "d1")], actor=MANAGER, recorded_at=NOW).new == ["CSC16-1"]
    assert take_in([legacy("care_leavers", "d1")], actor=MANAGER, recorded_at=NOW).unchanged == ["CSC16-1"]
    assert LogEntry.objects.count() == 4


def test_a_changed_legacy_row_replaces_what_was_imported_without_erasing_it() -> None:
    take_in([legacy("care_leavers", "d1")], actor=MANAGER, recorded_at=NOW)
    assert take_in([legacy("child_in_need", "d2")], actor=MANAGER, recorded_at=NOW).changed == ["CSC16-1"]
    number = Register.objects.get().id
    assert RepresentationRow.objects.get(id=number).service == "child_in_need"
    assert len(log_of(number)) == 12
    assert prove("hampshire").faults == []


def test_a_legacy_row_changed_after_people_worked_on_it_is_left_to_a_person() -> None:
    take_in([legacy("care_leavers", "d1")], actor=MANAGER, recorded_at=NOW)
    number = Register.objects.get().id
    acknowledge(by(MANAGER, number), on=APRIL_3)
    assert take_in([legacy("child_in_need", "d2")], actor=MANAGER, recorded_at=NOW).refused == ["CSC16-1"]
    assert RepresentationRow.objects.get(id=number).service == "care_leavers"


def test_someone_appointed_sees_the_one_representation_until_the_day_named() -> None:
    number = running()
    received("CSC17-2")
    investigate(number)
    account = "investigator@example.org"
    appoint(
        by(MANAGER, number), on=date(2017, 5, 3), post="investigating_officer", name="IO A", account=account,
        until=date(2017, 8, 31),
    )  # fmt: skip
    investigator = Actor("Investigating officer", "hampshire", verbs_of(["outside_investigator"]), account)
    seen = representations_seen_by(investigator, TODAY)
    assert [row.id for row in seen] == [number]
    assert not representations_seen_by(investigator, date(2017, 9, 1)).exists()
    end_appointment(by(MANAGER, number), on=TODAY, appointment=1, why="The report is in.")
    assert not representations_seen_by(investigator, TODAY).exists()


def investigate(number: int) -> None:
    respond(by(MANAGER, number), on=date(2017, 4, 18))
    request_escalation(by(MANAGER, number), on=date(2017, 5, 2))
    start_stage(by(MANAGER, number), on=date(2017, 5, 3))


def test_an_answer_needs_the_signing_off_that_the_rule_asks_for() -> None:
    number = running()
    investigate(number)
    with pytest.raises(NotPermitted, match="not signed off yet by: adjudicating officer"):
        respond(by(MANAGER, number), on=date(2017, 5, 31))
    sign_off(by(AREA_DIRECTOR, number), on=date(2017, 5, 31))
    respond(by(MANAGER, number), on=date(2017, 5, 31))
    assert prove("hampshire").faults == []


def test_every_concern_that_is_pursued_has_its_finding() -> None:
    number = running()
    raise_concern(by(MANAGER, number), on=APRIL_3, nature="quality_of_service", service="care_leavers")
    raise_concern(by(MANAGER, number), on=APRIL_3, nature="poor_communication", service="care_leavers")
    with pytest.raises(NotPermitted, match="Concern 2 has no finding"):
        respond(by(MANAGER, number), on=date(2017, 4, 18), findings=(Finding(1, "upheld"),))
    findings = (Finding(1, "upheld"), Finding(2, "not_upheld"))
    respond(by(MANAGER, number), on=date(2017, 4, 18), findings=findings)
    assert StageRow.objects.get(representation_id=number).finding == "mixed"


def test_concerns_split_off_go_on_as_a_representation_of_their_own() -> None:
    number = running()
    raise_concern(by(MANAGER, number), on=APRIL_3, nature="quality_of_service", service="care_leavers")
    raise_concern(by(MANAGER, number), on=APRIL_3, nature="finance", service="education")
    other = split(by(MANAGER, number), on=APRIL_3, concerns=(2,), reference="CSC17-9", why="Another service.")
    assert RepresentationRow.objects.get(id=other).service == "education"
    assert list(
        ConcernRow.objects.filter(representation_id=number, pursued="yes").values_list("concern", flat=True)
    ) == ["quality_of_service"]
    merge(by(MANAGER, other), on=TODAY, into="CSC17-1", why="One matter after all.")
    assert RepresentationRow.objects.get(id=other).status == "closed"
    assert prove("hampshire").faults == []


def test_a_payment_names_its_amount_payer_and_approval() -> None:
    number = received()
    with pytest.raises(NotPermitted, match="Give all three"):
        agree_remedy(by(MANAGER, number), on=APRIL_3, kind="payment", due_on=None, pence=25000)
    agree_remedy(
        by(MANAGER, number), on=APRIL_3, kind="payment", due_on=TODAY, pence=25000, payer="Children's Services",
        approved_by="Director",
    )  # fmt: skip
    complete_remedy(by(MANAGER, number), on=TODAY, remedy=1, evidence="BACS 114")
    assert RemedyRow.objects.get(representation_id=number).done_on == TODAY


def test_a_payment_is_approved_by_the_post_that_the_council_names() -> None:
    manager = Actor("Complaints Manager", "coventry", verbs_of(["complaints_manager"]))
    given = Received("COV18-00001", "complaint", method="e_mail")
    number = receive(manager, given, on=APRIL_3, summary="Nobody rang back.", today=TODAY, now=NOW)
    payment = {"kind": "payment", "due_on": TODAY, "pence": 25000, "payer": "Children's Services"}
    with pytest.raises(NotPermitted, match="approved by the Director of Children's Services"):
        agree_remedy(by(manager, number), on=APRIL_3, approved_by="Team Manager", **payment)
    agree_remedy(by(manager, number), on=APRIL_3, approved_by="Director of Children's Services", **payment)
    assert RemedyRow.objects.get(representation_id=number).pence == 25000
