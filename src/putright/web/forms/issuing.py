"""What is asked on the way of a report to its issue."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from putright.authorities.publishing import LEAST_THRESHOLD, METHODS, MOST_THRESHOLD, DisclosureRules, Method
from putright.reporting.commentary import Chapter
from putright.web.forms.filters import DAY_FORMATS

LONGEST = 20_000
_NUMBER_FAULTS = ("required", "invalid", "min_value", "max_value")
_THRESHOLD = f"The smallest number printed must be from {LEAST_THRESHOLD} to {MOST_THRESHOLD}"
_BASE = f"The number to round to must be {LEAST_THRESHOLD} or more"


class AskingForm(forms.Form):
    """Which post is to write for which chapter, or to approve, by which day."""

    chapter = forms.CharField(required=False)

    def __init__(self, given: QueryDict | None, posts: Sequence[str], chapters: Sequence[Chapter] = ()) -> None:
        super().__init__(given)
        if chapters:
            self.fields["chapter"] = _choice("Choose the chapter", [each.key for each in chapters])
        self.fields["post"] = _choice("Choose the post", posts)
        wrong = "The day must be a real date, like 6/4/2017"
        self.fields["due_on"] = forms.DateField(
            input_formats=DAY_FORMATS, error_messages={"required": "Enter the day", "invalid": wrong}
        )


def _choice(missing: str, among: Sequence[str]) -> forms.ChoiceField:
    messages = {"required": missing, "invalid_choice": f"{missing} from the list"}
    return forms.ChoiceField(choices=[(each, each) for each in among], error_messages=messages)


class CommentaryForm(forms.Form):
    """What stands for a chapter; the position is that of the last entry that was read."""

    read_to = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    post = forms.CharField(max_length=120)
    text = forms.CharField(
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": f"The commentary must be {LONGEST:,} characters or fewer"},
    )
    is_finished = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        """The text with the line ends it is kept with."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class DisclosureForm(forms.Form):
    """How small numbers are kept out of one report, and why."""

    method = forms.ChoiceField(
        choices=[(method, method) for method in METHODS],
        error_messages={"required": "Choose how small numbers are kept out"},
    )
    threshold = forms.IntegerField(
        min_value=LEAST_THRESHOLD, max_value=MOST_THRESHOLD, error_messages=dict.fromkeys(_NUMBER_FAULTS, _THRESHOLD)
    )
    base = forms.IntegerField(min_value=LEAST_THRESHOLD, error_messages=dict.fromkeys(_NUMBER_FAULTS, _BASE))
    why = forms.CharField(max_length=1000, error_messages={"required": "Say why this report differs"})

    @property
    def rules(self) -> DisclosureRules:
        """The rules that were asked for."""
        methods: dict[str, Method] = {method: method for method in METHODS}
        given = self.cleaned_data
        return DisclosureRules(methods[given["method"]], given["threshold"], given["base"])
