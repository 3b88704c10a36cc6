"""`putright due`: its answers, its JSON, and one clear line for a question that cannot be answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from putright.commands.due import due

SOURCE = Path(__file__).resolve().parents[3] / "src"


def ask(*words: str) -> Result:
    return CliRunner().invoke(due, words)


def test_the_answer_comes_first_and_each_skipped_day_is_named() -> None:
    answer = ask("children_act_1989", "local_resolution", "--from", "2017-12-15")
    assert answer.exit_code == 0
    lines = answer.output.splitlines()
    assert lines[0] == "Children Act 1989 representations procedure, Stage 1 (Local resolution)"
    assert lines[1] == "Answer at local resolution: by Wednesday 3 January 2018."
    assert "Not counted: Monday 25 December 2017 (Christmas Day)." in lines


def test_the_parts_of_a_review_panel_are_printed() -> None:
    answer = ask("children_act_1989", "review_panel", "--from", "2017-09-04")
    lines = answer.output.splitlines()
    assert lines[-3].startswith("  The panel meets: 30 working days, by Monday 16 October 2017")
    assert lines[-2].startswith("  The panel's report: 5 working days, by Monday 23 October 2017")
    assert lines[-1].startswith(
        "  The council's response to the recommendations: 15 working days, by Monday 13 November"
    )


def test_the_json() -> None:
    answer = json.loads(ask("children_act_1989", "local_resolution", "--from", "2017-10-06", "--json").output)
    assert answer["on"] == "2017-10-20"
    assert answer["start"] == "2017-10-06"
    assert answer["start_event"] == "representation_received"
    assert answer["skipped"] == [{"on": f"2017-10-{day:02}", "reason": "weekend"} for day in (7, 8, 14, 15)]
    assert answer["citation"]["provision"] == "regulation 14"
    assert (answer["kind"], answer["checked"]) == ("statutory_limit", "secondary")
    assert (answer["extended"], answer["extension"]) == (False, None)


def test_the_json_of_an_extension_and_of_parts() -> None:
    extended = json.loads(
        ask("children_act_1989", "local_resolution", "--from", "2017-10-06", "--extended", "--json").output
    )
    assert (extended["on"], extended["count"], extended["extended"]) == ("2017-11-03", 20, True)
    assert extended["extension"]["standard_count"] == 10
    panel = json.loads(ask("children_act_1989", "review_panel", "--from", "2017-09-04", "--json").output)
    assert [(part["limit"], part["count"], part["on"]) for part in panel["parts"]] == [
        ("panel_meets", 30, "2017-10-16"),
        ("panel_reports", 5, "2017-10-23"),
        ("authority_responds", 15, "2017-11-13"),
    ]
    assert panel["on"] == "2017-11-13"


def test_another_limit_of_the_stage() -> None:
    answer = ask("children_act_1989", "investigation", "--from", "2017-09-18", "--limit", "response_from_statement")
    assert "by Monday 23 October 2017" in answer.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("adults", "one", "--from", "2017-10-06"), "There is no procedure “adults”. Known: adult_social_care_2009, "),
        (("children_act_1989", "one", "--from", "2017-10-06"), "Known: local_resolution, investigation, review_panel."),
        (("children_act_1989", "local_resolution", "--from", "06/10/2017"), "“06/10/2017” is not a date."),
        (("children_act_1989", "local_resolution", "--from", "2017-02-30"), "“2017-02-30” is not a date."),
        (("children_act_1989", "local_resolution", "--from", "1999-10-06"), "is in force from 2006-09-01"),
        (("children_act_1989", "local_resolution", "--from", "2031-10-06"), "bank holidays of 2005 to 2030"),
        (("children_act_1989", "local_resolution", "--from", "2017-10-06", "--limit", "x"), "Known: time_bar, resub"),
        (("children_act_1989", "review_panel", "--from", "2017-10-06", "--extended"), "cannot be extended"),
        (("hampshire_corporate", "corporate_local_resolution", "--from", "2017-10-06"), "Known: none."),
    ],
)
def test_a_question_that_cannot_be_answered_gets_one_line(words: tuple[str, ...], says: str) -> None:
    answer = ask(*words)
    assert answer.exit_code == 2
    assert answer.output.startswith("Error: ")
    assert answer.output.count("\n") == 1
    assert says in answer.output


def test_django_is_not_loaded() -> None:
    asked = "import sys; import putright.commands.due; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", asked], check=True, env=os.environ | {"PYTHONPATH": str(SOURCE)})
