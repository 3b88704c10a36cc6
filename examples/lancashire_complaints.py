"""The complaints of one year of Lancashire's: adult social care, children's social care, outside the procedures.

Stage 0 is no stage of any procedure, so an early resolution is a type of feedback. Its answer is an answer under the
procedure all the same, and the procedure's time limits run.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from examples.building import Row, allot, between, later, mixed, rows_of, scaled, spread, those, year, years_label
from examples.published import Published

REPORT = Published("lancashire", "social-care-annual-2018-19")
ADULTS, CHILDREN, INCLUSION = "Adult Social Care", "Children's Social Care", "Inclusion Service"
COMPLAINT, EARLY = "Complaint", "Early resolution"
JOINT, OF_ADULTS = "Joint with the NHS", "Adult social care"
STATUTORY, OUTSIDE = "Children's social care", "Outside the statutory procedures"
UPHELD, PARTLY, NOT_UPHELD, WITHDRAWN = "Upheld", "Partly upheld", "Not upheld", "Withdrawn"
BEFORE, REPORTED = 2017, 2018
LAST_ANSWER_FOR_ADULTS = date(2019, 3, 29)
"""The report counts the outcomes of adult complaints at the end of the year, those of children's later."""

Kind = tuple[str, str | None]
"""The type of a complaint and its outcome; None for one that is open or has none recorded."""


def _early(count: int) -> dict[Kind, int]:
    """So many early resolutions by how they ended."""
    return scaled({(EARLY, "Resolved early"): 7, (EARLY, "Signposted"): 2, (EARLY, WITHDRAWN): 1}, count)


# The report's sentences divide the formal complaints of 2018/19 by outcome; two upheld at Stage 0 make up graph 6. Of
# 2017/18 it says less: that 15 of those withdrawn were formal complaints is made up.
_FORMAL = {outcome: int(REPORT.figure(name)) for outcome, name in
           ((UPHELD, "s48"), (PARTLY, "s50"), (NOT_UPHELD, "s53"), (None, "s55"), (WITHDRAWN, "s57"))}  # fmt: skip
ADULT_KINDS: dict[int, dict[Kind, int]] = {
    REPORTED: {
        **_early(215 - _FORMAL[WITHDRAWN]),
        (EARLY, PARTLY): 163 - _FORMAL[UPHELD] - _FORMAL[PARTLY],
        (EARLY, None): 85 - _FORMAL[None],
        **{(COMPLAINT, outcome): count for outcome, count in _FORMAL.items()},
    },
    BEFORE: {
        **_early(201 - 15),
        (EARLY, None): 207 - (201 - 15),
        (COMPLAINT, UPHELD): 78,
        (COMPLAINT, PARTLY): 163 - 78,
        (COMPLAINT, NOT_UPHELD): 67,
        (COMPLAINT, WITHDRAWN): 15,
        (COMPLAINT, None): 333 - 163 - 67 - 15,
    },
}
JOINT_OUTCOMES = {None: 6, NOT_UPHELD: 14, PARTLY: 10, UPHELD: 5, WITHDRAWN: 4}
JOINT_ABOUT = {
    "Integrated Mental Health": 11,
    "Support Planning": 11,
    "Care Provision": 9,
    "Assessment": 4,
    "Review": 2,
    "Safeguarding Process": 2,
}
# Graph 12 by graph 11: every early resolution ended as one, and the rest of those who withdrew were at Stage 1.
CHILD_KINDS: dict[int, dict[Kind, int]] = {
    REPORTED: {
        **_early(135),
        (COMPLAINT, UPHELD): 28,
        (COMPLAINT, PARTLY): 50,
        (COMPLAINT, NOT_UPHELD): 30,
        (COMPLAINT, WITHDRAWN): 148 - 135,
        (COMPLAINT, None): 289 - 256,
    },
    BEFORE: {
        **_early(150),
        (COMPLAINT, UPHELD): 13,
        (COMPLAINT, PARTLY): 23,
        (COMPLAINT, NOT_UPHELD): 15,
        (COMPLAINT, WITHDRAWN): 154 - 150,
        (COMPLAINT, None): 280 - 205,
    },
}
WITHOUT_STAGE = {REPORTED: 289 - 279, BEFORE: 280 - 265}
INVESTIGATED = {REPORTED: 3, BEFORE: 2}
"""Complaints that went to Stage 2; the first of 2018/19 went on to Stage 3."""
FROM_CHILDREN = {REPORTED: {"Child or young person": 18, "Advocate of a child": 7},
                 BEFORE: {"Child or young person": 15, "Advocate of a child": 6}}  # fmt: skip


