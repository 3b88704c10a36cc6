"""Each shape a table can have, with the smallest facts that show it: the examples of docs/reference/tables.md.

Facts are written as columns of words; columns left out are blank. Every example is about the year 2017/18.
"""

from __future__ import annotations

from tests.spec.tables_council import AUTHORITY, Example
from tests.spec.tables_examples_elsewhere import ELSEWHERE
from tests.spec.tables_examples_measures import MEASURES
from tests.spec.tables_examples_several import SEVERAL
from tests.spec.tables_examples_time import TIME
from tests.spec.tables_examples_worked import WORKED

__all__ = ["AUTHORITY", "EXAMPLES", "FIGURES", "Example"]

_METHODS = """
method    received_month
letter    201705
letter    201801
e_mail    201802
letter    201606
e_mail    201804
"""

_FROM = """
received_from  method  received_month
parent         letter  201705
grandparent    letter  201706
parent         e_mail  201707
young_person   e_mail  201708
"""

_STAGES = """
representation_id  category   outcome    stage          received_month  responded_month  working_days
1                  statutory  apology    local          201705          201705           8
2                  statutory  apology    local          201703          201704           12
3                  corporate  escalated  local          201802          201804           20
3                  corporate  escalated  investigation  201802          201806           66
4                  statutory  apology    local          201802          0                -1
"""

