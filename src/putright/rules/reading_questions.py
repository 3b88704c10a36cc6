"""From the tables of a procedure file to its questions, its reasons to refuse and the matters it takes."""

from __future__ import annotations

from collections.abc import Mapping

from putright.rules.questions import CONTINUE, Answer, Question, Refusal
from putright.rules.reading import Table
from putright.rules.reading_citations import citation_from
from putright.rules.scopes import COMPLAINANTS, PROVIDERS, SUBJECTS, Scope

_WHY_CODE = "The record keeps it by its code."


def questions_from(table: Table, instruments: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions of a file, in the order in which they are asked."""
    questions = tuple(_question_from(entry, instruments) for entry in table.listed_tables("questions"))
    table.no_code_twice("questions", [question.code for question in questions])
    return questions


def _question_from(entry: Table, instruments: Mapping[str, str]) -> Question:
    code, text = entry.text("code", _WHY_CODE), entry.text("text")
    why = entry.text("why", "The officer is told what the rule wants to know.")
    answers = tuple(_answer_from(answer) for answer in entry.listed_tables("answers"))
    if len(answers) < 2:
        entry.fault(
            f"there {'is 1 answer' if answers else 'are no answers'}.",
            "A question that cannot be answered in two ways asks nothing.",
            f"Write [[{entry.place.partition('[')[0]}.answers]], two or more.",
            "answers",
        )
    entry.no_code_twice("answers", [answer.code for answer in answers])
    question = Question(code, text, why, answers, *citation_from(entry, instruments))
    entry.no_other_keys()
    return question


def _answer_from(entry: Table) -> Answer:
    remedy = 'Write leads_to = "continue", "refuse:REASON" or "decide:QUESTION".'
    answer = Answer(
        entry.text("code", _WHY_CODE), entry.text("text"), entry.text("leads_to", "An answer leads somewhere.", remedy)
    )
    if answer.leads_to and answer.leads_to != CONTINUE and not (answer.refusal or answer.decision):
        entry.fault(f"leads_to is {answer.leads_to!r}.", "An answer leads somewhere.", remedy, "leads_to")
    entry.no_other_keys()
    return answer


def refusals_from(table: Table, instruments: Mapping[str, str]) -> tuple[Refusal, ...]:
    """The lawful reasons to refuse that a file gives."""
    refusals = []
    for entry in table.listed_tables("refusals"):
        code, title = entry.text("code", _WHY_CODE), entry.text("title")
        must_tell = entry.texts("must_tell", "A refusal says what the complainant can still do.")
        refusals.append(Refusal(code, title, must_tell, *citation_from(entry, instruments), entry.texts("notes")))
        entry.no_other_keys()
    table.no_code_twice("refusals", [refusal.code for refusal in refusals])
    return tuple(refusals)


def check_answers(table: Table, questions: tuple[Question, ...], refusals: tuple[Refusal, ...]) -> None:
    """Note every answer that leads nowhere or round, and every refusal that no answer leads to."""
    codes, reasons = {question.code for question in questions}, {refusal.code for refusal in refusals}
    used = set()
    for number, question in enumerate(questions, start=1):
        for answer in question.answers:
            place = f"questions[{number}].answers.{answer.code}"
            if answer.decision is not None and answer.decision not in codes:
                table.fault(
                    f"{answer.decision!r} is no question of this file.",
                    "The officer would be asked nothing.",
                    f"Write decide: with one of: {', '.join(sorted(codes))}.",
                    place,
                )
            if answer.refusal is not None and answer.refusal not in reasons:
                table.fault(
                    f"{answer.refusal!r} is no reason to refuse of this file.",
                    "A complaint is refused only for a reason that the rules know.",
                    f"Write refuse: with one of: {', '.join(sorted(reasons)) or 'none here yet'}.",
                    place,
                )
            used.add(answer.refusal)
    for refusal in refusals:
        if refusal.code and refusal.code not in used:
            table.fault(
                f"no answer leads to the reason {refusal.code!r}.",
                "A complaint would be refused without the question being asked.",
                f"Let an answer lead to refuse:{refusal.code}, or take the reason out.",
                "refusals",
            )
    _check_decisions(table, questions)


def _check_decisions(table: Table, questions: tuple[Question, ...]) -> None:
    """Each decision stands after the question that leads to it, so that the questions cannot go round."""
    codes = [question.code for question in questions]
    for number, question in enumerate(questions):
        for answer in question.answers:
            if answer.decision in codes and codes.index(answer.decision) <= number:
                table.fault(
                    f"{question.code!r} leads back to {answer.decision!r}.",
                    "Questions that go round never end.",
                    "Write the question that is to be decided after the one that leads to it.",
                    "questions",
                )


def scope_from(table: Table, instruments: Mapping[str, str]) -> tuple[Scope, ...]:
    """The sorts of matter a procedure takes."""
    scopes = []
    for entry in table.listed_tables("scope"):
        why = "A matter is proposed for a procedure by what is known of it."
        facts = (
            entry.some_of("subjects", SUBJECTS, why, needed=True),
            entry.some_of("complainants", COMPLAINANTS, why),
            entry.some_of("providers", PROVIDERS, why),
            entry.flag("nhs", why) if entry.has("nhs") else None,
        )
        because = entry.text("why", "The officer is told why it is proposed.")
        scopes.append(Scope(*facts, because, *citation_from(entry, instruments)))
        entry.no_other_keys()
    return tuple(scopes)
