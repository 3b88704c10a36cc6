"""Each way in which a report's files can be wrong, one fault a case, and all faults of a file at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.spec.tables_examples import AUTHORITY

from putright.authorities import Authority
from putright.authorities.faults import AuthorityFaults
from putright.reporting.reading_report import load_report
from putright.rules import load_book

TABLES = """
[[table]]
id = "methods"
title = "Methods"
facts = "representation"
unit = "complaints"
base = "received"
where = { category = "statutory" }
by = "method"
years = [0, -1]
columns = [{}, { label = "%", share_of = "table" }]

[[table.block]]
rows = ["letter", { code = "e_mail", blank = ["%"] }, { total = "Total" }]

[[table]]
id = "stages"
title = "Stages"
facts = "stage"
unit = "complaints"
where = { responded_month = "any" }
subset_of = "methods"

[[table.block]]
group = "Stage 1"
rows = [
  { label = "quick", where = { working_days = { to = 10 } } },
  { label = "average", average = "working_days" },
]
"""
REPORT = """
title = "Report"
names = ["Children Act 1989"]

[lists]
recommendations = ["One", "Two"]

[[count]]
id = "refused"
title = "Refused"
facts = "representation"
unit = "complaints"
where = { type = "refused" }

[[figure]]
ids = ["letters"]
says = "Letters"
value = "[methods | Letter | this year]"
unit = "complaints"

[[figure]]
ids = ["limit"]
says = "Limit"
value = "limit(children_act_1989, local_resolution, response)"
unit = "days"

[[chart]]
id = "trend"
title = "Trend"
table = "methods"
kind = "line"

[[same]]
id = "total"
says = "Total"
values = ["[methods | Total | this year]", "[refused | this year]"]

[[not_computed]]
ids = ["cost"]
what = "Cost"
why = "There are no costs."
"""
DOCUMENT = """# Report

{{figure letters}} of {{year}}.

{{table methods}}

{{table stages}}

{{chart trend}}

