"""Issued reports: the same bytes whenever they are opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from putright.issuing.contents import FIGURES, manifest_of, part
from putright.issuing.models import IssuedReport
from putright.reporting.freezing import FrozenFigures, figures_from_bytes


class NotIssued(LookupError):
    """There is no such issued report, or it has no such form."""


@dataclass(frozen=True)
class OpenedReport:
    """An issued report with the list of its parts."""

    row: IssuedReport
    manifest: dict[str, Any]

    def form(self, name: str) -> bytes:
        """The report in a form, as it was issued; NotIssued where it was not issued in that form."""
        if name not in self.manifest["forms"]:
            raise NotIssued(f"The report was not issued as {name}.")
        return part(self.manifest, f"forms/{name}")

    def figures(self) -> FrozenFigures:
        """Its figures, as they truly are."""
        return figures_from_bytes(part(self.manifest, FIGURES))

    def facts(self) -> dict[str, bytes]:
        """The facts it was counted from, by table."""
        names = [name for name in self.manifest["parts"] if name.startswith("facts/")]
        return {name.removeprefix("facts/").removesuffix(".parquet"): part(self.manifest, name) for name in names}

    def check(self) -> int:
        """Prove every part; returns how many there are, and raises DocumentLost for the first that is not whole."""
        for name in self.manifest["parts"]:
            part(self.manifest, name)
        return len(self.manifest["parts"])


def issued_by(authority: str) -> list[IssuedReport]:
    """What a council issued, the latest first."""
    rows = IssuedReport.objects.filter(authority=authority).select_related("superseded_by")
    return list(rows.order_by("-first", "report", "-edition"))


def open_issued(authority: str, number: int) -> OpenedReport:
    """An issued report of a council by its number; NotIssued where there is none."""
    rows = IssuedReport.objects.filter(authority=authority).select_related("supersedes", "superseded_by")
    row = rows.filter(id=number).first()
    if row is None:
        raise NotIssued(f"There is no issued report {number} at this council.")
    return OpenedReport(row, manifest_of(row.seal))
