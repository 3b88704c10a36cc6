"""Spikes: what complaints came of lately well above what is usual, by a rule that can be said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from putright.authorities import Authority
from putright.casework.models import RepresentationRow
from putright.facts.columns import NOT_APPLICABLE, NOT_RECORDED

WEEKS = 4
WEEKS_BEFORE = 26
FEWEST = 5
TIMES = 2
RULE = (
    f"Pointed out is what at least {FEWEST} complaints came about in the last {WEEKS} weeks, if that is more than "
    f"twice what usually comes in {WEEKS} weeks: the mean of the {WEEKS_BEFORE} weeks before."
)
DIMENSIONS = ("service", "nature")
NO_COMPLAINTS = ("compliment", "comment")
"""Types that are never a complaint, whatever a council's vocabulary says of them."""


@dataclass(frozen=True)
class Came:
    """One service or subject: how many came in the last four weeks, and how many in the 26 weeks before those."""

    dimension: str
    code: str
    lately: int
    before: int

    @property
    def usual(self) -> float:
        """How many usually come in four weeks."""
        return self.before * WEEKS / WEEKS_BEFORE

    @property
    def is_spike(self) -> bool:
        """Whether the rule points it out. In whole numbers, so that twice the mean is not more than twice the mean."""
        return self.lately >= FEWEST and self.lately * WEEKS_BEFORE > TIMES * self.before * WEEKS


@dataclass(frozen=True)
class Lately:
    """The days that are looked at: the last four weeks, `today` included, and the first of the weeks before."""

    today: date

    @property
    def since(self) -> date:
        """First day of the last four weeks."""
        return self.today - timedelta(weeks=WEEKS) + timedelta(days=1)

    @property
    def before(self) -> date:
        """First day of the weeks before those."""
        return self.since - timedelta(weeks=WEEKS_BEFORE)


def counts(council: Authority, today: date) -> list[Came]:
    """What came lately of each service and subject that came up at all, in a query for each; most lately first.

    Compliments, comments and what else is no complaint are not counted, nor what no service or subject is known of.
    """
    days, types = Lately(today), council.vocabulary("type")
    others = {*NO_COMPLAINTS, *(term.code for term in types.terms if term.matter == "no_complaint")}
    rows = RepresentationRow.objects.filter(
        authority=council.slug, received_on__gte=days.before, received_on__lte=today
    ).exclude(type__in=others)
    found = []
    for dimension in DIMENSIONS:
        known = rows.exclude(**{f"{dimension}__in": (NOT_RECORDED, NOT_APPLICABLE)})
        counted = known.values(dimension).annotate(
            lately=Count("id", filter=Q(received_on__gte=days.since)),
            earlier=Count("id", filter=Q(received_on__lt=days.since)),
        )
        found += [
            Came(dimension, code, lately, earlier)
            for code, lately, earlier in counted.order_by(dimension).values_list(dimension, "lately", "earlier")
        ]
    return sorted(found, key=lambda count: (DIMENSIONS.index(count.dimension), -count.lately, count.code))
