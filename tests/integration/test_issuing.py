"""A report from its draft to its issue: who may do what when, and that what was issued never changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.legacy_exports import CASES, OMBUDSMAN, import_
from tests.system import records

from putright.authorities.publishing import DisclosureRules
from putright.casework.actions.base import Conflict, NoPermission, NotPermitted
from putright.casework.models import RepresentationRow
from putright.issuing import contents
from putright.issuing.actions.abandon import abandon
from putright.issuing.actions.approve import approve
from putright.issuing.actions.base import DraftWriting
from putright.issuing.actions.issue import issue
from putright.issuing.actions.name_approver import name_approver, release_approver
from putright.issuing.actions.name_contributor import name_contributor, release_contributor
from putright.issuing.actions.propose import propose
from putright.issuing.actions.set_disclosure import set_disclosure
from putright.issuing.actions.start_draft import start_draft
from putright.issuing.actions.take_back import take_back
from putright.issuing.actions.write_commentary import FaultyCommentary, write_commentary
from putright.issuing.contents import written
from putright.issuing.drafts import NoDraft, open_draft
from putright.issuing.issued import NotIssued, issued_by, open_issued
from putright.issuing.models import DraftEntry, IssuedReport
from putright.issuing.restatements import compared_with_issued
from putright.record.actor import Actor
from putright.reporting.period import Period, read_period
from putright.reporting.render.forms import FORMS

pytestmark = pytest.mark.django_db
NOW = datetime(2018, 7, 2, 9, tzinfo=UTC)
TODAY, SOON = date(2018, 7, 2), date(2018, 7, 20)
YEAR, BEFORE = read_period("2017-18"), read_period("2016-17")
CHAPTER = "how-long-answers-took"


def actor(role: str, authority: str = "hampshire") -> Actor:
    return records.account(role, authority).actor()


@pytest.fixture
def manager() -> Actor:
    return actor("complaints_manager")


@pytest.fixture
def director() -> Actor:
    return actor("senior_manager")


@pytest.fixture
def as_a_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Issued in one form: the others take seconds."""
    monkeypatch.setattr(contents, "forms_of", lambda _report: (FORMS["html"],))


def begun(manager: Actor, period: Period = YEAR) -> DraftWriting:
    draft = start_draft(manager, "childrens-annual", period, now=NOW)
    return DraftWriting(manager, draft.id, None, TODAY, NOW)


def by(writing: DraftWriting, who: Actor) -> DraftWriting:
    return replace(writing, actor=who)


def proposed(manager: Actor, director: Actor, period: Period = YEAR) -> DraftWriting:
    writing = begun(manager, period)
    name_approver(writing, post=director.post, due_on=SOON)
    propose(writing)
    return writing


def issued(manager: Actor, director: Actor, period: Period = YEAR) -> int:
    """A report that was issued; its number."""
    writing = proposed(manager, director, period)
    approve(by(writing, director), seal=open_draft("hampshire", writing.draft).state.seal)
    issue(writing)
    return int(IssuedReport.objects.latest("id").id)


# ------------------------------------------------------------------------------------------------ people and commentary


def test_a_contributor_writes_for_the_chapter_they_were_asked_to_and_no_other(manager: Actor, director: Actor) -> None:
    writing = begun(manager)
    mine = by(writing, director)
    with pytest.raises(NoPermission, match="was not asked to write this"):
        write_commentary(mine, chapter=CHAPTER, post=director.post, text="Well.", is_finished=True)
    state = name_contributor(writing, chapter=CHAPTER, post=director.post, due_on=SOON)
    assert [(each.post, each.due_on, each.named_on) for each in state.waited_for] == [(director.post, SOON, TODAY)]
    state = write_commentary(mine, chapter=CHAPTER, post=director.post, text="Well done.", is_finished=True)
    assert state.waited_for == ()
    with pytest.raises(NoPermission):
        write_commentary(mine, chapter="summary", post=director.post, text="Well.", is_finished=True)
    with pytest.raises(NoPermission):
        write_commentary(mine, chapter=CHAPTER, post=manager.post, text="Well.", is_finished=True)
    state = release_contributor(writing, chapter=CHAPTER, post=director.post)
    assert state.contributors == ()
    assert [each.text for each in state.commentary] == ["Well done."]


