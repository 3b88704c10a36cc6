"""What casework stores: the register, the log and the words beside it, the head of the chain, and the projections."""

from putright.casework.models.log import ChainHead, LogEntry, Register, Words
from putright.casework.models.projections import (
    PROJECTIONS,
    ActionRow,
    AppointmentRow,
    ClockRow,
    ConcernRow,
    CostRow,
    LearningRow,
    OmbudsmanRow,
    RemedyRow,
    RepresentationRow,
    StageRow,
)

__all__ = [
    "PROJECTIONS", "ActionRow", "AppointmentRow", "ChainHead", "ClockRow", "ConcernRow", "CostRow", "LearningRow",
    "LogEntry", "OmbudsmanRow", "Register", "RemedyRow", "RepresentationRow", "StageRow", "Words",
]  # fmt: skip
