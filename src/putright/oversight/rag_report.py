"""The weekly report of red, amber and green: each service's open representations by the nearest of their clocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from putright.authorities import Authority
from putright.casework import setting
from putright.casework.models import RepresentationRow
from putright.facts.clocks import DEFAULT_CALENDAR
from putright.oversight.rag import Rag, RagDay
from putright.oversight.work import thing
from putright.oversight.work_lines import Thing
from putright.oversight.work_sources import COLUMNS, cases_of


@dataclass(frozen=True)
class Pressing:
    """An open representation that is red or amber, by its reference."""

    reference: str
    thing: Thing


@dataclass
class ServiceReport:
    """One service: how many open representations there are of each colour, and those that press, most urgent first."""

    service: str
    counts: dict[Rag, int] = field(default_factory=lambda: dict.fromkeys(Rag, 0))
    pressing: list[Pressing] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Its open representations."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class RagReport:
    """The report of a council on a day, service by service in the order of its vocabulary."""

    authority: Authority
    day: RagDay
    services: list[ServiceReport]

    def of(self, services: Iterable[str]) -> RagReport:
        """The same for some services only."""
        chosen = set(services)
        return RagReport(self.authority, self.day, [each for each in self.services if each.service in chosen])


def rag_report(slug: str, today: date) -> RagReport:
    """The report of a council from its stored facts, in one query."""
    authority = setting.authority(slug)
    day = RagDay.of(authority.work, setting.book().calendar(DEFAULT_CALENDAR), today)
    by_service: dict[str, ServiceReport] = {}
    rows = cases_of(RepresentationRow.objects.filter(authority=slug)).order_by("due", "key")
    for *values, reference in rows.values_list(*COLUMNS, "reference"):
        one = thing(values)
        service = by_service.setdefault(one.service, ServiceReport(one.service))
        colour = day.rule(one.started_on, one.due_on).colour
        service.counts[colour] += 1
        if colour in (Rag.RED, Rag.AMBER):
            service.pressing.append(Pressing(reference, one))
    order = {term.code: place for place, term in enumerate(authority.vocabulary("service").terms)}
    services = sorted(by_service.values(), key=lambda each: (order.get(each.service, len(order)), each.service))
    return RagReport(authority, day, services)
