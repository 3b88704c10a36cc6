"""What can happen to a representation, one frozen value for each; a module for each side of the work.

An event says what happened and nothing else; when it happened, when it was recorded and by whom are on its
:class:`Entry`. Personal words (names, a summary, a reason given by a person) are never inside an event: the entry
carries their digest and the words are kept beside the log, so that they can be erased while the log stays whole.

Values of a vocabulary are its term codes (see ``putright.authorities``); a blank is ``not_recorded``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from putright.record.events.blank import NOT_RECORDED
from putright.record.events.correspondence import (
    CorrespondenceRecorded,
    DocumentAdded,
    LetterDrafted,
    LetterSent,
    LetterVetted,
)
from putright.record.events.handling import (
    AccessOpened,
    AccessRestricted,
    Assigned,
    Chased,
    Closed,
    Linked,
    MeetingDeclined,
    MeetingHeld,
    MeetingOffered,
    MergedInto,
    OutcomeRecorded,
    Refused,
    Reminded,
    Reopened,
    ResolvedEarly,
    SplitFrom,
    Triaged,
    Withdrawn,
)
from putright.record.events.ombudsman import (
    OmbudsmanAnswered,
    OmbudsmanDecided,
    OmbudsmanReferred,
    OmbudsmanStageStarted,
    OmbudsmanToldOf,
)
from putright.record.events.people import (
    ConsentRecorded,
    ContactRestricted,
    EqualityRecorded,
    PartyNamed,
    ReferredForSafeguarding,
    RestrictionReviewed,
    SafeguardingSettled,
)
from putright.record.events.putting_right import (
    ActionAgreed,
    ActionChecked,
    ActionCompleted,
    CostIncurred,
    LearningRecorded,
    NothingToLearn,
    RemedyAgreed,
    RemedyDone,
)
from putright.record.events.receipt import (
    Acknowledged,
    ConcernDropped,
    ConcernRaised,
    Converted,
    Corrected,
    Imported,
    Received,
    Voided,
)
from putright.record.events.stages import (
    WHOLE,
    Adjudicated,
    Appointed,
    AppointmentEnded,
    EscalationRequested,
    Extended,
    Finding,
    PanelMet,
    Paused,
    PlanAgreed,
    RecommendationsReceived,
    Responded,
    Resumed,
    SignedOff,
    StageLeftOut,
    StageStarted,
    StatementFinalised,
)

Event = (
    Received
    | Imported
    | Acknowledged
    | ConcernRaised
    | ConcernDropped
    | Converted
    | Corrected
    | Voided
    | PartyNamed
    | ConsentRecorded
    | EqualityRecorded
    | ContactRestricted
    | RestrictionReviewed
    | ReferredForSafeguarding
    | SafeguardingSettled
    | Assigned
    | AccessRestricted
    | AccessOpened
    | Triaged
    | Refused
    | Chased
    | Reminded
    | MeetingOffered
    | MeetingHeld
    | MeetingDeclined
    | ResolvedEarly
    | OutcomeRecorded
    | Withdrawn
    | Closed
    | Reopened
    | Linked
    | MergedInto
    | SplitFrom
    | EscalationRequested
    | StageLeftOut
    | StageStarted
    | StatementFinalised
    | PlanAgreed
    | Extended
    | Paused
    | Resumed
    | Appointed
    | AppointmentEnded
    | PanelMet
    | RecommendationsReceived
    | Adjudicated
    | SignedOff
    | Responded
    | CorrespondenceRecorded
    | DocumentAdded
    | LetterDrafted
    | LetterVetted
    | LetterSent
    | OmbudsmanReferred
    | OmbudsmanDecided
    | OmbudsmanStageStarted
    | OmbudsmanAnswered
    | OmbudsmanToldOf
    | RemedyAgreed
    | RemedyDone
    | CostIncurred
    | LearningRecorded
    | NothingToLearn
    | ActionAgreed
    | ActionCompleted
    | ActionChecked
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: an event with the day it happened, the instant it was recorded, and the post that did.

    `position` counts from 1 within the representation. `words` is the digest of the personal words kept beside
    the entry, empty when there are none.
    """

    position: int
    happened_on: date
    recorded_at: datetime
    by: str
    event: Event
    words: str = ""


__all__ = [
    "NOT_RECORDED",
    "WHOLE",
    "AccessOpened",
    "AccessRestricted",
    "Acknowledged",
    "ActionAgreed",
    "ActionChecked",
    "ActionCompleted",
    "Adjudicated",
    "Appointed",
    "AppointmentEnded",
    "Assigned",
    "Chased",
    "Closed",
    "ConcernDropped",
    "ConcernRaised",
    "ConsentRecorded",
    "ContactRestricted",
    "Converted",
    "Corrected",
    "CorrespondenceRecorded",
    "CostIncurred",
    "DocumentAdded",
    "Entry",
    "EqualityRecorded",
    "EscalationRequested",
    "Event",
    "Extended",
    "Finding",
    "Imported",
    "LearningRecorded",
    "LetterDrafted",
    "LetterSent",
    "LetterVetted",
    "Linked",
    "MeetingDeclined",
    "MeetingHeld",
    "MeetingOffered",
    "MergedInto",
    "NothingToLearn",
    "OmbudsmanAnswered",
    "OmbudsmanDecided",
    "OmbudsmanReferred",
    "OmbudsmanStageStarted",
    "OmbudsmanToldOf",
    "OutcomeRecorded",
    "PanelMet",
    "PartyNamed",
    "Paused",
    "PlanAgreed",
    "Received",
    "RecommendationsReceived",
    "ReferredForSafeguarding",
    "Refused",
    "RemedyAgreed",
    "RemedyDone",
    "Reminded",
    "Reopened",
    "ResolvedEarly",
    "Responded",
    "RestrictionReviewed",
    "Resumed",
    "SafeguardingSettled",
    "SignedOff",
    "SplitFrom",
    "StageLeftOut",
    "StageStarted",
    "StatementFinalised",
    "Triaged",
    "Voided",
    "Withdrawn",
]
