"""What each event does to the state: one small function an event, a module for each side of the work."""

from putright.record.applying import correspondence, handling, ombudsman, people, putting_right, receipt, stages
from putright.record.applying.applies import APPLY, NotReplayable

__all__ = [
    "APPLY",
    "NotReplayable",
    "correspondence",
    "handling",
    "ombudsman",
    "people",
    "putting_right",
    "receipt",
    "stages",
]
