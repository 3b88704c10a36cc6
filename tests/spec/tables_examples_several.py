"""Examples about what a representation has several of, and about rows picked by their size."""

from __future__ import annotations

from tests.spec.tables_council import Example

_CONCERNS = """
representation_id  type        concern        finding     received_month  received_from
1                  complaint   communication  upheld      201705          parent
1                  complaint   conduct        not_upheld  201705          parent
2                  complaint   communication  upheld      201706          parent
3                  complaint   finance        not_upheld  201707          parent
4                  compliment  communication  not_recorded  201708        parent
4                  compliment  conduct        not_recorded  201708        parent
5                  compliment  conduct        not_recorded  201709        young_person
"""
_NATURES = """
nature         received_month
communication  201705
communication  201706
communication  201707
finance        201705
finance        201706
delay          201705
conduct        201705
conduct        201706
not_recorded   201705
"""

SEVERAL = (
    Example(
        "Several concerns a complaint, each with its finding",
        "A row of `concern` is one concern, so that a complaint is counted as often as it has concerns; `once_each` on"
        " a row counts it once. The check of such a total says that it is no more than the sum of its rows.",
        _CONCERNS,
        """
[[table]]
id = "concerns"
title = "What complaints were about"
facts = "concern"
unit = "concerns"
where = { type = "complaint" }
by = "concern"
columns = [
  { label = "Raised" },
  { label = "Upheld", where = { finding = "upheld" } },
  { label = "Not upheld", where = { finding = "not_upheld" } },
]

[[table.block]]
rows = ["communication", "conduct", "finance", { total = "Complaints", once_each = true }]
""",
        ("2017/18 Raised", "2017/18 Upheld", "2017/18 Not upheld"),
        (
            ("Communication", "2", "2", "0"),
            ("Staff conduct", "1", "0", "1"),
            ("Finance", "1", "0", "1"),
            ("Complaints", "3", "2", "2"),
        ),
        "facts_concern",
    ),
    Example(
        "Complaints by finding, mixed where concerns differ",
        "The `finding` of a representation is that on all it was about, and mixed where its concerns differ; a row of"
        " `stage` has the finding of that stage in the same way. What is not found yet is a blank, kept apart from what"
        " does not apply.",
        """
finding       received_month
upheld        201705
mixed         201706
not_upheld    201707
not_recorded  201708
""",
        """
[[table]]
id = "findings"
title = "What was found"
facts = "representation"
unit = "complaints"
by = "finding"
columns = [{}, { label = "% of those decided", share_of = { where = { finding = { not = "not_recorded" } } } }]

[[table.block]]
rows = [
  { codes = ["upheld", "partially_upheld"], label = "Upheld" },
  { code = "mixed", label = "Mixed" },
  { code = "not_upheld", label = "Not upheld" },
  { code = "not_recorded", label = "Not decided", blank = ["% of those decided"] },
  { total = "Total", blank = ["% of those decided"] },
]
""",
        ("2017/18", "2017/18 % of those decided"),
        (
            ("Upheld", "1", "33%"),
            ("Mixed", "1", "33%"),
            ("Not upheld", "1", "33%"),
            ("Not decided", "1", ""),
            ("Total", "4", ""),
        ),
    ),
    Example(
        "Compliments by category, where one may be in several",
        "With `once_each` on the table every row counts a compliment once, and the total each once, so that the rows"
        " add up to more.",
        _CONCERNS,
        """
[[table]]
id = "compliments"
title = "Compliments by category"
facts = "concern"
unit = "compliments"
where = { type = "compliment" }
by = "concern"
once_each = true
columns = [{}, { label = "%", share_of = "table" }]
notes = ["A compliment may be in more than one category."]

[[table.block]]
rows = ["communication", "conduct", { total = "Compliments" }]
""",
        ("2017/18", "2017/18 %"),
        (("Communication", "1", "50%"), ("Staff conduct", "2", "100%"), ("Compliments", "2", "100%")),
        "facts_concern",
        notes=("A compliment may be in more than one category.",),
    ),
    Example(
        "Compliments by source",
        "Who a compliment came from is a column of its own, of which there is one.",
        """
type        received_from  received_month
compliment  parent         201705
compliment  young_person   201706
complaint   parent         201707
compliment  not_recorded   201708
""",
        """
[[table]]
id = "compliments"
title = "Compliments by source"
facts = "representation"
unit = "compliments"
where = { type = "compliment" }
by = "received_from"

[[table.block]]
rows = [{ all = true }, "not_recorded", { total = "Total" }]
""",
        ("2017/18",),
        (("Parent", "1"), ("Grandparent", "0"), ("Young person", "1"), ("Not recorded", "1"), ("Total", "3")),
    ),
    Example(
        "The largest, and all others",
        "`top` shows so many terms, the largest in the first column first, equal ones in the order of the vocabulary;"
        " `others` is a row for everything else. A code with a row of its own, here what is not recorded, is not among"
        " them.",
        _NATURES,
        """
[[table]]
id = "natures"
title = "What it was about"
facts = "representation"
unit = "complaints"
by = "nature"
columns = [{}, { label = "%", share_of = "table" }]

[[table.block]]
rows = [{ top = 2, others = "All others" }, "not_recorded", { total = "Total" }]
""",
        ("2017/18", "2017/18 %"),
        (
            ("Communication", "3", "33%"),
            ("Staff conduct", "2", "22%"),
            ("All others", "3", "33%"),
            ("Not recorded", "1", "11%"),
            ("Total", "9", "100%"),
        ),
    ),
    Example(
        "Every term, and what is not listed",
        "`others` after { all = true } counts what has no row of its own in its block: a term that is in no vocabulary"
        " is then in a row, not only in the total.",
        """
method    received_month
letter    201705
letter    201801
e_mail    201802
fax       201803
""",
        """
[[table]]
id = "methods"
title = "How complaints are made"
facts = "representation"
unit = "complaints"
by = "method"

[[table.block]]
rows = [{ all = true, others = "Another way" }, "not_recorded", { total = "Total" }]
""",
        ("2017/18",),
        (
            ("Letter", "2"),
            ("E-mail", "1"),
            ("In person", "0"),
            ("Another way", "1"),
            ("Not recorded", "0"),
            ("Total", "4"),
        ),
    ),
    Example(
        "A column for each term",
        "`each` is a column for every term of a column of the facts, in the order of the vocabulary; `others` is one"
        " for everything else. Several columns for each term, with a `label` each, stand under the term.",
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
  { each = "category", label = "Number" },
  { each = "category", label = "%", share_of = "row" },
  { group = "Total", label = "Number" },
]

[[table.block]]
rows = ["letter", "e_mail", { total = "Total" }]
""",
        (
            "Statutory 2017/18 Number",
            "Statutory 2017/18 %",
            "Corporate 2017/18 Number",
            "Corporate 2017/18 %",
            "Total 2017/18 Number",
        ),
        (
            ("Letter", "1", "50%", "1", "50%", "2"),
            ("E-mail", "0", "0%", "1", "100%", "1"),
            ("Total", "1", "33%", "2", "67%", "3"),
        ),
    ),
    Example(
        "Rows of what no council words for itself",
        "Stages and procedures are those that the council adopted; findings, timeliness, and what is open or closed are"
        " the same everywhere. { all = true } knows them too.",
        """
status  received_month
open    201705
closed  201706
closed  201707
""",
        """
[[table]]
id = "open"
title = "What is open"
facts = "representation"
unit = "complaints"
by = "status"

[[table.block]]
rows = [{ all = true }, { total = "Total" }]
""",
        ("2017/18",),
        (("Open", "1"), ("Closed", "2"), ("Total", "3")),
    ),
    Example(
        "What a council calls by words of its own",
        "{ matter = … } picks the terms that the council's vocabularies say are one. A decision of the Ombudsman is"
        " upheld, not_upheld, not_investigated or awaited, an outcome upheld, partially_upheld or not_upheld; every"
        " other term is not_said. So a definition that councils share counts the same things of all of them.",
        """
decision    decided_month
upheld      201705
not_upheld  201706
withdrawn   201707
""",
        """
[[table]]
id = "upheld"
title = "What the Ombudsman upheld"
facts = "ombudsman"
unit = "decisions"
base = "decided"

[[table.block]]
rows = [
  { label = "Upheld", where = { decision = { matter = "upheld" } } },
  { label = "Not upheld", where = { decision = { matter = "not_upheld" } } },
  { label = "Not investigated", where = { decision = { matter = "not_investigated" } } },
  { label = "Anything else", where = { decision = { matter = "not_said" } } },
  { total = "Decided" },
]
""",
        ("2017/18",),
        (("Upheld", "1"), ("Not upheld", "1"), ("Not investigated", "0"), ("Anything else", "1"), ("Decided", "3")),
        "facts_ombudsman",
    ),
    Example(
        "Those above a threshold",
        "`at_least` shows the terms that reach a number; it may stand with `top`.",
        _NATURES,
        """
[[table]]
id = "natures"
title = "What it was about"
facts = "representation"
unit = "complaints"
by = "nature"

[[table.block]]
rows = [{ at_least = 3, others = "Fewer than three" }, { total = "Total" }]
""",
        ("2017/18",),
        (("Communication", "3"), ("Fewer than three", "6"), ("Total", "9")),
    ),
    Example(
        "A total without a named team",
        "A total may leave codes out. It is held against the rows that are left, and is not what shares are of.",
        """
service    received_month
fostering  201705
team_east  201706
team_east  201707
home_care  201708
""",
        """
[[table]]
id = "teams"
title = "Teams"
facts = "representation"
unit = "complaints"
by = "service"
columns = [{}, { label = "%", share_of = "table" }]

[[table.block]]
rows = [
  "fostering",
  "team_east",
  "home_care",
  { total = "Total" },
  { total = "Total without Team East", without = ["team_east"] },
]
""",
        ("2017/18", "2017/18 %"),
        (
            ("Fostering", "1", "25%"),
            ("Team East", "2", "50%"),
            ("Home care", "1", "25%"),
            ("Total", "4", "100%"),
            ("Total without Team East", "2", "50%"),
        ),
    ),
)
