"""Writes docs/reference/permitted-steps.md from the rules of the steps: python -m tests.spec.steps_page"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.spec.steps_page_states import (
    Situation,
    situations_before_triage,
    situations_of,
    situations_of_the_ombudsman,
    what_changes_it,
)

from putright.record.clocks import OMBUDSMAN
from putright.record.steps import VERBS, Step, steps
from putright.record.steps.another_person import rule_for_another_person
from putright.record.steps.ways import Way, asked_ways, first_ways
from putright.rules import Book, Procedure, load_book

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "permitted-steps.md"
PERMITTED = "✓"
USUAL = "children_act_1989"
HEAD = """# Permitted steps

What may happen next to a representation, for every procedure of the rule book and every state it may be in. Written
from the judges of the steps (`src/putright/record/steps/`) and the rule book
(`PYTHONPATH=src:. .venv/bin/python -m tests.spec.steps_page`); a test holds it current. Every action asks the same
judges, whoever calls it.

How to read a table: the states are lettered, and named above it. ✓ is permitted; a number is the reason why it is
not, below the table, with the rule that forbids it where there is one. Steps that stand alike share a line; those that
are the same in every state of a table stand below it. In each state there is one complainant and one concern, and
nothing else on the record; what more on the record changes is in the last table. Who may take a step at all is another
question: [permissions](permissions.md).
"""


@dataclass
class Table:
    """Verbs by states: a mark for each, and the reasons that the numbers stand for."""

    situations: list[Situation]
    book: Book
    verbs: tuple[str, ...]
    reasons: dict[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """The states, the table and its reasons, as Markdown."""
        letters = [letter(number) for number in range(len(self.situations))]
        yield "; ".join(f"**{mark}** {each.name}" for mark, each in zip(letters, self.situations, strict=True)) + ".\n"
        yield f"| Step | {' | '.join(letters)} |"
        yield f"|---|{'---|' * len(letters)}"
        rows = self._rows()
        yield from (f"| {named(verbs)} | {' | '.join(marks)} |" for verbs, marks in rows if len(set(marks)) > 1)
        yield ""
        alike = [(verbs, marks[0]) for verbs, marks in rows if len(set(marks)) == 1]
        if everywhere := [named(verbs) for verbs, mark in alike if mark == PERMITTED]:
            yield f"Permitted in all of them: {', '.join(everywhere)}.\n"
        if nowhere := [f"{named(verbs)} ({mark})" for verbs, mark in alike if mark != PERMITTED]:
            yield f"Not permitted in any of them: {', '.join(nowhere)}.\n"
        yield from (f"{number}. {reason}" for reason, number in self.reasons.items())
        yield ""

    def _rows(self) -> list[tuple[list[str], tuple[str, ...]]]:
        judged = [
            {step.verb: step for step in steps(each.state, self.book, today=each.today)} for each in self.situations
        ]
        alike: dict[tuple[str, ...], list[str]] = {}
        for verb in self.verbs:
            alike.setdefault(tuple(self._mark(of[verb]) for of in judged), []).append(verb)
        return [(verbs, marks) for marks, verbs in alike.items()]

    def _mark(self, step: Step) -> str:
        if step.permitted:
            return PERMITTED
        reason = f"{step.why} ({step.rule})" if step.rule and step.rule not in step.why else step.why
        return str(self.reasons.setdefault(reason, len(self.reasons) + 1))


def named(verbs: list[str]) -> str:
    """Verbs as code, in one line."""
    return ", ".join(f"`{verb}`" for verb in verbs)


def letter(number: int) -> str:
    """The letter of a column: A to Z, then AA, AB, …"""
    ahead = letter(number // 26 - 1) if number >= 26 else ""
    return ahead + chr(ord("A") + number % 26)


def always(book: Book) -> tuple[str, ...]:
    """Verbs that are permitted in every state under every procedure."""
    everywhere = [each for procedure in own(book) for each in situations_of(procedure)] + situations_before_triage()
    forbidden = {
        step.verb
        for each in everywhere
        for step in steps(each.state, book, today=each.today)
        if not step.permitted
    }  # fmt: skip
    return tuple(verb for verb in VERBS if verb not in forbidden)


def own(book: Book) -> list[Procedure]:
    """The procedures that a council handles representations under."""
    return [procedure for procedure in book.procedures.values() if procedure.name != OMBUDSMAN]


def where_it_may_go(procedure: Procedure) -> Iterator[str]:
    """Which stages may come first and which after each, one sentence for each place with a choice."""
    spoken = {stage.name: stage.spoken_as for stage in procedure.stages}
    places = [("It begins with", first_ways(procedure))]
    for stage in procedure.stages:
        places.append((f"After {stage.spoken_as} the complainant may ask for", asked_ways(procedure, stage.name)))
        if stage.leads_to:
            led = " or ".join(spoken[name] for name in stage.leads_to)
            yield f"After {stage.spoken_as} the council may start {led} without being asked, or leave it out."
        if stage.different_person:
            rule = rule_for_another_person(procedure, stage.name)
            yield f"{stage.spoken_as} is answered by somebody else than who answered before ({rule})."
    for place, ways in places:
        if len(ways) > 1:
            yield f"{place} {'; or '.join(_way(way, spoken) for way in ways)}."


def _way(way: Way, spoken: dict[str, str]) -> str:
    left_out = " and ".join(spoken[name] for name in way.leaves_out)
    return f"{spoken[way.stage]}, {left_out} left out by agreement ({way.rule})" if left_out else spoken[way.stage]


def tables(book: Book) -> Iterator[tuple[str, str, Table]]:
    """Each table of the page: heading, what is said before it, and the table."""
    rest = tuple(verb for verb in VERBS if verb not in always(book))
    yield "Before triage, and under no procedure", "", Table(situations_before_triage(), book, rest)
    for procedure in own(book):
        says = " ".join([f"`{procedure.name}`.", *where_it_may_go(procedure)]) + "\n"
        yield procedure.title, says, Table(situations_of(procedure), book, rest)
    ombudsman = book.procedure(OMBUDSMAN)
    says = f"`{OMBUDSMAN}`. It runs beside the council's own procedure, whatever has become of that.\n"
    verbs = tuple(verb for verb in VERBS if "ombudsman" in verb)
    yield ombudsman.title, says, Table(situations_of_the_ombudsman(ombudsman), book, verbs)
    usual = book.procedure(USUAL)
    says = f"{usual.title}, {usual.stages[0].spoken_as} running.\n"
    yield "What else on the record changes it", says, Table(what_changes_it(usual), book, VERBS)


def page() -> str:
    """The page, as Markdown."""
    book = load_book()
    lines = [HEAD, "## Permitted in every state\n", ", ".join(f"`{verb}`" for verb in always(book)) + ".\n"]
    for heading, says, table in tables(book):
        lines += [f"## {heading}\n", *([says] if says else []), *table.lines()]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
