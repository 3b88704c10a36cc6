"""A matter that the Ombudsman puts to the council."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

GUIDANCE = "Coventry guidance 2019, Ombudsman process"
ASKS = "Record what the Ombudsman asks for"

OMBUDSMAN = Life(
    name="ombudsman",
    title="The Ombudsman alone",
    shows="An enquiry, sent back as premature; then the investigation, the draft, and a report issued in public.",
    council="coventry",
    lines=(
        given.it_is("Monday 1 July 2019"),
        given.i_am("complaints officer"),
        when.i_take_down(
            "The Ombudsman asks whether the council has answered a complaint about an overpayment.",
            ("What it is", "Ombudsman's investigation"),
            ("How it came", "Email"),
            ("Full name", "Jan Example"),
        ),
        when.i_take_the_step("Decide which procedure it is handled under"),
        then.i_read("Ombudsman's investigation · No procedure"),
        when.i_take_the_step("Give it to someone to handle", ("Which post handles it?", "Ombudsman link officer")),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step("Record a referral by the Ombudsman", ("The Ombudsman’s reference", "19 001 234")),
        when.i_take_the_step(
            ASKS,
            ("What is it?", "Enquiry and assessment"),
            ("By when does the Ombudsman want the answer?", "3 July 2019"),
        ),
        then.it_stands_so("The Ombudsman waits for the council: enquiry and assessment."),
        then.what_is_due_next_is("Return of the enquiry, Ombudsman’s enquiry: Wednesday 3 July 2019 (in 2 days)"),
        then.by_rule(f"{GUIDANCE}, enquiry"),
        then.pictured("ombudsman-enquiry", "The day that the Ombudsman’s request names"),
        given.it_is("Tuesday 2 July 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step("Answer the Ombudsman"),
        then.the_limit(
            "Ombudsman’s enquiry: return of the enquiry", "Done on 2 July 2019, in time.", f"{GUIDANCE}, enquiry"
        ),
        given.it_is("Monday 8 July 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Returned to the council's own procedure")),
        then.nothing_is_due(),
        then.it_may_not_be("Answer the Ombudsman", "The Ombudsman waits for nothing from the council."),
        given.it_is("Monday 2 September 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Investigation")),
        then.what_is_due_next_is(
            "Return of the statement to the link officer, Ombudsman’s investigation: Thursday 26 September 2019"
        ),
        then.it_may_not_be("Answer the Ombudsman", "The statement is not signed off yet by: director."),
        then.somebody_else_is_next("Sign the answer off"),
        given.it_is("Tuesday 24 September 2019"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        given.it_is("Friday 27 September 2019"),
        given.i_am("ombudsman link officer"),
        then.the_limit(
            "Ombudsman’s investigation: return of the statement to the link officer",
            "Done on 24 September 2019, in time.",
            f"{GUIDANCE}, investigation",
        ),
        then.what_is_due_next_is(
            "Answer to the Ombudsman's questions, Ombudsman’s investigation: Monday 30 September 2019 (in 3 days)"
        ),
        when.i_take_the_step("Answer the Ombudsman"),
        given.it_is("Monday 4 November 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Comments on the draft decision")),
        then.what_is_due_next_is(
            "Comments on the draft decision, Ombudsman’s draft decision: Monday 18 November 2019 (in 14 days)"
        ),
        when.i_take_the_step("Answer the Ombudsman", ("What was answered?", "One date is wrong.")),
        given.it_is("Monday 2 December 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Report issued in public")),
        when.i_take_the_step("Record a decision of the Ombudsman", ("What was decided?", "Upheld")),
        then.what_is_due_next_is("Public notice of the report, Ombudsman’s public report: Monday 16 December 2019"),
        then.the_limit(
            "Ombudsman’s public report: the council notifies the Ombudsman of what it has done or proposes to do",
            "Due by Sunday 1 March 2020",
            "LGA 1974, section 31(2)",
        ),
        given.it_is("Tuesday 10 December 2019"),
        given.i_am("monitoring officer"),
        when.i_take_the_step(
            "Record a duty that follows a decision", ("What was done?", "The Monitoring Officer was told")
        ),
        when.i_take_the_step(
            "Record a duty that follows a decision", ("What was done?", "A notice was put in the press")
        ),
        then.the_limit(
            "Ombudsman’s public report: public notice of the report",
            "Done on 10 December 2019, in time.",
            "LGA 1974, section 30(5)",
        ),
        given.it_is("Tuesday 14 January 2020"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(
            "Record a duty that follows a decision", ("What was done?", "The report went before the full council")
        ),
        when.i_take_the_step("Answer the Ombudsman", ("What was answered?", "The report was accepted.")),
        then.nothing_is_due(),
        given.i_am("complaints manager"),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 14 January 2020."),
        then.i_read("The Monitoring Officer was told, 10 December 2019"),
    ),
)
