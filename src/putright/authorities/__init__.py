"""A council as data: vocabularies, adopted procedures, import mappings and report folders.

Start at :func:`load_authority`. ``authority`` is the council as a value, ``vocabulary`` its terms and how a printed
word finds one, ``mapping`` how an export is read; ``loading``, ``vocabulary_file`` and ``mapping_file`` read the
files; ``working`` what queues and reminders go by; ``spelling`` says when two spellings are one word.
"""

from putright.authorities.authority import AdoptedProcedure, Authority
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.loading import known_authorities, load_authority, mapping_from
from putright.authorities.mapping import ImportMapping
from putright.authorities.targets import LocalTarget, OwnSignOff, StandingTarget
from putright.authorities.vocabulary import Match, Term, Vocabulary
from putright.authorities.working import Rung, WorkRules

__all__ = [
    "AdoptedProcedure",
    "Authority",
    "AuthorityFault",
    "AuthorityFaults",
    "ImportMapping",
    "LocalTarget",
    "Match",
    "OwnSignOff",
    "Rung",
    "StandingTarget",
    "Term",
    "Vocabulary",
    "WorkRules",
    "known_authorities",
    "load_authority",
    "mapping_from",
]
