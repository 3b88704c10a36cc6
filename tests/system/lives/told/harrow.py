"""A complaint about the care of an adult in Harrow."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life
from tests.system.lives.told.adults import ANSWERS, LAW, LEARNT

CONCERN = "Concern 1: Charges, Home care"
NOTHING = "No, there is nothing to learn"
LIMITS = "section[aria-labelledby=limits]"
MODEL = "Harrow annual report 2019/20, 15.3"

HARROW = Life(
    name="harrow-adults",
    title="Harrow’s model procedure for adults",
    shows="Local resolution in 15 days or 20, mediation where it helps, a formal investigation in 20 days or 65.",
    council="harrow",
    lines=(
        given.it_is("Monday 3 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "I was charged for visits that were never made.",
            ("Full name", "Ivor Example"),
            ("Who they are to the person concerned", "Person who uses the service"),
            ("What it is about", "Charges"),
            ("Service or team", "Home care"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("Harrow adult social care model procedure", f"{LAW}, regulation 6(1)"),
        when.i_decide(
            *ANSWERS, ("What is it about?", "Adult social care given by the council, or by a provider for it")
        ),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer at local resolution, Stage 1: Monday 24 June 2019 (in 21 days)"),
        then.by_rule(MODEL),
        given.it_is("Wednesday 19 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_the_step(
            "Extend the time limit",
            ("Which limit?", "Answer at local resolution"),
            ("Why?", "The complaint is complex."),
            ("Which post decided it, or who agreed?", "Complaints manager"),
        ),
        then.what_is_due_next_is("Answer at local resolution, Stage 1: Monday 1 July 2019 (in 12 days)"),
        given.it_is("Friday 28 June 2019"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 8 July 2019"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Start a stage"),
        then.it_stands_so("Mediation is waiting for its answer."),
        when.i_take_the_step("Record a meeting", ("How was it held?", "Mediation with a third person")),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 29 July 2019"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer to the formal investigation, Stage 2: Tuesday 27 August 2019 (in 29 days)"),
        when.i_take_the_step(
            "Extend the time limit",
            ("Which limit?", "Answer to the formal investigation"),
            ("New last day", "29 October 2019"),
            ("Why?", "It needs an independent investigation."),
            ("Which post decided it, or who agreed?", "Complaints manager"),
        ),
        then.what_is_due_next_is("Answer to the formal investigation, Stage 2: Tuesday 29 October 2019"),
        then.the_limit(
            "Stage 2: longest time for the response", "Due by Monday 2 December 2019", f"{LAW}, regulation 14(3)"
        ),
        then.somebody_else_is_next("Sign the answer off"),
        then.pictured("harrow-clocks", "The council’s own limit and the law’s, side by side", LIMITS),
        given.it_is("Thursday 24 October 2019"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Upheld"), (LEARNT, NOTHING)),
        given.i_am("complaints manager"),
        when.i_take_the_step(
            "Agree a remedy",
            ("What is it?", "Payment"),
            ("By when is it done?", "8 November 2019"),
            ("If a payment, how much?", "186.40"),
            ("If a payment, who pays it?", "Adult social care"),
            ("Which post approved it?", "Director of Adult Social Services"),
        ),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 24 October 2019."),
    ),
)
