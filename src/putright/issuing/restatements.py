"""What a draft says otherwise than was issued: of last year, and of its own months where it supersedes an edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from putright.issuing.contents import Written
from putright.issuing.drafts import latest_issue
from putright.issuing.issued import OpenedReport, open_issued
from putright.reporting.comparing import Comparison, compare
from putright.reporting.engines import DatabaseEngine
from putright.reporting.freezing import freeze_figures
from putright.reporting.freezing_facts import frozen_engine


@dataclass(frozen=True)
class Compared:
    """An issued report held against a draft."""

    issued: OpenedReport
    comparison: Comparison


def compared_with_issued(written: Written, connection: BaseDatabaseWrapper) -> list[Compared]:
    """The draft against what it supersedes, and against what was issued for the year before, as far as there is any."""
    draft = written.opened.draft
    last_year = latest_issue(draft.authority, draft.report, draft.period.years_on(-1))
    figures = freeze_figures(written.definition, written.report)
    found = []
    for row in (draft.supersedes, last_year):
        if row is not None:
            opened = open_issued(draft.authority, row.id)
            with frozen_engine(opened.facts()) as then:
                comparison = compare(opened.figures(), then, figures, DatabaseEngine(connection))
            found.append(Compared(opened, comparison))
    return found
