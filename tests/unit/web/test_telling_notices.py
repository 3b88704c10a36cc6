"""Notices and chases as the timeline tells them."""

from __future__ import annotations

from datetime import date

import pytest

from putright.record import events as e
from putright.rules import load_book
from putright.web.presenters.telling_notices import chased, reminded

BOOK = load_book()
CLOCK = ("local_resolution", "response", "statutory_limit", date(2018, 5, 9))

ANSWER = "Answer at local resolution, last day 9 May 2018"


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            e.Reminded("days_left_1", "A", *CLOCK),
            f"1 working day left · {ANSWER}",
        ),
        (
            e.Reminded("days_left_3", "A", *CLOCK),
            f"3 working days left · {ANSWER}",
        ),
        (e.Reminded("overdue", "A", *CLOCK), f"Overdue · {ANSWER}"),
        (e.Reminded("new_case", "A"), "New to them"),
        (e.Reminded("half_gone", "A"), "Half gone"),
    ],
)
def test_a_notice_says_what_a_clock_had_come_to(event: e.Reminded, told: str) -> None:
    assert reminded(event, BOOK, "children_act_1989") == ("Notice sent to A", told)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            e.Chased("B", 2, "response", "local_resolution", "statutory_limit", date(2018, 5, 9)),
            f"{ANSWER} · chase 2",
        ),
        (e.Chased("B", 1, "information"), "Information or records · chase 1"),
        (e.Chased("B", 1), "chase 1"),
    ],
)
def test_a_chase_says_for_what(event: e.Chased, told: str) -> None:
    assert chased(event, BOOK, "children_act_1989") == ("B chased", told)
