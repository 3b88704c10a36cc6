"""The page of one representation: what it is, where it stands, what is next, by when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from putright.casework.people import Known
from putright.facts.clocks import clock_facts
from putright.record.clocks import Clock, clocks
from putright.record.events import Received
from putright.record.replay import standing_entries
from putright.record.state import State
from putright.record.steps import Step, steps
from putright.rules import Procedure
from putright.web.forms.steps.correcting import takeable
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.alerts import Alert, alerts
from putright.web.presenters.clocks import ClockCard, Setting, clock_cards
from putright.web.presenters.correspondence import PapersPart
from putright.web.presenters.representation_glance import Glance
from putright.web.presenters.representation_ombudsman import OmbudsmanRecord, ombudsman_records
from putright.web.presenters.representation_part import Part
from putright.web.presenters.representation_people import Involved
from putright.web.presenters.representation_put_right import PutRight
from putright.web.presenters.representation_standing import standing
from putright.web.presenters.representation_summary import equality, not_recorded, summary
from putright.web.presenters.steps import NextSteps, step_href
from putright.web.presenters.target_cards import alone, target_cards
from putright.web.presenters.timeline import Happening, Telling, timeline


@dataclass(frozen=True)
class RepresentationPage:
    """Everything the page shows.

    `row` is its stored fact row, `linked` the pages of linked ones by reference, `known` what other representations
    know of its people.
    """

    row: Any
    seen: Seen
    linked: Mapping[str, int]
    known: Known

    @property
    def state(self) -> State:
        """What its log adds up to."""
        return self.seen.state

    @property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.seen.procedure

    @cached_property
    def clocks(self) -> list[Clock]:
        """Its time limits."""
        return clocks(self.state, self.procedure, self.seen.book)

    @property
    def reference(self) -> str:
        """The council's reference."""
        return str(self.row.reference)

    @property
    def kind(self) -> str:
        """Type in words, and its procedure once somebody decided on it."""
        procedure = self.procedure.title if self.procedure else "No procedure"
        return f"{self._label('type')} · {procedure}" if self.state.is_triaged else self._label("type")

    @property
    def status(self) -> str:
        """Open or closed."""
        return "Open" if self.row.status == "open" else "Closed"

    @cached_property
    def glance(self) -> Glance:
        """What, from whom, with whom, and what is next by when and why."""
        return Glance.of(self.row, self.seen, self.clocks, self.next_steps.may)

    @property
    def standing(self) -> str:
        """Where it stands, in one sentence; one more where the Ombudsman waits."""
        return standing(self.row, self.seen)

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Rows of the summary list: what is recorded, without the blanks."""
        return summary(self.row, self.seen)

    @property
    def not_recorded(self) -> str:
        """What the record lacks, in one sentence, empty when nothing."""
        return not_recorded(self.row)

    @property
    def equality(self) -> list[dict[str, Any]]:
        """What the complainant said of themselves, blanks said as blanks."""
        return equality(self.row, self.seen)

    @cached_property
    def said(self) -> str:
        """The summary of what was said, for those who may see personal words."""
        receipts = [entry for entry in standing_entries(self.seen.entries) if isinstance(entry.event, Received)]
        return self.seen.words.get(receipts[0].words, "")

    @property
    def words_note(self) -> str:
        """Why there is no summary to read, empty when there is one."""
        if not self.seen.actor.may("see_words"):
            return "Your role does not include personal words, so what the complainant said is not shown."
        return "" if self.said else "No words of the complainant are kept with this record."

    @cached_property
    def cards(self) -> list[ClockCard]:
        """Its time limits as cards, and behind them the targets and agreed dates that stand beside none."""
        setting = Setting(self.seen.council, self.row.procedure, self.seen.book, self.seen.today, self.state.is_open)
        facts = clock_facts(self.state, self.procedure, self.seen.council, self.seen.book)
        return [*clock_cards(self.clocks, setting), *target_cards(alone(facts, self.clocks), setting)]

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {each.verb: each for each in steps(self.state, self.seen.book, today=self.seen.today)}

    @cached_property
    def next_steps(self) -> NextSteps:
        """What may happen next and what may not."""
        return NextSteps.of([*self._steps.values()], self.seen)

    @property
    def alerts(self) -> list[Alert]:
        """Safeguarding, and restrictions on contact with anyone in it."""
        return alerts(self.seen, self.known.restrictions)

    @cached_property
    def parts(self) -> list[Part]:
        """People, concerns, remedies and what else belongs to it."""
        involved = Involved(self.seen, self._steps, self.linked, self.known)
        parts = [*involved.parts(), *PutRight(self.seen, self._steps).parts()]
        return [part for part in parts if part.items or part.empty]

    @cached_property
    def papers(self) -> PapersPart:
        """Its correspondence and documents."""
        seen = self.seen
        return PapersPart(seen.number, seen.state, standing_entries(seen.entries), seen.words, seen.actor)

    @cached_property
    def ombudsman(self) -> list[OmbudsmanRecord]:
        """The Ombudsman's records."""
        return ombudsman_records(self.seen, self._steps)

    @property
    def happenings(self) -> list[Happening]:
        """The log, newest first; an entry that may be taken back leads to where it is."""
        seen, void = self.seen, self._steps["void"]
        return timeline(
            seen.entries,
            seen.words,
            Telling(seen.council, seen.book, self.row.procedure),
            may_see_words=seen.actor.may("see_words"),
            take_back={
                entry.position: step_href(void, seen.actor, seen.number, entry=entry.position)
                for entry in takeable(seen.entries)
            },
        )

    def _label(self, name: str) -> str:
        return self.seen.council.vocabulary(name).label(getattr(self.row, name))
