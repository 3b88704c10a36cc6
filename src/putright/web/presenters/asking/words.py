"""A question to the figures in words: the title of its table, what it counts, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from putright.authorities.faults import AuthorityFault
from putright.authorities.fixed_terms import vocabulary_asked
from putright.reporting.definition import FACTS
from putright.reporting.period import Period
from putright.reporting.questions import GROUPS, QUARTERS, UNITS, YEARS, Question
from putright.web.forms.asking import BASES, SHOW_CHOICES, AskForm, title_of

# Where in the form a fault of a definition is mended, by the last word of its place in the definition.
_FIELDS = {
    "base": "base",
    "average": "of",
    "sum": "of",
    "of": "of",
    "shown": "show",
    "row_share": "show",
    "change": "change",
    "each": "across",
    "columns": "across",
    "years": "years",
    "rows": "rows",
    "by": "rows",
}
# What the language calls by the words of its file, a form calls by its own.
_SAID = {
    "remove once_each": "untick “Count each representation once”, or the average and the sum",
    "count facts, without once_each": "untick “Count each representation once”",
    "write quarters in one place": "choose quarters as rows or as columns",
}


@dataclass(frozen=True)
class Fault:
    """Something in a question that cannot be answered: the field it is mended in, what is wrong and what to do."""

    field: str
    what: str
    remedy: str


def faults_in_words(faults: Iterable[AuthorityFault]) -> list[Fault]:
    """Each fault once, in the words of the form."""
    found = [_fault(fault) for fault in faults]
    return list(dict.fromkeys(found))


def _fault(fault: AuthorityFault) -> Fault:
    key = fault.place.split(" ")[-1]
    field = _FIELDS.get(key) or ("only" if fault.place.startswith("where") else "rows")
    return Fault(field, fault.what, _SAID.get(fault.remedy, fault.remedy))


def title_in_words(form: AskForm) -> str:
    """The title of the table that a form without faults asks for; {start} and {yy} stand for the year."""
    given = form.cleaned_data
    unit = UNITS["representation"] if given["once"] else UNITS[form.facts]
    when = " in {start}/{yy}" if given["years"] in ("", "1") and given["rows"] != YEARS else ""
    by = [_small(dimension_in_words(given[name], form)) for name in ("rows", "across") if given[name]]
    told = f"{unit} {_small(BASES[given['base'] or 'received'])}{when}"
    return f"{told[:1].upper()}{told[1:]}{', by ' if by else ''}{' and '.join(by)}"


def dimension_in_words(name: str, form: AskForm) -> str:
    """What people call what stands in rows or columns."""
    plain = {"": "", YEARS: "Year", QUARTERS: "Quarter"}
    if name in plain:
        return plain[name]
    title = title_of(name.removesuffix(GROUPS), form.council)
    return f"Group of {_small(title)}" if name.endswith(GROUPS) else title


def definition_in_words(form: AskForm, question: Question, period: Period) -> list[tuple[str, str]]:
    """What the table counts: each part of its definition with its name."""
    counted = FACTS[question.facts].counts
    each = "each representation once" if question.once_each else f"each {counted}"
    over = [period.years_on(-number).label("{start}/{yy}") for number in range(question.years)]
    shown = [label for name, label in SHOW_CHOICES if name in question.shown]
    lines = [
        ("Counts", f"{UNITS[question.facts].capitalize()}, {each}"),
        ("In the year if", BASES[question.base]),
        ("Years", ", ".join(over)),
        ("Rows", dimension_in_words(question.rows, form) if question.rows else "Only the total"),
        ("Columns", dimension_in_words(question.across, form) if question.across else "None but the years"),
        ("Shows", "; ".join(shown)),
    ]
    if question.of:
        lines.append(("Average or sum of", title_of(question.of, form.council)))
    return [*lines, *_filters(form, question)]


def _filters(form: AskForm, question: Question) -> list[tuple[str, str]]:
    lines = []
    for column, codes in question.only.items():
        vocabulary = vocabulary_asked(column, form.council)
        labels = [vocabulary.label(code) if vocabulary else code for code in codes]
        if labels:
            but = "All but " if column in question.refused else "Only "
            lines.append((title_of(column, form.council), but + ", ".join(labels)))
    for column, (low, high) in question.numbers.items():
        ends = [f"from {low}" if low is not None else "", f"to {high}" if high is not None else ""]
        if any(ends):
            lines.append((title_of(column, form.council), "Only " + " ".join(end for end in ends if end)))
    return lines


def _small(words: str) -> str:
    """With a small first letter, unless it is an abbreviation or a name."""
    return words if words[:7] == "Ombudsm" or words[1:2].isupper() else words[:1].lower() + words[1:]
