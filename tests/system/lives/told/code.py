"""A corporate complaint under the Ombudsman’s code of 2024."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Quality of the service, Waste and recycling"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"
CODE = "Complaint Handling Code 2024"

CODE_2024 = Life(
    name="code-2024",
    title="The Complaint Handling Code",
    shows="Each answer is counted from its acknowledgement, and either may be extended once, with the reason told.",
    council="aldermere",
    lines=(
        given.it_is("Monday 13 April 2026"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "The bins have not been emptied for six weeks although I rang four times.",
            ("Full name", "Cleo Example"),
            ("Who they are to the person concerned", "Resident"),
            ("What it is about", "Quality of the service"),
            ("Service or team", "Waste and recycling"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("Complaint Handling Code", f"{CODE}, section 1"),
        when.i_decide(
            ("Is it a complaint?", "Yes"),
            ("Is it more than 12 months since the matter, or since the person became aware of it?", "No"),
            ("Have legal proceedings about it started?", "No"),
            ("Has it been considered under the procedure before?", "No"),
            ("Does a statutory procedure cover it?", "No"),
        ),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Acknowledgement of the complaint, Stage 1: Monday 20 April 2026 (in 7 days)"),
        given.it_is("Wednesday 15 April 2026"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Acknowledge it"),
        then.what_is_due_next_is("Full response at stage 1, Stage 1: Wednesday 29 April 2026 (in 14 days)"),
        then.pictured("code-stage-1", "The answer is due ten working days after the acknowledgement"),
        given.it_is("Monday 27 April 2026"),
        given.i_am("responding manager"),
        when.i_take_the_step(
            "Extend the time limit",
            ("Which post decided it?", "Head of service"),
            ("What is the complainant told?", "The contractor’s records are awaited. The Ombudsman may be asked."),
        ),
        then.what_is_due_next_is("Full response at stage 1, Stage 1: Thursday 14 May 2026 (in 17 days)"),
        then.it_may_not_be("Extend the time limit", "It was extended to 14 May 2026; there is no second extension."),
        given.it_is("Tuesday 12 May 2026"),
        given.i_am("responding manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Partially upheld"), (LEARNT, NOTHING)),
        given.it_is("Tuesday 19 May 2026"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record that the next stage was asked for"),
        given.it_is("Wednesday 20 May 2026"),
        given.i_am("complaints officer"),
        then.what_is_due_next_is("Acknowledgement of the request for stage 2, Stage 2: Wednesday 27 May 2026"),
        when.i_take_the_step("Start a stage"),
        then.the_limit(
            "Stage 2: acknowledgement of the request for stage 2",
            "Done on 20 May 2026, in time.",
            f"{CODE}, section 6, stage 2",
        ),
        then.what_is_due_next_is("Final response at stage 2, Stage 2: Thursday 18 June 2026 (in 29 days)"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Senior manager")),
        given.it_is("Monday 15 June 2026"),
        given.i_am("senior manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Upheld"), (LEARNT, NOTHING)),
        given.i_am("complaints manager"),
        when.i_take_the_step(
            "Agree a remedy",
            ("What is it?", "Payment"),
            ("By when is it done?", "30 June 2026"),
            ("If a payment, how much?", "50"),
            ("If a payment, who pays it?", "Waste and recycling"),
            ("Which post approved it?", "Director of Place"),
        ),
        then.i_read("£50"),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 15 June 2026."),
        then.pictured("code-closed", "Closed, with a payment still owed"),
    ),
)
