"""A council of a few terms, and what an example of docs/reference/tables.md is: a definition and what it prints.

Facts are written as columns of words; columns left out are blank. Every example is about the year 2017/18.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from putright.authorities import Authority, Term, Vocabulary
from putright.authorities.authority import AdoptedProcedure, LocalTarget


def _vocabulary(name: str, *terms: Term) -> Vocabulary:
    return Vocabulary(name, name, terms)


AUTHORITY = Authority(
    slug="example",
    name="Example Council",
    year_starts_month=4,
    folder=Path(),
    procedures={
        "children_act_1989": AdoptedProcedure(
            procedure="children_act_1989",
            category="statutory",
            stage_labels={"local_resolution": "Stage 1", "investigation": "Stage 2", "review_panel": "Stage 3"},
            targets=(LocalTarget("local_resolution", "response", 8, "working_day"),),
        )
    },
    uncategorised="other",
    vocabularies={
        vocabulary.name: vocabulary
        for vocabulary in (
            _vocabulary("category", Term("statutory", "Statutory"), Term("corporate", "Corporate")),
            _vocabulary("method", Term("letter", "Letter"), Term("e_mail", "E-mail"), Term("in_person", "In person")),
            _vocabulary(
                "received_from",
                Term("parent", "Parent", "Family"),
                Term("grandparent", "Grandparent", "Family"),
                Term("young_person", "Young person", "Young people"),
            ),
            _vocabulary(
                "gender",
                Term("female", "Female"),
                Term("male", "Male"),
                Term("not_known", "Not known"),
                Term("not_asked", "Not asked"),
                Term("not_stated", "Not stated"),
                Term("prefer_not_to_say", "Prefer not to say"),
            ),
            _vocabulary(
                "type", Term("complaint", "Complaint"), Term("compliment", "Compliment"), Term("refused", "Refused")
            ),
            _vocabulary(
                "nature",
                Term("communication", "Communication"),
                Term("conduct", "Staff conduct"),
                Term("finance", "Finance"),
                Term("delay", "Delay"),
            ),
            _vocabulary(
                "service",
                Term("fostering", "Fostering", "Children"),
                Term("team_east", "Team East", "Children"),
                Term("home_care", "Home care", "Adults"),
                Term("corporate", "Corporate", "Resources"),
            ),
            _vocabulary("outcome", Term("apology", "Apology"), Term("escalated", "Escalated to Stage 3")),
            _vocabulary(
                "decision",
                Term("upheld", "Upheld", matter="upheld"),
                Term("not_upheld", "Not upheld", matter="not_upheld"),
            ),
        )
    },
    mappings={},
)


@dataclass(frozen=True)
class Example:
    """A table's definition, the facts it counts and what it prints: a label and its cells for each row.

    `activity` is a file of numbers from elsewhere; `notes` are printed below the table. `report` is what stands in
    report.toml, for a table that is put together; `more_facts` are those of a second table of facts, by its name.
    """

    title: str
    says: str
    facts: str
    toml: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    table: str = "facts_representation"
    activity: str = ""
    notes: tuple[str, ...] = ()
    report: str = ""
    more_facts: tuple[str, str] = ("", "")
