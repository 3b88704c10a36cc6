"""Where a rule is written down, what kind of rule it is, and who has read it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

RuleKind = Literal["statutory_limit", "guidance", "code", "ombudsman_request", "partner_policy", "local_policy"]
Checked = Literal["primary", "secondary", "memory"]

RULE_KINDS: Final[tuple[RuleKind, ...]] = get_args(RuleKind)
CHECKED_MARKS: Final[tuple[Checked, ...]] = get_args(Checked)

KIND_IN_WORDS: Final[dict[RuleKind, str]] = {
    "statutory_limit": "a limit set by law",
    "guidance": "statutory guidance: follow it unless there is good reason not to",
    "code": "the Ombudsman's code: good reason is needed to depart from it",
    "ombudsman_request": "what the Ombudsman asks for in the case, not a limit set by law",
    "partner_policy": "the policy of a school or of a safeguarding partnership, not law",
    "local_policy": "the council's own policy, not law",
}

CHECKED_IN_WORDS: Final[dict[Checked, str]] = {
    "primary": "read in the primary text",
    "secondary": "read in a secondary source, not yet checked against the primary text",
    "memory": "from memory, not yet checked against any text",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision: `instrument` is its short name, `title` its full one, `href` where it can be read."""

    instrument: str
    title: str
    provision: str
    href: str

    def __str__(self) -> str:
        return f"{self.instrument}, {self.provision}"
