"""The page of the permitted steps is current, whole, and says of each refusal why."""

from __future__ import annotations

import pytest
from tests.spec import steps_page, steps_page_states

from putright.record.steps import VERBS, steps
from putright.rules import Book, load_book


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def test_the_page_is_current() -> None:
    assert steps_page.PAGE.read_text(encoding="utf-8") == steps_page.page(), (
        "write it anew: PYTHONPATH=src:. .venv/bin/python -m tests.spec.steps_page"
    )


def test_every_stage_of_every_procedure_stands_running_and_answered(book: Book) -> None:
    page = steps_page.PAGE.read_text(encoding="utf-8")
    for procedure in book.procedures.values():
        section = page.split(f"## {procedure.title}\n")[1].split("\n## ")[0]
        for stage in procedure.stages:
            assert f"{stage.spoken_as} running" in section, (procedure.name, stage.name)
            assert f"{stage.spoken_as} answered" in section, (procedure.name, stage.name)


def test_every_verb_stands_in_every_table_of_a_councils_own_procedure(book: Book) -> None:
    always = set(steps_page.always(book))
    for heading, _, table in list(steps_page.tables(book))[:-2]:
        told = "\n".join(table.lines())
        missing = [verb for verb in VERBS if verb not in always and f"`{verb}`" not in told]
        assert not missing, heading


def test_what_is_not_permitted_says_why_and_what_is_named_as_a_rule_is_in_the_book(book: Book) -> None:
    known = repr(book)
    for _, _, table in steps_page.tables(book):
        for each in table.situations:
            for step in steps(each.state, book, today=each.today):
                assert step.permitted or step.why.endswith("."), step
                assert not step.rule or step.rule in known or step.rule.split(",")[0] in known, step


def test_a_table_marks_what_the_judges_say(book: Book) -> None:
    """Children Act, Stage 1 answered: the investigation may be asked for, and a second answer may not be given."""
    procedure = book.procedure("children_act_1989")
    states = {each.name: each for each in steps_page_states.situations_of(procedure)}
    two = [states["Stage 1 running"], states["Stage 1 answered"]]
    lines = list(steps_page.Table(two, book, ("request_escalation", "respond")).lines())
    assert "| `request_escalation` | 1 | ✓ |" in lines
    assert "| `respond` | ✓ | 2 |" in lines
    assert "1. Stage 1 is not answered yet." in lines
    assert "2. No stage is waiting for an answer." in lines
