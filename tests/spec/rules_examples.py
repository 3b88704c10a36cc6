"""Examples of the rules, reckoned by hand. They are tested, and docs/reference/rules.md is written from them.

A date is written with its weekday, and the tests hold the two together. Nothing here computes anything.
"""

from __future__ import annotations

from tests.spec import rules_examples_procedures as procedures
from tests.spec.rules_examples_kinds import Example, MonthsExample, Section

CHILDREN_STAGE_1 = "children_act_1989/local_resolution/"
CHILDREN_STAGE_2 = "children_act_1989/investigation/"
CHILDREN_STAGE_3 = "children_act_1989/review_panel/"
CODE_STAGE_1 = "complaint_handling_code_2024/code_stage_1/"
CODE_STAGE_2 = "complaint_handling_code_2024/code_stage_2/"
HAMPSHIRE_STAGE_2 = "hampshire_corporate/corporate_senior_response/"
HAMPSHIRE_STAGE_3 = "hampshire_corporate/corporate_compliance_review/"


COUNTING = Section(
    "Counting working days",
    "The day of the event is day 0 and the next working day is day 1. The last day counts: an answer on it is in time. "
    "What reaches the council on a Saturday reached it on that day; day 1 is the next working day.",
    (
        Example(
            "Received on a Monday: Tuesday is day 1.",
            CHILDREN_STAGE_1 + "response",
            "Mon 6 Nov 2017",
            "Mon 20 Nov 2017",
        ),
        Example(
            "Received on a Friday: Monday is day 1.", CHILDREN_STAGE_1 + "response", "Fri 6 Oct 2017", "Fri 20 Oct 2017"
        ),
        Example(
            "Received on the Saturday after it: Monday is day 1 as well.",
            CHILDREN_STAGE_1 + "response",
            "Sat 7 Oct 2017",
            "Fri 20 Oct 2017",
        ),
        Example(
            "Received on the Sunday: the same.", CHILDREN_STAGE_1 + "response", "Sun 8 Oct 2017", "Fri 20 Oct 2017"
        ),
        Example(
            "Received on a bank holiday: Tuesday is day 1.",
            CHILDREN_STAGE_1 + "response",
            "Mon 28 Aug 2017",
            "Mon 11 Sep 2017",
        ),
        Example(
            "Five working days from a Thursday pass one weekend.",
            CHILDREN_STAGE_1 + "acknowledgement",
            "Thu 12 Oct 2017",
            "Thu 19 Oct 2017",
        ),
    ),
)

CHRISTMAS = Section(
    "Christmas and New Year",
    "Christmas Day, Boxing Day and New Year's Day are not working days; where one falls on a weekend its substitute "
    "day is not. Days on which a council chooses to close are working days all the same.",
    (
        Example(
            "Three holidays lie in the ten days.",
            CHILDREN_STAGE_1 + "response",
            "Fri 15 Dec 2017",
            "Wed 3 Jan 2018",
            holidays=("Mon 25 Dec 2017 Christmas Day", "Tue 26 Dec 2017 Boxing Day", "Mon 1 Jan 2018 New Year's Day"),
        ),
        Example(
            "Christmas Day on a Saturday: both substitute days are passed over.",
            CHILDREN_STAGE_1 + "acknowledgement",
            "Wed 22 Dec 2021",
            "Fri 31 Dec 2021",
            holidays=("Mon 27 Dec 2021 Christmas Day (substitute day)", "Tue 28 Dec 2021 Boxing Day (substitute day)"),
        ),
        Example(
            "And the substitute day of New Year's Day after them.",
            CHILDREN_STAGE_1 + "response",
            "Wed 22 Dec 2021",
            "Mon 10 Jan 2022",
            holidays=(
                "Mon 27 Dec 2021 Christmas Day (substitute day)",
                "Tue 28 Dec 2021 Boxing Day (substitute day)",
                "Mon 3 Jan 2022 New Year's Day (substitute day)",
            ),
        ),
    ),
)

