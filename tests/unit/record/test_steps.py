"""What may happen next, and which rule forbids what may not."""

from datetime import UTC, date, datetime

from putright.record.clocks import clocks
from putright.record.events import (
    Acknowledged,
    Closed,
    Entry,
    EscalationRequested,
    Event,
    Extended,
    MergedInto,
    OmbudsmanReferred,
    OmbudsmanStageStarted,
    Received,
    ReferredForSafeguarding,
    Responded,
    SafeguardingSettled,
    SignedOff,
    StageStarted,
    Triaged,
    Withdrawn,
)
from putright.record.replay import replay
from putright.record.state import State
from putright.record.steps import Step, step, steps
from putright.record.steps.another_person import why_not_this_person
from putright.rules import load_book

RECEIPT = ("2017-04-03", Received(reference="R-1", type="complaint"))
TRIAGED = ("2017-04-04", Triaged("children_act_1989"))
STARTED = ("2017-04-03", StageStarted("local_resolution"))
ANSWERED = ("2017-04-18", Responded("local_resolution"))


def state_of(*dated: tuple[str, Event]) -> State:
    at = datetime(2018, 1, 1, tzinfo=UTC)
    state = replay(Entry(n, date.fromisoformat(day), at, "Officer", event) for n, (day, event) in enumerate(dated, 1))
    assert state is not None
    return state


def asked(verb: str, *dated: tuple[str, Event], today: date = date(2017, 4, 19)) -> Step:
    return step(state_of(*dated), load_book(), verb, today=today)


def test_every_verb_is_judged_and_every_refusal_says_why() -> None:
    judged = steps(state_of(RECEIPT), load_book(), today=date(2017, 4, 5))
    assert len({one.verb for one in judged}) == len(judged) >= 19
    assert all(one.why for one in judged)


def test_an_unacknowledged_complaint_may_be_acknowledged_once() -> None:
    assert asked("acknowledge", RECEIPT).permitted
    again = asked("acknowledge", RECEIPT, ("2017-04-04", Acknowledged()))
    assert not again.permitted
    assert "4 April 2017" in again.why


def test_a_stage_starts_only_under_a_procedure() -> None:
    assert not asked("start_stage", RECEIPT).permitted
    assert asked("start_stage", RECEIPT, TRIAGED).stage == "local_resolution"


def test_a_complaint_once_accepted_is_not_refused_later() -> None:
    assert asked("refuse", RECEIPT, TRIAGED).permitted
    refused = asked("refuse", RECEIPT, TRIAGED, STARTED)
    assert not refused.permitted
    assert refused.rule


def test_an_investigation_is_asked_for_after_the_answer_without_grounds() -> None:
    assert not asked("request_escalation", RECEIPT, TRIAGED, STARTED).permitted
    after = asked("request_escalation", RECEIPT, TRIAGED, STARTED, ANSWERED)
    assert after.permitted
    assert after.stage == "investigation"
    assert "SI 2006/1738" in after.rule


def test_an_investigation_may_be_asked_for_when_twenty_days_passed_without_an_answer() -> None:
    on_the_last_day = asked("request_escalation", RECEIPT, TRIAGED, STARTED, today=date(2017, 5, 4))
    a_day_later = asked("request_escalation", RECEIPT, TRIAGED, STARTED, today=date(2017, 5, 5))
    assert (on_the_last_day.permitted, a_day_later.permitted) == (False, True)


def test_a_stage_asked_for_may_start_and_the_last_stage_has_none_after_it() -> None:
    request = ("2017-04-20", EscalationRequested("investigation"))
    assert asked("start_stage", RECEIPT, TRIAGED, STARTED, ANSWERED, request).stage == "investigation"
    panel = (("2018-01-02", StageStarted("review_panel")), ("2018-03-02", Responded("review_panel")))
    last = asked("request_escalation", RECEIPT, TRIAGED, STARTED, ANSWERED, *panel)
    assert not last.permitted
    assert "Ombudsman" in last.why


