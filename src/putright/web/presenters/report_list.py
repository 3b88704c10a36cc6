"""The reports a council can have, with the years there is something to report on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from putright.authorities import Authority
from putright.reporting.period import Period, year_beginning
from putright.reporting.report import ReportDefinition
from putright.web.presenters.report import Place
from putright.web.presenters.words import long_date


def report_list(
    definitions: Sequence[ReportDefinition], council: Authority, first: date | None, last: date | None
) -> list[dict[str, Any]]:
    """Each report with its years, the latest first; `first` and `last` are the days something was received."""
    periods = years_between(council.year_starts_month, first, last) if first and last else []
    return [
        {
            "title": plain_title(definition),
            "periods": [
                {
                    "text": period.label("{start}/{yy}"),
                    "href": Place.of(definition.slug, period).href("report"),
                    "detail": f"{long_date(period.start)} to {long_date(period.end)}",
                }
                for period in periods
            ],
        }
        for definition in definitions
    ]


def plain_title(definition: ReportDefinition) -> str:
    """What a report is called whatever the year."""
    return definition.title.replace("{start}/{yy}", "").strip()


def years_between(month: int, first: date, last: date) -> list[Period]:
    """The reporting years from the one of `first` to the one of `last`, the latest first."""
    start, end = (day.year - (day.month < month) for day in (first, last))
    return [year_beginning(year, month) for year in range(end, start - 1, -1)]
