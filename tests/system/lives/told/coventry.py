"""A complaint about a service of Coventry that no statutory procedure covers."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Communication, Admissions and Benefits"
LEARNT = "Did the service learn something from it?"

COVENTRY = Life(
    name="coventry-corporate",
    title="Coventry’s corporate procedure",
    shows="Two stages; the second is a review, on one of three grounds, by somebody who did not answer the first.",
    council="coventry",
    lines=(
        given.it_is("Monday 3 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "Nobody answers my letters about a school place.",
            ("Full name", "Ben Example"),
            ("Address", "1 Example Street, Coventry"),
            ("Who they are to the person concerned", "Parent"),
            ("How they want to be reached", "Letter"),
            ("What it is about", "Communication"),
            ("Service or team", "Admissions and Benefits"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed("Coventry corporate complaints procedure", "Coventry guidance 2019, the complaints policy"),
        when.i_decide(("What is it about?", "A service of the council that no statutory procedure covers")),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Acknowledgement of the complaint, Stage 1: Thursday 6 June 2019 (in 3 days)"),
        then.by_rule("Coventry guidance 2019, stages and escalation"),
        then.pictured("coventry-due", "What is due next, by when and by which rule, at the head of the page"),
        given.it_is("Tuesday 4 June 2019"),
        given.i_am("complaints officer"),
        when.i_write_and_send("Thank you for your complaint"),
        then.i_read("The letter is recorded as sent and kept as it goes."),
        when.i_go_back_to_the_complaint(),
        then.the_limit(
            "Stage 1: acknowledgement of the complaint",
            "Done on 4 June 2019, in time.",
            "Coventry guidance 2019, stages and escalation",
        ),
        then.what_is_due_next_is("Answer to the service investigation, Stage 1: Monday 17 June 2019 (in 13 days)"),
        given.it_is("Friday 14 June 2019"),
        given.i_am("responding manager"),
        then.the_next_steps_are("Send the answer"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, "No, there is nothing to learn")),
        given.it_is("Tuesday 25 June 2019"),
        given.i_am("complaints officer"),
        when.i_try_the_step("Record that the next stage was asked for"),
        then.the_problem_is("Answer “On which grounds?”"),
        when.i_send_it_with(("On which grounds?", "Relevant information was not taken into account")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer to the review, Stage 2: Tuesday 23 July 2019 (in 28 days)"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Senior manager")),
        given.it_is("Monday 22 July 2019"),
        given.i_am("senior manager"),
        when.i_take_the_step(
            "Send the answer",
            (CONCERN, "Upheld"),
            (LEARNT, "Yes"),
            ("If yes: what did it learn, and what will change?", "Letters are answered within ten days."),
            ("If yes: what is it about?", "Communication"),
        ),
        then.i_read("Letters are answered within ten days."),
        then.the_limit(
            "Stage 2: answer to the review",
            "Done on 22 July 2019, in time.",
            "Coventry guidance 2019, stages and escalation",
        ),
        then.it_may_not_be(
            "Record that the next stage was asked for", "There is no further stage. The Local Government"
        ),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 22 July 2019. Outcome: Upheld."),
        then.pictured("coventry-closed", "The head of the page once it is closed"),
    ),
)
