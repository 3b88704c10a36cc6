"""A complaint about the care of a child that goes to the Ombudsman in place of the review panel."""

from tests.system.lives import given, then, when
from tests.system.lives.lines import Life

from putright.record import events as e

CONCERN = "Concern 1: Quality of Service, Child in Need"
GUIDANCE = "Coventry guidance 2019, Ombudsman process"
ASKS = "Record what the Ombudsman asks for"
UPHELD = (e.Finding(1, "upheld"),)

EARLY_REFERRAL = Life(
    name="early-referral",
    title="Early referral to the Ombudsman",
    shows="Everything was upheld by the investigation, so that council and complainant agree to spare the panel.",
    council="hampshire",
    lines=(
        given.it_is("Monday 8 July 2019"),
        given.a_complaint_with(
            "a complaint about the care of a child whose investigation was answered on 3 July 2019, all of it upheld",
            "The plan for my daughter was not kept for a year.",
            ("1 April 2019", e.PartyNamed(1, "complainant", "parent", "email")),
            ("1 April 2019", e.ConcernRaised(1, "quality_of_service", "child_in_need")),
            ("2 April 2019", e.Acknowledged()),
            ("2 April 2019", e.Triaged("children_act_1989")),
            ("2 April 2019", e.Assigned("Responding manager")),
            ("2 April 2019", e.StageStarted("local_resolution")),
            ("15 April 2019", e.Responded("local_resolution", (e.Finding(1, "not_upheld"),))),
            ("23 April 2019", e.EscalationRequested("investigation")),
            ("23 April 2019", e.StageStarted("investigation")),
            ("30 April 2019", e.StatementFinalised("investigation")),
            ("27 June 2019", e.Adjudicated("investigation", UPHELD)),
            ("1 July 2019", e.SignedOff("investigation", "Senior manager")),
            ("3 July 2019", e.Responded("investigation", UPHELD)),
        ),
        given.i_am("complaints manager"),
        then.it_stands_so("Stage 2 was answered on 3 July 2019."),
        when.i_take_the_step(
            "Record a meeting",
            ("How was it held?", "By telephone"),
            ("What was said and agreed?", "She wants the Ombudsman to look at it now. We agree that it is reasonable."),
        ),
        given.it_is("Monday 15 July 2019"),
        given.i_am("ombudsman link officer"),
        when.i_open_the_step("Record a referral by the Ombudsman"),
        then.i_read("Stage 3 of the council’s own procedure has not been used."),
        then.i_read("The Ombudsman may be asked in its place only where the investigation is sound"),
        then.i_read("Rule: Getting the Best from Complaints, 3.11 (not yet checked)."),
        then.pictured("early-referral-conditions", "On what conditions the panel may be passed by"),
        when.i_send_it_with(
            ("The Ombudsman’s reference", "19 005 678"),
            ("What does the Ombudsman ask?", "Social Care (LGSCO Complaint)"),
        ),
        when.i_take_the_step(ASKS, ("What is it?", "Investigation")),
        then.it_stands_so("Stage 2 was answered on 3 July 2019. The Ombudsman waits for the council: investigation."),
        then.what_is_due_next_is(
            "Return of the statement to the link officer, Ombudsman’s investigation: Thursday 8 August 2019"
        ),
        given.it_is("Monday 5 August 2019"),
        given.i_am("senior manager"),
        when.i_take_the_step("Sign the answer off"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step("Answer the Ombudsman"),
        given.it_is("Tuesday 1 October 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Comments on the draft decision")),
        then.what_is_due_next_is(
            "Comments on the draft decision, Ombudsman’s draft decision: Tuesday 15 October 2019 (in 14 days)"
        ),
        when.i_take_the_step("Answer the Ombudsman"),
        given.it_is("Friday 1 November 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step(ASKS, ("What is it?", "Final decision")),
        then.nothing_is_due(),
        when.i_take_the_step(
            "Record a decision of the Ombudsman",
            ("What was decided?", "Upheld – Maladministration - Causing Injustice"),
            ("Is there a payment? How much?", "300"),
        ),
        when.i_take_the_step(ASKS, ("What is it?", "Remedy, with evidence that it was done")),
        then.what_is_due_next_is(
            "Evidence that each action was done, Ombudsman’s remedy: Friday 15 November 2019 (in 14 days)"
        ),
        then.by_rule(f"{GUIDANCE}, remedy"),
        given.i_am("complaints manager"),
        when.i_take_the_step(
            "Agree a remedy",
            ("What is it?", "Payment"),
            ("By when is it done?", "15 November 2019"),
            ("If a payment, how much?", "300"),
            ("If a payment, who pays it?", "Children and families"),
            ("Which post approved it?", "Director of Children’s Services"),
        ),
        given.it_is("Monday 11 November 2019"),
        given.i_am("ombudsman link officer"),
        when.i_take_the_step("Record that a remedy is done", ("What shows that it was done?", "Receipt of 8 November")),
        when.i_take_the_step("Answer the Ombudsman", ("What was answered?", "The receipt.")),
        when.i_take_the_step(
            "Record a duty that follows a decision",
            ("What was done?", "Evidence of the remedy went to the Ombudsman"),
        ),
        then.the_limit(
            "Ombudsman’s remedy: evidence that each action was done",
            "Done on 11 November 2019, in time.",
            f"{GUIDANCE}, remedy",
        ),
        given.i_am("complaints manager"),
        when.i_take_the_step("Close it"),
        then.it_stands_so("Closed on 11 November 2019."),
        then.pictured("early-referral-closed", "Closed, with the payment made and shown"),
    ),
)
