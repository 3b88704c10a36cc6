"""When two spellings are one word, and what is said of the difference."""

from __future__ import annotations

import pytest

from putright.authorities.spelling import code_of, differences, likeness, plain


@pytest.mark.parametrize(
    ("printed", "label", "differs_in"),
    [
        ("Statutory", "Statutory", ()),
        ("Statutory  ", "Statutory", ("spaces",)),
        ("Child  in Need", "Child in Need", ("spaces",)),
        ("Statutory\u00a0", "Statutory", ("no_break_space",)),
        ("STATUTORY", "Statutory", ("letter_case",)),
        ("Non–Statutory", "Non-Statutory", ("dash_variant",)),
        ("Disabled Children’s Team", "Disabled Children's Team", ("apostrophe_variant",)),
        ("Letter\u200b", "Letter", ("zero_width",)),
        ("Cafe\u0301", "Café", ("unicode_nfd",)),
        (" e–MAIL", "E-mail", ("spaces", "dash_variant", "letter_case")),
    ],
)
def test_differences_have_names(printed: str, label: str, differs_in: tuple[str, ...]) -> None:
    assert likeness(printed) == likeness(label)
    assert differences(printed, label) == differs_in


@pytest.mark.parametrize(("one", "other"), [("Letter", "Letters"), ("Non-Statutory", "Non Statutory"), ("", "-")])
def test_other_words_are_not_alike(one: str, other: str) -> None:
    assert likeness(one) != likeness(other)


def test_plain_keeps_case_and_dashes() -> None:
    assert plain("\ufeff Non–Statutory\u00a0 ").text == "Non–Statutory"


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Disabled Children's Team", "disabled_childrens_team"),
        ("Service user (young person)", "service_user_young_person"),
        ("0 - 16", "0_16"),
        ("Upheld – Other Remedy", "upheld_other_remedy"),
        ("Apology & Explanation", "apology_explanation"),
    ],
)
def test_a_code_is_made_of_the_labels_words(label: str, code: str) -> None:
    assert code_of(label) == code
