"""What is decided: lead-ins, att-satser and full sentences, one case a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.artifacts import Blocks, ListBlock, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Callable

KF = "Kommunfullmäktige"

LEAD_INS = [
    # a row: keys of the case, the profile's tjänsteskrivelse, lead-in
    ({"mottagare": "Kommunstyrelsen"}, {}, "Kommunstyrelsen beslutar"),
    ({"mottagare": "KS"}, {}, "Kommunstyrelsen beslutar"),
    ({"mottagare": "nämnden för lärande"}, {}, "Nämnden för Lärande beslutar"),
    ({"mottagare": "Miljönämnden"}, {}, "Miljönämnden beslutar"),
    ({}, {"ingress": "{organ} föreslås besluta"}, "Kommunstyrelsen föreslås besluta"),
    ({}, {"ingress": "Förslag till {organ}:"}, "Förslag till kommunstyrelsen:"),
    ({"mottagare": "NL"}, {"ingress": "Förslag till {organ}"}, "Förslag till nämnden för Lärande"),
    ({"block": {"mottagare": KF}}, {}, "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    ({"block": {"organ": "KS", "mottagare": "KF"}}, {}, "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    ({"block": {"organ": "KF"}}, {}, "Kommunfullmäktige beslutar"),
    ({"block": {"for_egen_del": "ja"}}, {}, "Kommunstyrelsen beslutar för egen del"),
    (
        {"block": {"for_egen_del": "ja"}},
        {"ingress": "{organ} föreslås besluta"},
        "Kommunstyrelsen föreslås besluta för egen del",
    ),
    (
        {"block": {"for_egen_del": "ja"}},
        {"ingress": {"for_egen_del": "{organ} beslutar själv"}},
        "Kommunstyrelsen beslutar själv",
    ),
    ({"block": {"for_egen_del": "ja"}}, {"ingress": "{organ} beslutar:"}, "Kommunstyrelsen beslutar för egen del:"),
    (
        {"block": {"mottagare": KF}},
        {"ingress": {"foreslar": "{organ} föreslår att {mottagare} beslutar"}},
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
    ),
    (
        {"mottagare": "KSAU", "block": {"mottagare": KF}},
        {},
        "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta",
    ),
    (
        {"mottagare": "VAN", "block": {"mottagare": KF}},
        {},
        "VA-nämnden föreslår kommunfullmäktige besluta",
    ),
    ({"block": {"organ": "KS", "mottagare": "VAN"}}, {}, "Kommunstyrelsen föreslår VA-nämnden besluta"),
    ({"block": {"ingress": "Styrelsen för stiftelsen beslutar"}}, {}, "Styrelsen för stiftelsen beslutar"),
    ({"block": {"ingress": "Eget", "mottagare": KF, "for_egen_del": "ja"}}, {}, "Eget"),
]


@pytest.mark.parametrize(("keys", "val", "expected"), LEAD_INS)
def test_the_lead_in_fits_the_situation(
    case_lines: Callable[..., list[str]], keys: dict[str, Any], val: dict[str, Any], expected: str
) -> None:
    block = keys.pop("block", {}) if "block" in (keys := dict(keys)) else {}
    decision = [{**block, "att": ["anta taxan"]}]
    lines = case_lines("forslag_till_beslut", profil={"tjansteskrivelse": val}, forslag_till_beslut=decision, **keys)
    assert lines[0] == expected


ATT = [
    # a row: points as written, lines after the lead-in
    (["anta taxan"], ["att anta taxan."]),
    (["att anta taxan."], ["att anta taxan."]),
    (["**att** anta taxan"], ["att anta taxan."]),
    (["Att anta taxan,"], ["att anta taxan."]),
    (["anta taxan", "upphäva den gamla"], ["1. att anta taxan, samt", "2. att upphäva den gamla."]),
    (["anta taxan samt", "upphäva den gamla."], ["1. att anta taxan, samt", "2. att upphäva den gamla."]),
    (["att anta taxan, samt", "att upphäva den gamla"], ["1. att anta taxan, samt", "2. att upphäva den gamla."]),
    (["anta taxan och", "upphäva den gamla"], ["1. att anta taxan, samt", "2. att upphäva den gamla."]),
    (["ett", "två", "tre"], ["1. att ett,", "2. att två, samt", "3. att tre."]),
    (["ett;", "två,", "tre."], ["1. att ett,", "2. att två, samt", "3. att tre."]),
    (["1. anta taxan", "2. upphäva den"], ["1. att anta taxan, samt", "2. att upphäva den."]),
    (["- anta taxan"], ["att anta taxan."]),
    (["köpa papper, pennor m.m.", "börja"], ["1. att köpa papper, pennor m.m., samt", "2. att börja."]),
    (["köpa papper, pennor m.m."], ["att köpa papper, pennor m.m."]),
    (["köpa papper, pennor osv."], ["att köpa papper, pennor osv."]),
    (["bevilja 1 500 kr."], ["att bevilja 1 500 kr."]),
    (["mötet börjar kl. 13.", "gå hem"], ["1. att mötet börjar kl. 13, samt", "2. att gå hem."]),
    (["anta *taxan*, samt", "gå"], ["1. att anta taxan, samt", "2. att gå."]),
    (["ge bidrag tillsammans", "gå"], ["1. att ge bidrag tillsammans, samt", "2. att gå."]),
    (["attestera fakturan"], ["att attestera fakturan."]),
    (["anta taxan enligt ärendets bilaga 1"], ["att anta taxan enligt ärendets bilaga 1."]),
    (
        ["uppdra åt direktören att:\n- ta fram en plan\n- återkomma i maj", "gå"],
        ["1. att uppdra åt direktören att:", "  - ta fram en plan", "  - återkomma i maj, samt", "2. att gå."],
    ),
    (
        ["uppdra åt direktören att\n- ta fram en plan.\n- återkomma i maj.", "gå"],
        ["1. att uppdra åt direktören att", "  - ta fram en plan.", "  - återkomma i maj.", "2. att gå."],
    ),
    (
        ["anta taxan\n\nTaxan gäller från den 1 maj.", "gå"],
        ["1. att anta taxan, samt", "  Taxan gäller från den 1 maj.", "2. att gå."],
    ),
    (["anta taxan\n\n| Yta | Pris |\n|---|---|\n| 1 | 2 |"], ["att anta taxan.", "Yta", "Pris", "1", "2"]),
    (["anta följande:\n\n| Yta | Pris |\n|---|---|\n| 1 | 2 |"], ["att anta följande:", "Yta", "Pris", "1", "2"]),
    ([{"text": "ett", "nr": "4"}, {"text": "två", "nr": "7"}], ["4. att ett, samt", "7. att två."]),
    ([{"text": "ett", "nr": "4"}, "två"], ["4. att ett, samt", "5. att två."]),
    ([{"text": "ett", "nr": "3"}], ["3. att ett."]),
    (["- bygga\n- riva"], ["1. att bygga, samt", "2. att riva."]),
    (["1. bygga\n2. riva\n\n   - fort"], ["1. att bygga, samt", "2. att riva", "  - fort."]),
    (["3. bygga\n4. riva"], ["3. att bygga, samt", "4. att riva."]),
    (["> bygga\n\n- riva"], ["att", "bygga", "- riva."]),
]


@pytest.mark.parametrize(("points", "expected"), ATT)
def test_the_points_are_one_sentence(
    case_lines: Callable[..., list[str]], points: list[Any], expected: list[str]
) -> None:
    lines = case_lines("forslag_till_beslut", forslag_till_beslut=points)
    assert lines == ["Kommunstyrelsen beslutar", *expected]


MENING = [
    # a row: the profile's tjänsteskrivelse, decision, lines
    ({}, ["Taxan antas. Den gäller från maj."], ["Taxan antas. Den gäller från maj."]),
    ({}, ["Taxan antas.", "Den gamla upphävs."], ["Taxan antas.", "Den gamla upphävs."]),
    ({"numrering": "ja"}, ["Taxan antas."], ["1. Taxan antas."]),
    ({"numrering": "vid_flera"}, ["Taxan antas."], ["Taxan antas."]),
    ({"numrering": "vid_flera"}, ["Ett.", "Två."], ["1. Ett.", "2. Två."]),
    ({"numrering": "nej"}, ["Ett.", "Två."], ["Ett.", "Två."]),
    ({"ingress": "{organ} beslutar följande."}, ["Ett."], ["Kommunstyrelsen beslutar följande.", "Ett."]),
    ({}, [{"ingress": "Nämnden beslutar", "att": ["Ett."]}], ["Nämnden beslutar", "Ett."]),
    ({}, [{"text": "Två.", "nr": "2"}, {"text": "Fyra.", "nr": "4"}], ["2. Två.", "4. Fyra."]),
    ({}, ["Taxan antas:\n\n- hög\n- låg"], ["Taxan antas:", "- hög", "- låg"]),
    ({"numrering": "ja"}, ["Så här:\n\n| A |\n|---|\n| 1 |", "Två."], ["1. Så här:", "  A", "  1", "2. Två."]),
    ({}, [{"mottagare": "KF", "att": ["Ett."]}], ["Ett."]),
]


@pytest.mark.parametrize(("val", "decision", "expected"), MENING)
def test_full_sentences_are_printed_as_written(
    case_lines: Callable[..., list[str]], val: dict[str, Any], decision: list[Any], expected: list[str]
) -> None:
    chosen = {"tjansteskrivelse": {"beslutsstil": "mening", **val}}
    assert case_lines("forslag_till_beslut", profil=chosen, forslag_till_beslut=decision) == expected


def test_several_blocks_each_have_their_lead_in(case_lines: Callable[..., list[str]]) -> None:
    decision = [
        {"mottagare": "Kommunfullmäktige", "att": ["anta taxan", "upphäva den gamla"]},
        {"for_egen_del": "ja", "att": ["uppdra åt kommundirektören att följa upp taxan"]},
    ]
    assert case_lines("forslag_till_beslut", forslag_till_beslut=decision) == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "1. att anta taxan, samt",
        "2. att upphäva den gamla.",
        "Kommunstyrelsen beslutar för egen del",
        "att uppdra åt kommundirektören att följa upp taxan.",
    ]


def test_att_is_bold_and_the_authors_own_bold_stays(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    made, _ = memo(arende(forslag_till_beslut=["anta **den nya** taxan"]))
    decision = made.fields["forslag_till_beslut"]
    assert isinstance(decision, Blocks)
    sats = decision.blocks[1]
    assert isinstance(sats, Paragraph)
    assert sats.content == (
        Run("att", bold=True),
        Run(" anta "),
        Run("den nya", bold=True),
        Run(" taxan."),
    )
    assert sats.role == "beslutssats"


def test_the_lead_in_stays_with_its_points(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    made, _ = memo(arende(forslag_till_beslut=["ett", "två"]))
    decision = made.fields["forslag_till_beslut"]
    assert isinstance(decision, Blocks)
    ingress, points = decision.blocks
    assert isinstance(ingress, Paragraph)
    assert (ingress.role, ingress.keep_with_next) == ("ingress", True)
    assert isinstance(points, ListBlock)
    assert (points.ordered, points.role, points.numbers) == (True, "beslut", ())


def test_a_case_without_an_organ_has_no_lead_in(case_lines: Callable[..., list[str]]) -> None:
    assert case_lines("forslag_till_beslut", mottagare=None, forslag_till_beslut=["anta taxan"]) == ["att anta taxan."]


KS_TO_KF = [{"mottagare": "KF", "att": ["anta taxan"]}, {"for_egen_del": "ja", "att": ["följa upp taxan"]}]
NL_TO_KF = [
    {"organ": "NL", "mottagare": "KF", "att": ["anta planen"]},
    {"organ": "NL", "for_egen_del": "ja", "att": ["följa upp planen"]},
]
STAGES = [
    # a row: organ of the paragraph, the case's decision, lead-ins
    ("KSAU", ["anta taxan"], ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"]),
    ("KS", ["anta taxan"], ["Kommunstyrelsen beslutar"]),
    (
        "KSAU",
        KS_TO_KF,
        [
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta",
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta för egen del",
        ],
    ),
    (
        "KS",
        KS_TO_KF,
        ["Kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunstyrelsen beslutar för egen del"],
    ),
    ("KF", KS_TO_KF, ["Kommunfullmäktige beslutar"]),
    ("KF", ["anta taxan"], ["Kommunfullmäktige beslutar"]),
    ("KS", [{"ingress": "Kommunstyrelsen föreslås besluta", "att": ["anta taxan"]}], ["Kommunstyrelsen beslutar"]),
    ("Tekniska utskottet", ["anta taxan"], ["Tekniska utskottet föreslår kommunstyrelsen besluta"]),
    ("VAN", ["anta taxan"], ["VA-nämnden beslutar"]),
    (
        "NL",
        NL_TO_KF,
        ["Nämnden för Lärande föreslår kommunfullmäktige besluta", "Nämnden för Lärande beslutar för egen del"],
    ),
    (
        "KSAU",
        NL_TO_KF,
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta"],
    ),
    ("KS", NL_TO_KF, ["Kommunstyrelsen föreslår kommunfullmäktige besluta"]),
    ("KF", NL_TO_KF, ["Kommunfullmäktige beslutar"]),
    ("KS", NL_TO_KF[1:], ["Kommunstyrelsen beslutar för egen del"]),
]


@pytest.mark.parametrize(("organ", "decision", "expected"), STAGES)
def test_the_minutes_take_the_decision_of_the_case_at_the_organs_stage(
    paragraph_lines: Callable[..., list[str]],
    arende: Callable[..., Any],
    organ: str,
    decision: list[Any],
    expected: list[str],
) -> None:
    case = arende(forslag_till_beslut=decision)
    lines = paragraph_lines("beslut", organ=organ, arende="KS-2026-00123", bakom=case)
    assert [line for line in lines if not line.startswith("att ")] == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "{organ} föreslår att {mottagare} beslutar",
            "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen föreslår att kommunfullmäktige beslutar",
        ),
        (
            "{organ} lämnar följande förslag till {mottagare}:",
            (
                "Kommunstyrelsens arbetsutskott lämnar följande förslag till kommunstyrelsen att lämna vidare till "
                "kommunfullmäktige:"
            ),
        ),
    ],
)
def test_a_chain_of_organs_fits_the_profiles_own_phrase(
    paragraph_lines: Callable[..., list[str]], arende: Callable[..., Any], phrase: str, expected: str
) -> None:
    case, choices = arende(forslag_till_beslut=KS_TO_KF[:1]), {"protokoll": {"ingress": {"foreslar": phrase}}}
    lines = paragraph_lines("beslut", organ="KSAU", arende="KS-2026-00123", bakom=case, profil=choices)
    assert lines[0] == expected


OWN_DECISIONS = [
    # a row: organ, beslut, whether a case stands behind, lines
    ("KS", ["avslå motionen"], False, ["Kommunstyrelsen beslutar", "att avslå motionen."]),
    (
        "KSAU",
        ["avslå motionen"],
        False,
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta", "att avslå motionen."],
    ),
    (
        "KSAU",
        ["avslå taxan"],
        True,
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta", "att avslå taxan."],
    ),
    (
        "KSAU",
        ["återremittera ärendet"],
        True,
        ["Kommunstyrelsens arbetsutskott beslutar", "att återremittera ärendet."],
    ),
    (
        "KSAU",
        [{"organ": "KSAU", "att": ["godkänna dagordningen"]}],
        True,
        ["Kommunstyrelsens arbetsutskott beslutar", "att godkänna dagordningen."],
    ),
    (
        "KS",
        [{"mottagare": "KF", "att": ["anta taxan"]}],
        False,
        ["Kommunstyrelsen föreslår kommunfullmäktige besluta", "att anta taxan."],
    ),
    ("KS", [{"ingress": "Styrelsen utser", "att": ["Anna Ek"]}], True, ["Styrelsen utser", "att Anna Ek."]),
    (
        "KS",
        [{"for_egen_del": "ja", "att": ["följa upp"]}],
        True,
        ["Kommunstyrelsen beslutar för egen del", "att följa upp."],
    ),
]


@pytest.mark.parametrize(("organ", "beslut", "behind", "expected"), OWN_DECISIONS)
def test_a_decision_written_in_the_paragraph_replaces_that_of_the_case(
    paragraph_lines: Callable[..., list[str]],
    arende: Callable[..., Any],
    organ: str,
    beslut: list[Any],
    behind: bool,
    expected: list[str],
) -> None:
    case = arende(forslag_till_beslut=["anta taxan"]) if behind else None
    assert paragraph_lines("beslut", organ=organ, beslut=beslut, bakom=case) == expected


def test_the_words_of_a_tjansteskrivelse_are_not_those_of_the_minutes(
    paragraph_lines: Callable[..., list[str]], arende: Callable[..., Any]
) -> None:
    chosen = {"tjansteskrivelse": {"ingress": "{organ} föreslås besluta"}}
    case = arende(forslag_till_beslut=["anta taxan"])
    lines = paragraph_lines("beslut", arende="KS-2026-00123", bakom=case, profil=chosen)
    assert lines[0] == "Kommunstyrelsen beslutar"


HEADED = [
    # a row: the profile's tjänsteskrivelse, decision, the points that are empty numbers
    ({}, ["# Taxan", "anta planen"], [0]),
    ({}, ["anta planen", "## Taxan\n\nanta taxan"], [1]),
    ({}, ["# Taxan"], [0]),
    ({}, ["Taxan\n\nanta # 2"], []),
    ({"beslutsstil": "mening", "numrering": "ja"}, ["# Taxan\n\nTaxan antas."], [0]),
    ({"beslutsstil": "mening"}, ["# Taxan\n\nTaxan antas.", "Planen antas."], []),
]


@pytest.mark.parametrize(("val", "decision", "empty"), HEADED)
def test_a_point_that_would_be_an_empty_number_over_a_heading_is_remarked_on(
    memo: Callable[..., Any], arende: Callable[..., Any], val: dict[str, Any], decision: list[str], empty: list[int]
) -> None:
    _, remarks = memo(arende(forslag_till_beslut=decision), profil={"tjansteskrivelse": val})
    found = [remark.path for remark in remarks if remark.code == "MD04"]
    assert found == [("forslag_till_beslut", 0, "att", index, "text") for index in empty]
