"""The list of representations as a file: every column a reader of a spreadsheet would ask for, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from putright.authorities import Authority
from putright.web.presenters.terms import stage_label

TERMS = (
    "category", "type", "received_from", "method", "nature", "service", "district", "outcome_sought", "outcome",
)  # fmt: skip
HEAD = (
    "Reference", "Received on", "Category", "Type", "Received from", "Method", "Nature", "Service", "District",
    "Outcome sought", "Outcome", "Status", "Stage", "Handled by", "Due on", "Closed on",
)  # fmt: skip


def lines(rows: Iterable[Any], council: Authority) -> Iterator[list[object]]:
    """One line a representation, its terms as the council prints them."""
    labels: list[tuple[str, Callable[[str], str]]] = [(name, council.vocabulary(name).label) for name in TERMS]
    for row in rows:
        yield [
            row.reference,
            row.received_on,
            *(label(getattr(row, name)) for name, label in labels),
            row.status.capitalize(),
            stage_label(council, row.procedure, row.stage),
            row.handler,
            row.due_on,
            row.closed_on,
        ]
