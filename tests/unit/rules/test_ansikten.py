"""What a bilaga says of itself."""

from __future__ import annotations

import pytest

from memogen.rules.ansikten import likeness, numbers
from memogen.rules.grund import Ansikte

PATTERNS = ("KS-{år}-{nr:5}", "KS {år}/{nr}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Diarienummer: KS-2026-00123", ["KS-2026-00123"]),
        ("Dnr KS 2018/14", ["KS 2018/14"]),
        ("Vårt dnr:\nKS-2026-00123\nErt dnr: KS-2025-00001", ["KS-2026-00123", "KS-2025-00001"]),
        ("Dnr KS-2026-001234", []),
        ("Dnr 4.1-218/2025", []),
        ("enligt KS-2026-00123", []),
    ],
)
def test_a_number_stands_after_its_label_and_is_spelled_as_the_municipality_does(text: str, found: list[str]) -> None:
    assert list(numbers(Ansikte((), text), PATTERNS).values()) == found


@pytest.mark.parametrize(
    ("titel", "ansikte"),
    [
        ("Taxa för båtplatser", Ansikte(("TAXA FÖR BÅTPLATSER",))),
        ("Taxa för båtplatser", Ansikte(("Bilaga 1: Taxa för båtplatser",))),
        ("Bilaga 1, Taxa för båtplatser", Ansikte(("Taxa för båtplatser",))),
        ("Taxa för båtplatser", Ansikte(("Taxa för båtplatser – Västra hamnen",))),
        ("Taxa för båtplatser: Västra hamnen", Ansikte(("Taxa för båtplatser",))),
        ("Taxa för båtplatser", Ansikte(("Björkvalla kommun",), "Björkvalla kommun\nTaxa för båt-\nplatser\n2026")),
        ("Barn- och ungdomsplan", Ansikte(("Barn\u00ad- och ungdoms\u00adplan",))),
    ],
)
def test_the_same_title_in_another_dress_is_the_same(titel: str, ansikte: Ansikte) -> None:
    assert likeness(titel, ansikte) == 1.0


@pytest.mark.parametrize(
    ("titel", "own"),
    [
        ("Taxa för båtplatser", "Avgifter i hamnen"),
        ("Riktlinje för dialog", "Riktlinje för medborgardialog"),
        ("Taxa för båtplatser", "Taxa"),
        ("Plan – etapp 1", "Plan för hamnen – etapp 2"),
    ],
)
def test_another_title_is_another_one(titel: str, own: str) -> None:
    assert likeness(titel, Ansikte((own,))) < 0.9


@pytest.mark.parametrize(
    ("titel", "own"),
    [("Riktlinje för medborgardialog", "Riktlinje för medborgardialoger"), ("Taxa 2026–2027", "Taxa 2026–2028")],
)
def test_a_title_that_differs_by_a_letter_is_near_but_not_the_same(titel: str, own: str) -> None:
    assert 0.9 <= likeness(titel, Ansikte((own,))) < 1