def test_who_drafts_may_put_a_contributors_words_in_order(manager: Actor, director: Actor) -> None:
    writing = begun(manager)
    state = write_commentary(writing, chapter=CHAPTER, post=director.post, text="Better.", is_finished=False)
    assert (state.commentary[0].post, state.commentary[0].by) == (director.post, manager.post)


def test_every_version_of_commentary_is_kept(manager: Actor) -> None:
    writing = begun(manager)
    for text in ("First.", "Second.", ""):
        write_commentary(writing, chapter=CHAPTER, post=manager.post, text=text, is_finished=False)
    kept = [json.loads(entry.event)["text"] for entry in DraftEntry.objects.order_by("position")]
    assert kept == ["First.", "Second.", ""]


def test_commentary_that_cannot_be_printed_is_refused_with_each_fault(manager: Actor) -> None:
    writing = begun(manager)
    with pytest.raises(FaultyCommentary) as refused:
        write_commentary(
            writing, chapter=CHAPTER, post="X", text="{{figure s999}} {{table table-1a}}\n\n## New", is_finished=True
        )
    assert len(refused.value.faults) == 3
    with pytest.raises(NotPermitted, match="no chapter nowhere"):
        write_commentary(writing, chapter="nowhere", post="X", text="Well.", is_finished=True)


@pytest.mark.parametrize("ask", [name_contributor, name_approver])
def test_nobody_is_asked_for_yesterday(manager: Actor, ask: Any) -> None:
    chapter = {"chapter": CHAPTER} if ask is name_contributor else {}
    with pytest.raises(NotPermitted, match="has passed"):
        ask(begun(manager), post="Director", due_on=TODAY - timedelta(days=1), **chapter)


def test_nobody_is_released_who_was_not_asked(manager: Actor) -> None:
    writing = begun(manager)
    with pytest.raises(NotPermitted, match="was not asked"):
        release_contributor(writing, chapter=CHAPTER, post="Director")
    with pytest.raises(NotPermitted, match="was not asked"):
        release_approver(writing, post="Director")
    name_approver(writing, post="Director", due_on=SOON)
    assert release_approver(writing, post="Director").approvers == ()


# ----------------------------------------------------------------------------------------------------------- permission


@pytest.mark.parametrize("role", ["analyst", "responding_manager", "contact_centre_agent", "senior_manager"])
def test_a_draft_is_begun_by_who_drafts_reports(role: str) -> None:
    with pytest.raises(NoPermission):
        start_draft(actor(role), "childrens-annual", YEAR, now=NOW)


def test_an_officer_drafts_and_neither_approves_nor_issues(manager: Actor) -> None:
    writing = begun(actor("complaints_officer"))
    name_approver(writing, post="Complaints officer", due_on=SOON)
    for act in (lambda: issue(writing), lambda: approve(writing, seal=""), lambda: set_disclosure(
        writing, rules=DisclosureRules("none"), why="Because."
    )):  # fmt: skip
        with pytest.raises(NoPermission):
            act()


def test_another_councils_draft_is_not_there(manager: Actor) -> None:
    writing = begun(manager)
    stranger = actor("complaints_manager", "coventry")
    with pytest.raises(NoPermission, match="no draft"):
        name_approver(by(writing, stranger), post="Director", due_on=SOON)
    with pytest.raises(NoDraft):
        open_draft("coventry", writing.draft)


def test_one_draft_at_a_time(manager: Actor) -> None:
    writing = begun(manager)
    with pytest.raises(NotPermitted, match="being written already"):
        begun(manager)
    abandon(writing, why="Begun for the wrong year.")
    assert begun(manager)
    with pytest.raises(NotPermitted, match="was given up"):
        name_approver(writing, post="Director", due_on=SOON)


