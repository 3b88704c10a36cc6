"""Examples of the procedures beside the children's and the Code, reckoned by hand: see rules_examples."""

from __future__ import annotations

from dataclasses import dataclass

from tests.spec.rules_examples_kinds import Example, Section

ADULTS = "adult_social_care_2009/adult_response/"
HARROW_STAGE_1 = "harrow_adults/adult_local_resolution/"
HARROW_STAGE_2 = "harrow_adults/adult_formal_investigation/"
COVENTRY_ADULTS = "coventry_adults/adult_response/"
COVENTRY_STAGE_1 = "coventry_corporate/corporate_service_investigation/"
COVENTRY_STAGE_2 = "coventry_corporate/corporate_service_review/"
JOINT = "nhs_joint/joint_response/"
CONFERENCE = "child_protection_conference/conference_chair/"
OMBUDSMAN = "ombudsman/ombudsman_"
SUMMER = ("Mon 26 Aug 2019 Summer bank holiday",)


@dataclass(frozen=True)
class AgreedExample:
    """The limit `of`, started on `start`, ends on `ends`; on `agreed_on` the day `to` is agreed, and `due` it is.

    `due` is empty where the agreement does not count.
    """

    says: str
    of: str
    start: str
    ends: str
    agreed_on: str
    to: str
    due: str


@dataclass(frozen=True)
class PauseExample:
    """The clock of `of`, started on `start`, stands still after the first of each pair up to the second."""

    says: str
    of: str
    start: str
    stops: tuple[tuple[str, str | None], ...]
    due: str


ADULT_SOCIAL_CARE = Section(
    "Adult social care",
    "The law sets two limits: the acknowledgement, and six months commencing on the day of receipt. Between them "
    "stands the period agreed with the complainant, which no rule gives a number.",
    (
        Example("Acknowledged 3 working days after.", ADULTS + "acknowledgement", "Mon 3 Jun 2019", "Thu 6 Jun 2019"),
        Example("Received on a Friday.", ADULTS + "acknowledgement", "Fri 31 May 2019", "Wed 5 Jun 2019"),
        Example(
            "Received the day before Good Friday.",
            ADULTS + "acknowledgement",
            "Thu 18 Apr 2019",
            "Thu 25 Apr 2019",
            holidays=("Fri 19 Apr 2019 Good Friday", "Mon 22 Apr 2019 Easter Monday"),
        ),
        Example(
            "Six months commencing on 31 August: February has no 31st.",
            ADULTS + "response_overall",
            "Thu 31 Aug 2017",
            "Wed 28 Feb 2018",
        ),
        Example(
            "Six months commencing on 15 January.", ADULTS + "response_overall", "Mon 15 Jan 2018", "Sat 14 Jul 2018"
        ),
        Example(
            "Made by word of mouth on a Friday: settled by the end of Monday it is outside the procedure.",
            ADULTS + "oral_resolution",
            "Fri 7 Jun 2019",
            "Mon 10 Jun 2019",
        ),
        Example("Twelve months from the matter.", ADULTS + "time_bar", "Tue 15 May 2018", "Wed 15 May 2019"),
        Example(
            "A joint complaint with an NHS body: the same limits, for the one answer.",
            JOINT + "response_overall",
            "Mon 15 Jan 2018",
            "Sat 14 Jul 2018",
        ),
    ),
)