{{list recommendations}}
"""


def written(folder: Path, tables: str = TABLES, report: str = REPORT, document: str = DOCUMENT) -> Path:
    for name, text in (("tables.toml", tables), ("report.toml", report), ("document.md", document)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> AuthorityFaults:
    with pytest.raises(AuthorityFaults) as caught:
        load_report(folder, AUTHORITY, load_book())
    return caught.value


def test_the_files_they_are_made_from_are_right(tmp_path: Path) -> None:
    definition = load_report(written(tmp_path), AUTHORITY, load_book())
    assert [table.id for table in definition.tables] == ["methods", "stages"]
    assert definition.lists == {"recommendations": ("One", "Two")}


FAULTY_TABLES = {
    "not TOML": ('id = "methods"', 'id = "methods', "is not TOML"),
    "misspelt key": ('base = "received"', 'bases = "received"', "bases: is not a known entry"),
    "missing title": ('title = "Methods"\n', "", "title: is missing"),
    "unknown facts": ('facts = "stage"', 'facts = "stages"', "is 'stages'. write one of: representation, stage"),
    "id twice": ('id = "stages"', 'id = "methods"', "has the same id as a table before it"),
    "unknown column": ("category = ", "catgory = ", "perhaps category is meant"),
    "column that is not asked about": ("{ category = ", "{ handler = ", "is not a column of facts_representation"),
    "another council's facts": ("{ category = ", "{ authority = ", "is not a column of facts_representation"),
    "unknown code": ('"letter"', '"leter"', "'leter' is not a code of the vocabulary. write 'letter'"),
    "code that is no text": ('"statutory"', "3", 'write a code, ["one", "two"] or { not = "one" }'),
    "month that is a number": ('responded_month = "any"', "responded_month = 201704", 'write "any" for a date'),
    "range of nothing": ("{ to = 10 }", "{ from = 11, to = 10 }", "nothing lies in"),
    "range of words": ("{ to = 10 }", "{ upto = 10 }", "write a number, or a range such as"),
    "unknown base": ('base = "received"', 'base = "answered"', "answered is not a month that facts_representation has"),
    "years to come": ("[0, -1]", "[1, 0]", "are not years up to the report's own"),
    "year twice": ("[0, -1]", "[0, 0]", "are not years up to the report's own"),
    "no rows": ('rows = ["letter", { code = "e_mail", blank = ["%"] }, { total = "Total" }]', "", "rows: are missing"),
    "row that is a number": ('rows = ["letter",', "rows = [5,", "row 1 is 5"),
    "code without a column": ('by = "method"\n', "", "nothing says of which column"),
    "row without a label": ('{ label = "quick", where', "{ where", "label: is missing"),
    "total of a part": ('{ total = "Total" }', '{ total = "Total", code = "letter" }', "is of its whole block"),
    "unknown share": (
        'share_of = "table"',
        'share_of = "tables"',
        "write row, block or table, the id of a table above",
    ),
    "share of a table without total": (
        'unit = "complaints"\nwhere = { responded_month = "any" }\nsubset_of = "methods"',
        'unit = "complaints"\ncolumns = [{}]\n[[table.block]]\nrows = [{ label = "all" }]\n[[table]]\nid = "more"\n'
        'title = "More"\nfacts = "stage"\nunit = "complaints"\ncolumns = [{ label = "%", share_of = "stages" }]',
        "stages has no total",
    ),
    "share of a year that is not shown": (
        'where = { responded_month = "any" }',
        'years = [-2]\ncolumns = [{ label = "%", share_of = "methods" }]',
        "methods does not show the years [-2]",
    ),
    "misspelt code of the product's own": (
        '{ responded_month = "any" }',
        '{ timeliness = "late" }',
        "'late' is not a code of the vocabulary. write one of: met, missed, running, not_known",
    ),
    "blank of no column": ('blank = ["%"]', 'blank = ["share"]', "there is no column share"),
    "unknown rounding": (
        'by = "method"',
        'by = "method"\nrounding = "up"',
        "write one of: half_up, half_even, truncated",
    ),
    "subset of nothing": ('subset_of = "methods"', 'subset_of = "method"', "write the id of a table above this one"),
    "average of a term": ('average = "working_days"', 'average = "stage"', "is not a column of numbers"),
    "average, each once": (
        'where = { responded_month = "any" }',
        "once_each = true",
        "is of facts, but the table counts each representation once",
    ),
    "average of unsaid days": (
        'average = "working_days"',
        'average = "working_days", unit = "days"',
        "is in working days",
    ),
    "share of a row, on a row": ("{ to = 10 } }", '{ to = 10 } }, share_of = "row"', "it is a column that can have it"),
    "two measures at once": ('average = "working_days"', 'average = "working_days", sum = "working_days"', "at once"),
    "too many decimals": ('share_of = "table"', 'share_of = "table", decimals = 3', "write at most 2"),
    "shown by no name": ('share_of = "table"', 'share_of = "table", shown = "{share}"', "write it of {value}, {above}"),
    "share of an unknown column": (
        'share_of = "table"',
        'share_of = { where = { pursued = "no" } }',
        "is not a column of facts_representation to ask about",
    ),
    "columns of one name": ("columns = [{}, {", "columns = [{}, {}, {", "has two columns ''"),
    "quarter that is none": ('{ label = "%"', '{ quarter = 5, label = "%"', "write 1, 2, 3 or 4"),
    "quarters twice": (
        'columns = [{}, { label = "%", share_of = "table" }]\n\n[[table.block]]\nrows = [',
        'columns = [{ quarters = true }, { label = "%" }]\n\n[[table.block]]\nrows = [{ quarters = true }, ',
        "has quarters as rows and as columns",
    ),
    "change since no year": (
        "columns = [{}, ",
        'columns = [{}, { change = "number", since = -2 }, ',
        "compares this year with -2",
    ),
    "change of no column": (
        "columns = [{}, ",
        'columns = [{}, { change = "points", of = "share" }, ',
        "compares no column",
    ),
    "points of a number": ("columns = [{}, ", 'columns = [{}, { change = "points" }, ', "points are of percentages"),
    "percent of a percentage": (
        "columns = [{}, ",
        'columns = [{}, { change = "percent", of = "%" }, ',
        "points are of",
    ),
    "change that counts": (
        "columns = [{}, ",
        'columns = [{}, { change = "number", quarter = 1 }, ',
        "this one compares",
    ),
    "years twice": ('rows = ["letter"', 'rows = [{ years = [0, -1] }, "letter"', "write years in one place"),
    "years to compare in columns": (
        "years = [0, -1]\ncolumns = [{}, ",
        'columns = [{}, { change = "number" }, ',
        "compares this year with -1, but the table shows 0",
    ),
    "ranked by what one has several of": (
        'where = { responded_month = "any" }\nsubset_of = "methods"\n\n[[table.block]]\ngroup = "Stage 1"\nrows = [',
        'where = { responded_month = "any" }\nonce_each = true\n[[table.block]]\nby = "finding"\nrows = [{ top = 3 },',
        "ranks finding, of which a representation may have several",
    ),
    "top of none": (
        'rows = ["letter"',
        'rows = [{ top = 0 }, "letter"',
        "write a whole number of at least 1",
    ),
    "ranked twice": (
        'rows = ["letter"',
        'rows = [{ top = 1, others = "Others" }, { at_least = 2 }, "letter"',
        "ranks its rows twice",
    ),
    "share of a year of a row that is not shown": (
        '{ label = "quick", where',
        '{ label = "%", years = [-2], share_of = "methods" },\n  { label = "quick", where',
        "which has no total for the row %",
    ),
    "groups that are not there": (
        'rows = ["letter"',
        'rows = [{ groups = true }, "letter"',
        "there are no groups of method",
    ),
    "left out of no total": (
        '{ code = "e_mail", ',
        '{ without = ["letter"], code = "e_mail", ',
        "of a row that is no total",
    ),
    "half a row left out": (
        'rows = ["letter", { code = "e_mail", blank = ["%"] }, { total = "Total" }]',
        'rows = [{ codes = ["letter", "e_mail"], label = "Post" }, { total = "Total", without = ["letter"] }]',
        "leaves out part of Post",
    ),
    "rate of nothing": ('share_of = "table"', 'rate = { per = 1000, of = "cases" }', "there is no activity 'cases'"),
    "comparators of nothing": (
        'rows = ["letter"',
        'rows = [{ comparators = { share = "upheld" } }, "letter"',
        "there is no comparator 'upheld'",
    ),
    "changed in the middle of a month": (
        '[[table.block]]\nrows = ["letter"',
        '[[table.changed]]\non = 2017-04-02\nsays = "So."\n\n[[table.block]]\nrows = ["letter"',
        "is not the first day of a month",
    ),
    "no such group": (
        '"letter", { code = "e_mail", blank = ["%"] }',
        '{ terms_of = "Paper" }',
        "there are no such terms of method",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_TABLES.values(), ids=FAULTY_TABLES.keys())
def test_a_fault_of_the_tables_is_named(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in TABLES
    faults = refused(written(tmp_path, tables=TABLES.replace(right, wrong)))
    assert says in str(faults)
    assert {fault.file for fault in faults.faults} >= {"tables.toml"}


FAULTY_REPORT = {
    "no title": ('title = "Report"\n', "", "title: is missing"),
    "unknown table": ("[methods | Letter", "[method | Letter", "there is no table 'method'"),
    "unknown row": ("| Letter |", "| Letters |", "methods has 0 rows 'Letters'"),
    "unknown year": ("| Letter | this year]", "| Letter | next year]", "methods has no column 'next year'"),
    "year that is not shown": ("| Letter | this year]", "| Letter | two years before]", "methods has no column"),
    "half an expression": ('this year]"\nunit', 'this year] +"\nunit', "ends where a number, a [cell] or a function"),
    "two values": ('this year]"\nunit', 'this year] 3"\nunit', "goes on with '3' where it should end"),
    "program text": ("[methods | Letter | this year]", "__import__(os)", "there is no function '__import__'"),
    "unknown function": ("limit(", "limits(", "there is no function 'limits'; there are share"),
    "too few names": ("(children_act_1989, local_resolution, response)", "()", "limit is given 0 names"),
    "the least of nothing": ("[methods | Letter | this year]", "least()", "least is given 0 names and 0 values"),
    "unknown procedure": ("children_act_1989, local", "children_act, local", "There is no procedure “children_act”"),
    "unknown limit": ("response)", "answer)", "There is no time limit of children_act_1989, local_resolution"),
    "chart of no table": ('table = "methods"', 'table = "trend"', "write one of: methods, stages"),
    "target that is not there": (
        "limit(children_act_1989, local_resolution, response)",
        "target(children_act_1989, investigation, response)",
        "authority.toml has no target for children_act_1989 investigation response",
    ),
    "chart with the id of a table": ('[[chart]]\nid = "trend"', '[[chart]]\nid = "methods"', "has the id of a table"),
    "figure twice": ('ids = ["limit"]', 'ids = ["letters"]', "figure letters: is declared more than once"),
    "not computed and computed": ('ids = ["cost"]', 'ids = ["limit"]', "figure limit: is declared more than once"),
    "misspelt key": ('says = "Limit"', 'say = "Limit"', "say: is not a known entry"),
    "length of no list": ("limit(children_act_1989, local_resolution, response)", "length(names)", "no list 'names'"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_REPORT.values(), ids=FAULTY_REPORT.keys())
def test_a_fault_of_the_report_is_named(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in REPORT
    assert says in str(refused(written(tmp_path, report=REPORT.replace(right, wrong))))


FAULTY_DOCUMENT = {
    "unknown table": ("{{table methods}}", "{{table method}}", "{{table method}}: there is no such table"),
    "unknown chart": ("{{chart trend}}", "{{chart trends}}", "{{chart trends}}: there is no such chart"),
    "unknown list": ("{{list recommendations}}", "{{list none}}", "{{list none}}: there is no such list"),
    "unknown figure": ("{{figure letters}}", "{{size letter}}", "{{size letter}}: there is no such figure"),
    "unknown word": ("{{year}}", "{{years}}", "{{years}}: is not understood"),
    "a table in a sentence": ("{{table methods}}", "See {{table methods}}.", "{{table methods}}: is not understood"),
}


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_DOCUMENT.values(), ids=FAULTY_DOCUMENT.keys())
def test_a_fault_of_the_document_is_named(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in DOCUMENT
    assert says in str(refused(written(tmp_path, document=DOCUMENT.replace(right, wrong))))


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_DOCUMENT.values(), ids=FAULTY_DOCUMENT.keys())
def test_a_fault_of_the_key_facts_is_named(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    (written(tmp_path) / "key-facts.md").write_text(DOCUMENT.replace(right, wrong), encoding="utf-8")
    assert f"key-facts.md, {says}" in str(refused(tmp_path))


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    faults = refused(
        written(
            tmp_path,
            tables=TABLES.replace('"letter"', '"leter"').replace("{ to = 10 }", "{ upto = 10 }"),
            report=REPORT.replace("limit(", "limits(").replace('kind = "line"', 'kind = "pie"'),
            document=DOCUMENT.replace("{{year}}", "{{years}}"),
        )
    )
    places = [f"{fault.file}, {fault.place}" for fault in faults.faults]
    assert places == [
        "tables.toml, table 1 (methods) block 1 row 1 (leter) where method",
        "tables.toml, table 2 (stages) block 1 (Stage 1) row 1 (quick) where working_days",
        "report.toml, figure 1 (Letters) value",
        "report.toml, figure 2 (Limit) value",
        "report.toml, chart 1 (trend) kind",
        "document.md, {{years}}",
    ]


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    assert [fault.file for fault in refused(tmp_path).faults] == ["tables.toml", "report.toml", "document.md"]


FAULTY_ACTIVITY = {
    "not whole months": ("to = 2018-03-31", "to = 2018-03-30", "is not a number of whole months"),
    "unknown part": ('{ method = "letter" }', '{ team = "letter" }', "team is not a column with a vocabulary"),
    "unknown code": ('{ method = "letter" }', '{ method = "leter" }', "'leter' is not a code of method"),
    "count that is none": ("count = 5", "count = -5", "write a whole number of at least 0"),
    "no source": ('source = "Returns"\n', "", "source: is missing"),
    "no note": ('note = "Report"', "", "note: is missing"),
    "value that is a text": ("value = 5.5", 'value = "5.5"', "write the number as it was published"),
    "misspelt key": ("value = 5.5", "value = 5.5\nvalues = 6", "values: is not a known entry"),
    "other parts than before": (
        "[[comparator]]",
        '[[activity]]\nmeasure = "cases"\nfrom = 2016-04-01\nto = 2017-03-31\ncount = 5\nsource = "S"\n[[comparator]]',
        "name the same columns in every entry of a measure",
    ),
    "twice": (
        "[[comparator]]",
        '[[comparator]]\nmeasure = "upheld"\ncouncil = "Northtown"\nfrom = 2017-04-01\nto = 2018-03-31\nvalue = 6\n'
        'note = "N"\n[[comparator]]',
        "is entered twice for the same months",
    ),
}
ACTIVITY = """
[[activity]]
measure = "cases"
from = 2017-04-01
to = 2018-03-31
of = { method = "letter" }
count = 5
source = "Returns"

