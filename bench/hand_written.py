"""The 25 tables of the Hampshire report as somebody fluent in DuckDB would write them, and as pandas crosstabs.

Both give the counts that the tables rest on. `SQL` and `CROSSTABS` are keyed alike: one entry a table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

BOTH = "category IN ('statutory','non_statutory')"
YOUNG = "received_from = 'service_user_young_person'"
YEAR = "CASE WHEN received_month >= 201704 THEN 2017 WHEN received_month >= 201604 THEN 2016 ELSE 2015 END"
THREE, TWO, ONE = (
    f"authority = 'hampshire' AND received_month BETWEEN {first} AND 201803" for first in (201504, 201604, 201704)
)
FROM = "FROM facts_representation"


def _by(column: str, where: str, span: str) -> str:
    return f"SELECT {column}, {YEAR}, COUNT(*) {FROM} WHERE {span} AND {where} GROUP BY ALL"


def _in_year(start: int) -> str:
    months = f"BETWEEN {start}04 AND {start + 1}03"
    return f"(received_month {months} OR responded_month {months})"


_STAGE_COLUMNS = ", ".join(
    f"COUNT(*) FILTER ({_in_year(year)}), SUM(working_days) FILTER ({_in_year(year)})" for year in (2017, 2016, 2015)
)
_STAGES = f"""
SELECT procedure, stage,
  CASE WHEN working_days <= 10 THEN 10 WHEN working_days <= 20 THEN 20 WHEN working_days <= 25 THEN 25
       WHEN working_days < 50 THEN 49 WHEN working_days = 50 THEN 50 WHEN working_days <= 65 THEN 65 ELSE 66 END,
  {_STAGE_COLUMNS}
FROM facts_stage WHERE authority = 'hampshire' AND type = 'complaint' AND responded_month > 0
  AND (received_month BETWEEN 201504 AND 201803 OR responded_month BETWEEN 201504 AND 201803) GROUP BY ALL"""
_OUTCOMES = f"""
SELECT outcome, category, COUNT(DISTINCT representation_id) FROM facts_stage
WHERE authority = 'hampshire' AND type = 'complaint' AND responded_month > 0
  AND stage <> 'corporate_local_resolution' AND {_in_year(2017)} {{young}} GROUP BY ALL"""

SQL: dict[str, str] = {
    "table-1a": f"SELECT category, type, {YEAR}, COUNT(*) {FROM} WHERE {TWO} GROUP BY ALL",
    "table-1b": _by("category, refusal_reason", "type = 'refused'", TWO),
    "table-2": _STAGES,
    "table-3a": _by("method", BOTH, THREE),
    "table-3b": _by(f"method, {YOUNG}", BOTH, THREE),
    "table-4a": _by("received_from", BOTH, THREE),
    "table-5a": _by("nature", "category = 'statutory'", TWO),
    "table-5b": _by("nature", f"{BOTH} AND {YOUNG}", TWO),
    "table-5c": _by("nature", "category = 'non_statutory'", TWO),
    "table-6a": _by("service", "category = 'statutory'", TWO),
    "table-6b": _by("service", f"category = 'statutory' AND {YOUNG}", TWO),
    "table-6c": _by("service", "category = 'non_statutory'", TWO),
    "table-7a": _by("outcome_sought, category", f"{BOTH} AND outcome_sought <> 'not_recorded'", TWO),
    "table-7b": _by("outcome_sought, category", f"{BOTH} AND outcome_sought <> 'not_recorded' AND {YOUNG}", TWO),
    "table-8a": _OUTCOMES.format(young=""),
    "table-8b": _OUTCOMES.format(young=f"AND {YOUNG}"),
    "table-9": """
