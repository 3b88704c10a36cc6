"""Then: what the page says of where the complaint stands, what is due by which rule, and what may be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.system.lives.lines import Line

if TYPE_CHECKING:
    from tests.system.lives.worker import Worker


def it_is_proposed(procedure: str, rule: str) -> Line:
    """The proposal of triage with its citation."""

    def do(worker: Worker) -> None:
        worker.then_i_see(f"Proposed: {procedure}.")
        worker.then_i_see(f"Rule: {rule}")

    return Line("Then", f"the {procedure} is proposed, by {rule}", do)


def it_stands_so(sentence: str) -> Line:
    """The sentence at the head of the page that says where it stands."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-identity__standing")).to_contain_text(sentence)

    return Line("Then", f"it says “{sentence}”", do)


def what_is_due_next_is(what: str) -> Line:
    """What the head of the page says is due next, and by when."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-glance__due")).to_contain_text(what)

    return Line("Then", f"what is due next is “{what}”", do)


def by_rule(rule: str) -> Line:
    """The rule beside what is due next."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-glance__due cite")).to_have_text(rule)

    return Line("Then", f"the rule beside it is {rule}", do)


def nothing_is_due() -> Line:
    """The head of the page says nothing of a next day."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-glance__due")).to_have_count(0)

    return Line("Then", "nothing is due", do)


def the_limit(title: str, standing: str, rule: str) -> Line:
    """A time limit: how it stands, and the rule in its explanation."""

    def do(worker: Worker) -> None:
        card = worker.page.locator("article.pr-clock").filter(has=worker.page.get_by_role("heading", name=title))
        expect(card.first).to_contain_text(standing)
        explained = card.first.locator(".govuk-details__text")
        expect(explained).to_contain_text(re.compile(r"Rule:\s+" + re.escape(rule)))

    return Line("Then", f"the limit “{title}” says “{standing}”, by {rule}", do)


def the_next_steps_are(*titles: str) -> Line:
    """What the head of the page offers as next, in order."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-glance__next li")).to_have_text(list(titles))

    return Line("Then", f"what comes next is {', '.join(f'“{title}”' for title in titles)}", do)


def it_may_not_be(title: str, why: str) -> Line:
    """A step that may not be taken now, with the reason."""

    def do(worker: Worker) -> None:
        worker.when_i_open("Why the rest may not")
        step = worker.page.locator(".pr-steps details li").filter(has_text=title)
        expect(step.first).to_contain_text(why)

    return Line("Then", f"“{title}” may not be taken: “{why}”", do)


def the_problem_is(text: str) -> Line:
    """What the page says could not be used; it leads to its field."""

    def do(worker: Worker) -> None:
        worker.then_the_problem_is(text)
        worker.looks("problem")

    return Line("Then", f"the page says what is wrong: “{text}”", do)


def i_read(text: str) -> Line:
    """Words on the page."""
    return Line("Then", f"I read “{text}”", lambda worker: worker.then_i_see(text))


def somebody_else_is_next(step: str) -> Line:
    """What comes next is for another role than that of who looks."""

    def do(worker: Worker) -> None:
        expect(worker.page.locator(".pr-glance")).to_contain_text(f"{step}, by somebody in another role than yours")

    return Line("Then", f"what comes next is “{step}”, by somebody in another role", do)


def pictured(name: str, shows: str, of: str = "") -> Line:
    """A picture for the page of the lives: of what `of` selects, else of what stands at the top."""
    return Line("Then", shows, lambda worker: worker.takes_a_picture(name, of or "main"), picture=name)
