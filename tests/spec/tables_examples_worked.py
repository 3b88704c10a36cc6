"""Examples of tables that are put together, and of the words the product has for its own codes."""

from __future__ import annotations

from tests.spec.tables_council import Example

_STAGES = """
stage             started_month  received_month  service    finding
local_resolution  201705         201705          fostering  upheld
investigation     201708         201705          fostering  not_upheld
local_resolution  201706         201706          home_care  not_upheld
local_resolution  201801         201801          home_care  not_recorded
local_resolution  201605         201605          fostering  mixed
"""
_OMBUDSMAN = """
service    decided_month  decision
fostering  201711         upheld
fostering  201612         not_upheld
home_care  201609         upheld
"""

WORKED = (
    Example(
        "The words for the product's own codes",
        "A stage is printed as the council says it. Findings, timeliness, and yes and no have words of the product,"
        " which a label of the row's own overrules; a code that there is not is refused.",
        _STAGES,
        """
[[table]]
id = "findings"
title = "What was found at each stage"
facts = "stage"
unit = "complaints"
base = "started"
by = "finding"
columns = [
  { label = "Stage 1", where = { stage = "local_resolution" } },
  { label = "All stages" },
]

[[table.block]]
rows = [{ all = true }, { code = "not_recorded", label = "Not answered" }]

[[table.block]]
by = "stage"
rows = ["local_resolution", "investigation"]
""",
        ("2017/18 Stage 1", "2017/18 All stages"),
        (
            ("Upheld", "1", "1"),
            ("Partially upheld", "0", "0"),
            ("Not upheld", "1", "2"),
            ("No finding", "0", "0"),
            ("Mixed", "0", "0"),
            ("Not answered", "1", "1"),
            ("Stage 1", "3", "3"),
            ("Stage 2", "0", "1"),
        ),
        "facts_stage",
    ),
    Example(
        "Different facts side by side",
        "A table of facts counts one kind of them. A `[[worked]]` table of report.toml is put together of cells: the"
        " `value` of a column is an expression in which {row} is the row and {Another column} that column; a cell that"
        " is another table's opens to the same cases. A `[[count]]` with blocks is a table that is not printed.",
        _STAGES,
        "",
        ("Stage 1", "Stage 2", "Ombudsman", "Total", "% Stage 1"),
        (("2017/18", "3", "1", "1", "5", "60%"), ("2016/17", "1", "0", "2", "3", "33%")),
        "facts_stage",
        report="""
[[count]]
id = "stages"
title = "Stages started"
facts = "stage"
unit = "complaints"
base = "started"
columns = [
  { label = "First", where = { stage = "local_resolution" } },
  { label = "Second", where = { stage = "investigation" } },
]
[[count.block]]
rows = [{ years = [0, -1] }]

[[count]]
id = "decisions"
title = "Decisions"
facts = "ombudsman"
unit = "decisions"
base = "decided"
[[count.block]]
rows = [{ years = [0, -1] }]

[[worked]]
id = "transactions"
title = "Complaints at each step"
unit = "complaints"
columns = [
  { label = "Stage 1", value = "[stages | {row} | First]" },
  { label = "Stage 2", value = "[stages | {row} | Second]" },
  { label = "Ombudsman", value = "[decisions | {row} | this year]" },
  { label = "Total", value = "{Stage 1} + {Stage 2} + {Ombudsman}" },
  { label = "% Stage 1", value = "share({Stage 1}, {Total})", unit = "percent" },
]
rows = [{ years = [0, -1] }]
""",
        more_facts=("facts_ombudsman", _OMBUDSMAN),
    ),
    Example(
        "Words and numbers of the rule book",
        "A cell may hold `words`, or an expression of its own in `cells`; `row` is what {row} stands for where that is"
        " not the label.",
        _STAGES,
        "",
        ("Law", "Stages", "Days at Stage 2"),
        (
            ("Children's social care", "Children Act 1989", "3", "25"),
            ("Adult social care", "Regulations of 2009", "1", "N/A"),
        ),
        "facts_stage",
        report="""
[[worked]]
id = "procedures"
title = "The procedures"
unit = "stages"
columns = [
  { label = "Law" },
  { label = "Stages", value = "stages({row})" },
  { label = "Days at Stage 2", unit = "working days" },
]
[[worked.rows]]
label = "Children's social care"
row = "children_act_1989"
words = { Law = "Children Act 1989" }
cells = { "Days at Stage 2" = "limit(children_act_1989, investigation, response)" }
[[worked.rows]]
label = "Adult social care"
row = "adult_social_care_2009"
words = { Law = "Regulations of 2009" }
not_applicable = ["Days at Stage 2"]
""",
    ),
)
