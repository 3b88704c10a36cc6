"""Every fault an imported row can have: its code, what becomes of the row, what it means, and the remedy.

``docs/reference/import-faults.md`` is made from `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from putright.authorities.mapping import ORDER_FAULTS

Treatment = Literal["refuse", "flag"]


@dataclass(frozen=True)
class FaultKind:
    """One way for a row to be wrong. Its words may name {column}, {value} and what the check found out."""

    code: str
    treatment: Treatment
    reason: str
    remedy: str


_WHOLE_ROW = (
    FaultKind(
        "wrong_column_count",
        "refuse",
        "It has {found} cells where the headings are {expected}.",
        "Put the cells under their headings; text with commas must stand in double quotes.",
    ),
    FaultKind(
        "repeated_header", "refuse", "It is the line of headings again, not a record.", "Leave it out; nothing is lost."
    ),
    FaultKind(
        "footer_row",
        "refuse",
        "It is a closing line of the older system (“{value}”), not a record.",
        "Leave it out; nothing is lost.",
    ),
    FaultKind(
        "unterminated_quote",
        "refuse",
        "A double quote before “{value}” is opened and never closed, so it cannot be told where the cell ends.",
        "Add the missing quote, or complete the record from the older system.",
    ),
    FaultKind(
        "bad_quotes",
        "refuse",
        "Text follows a closing double quote, so it cannot be told where the cell ends.",
        'Write a double quote within a cell twice ("").',
    ),
    FaultKind(
        "stray_carriage_return",
        "refuse",
        "A line break without quotes around it stands in the middle of the record.",
        "Put the cell in double quotes, or take the line break out.",
    ),
)
_TEXT = (
    FaultKind(
        "not_utf8",
        "refuse",
        "It holds a byte that is not UTF-8, as the rest of the file is. Read as Windows-1252 it is “{value}”.",
        "Correct the character and save the file as UTF-8.",
    ),
    FaultKind(
        "not_windows_1252",
        "refuse",
        "“{value}” holds a byte that stands for nothing in Windows-1252, the encoding of the file.",
        "Correct the character.",
    ),
    FaultKind(
        "nul_byte",
        "refuse",
        "“{value}” holds a NUL byte: part of the text may have been lost.",
        "Compare it with the older system and type the text again.",
    ),
    FaultKind(
        "cell_too_long",
        "refuse",
        "It has {length} characters; {longest} is the most for {column}.",
        "Shorten it; attach long texts as documents.",
    ),
    FaultKind(
        "control_character",
        "flag",
        "“{value}” holds an invisible control character ({name}).",
        "Look at the text: something may be missing around it.",
    ),
    FaultKind(
        "damaged_character",
        "flag",
        "“{value}” holds the sign for a character that was lost before the file was written.",
        "Compare it with the older system and correct it.",
    ),
    FaultKind(
        "formula_injection",
        "flag",
        "“{value}” begins as a spreadsheet formula does. It is kept as text and never written out as a formula.",
        "Look at the text, and at how it came into the older system.",
    ),
)
_VALUES = (
    FaultKind("missing_reference", "refuse", "There is no reference.", "Find the reference in the older system."),
    FaultKind("missing_required", "refuse", "{column} is blank.", "Fill it in from the older system."),
    FaultKind(
        "reference_format",
        "flag",
        "“{value}” does not look like a reference of the older system. A spreadsheet may have spoilt it.",
        "Compare it with the older system and correct it.",
    ),
    FaultKind("unknown_category", "refuse", "There is no category “{value}”.", "Write one of: {known}."),
    FaultKind("unknown_type", "refuse", "There is no type of representation “{value}”.", "Write one of: {known}."),
    FaultKind(
        "type_not_in_category",
        "refuse",
        "“{value}” does not occur in the category {category}, but in: {within}.",
        "Correct the type or the category.",
    ),
    FaultKind(
        "unknown_value",
        "refuse",
        "“{value}” is not in the council's list for {column}.",
        "Write one of: {known}. A new value is added to the council's vocabulary first.",
    ),
    FaultKind(
        "value_not_in_category",
        "flag",
        "“{value}” is not used in the category {category}, so no table of that category shows it.",
        "Correct the value or the category, or extend the council's vocabulary.",
    ),
    FaultKind(
        "value_not_in_use",
        "flag",
        "“{value}” was not in use on {on}.",
        "Correct the value, or the days of use in the council's vocabulary.",
    ),
    FaultKind("bad_amount", "refuse", "“{value}” is not an amount of pounds.", "Write it as 250.00."),
    FaultKind(
        "bad_number", "refuse", "“{value}” is not a number from 1 to {most}.", "Number them from 1 within the case."
    ),
    FaultKind("unknown_choice", "refuse", "“{value}” is not known for {column}.", "Write one of: {known}."),
    FaultKind("unknown_status", "refuse", "“{value}” is not a status of the older system.", "Write one of: {known}."),
    FaultKind(
        "status_contradicts_date",
        "flag",
        "The status is “{value}”, and the date of closing is {closed}. The date is followed.",
        "Correct the status or the date of closing.",
    ),
    FaultKind(
        "refused_without_reason",
        "refuse",
        "It was refused, and no reason is given.",
        "Fill in the reason. A refusal without a reason cannot be counted.",
    ),
    FaultKind(
        "reason_without_refusal",
        "flag",
        "A reason for refusing is given (“{value}”), but it was not refused. The reason is left out.",
        "Correct the type, or take the reason out.",
    ),
)
_DATES = (
    FaultKind("bad_date", "refuse", "“{value}” is not a date: {why}.", "Write the day, month and year as 31/12/2017."),
    FaultKind(
        "future_date",
        "refuse",
        "{on} is after {as_of}, the day by which the file is judged.",
        "Correct the date.",
    ),
    FaultKind(
        "two_digit_year",
        "flag",
        "“{value}” has a year of two digits; it was read as {on}.",
        "Compare it with the older system.",
    ),
    FaultKind(
        "excel_serial_date",
        "flag",
        "“{value}” is a spreadsheet's number for a day; it was read as {on}.",
        "Compare it with the older system.",
    ),
    FaultKind(
        "swapped_day_month",
        "flag",
        "{on} contradicts the due date {due}; with day and month exchanged, {swapped}, it would fit.",
        "Find out which is right. Nothing was exchanged.",
    ),
    FaultKind(
        "due_date_inconsistent",
        "flag",
        "{value} is not the due date: {count} working days from {start} end on {due}.",
        "Correct the start or the due date. The rule book's date is used.",
    ),
    FaultKind(
        "extension_inconsistent",
        "flag",
        "{value} is not within what an extension allows: from {least} to {most}.",
        "Correct the date. It is kept as it is.",
    ),
)
_ORDER = (
    *(
        FaultKind(code, "refuse", "{column}, {on}, is before {other}, {other_on}.", "Correct one of the two dates.")
        for code in ORDER_FAULTS
    ),
    FaultKind(
        "response_without_start",
        "refuse",
        "{stage} was answered, but it has no start date.",
        "Fill in the start date, or take the answer out.",
    ),
    FaultKind(
        "stage2_without_stage1",
        "refuse",
        "{stage} has dates, but {before} was never answered, as this procedure requires.",
        "Fill in the answer to {before}, or take the dates of {stage} out.",
    ),
    FaultKind(
        "stage3_without_stage2",
        "refuse",
        "{stage} has dates, but {before} was never answered, as this procedure requires.",
        "Fill in the answer to {before}, or take the dates of {stage} out.",
    ),
    FaultKind(
        "stage_without_earlier_stage",
        "refuse",
        "{stage} has dates, but {before} was never answered, as this procedure requires.",
        "Fill in the answer to {before}, or take the dates of {stage} out.",
    ),
    FaultKind(
        "stage_without_procedure",
        "refuse",
        "{stage} has dates, but the category {category} is handled under no procedure with that stage.",
        "Correct the category, or take the dates out.",
    ),
)
_STEPS = (
    FaultKind(
        "step_not_permitted",
        "refuse",
        "The rules did not permit the step “{step}” on {on}: {why}.",
        "Correct what the older system says of it; where it is right, record the representation here step by step.",
    ),
    FaultKind(
        "closed_too_early",
        "flag",
        "It was closed on {on}, which the rules did not permit then: {why}. It is taken as closed.",
        "Find out what became of it, and reopen it if it is still owed an answer.",
    ),
)
_RECORDS = (
    FaultKind(
        "duplicate_row",
        "refuse",
        "It is the same record as {file}, line {line}, which came first.",
        "Leave it out; nothing is lost.",
    ),
    FaultKind(
        "duplicate_reference",
        "refuse",
        "{file}, line {line} has the same reference and other content, and came first.",
        "Find out which is right, or give this record its own reference.",
    ),
    FaultKind(
        "reference_here_already",
        "refuse",
        "A representation with this reference is here, and this row was held as a second one with the same reference.",
        "Give this record its own reference, or leave it out. To replace the other, clear the cell Putright fault.",
    ),
    FaultKind(
        "not_mended",
        "refuse",
        "The row was held for {was}, and has come back as it was laid out here, unchanged.",
        "Compare each of its cells with the older system and correct it, or clear the cell Putright fault.",
    ),
    FaultKind(
        "no_such_case",
        "refuse",
        "There is no case {value}, neither in these files nor here from an earlier import.",
        "Import it together with the file of cases, once the case itself can be taken.",
    ),
    FaultKind(
        "finding_without_answer",
        "refuse",
        "A finding is given, but no stage of {value} was answered, and a finding stands in an answer.",
        "Fill in the day of the answer in the row of the case, or take the finding out.",
    ),
    FaultKind(
        "worked_on_since",
        "refuse",
        "The row changed in the older system, but people have worked on {value} here since it was imported.",
        "Make the change here, on the page of the representation.",
    ),
)
KINDS: dict[str, FaultKind] = {
    kind.code: kind for group in (_WHOLE_ROW, _TEXT, _VALUES, _DATES, _ORDER, _STEPS, _RECORDS) for kind in group
}
