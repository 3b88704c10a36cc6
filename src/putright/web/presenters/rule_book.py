"""The rule book to read: procedures, their stages, and every limit with the rule that sets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from putright.authorities import Authority
from putright.rules import (
    CHECKED_IN_WORDS,
    KIND_IN_WORDS,
    START_EVENTS,
    Book,
    Checked,
    Citation,
    LimitValue,
    Procedure,
    Stage,
    TimeLimit,
    counted,
)
from putright.web.forms.steps.step_form import rule_of
from putright.web.presenters.words import long_date, sentence

KINDS = {
    "statutory_limit": "Set by law.",
    "guidance": "Set by statutory guidance.",
    "code": "Set by the Ombudsman’s code.",
    "ombudsman_request": "What the Ombudsman asks for, not a limit set by law.",
    "partner_policy": "The policy of a school or of a safeguarding partnership, not law.",
    "local_policy": "The council’s own policy, not law.",
}
POSTS = {
    "independent_person": "Independent person",
    "adjudicating_officer": "Adjudicating officer",
    "investigating_officer": "Investigating officer",
}


@dataclass(frozen=True)
class Source:
    """A rule as it is cited: `note` says how far it was checked, empty when read in the primary text."""

    text: str
    href: str
    note: str

    @classmethod
    def of(cls, citation: Citation, checked: Checked) -> Source:
        """The citation with its mark."""
        note = "" if checked == "primary" else sentence(CHECKED_IN_WORDS[checked])
        return cls(str(citation), citation.href, note)


@dataclass(frozen=True)
class LimitLine:
    """One time limit as it is now: how long, from what, how far it may be extended, and by which rule."""

    title: str
    length: str
    starts: str
    extension: str
    kind: str
    since: str
    source: Source
    notes: tuple[str, ...]

    @classmethod
    def of(cls, limit: TimeLimit) -> LimitLine:
        """The line of the value in force last."""
        value = limit.values[-1]
        return cls(
            title=limit.title,
            length=value.in_words,
            starts=f"from the day on which {START_EVENTS[value.starts_from]}",
            extension=_extension(value),
            kind=KIND_IN_WORDS[limit.kind],
            since=long_date(value.in_force_from),
            source=Source.of(value.citation, value.checked),
            notes=value.notes,
        )


def _extension(value: LimitValue) -> str:
    if value.extended is None:
        return ""
    return f"May become {counted(value.extended.count, value.unit)} in all, by {value.extended.authorised_by}."


@dataclass(frozen=True)
class StageSection:
    """A stage: its limits, who acts, and what may be asked for next."""

    name: str
    title: str
    limits: list[LimitLine]
    posts: list[tuple[str, str, Source]]
    onward: str
    onward_source: Source | None

    @classmethod
    def of(cls, stage: Stage, procedure: Procedure) -> StageSection:
        """The section of a stage of `procedure`."""
        posts = [
            (
                POSTS.get(post.name, post.name.replace("_", " ").capitalize()),
                post.duty,
                Source.of(post.citation, post.checked),
            )
            for post in stage.posts
        ]
        onward = stage.escalation
        return cls(
            name=stage.name,
            title=_stage_title(stage),
            limits=[LimitLine.of(limit) for limit in stage.limits.values()],
            posts=posts,
            onward=_onward(stage, procedure),
            onward_source=Source.of(onward.citation, onward.checked) if onward else None,
        )


def _onward(stage: Stage, procedure: Procedure) -> str:
    if stage.escalation is None:
        return f"This is the last stage. Afterwards: {procedure.after}"
    following = procedure.stage(stage.escalation.to)
    grounds = "with grounds" if stage.escalation.grounds_needed else "without giving grounds"
    unanswered = ", also when this stage is not answered in time" if stage.escalation.when_unanswered else ""
    told = f"The complainant may ask for {_stage_title(following)} {grounds}{unanswered}."
    return f"{told} {_early_referral(stage)}".strip()


def _early_referral(stage: Stage) -> str:
    early = stage.early_referral
    return f"{early.in_words} {rule_of(early)}" if early else ""


@dataclass(frozen=True)
class ProcedurePage:
    """A procedure to read."""

    procedure: Procedure
    council: Authority

    @property
    def title(self) -> str:
        """What it is called."""
        return self.procedure.title

    @property
    def kind(self) -> str:
        """What sort of rule it is."""
        return KINDS[self.procedure.kind]

    @property
    def adopted(self) -> str:
        """How this council uses it, in one sentence."""
        adopted = self.council.procedures.get(self.procedure.name)
        if adopted is None:
            return f"{self.council.name} has not adopted it."
        category = self.council.vocabulary("category").label(adopted.category)
        return f"{self.council.name} reports it under “{category}”."

    @property
    def working_day(self) -> tuple[str, Source]:
        """What a working day is under it, and by which rule."""
        rule = self.procedure.working_day
        return rule.definition, Source.of(rule.citation, rule.checked)

    @property
    def limits(self) -> list[LimitLine]:
        """Limits of the procedure as a whole."""
        return [LimitLine.of(limit) for limit in self.procedure.limits.values()]

    @property
    def stages(self) -> list[StageSection]:
        """Its stages in order."""
        return [StageSection.of(stage, self.procedure) for stage in self.procedure.stages]


def contents(book: Book, council: Authority) -> dict[str, list[dict[str, Any]]]:
    """The procedures of the book by title: those the council has adopted, and the others."""
    pages = sorted((ProcedurePage(procedure, council) for procedure in book.procedures.values()), key=lambda p: p.title)
    told = [(page.procedure.name in council.procedures, _content(page)) for page in pages]
    return {
        f"Adopted by {council.name}": [content for adopted, content in told if adopted],
        "Others in the book": [content for adopted, content in told if not adopted],
    }


def _content(page: ProcedurePage) -> dict[str, Any]:
    return {
        "title": page.title,
        "href": reverse("procedure", args=[page.procedure.name]),
        "adopted": page.adopted if page.procedure.name in page.council.procedures else "",
        "stages": ", ".join(_stage_title(stage) for stage in page.procedure.stages),
    }


def _stage_title(stage: Stage) -> str:
    """What people call the stage, and its title where that says more."""
    if stage.spoken_as.lower() == stage.title.lower():
        return stage.spoken_as
    return f"{stage.spoken_as} ({stage.title[:1].lower()}{stage.title[1:]})"
