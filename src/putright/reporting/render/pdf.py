"""A report as a tagged PDF (PDF/UA-1), set by Typst: contents, headings, tables with their heads, charts with words."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from putright.reporting.document import Heading
from putright.reporting.render import charts
from putright.reporting.render.paper import Grid, Listing, Paper, Part, Picture, key_facts_of, paper_of
from putright.reporting.render.pdf_headings import with_row_headings
from putright.reporting.report import BuiltReport

_SETTINGS = Path(__file__).parent


def render(report: BuiltReport) -> bytes:
    """The report as a PDF."""
    return _set("report.typ", paper_of(report), report.period.end)


def key_facts(report: BuiltReport) -> bytes:
    """The page of key facts as a PDF."""
    return _set("key_facts.typ", key_facts_of(report), report.period.end)


def _set(setting: str, paper: Paper, ended: date) -> bytes:
    """Dated at the end of the period, so that the bytes depend on nothing but what is said."""
    made = typst.compile(
        _SETTINGS / setting,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(_content(paper))},
        pdf_standards="ua-1",
        timestamp=datetime.combine(ended, time(12), UTC),
    )
    return with_row_headings(made)


def _content(paper: Paper) -> dict[str, Any]:
    said = {"title": paper.title, "authority": paper.authority, "covers": paper.covers}
    sheets = [{"turned": each.turned, "parts": [_part(part) for part in each.parts]} for each in paper.sheets]
    return {**said, "sheets": sheets}


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Picture):
        alt, svg, (width, _) = part.chart.alt, charts.svg(part.chart), charts.size(part.chart)
        return {"part": "picture", "caption": part.caption.text, "alt": alt, "svg": svg, "width": width}
    if isinstance(part, Grid):
        return {"part": "grid", **asdict(part), "caption": part.caption.text}
    kind = "heading" if isinstance(part, Heading) else "listing" if isinstance(part, Listing) else "prose"
    return {"part": kind, **asdict(part)}


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts and the machine's: looked for once a process."""
    return typst.Fonts()