def test_a_limit_is_extended_once_and_only_where_a_rule_gives_an_extension() -> None:
    assert asked("extend", RECEIPT, TRIAGED, STARTED).permitted
    again = asked("extend", RECEIPT, TRIAGED, STARTED, ("2017-04-10", Extended("local_resolution", date(2017, 5, 4))))
    assert not again.permitted
    assert "regulation 14" in again.rule


def test_a_closed_complaint_is_reopened_before_anything_else() -> None:
    closed = ("2017-04-20", Closed())
    assert asked("reopen", RECEIPT, TRIAGED, STARTED, ANSWERED, closed).permitted
    assert not asked("withdraw", RECEIPT, TRIAGED, STARTED, ANSWERED, closed).permitted
    assert asked("correct", RECEIPT, TRIAGED, STARTED, ANSWERED, closed).permitted


def test_the_ombudsman_s_stages_run_beside_the_council_s_own() -> None:
    referral = ("2019-06-05", OmbudsmanReferred("17 000 001", "social_care_lgsco_complaint"))
    investigation = ("2019-06-10", OmbudsmanStageStarted("17 000 001", "ombudsman_investigation"))
    assert not asked("start_ombudsman_stage", RECEIPT).permitted
    unsigned = asked("answer_ombudsman", RECEIPT, TRIAGED, STARTED, ANSWERED, referral, investigation)
    assert not unsigned.permitted
    assert "not signed off yet by: director" in unsigned.why
    signed = ("2019-06-12", SignedOff("ombudsman_investigation", "Director"))
    waiting = asked("answer_ombudsman", RECEIPT, TRIAGED, STARTED, ANSWERED, referral, investigation, signed)
    assert (waiting.permitted, waiting.stage) == (True, "ombudsman_investigation")
    state = state_of(RECEIPT, TRIAGED, STARTED, ANSWERED, referral, investigation)
    running = {clock.limit.name: clock.due_on for clock in clocks(state, None, load_book())}
    assert running["response"] == date(2019, 7, 8)
    assert running["internal_return"] == date(2019, 7, 4)
    assert asked("request_escalation", RECEIPT, TRIAGED, STARTED, ANSWERED, referral, investigation).permitted


def test_a_complaint_that_ended_is_not_answered_extended_or_appointed_to() -> None:
    for how in (Withdrawn(), MergedInto("R-2"), Closed()):
        for verb in ("respond", "extend", "pause", "appoint", "agree_plan"):
            found = asked(verb, RECEIPT, TRIAGED, STARTED, ("2017-04-11", how))
            assert not found.permitted, (how, verb)
            assert found.why.endswith("Reopen it first.")


def harrow(*dated: tuple[str, Event]) -> tuple[tuple[str, Event], ...]:
    return (RECEIPT, ("2017-04-04", Triaged("harrow_adults")), *dated)


STAGE_1 = (
    ("2017-04-05", StageStarted("adult_local_resolution")),
    ("2017-04-20", Responded("adult_local_resolution")),
)


def test_mediation_may_follow_the_first_stage_and_may_be_left_out() -> None:
    starts = asked("start_stage", *harrow(*STAGE_1))
    assert (starts.permitted, starts.stage) == (True, "adult_mediation")
    left_out = asked("request_escalation", *harrow(*STAGE_1))
    assert (left_out.permitted, left_out.stage) == (True, "adult_formal_investigation")


def test_a_mediation_that_goes_on_stops_nobody_from_asking_for_the_investigation() -> None:
    mediation = ("2017-04-24", StageStarted("adult_mediation"))
    assert asked("request_escalation", *harrow(*STAGE_1, mediation)).permitted
    investigated = (
        ("2017-05-02", EscalationRequested("adult_formal_investigation")),
        ("2017-05-02", StageStarted("adult_formal_investigation")),
        ("2017-05-20", Responded("adult_formal_investigation")),
    )
    assert asked("close", *harrow(*STAGE_1, mediation, *investigated)).permitted


