"""What looks like personal numbers and private contact details in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.model.siffror import at_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![\w.:/-])(?P<century>19|20)?(?P<birth>[0-9]{2}(?P<month>[0-9]{2})(?P<day>[0-9]{2}))"
    r"(?P<sign>[-+–]?)(?P<tail>[0-9]{4})(?![\w/-]|[.:][0-9])"
)
_PRIVATE_MAIL = re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|telia|comhem|bredband2?|"
    r"spray|passagen|tele2|bahnhof|protonmail|proton)\.(?:com|se|net|nu|me)\b"
)
_MOBILE = re.compile(r"(?<![\w-])(?:\+46[ \u00a0-]?\(?0?\)?7|07)[0236-9](?:[ \u00a0-]?[0-9]){7}(?![\w-])")
_BIRTH = 6
_COORDINATION = 60
_MONTHS = 12
_DAYS = 31


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (weights 2, 1, 2 … from the left, 18 § FOL)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - a two-digit product counts as its digit sum
    return total % 10 == 0


def shaped_as_personal(text: str) -> Iterator[re.Match[str]]:
    """Numbers with the shape and the date of a personnummer or a samordningsnummer (day + 60)."""
    for found in at_numbers(_NUMBER, text, digits=_BIRTH):
        day = int(found["day"])
        day -= _COORDINATION if day > _COORDINATION else 0
        # Ten digits in a row that begin with 07 are a mobile telephone.
        is_phone = not found["sign"] and not found["century"] and found[0].startswith("07")
        if 1 <= int(found["month"]) <= _MONTHS and 1 <= day <= _DAYS and not is_phone:
            yield found


def is_personal(found: re.Match[str]) -> bool:
    """Whether the check digit is right."""
    return luhn(found["birth"] + found["tail"])


def private_contacts(text: str) -> Iterator[re.Match[str]]:
    """E-mail addresses at providers for private persons, and mobile telephones."""
    if "@" in text:
        yield from _PRIVATE_MAIL.finditer(text)
    if "07" in text or "+46" in text:
        yield from _MOBILE.finditer(text)
