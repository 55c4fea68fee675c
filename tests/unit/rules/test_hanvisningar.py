from __future__ import annotations

import pytest

from memogen.rules.hanvisningar import bilaga_references


def numbers(text: str) -> list[int]:
    return [found.number for found in bilaga_references(text) if not found.of_another]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anta taxan enligt ärendets bilaga 1", [1]),
        ("Bilaga 12, Taxa", [12]),
        ("enligt bilaga 1 och 2", [1, 2]),
        ("bilagorna 1–3", [1, 2, 3]),
        ("bilaga 1, 2 och 5", [1, 2, 5]),
        ("**bilaga** 2", [2]),
        ("bilaga\u00a02.", [2]),
        ("bilaga 1 och 2 kronor", [1]),
        ("bilaga 1, 5 kap. 67 §", [1]),
        ("(bilaga)", []),
        ("bilaga 2024", []),
        ("bilaga A", []),
    ],
)
def test_the_numbers_of_bilagor_are_read(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text", ["avtalets bilaga 4", "bilaga 3 till budgeten", "policyns bilaga 1", "(bilaga 2) i avtalet"]
)
def test_another_documents_bilaga_is_told_apart(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize("text", ["ärendets bilaga 4", "bilaga 4 till tjänsteskrivelsen", "bilaga 4 i ärendet"])
def test_the_own_bilaga_is_the_own(text: str) -> None:
    assert numbers(text) == [4]