def adults(begins: int) -> list[Row]:
    """The complaints about adult social care received in a year, those joint with the NHS among them."""
    printed = REPORT.column("graph-1-asc", years_label(begins))
    kinds = ADULT_KINDS.get(begins) or scaled(ADULT_KINDS[BEFORE], printed["ASC"])
    rows = _complaints(begins, kinds, service=ADULTS)
    formal = those(rows, type=COMPLAINT)
    if begins == REPORTED:
        joint = [row for outcome, count in JOINT_OUTCOMES.items() for row in
                 mixed(those(formal, outcome=outcome), f"joint {outcome}")[:count]]  # fmt: skip
        allot(joint, "about", JOINT_ABOUT)
    else:
        joint = mixed(formal, f"joint {begins}")[: printed["Joint"]]
    for row in joint:
        row["procedure"] = JOINT
    allot(rows, "procedure", {JOINT: len(joint)}, rest=OF_ADULTS)
    about = REPORT.column("graph-7", years_label(begins if begins == REPORTED else BEFORE))
    about["(blank)"] += ADULT_TOTALS[begins] - sum(about.values()) if begins in ADULT_TOTALS else 0
    allot(rows, "about", about if begins in ADULT_TOTALS else scaled(about, len(rows)))
    for row in mixed([row for row in formal[:90] if row["outcome"] in (UPHELD, PARTLY)], "slow")[:10]:
        row["slow"] = begins == REPORTED
    for place, row in enumerate(rows):
        least, most = (1, 15) if row["type"] == EARLY else (10, 75)
        least, most = (135, 155) if row.get("slow") else (least, most)
        _answer(row, between(least, most, f"adults {begins}", place))
        if begins == REPORTED and row["outcome"]:
            _end_by(row, LAST_ANSWER_FOR_ADULTS)
    return rows


ADULT_TOTALS = {BEFORE: 540, REPORTED: 538}


def statutory(begins: int) -> list[Row]:
    """The complaints about children's social care received in a year, under the Children Act."""
    printed = REPORT.column("graph-1-cyp", years_label(begins))["CYP Stat"]
    kinds = CHILD_KINDS.get(begins) or scaled(CHILD_KINDS[BEFORE], printed)
    rows = _complaints(begins, kinds, service=CHILDREN, procedure=STATUTORY)
    compared = begins in CHILD_KINDS
    about = REPORT.column("graph-13", years_label(begins if compared else BEFORE))
    allot(rows, "about", about if compared else scaled(about, printed), rest="(blank)")
    if compared:
        allot(mixed(rows, "young")[: sum(FROM_CHILDREN[begins].values())], "from", FROM_CHILDREN[begins])
    for row in mixed(those(rows, type=COMPLAINT, outcome=None), "unstaged")[: WITHOUT_STAGE.get(begins, 0)]:
        row["unstaged"] = True
    formal = [row for row in rows[:90] if row["outcome"] in (PARTLY, NOT_UPHELD) and row["type"] == COMPLAINT]
    investigated = formal[: INVESTIGATED.get(begins, 0)]
    for row in investigated:
        row["investigated"] = True
    if begins == REPORTED:
        _mark_over_twenty_days(rows)
    for place, row in enumerate(rows):
        if "unstaged" in row:
            _end(row, later(_day(row), between(3, 20, f"unstaged {begins}", place)), begins)
            continue
        least, most = (21, 60) if "slow" in row else (1, 12) if row["type"] == EARLY else (6, 20)
        _answer(row, between(least, most, f"children {begins}", place))
    for place, row in enumerate(investigated):
        _investigate(row, panel=begins == REPORTED and place == 0)
    return rows


