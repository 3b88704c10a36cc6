"""Figures from the rule book, at the end of the period that is reported on."""

from fractions import Fraction

import pytest
from tests.spec.tables_council import AUTHORITY

from putright.reporting.expressions import parse
from putright.reporting.figures import Known
from putright.reporting.period import read_period
from putright.rules import load_book


@pytest.mark.parametrize(
    ("expression", "period", "value"),
    [
        ("limit(children_act_1989, local_resolution, response)", "2017-18", Fraction(10)),
        ("extended(children_act_1989, local_resolution, response)", "2017-18", Fraction(20)),
        ("limit(complaint_handling_code_2024, code_stage_1, response)", "2017-18", None),
        ("extended(complaint_handling_code_2024, code_stage_1, response)", "2017-18", None),
        ("limit(complaint_handling_code_2024, code_stage_1, response)", "2024-25", Fraction(10)),
        ("shortest(ombudsman, ombudsman_enquiry, response)", "2018-19", Fraction(1)),
        ("shortest(complaint_handling_code_2024, code_stage_1, response)", "2024-25", None),
    ],
)
def test_a_limit_is_that_of_the_period_and_none_before_there_was_one(
    expression: str, period: str, value: Fraction | None
) -> None:
    known = Known({}, {}, AUTHORITY, load_book(), read_period(period), {})
    assert known.value(parse(expression)) == value
