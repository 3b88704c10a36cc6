"""A small council in which every page has something to show, and somebody in every role.

One complaint is everybody's own: the responding manager handles it, the investigator is appointed to it, the agent
took it down. Its personal words all hold `NAME` or `WORDS`. Another complaint is nobody's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.legacy_exports import broken_file
from tests.system import records

from putright.accounts.covering import Leave, arrange_cover
from putright.accounts.models import Account
from putright.accounts.permissions import ROLES
from putright.accounts.pool import Member, keep_member
from putright.accounts.tokens import make_token
from putright.authorities import load_authority
from putright.casework.actions.base import Writing
from putright.casework.actions.draft_letter import draft_letter
from putright.casework.actions.receive import receive
from putright.casework.documents import keep
from putright.casework.log import Dated
from putright.intake.models import HeldRow, ImportRun
from putright.issuing.actions.start_draft import start_draft
from putright.issuing.models import IssuedReport
from putright.oversight.added_tables import Adding, add_table
from putright.oversight.reports import report_definition
from putright.record import events as e
from putright.record.contact import Contact
from putright.reporting.asking import entries_of
from putright.reporting.freezing import canonical
from putright.reporting.period import read_period
from putright.reporting.questions import Question

NAME, WORDS = "Zebedee", "quincunx"
TODAY, NOW = records.TODAY, records.NOW
RECEIVED_ON = date(2018, 4, 9)
INVESTIGATOR = "outside_investigator"
UNTIL = TODAY + timedelta(days=30)


@dataclass(frozen=True)
class Scene:
    """Who signs in, and the numbers that addresses are made of."""

    clients: dict[str, Client]
    own: int
    others: int
    run: int
    held_row: int
    cover: int
    pool_member: int
    draft: int
    issued: int
    kept_filter: int


def set_scene(tmp_path: Path) -> Scene:
    """Everybody, and what they may or may not see."""
    accounts = {role: records.account(role) for role in ROLES}
    manager, agent = accounts["complaints_manager"], accounts["contact_centre_agent"]
    own = _complaint(agent, accounts["responding_manager"].post)
    others = receive(
        manager.actor(), records.received("CSC18-00900"), on=RECEIVED_ON, summary="Another.", today=TODAY, now=NOW
    )
    draft_letter(
        Writing(manager.actor(), own, None, TODAY, NOW), on=TODAY, template="withdrawal", text=f"Dear {NAME} {WORDS}"
    )
    records.imported(manager, broken_file(tmp_path), as_of=date(2018, 6, 30))
    held = HeldRow.objects.filter(sheet="cases", verdict=HeldRow.REJECTED).order_by("id").first()
    assert held is not None
    leave = Leave(accounts["senior_manager"], manager, TODAY, TODAY + timedelta(days=7))
    cover = arrange_cover(manager.actor(), leave, today=TODAY, now=NOW)
    in_pool = keep_member(manager.actor(), Member("Ada Example", ("investigating_officer",), outside=True))
    added = Adding(
        report_definition(load_authority("hampshire"), "childrens-annual"),
        "Kept",
        entries_of(Question("representation", "received", "Kept", rows="method")),
        "facts=representation",
    )
    add_table(manager.actor(), load_authority("hampshire"), added, now=NOW)
    kept = manager.saved_filters.create(queue="mine", name="Red", query="rag=red")
    return Scene(
        {role: _signed_in(account) for role, account in accounts.items()},
        own, others, ImportRun.objects.get().id, held.id, cover.id, in_pool.id,
        start_draft(manager.actor(), "childrens-annual", read_period("2017-18"), now=NOW).id, issued().id, kept.id,
    )  # fmt: skip


def issued() -> IssuedReport:
    """A report as if it had been issued, in one form."""
    page = keep(b"<!doctype html><title>A report</title>")
    manifest = {
        "disclosure": {"method": "withhold", "threshold": 5, "base": 5, "why": ""},
        "contributors": [],
        "parts": {"forms/html": {"sha256": page, "size": 39}},
        "forms": {"html": "report.html"},
    }
    return IssuedReport.objects.create(
        authority="hampshire", report="childrens-annual", first=201404, last=201503, edition=1, title="A report",
        seal=keep(canonical(manifest)), approvals=[], issued_at=NOW, by="Complaints manager",
    )  # fmt: skip


def _complaint(agent: Account, handler: str) -> int:
    zebedee = Contact(NAME, f"{NAME}@example.org", telephone="01962 000111", address=f"1 {NAME} Street")
    happened: list[tuple[e.Event, str]] = [
        (e.PartyNamed(1, "complainant", "parent"), zebedee.as_words()),
        (e.ConcernRaised(1, "quality_of_service", "child_in_need"), f"{NAME}: {WORDS}"),
        (e.Triaged("children_act_1989"), ""),
        (e.StageStarted("local_resolution"), ""),
        (e.Assigned(handler), ""),
        (e.Appointed("local_resolution", "service_manager", 1, f"{INVESTIGATOR}@hampshire.example", UNTIL), NAME),
        (e.CorrespondenceRecorded("in", "telephone", "complainant"), f"{NAME} rang: {WORDS}"),
        (e.DocumentAdded(1, keep(b"%PDF-1.4 nothing in it"), "application/pdf", 22), f"{NAME}-{WORDS}.pdf"),
        (e.RemedyAgreed(1, "apology", due_on=TODAY), f"{NAME} {WORDS}"),
        (e.LearningRecorded(1, "communication", "child_in_need"), f"{NAME} {WORDS}"),
        (e.ActionAgreed(1, handler, TODAY, 1), f"{NAME} {WORDS}"),
        (e.OmbudsmanReferred("18 000 001", "social_care_lgsco_complaint"), f"{NAME} {WORDS}"),
        (e.ContactRestricted(1, "letters_only", "Head of Service", TODAY), f"{NAME} {WORDS}"),
    ]
    return receive(
        agent.actor(), records.received("CSC18-00010"), on=RECEIVED_ON, summary=f"{NAME} says: {WORDS}.",
        today=TODAY, now=NOW, more=[Dated(event, RECEIVED_ON, words) for event, words in happened],
    )  # fmt: skip


def _signed_in(account: Account) -> Client:
    """Signed in for the pages, and with a key for the API."""
    key = make_token(account, "A test", now=NOW)
    client = Client(raise_request_exception=True, headers={"Authorization": f"Bearer {key}"})
    client.force_login(account)
    return client


def addresses() -> dict[str, URLPattern]:
    """Every address of the pages, by its name."""
    return {str(pattern.name): pattern for pattern in _patterns(get_resolver().url_patterns)}


def _patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        elif str(pattern.lookup_str).startswith("putright.") or pattern.name == "start":
            yield pattern