LOCAL_TARGETS = Section(
    "Local targets for adult social care",
    "A council's own number of days is its policy. The limits of the law run beside it and are the law's own.",
    (
        Example("Harrow: 15 working days.", HARROW_STAGE_1 + "response", "Mon 3 Jun 2019", "Mon 24 Jun 2019"),
        Example(
            "Harrow: 20 if complex.", HARROW_STAGE_1 + "response", "Mon 3 Jun 2019", "Mon 1 Jul 2019", extended=True
        ),
        Example(
            "Harrow: the acknowledgement of the law.",
            HARROW_STAGE_1 + "acknowledgement",
            "Mon 3 Jun 2019",
            "Thu 6 Jun 2019",
        ),
        Example(
            "Harrow: a formal investigation, 20 working days.",
            HARROW_STAGE_2 + "response",
            "Mon 2 Sep 2019",
            "Mon 30 Sep 2019",
        ),
        Example(
            "Harrow: 65 if complex.", HARROW_STAGE_2 + "response", "Mon 2 Sep 2019", "Mon 2 Dec 2019", extended=True
        ),
        Example(
            "Harrow: the six months of the law, from receipt, at the second stage too.",
            HARROW_STAGE_2 + "response_overall",
            "Mon 3 Jun 2019",
            "Mon 2 Dec 2019",
        ),
        Example("Coventry: 20 working days.", COVENTRY_ADULTS + "response", "Mon 3 Jun 2019", "Mon 1 Jul 2019"),
    ),
)

COVENTRY = Section(
    "Coventry's corporate procedure",
    "Two stages; the second on one of three grounds.",
    (
        Example("Acknowledgement.", COVENTRY_STAGE_1 + "acknowledgement", "Mon 3 Jun 2019", "Thu 6 Jun 2019"),
        Example("Service investigation.", COVENTRY_STAGE_1 + "response", "Mon 3 Jun 2019", "Mon 17 Jun 2019"),
        Example("Review.", COVENTRY_STAGE_2 + "response", "Mon 5 Aug 2019", "Tue 3 Sep 2019", holidays=SUMMER),
    ),
)

BEYOND_THE_COUNCIL = Section(
    "Schools and child protection conferences",
    "No law sets these: they are customary, or a partnership's own.",
    (
        Example(
            "Three months to complain to a school: February has no 30th.",
            "schools/school_informal/time_bar",
            "Fri 30 Nov 2018",
            "Thu 28 Feb 2019",
        ),
        Example("28 calendar days from the conference.", CONFERENCE + "time_bar", "Mon 2 Mar 2020", "Mon 30 Mar 2020"),
        Example("The chair meets the complainant.", CONFERENCE + "meeting", "Mon 2 Mar 2020", "Mon 9 Mar 2020"),
    ),
)

THE_OMBUDSMAN = Section(
    "The Ombudsman",
    "The Ombudsman names the day; these are the lengths to expect. The 18 days are the council's own, so that the 20 "
    "are kept. The three months for a public report are law and begin with the day of receipt.",
    (
        Example("Enquiry.", OMBUDSMAN + "enquiry/response", "Thu 6 Jun 2019", "Tue 11 Jun 2019"),
        Example(
            "Investigation: the statement back to the link officer.",
            OMBUDSMAN + "investigation/internal_return",
            "Mon 3 Jun 2019",
            "Thu 27 Jun 2019",
        ),
        Example(
            "Investigation: the answer to the Ombudsman.",
            OMBUDSMAN + "investigation/response",
            "Mon 3 Jun 2019",
            "Mon 1 Jul 2019",
        ),
        Example("Draft decision.", OMBUDSMAN + "draft_decision/response", "Mon 9 Sep 2019", "Mon 23 Sep 2019"),
        Example("Evidence of the remedy.", OMBUDSMAN + "remedy/evidence", "Tue 1 Oct 2019", "Tue 15 Oct 2019"),
        Example(
            "Public report: public notice.",
            OMBUDSMAN + "public_report/public_notice",
            "Mon 4 Nov 2019",
            "Mon 18 Nov 2019",
        ),
        Example(
            "Public report: what the council has done or will do.",
            OMBUDSMAN + "public_report/authority_responds",
            "Mon 4 Nov 2019",
            "Mon 3 Feb 2020",
        ),
        Example(
            "Twelve months from when the person knew.",
            OMBUDSMAN + "enquiry/time_bar",
            "Wed 15 May 2019",
            "Fri 15 May 2020",
        ),
    ),
)

