"""A report held against the one that was published: each difference is a known erratum with its reason, or a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.reporting.figures import NotComputed
from putright.reporting.printed import Cell
from putright.reporting.report import BuiltReport

Value = Decimal | str | None
FIGURES = "figures"


@dataclass(frozen=True)
class Place:
    """Where a value is printed: a cell by its table, group, row and column, or a figure (table `figures`) by its id."""

    table: str
    group: str
    row: str
    column: str

    def __str__(self) -> str:
        if self.table == FIGURES:
            return f"figure {self.row}"
        return f"{self.table} [{' / '.join(part for part in (self.group, self.row) if part)}] {self.column}"


@dataclass(frozen=True)
class Erratum:
    """A published value known to be wrong: what is printed, what the records give, and why they differ."""

    place: Place
    published: Decimal
    reproduced: Decimal
    why: str


@dataclass(frozen=True)
class Reconciliation:
    """The outcome: how many cells and figures were published, how many are equal, and each difference."""

    cells: int
    equal_cells: int
    figures: int
    equal_figures: int
    not_in_records: tuple[NotComputed, ...]
    errata: tuple[Erratum, ...]
    faults: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The counts in one line."""
        of_cells = sum(erratum.place.table != FIGURES for erratum in self.errata)
        return (
            f"cells {self.cells}, equal {self.equal_cells}, errata {of_cells}; "
            f"figures {self.figures}, equal {self.equal_figures}, errata {len(self.errata) - of_cells}, "
            f"not in the records {sum(len(told.ids) for told in self.not_in_records)}; faults {len(self.faults)}"
        )


def load_published(path: Path) -> dict[Place, Value]:
    """The published values by place, None where nothing is printed."""
    data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    values: dict[Place, Value] = {
        Place(table["id"], row["group"] or "", row["label"], column): value
        for table in data["tables"]
        for row in table["rows"]
        for column, value in zip(table["columns"], row["values"], strict=True)
    }
    return values | {Place(FIGURES, "", figure["id"], ""): figure["value"] for figure in data["figures"]}


def load_errata(path: Path) -> tuple[Erratum, ...]:
    """The errata of a published report; AuthorityFaults with every fault of the file."""
    faults: list[AuthorityFault] = []
    file = read_toml(path, faults, named=path.name)
    errata = tuple(_errata(file)) if file else ()
    if file:
        file.finish()
    if faults:
        raise AuthorityFaults(faults)
    return errata


def _errata(file: Entries) -> Iterator[Erratum]:
    for entries in file.parts("cell", named_by="table"):
        group = entries.text("group") if entries.has("group") else ""
        place = Place(entries.text("table"), group, entries.text("row"), entries.text("column"))
        yield _erratum(entries, place)
        entries.finish()
    for entries in file.parts("figure", named_by="why"):
        for name in entries.texts("ids"):
            yield _erratum(entries, Place(FIGURES, "", name, ""))
        entries.finish()


def _erratum(entries: Entries, place: Place) -> Erratum:
    return Erratum(place, _number(entries, "published"), _number(entries, "reproduced"), entries.text("why"))


def _number(entries: Entries, key: str) -> Decimal:
    value = entries.raw(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    entries.fault(f"is {value!r}", "write the number as it is printed", key)
    return Decimal(0)


def reproduced_values(report: BuiltReport) -> dict[Place, Value]:
    """The values of a report worked out, by place.

    A cell that prints the numbers it was worked out from has these too, in columns of its name with {above} and {below}
    behind it.
    """
    values: dict[Place, Value] = {
        Place(table.id, row.group or "", row.label, column.label + behind): _decimal(value)
        for table in report.tables
        for row in table.shown
        for column, cell in zip(table.columns, row.cells, strict=True)
        for behind, value in _printed(cell)
    }
    return values | {Place(FIGURES, "", figure.id, ""): _decimal(figure.value) for figure in report.figures}


def _printed(cell: Cell) -> Iterator[tuple[str, int | Decimal | str | None]]:
    """The numbers, or the words, that a cell prints, each with what stands behind the name of its column."""
    printed = cell.mark if cell.is_words else cell.value
    beside = {"": printed, " {above}": cell.numerator, " {below}": cell.denominator}
    return ((name, value) for name, value in beside.items() if not name or name.strip() in cell.shown)


def reconcile(report: BuiltReport, published: Mapping[Place, Value], errata: tuple[Erratum, ...]) -> Reconciliation:
    """Every published value held against the report's own, and every erratum against both."""
    reproduced = reproduced_values(report)
    told = {Place(FIGURES, "", name, "") for part in report.not_computed for name in part.ids}
    known = {erratum.place: erratum for erratum in errata}
    printed = [place for place, value in published.items() if value is not None]
    equal = [place for place in printed if place in reproduced and reproduced[place] == published[place]]
    found = [known[place] for place in printed if place in known and _applies(known[place], published, reproduced)]
    return Reconciliation(
        cells=sum(place.table != FIGURES for place in printed),
        equal_cells=sum(place.table != FIGURES for place in equal),
        figures=sum(place.table == FIGURES for place in printed),
        equal_figures=sum(place.table == FIGURES for place in equal),
        not_in_records=report.not_computed,
        errata=tuple(found),
        faults=tuple(_faults(published, reproduced, known, told)),
    )


def _applies(erratum: Erratum, published: Mapping[Place, Value], reproduced: Mapping[Place, Value]) -> bool:
    place = erratum.place
    values = published.get(place), reproduced.get(place)
    return values == (erratum.published, erratum.reproduced) and erratum.published != erratum.reproduced


def _faults(
    published: Mapping[Place, Value],
    reproduced: Mapping[Place, Value],
    known: Mapping[Place, Erratum],
    not_computed: set[Place],
) -> Iterator[str]:
    for place, value in published.items():
        if place in known or (place in not_computed and place not in reproduced):
            continue
        if place not in reproduced:
            yield f"{place}: published {_words(value)}, and the report has no such place. Add it to the definition."
        elif reproduced[place] != value:
            now = _words(reproduced[place])
            yield f"{place}: published {_words(value)}, reproduced {now}, and no erratum says why."
    for place in reproduced:
        if place not in published:
            yield f"{place}: is not in the published report. Take it out of the definition."
    for place, erratum in known.items():
        if not _applies(erratum, published, reproduced):
            yield (
                f"{place}: the erratum says published {erratum.published}, reproduced {erratum.reproduced}, but they"
                f" are {_words(published.get(place))} and {_words(reproduced.get(place))}. Correct or remove it."
            )


def _decimal(value: int | Decimal | str | None) -> Value:
    return Decimal(value) if isinstance(value, int) else value


def _words(value: Value) -> str:
    return "nothing" if value is None else f"{value}"