SELECT referral_type, decision, referred_month BETWEEN 201704 AND 201803, COUNT(*) FROM facts_ombudsman
WHERE authority = 'hampshire' AND (referred_month BETWEEN 201704 AND 201803 OR decided_month BETWEEN 201704 AND 201803)
GROUP BY ALL""",
    **{
        f"table-10{letter}": _by(column, BOTH, ONE)
        for letter, column in zip("abcd", ("disability", "gender", "age_band", "ethnicity"), strict=True)
    },
    **{
        f"table-11{letter}": _by(column, f"{BOTH} AND {YOUNG}", ONE)
        for letter, column in zip("abcd", ("disability", "gender", "age_band", "ethnicity"), strict=True)
    },
}


def frames(connection: Any, *, as_categories: bool) -> dict[str, pd.DataFrame]:
    """The three fact tables as data frames: terms as text, as pandas reads them from a database, or as categories."""
    read = {
        "r": "SELECT category, type, refusal_reason, received_from, method, nature, service, outcome_sought, gender, "
        "age_band, ethnicity, disability, received_month FROM facts_representation WHERE authority = 'hampshire'",
        "s": "SELECT representation_id, category, type, received_from, outcome, procedure, stage, received_month, "
        "responded_month, working_days FROM facts_stage WHERE authority = 'hampshire'",
        "o": "SELECT referral_type, decision, referred_month, decided_month FROM facts_ombudsman "
        "WHERE authority = 'hampshire'",
    }
    found = {name: connection.execute(sql).df() for name, sql in read.items()}
    return found if as_categories else {name: _as_text(frame) for name, frame in found.items()}


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype(dict.fromkeys(frame.select_dtypes("category"), "str"))


def _year(frame: pd.DataFrame) -> pd.Series[int]:
    return pd.cut(frame.received_month, [201503, 201603, 201703, 201803], labels=[2015, 2016, 2017])


def _cross(column: str, *, category: str = "", young: bool = False, first: int = 201604) -> Callable[[Any], Any]:
    def crosstab(data: dict[str, pd.DataFrame]) -> Any:
        frame = data["r"]
        kept = frame.received_month.between(first, 201803)
        kept &= frame.category == category if category else frame.category.isin(["statutory", "non_statutory"])
        if young:
            kept &= frame.received_from == "service_user_young_person"
        frame = frame[kept]
        return pd.crosstab(frame[column], _year(frame))

    return crosstab


def _types(data: dict[str, pd.DataFrame]) -> Any:
    frame = data["r"][data["r"].received_month.between(201604, 201803)]
    return pd.crosstab([frame.category, frame.type], _year(frame))


def _refusals(data: dict[str, pd.DataFrame]) -> Any:
    frame = data["r"][data["r"].received_month.between(201604, 201803) & (data["r"].type == "refused")]
    return pd.crosstab([frame.category, frame.refusal_reason], _year(frame))


def _sought(young: bool) -> Callable[[Any], Any]:
    def crosstab(data: dict[str, pd.DataFrame]) -> Any:
        frame = data["r"]
        kept = frame.received_month.between(201604, 201803) & frame.category.isin(["statutory", "non_statutory"])
        kept &= frame.outcome_sought != "not_recorded"
        if young:
            kept &= frame.received_from == "service_user_young_person"
        frame = frame[kept]
        return pd.crosstab(frame.outcome_sought, [_year(frame), frame.category])

    return crosstab


def _counted(frame: pd.DataFrame, year: int) -> Any:
    first, last = year * 100 + 4, (year + 1) * 100 + 3
    kept = frame.received_month.between(first, last) | frame.responded_month.between(first, last)
    return frame[kept & (frame.type == "complaint") & (frame.responded_month > 0)]


def _times(data: dict[str, pd.DataFrame]) -> Any:
    made = []
    for year in (2017, 2016, 2015):
        frame = _counted(data["s"], year)
        band = pd.cut(frame.working_days, [-1, 10, 20, 25, 49, 50, 65, 100_000])
        made.append(pd.crosstab([frame.procedure, frame.stage], band))
        made.append(frame.groupby(["procedure", "stage"], observed=True).working_days.mean())
    return made


def _outcomes(young: bool) -> Callable[[Any], Any]:
    def crosstab(data: dict[str, pd.DataFrame]) -> Any:
        frame = _counted(data["s"], 2017)
        frame = frame[frame.stage != "corporate_local_resolution"]
        if young:
            frame = frame[frame.received_from == "service_user_young_person"]
        frame = frame.drop_duplicates("representation_id")
        return pd.crosstab(frame.outcome, frame.category)

    return crosstab


def _ombudsman(data: dict[str, pd.DataFrame]) -> Any:
    frame = data["o"]
    frame = frame[frame.referred_month.between(201704, 201803) | frame.decided_month.between(201704, 201803)]
    return pd.crosstab(frame.referral_type, frame.decision)


CROSSTABS: dict[str, Callable[[dict[str, pd.DataFrame]], Any]] = {
    "table-1a": _types,
    "table-1b": _refusals,
    "table-2": _times,
    "table-3a": _cross("method", first=201504),
    "table-3b": _cross("method", first=201504, young=True),
    "table-4a": _cross("received_from", first=201504),
    "table-5a": _cross("nature", category="statutory"),
    "table-5b": _cross("nature", young=True),
    "table-5c": _cross("nature", category="non_statutory"),
    "table-6a": _cross("service", category="statutory"),
    "table-6b": _cross("service", category="statutory", young=True),
    "table-6c": _cross("service", category="non_statutory"),
    "table-7a": _sought(False),
    "table-7b": _sought(True),
    "table-8a": _outcomes(False),
    "table-8b": _outcomes(True),
    "table-9": _ombudsman,
    **{
        f"table-{number}{letter}": _cross(column, young=young, first=201704)
        for number, young in ((10, False), (11, True))
        for letter, column in zip("abcd", ("disability", "gender", "age_band", "ethnicity"), strict=True)
    },
}
