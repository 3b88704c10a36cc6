"""Charts drawn as SVG or PNG, without a browser, in the colours of the Government Analysis Function."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import altair
import vl_convert

from putright.reporting.charts import BuiltChart

COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
_DASHES = ([1, 0], [8, 3], [2, 2], [8, 3, 2, 3], [12, 4], [4, 4])
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
_CM = 0.0245
_WIDEST, _HIGHEST = 16.0, 20.0
_FONT = "Arial, sans-serif"
_TEXT = "#0B0C0C"
_BAR = 12
_LONGEST_LABEL = 280


def svg(chart: BuiltChart) -> str:
    """The chart as an SVG element; drawn once for each content."""
    return _svg(chart)


def png(chart: BuiltChart) -> bytes:
    """The chart as a PNG image; drawn once for each content."""
    return _png(chart)


def size(chart: BuiltChart) -> tuple[float, float]:
    """How wide and how high the chart is on paper, in cm: its letters as large as those of other charts if it fits."""
    found = _SIZE.match(svg(chart))
    if found is None:
        raise ValueError(f"The drawing of {chart.id} does not say how large it is.")
    width, height = (float(part) * _CM for part in found.groups())
    smaller = min(1, _WIDEST / width, _HIGHEST / height)
    return round(width * smaller, 2), round(height * smaller, 2)


@lru_cache(maxsize=256)
def _svg(chart: BuiltChart) -> str:
    drawn = str(vl_convert.vegalite_to_svg(_drawing(chart)))
    return drawn[drawn.index("<svg") :]


@lru_cache(maxsize=64)
def _png(chart: BuiltChart) -> bytes:
    return bytes(vl_convert.svg_to_png(_svg(chart), scale=2))


def _drawing(chart: BuiltChart) -> dict[str, Any]:
    rows = [
        {"year": year, "series": series.label, "value": value}
        for series in chart.series
        for year, value in zip(chart.years, series.values, strict=True)
    ]
    drawn = _along_rows(chart, rows) if chart.along == "rows" else _along_years(chart, rows)
    styled = (
        drawn.configure(font=_FONT, background="#FFFFFF")
        .configure_axis(
            labelColor=_TEXT, titleColor=_TEXT, labelFontSize=13, titleFontSize=13, titleFontWeight="normal"
        )
        .configure_legend(labelColor=_TEXT, labelFontSize=13)
        .configure_view(stroke=None)
    )
    result: dict[str, Any] = styled.to_dict()
    return result


def _along_rows(chart: BuiltChart, rows: list[dict[str, Any]]) -> Any:
    """Bars lying side by side, a colour for each year, so that long labels can be read."""
    labels, years = [series.label for series in chart.series], list(chart.years)
    base = altair.Chart(altair.InlineData(values=rows), width=360, height=altair.Step(_BAR, **{"for": "offset"}))
    label = altair.Axis(labelLimit=_LONGEST_LABEL)
    legend = altair.Legend(orient="bottom") if len(years) > 1 else None
    return base.mark_bar().encode(
        y=altair.Y("series:N", title=None, sort=labels, axis=label, scale=altair.Scale(paddingInner=0.3)),
        yOffset=altair.YOffset("year:N", sort=years),
        x=altair.X("value:Q", title=chart.unit, axis=altair.Axis(grid=True, tickCount=6, format=",d")),
        color=altair.Color(
            "year:N",
            title=None,
            sort=years,
            scale=altair.Scale(domain=years, range=list(COLOURS[: len(years)])),
            legend=legend,
        ),
    )


def _along_years(chart: BuiltChart, rows: list[dict[str, Any]]) -> Any:
    """A line, or a colour of bars, for each row."""
    labels = [series.label for series in chart.series]
    base = altair.Chart(altair.InlineData(values=rows), width=520, height=280)
    year = altair.X("year:N", title=None, sort=list(chart.years), axis=altair.Axis(labelAngle=0))
    value = altair.Y("value:Q", title=chart.unit, axis=altair.Axis(grid=True, tickCount=6, format=",d"))
    symbol: dict[str, Any] = (
        {} if chart.kind == "bar" else {"symbolType": "stroke", "symbolSize": 600, "symbolStrokeWidth": 3}
    )
    legend = altair.Legend(orient="bottom", columns=3, labelLimit=260, **symbol)
    colour = altair.Color(
        "series:N",
        title=None,
        sort=labels,
        scale=altair.Scale(domain=labels, range=list(COLOURS[: len(labels)])),
        legend=legend,
    )
    if chart.kind == "bar":
        return base.mark_bar().encode(x=year, y=value, color=colour, xOffset=altair.XOffset("series:N", sort=labels))
    dash = altair.StrokeDash(
        "series:N",
        title=None,
        sort=labels,
        scale=altair.Scale(domain=labels, range=list(_DASHES[: len(labels)])),
        legend=legend,
    )
    return base.mark_line(point=True, strokeWidth=3).encode(x=year, y=value, color=colour, strokeDash=dash)
