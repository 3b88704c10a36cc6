"""Examples about time: years and quarters as columns or as rows, changes, and definitions that changed."""

from __future__ import annotations

from tests.spec.tables_council import Example

_STAGES = """
representation_id  stage   started_month  received_month  service
1                  first   201705         201705          fostering
2                  first   201708         201708          home_care
2                  second  201710         201708          home_care
3                  first   201610         201610          fostering
4                  first   201801         201801          home_care
"""
_YEARS = """
method    received_month
letter    201705
letter    201706
letter    201707
e_mail    201705
letter    201605
letter    201606
e_mail    201607
e_mail    201608
"""
_SERVICES = """
service    received_month
fostering  201704
fostering  201707
team_east  201801
home_care  201710
home_care  201712
corporate  201703
"""

TIME = (
    Example(
        "A heading above the years",
        "Columns with a `group` stand under it, the years beneath: stage, then year. `not_applicable` names a column by"
        " its group, its label or both, where a stage does not exist for a procedure.",
        _STAGES,
        """
[[table]]
id = "stages"
title = "Stages started"
facts = "stage"
unit = "complaints"
base = "started"
by = "service"
years = [0, -1]
columns = [
  { group = "Stage 1", where = { stage = "first" } },
  { group = "Stage 2", where = { stage = "second" } },
]

[[table.block]]
rows = [{ code = "fostering", not_applicable = ["Stage 2"] }, "home_care", { total = "Total" }]
""",
        ("Stage 1 2017/18", "Stage 1 2016/17", "Stage 2 2017/18", "Stage 2 2016/17"),
        (
            ("Fostering", "1", "1", "N/A", "N/A"),
            ("Home care", "2", "0", "1", "0"),
            ("Total", "3", "1", "1", "0"),
        ),
        "facts_stage",
    ),
    Example(
        "Years as rows",
        "`years` on a row makes it one row for each, labelled by the table's `year_label` or by a label with {start},"
        " {end} and {yy}. No column then says a year. Rows without a year are about the report's own.",
        _YEARS,
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"
columns = [
  { label = "Letter", where = { method = "letter" } },
  { label = "E-mail", where = { method = "e_mail" } },
  { label = "Total" },
]

[[table.block]]
rows = [{ years = [0, -1] }, { label = "May {start}", years = [0], where = { method = "letter" }, blank = ["E-mail"] }]
""",
        ("Letter", "E-mail", "Total"),
        (("2017/18", "3", "1", "4"), ("2016/17", "2", "2", "4"), ("May 2017", "3", "", "3")),
    ),
    Example(
        "Quarters by directorate",
        "`quarters` makes a column, or a row, for each quarter of the council's year; `quarter = 1` is one of them."
        " { groups = true } is a row for each group of the vocabulary: services are grouped by directorate.",
        _SERVICES,
        """
[[table]]
id = "quarters"
title = "Complaints by quarter"
facts = "representation"
unit = "complaints"
by = "service"
columns = [{ quarters = true }, { label = "Year" }]

[[table.block]]
rows = [{ groups = true }, { total = "Total" }]
""",
        ("2017/18 Q1", "2017/18 Q2", "2017/18 Q3", "2017/18 Q4", "2017/18 Year"),
        (
            ("Children", "1", "1", "0", "1", "3"),
            ("Adults", "0", "0", "2", "0", "2"),
            ("Resources", "0", "0", "0", "0", "0"),
            ("Total", "1", "1", "2", "1", "5"),
        ),
    ),
    Example(
        "Quarters as rows",
        "A total without a quarter is of the year, and is held against its quarters.",
        _SERVICES,
        """
[[table]]
id = "quarters"
title = "Complaints by quarter"
facts = "representation"
unit = "complaints"
columns = [{ label = "Children", where = { service = ["fostering", "team_east"] } }, { label = "All" }]

[[table.block]]
rows = [{ quarters = true, label = "Q{quarter}" }, { total = "Year" }]
""",
        ("2017/18 Children", "2017/18 All"),
        (("Q1", "1", "1"), ("Q2", "1", "1"), ("Q3", "0", "2"), ("Q4", "1", "1"), ("Year", "3", "5")),
    ),
    Example(
        "Change as a number, in percent, in points",
        "A `change` stands after the years and compares this year with the year `since` (the one before, unless it"
        " says another): the column labelled `of`, or the one without a label. It is worked out from what is printed,"
        " so that a reader can check it. Percentages change by points. From nothing there is no change in percent.",
        _YEARS,
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"
years = [0, -1]
columns = [
  {},
  { label = "%", share_of = "table" },
  { change = "number" },
  { change = "percent", decimals = 1 },
  { change = "points", of = "%", label = "Points" },
]

[[table.block]]
rows = ["letter", "e_mail", "in_person", { total = "Total", blank = ["Points"] }]
""",
        ("2017/18", "2017/18 %", "2016/17", "2016/17 %", "Change", "Change %", "Points"),
        (
            ("Letter", "3", "75%", "2", "50%", "+1", "+50.0%", "+25"),
            ("E-mail", "1", "25%", "2", "50%", "−1", "−50.0%", "−25"),
            ("In person", "0", "0%", "0", "0%", "0", "–", "0"),
            ("Total", "4", "100%", "4", "100%", "0", "0.0%", ""),
        ),
    ),
    Example(
        "A definition that changed between years",
        "`changed` says from which day, and in words how. What is under `before` holds in the years that end before it,"
        " what is under `since` in the others. It is noted below the table when years on both sides are shown.",
        """
type        method  received_month
complaint   letter  201705
refused     letter  201706
complaint   letter  201605
refused     letter  201606
""",
        """
[[table]]
id = "methods"
title = "Complaints"
facts = "representation"
unit = "complaints"
by = "method"
years = [0, -1]

[[table.changed]]
on = 2017-04-01
says = "Until then a complaint that was refused was counted with the others."
since = { type = { not = "refused" } }

[[table.block]]
rows = ["letter"]
""",
        ("2017/18", "2016/17"),
        (("Letter", "1", "2"),),
        notes=(
            "The definition changed on 1 April 2017."
            " Until then a complaint that was refused was counted with the others.",
        ),
    ),
)