EASTER = Section(
    "Easter",
    "Good Friday and Easter Monday are not working days.",
    (
        Example(
            "Ten working days across Easter.",
            CHILDREN_STAGE_1 + "response",
            "Mon 26 Mar 2018",
            "Wed 11 Apr 2018",
            holidays=("Fri 30 Mar 2018 Good Friday", "Mon 2 Apr 2018 Easter Monday"),
        ),
    ),
)

ONCE_ONLY = Section(
    "Holidays of one year only",
    "Jubilees, a wedding, a funeral and a coronation added days or moved them.",
    (
        Example(
            "2011: the royal wedding, between Easter and the early May holiday.",
            CHILDREN_STAGE_1 + "response",
            "Wed 20 Apr 2011",
            "Tue 10 May 2011",
            holidays=(
                "Fri 22 Apr 2011 Good Friday",
                "Mon 25 Apr 2011 Easter Monday",
                "Fri 29 Apr 2011 Royal wedding bank holiday",
                "Mon 2 May 2011 Early May bank holiday",
            ),
        ),
        Example(
            "2012: the spring holiday moved to June, and the Diamond Jubilee followed it.",
            CHILDREN_STAGE_1 + "response",
            "Wed 30 May 2012",
            "Fri 15 Jun 2012",
            holidays=(
                "Mon 4 Jun 2012 Spring bank holiday (moved for the Jubilee)",
                "Tue 5 Jun 2012 Diamond Jubilee bank holiday",
            ),
        ),
        Example(
            "2012: so the last Monday of May was a working day.",
            CHILDREN_STAGE_1 + "acknowledgement",
            "Fri 25 May 2012",
            "Fri 1 Jun 2012",
        ),
        Example(
            "2020: the early May holiday moved to Friday 8 May.",
            CHILDREN_STAGE_1 + "acknowledgement",
            "Fri 1 May 2020",
            "Mon 11 May 2020",
            holidays=("Fri 8 May 2020 Early May bank holiday (moved to VE Day)",),
        ),
        Example(
            "2022: the Platinum Jubilee.",
            CHILDREN_STAGE_1 + "response",
            "Tue 31 May 2022",
            "Thu 16 Jun 2022",
            holidays=(
                "Thu 2 Jun 2022 Spring bank holiday (moved for the Jubilee)",
                "Fri 3 Jun 2022 Platinum Jubilee bank holiday",
            ),
        ),
        Example(
            "2022: the State Funeral.",
            CHILDREN_STAGE_1 + "response",
            "Mon 12 Sep 2022",
            "Tue 27 Sep 2022",
            holidays=("Mon 19 Sep 2022 Bank holiday for the State Funeral of Queen Elizabeth II",),
        ),
        Example(
            "2023: the coronation, a week after the early May holiday.",
            CHILDREN_STAGE_1 + "response",
            "Fri 28 Apr 2023",
            "Tue 16 May 2023",
            holidays=(
                "Mon 1 May 2023 Early May bank holiday",
                "Mon 8 May 2023 Bank holiday for the coronation of King Charles III",
            ),
        ),
    ),
)

