"""The part of docs/reference/rules.md about what a procedure takes, asks and may refuse."""

from __future__ import annotations

from collections.abc import Iterator

from putright.rules import COMPLAINANTS, PROVIDERS, SUBJECTS, Answer, Citation, Procedure, Question, Refusal, Scope


def link(citation: Citation) -> str:
    """A citation as Markdown."""
    return f"[{citation}]({citation.href})"


def sentence(words: str) -> str:
    """Words with a capital at their head and a full stop at their end."""
    return f"{words[0].upper()}{words[1:]}."


def triage_lines(procedure: Procedure) -> Iterator[str]:
    """What is proposed for the procedure, the questions in order, and the lawful reasons to refuse."""
    if procedure.scope:
        yield "### What it is proposed for\n"
        yield from (_scope(scope) for scope in procedure.scope)
        yield ""
    if procedure.questions:
        yield "### What is asked first\n"
        for number, question in enumerate(procedure.questions, start=1):
            yield from _question(number, question)
        yield ""
    if procedure.refusals:
        yield "### Lawful reasons to refuse\n"
        yield "| Reason | What the complainant must be told | Source | Checked |"
        yield "|---|---|---|---|"
        yield from (_refusal(refusal) for refusal in procedure.refusals)
        yield ""
        for refusal in procedure.refusals:
            yield from (f"- `{refusal.code}`: {note}" for note in refusal.notes)
        yield ""


def _scope(scope: Scope) -> str:
    facts = ["; ".join(SUBJECTS[subject] for subject in scope.subjects)]
    if scope.complainants:
        facts.append(f"from {'; '.join(COMPLAINANTS[code] for code in scope.complainants)}")
    if scope.providers:
        facts.append(f"provided by {'; '.join(PROVIDERS[code] for code in scope.providers)}")
    if scope.nhs is not None:
        facts.append("with an NHS body" if scope.nhs else "without an NHS body")
    return f"- {sentence(', '.join(facts))} {scope.why} {link(scope.citation)} ({scope.checked})."


def _question(number: int, question: Question) -> Iterator[str]:
    yield (
        f"{number}. {question.text} (`{question.code}`) {question.why} {link(question.citation)} ({question.checked})."
    )
    for answer in question.answers:
        yield f"    - {answer.text}: {_onward(answer)}."


def _onward(answer: Answer) -> str:
    if answer.refusal:
        return f"refused, `{answer.refusal}`"
    if answer.decision:
        return f"decide `{answer.decision}`"
    return "go on"


def _refusal(refusal: Refusal) -> str:
    told = "; ".join(refusal.must_tell)
    return f"| {refusal.title} (`{refusal.code}`) | {told} | {link(refusal.citation)} | {refusal.checked} |"