[[comparator]]
measure = "upheld"
council = "Northtown"
from = 2017-04-01
to = 2018-03-31
value = 5.5
note = "Report"
"""


def with_activity(folder: Path, text: str) -> Authority:
    (folder / "activity").mkdir()
    (folder / "activity" / "returns.toml").write_text(text, encoding="utf-8")
    return replace(AUTHORITY, folder=folder)


def test_the_numbers_from_elsewhere_it_is_made_from_are_right(tmp_path: Path) -> None:
    definition = load_report(written(tmp_path), with_activity(tmp_path, ACTIVITY), load_book())
    assert [entry.count for entry in definition.imported.activity] == [5]
    assert [entry.value for entry in definition.imported.comparators] == [Decimal("5.5")]


@pytest.mark.parametrize(("right", "wrong", "says"), FAULTY_ACTIVITY.values(), ids=FAULTY_ACTIVITY.keys())
def test_a_fault_of_the_numbers_from_elsewhere_is_named(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in ACTIVITY
    with pytest.raises(AuthorityFaults) as caught:
        load_report(written(tmp_path), with_activity(tmp_path, ACTIVITY.replace(right, wrong)), load_book())
    assert says in str(caught.value)
    assert {fault.file for fault in caught.value.faults} == {"activity/returns.toml"}