def test_who_read_an_older_draft_is_told(manager: Actor) -> None:
    writing = begun(manager)
    name_approver(writing, post="Director", due_on=SOON)
    with pytest.raises(Conflict, match="ApproverNamed by Complaints manager"):
        name_approver(replace(writing, read_to=0), post="Head of Service", due_on=SOON)


def test_entries_and_issued_reports_are_append_only_in_the_database(manager: Actor) -> None:
    name_approver(begun(manager), post="Director", due_on=SOON)
    for change in (
        lambda: DraftEntry.objects.update(by="Nobody"),
        lambda: DraftEntry.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


# --------------------------------------------------------------------------------------------------- approval and issue


def test_a_report_without_approver_is_not_proposed(manager: Actor) -> None:
    with pytest.raises(NotPermitted, match="Name an approver first"):
        propose(begun(manager))


def test_disclosure_is_changed_with_a_reason(manager: Actor) -> None:
    writing = begun(manager)
    with pytest.raises(NotPermitted, match="Say why"):
        set_disclosure(writing, rules=DisclosureRules("none"), why=" ")
    state = set_disclosure(writing, rules=DisclosureRules("withhold", 10), why="The council is small.")
    assert (state.disclosure, state.why_disclosure) == (DisclosureRules("withhold", 10), "The council is small.")


@pytest.mark.usefixtures("as_a_page_alone")
def test_a_report_is_issued_once_everybody_asked_has_approved_what_they_read(manager: Actor, director: Actor) -> None:
    writing = begun(manager)
    for post in (director.post, manager.post):
        name_approver(writing, post=post, due_on=SOON)
    seal = propose(writing).seal
    with pytest.raises(NotPermitted, match="waiting for approval"):
        write_commentary(writing, chapter=CHAPTER, post=manager.post, text="Late.", is_finished=True)
    with pytest.raises(NotPermitted, match="not approved yet by: Senior manager, Complaints manager"):
        issue(writing)
    with pytest.raises(NotPermitted, match="is not what is proposed now"):
        approve(by(writing, director), seal="0" * 64)
    with pytest.raises(NoPermission, match="was not asked to approve"):
        approve(by(writing, actor("monitoring_officer")), seal=seal)
    approve(writing, seal=seal)
    with pytest.raises(NotPermitted, match="by: Senior manager"):
        issue(writing)
    assert approve(by(writing, director), seal=seal).is_approved
    assert issue(writing).status == "issued"
    (row,) = issued_by("hampshire")
    assert (row.edition, row.seal, row.by) == (1, seal, manager.post)
    assert [each["post"] for each in row.approvals] == [director.post, manager.post]
    for change in (lambda: IssuedReport.objects.update(title="Another"), lambda: IssuedReport.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


@pytest.mark.usefixtures("as_a_page_alone")
def test_nobody_issues_what_only_they_approved(manager: Actor) -> None:
    writing = proposed(manager, manager)
    approve(writing, seal=open_draft("hampshire", writing.draft).state.seal)
    with pytest.raises(NotPermitted, match="A second person has to"):
        issue(writing)


@pytest.mark.usefixtures("as_a_page_alone")
def test_what_was_taken_back_has_to_be_approved_anew(manager: Actor, director: Actor) -> None:
    writing = proposed(manager, director)
    first = approve(by(writing, director), seal=open_draft("hampshire", writing.draft).state.seal)
    with pytest.raises(NotPermitted, match="Say what is to be changed"):
        take_back(by(writing, director), why="")
    state = take_back(by(writing, director), why="Say more of the delays.")
    assert (state.status, state.is_approved, state.sent_back) == ("drafting", False, "Say more of the delays.")
    write_commentary(writing, chapter=CHAPTER, post=manager.post, text="More of the delays.", is_finished=True)
    assert propose(writing).seal != first.seal
    with pytest.raises(NotPermitted, match="not approved yet"):
        issue(writing)


@pytest.mark.usefixtures("as_a_page_alone")
def test_a_report_that_every_council_has_is_frozen_with_its_definition(manager: Actor) -> None:
    writing = DraftWriting(manager, start_draft(manager, "ombudsman", YEAR, now=NOW).id, None, TODAY, NOW)
    name_approver(writing, post="Senior manager", due_on=SOON)
    parts = contents.manifest_of(propose(writing).seal)["parts"]
    assert {"definition/tables.toml", "definition/report.toml", "definition/document.md", "forms/html"} <= set(parts)


@pytest.fixture(scope="module")
def the_year(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Hampshire's two years, imported once for the tests below; each takes back what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        import_(CASES, OMBUDSMAN)
        yield
        transaction.set_rollback(True)


def a_complaint(period: Period) -> Any:
    """A statutory complaint by e-mail of these months."""
    rows = RepresentationRow.objects.filter(category="statutory", type="complaint", method="e_mail")
    return rows.filter(received_month__range=(period.first, period.last)).order_by("reference").first()


def move(row: Any) -> None:
    """The same came by letter: somebody put the record right."""
    RepresentationRow.objects.filter(id=row.id).update(method="letter")


@pytest.mark.usefixtures("the_year")
def test_what_was_issued_opens_with_the_same_bytes_after_the_records_changed(manager: Actor, director: Actor) -> None:
    number = issued(manager, director)
    first = open_issued("hampshire", number)
    forms = {name: first.form(name) for name in first.manifest["forms"]}
    assert set(forms) >= {"docx", "html", "csv", "json", "pdf"}
    figures, facts = first.figures(), first.facts()
    RepresentationRow.objects.filter(type="complaint").update(method="letter", received_month=201001)
    again = open_issued("hampshire", number)
    assert again.row.seal == first.row.seal
    assert {name: again.form(name) for name in forms} == forms
    assert (again.figures(), again.facts()) == (figures, facts)
    assert again.check() > 15
    assert "[c]" in forms["html"].decode()


@pytest.mark.usefixtures("the_year")
def test_commentary_is_printed_in_every_form_under_the_name_of_its_post(manager: Actor, director: Actor) -> None:
    writing = begun(manager)
    text = "We answered {{figure s1}} in all; “it took too long”, one parent said."
    write_commentary(writing, chapter=CHAPTER, post=director.post, text=text, is_finished=True)
    built = written(open_draft("hampshire", writing.draft), connection)
    html = FORMS["html"].render(built.report).decode()
    assert "one parent said" in html
    assert "Commentary by the Senior manager." in html


@pytest.mark.usefixtures("the_year", "as_a_page_alone")
def test_last_years_figures_that_changed_are_listed_with_exactly_what_moved(manager: Actor, director: Actor) -> None:
    issued(manager, director, BEFORE)
    row = a_complaint(BEFORE)
    move(row)
    opened = open_draft("hampshire", begun(manager).draft)
    (found,) = compared_with_issued(written(opened, connection), connection)
    assert found.issued.row.period == BEFORE
    assert found.comparison.moved == (row.reference,)
    changed = {(each.figure.row, each.was, each.now) for each in found.comparison.restated}
    assert any(
        row == "E-mail" and int(was or 0) == int(now or 0) + 1 for row, was, now in changed if was and was.isdigit()
    )


@pytest.mark.usefixtures("the_year", "as_a_page_alone")
def test_an_edition_supersedes_the_one_before_and_keeps_it(manager: Actor, director: Actor) -> None:
    first = issued(manager, director)
    before = open_issued("hampshire", first).form("html")
    row = a_complaint(YEAR)
    move(row)
    opened = open_draft("hampshire", begun(manager).draft)
    (found,) = compared_with_issued(written(opened, connection), connection)
    assert found.comparison.moved == (row.reference,)
    abandon(DraftWriting(manager, opened.draft.id, None, TODAY, NOW), why="To begin it once more.")
    second = issued(manager, director)
    old, new = open_issued("hampshire", first), open_issued("hampshire", second)
    assert (new.row.edition, new.row.supersedes_id, old.row.superseded_by.id) == (2, first, second)
    assert old.form("html") == before != new.form("html")


def test_what_was_not_issued_is_not_there() -> None:
    with pytest.raises(NotIssued):
        open_issued("hampshire", 1)
