"""Adding documents, by themselves or with correspondence."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from putright.casework.documents import NewDocument
from putright.casework.media_types import LARGEST
from putright.casework.taking_documents import MOST_AT_ONCE, File, FilesRefused, take
from putright.web.forms.letters import LONGEST, ReadTo
from putright.web.forms.steps.fields import Day
from putright.web.forms.steps.lists import CHANNELS, DIRECTIONS, OTHER_SIDES, PARTY_ROLES, word

SIDES = PARTY_ROLES | OTHER_SIDES


class SeveralFiles(forms.FileField):
    """Any number of files; the value is a list of them."""

    def __init__(self, **options: Any) -> None:
        widget = forms.ClearableFileInput()
        widget.allow_multiple_selected = True  # type: ignore[attr-defined]
        super().__init__(widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files that were chosen, none of them empty-handed."""
        chosen = [super(SeveralFiles, self).clean(each, initial) for each in data or [None]]
        return [each for each in chosen if each]


class DocumentsForm(ReadTo):
    """Files to be put on the record. After validation `taken` are those that were kept."""

    files = SeveralFiles(allow_empty_file=True, error_messages={"required": "Choose at least one file"})
    confidential = forms.BooleanField(required=False)

    def __init__(self, request: HttpRequest) -> None:
        posted = request.method == "POST"
        super().__init__(request.POST if posted else None, request.FILES if posted else None)
        self.taken: list[NewDocument] = []

    def clean(self) -> dict[str, Any]:
        """Check every file and keep all, or say of each what is wrong and keep none."""
        cleaned = super().clean() or {}
        files = cleaned.get("files", [])
        if self.errors or not files:
            return cleaned
        try:
            # One byte more than is taken tells that a file is too large, and no more of it is read.
            came = [File(each.name or "", each.read(LARGEST + 1)) for each in files[: MOST_AT_ONCE + 1]]
            self.taken = take(came, confidential=cleaned.get("confidential", False))
        except FilesRefused as refused:
            for fault in refused.faults:
                self.add_error("files", fault)
        return cleaned


class CorrespondenceForm(DocumentsForm):
    """An exchange with somebody: which way, how, with whom, when, what was said, and what came with it."""

    def __init__(self, request: HttpRequest, today: date, received_on: date, roles: list[str]) -> None:
        super().__init__(request)
        self.fields["files"].required = False
        sides = [(role, word(PARTY_ROLES, role)) for role in dict.fromkeys(["complainant", *roles])]
        self.sides = [*sides, *OTHER_SIDES.items()]
        self.fields["direction"] = _choice(DIRECTIONS.items(), "Choose which way it went")
        self.fields["channel"] = _choice(CHANNELS.items(), "Choose what it was")
        self.fields["party"] = _choice(self.sides, "Choose with whom it was")
        day = Day("When was it?")
        day.earliest, day.latest = received_on, today
        self.fields["on"] = day
        too_long = f"What was said must be {LONGEST:,} characters or fewer"
        self.fields["text"] = forms.CharField(
            max_length=LONGEST, error_messages={"required": "Write what was said", "max_length": too_long}
        )
        self.order_fields(["direction", "channel", "party", "on", "text", "files", "confidential", "read_to"])
        self.initial = {"on": today}


def _choice(choices: Any, wanted: str) -> forms.ChoiceField:
    return forms.ChoiceField(choices=list(choices), error_messages={"required": wanted, "invalid_choice": wanted})
