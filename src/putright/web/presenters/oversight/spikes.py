"""Spikes as a page: what is pointed out, by what rule, and what else came lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from putright.authorities import Authority
from putright.oversight.spikes import RULE, Came, Lately
from putright.web.presenters.words import long_date, number

HEADS = {"service": "Service or team", "nature": "What it is about"}


@dataclass(frozen=True)
class SpikesPage:
    """What came lately, in the council's words."""

    found: Sequence[Came]
    council: Authority
    days: Lately

    rule = RULE

    @property
    def period(self) -> str:
        """The days that are looked at."""
        return f"From {long_date(self.days.since)} to {long_date(self.days.today)}, and the 26 weeks before"

    @property
    def spikes(self) -> list[str]:
        """What is pointed out, a sentence for each."""
        return [
            f"{self._label(each)}: {number(each.lately)} in the last 4 weeks; usually {_usual(each)}."
            for each in self.found
            if each.is_spike
        ]

    @property
    def tables(self) -> list[dict[str, Any]]:
        """What came lately by service and by subject; a service leads to its representations."""
        return [
            {"head": head, "rows": [self._row(each) for each in self.found if each.dimension == dimension]}
            for dimension, head in HEADS.items()
        ]

    def _row(self, came: Came) -> dict[str, Any]:
        since, until = self.days.since, self.days.today
        query = {"service": came.code, "received_since": since.isoformat(), "received_until": until.isoformat()}
        href = f"{reverse('representations')}?{urlencode(query)}" if came.dimension == "service" and came.lately else ""
        return {
            "label": self._label(came),
            "lately": number(came.lately),
            "usual": _usual(came),
            "href": href,
            "is_spike": came.is_spike,
        }

    def _label(self, came: Came) -> str:
        return self.council.vocabulary(came.dimension).label(came.code)


def _usual(came: Came) -> str:
    return f"{came.usual:.1f}" if came.before else "none"
