"""What belongs to a case, put among its events and taken apart again, is the same; so a later import can replace it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from putright.casework.log import Dated
from putright.intake.legacy import Beside, LegacyAction, LegacyConcern, LegacyCost, LegacyOmbudsman, LegacyPayment
from putright.intake.legacy_beside import taken_apart, with_beside
from putright.intake.legacy_events import digest, in_order
from putright.record import events as e

DAYS = st.dates(date(2018, 4, 1), date(2019, 3, 31))
CODES = st.sampled_from(["communication", "finance", "upheld", "not_recorded"])
REFERENCES = st.text("ABC123", min_size=1, max_size=4)
CASE = (
    Dated(e.Received("DASH-1", "complaint"), date(2018, 4, 1), "words"),
    Dated(e.StageStarted("local_resolution"), date(2018, 4, 1)),
    Dated(e.Responded("local_resolution", (e.Finding(e.WHOLE, "upheld"),)), date(2018, 4, 9)),
    Dated(e.StageStarted("investigation"), date(2018, 5, 1)),
    Dated(e.Responded("investigation", (e.Finding(e.WHOLE, "not_upheld"),)), date(2018, 6, 1)),
)

concerns = st.builds(
    LegacyConcern,
    reference=st.just("DASH-1"),
    number=st.integers(1, 99),
    concern=CODES,
    service=CODES,
    finding=st.sampled_from(["", "upheld", "not_upheld"]),
    words=st.text(max_size=5),
)
payments = st.builds(
    LegacyPayment,
    reference=st.just("DASH-1"),
    payment_reference=REFERENCES,
    remedy=CODES,
    paid_on=DAYS,
    pence=st.integers(0, 10**6),
)
costs = st.builds(LegacyCost, reference=st.just("DASH-1"), cost=CODES, incurred_on=DAYS, pence=st.integers(0, 10**6))
actions = st.builds(
    LegacyAction,
    reference=st.just("DASH-1"),
    number=st.integers(1, 99),
    post=CODES,
    source=st.sampled_from(["", "adjudication", "panel"]),
    agreed_on=DAYS,
    due_on=DAYS,
    completed_on=st.none(),
    evidence=st.just(""),
    checked_on=st.none(),
    worked=st.just(""),
    words=st.text(max_size=5),
) | st.builds(
    LegacyAction,
    reference=st.just("DASH-1"),
    number=st.integers(1, 99),
    post=CODES,
    source=st.just("investigation"),
    agreed_on=DAYS,
    due_on=DAYS,
    completed_on=DAYS,
    evidence=CODES,
    checked_on=DAYS,
    worked=st.sampled_from(["", "yes", "no"]),
    words=st.just(""),
)
records = st.builds(
    LegacyOmbudsman,
    reference=st.just("DASH-1"),
    ombudsman_reference=REFERENCES,
    referral_type=CODES,
    referred_on=DAYS,
    decision=CODES,
    decided_on=st.none() | DAYS,
    remedy_pence=st.integers(-1, 10**6),
)
rows = st.lists(
    concerns | payments | costs | actions | records, max_size=12, unique_by=lambda row: (row.gives, row.key)
)


def alike(beside: list[Beside]) -> list[Beside]:
    return sorted(beside, key=lambda row: (row.gives, row.key))


@given(rows)
def test_what_is_put_together_comes_apart(beside: list[Beside]) -> None:
    apart = taken_apart("DASH-1", in_order(with_beside(CASE, beside)))
    assert apart.case == CASE
    assert alike(list(apart.beside)) == alike(beside)


@given(rows, st.randoms())
def test_the_order_of_the_rows_makes_no_difference(beside: list[Beside], chance: object) -> None:
    once = digest(in_order(with_beside(CASE, beside)))
    shuffled = beside[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert digest(in_order(with_beside(CASE, shuffled))) == once
