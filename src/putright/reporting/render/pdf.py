"""A report as a tagged PDF (PDF/UA-1), set by Typst: contents, headings, tables with their heads, charts with words."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from putright.reporting.document import Heading
from putright.reporting.render import charts
from putright.reporting.render.paper import Grid, Listing, Paper, Part, Picture, paper_of
from putright.reporting.report import BuiltReport

_SETTING = Path(__file__).with_name("report.typ")


def render(report: BuiltReport) -> bytes:
    """The report as a PDF, dated at the end of its period so that its bytes depend on nothing but what it says."""
    return typst.compile(
        _SETTING,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(_content(paper_of(report)))},
        pdf_standards="ua-1",
        timestamp=datetime.combine(report.period.end, time(12), UTC),
    )


def _content(paper: Paper) -> dict[str, Any]:
    said = {"title": paper.title, "authority": paper.authority, "covers": paper.covers}
    sheets = [{"turned": each.turned, "parts": [_part(part) for part in each.parts]} for each in paper.sheets]
    return {**said, "sheets": sheets}


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Picture):
        alt, svg = part.chart.alt, charts.svg(part.chart)
        return {"part": "picture", "caption": part.caption.text, "alt": alt, "svg": svg}
    if isinstance(part, Grid):
        return {"part": "grid", **asdict(part), "caption": part.caption.text}
    kind = "heading" if isinstance(part, Heading) else "listing" if isinstance(part, Listing) else "prose"
    return {"part": kind, **asdict(part)}


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts and the machine's: looked for once a process."""
    return typst.Fonts()
