"""How values read: numbers with their units, changes with their verbs, days in full."""

from __future__ import annotations

from datetime import date

from putright.reporting.document import Span
from putright.reporting.figures import BuiltFigure
from putright.reporting.measures import Number
from putright.reporting.printed import NO_CASES, WITHHELD
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell

NOT_KNOWN = "a number that cannot be given"
POINTS = "percentage points"
MINUS = "\N{MINUS SIGN}"


def number(value: Number | None, decimals: int = 0) -> str:
    """A number with commas for thousands and a true minus sign; one that is withheld by its mark."""
    if value is None:
        return WITHHELD
    return f"{value:,.{decimals}f}".replace("-", MINUS)


def cell_words(cell: Cell) -> str:
    """What is printed in a cell: nothing where it is left empty, a dash where there is no case to take a share of.

    A change has its sign; a cell that says how it is shown has its value among the numbers it was worked out from.
    """
    if cell.value is None:
        return cell.mark or (NO_CASES if cell.denominator is not None else "")
    value = number(cell.value, cell.decimals)
    if cell.signed and cell.value > 0:
        value = f"+{value}"
    if cell.unit == "percent":
        value += "%"
    if cell.unit == "pounds":
        value = f"£{value}"
    if not cell.shown:
        return value
    above, below = number(cell.numerator or 0), number(cell.denominator or 0)
    return cell.shown.replace("{value}", value).replace("{above}", above).replace("{below}", below)


def with_unit(value: Number, decimals: int, unit: str) -> str:
    """A number with its unit: 54%, 2 percentage points, £1,050.00, 1 complaint, 10 working days."""
    if unit.startswith("percent") and unit != POINTS:
        return f"{number(value, decimals)}%"
    if unit == "pounds":
        return f"£{number(value, decimals)}"
    return f"{number(value, decimals)} {unit.removesuffix('s') if value == 1 else unit}"


def figure_words(figure: BuiltFigure, how: str = "figure") -> str:
    """A figure as a sentence prints it: as it is, its size without a sign, or the verb its sign means."""
    if figure.value is None:
        return "changed" if figure.mark and how == "moved" else figure.mark or NOT_KNOWN
    if how == "moved":
        return "rose" if figure.value > 0 else "fell" if figure.value < 0 else "changed"
    size = -figure.value if how == "size" and figure.value < 0 else figure.value
    return with_unit(size, figure.decimals, figure.unit)


def day(on: date) -> str:
    """A day in full: 1 April 2017."""
    return f"{on.day} {on:%B %Y}"


def span_words(span: Span, report: BuiltReport) -> str:
    """The words of a span, those of a figure or of the period filled in."""
    if span.how in ("figure", "size", "moved"):
        return figure_words(report.figure[span.text], span.how)
    if span.how == "period":
        period = report.period
        return {
            "year": period.label("{start}/{yy}"),
            "last year": period.years_on(-1).label("{start}/{yy}"),
            "from": day(period.start),
            "to": day(period.end),
        }[span.text]
    return span.text


def first_capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def table_notes(table: BuiltTable) -> tuple[str, ...]:
    """What is said below a table: what it counts, its notes, and what its marks mean."""
    names = {cell.base.partition(" in ")[0] for row in table.shown for cell in row.cells if cell.base}
    bases = f", {' and '.join(sorted(names))} in the year" if names else ""
    marks = {cell_words(cell) for row in table.shown for cell in row.cells}
    explained = (f"{NO_CASES} where there is no case to take a share of.",) if NO_CASES in marks else ()
    return (f"Counted in {table.unit}{bases}.", *table.notes, *explained)
