"""What the minutes say, sentence by sentence: one situation a row, the Swedish that comes out beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.artifacts import Blocks

if TYPE_CHECKING:
    from collections.abc import Callable


ANNA, BO, EVA, IVAR = "Anna Ek (S)", "Bo Ask (M)", "Eva Dal (C)", "Ivar Al (V)"
TAXA = "anta taxa för torghandel"
KSAU, KS, KF, NL = "KSAU", "KS", "KF", "NL"
UP_TO_KS = {"mottagare": "Kommunstyrelsen", "forslag_till_beslut": [TAXA]}
UP_TO_KF = {
    "mottagare": "Kommunstyrelsen",
    "forslag_till_beslut": [{"organ": "Kommunstyrelsen", "mottagare": "Kommunfullmäktige", "att": [TAXA]}],
}
BOTH = {
    "mottagare": "Kommunstyrelsen",
    "forslag_till_beslut": [
        {"organ": "KS", "mottagare": "KF", "att": [TAXA]},
        {"organ": "KS", "for_egen_del": "ja", "att": ["uppdra åt kommundirektören att följa upp taxan"]},
    ],
}
THE_CASE = {"arende": "KS-2026-00123"}

LEAD_INS = [
    # a row: the organ whose minutes it is, the case, the paragraph's own decision, the lead-ins
    (KSAU, UP_TO_KS, None, ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"]),
    (KS, UP_TO_KS, None, ["Kommunstyrelsen beslutar"]),
    (
        KSAU,
        UP_TO_KF,
        None,
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta"],
    ),
    (KS, UP_TO_KF, None, ["Kommunstyrelsen föreslår kommunfullmäktige besluta"]),
    (KF, UP_TO_KF, None, ["Kommunfullmäktige beslutar"]),
    (
        KS,
        BOTH,
        None,
        ["Kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunstyrelsen beslutar för egen del"],
    ),
    (KF, BOTH, None, ["Kommunfullmäktige beslutar"]),
    (KS, None, [TAXA], ["Kommunstyrelsen beslutar"]),
    (KSAU, None, [TAXA], ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"]),
    (KSAU, UP_TO_KS, ["återremittera ärendet"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, [{"for_egen_del": "ja", "att": [TAXA]}], ["Kommunstyrelsens arbetsutskott beslutar för egen del"]),
    (NL, None, [{"mottagare": "KF", "att": [TAXA]}], ["Nämnden för Lärande föreslår kommunfullmäktige besluta"]),
    (NL, None, [TAXA], ["Nämnden för Lärande beslutar"]),
    (KSAU, None, ["utse Anna Ek (S) att justera protokollet"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["utse Anna Ek (S) till justerare"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["fastställa den utsända föredragningslistan"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["godkänna dagordningen med ett tillägg"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["lägga informationen till handlingarna"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["remittera ärendet till nämnden för Lärande"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (KSAU, None, ["paragrafen ska justeras omedelbart"], ["Kommunstyrelsens arbetsutskott beslutar"]),
    (
        KSAU,
        UP_TO_KS,
        ["överlämna ärendet till kommunstyrelsen utan eget förslag"],
        ["Kommunstyrelsens arbetsutskott beslutar"],
    ),
    (KSAU, None, ["utse Anna Ek (S) till ombud"], ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"]),
    (
        KSAU,
        None,
        ["lägga årsrapporten till handlingarna"],
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"],
    ),
    (KS, UP_TO_KF, ["återremittera ärendet"], ["Kommunstyrelsen beslutar"]),
    (KS, None, [{"ingress": "Kommunstyrelsens yttrande är", "att": [TAXA]}], ["Kommunstyrelsens yttrande är"]),
]


@pytest.mark.parametrize(("organ", "case", "beslut", "expected"), LEAD_INS)
def test_the_lead_in_fits_the_organs_stage(
    said: Callable[..., list[str]],
    organ: str,
    case: dict[str, Any] | None,
    beslut: list[Any] | None,
    expected: list[str],
) -> None:
    found = said("beslut", organ, bakom=case, **({"beslut": beslut} if beslut else {}))
    assert [line for line in found if not line.lstrip("1. ").startswith("att ")] == expected


MENING = {"tjansteskrivelse": {"beslutsstil": "mening"}}
KINDS = [
    # a row: the organ, the paragraph, its section, lines
    (KS, {"typ": "utgar"}, "text", ["Ärendet utgår."]),
    (KS, {"typ": "utgar", **THE_CASE}, "beslut", []),
    (KS, {"typ": "utgar", **THE_CASE}, "beslutsunderlag", []),
    (
        KSAU,
        {"typ": "val", "beslut": ["utse Anna Ek (S) till ombud"]},
        "beslut",
        ["Kommunstyrelsens arbetsutskott beslutar", "att utse Anna Ek (S) till ombud."],
    ),
    (
        KSAU,
        {"typ": "val", "beslut": ["utse Anna Ek (S) till ombud"], **THE_CASE},
        "beslut",
        ["Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta", "att utse Anna Ek (S) till ombud."],
    ),
    (
        KSAU,
        {"rubrik": "Val av justerare", "beslut": ["Anna Ek (S) justerar protokollet"]},
        "beslut",
        ["Kommunstyrelsens arbetsutskott beslutar", "att Anna Ek (S) justerar protokollet."],
    ),
    (
        KSAU,
        {"rubrik": "Fastställande av föredragningslista", "beslut": ["ärende 4 tas upp före ärende 2"]},
        "beslut",
        ["Kommunstyrelsens arbetsutskott beslutar", "att ärende 4 tas upp före ärende 2."],
    ),
    (KS, {"typ": "bordlaggs"}, "beslut", ["Kommunstyrelsen beslutar", "att bordlägga ärendet."]),
    (KSAU, {"typ": "bordlaggs"}, "beslut", ["Kommunstyrelsens arbetsutskott beslutar", "att bordlägga ärendet."]),
    (KF, {"typ": "aterremitteras"}, "beslut", ["Kommunfullmäktige beslutar", "att återremittera ärendet."]),
    (
        KF,
        {"typ": "aterremitteras", "motivering": "Kostnaderna ska utredas."},
        "beslut",
        [
            "Kommunfullmäktige beslutar",
            "att återremittera ärendet med följande motivering:",
            "Kostnaderna ska utredas.",
        ],
    ),
    (
        KS,
        {"typ": "bordlaggs", "beslut": ["bordlägga ärendet till nästa sammanträde"]},
        "beslut",
        ["Kommunstyrelsen beslutar", "att bordlägga ärendet till nästa sammanträde."],
    ),
    (
        KS,
        {"typ": "aterremitteras", "beslut": ["återremittera ärendet"], "motivering": "Mer behövs."},
        "motivering",
        ["Mer behövs."],
    ),
    (
        KF,
        {"typ": "aterremitteras", "minoritet": [ANNA, BO, EVA]},
        "minoritet",
        [
            (
                "Anna Ek (S), Bo Ask (M) och Eva Dal (C), minst en tredjedel av de närvarande ledamöterna, begär att "
                "ärendet återremitteras."
            ),
            "Ärendet återremitteras därmed enligt 5 kap. 50 § kommunallagen.",
        ],
    ),
    (
        KF,
        {"typ": "bordlaggs", "minoritet": [ANNA, BO]},
        "minoritet",
        [
            "Anna Ek (S) och Bo Ask (M), minst en tredjedel av de närvarande ledamöterna, begär att ärendet bordläggs.",
            "Ärendet bordläggs därmed enligt 5 kap. 50 § kommunallagen.",
        ],
    ),
    (KF, {"minoritet": [ANNA, BO]}, "minoritet", ["Anna Ek (S) och Bo Ask (M) begär att ärendet återremitteras."]),
    (
        KS,
        {"typ": "information", "foredragande": [{"namn": "Ida Ek", "titel": "jurist"}]},
        "text",
        ["Ida Ek, jurist, informerar om ärendet."],
    ),
    (KS, {"typ": "information", "foredragande": ["Ida Ek"]}, "text", ["Ida Ek informerar om ärendet."]),
    (
        KS,
        {"typ": "information", "foredragande": [{"namn": "Ida Ek", "titel": "jurist"}, "Per Ro"]},
        "text",
        ["Ida Ek, jurist, och Per Ro informerar om ärendet."],
    ),
    (
        KS,
        {"typ": "anmalan", "foredragande": ["Ida Ek", {"namn": "Bo Ro", "titel": "jurist"}, "Per Ro"]},
        "text",
        ["Ida Ek, Bo Ro, jurist, och Per Ro anmäler ärendet."],
    ),
    (KS, {"typ": "information"}, "text", ["Kommunstyrelsen tar del av informationen."]),
    (KSAU, {"typ": "information"}, "text", ["Kommunstyrelsens arbetsutskott tar del av informationen."]),
    (KS, {"typ": "anmalan"}, "text", ["Kommunstyrelsen tar del av anmälan."]),
    (KS, {"typ": "information", "avsnitt": {"text": "Ida Ek informerar."}}, "text", ["Ida Ek informerar."]),
    (
        KS,
        {"typ": "anmalan", "beslut": ["lägga anmälningarna till handlingarna"]},
        "beslut",
        ["Kommunstyrelsen beslutar", "att lägga anmälningarna till handlingarna."],
    ),
    (
        KF,
        {"typ": "val", "beslut": ["välja Anna Ek (S) till ledamot i kommunstyrelsen"]},
        "beslut",
        ["Kommunfullmäktige beslutar", "att välja Anna Ek (S) till ledamot i kommunstyrelsen."],
    ),
    (KS, {"foredragande": [{"namn": "Ida Ek", "titel": "jurist"}]}, "foredragande", ["Ida Ek, jurist"]),
    (KS, {"sekretess": "39 kap. 2 § OSL"}, "sekretess", ["Sekretess enligt 39 kap. 2 § OSL."]),
    (
        KS,
        {"sekretess": {"lagrum": "19 kap. 3 § OSL", "galler": "anbuden"}},
        "sekretess",
        ["Sekretess enligt 19 kap. 3 § OSL gäller anbuden."],
    ),
]


@pytest.mark.parametrize(("organ", "keys", "section", "expected"), KINDS)
def test_a_paragraph_says_what_it_is(
    said: Callable[..., list[str]], organ: str, keys: dict[str, Any], section: str, expected: list[str]
) -> None:
    assert said(section, organ, bakom=UP_TO_KS if "arende" in keys else None, **keys) == expected


def test_a_matter_that_is_put_off_is_a_full_sentence_where_the_municipality_writes_so(
    said: Callable[..., list[str]],
) -> None:
    assert said("beslut", KS, profil=MENING, typ="bordlaggs") == ["Ärendet bordläggs."]


@pytest.mark.parametrize(
    ("val", "point", "expected"),
    [
        (
            {"tjansteskrivelse": {"beslutsstil": "mening"}, "protokoll": {"beslutsstil": "att"}},
            "Taxan antas.",
            ["Taxan antas."],
        ),
        (
            {"protokoll": {"beslutsstil": "mening"}},
            "anta taxan",
            ["Kommunstyrelsen beslutar", "att anta taxan."],
        ),
    ],
)
def test_points_of_a_case_keep_the_style_that_they_were_written_in(
    said: Callable[..., list[str]], val: dict[str, Any], point: str, expected: list[str]
) -> None:
    case = {"mottagare": "KS", "forslag_till_beslut": [point]}
    assert said("beslut", KS, profil=val, bakom=case, **THE_CASE) == expected


def _motion(typ: str, av: str | list[str], text: str | None = None) -> dict[str, Any]:
    return {"typ": typ, "av": av, "text": text}


YRKANDEN = [
    # a row: the yrkanden, sentences
    ([_motion("bifall", ANNA)], ["Anna Ek (S) yrkar bifall till föreliggande förslag."]),
    (
        [_motion("bifall", ANNA), _motion("bifall", BO), _motion("avslag", EVA)],
        [
            "Anna Ek (S) och Bo Ask (M) yrkar bifall till föreliggande förslag.",
            "Eva Dal (C) yrkar avslag på föreliggande förslag.",
        ],
    ),
    ([_motion("aterremiss", ANNA)], ["Anna Ek (S) yrkar att ärendet återremitteras."]),
    (
        [_motion("aterremiss", ANNA, "för att kostnaderna ska utredas")],
        ["Anna Ek (S) yrkar att ärendet återremitteras för att kostnaderna ska utredas."],
    ),
    ([_motion("bordlaggning", BO)], ["Bo Ask (M) yrkar att ärendet bordläggs."]),
    (
        [_motion("bordlaggning", BO, "till nästa sammanträde")],
        ["Bo Ask (M) yrkar att ärendet bordläggs till nästa sammanträde."],
    ),
    (
        [_motion("tillagg", ANNA, "att taxan ses över varje år")],
        ["Anna Ek (S) yrkar som tillägg att taxan ses över varje år."],
    ),
    (
        [_motion("andring", BO, "att taxan gäller från den 1 juli 2026")],
        ["Bo Ask (M) yrkar som ändring att taxan gäller från den 1 juli 2026."],
    ),
    (
        [_motion("tillagg", [ANNA, BO], "Taxan ses över varje år.")],
        ["Anna Ek (S) och Bo Ask (M) yrkar följande tillägg till föreliggande förslag:", "Taxan ses över varje år."],
    ),
    (
        [_motion("andring", BO, "Taxan sänks.")],
        ["Bo Ask (M) yrkar följande ändring av föreliggande förslag:", "Taxan sänks."],
    ),
    (
        [_motion("bifall", ANNA, "Torghandeln behöver en taxa.")],
        [
            "Anna Ek (S) yrkar bifall till föreliggande förslag med följande motivering:",
            "Torghandeln behöver en taxa.",
        ],
    ),
    (
        [{"typ": "tillagg", "av": ANNA, "bilaga": "1"}],
        ["Anna Ek (S) framställer ett tilläggsyrkande enligt bilaga 1."],
    ),
    (
        [{"typ": "avslag", "av": ANNA, "bilaga": "1"}],
        ["Anna Ek (S) yrkar avslag på föreliggande förslag, se bilaga 1."],
    ),
    (
        [{"av": ANNA, "text": "i första hand återremiss och i andra hand avslag"}],
        ["Anna Ek (S) yrkar i första hand återremiss och i andra hand avslag."],
    ),
    (
        [{"av": ANNA, "text": "bifall till Bo Asks yrkande"}],
        ["Anna Ek (S) yrkar bifall till Bo Asks yrkande."],
    ),
    (["Hela S-gruppen yrkar bifall."], ["Hela S-gruppen yrkar bifall."]),
]


@pytest.mark.parametrize(("yrkanden", "expected"), YRKANDEN)
def test_a_yrkande_is_said_by_its_kind(
    said: Callable[..., list[str]], yrkanden: list[Any], expected: list[str]
) -> None:
    assert said("yrkanden", KS, yrkanden=yrkanden, bilagor=["Yrkande"]) == expected


BIFALL, AVSLAG, AGAIN, LATER = (
    _motion("bifall", ANNA),
    _motion("avslag", BO),
    _motion("aterremiss", EVA),
    _motion("bordlaggning", EVA),
)
YEARLY = _motion("tillagg", EVA, "att se över taxan varje år")
LOWER = _motion("andring", EVA, "att anta taxa för torghandel med halverade avgifter")
VOTE = {"ja": {"antal": "7"}, "nej": {"antal": "6"}}
BESLUTSGANG = [
    # a row: the organ, the paragraph with the case behind it, sentences
    (KS, {"yrkanden": [BIFALL]}, ["Ordföranden finner att kommunstyrelsen bifaller föreliggande förslag."]),
    (KSAU, {"yrkanden": [BIFALL]}, ["Ordföranden finner att arbetsutskottet bifaller föreliggande förslag."]),
    (
        KS,
        {"yrkanden": [{"av": ANNA, "text": "bifall till föreliggande förslag"}]},
        ["Ordföranden finner att kommunstyrelsen bifaller föreliggande förslag."],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AVSLAG]},
        ["Ordföranden ställer bifall mot avslag och finner att kommunstyrelsen bifaller föreliggande förslag."],
    ),
    (
        KS,
        {"yrkanden": [AVSLAG], "beslut": ["avslå förslaget till taxa"]},
        ["Ordföranden ställer bifall mot avslag och finner att kommunstyrelsen avslår föreliggande förslag."],
    ),
    (
        KS,
        {"yrkanden": [AVSLAG, BIFALL], "beslut": ["Kommunstyrelsen avslår förslaget till taxa."]},
        ["Ordföranden ställer bifall mot avslag och finner att kommunstyrelsen avslår föreliggande förslag."],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, LOWER]},
        [
            (
                "Ordföranden ställer föreliggande förslag mot ändringsyrkandet från Eva Dal (C) och finner att "
                "kommunstyrelsen bifaller föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, LOWER], "beslut": ["anta taxa för torghandel med halverade avgifter"]},
        [
            (
                "Ordföranden ställer föreliggande förslag mot ändringsyrkandet från Eva Dal (C) och finner att "
                "kommunstyrelsen bifaller ändringsyrkandet från Eva Dal (C)."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, LOWER, AVSLAG]},
        [
            (
                "Ordföranden ställer föreliggande förslag, ändringsyrkandet från Eva Dal (C) och avslag mot varandra "
                "och "
                "finner att kommunstyrelsen bifaller föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, YEARLY], "beslut": [TAXA, "se över taxan varje år"]},
        [
            "Ordföranden finner att kommunstyrelsen bifaller föreliggande förslag.",
            (
                "Ordföranden ställer därefter frågan om tilläggsyrkandet från Eva Dal (C) ska bifallas och finner att "
                "kommunstyrelsen bifaller tilläggsyrkandet."
            ),
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, YEARLY]},
        [
            "Ordföranden finner att kommunstyrelsen bifaller föreliggande förslag.",
            (
                "Ordföranden ställer därefter frågan om tilläggsyrkandet från Eva Dal (C) ska bifallas och finner att "
                "kommunstyrelsen avslår tilläggsyrkandet."
            ),
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AGAIN]},
        [
            (
                "Ordföranden ställer först frågan om ärendet ska avgöras i dag eller återremitteras och finner att "
                "kommunstyrelsen beslutar att ärendet ska avgöras i dag."
            ),
            "Ordföranden finner därefter att kommunstyrelsen bifaller föreliggande förslag.",
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AVSLAG, AGAIN]},
        [
            (
                "Ordföranden ställer först frågan om ärendet ska avgöras i dag eller återremitteras och finner att "
                "kommunstyrelsen beslutar att ärendet ska avgöras i dag."
            ),
            (
                "Ordföranden ställer därefter bifall mot avslag och finner att kommunstyrelsen bifaller föreliggande "
                "förslag."
            ),
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AGAIN], "typ": "aterremitteras"},
        [
            (
                "Ordföranden ställer frågan om ärendet ska avgöras i dag eller återremitteras och finner att "
                "kommunstyrelsen beslutar att ärendet ska återremitteras."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AGAIN], "beslut": ["återremittera ärendet"]},
        [
            (
                "Ordföranden ställer frågan om ärendet ska avgöras i dag eller återremitteras och finner att "
                "kommunstyrelsen beslutar att ärendet ska återremitteras."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [LATER], "typ": "bordlaggs"},
        [
            (
                "Ordföranden ställer frågan om ärendet ska avgöras i dag eller bordläggas och finner att "
                "kommunstyrelsen "
                "beslutar att ärendet ska bordläggas."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [AGAIN, _motion("bordlaggning", BO)], "typ": "bordlaggs"},
        [
            (
                "Ordföranden ställer frågan om ärendet ska avgöras i dag, återremitteras eller bordläggas och finner "
                "att "
                "kommunstyrelsen beslutar att ärendet ska bordläggas."
            )
        ],
    ),
    (
        KF,
        {"yrkanden": [BIFALL, AGAIN], "typ": "aterremitteras", "minoritet": [BO, EVA]},
        [
            (
                "Ordföranden ställer frågan om ärendet ska avgöras i dag eller återremitteras. Ärendet återremitteras "
                "på "
                "begäran av en minoritet enligt 5 kap. 50 § kommunallagen."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL], "omrostningar": [VOTE]},
        [
            (
                "Ordföranden ställer proposition på föreliggande förslag. Omröstning begärs. Omröstningen visar att "
                "kommunstyrelsen bifaller föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AVSLAG], "omrostningar": [VOTE]},
        [
            (
                "Ordföranden ställer bifall mot avslag. Omröstning begärs. Omröstningen visar att kommunstyrelsen "
                "bifaller "
                "föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AVSLAG], "omrostningar": [{**VOTE, "utslagsrost": "ja"}]},
        [
            (
                "Ordföranden ställer bifall mot avslag. Omröstning begärs. Med ordförandens utslagsröst bifaller "
                "kommunstyrelsen föreliggande förslag."
            )
        ],
    ),
    (
        KF,
        {"typ": "val", "yrkanden": [BIFALL, AVSLAG], "omrostningar": [{**VOTE, "lottning": "ja"}]},
        [
            (
                "Ordföranden ställer bifall mot avslag. Omröstning begärs. Efter lottning bifaller kommunfullmäktige "
                "föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, LOWER, AVSLAG], "omrostningar": [{**VOTE, "galler": "motförslaget"}, VOTE]},
        [
            (
                "Ordföranden ställer föreliggande förslag, ändringsyrkandet från Eva Dal (C) och avslag mot varandra. "
                "Omröstning begärs. Motförslaget i huvudomröstningen utses genom en särskild omröstning "
                "(kontraproposition). Huvudomröstningen visar att kommunstyrelsen bifaller föreliggande förslag."
            )
        ],
    ),
    (
        KS,
        {"yrkanden": [BIFALL, AGAIN], "omrostningar": [{**VOTE, "galler": "återremiss"}]},
        [
            (
                "Ordföranden ställer först frågan om ärendet ska avgöras i dag eller återremitteras. "
                "Omröstning begärs. "
                "Omröstningen visar att kommunstyrelsen beslutar att ärendet ska avgöras i dag."
            ),
            "Ordföranden finner därefter att kommunstyrelsen bifaller föreliggande förslag.",
        ],
    ),
    (
        KS,
        {
            "yrkanden": [YEARLY, _motion("tillagg", EVA, "att annonsera taxan"), _motion("tillagg", BO, "att vänta")],
            "beslut": [TAXA, "annonsera taxan"],
        },
        [
            "Ordföranden finner att kommunstyrelsen bifaller föreliggande förslag.",
            (
                "Ordföranden ställer därefter frågan om det första tilläggsyrkandet från Eva Dal (C) ska bifallas och "
                "finner att kommunstyrelsen avslår tilläggsyrkandet."
            ),
            (
                "Ordföranden ställer därefter frågan om det andra tilläggsyrkandet från Eva Dal (C) ska bifallas och "
                "finner att kommunstyrelsen bifaller tilläggsyrkandet."
            ),
            (
                "Ordföranden ställer därefter frågan om tilläggsyrkandet från Bo Ask (M) ska bifallas och "
                "finner att kommunstyrelsen avslår tilläggsyrkandet."
            ),
        ],
    ),
    # what the author writes stands as written; what the file does not tell is not said
    (
        KS,
        {"yrkanden": [BIFALL], "avsnitt": {"beslutsgang": "Ordföranden finner bifall."}},
        ["Ordföranden finner bifall."],
    ),
    (KS, {"yrkanden": ["Anna Ek (S) yrkar bifall."]}, []),
    (KS, {"yrkanden": [BIFALL, {"av": BO, "text": "att taxan sänks"}]}, []),
    (KS, {"yrkanden": [BIFALL, YEARLY], "beslut": [TAXA, "uppdra åt kommundirektören att följa upp taxan"]}, []),
    (KS, {"yrkanden": [BIFALL, AGAIN], "typ": "bordlaggs"}, []),
    (KS, {"yrkanden": [BIFALL], "typ": "information"}, []),
    (KS, {}, []),
]


@pytest.mark.parametrize(("organ", "keys", "expected"), BESLUTSGANG)
def test_the_beslutsgang_tells_what_was_put_and_found(
    said: Callable[..., list[str]], organ: str, keys: dict[str, Any], expected: list[str]
) -> None:
    assert said("beslutsgang", organ, bakom=UP_TO_KS, **{**THE_CASE, **keys}) == expected


def test_a_beslutsgang_that_cannot_be_told_is_asked_for(minutes: Callable[..., Any]) -> None:
    unsure = {"rubrik": "Motion", "yrkanden": [BIFALL, AVSLAG], "beslut": ["avslå motionen"]}
    sure = {"rubrik": "Taxa", "yrkanden": [BIFALL, AVSLAG], "beslut": [TAXA]}
    _, remarks = minutes(paragrafer=[sure, unsure])
    assert [(remark.code, remark.path) for remark in remarks] == [("PR02", ("paragrafer", 1, "yrkanden"))]


NOTED = {"mottagare": "Kommunstyrelsen", "forslag_till_beslut": ["lägga informationen till handlingarna"]}
TOLD_OF = [
    # a row: the paragraph, the case behind it, its decision, its text
    ({"typ": "information"}, UP_TO_KS, [], ["Kommunstyrelsen tar del av informationen."]),
    ({"typ": "anmalan"}, UP_TO_KS, [], ["Kommunstyrelsen tar del av anmälan."]),
    (
        {"typ": "information"},
        NOTED,
        ["Kommunstyrelsen beslutar", "att lägga informationen till handlingarna."],
        [],
    ),
    ({"typ": "information", "beslut": ["vänta"]}, UP_TO_KS, ["Kommunstyrelsen beslutar", "att vänta."], []),
]


@pytest.mark.parametrize(("keys", "case", "decision", "text"), TOLD_OF)
def test_what_a_case_proposes_is_not_decided_where_it_is_only_told_of(
    said: Callable[..., list[str]], keys: dict[str, Any], case: dict[str, Any], decision: list[str], text: list[str]
) -> None:
    assert said("beslut", KS, bakom=case, **keys) == decision
    assert said("text", KS, bakom=case, **keys) == text


def test_a_proposal_that_is_not_decided_is_told(minutes: Callable[..., Any]) -> None:
    _, remarks = minutes(bakom=[UP_TO_KS], organ=KS, paragrafer=[{**THE_CASE, "typ": "information"}])
    assert {(remark.code, remark.path) for remark in remarks} == {("BE13", ("paragrafer", 0, "typ"))}


WITHOUT_CASE = [
    # a row: the paragraph with its own decision, sentences
    (
        {"yrkanden": [BIFALL, AVSLAG], "beslut": [TAXA]},
        ["Ordföranden ställer bifall mot avslag och finner att kommunstyrelsen bifaller föreliggande förslag."],
    ),
    # which proposal was before the organ: the rejection itself?
    ({"yrkanden": [BIFALL, AVSLAG], "beslut": ["avslå motionen"]}, []),
    ({"yrkanden": [BIFALL, LOWER], "beslut": [TAXA]}, []),
]


@pytest.mark.parametrize(("keys", "expected"), WITHOUT_CASE)
def test_without_a_case_only_a_sure_beslutsgang_is_told(
    said: Callable[..., list[str]], keys: dict[str, Any], expected: list[str]
) -> None:
    assert said("beslutsgang", KS, **keys) == expected


STATEMENTS = [
    # a row: section, entries, sentences
    ("jav", [ANNA], ["Anna Ek (S) anmäler jäv och deltar inte i handläggningen av ärendet."]),
    (
        "jav",
        [BO],
        [
            "Bo Ask (M) anmäler jäv och deltar inte i handläggningen av ärendet.",
            "Olle Ström (M) tjänstgör i stället för Bo Ask (M).",
        ],
    ),
    (
        "jav",
        [{"av": ANNA, "text": "enligt 6 kap. 28 § kommunallagen"}],
        ["Anna Ek (S) anmäler jäv enligt 6 kap. 28 § kommunallagen och deltar inte i handläggningen av ärendet."],
    ),
    ("deltar_inte_i_beslutet", [ANNA], ["Anna Ek (S) deltar inte i beslutet."]),
    (
        "deltar_inte_i_beslutet",
        [{"av": ANNA, "text": "i beslutet om punkt 2"}],
        ["Anna Ek (S) deltar inte i beslutet om punkt 2."],
    ),
    ("reservationer", [ANNA], ["Anna Ek (S) reserverar sig mot beslutet."]),
    ("reservationer", [ANNA, BO], ["Anna Ek (S) och Bo Ask (M) reserverar sig mot beslutet."]),
    (
        "reservationer",
        [{"av": ANNA, "text": "mot punkt 2 i beslutet"}],
        ["Anna Ek (S) reserverar sig mot punkt 2 i beslutet."],
    ),
    (
        "reservationer",
        [{"av": [ANNA, BO], "text": "i första hand mot beslutet och i andra hand mot punkt 2"}],
        ["Anna Ek (S) och Bo Ask (M) reserverar sig i första hand mot beslutet och i andra hand mot punkt 2."],
    ),
    (
        "reservationer",
        [{"av": ANNA, "text": "till förmån för sitt eget yrkande."}],
        ["Anna Ek (S) reserverar sig mot beslutet till förmån för sitt eget yrkande."],
    ),
    (
        "reservationer",
        [{"av": ANNA, "text": "reserverar sig muntligt mot beslutet"}],
        ["Anna Ek (S) reserverar sig muntligt mot beslutet."],
    ),
    (
        "reservationer",
        [{"av": ANNA, "text": "Taxan är för hög."}],
        ["Anna Ek (S) reserverar sig mot beslutet med följande motivering:", "Taxan är för hög."],
    ),
    ("reservationer", [{"av": ANNA, "bilaga": "1"}], ["Anna Ek (S) reserverar sig mot beslutet enligt bilaga 1."]),
    (
        "reservationer",
        [{"av": ANNA, "text": "taxan är för hög"}],
        ["Anna Ek (S) reserverar sig mot beslutet med följande motivering:", "taxan är för hög"],
    ),
    ("sarskilda_yttranden", [EVA], ["Eva Dal (C) lämnar ett särskilt yttrande."]),
    (
        "sarskilda_yttranden",
        [{"av": EVA, "text": "Det är bra så."}],
        ["Eva Dal (C) lämnar följande särskilda yttrande:", "Det är bra så."],
    ),
    (
        "sarskilda_yttranden",
        [{"av": [EVA, BO], "bilaga": "1"}],
        ["Eva Dal (C) och Bo Ask (M) lämnar ett gemensamt särskilt yttrande enligt bilaga 1."],
    ),
    ("protokollsanteckningar", [IVAR], ["Ivar Al (V) lämnar en anteckning till protokollet."]),
    (
        "protokollsanteckningar",
        [{"av": IVAR, "text": "En tidplan saknas."}],
        ["Ivar Al (V) lämnar följande anteckning till protokollet:", "En tidplan saknas."],
    ),
]


@pytest.mark.parametrize(("section", "entries", "expected"), STATEMENTS)
def test_what_persons_say_is_said_in_full_sentences(
    said: Callable[..., list[str]], section: str, entries: list[Any], expected: list[str]
) -> None:
    serving = [
        {"namn": "Olle Ström (M)", "for": BO, "paragrafer": "1"},
        {"namn": "Siv Rask (S)", "for": ANNA, "paragrafer": "2"},
    ]
    found = said(section, KS, mote={"tjanstgorande_ersattare": serving}, bilagor=["Text"], **{section: entries})
    assert found == expected


OMROSTNINGAR = [
    # a row: the votes, sentences
    ([VOTE], ["Omröstningen utfaller med 7 ja-röster och 6 nej-röster."]),
    (
        [{"ja": {"for": "bifall", "antal": "1"}, "nej": {"for": "avslag", "antal": "0"}}],
        ["Ja-röst för bifall och nej-röst för avslag.", "Omröstningen utfaller med 1 ja-röst och 0 nej-röster."],
    ),
    (
        [{"ja": {"antal": "6"}, "nej": {"antal": "6"}, "utslagsrost": "nej"}],
        [
            "Omröstningen utfaller med 6 ja-röster och 6 nej-röster.",
            "Röstetalet är lika. Ordföranden avgör med sin utslagsröst: nej.",
        ],
    ),
    (
        [{"ja": {"antal": "6"}, "nej": {"antal": "6"}, "lottning": "Anna Ek (S)"}],
        ["Omröstningen utfaller med 6 ja-röster och 6 nej-röster.", "Röstetalet är lika. Lottning: Anna Ek (S)."],
    ),
    (
        [{"ja": {"antal": "6"}, "nej": {"antal": "6"}, "utslagsrost": "Ordföranden Anna Ek (S) röstar ja"}],
        [
            "Omröstningen utfaller med 6 ja-röster och 6 nej-röster.",
            "Röstetalet är lika. Ordföranden Anna Ek (S) röstar ja.",
        ],
    ),
    (
        [{"ja": {"antal": "6"}, "nej": {"antal": "6"}, "lottning": "ja"}],
        ["Omröstningen utfaller med 6 ja-röster och 6 nej-röster.", "Röstetalet är lika. Lottning avgör: ja."],
    ),
    (
        [{**VOTE, "avstar": [EVA], "franvarande": [IVAR]}],
        [
            (
                "Omröstningen utfaller med 7 ja-röster och 6 nej-röster. En ledamot avstår från att rösta. "
                "En ledamot är frånvarande."
            )
        ],
    ),
    (
        [{**VOTE, "galler": "motförslaget"}, {**VOTE, "galler": "huvudförslaget"}],
        [
            "Omröstning 1 gäller motförslaget.",
            "Omröstning 1 utfaller med 7 ja-röster och 6 nej-röster.",
            "Omröstning 2 gäller huvudförslaget.",
            "Omröstning 2 utfaller med 7 ja-röster och 6 nej-röster.",
        ],
    ),
]


@pytest.mark.parametrize(("votes", "expected"), OMROSTNINGAR)
def test_votes_are_told_with_their_result(
    said: Callable[..., list[str]], votes: list[Any], expected: list[str]
) -> None:
    found = said("omrostning", KS, omrostningar=votes)
    assert found[: len(expected)] == expected


def test_the_list_of_votes_follows_the_first_page_and_ends_with_the_sums(
    said: Callable[..., list[str]],
) -> None:
    vote = {"ja": [EVA, ANNA], "nej": [BO], "avstar": [IVAR]}
    found = said("omrostning", KS, mote={"ledamoter": [ANNA, BO, EVA, IVAR]}, omrostningar=[vote])
    assert found[1:] == [
        *("Ledamot", "Ja", "Nej", "Avstår"),
        *(ANNA, "X", BO, "X", EVA, "X", IVAR, "X"),
        *("Summa", "2", "1", "1"),
    ]


def test_the_sums_of_a_list_of_votes_are_the_counted_ones_where_only_those_who_abstain_are_named(
    said: Callable[..., list[str]],
) -> None:
    vote = {"ja": {"antal": "7"}, "nej": {"antal": "5"}, "avstar": [IVAR]}
    found = said("omrostning", KS, omrostningar=[vote])
    assert found[-6:] == [IVAR, "X", "Summa", "7", "5", "1"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([], "beslut beslutsunderlag yrkanden beslutsgang bilagor overklagande beslutet_skickas_till"),
        (
            ["beslut", "beslutsunderlag", "yrkanden", "beslutsgång", "beslutet skickas till"],
            "beslut beslutsunderlag yrkanden beslutsgang bilagor overklagande beslutet_skickas_till",
        ),
        (
            ["beslutsunderlag", "bilagor", "yrkanden", "beslutsgång", "beslut"],
            "beslutsunderlag bilagor yrkanden beslutsgang beslut overklagande beslutet_skickas_till",
        ),
    ],
)
def test_what_closes_a_paragraph_stands_last_where_the_profile_does_not_place_it(
    minutes: Callable[..., Any], chosen: list[str], expected: str
) -> None:
    own = {
        "rubrik": "Taxa",
        "beslut": [TAXA],
        "beslutsunderlag": ["Kalkyl"],
        "bilagor": ["Karta"],
        "yrkanden": [{"av": ANNA, "typ": "bifall"}],
        "overklagande": LAGLIGHET,
        "beslutet_skickas_till": ["Miljönämnden"],
    }
    made = minutes(val={"protokoll": {"avsnitt": chosen}}, organ=KS, paragrafer=[own])
    extract = next(memo for memo in made[0] if memo.kind == "protokollsutdrag")
    assert [one["nyckel"] for one in extract.fields["avsnitt"]] == expected.split()


LAGLIGHET, BESVAR = "laglighetsprovning", "forvaltningsbesvar"
APPEALS = [
    # a row: the organ, the case, the paragraph, whether the paragraph says how it is appealed
    (KS, {**UP_TO_KS, "overklagande": LAGLIGHET}, {}, True),
    (KSAU, {**UP_TO_KS, "overklagande": LAGLIGHET}, {}, False),
    (KS, {**UP_TO_KF, "overklagande": LAGLIGHET}, {}, False),
    (KF, {**UP_TO_KF, "overklagande": LAGLIGHET}, {}, True),
    (KS, {**BOTH, "overklagande": BESVAR}, {}, True),
    (KS, {**UP_TO_KS, "overklagande": LAGLIGHET}, {"typ": "bordlaggs"}, False),
    (KS, {**UP_TO_KS, "overklagande": LAGLIGHET}, {"typ": "utgar"}, False),
    (KS, {**UP_TO_KS, "overklagande": LAGLIGHET}, {"beslut": ["återremittera ärendet"]}, False),
    (KS, {**UP_TO_KS, "overklagande": LAGLIGHET}, {"beslut": ["anta taxan"]}, True),
    (KS, UP_TO_KS, {}, False),
]


@pytest.mark.parametrize(("organ", "case", "keys", "expected"), APPEALS)
def test_only_a_final_decision_says_how_it_is_appealed(
    said: Callable[..., list[str]], organ: str, case: dict[str, Any], keys: dict[str, Any], expected: bool
) -> None:
    assert bool(said("overklagande", organ, bakom=case, **keys)) is expected


@pytest.fixture
def said(minutes: Callable[..., Any], shown: Callable[[Blocks], list[str]]) -> Callable[..., list[str]]:
    """The lines of one section of a meeting's only paragraph; ``bakom`` is its case, ``mote`` the meeting's keys."""

    def make(
        section: str,
        organ: str,
        *,
        bakom: dict[str, Any] | None = None,
        mote: dict[str, Any] | None = None,
        profil: dict[str, Any] | None = None,
        **keys: object,
    ) -> list[str]:
        own = {"rubrik": "Taxa", **(THE_CASE if bakom else {}), **keys}
        cases = [bakom] if bakom else []
        made = minutes(bakom=cases, val=profil, organ=organ, paragrafer=[own], **(mote or {}))
        found = next(memo for memo in made[0] if memo.kind == "protokollsutdrag")
        return shown(next((one["text"] for one in found.fields["avsnitt"] if one["nyckel"] == section), Blocks()))

    return make


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("kan inte överklagas", "Beslutet kan inte överklagas."),
        ("Hur ett beslut överklagas står på webbplatsen.", "Hur ett beslut överklagas står på webbplatsen."),
    ],
)
def test_what_a_paragraph_says_of_appeal_itself_goes_before_the_case(
    said: Callable[..., list[str]], written: str, expected: str
) -> None:
    case = {**UP_TO_KS, "overklagande": LAGLIGHET}
    assert said("overklagande", KS, bakom=case, overklagande=written, **THE_CASE) == [expected]
