"""Writing, vetting and sending a letter, and wording a council's letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from putright.correspondence.letters import LetterTemplate
from putright.correspondence.letters_sending import Way

LONGEST = 20_000


class ReadTo(forms.Form):
    """A form that knows up to which entry its reader had read."""

    read_to = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @property
    def read(self) -> int:
        """The last entry that was seen."""
        return int(self.cleaned_data["read_to"])


class DraftForm(ReadTo):
    """The text of a letter."""

    text = forms.CharField(
        max_length=LONGEST,
        strip=False,
        error_messages={
            "required": "Write the letter",
            "max_length": f"The letter must be {LONGEST:,} characters or fewer",
        },
    )

    def clean_text(self) -> str:
        """The text with the line ends it is kept with."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class VettingForm(ReadTo):
    """Approve a letter, or send it back with the reason."""

    verdict = forms.ChoiceField(
        choices=[("approve", "Approve it"), ("send_back", "Send it back")],
        error_messages={"required": "Choose whether the letter may go"},
    )
    why = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, gaps: Sequence[str], given: QueryDict | None = None) -> None:
        super().__init__(given)
        self.gaps = gaps

    def clean_verdict(self) -> str:
        """A letter with gaps cannot go, so it cannot be approved."""
        verdict = str(self.cleaned_data["verdict"])
        if verdict == "approve" and self.gaps:
            raise ValidationError("The letter still has gaps. Send it back, so that they are filled")
        return verdict

    def clean(self) -> dict[str, Any]:
        """A letter that goes back goes with a reason."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == "send_back" and not cleaned.get("why"):
            self.add_error("why", "Say what is to be changed")
        return cleaned


class SendingForm(ReadTo):
    """How a letter goes."""

    def __init__(self, ways: Sequence[Way], given: QueryDict | None = None) -> None:
        super().__init__(given)
        self.ways = {way.key: way for way in ways}
        self.fields["way"] = forms.ChoiceField(
            choices=[(key, key) for key in self.ways],
            error_messages={"required": "Choose how the letter goes", "invalid_choice": "Choose how the letter goes"},
        )

    @property
    def way(self) -> Way:
        """The way that was chosen."""
        return self.ways[self.cleaned_data["way"]]


class WordingForm(forms.Form):
    """The wording of one of the council's letters."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    title = forms.CharField(
        max_length=200,
        error_messages={
            "required": "Write what the letter is about",
            "max_length": "What the letter is about must be 200 characters or fewer",
        },
    )
    to_be_vetted = forms.BooleanField(required=False)
    body = forms.CharField(max_length=LONGEST, error_messages={"required": "Write the letter"})

    def changed(self, template: LetterTemplate) -> LetterTemplate:
        """The template as it would be with this wording."""
        given = self.cleaned_data
        return LetterTemplate(
            code=template.code,
            title=given["title"],
            moment=template.moment,
            body=given["body"].replace("\r\n", "\n").strip(),
            procedure=template.procedure,
            stage=template.stage,
            to_be_vetted=given["to_be_vetted"],
            version=given["version"],
        )
