"""The questions the law asks before a complaint is taken on, and the lawful reasons for not taking it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from putright.rules.citations import Checked, Citation

CONTINUE: Final = "continue"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question. `leads_to` is "continue", "refuse:" with a refusal or "decide:" with a question."""

    code: str
    text: str
    leads_to: str

    @property
    def refusal(self) -> str | None:
        """Code of the refusal it leads to, if it leads to one."""
        return self.leads_to.removeprefix("refuse:") if self.leads_to.startswith("refuse:") else None

    @property
    def decision(self) -> str | None:
        """Code of the question that must then be decided, if it leads to one."""
        return self.leads_to.removeprefix("decide:") if self.leads_to.startswith("decide:") else None


@dataclass(frozen=True, slots=True)
class Question:
    """One question with every answer there is; `why` says what the rule wants to know."""

    code: str
    text: str
    why: str
    answers: tuple[Answer, ...]
    citation: Citation
    checked: Checked

    def answer(self, code: str) -> Answer:
        """The answer called `code`; NotAnAnswer, naming the answers there are, if there is none."""
        for answer in self.answers:
            if answer.code == code:
                return answer
        raise NotAnAnswer(self, code)


class NotAnAnswer(ValueError):
    """An answer that the question does not have; the message lists those it has."""

    def __init__(self, question: Question, code: str) -> None:
        known = ", ".join(answer.code for answer in question.answers)
        super().__init__(f"{code!r} is no answer to “{question.text}” Answer with one of: {known}.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A lawful reason not to consider a complaint, or not yet. `must_tell` is what its letter must say."""

    code: str
    title: str
    must_tell: tuple[str, ...]
    citation: Citation
    checked: Checked
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the questions have got: those answered, and what stands next.

    `question` is to be asked next; `refusal` is the reason reached for not going on. Both are None when every
    question was answered and the complaint goes on.
    """

    answered: tuple[tuple[Question, Answer], ...]
    question: Question | None
    refusal: Refusal | None

    @property
    def goes_on(self) -> bool:
        """Whether nothing is left to ask and nothing stands against considering it."""
        return self.question is None and self.refusal is None


def standing(questions: tuple[Question, ...], refusals: tuple[Refusal, ...], answers: Mapping[str, str]) -> Standing:
    """Where the `answers` (question code to answer code) lead, the questions asked in their order.

    A question that another leads to by "decide:" is asked only then. Answers to questions that were not reached are
    passed over. Raises NotAnAnswer for an answer that its question does not have.
    """
    by_code = {question.code: question for question in questions}
    reasons = {refusal.code: refusal for refusal in refusals}
    answered: list[tuple[Question, Answer]] = []
    for first in asked_in_turn(questions):
        asked: Question | None = first
        while asked is not None:
            if asked.code not in answers:
                return Standing(tuple(answered), asked, None)
            answer = asked.answer(answers[asked.code])
            answered.append((asked, answer))
            if answer.refusal is not None:
                return Standing(tuple(answered), None, reasons[answer.refusal])
            asked = by_code[answer.decision] if answer.decision is not None else None
    return Standing(tuple(answered), None, None)


def asked_in_turn(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions everybody is asked: those that no other leads to."""
    led_to = {answer.decision for question in questions for answer in question.answers}
    return tuple(question for question in questions if question.code not in led_to)
