"""A report as an OpenDocument text: real headings and styles, contents, captions, repeated header rows.

The format is XML in an archive, so its parts are templates beside this module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from putright.reporting.document import Heading
from putright.reporting.render import charts
from putright.reporting.render.archives import archive
from putright.reporting.render.heads import HeadCell
from putright.reporting.render.paper import Grid, Listing, Paper, Part, Picture, Prose, paper_of
from putright.reporting.report import BuiltReport

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEMPLATES = Path(__file__).parent / "templates/odt"


@dataclass(frozen=True)
class _Set:
    """A part of the report as it is set: its number, the style it has, and the kind of page that begins with it."""

    at: int
    it: Part
    turns: str

    @property
    def kind(self) -> str:
        kinds = {Heading: "heading", Prose: "prose", Listing: "listing", Grid: "grid", Picture: "picture"}
        return kinds[type(self.it)]

    @property
    def style(self) -> str:
        if isinstance(self.it, Heading):
            return f"Heading_20_{self.it.level}"
        return "Caption" if isinstance(self.it, Grid | Picture) else "Standard"

    @property
    def shown_as(self) -> str:
        """The style, with the page that begins or breaks before it."""
        if self.turns:
            return f"Turn{self.at}"
        return "Page_20_break" if isinstance(self.it, Heading) and self.it.level == 1 else self.style

    @property
    def picture(self) -> str:
        return f"Pictures/{self.at}.png"

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high a chart is, in cm."""
        return charts.size(self.it.chart) if isinstance(self.it, Picture) else (0, 0)


def render(report: BuiltReport) -> bytes:
    """The report as an .odt file."""
    paper = paper_of(report)
    parts = tuple(_set(paper))
    pictures = {part.picture: charts.png(part.it.chart) for part in parts if isinstance(part.it, Picture)}
    content = {
        "paper": paper,
        "parts": parts,
        "captions": [part for part in parts if _is_listed(part.it)],
        "pictures": list(pictures),
        "dated": f"{report.period.end}T12:00:00",
    }
    files = {"mimetype": MEDIA_TYPE.encode()}
    for name in ("content.xml", "styles.xml", "meta.xml"):
        files[name] = _environment().get_template(name).render(content).encode()
    files |= pictures
    files["META-INF/manifest.xml"] = _environment().get_template("manifest.xml").render(content).encode()
    return archive(files, stored=("mimetype",))


def _set(paper: Paper) -> Iterator[_Set]:
    at = 0
    for number, sheets in enumerate(paper.sheets):
        for place, part in enumerate(sheets.parts):
            turns = "" if place or (number == 0 and not sheets.turned) else "Turned" if sheets.turned else "Standard"
            yield _Set(at, part, turns)
            at += 1


def _is_listed(part: Part) -> bool:
    return isinstance(part, Picture) or (isinstance(part, Grid) and part.outlined)


def heads_and_gaps(row: tuple[HeadCell, ...], grid: Grid) -> Iterator[HeadCell | None]:
    """The headings of a row in order, None for each column that a heading above reaches down to."""
    starts = {head.first: head for head in row}
    column = 0
    while column < len(grid.widths) - 1:
        head = starts.get(column)
        yield head
        column += head.across if head else 1


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
    environment.globals.update(heads_and_gaps=heads_and_gaps)
    return environment