SECTIONS = (ADULT_SOCIAL_CARE, LOCAL_TARGETS, COVENTRY, BEYOND_THE_COUNCIL, THE_OMBUDSMAN)

AGREED_TITLE = "Longer by agreement"
AGREED_PROSE = (
    "The six months for adults become longer if the complainant agrees, and only if they agreed before the six months "
    "had passed. An agreement on the last day is in time. Where a rule knows no such agreement, none makes it longer."
)
AGREED = (
    AgreedExample(
        "Agreed on the last day.",
        ADULTS + "response_overall",
        "Thu 31 Aug 2017",
        "Wed 28 Feb 2018",
        "Wed 28 Feb 2018",
        "Mon 16 Apr 2018",
        "Mon 16 Apr 2018",
    ),
    AgreedExample(
        "Agreed a day too late.",
        ADULTS + "response_overall",
        "Thu 31 Aug 2017",
        "Wed 28 Feb 2018",
        "Thu 1 Mar 2018",
        "Mon 16 Apr 2018",
        "",
    ),
    AgreedExample(
        "A day that is no later.",
        ADULTS + "response_overall",
        "Thu 31 Aug 2017",
        "Wed 28 Feb 2018",
        "Mon 8 Jan 2018",
        "Wed 28 Feb 2018",
        "",
    ),
    AgreedExample(
        "Harrow keeps the law's six months and what makes them longer.",
        HARROW_STAGE_2 + "response_overall",
        "Thu 31 Aug 2017",
        "Wed 28 Feb 2018",
        "Mon 8 Jan 2018",
        "Mon 16 Apr 2018",
        "Mon 16 Apr 2018",
    ),
    AgreedExample(
        "Local resolution for children knows no such agreement.",
        "children_act_1989/local_resolution/response",
        "Mon 6 Nov 2017",
        "Mon 20 Nov 2017",
        "Tue 7 Nov 2017",
        "Mon 8 Jan 2018",
        "",
    ),
    AgreedExample(
        "A public report: the Ombudsman may agree afterwards too.",
        OMBUDSMAN + "public_report/authority_responds",
        "Mon 4 Nov 2019",
        "Mon 3 Feb 2020",
        "Wed 5 Feb 2020",
        "Fri 28 Feb 2020",
        "Fri 28 Feb 2020",
    ),
)

PAUSES_TITLE = "A clock that stands still"
PAUSES_PROSE = (
    "A clock stands still only for a reason the book names: at local resolution for children, until an advocate is "
    "appointed, and then for 20 working days in all at most. The day of the pause counts; the next working day after "
    "the day on which the clock starts again counts."
)
_STAGE_1 = "children_act_1989/local_resolution/response"
PAUSES = (
    PauseExample(
        "Two days have counted; five stand still.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Wed 8 Nov 2017", "Wed 15 Nov 2017"),),
        "Mon 27 Nov 2017",
    ),
    PauseExample(
        "Started again the same day: nothing is lost.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Wed 8 Nov 2017", "Wed 8 Nov 2017"),),
        "Mon 20 Nov 2017",
    ),
    PauseExample(
        "Over a weekend: nothing is lost.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Sat 11 Nov 2017", "Sun 12 Nov 2017"),),
        "Mon 20 Nov 2017",
    ),
    PauseExample(
        "Twice, two days each.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Wed 8 Nov 2017", "Fri 10 Nov 2017"), ("Tue 14 Nov 2017", "Thu 16 Nov 2017")),
        "Fri 24 Nov 2017",
    ),
    PauseExample(
        "Started again too late: 20 working days in all.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Wed 8 Nov 2017", "Mon 4 Dec 2017"),),
        "Mon 4 Dec 2017",
    ),
    PauseExample(
        "Still standing: 20 working days in all.",
        _STAGE_1,
        "Mon 6 Nov 2017",
        (("Wed 8 Nov 2017", None),),
        "Mon 4 Dec 2017",
    ),
)