CHILDREN = Section(
    "The children's procedure, stage by stage",
    "Each stage has limits of its own. At investigation two clocks run: from the request, and from the settled "
    "statement; the first is the one the council is held to.",
    (
        Example(
            "Local resolution, extended.",
            CHILDREN_STAGE_1 + "response",
            "Fri 15 Dec 2017",
            "Wed 17 Jan 2018",
            extended=True,
            holidays=("Mon 25 Dec 2017 Christmas Day", "Tue 26 Dec 2017 Boxing Day", "Mon 1 Jan 2018 New Year's Day"),
        ),
        Example(
            "An investigation is to be asked for in 20 working days.",
            CHILDREN_STAGE_2 + "request",
            "Mon 4 Sep 2017",
            "Mon 2 Oct 2017",
        ),
        Example("Investigation, from the request.", CHILDREN_STAGE_2 + "response", "Mon 4 Sep 2017", "Mon 9 Oct 2017"),
        Example(
            "Investigation, extended as far as it may be.",
            CHILDREN_STAGE_2 + "response",
            "Mon 4 Sep 2017",
            "Mon 4 Dec 2017",
            extended=True,
        ),
        Example(
            "Investigation, from a statement settled two weeks after the request.",
            CHILDREN_STAGE_2 + "response_from_statement",
            "Mon 18 Sep 2017",
            "Mon 23 Oct 2017",
        ),
        Example(
            "A review panel is to be asked for in 20 working days.",
            CHILDREN_STAGE_3 + "request",
            "Mon 4 Sep 2017",
            "Mon 2 Oct 2017",
        ),
        Example("The panel meets: 30.", CHILDREN_STAGE_3 + "panel_meets", "Mon 4 Sep 2017", "Mon 16 Oct 2017"),
        Example(
            "It reports: 5 from the meeting.", CHILDREN_STAGE_3 + "panel_reports", "Mon 16 Oct 2017", "Mon 23 Oct 2017"
        ),
        Example(
            "The council responds: 15 from the recommendations.",
            CHILDREN_STAGE_3 + "authority_responds",
            "Mon 23 Oct 2017",
            "Mon 13 Nov 2017",
        ),
        Example(
            "The whole stage: 50, which is 30 and 5 and 15.",
            CHILDREN_STAGE_3 + "response",
            "Mon 4 Sep 2017",
            "Mon 13 Nov 2017",
        ),
    ),
)

CODE = Section(
    "The Complaint Handling Code",
    "The response is counted from the acknowledgement, not from receipt: a complaint acknowledged on the last day may "
    "be answered up to 15 working days after it came.",
    (
        Example(
            "Acknowledged 5 working days from receipt.",
            CODE_STAGE_1 + "acknowledgement",
            "Mon 3 Mar 2025",
            "Mon 10 Mar 2025",
        ),
        Example(
            "Answered 10 working days from that acknowledgement.",
            CODE_STAGE_1 + "response",
            "Mon 10 Mar 2025",
            "Mon 24 Mar 2025",
        ),
        Example("Or 20, extended.", CODE_STAGE_1 + "response", "Mon 10 Mar 2025", "Mon 7 Apr 2025", extended=True),
        Example(
            "Stage 2, acknowledged 5 working days from the request.",
            CODE_STAGE_2 + "acknowledgement",
            "Mon 28 Apr 2025",
            "Tue 6 May 2025",
            holidays=("Mon 5 May 2025 Early May bank holiday",),
        ),
        Example(
            "Answered 20 working days from that acknowledgement.",
            CODE_STAGE_2 + "response",
            "Tue 6 May 2025",
            "Wed 4 Jun 2025",
            holidays=("Mon 26 May 2025 Spring bank holiday",),
        ),
        Example(
            "Or 40, extended.",
            CODE_STAGE_2 + "response",
            "Tue 6 May 2025",
            "Wed 2 Jul 2025",
            extended=True,
            holidays=("Mon 26 May 2025 Spring bank holiday",),
        ),
    ),
)

HAMPSHIRE = Section(
    "Hampshire's older corporate procedure",
    "Local policy of one council. Its clocks run from the day the stage was started.",
    (
        Example("Response by a senior manager.", HAMPSHIRE_STAGE_2 + "response", "Mon 6 Nov 2017", "Mon 20 Nov 2017"),
        Example(
            "The same, extended.", HAMPSHIRE_STAGE_2 + "response", "Mon 6 Nov 2017", "Mon 4 Dec 2017", extended=True
        ),
        Example("Corporate review.", HAMPSHIRE_STAGE_3 + "response", "Mon 6 Nov 2017", "Mon 4 Dec 2017"),
    ),
)

TIME_BAR = Section(
    "The time bar",
    "A year runs to the same date of the next year, whatever day of the week that is.",
    (
        Example("One year from the grounds.", CHILDREN_STAGE_1 + "time_bar", "Wed 15 Mar 2017", "Thu 15 Mar 2018"),
        Example(
            "From 29 February: there is no such date the next year, so the last day of that month.",
            CHILDREN_STAGE_1 + "time_bar",
            "Sat 29 Feb 2020",
            "Sun 28 Feb 2021",
        ),
        Example(
            "One year after proceedings it was withheld for: it may be made again.",
            CHILDREN_STAGE_1 + "resubmission",
            "Fri 30 Jun 2017",
            "Sat 30 Jun 2018",
        ),
        Example("Under the Code: 12 months.", CODE_STAGE_1 + "time_bar", "Mon 10 Mar 2025", "Tue 10 Mar 2026"),
    ),
)

