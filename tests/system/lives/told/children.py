"""A complaint about the care of a child, through the three stages of the statutory procedure."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

COMMUNICATION, QUALITY = "Concern 1: Poor Communication, Child in Need", "Concern 2: Quality of Service, Child in Need"
LEARNT = "Did the service learn something from it?"
NOTHING = "No, there is nothing to learn"
LAW = "SI 2006/1738"
LIMITS = "section[aria-labelledby=limits]"

CHILDREN = Life(
    name="children-1989",
    title="The children’s statutory procedure",
    shows="Local resolution, an investigation with an independent person, a review panel, and the Ombudsman.",
    council="hampshire",
    lines=(
        given.it_is("Monday 16 April 2018"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "Nobody rang me back for three weeks, and the plan for my son was never made.",
            ("Full name", "Lena Example"),
            ("Who they are to the person concerned", "Parent"),
            ("What it is about", "Poor Communication"),
            ("Service or team", "Child in Need"),
            ("Concern 2: what it is about", "Quality of Service"),
            ("Concern 2: service or team", "Child in Need"),
        ),
        when.i_ask_what_is_proposed(
            ("Who gives the service?", "The council itself"), ("Has an NHS body a part in it?", "No")
        ),
        then.it_is_proposed(
            "Children Act 1989 representations procedure",
            "Children Act 1989, sections 24D and 26(3), (3B) and (3C)",
        ),
        when.i_decide(
            ("Who makes the representations?", "A parent, or a person with parental responsibility"),
            ("Is it more than a year since the grounds arose?", "No"),
            ("Are there court, tribunal, disciplinary or criminal proceedings about the same matter?", "No"),
            ("Has the same complaint been through all three stages?", "No"),
            ("Is it about a function the procedure covers?", "Yes"),
        ),
        when.i_take_the_step("Acknowledge it"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Responding manager")),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer at local resolution, Stage 1: Monday 30 April 2018 (in 14 days)"),
        then.by_rule(f"{LAW}, regulation 14"),
        then.pictured("children-stage-1", "What, from whom, with whom, what is due by which rule, and what is next"),
        given.it_is("Wednesday 25 April 2018"),
        given.i_am("responding manager"),
        when.i_take_the_step(
            "Send the answer", (COMMUNICATION, "Not upheld"), (QUALITY, "Not upheld"), (LEARNT, NOTHING)
        ),
        given.it_is("Wednesday 2 May 2018"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("Answer to the investigation, from the request, Stage 2: Friday 8 June 2018"),
        when.i_take_the_step(
            "Appoint someone", ("To what?", "Investigating officer"), ("Name", "Investigator Example")
        ),
        when.i_take_the_step("Appoint someone", ("To what?", "Independent person"), ("Name", "Person Example")),
        when.i_take_the_step("Settle the written statement of the complaint"),
        when.i_take_the_step("Extend the time limit", ("Which post decided it?", "Head of service")),
        then.pictured("children-stage-2", "The clocks of an investigation that was extended", LIMITS),
        then.it_may_not_be("Send the answer", "The answer is not signed off yet by: adjudicating officer."),
        given.it_is("Monday 25 June 2018"),
        given.i_am("senior manager"),
        when.i_take_the_step("Adjudicate on the investigation", (COMMUNICATION, "Upheld"), (QUALITY, "Not upheld")),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (LEARNT, NOTHING)),
        given.it_is("Tuesday 3 July 2018"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Record that the next stage was asked for"),
        when.i_take_the_step("Start a stage"),
        then.what_is_due_next_is("The panel meets, Stage 3: Tuesday 14 August 2018 (in 42 days)"),
        then.by_rule(f"{LAW}, regulation 19(4)"),
        when.i_take_the_step("Appoint someone", ("To what?", "Panel member"), ("Name", "Chair Example")),
        when.i_take_the_step("Record that the panel met"),
        when.i_take_the_step("Record the panel’s recommendations"),
        then.what_is_due_next_is("The council's response to the recommendations, Stage 3: Tuesday 24 July 2018"),
        given.i_am("director"),
        when.i_take_the_step("Sign the answer off"),
        when.i_take_the_step("Send the answer", (COMMUNICATION, "Upheld"), (QUALITY, "Upheld"), (LEARNT, NOTHING)),
        given.it_is("Monday 3 September 2018"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(
            "Record a referral by the Ombudsman",
            ("The Ombudsman’s reference", "18 001 234"),
            ("What does the Ombudsman ask?", "Social Care (LGSCO Complaint)"),
        ),
        when.i_take_the_step(
            "Record a decision of the Ombudsman",
            ("What was decided?", "Upheld – Maladministration - Causing Injustice"),
            ("Is there a payment? How much?", "250"),
        ),
        then.i_read("£250"),
        given.i_am("complaints manager"),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 3 September 2018."),
    ),
)
