"""Writes docs/reference/tables.md from the examples: python -m tests.spec.tables_page"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.spec.tables_examples import EXAMPLES, FIGURES, Example

from putright.facts.schema import TABLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "tables.md"
HEAD = """# Tables and figures of a report

Written from examples that are each a test (`PYTHONPATH=src:. .venv/bin/python -m tests.spec.tables_page`); a test holds
it current. A report is a folder, `councils/<council>/reports/<report>/`: its tables in `tables.toml`, its figures,
charts and checks in `report.toml`, its prose in `document.md` and, if it has one, its page of key facts in
`key-facts.md`, in the same language; numbers that no record gives are in the council's folder `activity`. Every fault
of them is named at once when they are read.
"""
FIGURES_HEAD = """## Figures

A number in a sentence is a figure of `report.toml`, never typed:

```toml
[[figure]]
ids = ["letters"]
says = "Share of complaints made by letter"
value = "share([methods | Letter | this year], [methods | Total | this year])"
unit = "percent"
decimals = 0
```

A cell is [table | row | column] or [table | group | row | column]; the column is `this year`, `last year` or `two years
before`, followed by its group and label within the year. A change, and a column of a table of one year, is called by
its label alone; a row about a year of its own is `this year`, `last year` and so on. Numbers are joined by + - * / and
parentheses, exactly, and rounded last. `share(a, b)` is a in per cent of b; `change(a, b)` is by how many per cent a is
more than b; `least` and `most` are of any number of values, all of them known; `limit`, `extended`, `shortest`,
`stages` and `posts` ask the rule book, `target` the council's own targets; `length` is the length of a list. Over the
first table above:

| Expression | Value |
|---|---|
"""
DOCUMENT = """## Prose

`document.md` is Markdown. On a line of its own, `{{table methods}}`, `{{chart trend}}` and `{{list recommendations}}`
place a table, a chart and a list. In a sentence:

| Written | Printed |
|---|---|
| `{{figure letters}}` | the figure with its unit: 67%, 1 complaint, 10 working days |
| `{{size letters}}` | the same without its sign |
| `{{moved letters}}` | rose, fell or changed, by its sign |
| `{{year}}`, `{{last year}}` | 2017/18, 2016/17 |
| `{{from}}`, `{{to}}` | 1 April 2017, 31 March 2018 |

A digit typed in the prose is named by a check, unless it is part of one of the `names` in `report.toml`.

## Charts, counts and checks

`[[chart]]` draws a table's rows over its years (`kind` is line or bar; `rows = "totals"` draws the groups' totals; the
`most` largest stand by themselves, the largest first or in the `order = "table"`, and the rest are added up; with
`along = "rows"` bars lie along the rows, with a colour for each year, so that many rows with long labels can be read);
of a table that is nothing but its total, the total is drawn. `[[count]]` is a table of one total, or with blocks of
any rows, that is not printed, for figures to be worked out from; with `columns = [{ activity = … }]` it gives numbers
from elsewhere. `[[same]]` lists expressions that must have one value. `[[not_computed]]` says plainly what the records
cannot give, and why.

## Columns that can be asked about
"""


def page() -> str:
    """The page, as Markdown."""
    lines = [HEAD]
    for example in EXAMPLES:
        lines += _example(example)
    cells = [(text.replace("|", r"\|"), value) for text, value in FIGURES]
    lines += [FIGURES_HEAD + "\n".join(f"| `{text}` | {value} |" for text, value in cells), "", DOCUMENT]
    for table in TABLES:
        lines += [f"### `{table.name.removeprefix('facts_')}`: one {table.counts} a row", ""]
        lines += ["| Column | Holds | Meaning |", "|---|---|---|"]
        lines += [
            f"| `{column.name}` | {column.kind} | {column.meaning} |"
            for column in table.columns
            if column.kind in ("term", "month", "count") and column.name != "authority"
        ]
        lines.append("")
    return "\n".join(lines)


def _example(example: Example) -> Iterator[str]:
    yield f"## {example.title}\n"
    yield f"{example.says}\n"
    for written in filter(None, (example.toml.strip(), example.report.strip())):
        yield f"```toml\n{written}\n```\n"
    yield f"With these rows of `{example.table}`:\n"
    yield f"```\n{example.facts.strip()}\n```\n"
    table, facts = example.more_facts
    if table:
        yield f"and these of `{table}`:\n"
        yield f"```\n{facts.strip()}\n```\n"
    if example.activity:
        yield "and this file of the folder `activity`:\n"
        yield f"```toml\n{example.activity.strip()}\n```\n"
    yield "it prints:\n"
    yield f"| | {' | '.join(example.columns)} |"
    yield f"|---|{'---:|' * len(example.columns)}"
    for label, *cells in example.rows:
        yield f"| {label} | {' | '.join(cells)} |"
    yield ""
    for note in example.notes:
        yield f"{note}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