EXAMPLES = (
    Example(
        "Rows are terms, columns are years",
        "`by` names a column of the facts; a row is the code of one of its terms, printed by its label. `base` says"
        " which month puts a fact into a year, and `years` which years are shown: 0 is the report's own. A `total`"
        " counts its whole block, so that a term nobody listed is missing from the rows and not from the total; a check"
        " then says that they differ. April 2018 is in neither year.",
        _METHODS,
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
base = "received"
by = "method"
years = [0, -1]

[[table.block]]
rows = ["letter", "e_mail", "in_person", { total = "Total" }]
""",
        ("2017/18", "2016/17"),
        (("Letter", "2", "1"), ("E-mail", "1", "0"), ("In person", "0", "0"), ("Total", "3", "1")),
    ),
    Example(
        "Oldest first, and years written in full",
        "The order of `years` is the order of the columns. `year_label` has {start}, {end} and {yy} for the two years"
        " and the last digits of the second. { all = true } is a row for each term of the vocabulary, in its order.",
        _METHODS,
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"
years = [-1, 0]
year_label = "{start}-{end}"

[[table.block]]
rows = [{ all = true }]
""",
        ("2016-2017", "2017-2018"),
        (("Letter", "1", "2"), ("E-mail", "0", "1"), ("In person", "0", "0")),
    ),
    Example(
        "Numbers and percentages side by side",
        "`columns` are the columns within each year; {} is the number itself. A share is of the `table`, of the"
        " `block`, or of another table's total, by its id. Where there is no case, a share is –, never 0.",
        _METHODS,
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"
years = [0, -2]
columns = [{}, { label = "%", share_of = "table", decimals = 1 }]

[[table.block]]
rows = ["letter", "e_mail", { total = "Total" }]
""",
        ("2017/18", "2017/18 %", "2015/16", "2015/16 %"),
        (("Letter", "2", "66.7%", "0", "–"), ("E-mail", "1", "33.3%", "0", "–"), ("Total", "3", "100.0%", "0", "–")),
    ),
    Example(
        "A subset, as a share of the whole",
        "`where` is what every fact of the table must meet. The share is of the total of the table above; `subset_of`"
        " makes a check that no row is more than there.",
        _FROM,
        """
[[table]]
id = "everyone"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"

[[table.block]]
rows = ["letter", "e_mail", { total = "Total" }]

[[table]]
id = "young-people"
title = "How young people make theirs"
facts = "representation"
unit = "complaints from young people"
where = { received_from = "young_person" }
by = "method"
columns = [{}, { label = "%", share_of = "everyone" }]
subset_of = "everyone"

[[table.block]]
rows = ["letter", "e_mail", { total = "Total" }]
""",
        ("2017/18", "2017/18 %"),
        (("Letter", "0", "0%"), ("E-mail", "1", "25%"), ("Total", "1", "25%")),
    ),
    Example(
        "Groups with totals",
        "A block has a `group` and a `where` of its own; { terms_of = … } is a row for each term of a group of the"
        " vocabulary. A block that is nothing but a total counts the whole table.",
        _FROM,
        """
[[table]]
id = "from"
title = "Who complains"
facts = "representation"
unit = "complaints"
by = "received_from"

[[table.block]]
group = "Family"
where = { received_from = ["parent", "grandparent"] }
rows = [{ terms_of = "Family" }, { total = "Total family" }]

[[table.block]]
group = "Young people"
rows = ["young_person"]

[[table.block]]
rows = [{ total = "Total" }]
""",
        ("2017/18",),
        (
            ("Family: Parent", "2"),
            ("Family: Grandparent", "1"),
            ("Family: Total family", "3"),
            ("Young people: Young person", "1"),
            ("Total", "4"),
        ),
    ),
    Example(
        "Columns that count different facts",
        "A column with a `where` counts only the facts that meet it as well.",
        """
category   method  received_month
statutory  letter  201705
corporate  letter  201706
corporate  e_mail  201707
""",
        """
[[table]]
id = "methods"
title = "How complaints are made, by procedure"
facts = "representation"
unit = "complaints"
by = "method"
columns = [
  { label = "Statutory", where = { category = "statutory" } },
  { label = "Corporate", where = { category = "corporate" } },
  { label = "Total" },
]

[[table.block]]
rows = ["letter", "e_mail", { total = "Total" }]
""",
        ("2017/18 Statutory", "2017/18 Corporate", "2017/18 Total"),
        (("Letter", "1", "1", "2"), ("E-mail", "0", "1", "1"), ("Total", "1", "2", "3")),
    ),
    Example(
        "Bands of working days, and an average",
        "A number is held against { to = 10 }, { from = 11, to = 20 }, { over = 20 }, { under = 50 } or a number"
        " itself. An average is of the facts whose number is known; `without_cases` is printed where there is none."
        " `blank` names columns that a row leaves empty. A month is `any` where there is one and `none` where there"
        " is not. A fact is in a year if it was received *or* answered in it, so that one may be in two years.",
        _STAGES,
        """
[[table]]
id = "answered"
title = "How long answers took"
facts = "stage"
unit = "complaints"
base = "received or responded"
where = { stage = "local", responded_month = "any" }
years = [0, -1, -2]
columns = [{}, { label = "%", share_of = "block" }]

[[table.block]]
group = "Stage 1"
rows = [
  { total = "Answered", blank = ["%"] },
  { label = "in 10 working days", where = { working_days = { to = 10 } } },
  { label = "in 11 to 20", where = { working_days = { from = 11, to = 20 } } },
  { label = "in more", where = { working_days = { over = 20 } } },
  { label = "average", average = "working_days", without_cases = 0, blank = ["%"] },
]
""",
        ("2017/18", "2017/18 %", "2016/17", "2016/17 %", "2015/16", "2015/16 %"),
        (
            ("Stage 1: Answered", "3", "", "1", "", "0", ""),
            ("Stage 1: in 10 working days", "1", "33%", "0", "0%", "0", "–"),
            ("Stage 1: in 11 to 20", "2", "67%", "1", "100%", "0", "–"),
            ("Stage 1: in more", "0", "0%", "0", "0%", "0", "–"),
            ("Stage 1: average", "13.3", "", "12.0", "", "0.0", ""),
        ),
        "facts_stage",
        notes=("Averages are in working days.",),
    ),
    Example(
        "Each representation once, and a cell that does not apply",
        "Stages are counted unless `once_each` says that a representation counts once, however many of its stages meet"
        " the condition. Rows and columns may then ask only about what a representation has one of. `not_applicable`"
        " names columns in which a row means nothing.",
        _STAGES,
        """
[[table]]
id = "outcomes"
title = "What came of it"
facts = "stage"
unit = "complaints"
base = "received or responded"
once_each = true
where = { responded_month = "any" }
by = "outcome"
columns = [{ label = "Statutory", where = { category = "statutory" } }, { label = "Total" }]

[[table.block]]
rows = ["apology", { code = "escalated", not_applicable = ["Statutory"] }, { total = "Total" }]
""",
        ("2017/18 Statutory", "2017/18 Total"),
        (("Apology", "2", "2"), ("Escalated to Stage 3", "N/A", "1"), ("Total", "2", "3")),
        "facts_stage",
    ),
    Example(
        "Rows with a base of their own",
        "A row may have its own `base`, and its block its own `by`. `but not` takes out what another month puts into"
        " the year.",
        """
representation_id  decision     referred_month  decided_month
1                  upheld       201705          201709
2                  not_upheld   201702          201706
3                  not_upheld   201702          201703
""",
        """
[[table]]
id = "ombudsman"
title = "The Ombudsman"
facts = "ombudsman"
unit = "referrals"
base = "referred or decided"

[[table.block]]
group = "Received"
rows = [
  { label = "Referred in the year", base = "referred" },
  { label = "Referred before, decided in the year", base = "decided but not referred" },
]

[[table.block]]
group = "Decision"
by = "decision"
rows = [{ all = true }]
""",
        ("2017/18",),
        (
            ("Received: Referred in the year", "1"),
            ("Received: Referred before, decided in the year", "1"),
            ("Decision: Upheld", "1"),
            ("Decision: Not upheld", "1"),
        ),
        "facts_ombudsman",
    ),
    Example(
        "What is not known, kept apart",
        "Not known, not asked, not stated and prefer not to say are terms of their own; a blank is not_recorded."
        " A row may put `codes` together under a label of its own, and { not = … } takes codes out. A share of a"
        " { where = … } is of what meets that in place of the row's own condition.",
        """
gender             received_month
female             201705
female             201706
male               201706
not_known          201706
not_asked          201707
not_stated         201707
prefer_not_to_say  201708
not_recorded       201709
""",
        """
[[table]]
id = "gender"
title = "Gender"
facts = "representation"
unit = "complainants"
by = "gender"
columns = [
  {},
  { label = "% of those who said", share_of = { where = { gender = ["female", "male"] } } },
]

[[table.block]]
rows = [
  "female",
  "male",
  { codes = ["not_known", "not_asked"], label = "Not known or not asked", blank = ["% of those who said"] },
  { code = "not_stated", blank = ["% of those who said"] },
  { code = "prefer_not_to_say", blank = ["% of those who said"] },
  { code = "not_recorded", blank = ["% of those who said"] },
  { total = "Total", blank = ["% of those who said"] },
]

[[table.block]]
rows = [
  { label = "On the record", where = { gender = { not = "not_recorded" } }, blank = ["% of those who said"] },
]
""",
        ("2017/18", "2017/18 % of those who said"),
        (
            ("Female", "2", "67%"),
            ("Male", "1", "33%"),
            ("Not known or not asked", "2", ""),
            ("Not stated", "1", ""),
            ("Prefer not to say", "1", ""),
            ("Not recorded", "1", ""),
            ("Total", "8", ""),
            ("On the record", "7", ""),
        ),
    ),
    Example(
        "Rounding",
        "`rounding` is half_up unless it says half_even or truncated.",
        _FROM.replace("young_person   e_mail  201708", "young_person   e_mail  201708\n" * 5),
        """
[[table]]
id = "from"
title = "Who complains"
facts = "representation"
unit = "complaints"
by = "received_from"
rounding = "truncated"
columns = [{}, { label = "%", share_of = "table" }]

[[table.block]]
rows = ["parent", "grandparent", "young_person"]
""",
        ("2017/18", "2017/18 %"),
        (("Parent", "2", "25%"), ("Grandparent", "1", "12%"), ("Young person", "5", "62%")),
    ),
    *TIME,
    *MEASURES,
    *SEVERAL,
    *ELSEWHERE,
    *WORKED,
)

FIGURES = (
    ("[methods | Letter | this year]", "2"),
    ("[methods | Total | this year] - [methods | Total | last year]", "2"),
    ("change([methods | Letter | this year], [methods | Letter | last year])", "100"),
    ("share([methods | Letter | this year] + [methods | E-mail | this year], [methods | Total | this year])", "100"),
    ("share([methods | Letter | this year], [methods | E-mail | last year])", "none: nothing to take a share of"),
    ("least([methods | Letter | this year], [methods | E-mail | this year], [methods | Total | this year])", "1"),
    ("most([methods | Letter | this year], [methods | E-mail | this year])", "2"),
    ("(1 + 2) * 3 / 4", "2.25"),
    ("limit(children_act_1989, local_resolution, response)", "10"),
    ("extended(children_act_1989, local_resolution, response)", "20"),
    ("shortest(ombudsman, ombudsman_enquiry, response)", "none: the limit was not in force yet"),
    ("limit(children_act_1989, time_bar)", "12"),
    ("target(children_act_1989, local_resolution, response)", "8"),
    ("stages(children_act_1989)", "3"),
    ("posts(children_act_1989, review_panel)", "3"),
    ("length(recommendations)", "2"),
)
"""Expressions over the first example, and what each comes to; `recommendations` is a list of two."""
