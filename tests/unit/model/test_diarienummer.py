from __future__ import annotations

import pytest

from memogen.model import diarienummer
from memogen.model.diarienummer import Key


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("KS-{år}-{nr:5}", "KS-2026-00123"),
        ("KS {år}/{nr}", "KS 2018/14"),
        ("KS/{år}:{nr}", "KS/2018:298"),
        ("{nr:4}/{år:2}", "0882/21"),
        ("{år}-{nr:5}", "2026-00123"),
        ("Ks.({nr})/{år}", "Ks.(7)/2024"),
        ("{kod}-{nr}-{år}", "1.2.4-182-2013"),
        ("KS/{år}:{nr} - {kod}", "KS/2018:298 - 001"),
    ],
)
def test_a_number_of_the_pattern_is_valid(pattern: str, number: str) -> None:
    assert diarienummer.is_valid(number, [pattern])


@pytest.mark.parametrize(
    "number", ["KS-2026-0123", "KS-2026-000123", "KSN-2026-00123", "KS 2026-00123", "ks-2026-00123"]
)
def test_any_other_spelling_is_not(number: str) -> None:
    assert not diarienummer.is_valid(number, ["KS-{år}-{nr:5}"])


@pytest.mark.parametrize(
    "pattern",
    ["KS-{ar}-{nr:5}", "KS-{år}", "KS-{nr}-{nr}", "{kod}-{nr} {kod}", "KS-{år}-{nr:x}", "KS-{år-{nr}", "KS}-{nr}"],
)
def test_a_bad_pattern_is_refused_in_swedish(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"mönst|två gånger|klammer"):
        diarienummer.compile_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        ("KS-{år}-{nr:5}", "KS-2026-00123"),
        ("{nr:4}/{år:2}", "0123/26"),
        ("KS {år}/{nr}", "KS 2026/123"),
        ("{nr} {kod}", "123 1.2"),
    ],
)
def test_an_example_is_valid(pattern: str, example: str) -> None:
    assert diarienummer.example(pattern, 2026) == example
    assert diarienummer.is_valid(example, [pattern])


def test_spellings_of_the_same_number_have_the_same_key() -> None:
    spellings = [
        "KS-2026-00123",
        "KS 2026-123",
        "KS/2026:123",
        "KS 2026/123",
        "KS 123/2026",
        "2026/KS 0123",
        "KS26/123",
    ]
    assert {diarienummer.key(spelling) for spelling in spellings} == {Key("KS", 2026, 123)}
    assert diarienummer.key("KS-2026-00123", ["KS-{år}-{nr:5}"]) == Key("KS", 2026, 123)
    assert diarienummer.key("taxan") is None


@pytest.mark.parametrize(
    "number",
    [
        "KSN-2018-0406",
        "KSN 2015-1345",
        "KS 2018/14",
        "2018/KS 0001",
        "2016KSM1221",
        "KS/2018:298",
        "KSKF/2014:1",
        "Kst/2012:214",
        "KS2014/143",
        "KS-2015/112",
        "KS-612/2008",
        "KK11/123",
        "2012-KS 0123",
        "Ks 123/2024",
        "SLK-2023-01047",
        "1.2.4-182-2013",
        "Dnr 2014/304",
        "Dnr 0882/21",
    ],
)
def test_the_forms_of_municipalities_are_recognised_in_running_text(number: str) -> None:
    assert [found.text for found in diarienummer.find(f"Beslutet ({number}) gäller.")] == [number]


@pytest.mark.parametrize(
    "text", ["Mål 2025-2027", "Mål och budget 2026–2027", "2026-03-12", "5 kap. 67 §", "kl. 13.00", "1 500 kr"]
)
def test_years_dates_and_sums_are_not(text: str) -> None:
    assert not list(diarienummer.find(f"Enligt {text} gäller detta."))


def test_a_file_name_begins_with_a_number_whose_separators_are_hyphens() -> None:
    assert diarienummer.leading("KS-2018-14_tjansteskrivelse", ["KS {år}/{nr}"]) == ("KS-2018-14", Key("KS", 2018, 14))
    assert diarienummer.leading("KS-2026-001234", ["KS-{år}-{nr:5}"]) is None
    assert diarienummer.leading("taxa-KS-2026-00123", ["KS-{år}-{nr:5}"]) is None


@pytest.mark.parametrize(
    "written",
    [
        "Dnr KS-2026-00123",
        "KS 2026 00123",
        "ks-2026-00123",
        "KS – 2026 – 00123",
        "KS-2026-\u00ad00123",
        "KS-2026-00123\u200b",
        "KS\u00a02026-00123",
    ],
)
def test_a_number_is_tidied_of_what_is_not_of_it(written: str) -> None:
    assert diarienummer.tidied(written) == "KS-2026-00123"
