"""Short lists that are the same at every council: the codes that are stored, and the words shown for them."""

from __future__ import annotations

from collections.abc import Mapping

FINDINGS = {
    "upheld": "Upheld",
    "partially_upheld": "Partially upheld",
    "not_upheld": "Not upheld",
    "no_finding": "No finding could be made",
}
COMES_FROM = {"internal": "From the council’s own staff", "external": "From outside the council"}
ENGAGED_BY = {
    "service_user": "The person it is about",
    "carer": "A parent, carer or relative",
    "council": "The council",
    "another": "Somebody else",
}
LEFT_OUT = {
    "complex": "The complaint is complex",
    "several_services": "Several services are involved",
    "answered_by_service": "The service has answered it already",
    "at_their_wish": "The complainant wishes it",
}
PARTY_ROLES = {
    "complainant": "The complainant",
    "person_concerned": "The person it is about",
    "representative": "Someone who acts for them",
    "advocate": "An advocate",
    "member_of_staff": "A member of staff it is about",
    "another": "Somebody else",
}
WAYS_OF_CONTACT = {
    "email": "E-mail",
    "telephone": "Telephone",
    "letter": "Letter",
    "text_message": "Text message",
    "in_person": "In person",
    "through_representative": "Through the person who acts for them",
    "another_format": "Another format, such as large print or an interpreter",
}
CONSENT = {
    "given": "Consent is given",
    "not_given": "Consent is refused",
    "awaited": "Consent is awaited",
    "not_needed": "Consent is not needed",
}
CONSENT_HOW = {
    "in_writing": "In writing",
    "by_word_of_mouth": "By word of mouth",
    "power_of_attorney": "By a power of attorney or a deputyship",
    "best_interests": "By a best-interests decision",
    "parental_responsibility": "By parental responsibility",
    "in_own_right": "The person complains in their own right",
}
RESTRICTIONS = {
    "in_writing_only": "In writing only",
    "one_named_contact": "Through one named contact only",
    "at_set_times": "At set times only",
    "no_telephone": "No telephone calls",
    "no_visits": "No visits to council offices",
    "no_reply_on_the_same_matter": "Letters are read, but not answered where they raise the same matter",
}
MEETINGS = {
    "in_person": "In person",
    "video_call": "By video call",
    "telephone": "By telephone",
    "conference_call": "By conference call",
    "mediation": "Mediation with a third person",
}
SETTLED_HOW = {
    "explanation": "By an explanation",
    "apology": "By an apology",
    "put_right": "By putting it right at once",
    "meeting": "At a meeting or in mediation",
    "agreement": "By an agreement on what happens next",
}
REMEDIES = {
    "apology": "Apology",
    "explanation": "Explanation",
    "service": "A service, or a change to one",
    "reassessment": "Assessment or reassessment",
    "payment": "Payment",
    "records_corrected": "Records corrected",
    "policy_change": "Change of policy or procedure",
    "training": "Training of staff",
    "another": "Something else",
}
PAYMENT = "payment"
COSTS = {
    "investigating_officer": "Investigating officer",
    "independent_person": "Independent person",
    "panel": "Review panel",
    "advocate": "Advocate",
    "interpreter": "Interpreter or translation",
    "travel": "Travel",
    "another": "Something else",
}
THEMES = {
    "communication": "Communication",
    "delay": "Delay",
    "quality_of_service": "Quality of the service",
    "staff_conduct": "Conduct of staff",
    "decision_making": "How decisions are made",
    "policy_or_procedure": "Policy or procedure",
    "records": "Records and accuracy",
    "joint_working": "Working with others",
    "information": "Information given to people",
    "another": "Something else",
}
SOURCES = {
    "response": "The answer of the service",
    "investigation": "The investigation",
    "adjudication": "The adjudication",
    "panel": "The review panel",
    "ombudsman": "The Ombudsman",
    "learning": "What the service learnt",
}
WORKED = {"yes": "Yes", "partly": "Partly", "no": "No"}
DIRECTIONS = {"in": "It came in", "out": "It went out"}
CHANNELS = {
    "e_mail": "E-mail",
    "letter": "Letter",
    "telephone": "Telephone",
    "meeting": "Meeting",
    "report": "Report",
    "web_form": "Web form",
    "text_message": "Text message",
}
OTHER_SIDES = {
    "service": "The service complained of",
    "ombudsman": "The Ombudsman",
    "councillor_or_mp": "A councillor or Member of Parliament",
    "another_body": "Another body",
}
LINKS = {
    "related": "It is about a related matter",
    "duplicate": "It is the same one, received twice",
    "joint": "It is answered together with it",
    "same_person": "It is from the same person",
}
KNOWN_LINKS = LINKS | {"merged_here": "Merged into this one", "split_to": "Split off", "split_from": "Split off from"}
DUTIES = {
    "monitoring_officer": "The Monitoring Officer was told",
    "full_council": "The report went before the full council",
    "evidence_of_remedy": "Evidence of the remedy went to the Ombudsman",
    "press_notice": "A notice was put in the press",
}
CHASED_FOR = {
    "answer": "The answer",
    "information": "Information or records",
    "letter": "A letter to be read or signed",
    "remedy": "A remedy",
    "action": "An action",
    "learning": "The learning",
}


def word(words: Mapping[str, str], code: str) -> str:
    """The words for a code; the code as words where the list does not have it.

    >>> word(REMEDIES, "payment")
    'Payment'
    >>> word(REMEDIES, "garden_visit")
    'Garden visit'
    """
    return words.get(code) or code.replace("_", " ").capitalize()
