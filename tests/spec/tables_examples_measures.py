"""Examples about measures: as rows or columns, composite cells, bases, escalation, days, money, rounding."""

from __future__ import annotations

from tests.spec.tables_council import Example

_STAGES = """
representation_id  stage   received_month  started_month  responded_month  working_days  calendar_days  timeliness
1                  first   201705          201705         201705           8             10             met
2                  first   201705          201705         201706           15            21             missed
2                  second  201705          201707         201709           40            56             met
3                  first   201803          201803         201803           4             4              met
3                  second  201803          201804         0                -1            -1             running
4                  first   201702          201702         201703           10            14             met
4                  second  201702          201704         201706           30            42             missed
"""
_CLOSED = """
service    received_month  closed_month
fostering  201705          201706
fostering  201803          201804
home_care  201702          201705
home_care  201709          0
"""

MEASURES = (
    Example(
        "Measures as columns",
        "A column may be a number, a share, an average, a sum or a rate of its own. An average of days says which they"
        " are: those of the column it is of.",
        _STAGES,
        """
[[table]]
id = "answered"
title = "Answers"
facts = "stage"
unit = "answers"
base = "responded"
by = "stage"
columns = [
  { label = "Answered" },
  { label = "In time", where = { timeliness = "met" }, share_of = "row" },
  { label = "Working days", average = "working_days" },
  { label = "Calendar days", average = "calendar_days", decimals = 2 },
]

[[table.block]]
rows = [{ code = "first", label = "Stage 1" }, { code = "second", label = "Stage 2" }]
""",
        ("2017/18 Answered", "2017/18 In time", "2017/18 Working days", "2017/18 Calendar days"),
        (("Stage 1", "3", "67%", "9.0", "11.67"), ("Stage 2", "2", "50%", "35.0", "49.00")),
        "facts_stage",
        notes=("Averages are in working days and calendar days.",),
    ),
    Example(
        "Measures as rows",
        "The same on rows: a row's own measure overrules that of the columns. Its share of a `block` or a `table` is of"
        " what meets the column's condition.",
        _STAGES,
        """
[[table]]
id = "answered"
title = "Answers"
facts = "stage"
unit = "answers"
base = "responded"
columns = [
  { label = "Stage 1", where = { stage = "first" } },
  { label = "Stage 2", where = { stage = "second" } },
]

[[table.block]]
rows = [
  { total = "Answered" },
  { label = "In time", where = { timeliness = "met" }, share_of = "block" },
  { label = "Average, working days", average = "working_days" },
]
""",
        ("2017/18 Stage 1", "2017/18 Stage 2"),
        (("Answered", "3", "2"), ("In time", "67%", "50%"), ("Average, working days", "9.0", "35.0")),
        "facts_stage",
        notes=("Averages are in working days.",),
    ),
    Example(
        "Composite cells",
        "`shown` says how a cell is printed, of its {value} and the numbers {above} and {below} it was worked out from."
        " A share of the `row` is of all its columns.",
        _STAGES,
        """
[[table]]
id = "timeliness"
title = "Answers in time"
facts = "stage"
unit = "answers"
base = "responded"
columns = [
  { label = "In time", where = { timeliness = "met" }, share_of = "row", shown = "{value} ({above}/{below})" },
  { label = "Late", where = { timeliness = "missed" }, share_of = "row", shown = "{above} ({value})" },
  { label = "Total" },
]

[[table.block]]
by = "stage"
rows = [{ code = "first", label = "Stage 1" }, { code = "second", label = "Stage 2" }, { total = "Total" }]
""",
        ("2017/18 In time", "2017/18 Late", "2017/18 Total"),
        (
            ("Stage 1", "67% (2/3)", "1 (33%)", "3"),
            ("Stage 2", "50% (1/2)", "1 (50%)", "2"),
            ("Total", "60% (3/5)", "2 (40%)", "5"),
        ),
        "facts_stage",
    ),
    Example(
        "Received and closed, each with its base",
        "A column, like a row, may have its own `base`: what was received in the year and what was closed in it are not"
        " the same cases.",
        _CLOSED,
        """
[[table]]
id = "flow"
title = "Received and closed"
facts = "representation"
unit = "complaints"
by = "service"
columns = [{ label = "Received", base = "received" }, { label = "Closed", base = "closed" }]

[[table.block]]
rows = ["fostering", "home_care", { total = "Total" }]
""",
        ("2017/18 Received", "2017/18 Closed"),
        (("Fostering", "2", "1"), ("Home care", "1", "1"), ("Total", "3", "2")),
    ),
    Example(
        "Escalation by period",
        "A share may be of other facts: those that meet its own `where`, counted by its own `base` if it has one. Here"
        " the second stages that began in the year are held against the first stages that began in it, whosever they"
        " were.",
        _STAGES,
        """
[[table]]
id = "escalation"
title = "Escalation in the period"
facts = "stage"
unit = "complaints"
base = "started"
columns = [
  { label = "Stage 1", where = { stage = "first" } },
  { label = "Stage 2", where = { stage = "second" } },
  { label = "% escalating", where = { stage = "second" }, share_of = { where = { stage = "first" } } },
]

[[table.block]]
rows = [{ years = [0, -1] }]
""",
        ("Stage 1", "Stage 2", "% escalating"),
        (("2017/18", "3", "2", "67%"), ("2016/17", "1", "0", "0%")),
        "facts_stage",
    ),
    Example(
        "Escalation of a cohort",
        "By the month of receipt, and each once: of the complaints received in the year, how many reached the second"
        " stage, whenever that was.",
        _STAGES,
        """
[[table]]
id = "cohort"
title = "Escalation of those received"
facts = "stage"
unit = "complaints"
base = "received"
once_each = true
columns = [
  { label = "Received" },
  { label = "Reached Stage 2", where = { stage = "second" } },
  { label = "%", where = { stage = "second" }, share_of = "row" },
]

[[table.block]]
rows = [{ years = [0, -1] }]
""",
        ("Received", "Reached Stage 2", "%"),
        (("2017/18", "3", "2", "67%"), ("2016/17", "1", "1", "100%")),
        "facts_stage",
    ),
    Example(
        "Money",
        "A `sum` adds up a column of numbers. Pence are printed in pounds.",
        """
representation_id  remedy    pence  agreed_month
1                  payment   25000  201706
2                  payment   1050   201707
3                  apology   -1     201708
""",
        """
[[table]]
id = "payments"
title = "Compensation"
facts = "remedy"
unit = "remedies"
base = "agreed"
columns = [{ label = "Remedies" }, { label = "Paid", sum = "pence", decimals = 2 }]

[[table.block]]
by = "remedy"
rows = [{ code = "payment", label = "Payment" }, { code = "apology", label = "Apology" }, { total = "Total" }]
""",
        ("2017/18 Remedies", "2017/18 Paid"),
        (("Payment", "2", "£260.50"), ("Apology", "1", "£0.00"), ("Total", "3", "£260.50")),
        "facts_remedy",
    ),
    Example(
        "Half up, half even, truncated, to two decimals at most",
        "A column, or a row, may round in its own way.",
        """
method  received_month
letter  201705
letter  201706
letter  201707
letter  201708
letter  201709
e_mail  201705
e_mail  201706
e_mail  201707
""",
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"
columns = [
  { label = "half up", share_of = "table" },
  { label = "half even", share_of = "table", rounding = "half_even" },
  { label = "truncated", share_of = "table", rounding = "truncated" },
  { label = "one", share_of = "table", decimals = 1 },
  { label = "two", share_of = "table", decimals = 2 },
]

[[table.block]]
rows = ["letter", "e_mail"]
""",
        ("2017/18 half up", "2017/18 half even", "2017/18 truncated", "2017/18 one", "2017/18 two"),
        (("Letter", "63%", "62%", "62%", "62.5%", "62.50%"), ("E-mail", "38%", "38%", "37%", "37.5%", "37.50%")),
    ),
)
