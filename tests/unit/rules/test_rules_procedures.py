"""What the book says of the procedures beside the children's and the Code, and of what their stages may do."""

from __future__ import annotations

from datetime import date

import pytest

from putright.rules import (
    Book,
    DueDate,
    NoExtension,
    NoPause,
    NotAgreed,
    Pause,
    Stage,
    StillPaused,
    Stop,
    due_date,
    lengthened,
    load_book,
    with_pauses,
)


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book()


def reckoned(book: Book, procedure: str, stage: str, limit: str, start: date) -> DueDate:
    of = book.procedure(procedure)
    return due_date(of.limit(stage, limit), start, calendar=book.calendar(of.calendar))


def test_the_law_for_adults_has_one_stage_and_no_number_of_days_for_the_answer(book: Book) -> None:
    procedure = book.procedure("adult_social_care_2009")
    (stage,) = procedure.stages
    assert {name: (limit.kind, limit.values[-1].in_words) for name, limit in stage.limits.items()} == {
        "acknowledgement": ("statutory_limit", "3 working days"),
        "response_overall": ("statutory_limit", "6 months"),
    }
    assert stage.limits["response_overall"].values[-1].counting == "commencing_on"
    assert stage.agreed_period
    assert stage.agreed_period.within == "response_overall"
    assert stage.sign_off
    assert stage.sign_off.name == "responsible_person"
    assert stage.next is None
    bar = procedure.limits["time_bar"].values[-1]
    assert bar.discretion
    assert len(bar.discretion.limbs) == 2


@pytest.mark.parametrize("name", ["harrow_adults", "coventry_adults", "nhs_joint"])
def test_what_a_local_form_keeps_of_the_law_is_the_laws_own(book: Book, name: str) -> None:
    law, local = book.procedure("adult_social_care_2009"), book.procedure(name)
    of_the_law = law.stage("adult_response").limits
    assert local.under == law.name
    assert local.in_statutory_totals
    assert local.questions is law.questions
    assert local.refusals is law.refusals
    assert local.limits["time_bar"] is law.limits["time_bar"]
    assert local.stages[0].limits["acknowledgement"] is of_the_law["acknowledgement"]
    for stage in local.stages:
        assert stage.limits["response_overall"] is of_the_law["response_overall"]
        assert {stage.limits[kept].kind for kept in stage.kept} == {"statutory_limit"}
        assert {limit.kind for key, limit in stage.limits.items() if key not in stage.kept} <= {"local_policy"}


def test_harrows_stages(book: Book) -> None:
    first, mediation, formal = book.procedure("harrow_adults").stages
    assert [stage.limits["response"].values[-1].count for stage in (first, formal)] == [15, 20]
    assert [stage.limits["response"].values[-1].extended.count for stage in (first, formal)] == [20, 65]  # type: ignore[union-attr]
    assert mediation.optional
    assert "response" not in mediation.limits
    assert first.leads_to == (mediation.name,)
    assert first.next == mediation.next == formal.name


def test_coventrys_review_is_on_one_of_three_grounds_and_by_somebody_else(book: Book) -> None:
    first, review = book.procedure("coventry_corporate").stages
    assert first.escalation
    assert first.escalation.grounds_needed
    assert [ground.code for ground in first.escalation.grounds] == [
        "information_not_considered",
        "procedure_not_applied",
        "policy_misinterpreted",
    ]
    assert review.different_person
    assert not first.different_person
    assert [stage.limits["response"].values[-1].count for stage in (first, review)] == [10, 20]


def test_only_a_statutes_procedures_count_in_statutory_totals(book: Book) -> None:
    assert {name for name, procedure in book.procedures.items() if procedure.in_statutory_totals} == {
        "children_act_1989",
        "adult_social_care_2009",
        "harrow_adults",
        "coventry_adults",
        "nhs_joint",
    }
    assert {name for name, procedure in book.procedures.items() if procedure.template} == {
        "schools",
        "child_protection_conference",
    }


def test_the_ombudsmans_stages_follow_by_the_ombudsmans_decision_not_by_request(book: Book) -> None:
    procedure = book.procedure("ombudsman")
    assert all(stage.escalation is None for stage in procedure.stages)
    assert {stage.name.removeprefix("ombudsman_"): stage.leads_to for stage in procedure.stages} == {
        "enquiry": ("ombudsman_premature", "ombudsman_investigation"),
        "premature": (),
        "investigation": ("ombudsman_draft_decision", "ombudsman_final_decision"),
        "draft_decision": ("ombudsman_final_decision", "ombudsman_public_report"),
        "final_decision": ("ombudsman_remedy",),
        "remedy": (),
        "public_report": ("ombudsman_remedy",),
    }
    limits = procedure.stage("ombudsman_investigation").limits
    assert (limits["internal_return"].kind, limits["internal_return"].values[-1].count) == ("local_policy", 18)
    assert (limits["response"].kind, limits["response"].values[-1].count) == ("ombudsman_request", 20)


def test_who_signs(book: Book) -> None:
    signed = {
        f"{procedure.name}.{stage.name}": stage.sign_off.name
        for procedure in book.procedures.values()
        for stage in procedure.stages
        if stage.sign_off
    }
    assert signed["children_act_1989.investigation"] == "adjudicating_officer"
    assert signed["children_act_1989.review_panel"] == "director_of_childrens_services"
    assert signed["nhs_joint.joint_response"] == "responsible_person"
    assert signed["ombudsman.ombudsman_investigation"] == "director"
    assert "children_act_1989.local_resolution" not in signed


