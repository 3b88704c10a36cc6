"""The kinds of question a step asks. Each knows its words and bounds; `kind` says how the page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from putright.rules import in_words

MOST_WORDS = 20_000
FEW = 8
PARTS = ("day", "month", "year")
DAY_FORMATS = ["%d/%m/%Y", "%d/%B/%Y", "%d/%b/%Y"]
Choices = Iterable[tuple[str, str]]


def missing(label: str, verb: str = "Enter") -> str:
    """What is said when a field was left empty.

    >>> missing("Reason")
    'Enter: reason'
    >>> missing("Why is it closed?")
    'Answer “Why is it closed?”'
    """
    return f"Answer “{label}”" if label.endswith("?") else f"{verb}: {label[:1].lower()}{label[1:]}"


class DayParts(forms.Widget):
    """A day typed as day, month and year; the value is "d/m/y", empty when all three are."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """The three parts as one text."""
        parts = [str(data.get(f"{name}-{part}", "")).strip() for part in PARTS]
        return "/".join(parts) if any(parts) else ""


class Day(forms.DateField):
    """A day, between `earliest` and `latest` where they are given."""

    kind: ClassVar[str] = "day"
    widget = DayParts

    def __init__(self, label: str, *, hint: str = "", required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            input_formats=DAY_FORMATS,
            error_messages={
                "required": missing(label),
                "invalid": f"“{label}” must be a real day, with day, month and year, like 6 4 2017",
            },
        )
        self.earliest: date | None = None
        self.latest: date | None = None

    def validate(self, value: date | None) -> None:
        """Refuse a day outside the bounds, naming them."""
        super().validate(value)
        if value and self.latest and value > self.latest:
            raise ValidationError(f"“{self.label}” must be {in_words(self.latest)} or earlier")
        if value and self.earliest and value < self.earliest:
            raise ValidationError(f"“{self.label}” must be {in_words(self.earliest)} or later")


class Line(forms.CharField):
    """A few words on one line."""

    kind: ClassVar[str] = "line"

    def __init__(self, label: str, *, hint: str = "", required: bool = True, most: int = 120) -> None:
        messages = {
            "required": missing(label),
            "max_length": f"“{label}” must be at most {most} characters",
        }
        super().__init__(label=label, help_text=hint, required=required, max_length=most, error_messages=messages)


class Email(forms.EmailField):
    """An e-mail address."""

    kind: ClassVar[str] = "line"

    def __init__(self, label: str, *, hint: str = "") -> None:
        messages = {"invalid": f"“{label}” must be an e-mail address like name@example.gov.uk"}
        super().__init__(label=label, help_text=hint, required=False, error_messages=messages)

    def clean(self, value: Any) -> Any:
        """The address in small letters, as accounts have it."""
        return super().clean(value).lower()


class Text(forms.CharField):
    """As many words as it takes."""

    kind: ClassVar[str] = "text"

    def __init__(self, label: str, *, hint: str = "", required: bool = True) -> None:
        messages = {
            "required": missing(label),
            "max_length": f"“{label}” must be at most {MOST_WORDS:,} characters",
        }
        super().__init__(label=label, help_text=hint, required=required, max_length=MOST_WORDS, error_messages=messages)


class Pounds(forms.CharField):
    """An amount typed in pounds, given on as whole pence; -1 where it was left empty."""

    kind: ClassVar[str] = "money"

    def __init__(self, label: str, *, hint: str = "", required: bool = True) -> None:
        super().__init__(label=label, help_text=hint, required=required, error_messages={"required": missing(label)})

    def clean(self, value: Any) -> int:
        """Pence.

        >>> Pounds("Amount").clean("£1,250.50")
        125050
        >>> Pounds("Amount", required=False).clean("")
        -1
        """
        text = super().clean(value).replace("£", "").replace(",", "").strip()
        return self._pence(text) if text else -1

    def _pence(self, text: str) -> int:
        try:
            pence = Decimal(text) * 100
        except InvalidOperation:
            pence = Decimal("NaN")
        if not pence.is_finite() or pence != pence.to_integral_value():
            raise ValidationError(f"“{self.label}” must be an amount of money, like 250 or 250.50")
        if not 0 <= pence < 1_000_000_000:
            raise ValidationError(f"“{self.label}” must be between £0 and £10 million")
        return int(pence)


class Pick(forms.TypedChoiceField):
    """One of a list: round buttons for a few, a list to open for many. `hints` say more about a choice.

    `is_conditional`: whether it is to be answered depends on other answers, and its hint says on which.
    """

    def __init__(
        self,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        required: bool = True,
        coerce: Callable[[str], Any] = str,
        hints: Mapping[str, str] | None = None,
        empty: Any = "",
        kind: str = "",
    ) -> None:
        given, wrong = list(choices), f"“{label}”: choose one that is listed"
        messages = {"required": missing(label, "Choose"), "invalid_choice": wrong}
        super().__init__(
            label=label, choices=given, help_text=hint, required=required, coerce=coerce, empty_value=empty,
            error_messages=messages,
        )  # fmt: skip
        self.kind = kind or ("radios" if len(given) <= FEW or hints else "select")
        self.hints = hints or {}
        self.is_conditional = False
        if required and len(given) == 1:
            self.initial = given[0][0]


class PickSome(forms.TypedMultipleChoiceField):
    """Some of a list; at least one where it is required."""

    kind: ClassVar[str] = "checks"

    def __init__(
        self,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        required: bool = True,
        coerce: Callable[[str], Any] = str,
    ) -> None:
        messages = {"required": missing(label, "Choose"), "invalid_choice": f"“{label}”: choose from those listed"}
        super().__init__(
            label=label, choices=list(choices), help_text=hint, required=required, coerce=coerce,
            error_messages=messages,
        )  # fmt: skip
        self.hints: Mapping[str, str] = {}

    def clean(self, value: Any) -> tuple[Any, ...]:
        """What was chosen, in the order of the list."""
        return tuple(super().clean(value))


def yes_or_no(label: str, *, hint: str = "", yes: str = "Yes", no: str = "No") -> Pick:
    """A question answered yes or no."""
    return Pick(label, (("yes", yes), ("no", no)), hint=hint, coerce=lambda given: given == "yes")
