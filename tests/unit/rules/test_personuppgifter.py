from __future__ import annotations

import pytest

from memogen.rules.personuppgifter import is_personal, luhn, private_contacts, shaped_as_personal


@pytest.mark.parametrize("digits", ["8112189876", "6408233234", "8112789873"])
def test_the_check_digit_of_a_published_number_is_right(digits: str) -> None:
    assert luhn(digits)


def test_a_changed_digit_is_seen() -> None:
    assert not luhn("8112189875")


@pytest.mark.parametrize("text", ["811218-9876", "19811218-9876", "198112189876", "811218+9876", "811278-9873"])
def test_a_personal_number_is_found_however_it_is_written(text: str) -> None:
    (found,) = shaped_as_personal(f"Sökanden ({text}) bor här.")
    assert found[0] == text
    assert is_personal(found)


@pytest.mark.parametrize(
    "text",
    [
        "212000-1234",  # organisation: the third digit is 2 or more
        "811318-9876",  # no such month
        "811200-9876",  # no such day
        "0701234567",  # mobile telephone
        "KS-811218-9876",  # part of something else
        "811218-98765",
        "1:811218-9876",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not list(shaped_as_personal(f"Se {text} i texten."))


@pytest.mark.parametrize("text", ["kim.exempelsson@gmail.com", "070-123 45 67", "+46 70 123 45 67", "0701234567"])
def test_a_private_contact_is_found(text: str) -> None:
    (found,) = private_contacts(f"Sökanden nås på {text}.")
    assert found[0] == text


@pytest.mark.parametrize("text", ["anna.ek@bjorkvalla.example", "0123-456 78", "08-12 34 56", "2017-0712345678"])
def test_an_official_contact_is_none(text: str) -> None:
    assert not list(private_contacts(f"Kommunen nås på {text}."))