EXPECTED = Section(
    "Years not yet announced",
    "The calendar goes on beyond the years that have been announced, by rule. A date that rests on one says so.",
    (
        Example(
            "Easter 2029.",
            CHILDREN_STAGE_1 + "response",
            "Mon 26 Mar 2029",
            "Wed 11 Apr 2029",
            holidays=("Fri 30 Mar 2029 Good Friday", "Mon 2 Apr 2029 Easter Monday"),
        ),
    ),
)

SECTIONS = (
    COUNTING, CHRISTMAS, EASTER, ONCE_ONLY, CHILDREN, CODE, HAMPSHIRE, *procedures.SECTIONS, TIME_BAR, EXPECTED,
)  # fmt: skip

MONTHS_TITLE = "Periods of months"
MONTHS_PROSE = (
    "A period of months *from* a day leaves that day out and ends on the same date. A period *commencing on* a day, as "
    "SI 2009/309 puts it for adult social care (regulation 14(3)), includes it and ends the day before the same date. "
    "Where the month has no such date, both end on its last day."
)
MONTHS = (
    MonthsExample("Six months commencing on 15 January.", 6, "commencing_on", "Mon 15 Jan 2018", "Sat 14 Jul 2018"),
    MonthsExample("Six months from 15 January.", 6, "day_after_start", "Mon 15 Jan 2018", "Sun 15 Jul 2018"),
    MonthsExample("Commencing on the first of a month.", 6, "commencing_on", "Mon 1 Jan 2018", "Sat 30 Jun 2018"),
    MonthsExample("Commencing on 1 September: into February.", 6, "commencing_on", "Fri 1 Sep 2017", "Wed 28 Feb 2018"),
    MonthsExample(
        "Commencing on 31 August: February has no 31st.", 6, "commencing_on", "Thu 31 Aug 2017", "Wed 28 Feb 2018"
    ),
    MonthsExample(
        "Commencing on the 28th: there is such a date.", 6, "commencing_on", "Mon 28 Aug 2017", "Tue 27 Feb 2018"
    ),
    MonthsExample("The same into a leap year.", 6, "commencing_on", "Sat 31 Aug 2019", "Sat 29 Feb 2020"),
)

# due on, answered on, today, clock started -> how it stands
TIMELINESS_TITLE = "Met, missed, running, or not known"
TIMELINESS_PROSE = "Unknown is not “no”: what cannot be told is said not to be known and is counted as neither."
TIMELINESS = (
    ("Answered on the last day.", "Fri 20 Oct 2017", "Fri 20 Oct 2017", "Mon 1 Jan 2018", True, "met"),
    ("Answered a day after it.", "Fri 20 Oct 2017", "Mon 23 Oct 2017", "Mon 1 Jan 2018", True, "missed"),
    ("Not answered, and today is the last day.", "Fri 20 Oct 2017", None, "Fri 20 Oct 2017", True, "running"),
    ("Not answered, and the last day has passed.", "Fri 20 Oct 2017", None, "Sat 21 Oct 2017", True, "missed"),
    (
        "Answered later than the day asked about.",
        "Fri 20 Oct 2017",
        "Thu 19 Oct 2017",
        "Mon 16 Oct 2017",
        True,
        "running",
    ),
    ("The clock never started.", None, None, "Mon 1 Jan 2018", False, "not_applicable"),
    ("It started, but nobody knows when it ends.", None, "Thu 19 Oct 2017", "Mon 1 Jan 2018", True, "not_known"),
    ("Nobody knows whether it started.", "Fri 20 Oct 2017", "Thu 19 Oct 2017", "Mon 1 Jan 2018", None, "not_known"),
)
