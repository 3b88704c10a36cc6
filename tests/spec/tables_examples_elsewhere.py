"""Examples about numbers that are not in the record: what a council counts elsewhere, and other councils' figures."""

from __future__ import annotations

from tests.spec.tables_council import Example

_ACTIVITY = """
[titles]
active_cases = "Active cases"

[[activity]]
measure = "active_cases"
from = 2017-04-01
to = 2018-03-31
of = { service = "fostering" }
count = 400
source = "Case management system, 31 March 2018"

[[activity]]
measure = "active_cases"
from = 2017-04-01
to = 2018-03-31
of = { service = "home_care" }
count = 1600
source = "Case management system, 31 March 2018"

[[activity]]
measure = "active_cases"
from = 2016-04-01
to = 2017-03-31
of = { service = "fostering" }
count = 500
source = "Annual return for 2016/17"
"""
_COMPARATORS = """
[[comparator]]
measure = "upheld"
council = "Northtown"
from = 2017-04-01
to = 2018-03-31
value = 55
note = "The Ombudsman's annual letter"

[[comparator]]
measure = "upheld"
council = "Southtown"
from = 2017-04-01
to = 2018-03-31
value = 83.5
note = "Southtown's annual report"

[[comparator]]
measure = "upheld"
council = "Westtown"
from = 2016-04-01
to = 2017-03-31
value = 60
note = "Westtown's annual report"
"""

ELSEWHERE = (
    Example(
        "Rates, of what is counted elsewhere",
        "Active cases, contacts and the population come from a file of the council's folder `activity`, each with"
        " its months, what part of the council it is `of` and its source. An `activity` prints it; a `rate` is so many"
        " `per` 1,000 of it. A number holds for exactly its months. What was not entered, and a total"
        " of which a part was not, is not known: it is printed [x], and a check says so. Of a part that is no more, 0"
        " is entered.",
        """
service    received_month
fostering  201705
fostering  201706
home_care  201707
home_care  201708
home_care  201606
""",
        """
[[table]]
id = "rates"
title = "Complaints and active cases"
facts = "representation"
unit = "complaints"
by = "service"
years = [0, -1]
columns = [
  {},
  { label = "Active cases", activity = "active_cases" },
  { label = "per 1,000", rate = { per = 1000, of = "active_cases" }, decimals = 2 },
]

[[table.block]]
rows = ["fostering", "home_care", { total = "Total" }]
""",
        (
            "2017/18",
            "2017/18 Active cases",
            "2017/18 per 1,000",
            "2016/17",
            "2016/17 Active cases",
            "2016/17 per 1,000",
        ),
        (
            ("Fostering", "2", "400", "5.00", "0", "500", "0.00"),
            ("Home care", "2", "1,600", "1.25", "1", "[x]", "[x]"),
            ("Total", "4", "2,000", "2.00", "1", "[x]", "[x]"),
        ),
        activity=_ACTIVITY,
        notes=(
            "Active cases: Case management system, 31 March 2018.",
            "Active cases: Annual return for 2016/17.",
            "[x] where the number is not known.",
        ),
    ),
    Example(
        "Other councils beside one's own",
        "{ comparators = … } is a row for each other council of which a figure was entered, by the label of the column"
        " it stands in, in the order in which they are written, each with its note. The council's own is worked out.",
        """
decision    decided_month
upheld      201705
upheld      201706
not_upheld  201707
""",
        """
[[table]]
id = "neighbours"
title = "Upheld by the Ombudsman"
facts = "ombudsman"
unit = "decisions"
base = "decided"
rows_are = "council"
columns = [
  { label = "Decisions" },
  { label = "Upheld", where = { decision = "upheld" }, share_of = "row", decimals = 1 },
]

[[table.block]]
rows = [{ label = "Example" }, { comparators = { Upheld = "upheld" } }]
""",
        ("2017/18 Decisions", "2017/18 Upheld"),
        (
            ("Example", "3", "66.7%"),
            ("Northtown", "", "55.0%"),
            ("Southtown", "", "83.5%"),
            ("Westtown", "", "[x]"),
        ),
        "facts_ombudsman",
        activity=_COMPARATORS,
        notes=(
            "Northtown: The Ombudsman's annual letter.",
            "Southtown: Southtown's annual report.",
            "[x] where the number is not known.",
        ),
    ),
)
