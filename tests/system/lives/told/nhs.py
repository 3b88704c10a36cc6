"""A complaint about the council and an NHS body together."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life
from tests.system.lives.told.adults import ANSWERS, LAW, LEARNT

CONCERN = "Concern 1: Communication, Hospital discharge"

NHS = Life(
    name="joint-nhs",
    title="A joint complaint with an NHS body",
    shows="The two bodies agree who leads, the person consents to the sharing, and one answer goes out.",
    council="aldermere",
    lines=(
        given.it_is("Monday 3 June 2019"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "My mother was sent home from hospital on a Friday and no care was arranged.",
            ("Full name", "Gwen Example"),
            ("Who they are to the person concerned", "Relative or friend"),
            ("Full name of the person concerned", "Hilda Example"),
            ("Consent of the person concerned", "Consent is given"),
            ("How consent was given", "In writing"),
            ("What it is about", "Communication"),
            ("Service or team", "Hospital discharge"),
        ),
        then.i_read("Gwen Example (relative or friend), about Hilda Example"),
        when.i_ask_what_is_proposed(
            ("Who makes it?", "Someone who acts for another"),
            ("Who gives the service?", "The council itself"),
            ("Has an NHS body a part in it?", "Yes"),
        ),
        then.it_is_proposed("Joint complaint with an NHS body", f"{LAW}, regulation 9"),
        when.i_decide(
            ("Who complains?", "Somebody for such a person"),
            ("May this person act for the other?", "Yes: the person asked for it and agrees"),
            *ANSWERS[1:],
            ("What is it about?", "That and an NHS body together"),
        ),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Acknowledgement of the complaint, Joint response: Thursday 6 June 2019 (in 3 days)"),
        then.by_rule(f"{LAW}, regulation 13"),
        then.the_next_steps_are("Acknowledge it", "Appoint someone"),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Appoint someone", ("To what?", "Lead body"), ("Name", "Aldermere Council")),
        when.i_take_the_step("Appoint someone", ("To what?", "Other body"), ("Name", "Aldermere Hospitals")),
        then.pictured("nhs-bodies", "Who leads, and who else answers, is on the record"),
        when.i_take_the_step(
            "Agree how it is handled",
            ("By when is it answered?", "26 July 2019"),
            ("Does the complainant agree?", "Yes"),
        ),
        then.what_is_due_next_is("Answer, as agreed, Joint response: Friday 26 July 2019 (in 53 days)"),
        given.it_is("Wednesday 24 July 2019"),
        given.i_am("senior manager"),
        then.it_may_not_be("Send the answer", "The answer is not signed off yet by: responsible person."),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (CONCERN, "Upheld"), (LEARNT, "No, there is nothing to learn")),
        then.the_limit(
            "Joint response: longest time for the response",
            "Done on 24 July 2019, in time.",
            f"{LAW}, regulation 14(3)",
        ),
        then.it_may_not_be(
            "Record that the next stage was asked for", "There is no further stage. The Local Government"
        ),
        given.i_am("complaints officer"),
        when.i_take_the_step("Record what came of it", ("What came of it?", "Upheld")),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 24 July 2019. Outcome: Upheld."),
    ),
)
