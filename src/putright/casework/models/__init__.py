"""What casework stores: register, log, the words beside it, the head of the chain, projections, people's keys."""

from putright.casework.models.log import ChainHead, LogEntry, Register, Words
from putright.casework.models.people import PersonKey
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
    "LogEntry", "OmbudsmanRow", "PersonKey", "Register", "RemedyRow", "RepresentationRow", "StageRow", "Words",
]  # fmt: skip
