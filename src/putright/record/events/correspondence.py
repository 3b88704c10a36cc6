"""Correspondence: every e-mail, letter, call, meeting note and report, and the documents and letters with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CorrespondenceRecorded:
    """An exchange, in or out, with a party, a service or another body; what it said is beside the entry.

    `direction`: in or out. `channel`: e_mail, letter, telephone, meeting, report. `message` is the mail's identifier.
    `documents` are the numbers of those that came or went with it.
    """

    direction: str
    channel: str
    party: str
    message: str = ""
    documents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentAdded:
    """A document was put on the record; its name is beside the entry, its bytes are stored by `sha256`."""

    document: int
    sha256: str
    media_type: str
    size: int
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class LetterDrafted:
    """A letter was written from a template, or written again under its number; its text is beside the entry.

    `to_be_vetted`: the council wants a second person to read it before it goes.
    """

    letter: int
    template: str
    stage: str = ""
    to_be_vetted: bool = False


@dataclass(frozen=True, slots=True)
class LetterVetted:
    """A second person read the letter: approved, or sent back with a reason beside the entry."""

    letter: int
    approved: bool


@dataclass(frozen=True, slots=True)
class LetterSent:
    """The letter went out as it was kept, its document by `sha256`; `party` is the role of whom it went to."""

    letter: int
    channel: str
    sha256: str
    party: str = "complainant"
