"""What persons say in the minutes, and how they vote, one case a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.artifacts import Blocks, Table
from memogen.compose.pieces import plain

if TYPE_CHECKING:
    from collections.abc import Callable

ANNA, BO, EVA = "Anna Ek (S)", "Bo Ask (M)", "Eva Dal (C)"

STATEMENTS = [
    # a row: section, entries, lines
    ("reservationer", [ANNA], ["Anna Ek (S) reserverar sig mot beslutet."]),
    ("reservationer", [ANNA, BO], ["Anna Ek (S) och Bo Ask (M) reserverar sig mot beslutet."]),
    (
        "reservationer",
        [ANNA, BO, EVA],
        ["Anna Ek (S), Bo Ask (M) och Eva Dal (C) reserverar sig mot beslutet."],
    ),
    (
        "reservationer",
        [{"av": [ANNA, BO], "text": "Vi vill annat."}],
        ["Anna Ek (S) och Bo Ask (M) reserverar sig mot beslutet med följande motivering:", "Vi vill annat."],
    ),
    ("reservationer", [{"av": ANNA, "bilaga": "1"}], ["Anna Ek (S) reserverar sig mot beslutet enligt bilaga 1."]),
    (
        "reservationer",
        [{"av": ANNA, "bilaga": "Bilaga A"}],
        ["Anna Ek (S) reserverar sig mot beslutet enligt bilaga A."],
    ),
    (
        "reservationer",
        [{"av": ANNA, "bilaga": "Reservation från S"}],
        ["Anna Ek (S) reserverar sig mot beslutet enligt bilaga 2."],
    ),
    (
        "reservationer",
        [ANNA, {"av": BO, "text": "Nej."}, EVA],
        [
            "Anna Ek (S) reserverar sig mot beslutet.",
            "Bo Ask (M) reserverar sig mot beslutet med följande motivering:",
            "Nej.",
            "Eva Dal (C) reserverar sig mot beslutet.",
        ],
    ),
    ("reservationer", ["Hela S-gruppen reserverar sig."], ["Hela S-gruppen reserverar sig."]),
    ("sarskilda_yttranden", [ANNA], ["Anna Ek (S) lämnar ett särskilt yttrande."]),
    ("sarskilda_yttranden", [ANNA, BO], ["Anna Ek (S) och Bo Ask (M) lämnar särskilda yttranden."]),
    (
        "sarskilda_yttranden",
        [{"av": [ANNA, BO]}],
        ["Anna Ek (S) och Bo Ask (M) lämnar ett gemensamt särskilt yttrande."],
    ),
    (
        "sarskilda_yttranden",
        [{"av": ANNA, "text": "Bra så."}],
        ["Anna Ek (S) lämnar följande särskilda yttrande:", "Bra så."],
    ),
    (
        "sarskilda_yttranden",
        [{"av": [ANNA, BO], "bilaga": "1"}],
        ["Anna Ek (S) och Bo Ask (M) lämnar ett gemensamt särskilt yttrande enligt bilaga 1."],
    ),
    ("jav", [ANNA], ["Anna Ek (S) anmäler jäv och deltar inte i handläggningen av ärendet."]),
    ("deltar_inte_i_beslutet", [ANNA, BO], ["Anna Ek (S) och Bo Ask (M) deltar inte i beslutet."]),
    ("yrkanden", ["Anna Ek (S) yrkar bifall till förslaget."], ["Anna Ek (S) yrkar bifall till förslaget."]),
    ("yrkanden", [{"av": ANNA, "text": "bifall till förslaget"}], ["Anna Ek (S) yrkar bifall till förslaget."]),
    ("yrkanden", [{"av": ANNA, "text": "yrkar avslag."}], ["Anna Ek (S) yrkar avslag."]),
    ("yrkanden", [{"av": ANNA, "text": "anta taxan"}], ["Anna Ek (S) yrkar att anta taxan."]),
    (
        "yrkanden",
        [{"av": ANNA, "typ": "andring", "text": "fastställa taxan till 21,00 kronor"}],
        ["Anna Ek (S) yrkar som ändring att fastställa taxan till 21,00 kronor."],
    ),
    (
        "deltar_inte_i_beslutet",
        [{"av": ANNA, "text": "i punkt 2"}, {"av": BO, "text": "i beslutet i punkt 1"}],
        ["Anna Ek (S) deltar inte i beslutet i punkt 2.", "Bo Ask (M) deltar inte i beslutet i punkt 1."],
    ),
    (
        "reservationer",
        [{"av": ANNA, "text": "vad gäller punkt 2"}],
        ["Anna Ek (S) reserverar sig mot beslutet vad gäller punkt 2."],
    ),
    (
        "yrkanden",
        [{"av": ANNA, "typ": "avslag", "text": "eftersom taxan är för hög"}],
        ["Anna Ek (S) yrkar avslag på föreliggande förslag eftersom taxan är för hög."],
    ),
    (
        "yrkanden",
        [{"av": ANNA, "typ": "avslag", "text": "på punkt 2"}, {"av": BO, "typ": "bifall", "text": "till punkt 1"}],
        ["Anna Ek (S) yrkar avslag på punkt 2.", "Bo Ask (M) yrkar bifall till punkt 1."],
    ),
    (
        "yrkanden",
        [{"av": ANNA, "typ": "avslag", "text": "taxan är för hög"}],
        ["Anna Ek (S) yrkar avslag på föreliggande förslag med följande motivering:", "taxan är för hög"],
    ),
    ("yrkanden", [ANNA, {"av": [BO, ANNA]}], ["Anna Ek (S) och Bo Ask (M) framställer yrkanden."]),
    ("yrkanden", [{"av": ANNA, "text": "Avslag."}], ["Anna Ek (S) yrkar följande:", "Avslag."]),
    (
        "protokollsanteckningar",
        [{"av": ANNA, "text": "Vi saknar en tidplan."}],
        ["Anna Ek (S) lämnar följande anteckning till protokollet:", "Vi saknar en tidplan."],
    ),
]


@pytest.mark.parametrize(("section", "entries", "expected"), STATEMENTS)
def test_a_statement_is_said_in_full_sentences(
    paragraph_lines: Callable[..., list[str]], section: str, entries: list[Any], expected: list[str]
) -> None:
    bilagor = ["Taxa", "Reservation från S"]
    assert paragraph_lines(section, bilagor=bilagor, **{section: entries}) == expected


VOTES = [
    # a row: the vote, sentences
    (
        {"ja": {"antal": "9"}, "nej": {"antal": "4"}},
        ["Omröstningen utfaller med 9 ja-röster och 4 nej-röster."],
    ),
    (
        {"ja": [ANNA], "nej": []},
        ["Omröstningen utfaller med 1 ja-röst och 0 nej-röster."],
    ),
    (
        {
            "galler": "taxan",
            "ja": {"for": "arbetsutskottets förslag", "antal": "6"},
            "nej": {"for": "avslag", "antal": "6"},
            "utslagsrost": "ja",
        },
        [
            "Omröstningen gäller taxan.",
            "Ja-röst för arbetsutskottets förslag och nej-röst för avslag.",
            "Omröstningen utfaller med 6 ja-röster och 6 nej-röster.",
            "Röstetalet är lika. Ordföranden avgör med sin utslagsröst: ja.",
        ],
    ),
    (
        {"ja": [ANNA], "nej": [BO], "avstar": [EVA], "franvarande": ["Ivar Al (V)", "Siv Bo (L)"]},
        [
            (
                "Omröstningen utfaller med 1 ja-röst och 1 nej-röst. "
                "En ledamot avstår från att rösta. Två ledamöter är frånvarande."
            ),
        ],
    ),
    (
        {"ja": [ANNA], "nej": [BO], "avstar": [EVA] * 12, "franvarande": ["Ivar Al (V)"] * 13},
        [
            (
                "Omröstningen utfaller med 1 ja-röst och 1 nej-röst. "
                "Tolv ledamöter avstår från att rösta. 13 ledamöter är frånvarande."
            ),
        ],
    ),
]


@pytest.mark.parametrize(("vote", "expected"), VOTES)
def test_a_vote_is_told_in_words(
    paragraph_lines: Callable[..., list[str]], vote: dict[str, Any], expected: list[str]
) -> None:
    assert paragraph_lines("omrostning", omrostningar=[vote])[: len(expected)] == expected


def test_a_vote_by_name_is_a_table_with_a_header(memo: Callable[..., Any]) -> None:
    vote = {"ja": [ANNA], "nej": [BO], "avstar": [EVA]}
    made, _ = memo(
        typ="protokollsutdrag", organ="KS", datum="2026-04-02", paragraf="44", rubrik="Taxa", omrostningar=[vote]
    )
    section = made.fields["omrostning"]
    assert isinstance(section, Blocks)
    table = section.blocks[-1]
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Ledamot", "Ja", "Nej", "Avstår"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Anna Ek (S)", "X", "", ""],
        ["Bo Ask (M)", "", "X", ""],
        ["Eva Dal (C)", "", "", "X"],
        ["Summa", "1", "1", "1"],
    ]
