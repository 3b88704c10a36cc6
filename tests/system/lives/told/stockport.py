"""A complaint about a service of Stockport that no statutory procedure covers."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Quality of the service, Waste and recycling"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"
REPORT = "Stockport review 2020"

STOCKPORT = Life(
    name="stockport-corporate",
    title="Stockport’s corporate procedure",
    shows="Two stages without a limit that was ever published; the second is answered by the complaints manager.",
    council="stockport",
    lines=(
        given.it_is("Monday 7 September 2020"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "My garden bin was taken away and nobody knows where it is.",
            ("Full name", "Eve Example"),
            ("Who they are to the person concerned", "Resident"),
            ("What it is about", "Quality of the service"),
            ("Service or team", "Waste and recycling"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("Stockport corporate complaints procedure", f"{REPORT}, sections 2 and 3"),
        when.i_decide(),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.nothing_is_due(),
        when.i_take_the_step(
            "Agree how it is handled",
            ("By when is it answered?", "21 September 2020"),
            ("Does the complainant agree?", "Yes"),
        ),
        then.what_is_due_next_is("Answer, as agreed, Stage 1: Monday 21 September 2020 (in 14 days)"),
        then.by_rule("Agreed on 7 September 2020"),
        given.it_is("Friday 18 September 2020"),
        given.i_am("responding manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 28 September 2020"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.it_may_not_be("Send the answer", "The answer is not signed off yet by: corporate complaints manager."),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Upheld"), (LEARNT, NOTHING)),
        then.it_may_not_be("Record that the next stage was asked for", "There is no further stage."),
        when.i_take_the_step("Agree a remedy", ("What is it?", "Apology"), ("By when is it done?", "5 October 2020")),
        when.i_take_the_step("Record that a remedy is done", ("What shows that it was done?", "The letter")),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 28 September 2020. Outcome: Upheld."),
        then.pictured("stockport-closed", "Closed, the apology made"),
    ),
)
