"""What the words on the pages mean, for someone new to them."""

GLOSSARY: dict[str, str] = {
    "Representation": "Anything said to the council about its services and recorded: a complaint, a concern, "
    "a compliment, a comment.",
    "Category": "The group a representation is reported under, such as statutory or non-statutory.",
    "Procedure": "The route a complaint is handled by: set by regulations, by the Ombudsman’s code or by the "
    "council’s own policy.",
    "Stage": "A step of a procedure with its own time limit. Stages have names; the number people say depends on "
    "the procedure.",
    "Time limit": "The longest something may take, and the rule that says so.",
    "Working day": "Monday to Friday without bank holidays, as the rules of the procedure define it. The day a clock "
    "starts is day 0.",
    "Extension": "A longer limit that the rules allow, with its own rule.",
    "Met, missed, running, not known": "How an answer stands to its time limit. Not known is not the same as missed.",
    "Not recorded": "Nobody wrote it down. It is counted as itself, never as “no” or as nothing.",
    "Log": "Everything that happened to a representation, in order. Nothing is taken out; a mistake is voided or "
    "corrected by a new entry.",
    "Voided": "An entry that no longer counts, with the reason. It stays in the log.",
    "Base": "What a figure counts: for example representations received in the year, or complaints answered in it.",
    "Finding": "What was found on one concern of a complaint: upheld, partially upheld, not upheld or no finding.",
    "Ombudsman": "The Local Government and Social Care Ombudsman, to whom a complainant may go.",
}
