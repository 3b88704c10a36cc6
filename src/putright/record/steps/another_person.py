"""That a stage is answered by somebody else than the stage before, where the rule book asks for it.

People are known by their posts, which is all that the log keeps of them. Who answered an imported stage is not known,
and nobody is kept from a stage on that account.
"""

from __future__ import annotations

from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import Procedure, Stage


def why_not_this_person(state: State, procedure: Procedure | None, stage: str, post: str) -> str:
    """Why `post` may not act at `stage`, with the rule; empty where it may."""
    known = {each.name for each in procedure.stages} if procedure else set()
    if procedure is None or stage not in known or not procedure.stage(stage).different_person:
        return ""
    before = answered_before(state, stage)
    if before is None or not before.answered_by or not same_post(before.answered_by, post):
        return ""
    return (
        f"{procedure.stage(stage).spoken_as} is for somebody else than {before.answered_by}, who answered "
        f"{procedure.stage(before.name).spoken_as} ({rule_for_another_person(procedure, stage)}). Give it to another."
    )


def answered_before(state: State, stage: str) -> StageState | None:
    """The stage that was answered last before `stage`, None if none was."""
    return next((each for each in reversed(state.stages) if each.responded_on and each.name != stage), None)


def rule_for_another_person(procedure: Procedure, stage: str) -> str:
    """Where it is written that somebody else answers `stage`: with who acts or signs there, else with what leads to it.
    The procedure itself where neither says."""
    rules = procedure.stage(stage)
    posts = (*rules.posts, *((rules.sign_off,) if rules.sign_off else ()))
    if posts:
        return str(posts[0].citation)
    leading = next((each.escalation for each in procedure.stages if _leads_to(each, stage)), None)
    return str(leading.citation) if leading else procedure.title


def same_post(one: str, other: str) -> bool:
    """Whether two posts are the same, however they are spaced and in any letter case."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _leads_to(stage: Stage, to: str) -> bool:
    return stage.escalation is not None and stage.escalation.to == to
