"""A complaint about a child protection conference."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

CONCERN = "Concern 1: Child protection conference, Child protection"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"
POLICY = "Partnership procedures, St Helens"

CONFERENCE = Life(
    name="conference",
    title="A complaint about a child protection conference",
    shows="The partnership’s own procedure: the chair meets the complainant, then an investigation, then a panel.",
    council="aldermere",
    lines=(
        given.it_is("Monday 2 October 2023"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "I was given the reports a quarter of an hour before the conference began.",
            ("Full name", "Dilys Example"),
            ("Who they are to the person concerned", "Parent"),
            ("What it is about", "Child protection conference"),
            ("Service or team", "Child protection"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed(
            "Complaints about a child protection conference",
            "SI 2006/1738, regulation 3, which does not list section 47",
        ),
        when.i_decide(
            ("Who complains?", "A parent, a carer, or somebody with parental responsibility"),
            ("What is it about?", "How the conference was run"),
        ),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("The chair meets the complainant, Stage 1: Monday 9 October 2023 (in 7 days)"),
        then.by_rule(POLICY),
        given.it_is("Thursday 5 October 2023"),
        given.i_am("responding manager"),
        when.i_take_the_step("Record a meeting", ("How was it held?", "In person")),
        then.the_limit("Stage 1: the chair meets the complainant", "Done on 5 October 2023, in time.", POLICY),
        then.pictured("conference-meeting", "The meeting has met the limit of the first stage"),
        when.i_take_the_step("Send the answer", (CONCERN, "Not upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 16 October 2023"),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.it_stands_so("Stage 2 is waiting for its answer."),
        then.the_next_steps_are("Give it to someone to handle", "Send the answer"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Senior manager")),
        given.i_am("senior manager"),
        when.i_take_the_step("Send the answer", (CONCERN, "Partially upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 6 November 2023"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        when.i_take_the_step(
            "Send the answer",
            ("Which post gives the answer?", "Chair of the partnership’s panel"),
            (CONCERN, "Upheld"),
            (LEARNT, "Yes"),
            ("If yes: what did it learn, and what will change?", "Reports are sent three days before."),
            ("If yes: what is it about?", "Information given to people"),
        ),
        then.it_may_not_be("Record that the next stage was asked for", "There is no further stage."),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 6 November 2023. Outcome: Upheld."),
    ),
)
