"""Papers: correspondence, documents and letters."""

from __future__ import annotations

from putright.record.steps.asked import Asked, Step, judges


@judges("record_correspondence", "add_document")
def _always(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "What came and went is recorded whenever it came or went.")


@judges("draft_letter")
def _draft_letter(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "A letter may be written at any time.")


@judges("vet_letter")
def _vet_letter(asked: Asked, verb: str) -> Step:
    if not any(letter.waits_to_be_read for letter in asked.state.letters):
        return Step(verb, False, "No letter waits to be read by a second person.")
    return Step(verb, True, "A letter waits to be read.")


@judges("send_letter")
def _send_letter(asked: Asked, verb: str) -> Step:
    unsent = [letter for letter in asked.state.letters if letter.sent_on is None]
    if not unsent:
        return Step(verb, False, "No letter waits to be sent.")
    if all(letter.sent_back for letter in unsent):
        return Step(verb, False, "The letter was sent back by the one who read it. Write it again.")
    if not any(letter.may_go for letter in unsent):
        return Step(verb, False, "The letter waits to be read by a second person.")
    return Step(verb, True, "A letter waits to be sent.")
