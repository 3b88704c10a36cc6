"""The answer is signed off by the post that the procedure, or the council, requires."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import SignedOff
from putright.record.state import State
from putright.record.steps import Step
from putright.record.steps.another_person import same_post


def sign_off(writing: Writing, *, on: date) -> State:
    """The answer is signed off by whoever writes: not who answered the stage before where the procedure says so, and
    the post that the council names where the council itself wants it signed off."""

    def events(state: State, asked: Step) -> list[Dated]:
        refuse_who_answered_before(state, asked.stage, writing.actor.post)
        _refuse_another_post(writing, state, asked)
        return [Dated(SignedOff(asked.stage, writing.actor.post), on)]

    return perform(writing, "sign_off", events)


def _refuse_another_post(writing: Writing, state: State, asked: Step) -> None:
    own = setting.authority(writing.actor.authority).own_sign_off(state.procedure, asked.stage)
    if own and not any(_is_of(post, own.post) for post in writing.actor.posts):
        raise NotPermitted(
            f"The council wants it signed off by: {own.post} ({own.source}). You sign as {writing.actor.post}."
        )


def _is_of(post: str, wanted: str) -> bool:
    """Whether a post is the one wanted, or one of several that bear its name: District Manager, District Manager 2."""
    return same_post(post, wanted) or post.casefold().startswith(f"{wanted.casefold()} ")
