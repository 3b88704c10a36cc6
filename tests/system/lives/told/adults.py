"""A complaint about the care of an adult, under the law alone."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Quality of the service, Home care"
LEARNT = "Did the service learn something from it?"
LAW = "SI 2009/309"
ANSWERS = (
    ("Who complains?", "A person who receives or has received services"),
    ("Is it more than 12 months since the matter, or since the person came to know of it?", "No"),
    ("Has it been dealt with before?", "No"),
)

ADULTS = Life(
    name="adults-2009",
    title="Adult social care under the regulations of 2009",
    shows="One answer, by a day agreed with the complainant; six months at most, unless the complainant agrees.",
    council="aldermere",
    lines=(
        given.it_is("Monday 3 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "The carers come at a different hour each day, and twice nobody came.",
            ("Full name", "Frank Example"),
            ("Who they are to the person concerned", "Person who uses the service"),
            ("What it is about", "Quality of the service"),
            ("Service or team", "Home care"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("Adult social care complaints procedure", f"{LAW}, regulation 6(1)"),
        when.i_decide(
            *ANSWERS, ("What is it about?", "Adult social care given by the council, or by a provider for it")
        ),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Acknowledgement of the complaint, Single stage: Thursday 6 June 2019 (in 3 days)"),
        then.by_rule(f"{LAW}, regulation 13"),
        then.pictured("adults-due", "Three working days to acknowledge it"),
        given.it_is("Wednesday 5 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Acknowledge it"),
        then.what_is_due_next_is("Longest time for the response, Single stage: Monday 2 December 2019"),
        when.i_take_the_step(
            "Agree how it is handled",
            ("By when is it answered?", "29 November 2019"),
            ("Does the complainant agree?", "Yes"),
            ("What is done until then?", "The provider’s visits are compared with its plan, week by week."),
        ),
        then.what_is_due_next_is("Answer, as agreed, Single stage: Friday 29 November 2019"),
        then.by_rule("Agreed on 5 June 2019"),
        given.it_is("Monday 25 November 2019"),
        given.i_am("responding manager"),
        when.i_take_the_step(
            "Extend the time limit",
            ("New last day", "31 January 2020"),
            ("Why?", "The provider’s records arrived in November."),
            ("Which post decided it, or who agreed?", "The complainant"),
        ),
        then.the_limit(
            "Single stage: longest time for the response", "Due by Friday 31 January 2020", f"{LAW}, regulation 14(3)"
        ),
        when.i_take_the_step(
            "Agree how it is handled",
            ("By when is it answered?", "17 January 2020"),
            ("Does the complainant agree?", "Yes"),
        ),
        then.what_is_due_next_is("Answer, as agreed, Single stage: Friday 17 January 2020 (in 53 days)"),
        then.it_may_not_be("Send the answer", "The answer is not signed off yet by: responsible person."),
        given.it_is("Thursday 16 January 2020"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step(
            "Send the answer",
            (CONCERN, "Upheld"),
            (LEARNT, "Yes"),
            ("If yes: what did it learn, and what will change?", "The hour of each visit is written in the plan."),
            ("If yes: what is it about?", "Quality of the service"),
        ),
        then.it_may_not_be(
            "Record that the next stage was asked for", "There is no further stage. The Local Government"
        ),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 16 January 2020. Outcome: Upheld."),
    ),
)
