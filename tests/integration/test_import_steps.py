"""An import asks the rules of each step it is told of: one they forbid keeps a record out, but for a closing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.legacy_exports import IMPORTER, NOW, good, import_, write

from putright.casework.actions.take_in import LegacyRecord, take_in
from putright.casework.log import Dated
from putright.casework.models import Register, RepresentationRow
from putright.record import events as e
from putright.record.events import Entry
from putright.record.steps.history import unlawful_steps
from putright.rules import load_book

pytestmark = pytest.mark.django_db
ANSWERED_THEN_REFUSED = good(Type="Refused", Refusal_Reason="Out of Time")
NEVER_ANSWERED = good(S1_Resp_Date="", Actual_Outcome="")
DAY = date(2018, 1, 15)


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_complaint_refused_after_it_was_accepted_is_held_with_the_rule(tmp_path: Path, dry_run: bool) -> None:
    summary = import_(write(tmp_path / "cases.csv", ANSWERED_THEN_REFUSED), dry_run=dry_run).as_words()
    (line,) = summary["rejected"]
    assert (line["code"], line["column"], line["line"]) == ("step_not_permitted", "Refusal Reason", 2)
    assert "did not permit the step “refuse” on 11/01/2018" in line["reason"]
    assert "a complaint once accepted goes on through the stages" in line["reason"]
    assert "SI 2006/1738" in line["reason"]
    assert not Register.objects.exists()


def test_one_that_was_closed_unanswered_is_taken_and_flagged(tmp_path: Path) -> None:
    summary = import_(write(tmp_path / "cases.csv", NEVER_ANSWERED)).as_words()
    (line,) = summary["flagged"]
    assert (line["code"], line["column"]) == ("closed_too_early", "Date Closed")
    assert "Stage 1 is not answered yet. It is taken as closed." in line["reason"]
    assert RepresentationRow.objects.get().status == "closed"


def test_acknowledging_what_was_closed_is_named_at_its_column(tmp_path: Path) -> None:
    late = good(Ack_Date="15/01/2018")
    (line,) = import_(write(tmp_path / "cases.csv", late)).as_words()["rejected"]
    assert (line["code"], line["column"]) == ("step_not_permitted", "Ack Date")


def record(*events: e.Event) -> LegacyRecord:
    dated = [Dated(e.Received("R-1", "complaint"), DAY), *(Dated(event, DAY) for event in events)]
    return LegacyRecord("R-1", tuple(dated), "by hand", 2, "")


def test_taking_in_asks_for_itself_whoever_calls_it() -> None:
    too_soon = record(
        e.Triaged("children_act_1989"), e.StageStarted("local_resolution"), e.EscalationRequested("investigation")
    )
    taken = take_in([too_soon], actor=IMPORTER, recorded_at=NOW)
    assert taken.new == []
    (unlawful,) = taken.forbidden["R-1"].kept_out
    assert unlawful.step.why == "Stage 1 is not answered yet."


def unlawful(*events: e.Event) -> list[str]:
    entries = [Entry(n, one.happened_on, NOW, "Import", one.event) for n, one in enumerate(record(*events).events, 1)]
    return [one.step.verb for one in unlawful_steps(entries, load_book())]


def test_what_no_export_tells_is_taken_as_done() -> None:
    """The signing off, the request and the agreement to leave out a first stage have no columns anywhere."""
    assert unlawful(
        e.Triaged("children_act_1989"),
        e.StageStarted("investigation"),
        e.Responded("investigation"),
        e.StageStarted("review_panel"),
        e.Responded("review_panel"),
        e.Closed(),
    ) == []  # fmt: skip
    assert unlawful(e.Triaged("children_act_1989"), e.StageStarted("review_panel")) == ["start_stage"]