def outside(begins: int) -> list[Row]:
    """The complaints about children's services received in a year that no statutory procedure takes."""
    about = REPORT.column("graph-14", years_label(begins if begins == REPORTED else BEFORE))
    if begins < BEFORE:
        about.pop("Inclusion Service")
        about = scaled(about, REPORT.column("graph-1-cyp", years_label(begins))["CYP Non Stat"])
    rows = rows_of(sum(about.values()), procedure=OUTSIDE, type=COMPLAINT)
    spread(rows, "received", *year(begins))
    allot(rows, "about", about)
    allot(rows, "outcome", scaled({UPHELD: 2, PARTLY: 3, NOT_UPHELD: 4, WITHDRAWN: 1}, len(rows)))
    for place, row in enumerate(rows):
        row["service"] = INCLUSION if row["about"] == "Inclusion Service" else CHILDREN
        row["closed"] = later(_day(row), between(8, 40, f"outside {begins}", place))
    return rows


def _complaints(begins: int, kinds: dict[Kind, int], **same: str) -> list[Row]:
    """Complaints received over a year, with their type and outcome; what is open is among the last of the last year."""
    rows = rows_of(sum(kinds.values()), **same)
    spread(rows, "received", *year(begins))
    if begins == REPORTED:
        is_open = {kind: count for kind, count in kinds.items() if kind[1] is None}
        number = sum(is_open.values())
        allot(mixed(rows[-2 * number :], "open")[:number], "kind", is_open)
        last = [row for row in rows[-number * 2 // 3 :] if "kind" not in row]
        allot(last, "kind", {(EARLY, "Resolved early"): len(last)})
    allot(rows, "kind", kinds)
    for row in rows:
        kind = row.pop("kind")
        if isinstance(kind, tuple):
            row["type"], row["outcome"] = kind
    return rows


def _mark_over_twenty_days(rows: Sequence[Row]) -> None:
    """Mark those whose answer took more than twenty working days: as many as the report says, most of them formal."""
    answered = [row for row in rows if row["outcome"] not in (None, WITHDRAWN) and "investigated" not in row]
    formal = mixed(those(answered, type=COMPLAINT), "slow")[:85]
    early = mixed(those(answered, type=EARLY), "slow")[: int(REPORT.figure("s118")) - len(formal)]
    for row in formal + early:
        row["slow"] = True


def _answer(row: Row, working_days: int) -> None:
    """Start the first stage on receipt and, unless it is open, answer it; a withdrawal has a closing letter."""
    row["s1_started"] = _day(row)
    if row["outcome"] or _day(row) < date(REPORTED, 4, 1):
        row["closed"] = row["s1_answered"] = later(_day(row), working_days)


def _end(row: Row, on: date, begins: int) -> None:
    """Close what never came to a stage, but for what is still open."""
    if begins < REPORTED:
        row["closed"] = on


def _end_by(row: Row, last: date) -> None:
    for column in ("closed", "s1_answered"):
        ended = row.get(column)
        if isinstance(ended, date):
            row[column] = min(ended, last)


def _investigate(row: Row, *, panel: bool) -> None:
    """Take an answered complaint to Stage 2, and to Stage 3."""
    answered = row["s1_answered"]
    for stage, before, taken in (("s2", 12, 58), ("s3", 10, 35)):
        if not isinstance(answered, date) or (stage == "s3" and not panel):
            return
        row[f"{stage}_requested"] = later(answered, before)
        row[f"{stage}_started"] = later(answered, before + 2)
        row[f"{stage}_answered"] = row["closed"] = answered = later(answered, before + 2 + taken)


def _day(row: Row) -> date:
    received = row["received"]
    if not isinstance(received, date):
        raise TypeError(f"{row} was not received")
    return received
