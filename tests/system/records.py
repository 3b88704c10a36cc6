"""A few representations of one council, each there for what its page must show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from putright.accounts.models import Account
from putright.authorities import load_authority
from putright.casework.actions.take_in import LegacyRecord, take_in
from putright.casework.log import Dated
from putright.intake.importing import Commission, import_files
from putright.record import events as e

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "councils" / "hampshire" / "example"
YEAR = (EXAMPLE / "hampshire-cases.csv", EXAMPLE / "hampshire-lgsco.csv")
PASSWORD = "correct horse battery staple"
NOW = datetime(2018, 4, 16, 9, 30, tzinfo=UTC)
TODAY = date(2018, 4, 16)


def account(role: str, authority: str = "hampshire") -> Account:
    """Someone who may sign in with `PASSWORD`, in this role."""
    post = role.replace("_", " ").capitalize()
    return Account.objects.create_account(
        f"{role}@{authority}.example", PASSWORD, post=post, authority=authority, roles=[role]
    )


def received(reference: str, type_: str = "complaint", **given: str) -> e.Received:
    known = {"method": "e_mail", "received_from": "parent", "nature": "quality_of_service", "service": "child_in_need"}
    return e.Received(reference, type_, **(known | given))


def take(manager: Account, reference: str, *events: Dated, digest: str = "first") -> None:
    """Take in one representation with these events, as an import does."""
    record = LegacyRecord(reference, events, "cases.csv", 2, digest)
    take_in([record], actor=manager.actor(), recorded_at=NOW)


def running_complaint(manager: Account, reference: str = "CSC18-00010") -> None:
    """A complaint in its first stage, extended, due on 9 May 2018."""
    take(
        manager,
        reference,
        Dated(received(reference), date(2018, 4, 9), "Parent A says that calls were not returned for three weeks."),
        Dated(e.Triaged("children_act_1989"), date(2018, 4, 9)),
        Dated(e.Assigned("Team Manager, East"), date(2018, 4, 10)),
        Dated(e.StageStarted("local_resolution"), date(2018, 4, 9)),
        Dated(e.Extended("local_resolution", date(2018, 5, 8), "the records are held by a school"), date(2018, 4, 12)),
    )


def overdue_complaint(manager: Account, reference: str = "CSC18-00002") -> None:
    """A complaint whose first stage ought to have been answered in February."""
    take(
        manager,
        reference,
        Dated(
            received(reference, service="adoption_permanence"),
            date(2018, 2, 1),
            "Parent B was not told of the meeting.",
        ),
        Dated(e.Triaged("children_act_1989"), date(2018, 2, 1)),
        Dated(e.Acknowledged(), date(2018, 2, 2)),
        Dated(e.StageStarted("local_resolution"), date(2018, 2, 1)),
    )


def closed_complaint(manager: Account, reference: str = "CSC17-00100") -> None:
    """A complaint that went to the Ombudsman and was closed; its row was imported twice, changed."""
    first = (
        Dated(received(reference, method="letter"), date(2017, 5, 2), "Parent C disagrees with the assessment."),
        Dated(e.Triaged("children_act_1989"), date(2017, 5, 2)),
        Dated(e.StageStarted("local_resolution"), date(2017, 5, 2)),
        Dated(e.Responded("local_resolution", (e.Finding(1, "partially_upheld"),)), date(2017, 5, 16)),
    )
    take(manager, reference, *first)
    take(
        manager,
        reference,
        *first,
        Dated(e.OmbudsmanReferred("17 001 234", "social_care_lgsco_complaint"), date(2017, 8, 1)),
        Dated(e.OmbudsmanDecided("17 001 234", "upheld_maladministration_causing_injustice", 25000), date(2017, 11, 1)),
        Dated(e.Closed(), date(2017, 11, 20)),
        digest="second",
    )


def imported(manager: Account, *files: Path, as_of: date = TODAY) -> None:
    """Import these files for the manager's council."""
    council = load_authority(manager.authority)
    mapping = next(iter(council.mappings.values()))
    import_files(files, Commission(council, mapping, as_of, manager.actor(), NOW))


def compliment(manager: Account, reference: str = "CSC18-00003") -> None:
    """A compliment: under no procedure, nothing due."""
    take(manager, reference, Dated(received(reference, "compliment", service="not_recorded"), date(2018, 3, 1)))
