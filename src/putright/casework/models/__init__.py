"""What casework stores: the register, the log and the words beside it, the head of the chain, and the projections."""

from putright.casework.models.log import ChainHead, LogEntry, Register, Words
from putright.casework.models.projections import OmbudsmanRow, RepresentationRow, StageRow

__all__ = ["ChainHead", "LogEntry", "OmbudsmanRow", "Register", "RepresentationRow", "StageRow", "Words"]