def test_a_clock_is_paused_at_one_stage_only_and_for_one_reason(book: Book) -> None:
    pauses = [
        (procedure.name, stage.name, pause.reason, pause.longest and pause.longest.in_words)
        for procedure in book.procedures.values()
        for stage in procedure.stages
        for pause in stage.pauses
    ]
    assert pauses == [("children_act_1989", "local_resolution", "waiting_for_advocate", "20 working days")]


def test_an_agreement_explains_itself_and_one_too_late_says_what_to_do(book: Book) -> None:
    due = reckoned(book, "adult_social_care_2009", "adult_response", "response_overall", date(2017, 8, 31))
    assert "It may become any longer period that the complainant agrees to before it has passed." in due.explanation()
    assert due.explanation()[-2].startswith("If it is missed the council must notify the complainant in writing")
    longer = lengthened(due, agreed_on=date(2018, 2, 28), to=date(2018, 4, 16))
    assert longer.on == date(2018, 4, 16)
    assert (
        "It would have ended on Wednesday 28 February 2018; on Wednesday 28 February 2018 the complainant agreed to "
        "the longer period." in longer.explanation()
    )
    with pytest.raises(NotAgreed, match=r"passed on Wednesday 28 February 2018: SI 2009/309, regulation 14\(3\)"):
        lengthened(due, agreed_on=date(2018, 3, 1), to=date(2018, 4, 16))
    again = lengthened(longer, agreed_on=date(2018, 4, 10), to=date(2018, 5, 1))
    assert (again.on, again.before_agreement) == (date(2018, 5, 1), date(2018, 2, 28))


def test_what_becomes_longer_by_agreement_has_no_extension_of_its_own(book: Book) -> None:
    procedure = book.procedure("adult_social_care_2009")
    limit = procedure.limit("adult_response", "response_overall")
    with pytest.raises(NoExtension, match="becomes longer if the complainant agrees"):
        due_date(limit, date(2018, 1, 15), calendar=book.calendar(procedure.calendar), extended=True)


@pytest.fixture
def stage(book: Book) -> Stage:
    return book.procedure("children_act_1989").stage("local_resolution")


def test_a_pause_explains_itself_day_by_day(book: Book, stage: Stage) -> None:
    due = reckoned(book, "children_act_1989", stage.name, "response", date(2017, 11, 6))
    stop = Stop(stage.pauses[0], date(2017, 11, 8), date(2017, 11, 9))
    words = with_pauses(due, [stop], calendar=book.calendar("england_and_wales")).explanation()
    assert words[0] == "Answer at local resolution: by Tuesday 21 November 2017."
    assert "Not counted: Thursday 9 November 2017 (paused: waiting until an advocate is appointed)." in words
    assert any(line.startswith("The clock stood still after Wednesday 8 November 2017 to Thursday 9") for line in words)
    assert any(line.startswith("Rule for the pause: Getting the Best from Complaints") for line in words)
    still = with_pauses(due, [Stop(stage.pauses[0], date(2017, 11, 8))], calendar=book.calendar("england_and_wales"))
    assert "It ends after 20 working days in all, the pause included." in still.explanation()


@pytest.mark.parametrize(
    ("stops", "says"),
    [
        ([(date(2017, 11, 20), None)], "is not within"),
        ([(date(2017, 11, 3), None)], "is not within"),
        ([(date(2017, 11, 8), date(2017, 11, 7))], "is before the pause"),
        ([(date(2017, 11, 8), None), (date(2017, 11, 9), None)], "already stood still"),
        ([(date(2017, 11, 9), date(2017, 11, 13)), (date(2017, 11, 8), date(2017, 11, 10))], "already stood still"),
    ],
)
def test_a_pause_that_cannot_be_is_refused(
    book: Book, stage: Stage, stops: list[tuple[date, date | None]], says: str
) -> None:
    due = reckoned(book, "children_act_1989", stage.name, "response", date(2017, 11, 6))
    with pytest.raises(NoPause, match=says):
        with_pauses(due, [Stop(stage.pauses[0], *stop) for stop in stops], calendar=book.calendar("england_and_wales"))


def test_a_pause_without_a_longest_time_has_no_last_day_until_it_ends(book: Book, stage: Stage) -> None:
    known = stage.pauses[0]
    endless = Pause("made_up", "made up", None, known.citation, "memory")
    due = reckoned(book, "children_act_1989", stage.name, "response", date(2017, 11, 6))
    calendar = book.calendar("england_and_wales")
    with pytest.raises(StillPaused, match="no last day until it runs again"):
        with_pauses(due, [Stop(endless, date(2017, 11, 8))], calendar=calendar)
    resumed = with_pauses(due, [Stop(endless, date(2017, 11, 8), date(2018, 1, 31))], calendar=calendar)
    assert resumed.on == date(2018, 2, 12)


def test_months_do_not_stand_still(book: Book, stage: Stage) -> None:
    due = reckoned(book, "adult_social_care_2009", "adult_response", "response_overall", date(2017, 8, 31))
    with pytest.raises(NoPause, match="not counted in working days"):
        with_pauses(due, [Stop(stage.pauses[0], date(2017, 9, 8))], calendar=book.calendar("england_and_wales"))


def test_what_is_assumed_of_hampshires_procedure_says_so(book: Book) -> None:
    first, second, _ = book.procedure("hampshire_corporate").stages
    extension = second.limits["response"].values[-1].extended
    assert extension
    assert extension.notes[0].startswith("Assumed: ")
    assert all(
        stage.escalation and any("Assumed: " in note for note in stage.escalation.notes) for stage in (first, second)
    )
    independent = next(
        post
        for post in book.procedure("children_act_1989").stage("investigation").posts
        if post.name == "independent_person"
    )
    assert independent.checked == "secondary"
