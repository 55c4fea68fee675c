"""The sections of a tjänsteskrivelse: order, headings, derived lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.artifacts import Blocks, Heading, ListBlock, Memo
from memogen.compose.pieces import plain

if TYPE_CHECKING:
    from collections.abc import Callable

BILAGOR = [{"titel": "Taxa för torghandel"}, {"titel": "Karta"}]

UNDERLAG = [
    # a row: keys of the case, the profile's beslutsunderlag, lines
    ({}, {}, ["- Tjänsteskrivelse daterad den 12 mars 2026"]),
    ({}, {"tjansteskrivelsen": "nej"}, []),
    (
        {"underlag": ["Kommunstyrelsens beslut den 8 februari 2023 § 16"], "bilagor": BILAGOR},
        {},
        [
            "- Tjänsteskrivelse daterad den 12 mars 2026",
            "- Kommunstyrelsens beslut den 8 februari 2023 § 16",
            "- Bilaga 1, Taxa för torghandel",
            "- Bilaga 2, Karta",
        ],
    ),
    (
        {"bilagor": BILAGOR},
        {"tjansteskrivelsen": "Tjänsteutlåtande {diarienummer}, {datum}", "bilaga": "{titel} (bilaga {nr})"},
        [
            "- Tjänsteutlåtande KS-2026-00123, 12 mars 2026",
            "- Taxa för torghandel (bilaga 1)",
            "- Karta (bilaga 2)",
        ],
    ),
    ({"bilagor": BILAGOR}, {"bilaga": "nej"}, ["- Tjänsteskrivelse daterad den 12 mars 2026"]),
    (
        {"bilagor": [{"titel": "Yttrande", "datum": "2026-02-01", "diarienummer": "KS-2026-00100"}]},
        {"tjansteskrivelsen": "nej", "bilaga": "{titel} {datum}, {diarienummer}"},
        ["- Yttrande 1 februari 2026, KS-2026-00100"],
    ),
    (
        {"bilagor": [{"titel": "Yttrande", "datum": "2026-02-01"}, "Kalkyl (del A, B)"]},
        {"tjansteskrivelsen": "nej", "bilaga": "{titel}, {datum} (bilaga {nr}, {diarienummer}) ({diarienummer})"},
        ["- Yttrande, 1 februari 2026 (bilaga 1)", "- Kalkyl (del A, B) (bilaga 2)"],
    ),
    (
        {
            "bilagor": [
                {"titel": "Yttrande", "datum": "2026-02-01", "diarienummer": "KS-2026-00100"},
                {"titel": "Kalkyl", "sekretess": "19 kap. 1 § OSL"},
            ]
        },
        {"tjansteskrivelsen": "nej"},
        [
            "- Bilaga 1, Yttrande (2026-02-01, KS-2026-00100)",
            "- Bilaga 2, Kalkyl (sekretess enligt 19 kap. 1 § OSL)",
        ],
    ),
]


@pytest.mark.parametrize(("keys", "wording", "expected"), UNDERLAG)
def test_beslutsunderlag_is_derived(
    case_lines: Callable[..., list[str]], keys: dict[str, Any], wording: dict[str, str], expected: list[str]
) -> None:
    assert case_lines("beslutsunderlag", profil={"beslutsunderlag": wording}, **keys) == expected


@pytest.mark.parametrize("no", ["nej", "Nej", "false"])
def test_bilagor_that_beslutsunderlag_leaves_out_get_a_section_of_their_own(
    case_lines: Callable[..., list[str]], no: str
) -> None:
    choices = {"beslutsunderlag": {"bilaga": no}}
    assert case_lines("bilagor", profil=choices, bilagor=BILAGOR) == [
        "- Bilaga 1, Taxa för torghandel",
        "- Bilaga 2, Karta",
    ]


HEADINGS = [
    # a row: the profile, the case, section, heading
    ({}, {}, "arendet", "Ärendet"),
    ({}, {}, "ekonomiska_konsekvenser", "Ekonomiska konsekvenser"),
    ({}, {}, "beslutet_skickas_till", "Beslutet skickas till"),
    ({"rubriker": {"arendet": "Vad saken gäller"}}, {}, "arendet", "Vad saken gäller"),
    (
        {"rubriker": {"forslag_till_beslut": "Förslag till beslut i {organ}"}},
        {},
        "forslag_till_beslut",
        "Förslag till beslut i kommunstyrelsen",
    ),
    (
        {"rubriker": {"forslag_till_beslut": "{organ}s förslag till {mottagare}"}},
        {"forslag_till_beslut": [{"mottagare": "KF", "att": ["anta taxan"]}]},
        "forslag_till_beslut",
        "Kommunstyrelsens förslag till kommunfullmäktige",
    ),
    (
        {"tjansteskrivelse": {"avsnitt": [{"nyckel": "ärendet", "rubrik": "Bakgrund till ärendet"}]}},
        {},
        "arendet",
        "Bakgrund till ärendet",
    ),
    ({"tjansteskrivelse": {"avsnitt": ["jämställdhetsanalys"]}}, {}, "jamstalldhetsanalys", "Jämställdhetsanalys"),
]


@pytest.mark.parametrize(("choices", "keys", "section", "expected"), HEADINGS)
def test_a_section_has_the_heading_that_the_profile_gives_it(
    arende: Callable[..., Any],
    memo: Callable[..., Any],
    choices: dict[str, Any],
    keys: dict[str, Any],
    section: str,
    expected: str,
) -> None:
    made, _ = memo(arende(**keys), profil=choices)
    assert made.fields[f"{section}_rubrik"].replace("\u00a0", " ") == expected


def _keys(made: Memo) -> list[str]:
    return [section["nyckel"] for section in made.fields["avsnitt"]]


def test_sections_stand_in_the_profiles_order(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    choices = {"tjansteskrivelse": {"avsnitt": ["ärendet", "beslutsunderlag", "förslag till beslut"]}}
    made, _ = memo(arende(forslag_till_beslut=["anta taxan"], avsnitt={"arendet": "Text."}), profil=choices)
    assert _keys(made) == ["arendet", "beslutsunderlag", "forslag_till_beslut"]


def test_a_section_that_the_profile_does_not_list_is_printed_after_its_predecessor(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    choices = {"tjansteskrivelse": {"avsnitt": ["förslag till beslut", "ärendet", "beslutsunderlag"]}}
    case = arende(
        forslag_till_beslut=["anta taxan"],
        avsnitt={"arendet": "Text.", "foredragning": "Mer.", "sammanfattning": "Kort.", "eget": "Eget."},
        beslutet_skickas_till=["Miljönämnden"],
    )
    made, _ = memo(case, profil=choices)
    assert _keys(made) == [
        "forslag_till_beslut",
        "sammanfattning",
        "eget",
        "arendet",
        "foredragning",
        "beslutsunderlag",
        "beslutet_skickas_till",
    ]


def test_lists_close_the_document_where_the_profile_does_not_place_them(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    choices = {"tjansteskrivelse": {"avsnitt": ["ärendet", "barnets bästa", "förslag till beslut"]}}
    case = arende(
        forslag_till_beslut=["anta taxan"],
        avsnitt={"arendet": "Text.", "barnets_basta": "Ja."},
        bilagor=["Taxa"],
        beslutet_skickas_till=["Miljönämnden"],
    )
    assert _keys(memo(case, profil=choices)[0]) == [
        *("arendet", "barnets_basta", "forslag_till_beslut"),
        *("beslutsunderlag", "beslutet_skickas_till"),
    ]


@pytest.mark.parametrize(
    ("key", "expected"), [("overvaganden", "Överväganden"), ("skal_till_beslut", "Skäl till beslut")]
)
def test_usual_sections_keep_their_swedish_letters(
    arende: Callable[..., Any], memo: Callable[..., Any], key: str, expected: str
) -> None:
    assert memo(arende(avsnitt={key: "Text."}))[0].fields[f"{key}_rubrik"] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ej relevant: inga utsläpp", "Inte relevant: inga utsläpp"),
        ("Ej relevant", "Inte relevant"),
        ("ej relevanta mål berörs", "ej relevanta mål berörs"),
    ],
)
def test_a_waived_perspective_says_why(case_lines: Callable[..., list[str]], written: str, expected: str) -> None:
    assert case_lines("konsekvenser", konsekvenser={"klimat": written}) == ["Klimat", expected]


def test_an_empty_section_is_left_out_of_the_loop_but_has_its_name(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    made, _ = memo(arende())
    assert "beredning" not in _keys(made)
    assert made.fields["beredning"] == Blocks()
    assert made.fields["beredning_rubrik"] == "Beredning"


FURTHER = [
    # a row: efter, the keys around it
    ("ärendet", ["arendet", "riskanalys", "foredragning"]),
    ("Föredragning", ["arendet", "foredragning", "riskanalys"]),
    ("beredning", ["arendet", "riskanalys", "foredragning"]),
    (None, ["arendet", "foredragning", "riskanalys"]),
]


@pytest.mark.parametrize(("efter", "expected"), FURTHER)
def test_a_further_section_stands_after_the_one_it_names(
    arende: Callable[..., Any], memo: Callable[..., Any], efter: str | None, expected: list[str]
) -> None:
    case = arende(
        avsnitt={"arendet": "Text.", "foredragning": "Mer."},
        fler_avsnitt=[{"rubrik": "Riskanalys", "text": "I maj.", "efter": efter}],
    )
    made, remarks = memo(case, profil={"beslutsunderlag": {"tjansteskrivelsen": "nej"}})
    assert (_keys(made), remarks) == (expected, ())


def test_further_sections_after_the_same_one_stand_in_the_order_of_the_file(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    rows = [
        ("Risker", "ärendet"),
        ("Kostnader", "Ärendet"),
        ("Små risker", "risker"),
        ("Sist", None),
        ("Allra sist", None),
    ]
    further = [{"rubrik": rubrik, "text": "I maj.", "efter": efter} for rubrik, efter in rows]
    case = arende(avsnitt={"arendet": "Text.", "foredragning": "Mer."}, fler_avsnitt=further)
    made, remarks = memo(case, profil={"beslutsunderlag": {"tjansteskrivelsen": "nej"}})
    expected = ["arendet", "risker", "sma_risker", "kostnader", "foredragning", "sist", "allra_sist"]
    assert (_keys(made), remarks) == (expected, ())


def test_a_further_section_may_stand_after_one_that_the_file_names_later(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    rows = [("Kostnader", "risker"), ("Risker", "ärendet")]
    further = [{"rubrik": rubrik, "text": "I maj.", "efter": efter} for rubrik, efter in rows]
    made, remarks = memo(arende(avsnitt={"arendet": "Text.", "foredragning": "Mer."}, fler_avsnitt=further))
    assert (_keys(made)[:4], remarks) == (["arendet", "risker", "kostnader", "foredragning"], ())


@pytest.mark.parametrize("rows", [[("Risker", "risker")], [("Risker", "kostnader"), ("Kostnader", "risker")]])
def test_further_sections_that_wait_for_one_another_are_remarked_on(
    arende: Callable[..., Any], memo: Callable[..., Any], rows: list[tuple[str, str]]
) -> None:
    _, remarks = memo(
        arende(fler_avsnitt=[{"rubrik": rubrik, "text": "I maj.", "efter": efter} for rubrik, efter in rows])
    )
    assert [(remark.code, remark.path) for remark in remarks] == [("VA02", ("fler_avsnitt", 0, "efter"))]


def test_an_unknown_efter_is_remarked_on_with_a_suggestion(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    made, remarks = memo(arende(fler_avsnitt=[{"rubrik": "Riskanalys", "text": "I maj.", "efter": "föredragningen"}]))
    assert [(remark.code, remark.path, remark.help) for remark in remarks] == [
        ("VA02", ("fler_avsnitt", 0, "efter"), 'menade du "föredragning"?')
    ]
    assert _keys(made)[-1] == "riskanalys"


def test_a_further_section_never_takes_the_name_of_a_field(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    made, _ = memo(arende(fler_avsnitt=[{"rubrik": "Datum", "text": "I maj."}]))
    assert made.fields["datum"] == "2026-03-12"
    assert made.fields["avsnitt"][-1]["rubrik"] == "Datum"


def test_consequences_have_their_own_sub_headings(
    arende: Callable[..., Any], memo: Callable[..., Any], shown: Callable[..., list[str]]
) -> None:
    keys = {"barn": "Barn får mer plats.\n\n# Skola\n\nMer.", "klimat": "ej relevant: inga utsläpp"}
    made, _ = memo(arende(konsekvenser=keys))
    section = made.fields["konsekvenser"]
    assert isinstance(section, Blocks)
    assert shown(section) == [
        *("Barn", "Barn får mer plats.", "Skola", "Mer."),
        *("Klimat", "Inte relevant: inga utsläpp"),
    ]
    assert [(plain(one.content), one.level) for one in section.blocks if isinstance(one, Heading)] == [
        *(("Barn", 3), ("Skola", 4)),
        ("Klimat", 3),
    ]


SMALL = [
    # a row: keys, section, lines
    ({"overklagande": "kan_inte_overklagas"}, "overklagande", ["Beslutet kan inte överklagas."]),
    ({"beslutet_skickas_till": ["Samtliga nämnder"]}, "beslutet_skickas_till", ["- Samtliga nämnder"]),
    ({"oversands": ["Revisorerna"]}, "oversands", ["- Revisorerna"]),
    (
        {"relaterade": [{"organ": "KS", "datum": "2023-02-08", "paragraf": "16", "diarienummer": "KS-2022-00007"}]},
        "relaterade",
        ["- Kommunstyrelsen den 8 februari 2023 § 16 (KS-2022-00007)"],
    ),
    ({"relaterade": ["KS-2022-00007"]}, "relaterade", ["- KS-2022-00007"]),
    ({"relaterade": [{"datum": "2023-02-08", "paragraf": "§ 16"}]}, "relaterade", ["- Den 8 februari 2023 § 16"]),
]


@pytest.mark.parametrize(("keys", "section", "expected"), SMALL)
def test_small_sections_are_worded(
    case_lines: Callable[..., list[str]], keys: dict[str, Any], section: str, expected: list[str]
) -> None:
    assert case_lines(section, **keys) == expected


def test_the_appeal_sentence_names_the_law_and_the_time(case_lines: Callable[..., list[str]]) -> None:
    (sentence,) = case_lines("overklagande", overklagande="laglighetsprovning")
    assert "13 kap. kommunallagen (2017:725)" in sentence
    assert "inom tre veckor" in sentence


def test_beslutsunderlag_is_a_list_of_its_own_kind(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    section = memo(arende())[0].fields["beslutsunderlag"]
    assert isinstance(section, Blocks)
    (block,) = section.blocks
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.role) == (False, "underlag")
