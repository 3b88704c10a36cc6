"""Resourcing in words: what each post has in hand, and what is due in each of the next weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from putright.oversight.resourcing import LATER, OVERDUE, SOON, PostLoad, Span
from putright.oversight.work_lines import NOBODY, Source
from putright.web.forms.services import ServiceForm
from putright.web.keyset import Page
from putright.web.presenters.problems import problems_of
from putright.web.presenters.services import service_selects, services_query
from putright.web.presenters.words import long_date, number, plural, short_date
from putright.web.presenters.work_line import WorkLine

SOURCES = {Source.CLOCK: "Time limits", Source.REMEDY: "Remedies", Source.ACTION: "Actions"}
_NAMED = {OVERDUE: "Overdue", LATER: "Later", SOON: "Next 7 days"}


def span_words(span: Span) -> str:
    """What a span is called."""
    return _NAMED.get(span.name) or f"{short_date(span.first)} to {short_date(span.last)}"


@dataclass(frozen=True)
class ResourcingPage:
    """`ahead` are the numbers due in each of the `spans`, by source; `loads` what each post has in hand.

    `staff` is how many people do the work, None where that is not entered.
    """

    form: ServiceForm
    spans: Sequence[Span]
    ahead: Mapping[Source, list[int]]
    loads: Sequence[PostLoad]
    staff: int | None

    @property
    def problems(self) -> list[dict[str, str]]:
        """What of the address could not be used."""
        return problems_of(self.form)

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The list it is narrowed by."""
        return service_selects(self.form)

    @property
    def heads(self) -> list[str]:
        """The sources, as heads of the table of what is due."""
        return list(SOURCES.values())

    @property
    def weeks(self) -> list[dict[str, Any]]:
        """Each span with the number due of each source, a link to what is due, and all together."""
        lines = []
        for at, span in enumerate(self.spans):
            counts = [self.ahead[source][at] for source in SOURCES]
            figures = [
                {"text": number(count), "href": self._due(source, span) if count else "", "of": text.lower()}
                for (source, text), count in zip(SOURCES.items(), counts, strict=True)
            ]
            lines.append({"text": span_words(span), "figures": figures, "total": number(sum(counts))})
        return lines

    def _due(self, source: Source, span: Span, **more: str) -> str:
        return due_href(source, span.name, services_query(self.form.chosen, **more))

    @property
    def posts(self) -> list[dict[str, Any]]:
        """Each post with what it has in hand."""
        return [self._post(load) for load in self.loads]

    def _post(self, load: PostLoad) -> dict[str, Any]:
        post = load.post or NOBODY
        query = services_query(self.form.chosen, handler=post)
        clocks = {name: due_href(Source.CLOCK, name, query) for name in (OVERDUE, SOON)}
        return {
            "post": load.post or "Nobody yet",
            "open": number(load.open),
            "href": f"{reverse('team-work')}?{query}",
            "oldest": short_date(load.oldest_on),
            "entries": f"{load.entries:.1f}",
            "overdue": {"text": number(load.overdue), "href": clocks[OVERDUE] if load.overdue else ""},
            "soon": {"text": number(load.soon), "href": clocks[SOON] if load.soon else ""},
        }

    @property
    def summary(self) -> str:
        """How much there is in all."""
        cases = plural(sum(load.open for load in self.loads), "open representation")
        posts = plural(len([load for load in self.loads if load.post]), "post")
        return f"{cases} with {posts}."

    @property
    def against_staff(self) -> str:
        """The load against the people there are to do the work, where the council has entered how many."""
        if not self.staff:
            return (
                "How many people do the work is not entered for this year. Entered as “staff” in the council’s folder "
                "activity, the load of each is shown here."
            )
        each = sum(load.open for load in self.loads) / self.staff
        return f"{plural(self.staff, 'person does', 'people do')} the work this year: {each:.1f} open each."


def due_href(source: Source, span: str, query: str) -> str:
    """The address of what is due of one source in a span."""
    address = reverse("due-ahead", args=[source.value, span])
    return f"{address}?{query}" if query else address


@dataclass(frozen=True)
class DuePage:
    """What of one source is due in a span: the lines of one page of it; `query` is what it is narrowed by."""

    source: Source
    span: Span
    lines: Sequence[WorkLine]
    page: Page
    query: str

    @property
    def title(self) -> str:
        """What is due, and when."""
        return f"{SOURCES[self.source]} due: {span_words(self.span)}"

    @property
    def size(self) -> str:
        """How many there are."""
        return plural(self.page.count, "line") if self.page.count is not None else "More than 1,000 lines"

    @property
    def covers(self) -> str:
        """The days, in full."""
        first, last = self.span.first, self.span.last
        if first and last:
            return f"Due from {long_date(first)} to {long_date(last)}."
        return f"Due by {long_date(last)}." if last else f"Due from {long_date(first)} on."

    @property
    def pagination(self) -> dict[str, Any]:
        """The links to the page before and the next."""
        links: dict[str, Any] = {"landmarkLabel": "Pages of what is due"}
        for word, name, key in (("previous", "before", self.page.before), ("next", "after", self.page.after)):
            if key:
                more = "&".join(part for part in (self.query, urlencode({name: key})) if part)
                links[word] = {"href": f"?{more}"}
        return links