def test_mediation_or_the_investigation_comes_at_once_if_the_complainant_agrees() -> None:
    first = asked("start_stage", *harrow())
    assert [(way.stage, way.leaves_out) for way in first.ways] == [
        ("adult_local_resolution", ()),
        ("adult_mediation", ("adult_local_resolution",)),
        ("adult_formal_investigation", ("adult_local_resolution",)),
    ]
    assert "Harrow annual report 2019/20" in first.rule


def test_a_stage_that_no_rule_leaves_out_comes_in_its_turn() -> None:
    panel = asked("start_stage", RECEIPT, TRIAGED)
    assert [way.stage for way in panel.ways] == ["local_resolution", "investigation"]
    code = asked("start_stage", RECEIPT, ("2017-04-04", Triaged("complaint_handling_code_2024")))
    assert [way.stage for way in code.ways] == ["code_stage_1"]


def test_the_six_months_become_longer_by_what_was_agreed_before_they_had_passed() -> None:
    adult = (RECEIPT, ("2017-04-04", Triaged("adult_social_care_2009")), ("2017-04-05", StageStarted("adult_response")))
    assert asked("extend", *adult).permitted

    def longest(*more: tuple[str, Event]) -> tuple[date | None, list[str]]:
        state = state_of(*adult, *more)
        clock = next(
            c
            for c in clocks(state, load_book().procedure(state.procedure), load_book())
            if c.limit.name == "response_overall"
        )
        assert clock.due is not None
        return clock.due_on, clock.due.explanation()

    december = Extended("adult_response", date(2017, 12, 1), agreed_by="complainant", limit="response_overall")
    assert longest()[0] == date(2017, 10, 2)
    on, told = longest(("2017-10-02", december))
    assert on == date(2017, 12, 1)
    assert any("would have ended on Monday 2 October 2017" in line for line in told)
    on, told = longest(("2017-10-03", december))
    assert on == date(2017, 10, 2)
    assert any("came after the limit had passed" in line for line in told)


def test_who_answered_the_first_stage_does_not_answer_a_review() -> None:
    review = (
        RECEIPT,
        ("2017-04-04", Triaged("coventry_corporate")),
        ("2017-04-04", StageStarted("corporate_service_investigation")),
        ("2017-04-12", Responded("corporate_service_investigation", answered_by="Head of Fostering")),
        ("2017-04-13", EscalationRequested("corporate_service_review")),
        ("2017-04-13", StageStarted("corporate_service_review")),
    )
    judged = asked("respond", *review)
    assert (judged.permitted, judged.rule) == (True, "Coventry guidance 2019, escalation of complaints")
    assert "Not by Head of Fostering, who answered Stage 1" in judged.why
    procedure, state = load_book().procedure("coventry_corporate"), state_of(*review)

    def why_not(stage: str, post: str) -> str:
        return why_not_this_person(state, procedure, stage, post)

    assert "somebody else than Head of Fostering" in why_not("corporate_service_review", "head of  fostering")
    assert why_not("corporate_service_review", "Head of Adoption") == ""
    assert why_not("corporate_service_investigation", "Head of Fostering") == ""


def test_nothing_is_decided_before_a_safeguarding_matter_is_settled() -> None:
    referred = ("2017-04-04", ReferredForSafeguarding("The hub"))
    for verb, before in (("triage", ()), ("convert", ()), ("refuse", (TRIAGED,))):
        waits = asked(verb, RECEIPT, *before, referred)
        assert (waits.permitted, waits.why) == (False, "A safeguarding matter is with The hub. Settle it first.")
        assert asked(verb, RECEIPT, *before, referred, ("2017-04-05", SafeguardingSettled())).permitted
