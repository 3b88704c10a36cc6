"""The page of the lives is current, every picture it shows is there, and together they are small."""

from __future__ import annotations

from tests.system.lives import page
from tests.system.lives.every import LIVES

from putright.rules import load_book

MOST_BYTES = 3_000_000
LIVED_ELSEWHERE = {"coventry_adults", "ombudsman"}
"""One differs from the law for adults in a single limit; under the other the Ombudsman acts, not the council."""


def test_the_page_is_current() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), (
        "write it anew: PYTHONPATH=src:. .venv/bin/python -m tests.system.lives.page"
    )


def test_the_pictures_are_those_that_the_page_shows_and_small() -> None:
    shown = {f"{line.picture}.webp" for life in LIVES for line in life.pictures}
    there = {file.name: file.stat().st_size for file in page.PICTURES.iterdir()}
    assert set(there) == shown, f"take them anew, as {page.PAGE.name} says"
    assert sum(there.values()) < MOST_BYTES


def test_every_procedure_of_the_rule_book_is_lived() -> None:
    told = page.page()
    titles = {name: each.title for name, each in load_book().procedures.items() if name not in LIVED_ELSEWHERE}
    assert [name for name, title in titles.items() if f"the {title} is proposed" not in told] == []


def test_no_two_lives_or_pictures_share_a_name() -> None:
    names = [life.name for life in LIVES] + [line.picture for life in LIVES for line in life.pictures]
    assert len(names) == len(set(names))
