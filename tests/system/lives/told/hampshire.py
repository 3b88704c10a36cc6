"""A complaint about a service of Hampshire that no statutory procedure covers."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Poor Communication, School Transport"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"
REPORT = "Hampshire annual report 2017/18"

HAMPSHIRE = Life(
    name="hampshire-corporate",
    title="Hampshire’s corporate procedure",
    shows="Three stages: the service, a senior manager who signs, and the corporate compliance team.",
    council="hampshire",
    lines=(
        given.it_is("Monday 16 April 2018"),
        given.i_am("complaints manager"),
        when.i_take_down(
            "The bus to school is late each morning, and nobody answers.",
            ("Full name", "Mona Example"),
            ("Who they are to the person concerned", "Parent"),
            ("What it is about", "Poor Communication"),
            ("Service or team", "School Transport"),
        ),
        when.i_ask_what_is_proposed(
            ("What is it about?", "Any other service of the council, or a policy as such"),
            ("Who gives the service?", "The council itself"),
            ("Has an NHS body a part in it?", "No"),
        ),
        then.it_is_proposed("Hampshire corporate complaints procedure", f"{REPORT}, appendix 2"),
        when.i_decide(
            ("Is it about something the council is responsible for?", "Yes"),
            ("Was it made too late?", "No"),
            ("Are there tribunal or court proceedings about the same matter?", "No"),
            ("Has the same complaint been through the procedure before?", "No"),
        ),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Start a stage"),
        then.nothing_is_due(),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Response by a senior manager, Stage 2: Monday 30 April 2018 (in 14 days)"),
        then.by_rule(f"{REPORT}, table 2"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 30 April 2018"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer to the corporate review, Stage 3: Wednesday 30 May 2018 (in 30 days)"),
        when.i_take_the_step(
            "Send the answer",
            ("Which post gives the answer?", "Corporate compliance officer"),
            (CONCERN, "Upheld"),
            (LEARNT, NOTHING),
        ),
        then.it_may_not_be("Record that the next stage was asked for", "There is no further stage."),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Apology & Explanation")),
        then.the_next_steps_are("Close it"),
        then.pictured("hampshire-answered", "Answered three times: what is left is to close it"),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 30 April 2018. Outcome: Apology & Explanation."),
    ),
)
