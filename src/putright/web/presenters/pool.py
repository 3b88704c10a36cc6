"""The pool in words: who may be appointed as what, what they cost, whether they can be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from putright.accounts.models import PoolMember
from putright.web.forms.pool import FEES, POSTS, PoolForm
from putright.web.presenters.questions import Question, problems, question
from putright.web.presenters.words import long_date, plural, pounds


@dataclass(frozen=True)
class PoolLine:
    """One of the pool. `standing` are their appointments that have not ended, at this council."""

    row: PoolMember
    standing: int
    today: date

    @property
    def name(self) -> str:
        """Their name."""
        return self.row.name

    @property
    def href(self) -> str:
        """The page where what is known of them is changed."""
        return reverse("pool-member", args=[self.row.id])

    @property
    def posts(self) -> str:
        """What they can be appointed as."""
        names = [POSTS[post] for post in POSTS if post in self.row.posts]
        return "; ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])

    @property
    def side(self) -> str:
        """Whether they are the council's own."""
        return "From outside the council" if self.row.outside else "The council’s own"

    @property
    def is_away(self) -> bool:
        """Whether they cannot be asked today."""
        return self.row.is_away_on(self.today)

    @property
    def is_full(self) -> bool:
        """Whether they have as many appointments as they take at once."""
        return self.row.at_most is not None and self.standing >= self.row.at_most

    @property
    def availability(self) -> str:
        """Whether they can be asked today."""
        if self.is_away:
            assert self.row.away_until is not None
            return f"Away until {long_date(self.row.away_until)}"
        if self.is_full:
            return "Takes no more at present"
        ahead = self.row.away_from and self.row.away_until and self.row.away_from > self.today
        away = f", away from {long_date(self.row.away_from)} to {long_date(self.row.away_until)}" if ahead else ""
        return f"Can be asked{away}"

    @property
    def tag(self) -> str:
        """The colour of its tag."""
        return "grey" if self.is_away else "yellow" if self.is_full else "green"

    @property
    def load(self) -> str:
        """What they have in hand."""
        bound = f", at most {self.row.at_most} at once" if self.row.at_most else ""
        return f"{plural(self.standing, 'appointment') if self.standing else 'No appointment'}{bound}"

    @property
    def fee(self) -> str:
        """What they are paid."""
        if self.row.fee_pence is None:
            return "No fee recorded"
        return f"{pounds(self.row.fee_pence)} {FEES[self.row.fee_for]}"

    @property
    def hint(self) -> str:
        """All that helps to choose them, in one line."""
        said = (self.posts, self.side, self.availability, self.load, self.fee, self.row.note)
        return ". ".join(part.rstrip(".") for part in said if part) + "."


@dataclass(frozen=True)
class PoolPage:
    """The pool of a council."""

    rows: Sequence[PoolMember]
    standing: Mapping[int, int]
    today: date

    @property
    def lines(self) -> list[PoolLine]:
        """Those in it; who can be asked first, and among them who has the least in hand."""
        lines = [PoolLine(row, self.standing.get(row.id, 0), self.today) for row in self.rows]
        return sorted(lines, key=lambda line: (line.is_away, line.is_full, line.standing, line.name))


@dataclass(frozen=True)
class PoolMemberPage:
    """The form of somebody in the pool; `row` is None for somebody new."""

    form: PoolForm
    row: PoolMember | None

    @property
    def title(self) -> str:
        """What the page is for."""
        return f"Change what is known of {self.row.name}" if self.row else "Add somebody to the pool"

    @property
    def questions(self) -> list[Question]:
        """The fields in order."""
        return [question(self.form[name]) for name in self.form.fields]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems(self.form)
