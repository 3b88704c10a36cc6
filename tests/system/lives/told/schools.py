"""A complaint about a school."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Something that happened in a school, Schools"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"

SCHOOLS = Life(
    name="schools",
    title="A complaint about a school",
    shows="Three stages that are the school’s own, and no limit that any law sets: the council keeps track.",
    council="aldermere",
    lines=(
        given.it_is("Monday 9 September 2024"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "My son was kept in for a week and nobody told us why.",
            ("Full name", "Ada Example"),
            ("Who they are to the person concerned", "Parent"),
            ("What it is about", "Something that happened in a school"),
            ("Service or team", "Schools"),
        ),
        then.it_stands_so("Nobody has decided yet under which procedure it is handled."),
        then.the_next_steps_are(
            "Acknowledge it", "Decide which procedure it is handled under", "Give it to someone to handle"
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "A school that the council maintains"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("School complaints procedure", "Education Act 2002, section 29"),
        then.pictured("schools-proposed", "The proposal with its rule, and the questions that the procedure asks"),
        when.i_decide(
            ("Who complains, and of what sort of school?", "Anybody, of a maintained school"),
            ("Is there an appeal or another statutory way for it?", "No"),
            ("Is it later than three months after the matter?", "No"),
        ),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.it_stands_so("Stage 1 is waiting for its answer."),
        then.nothing_is_due(),
        given.it_is("Monday 16 September 2024"),
        given.i_am("responding manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        then.it_stands_so("Stage 1 was answered on 16 September 2024."),
        given.it_is("Monday 23 September 2024"),
        given.i_am("complaints officer"),
        then.the_next_steps_are("Record that the next stage was asked for", "Close it"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.it_may_not_be("Send the answer", "The answer is not signed off yet by: head teacher."),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Partially upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 7 October 2024"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.the_next_steps_are("Appoint someone", "Send the answer"),
        when.i_take_the_step("Appoint someone", ("To what?", "Panel member"), ("Name", "Governor A")),
        when.i_take_the_step("Appoint someone", ("To what?", "Panel member"), ("Name", "Governor B")),
        when.i_take_the_step("Appoint someone", ("To what?", "Panel member"), ("Name", "Governor C")),
        then.the_next_steps_are("Send the answer"),
        given.it_is("Monday 21 October 2024"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Upheld"), (LEARNT, NOTHING)),
        then.it_may_not_be("Record that the next stage was asked for", "There is no further stage."),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 21 October 2024. Outcome: Upheld."),
        then.pictured("schools-closed", "Closed after three stages"),
    ),
)
