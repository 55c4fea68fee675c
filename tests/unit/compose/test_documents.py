"""The heads of the four kinds: who, what, when, and that every name is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from memogen import compose
from memogen.artifacts import Blocks, Heading, Run, Runs
from memogen.diagnostics import Severity
from memogen.model.protokollsutdrag import Protokollsutdrag

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STYRDOKUMENT = {
    "typ": "styrdokument",
    "kategori": "riktlinje",
    "rubrik": "Riktlinje för torg",
    "innehall": "# Syfte\n\nText.",
}
REMISS = {"typ": "remiss", "rubrik": "Remiss om torg", "text": "# Bakgrund\n\nText."}
UTDRAG = {"typ": "protokollsutdrag", "organ": "KS", "datum": "2026-04-02", "paragraf": "44", "rubrik": "Taxa"}


@pytest.mark.parametrize(
    ("mottagare", "expected"),
    [
        ("Kommunstyrelsen", "Tjänsteskrivelse till kommunstyrelsen"),
        ("NL", "Tjänsteskrivelse till nämnden för Lärande"),
        ("VAN", "Tjänsteskrivelse till VA-nämnden"),
        (None, "Tjänsteskrivelse"),
    ],
)
def test_the_kind_of_document_names_the_organ(
    arende: Callable[..., Any], memo: Callable[..., Any], mottagare: str | None, expected: str
) -> None:
    assert memo(arende(mottagare=mottagare))[0].fields["dokumenttyp"] == expected


def test_the_head_block_has_the_lines_that_have_a_value(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    case = arende(handlaggare=["Anna Ek", "Bo Ask"], sekretess={"lagrum": "39 kap. 2 § OSL", "galler": "hela ärendet"})
    fields = memo(case)[0].fields
    assert [(one["etikett"], one["varde"].replace("\u00a0", " ")) for one in fields["uppgifter"]] == [
        ("Datum", "2026-03-12"),
        ("Diarienummer", "KS-2026-00123"),
        ("Handläggare", "Anna Ek, Bo Ask"),
        ("Sekretess", "39 kap. 2 § OSL, hela ärendet"),
    ]
    assert fields["datum_i_ord"] == "12\u00a0mars 2026"
    assert (
        fields["handlaggare_lista"][0].items() >= {"namn": "Anna Ek", "titel": "", "telefon": "", "e_post": ""}.items()
    )


SIGNING = {
    "forvaltningar": {
        "Kommunledningskontoret": {
            "underskrifter": [
                {"namn": "Ulla Berg", "titel": "Kommundirektör", "till": "2026-02-28"},
                {
                    "namn": "Per Lind",
                    "titel": "Tillförordnad kommundirektör",
                    "fran": "2026-03-01",
                    "till": "2026-05-31",
                },
                {"namn": "Åsa Dal", "titel": "Ekonomidirektör"},
            ]
        }
    }
}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"datum": "2026-02-28"}, ["Ulla Berg", "Åsa Dal"]),
        ({"datum": "2026-03-01"}, ["Per Lind", "Åsa Dal"]),
        ({"datum": "2026-06-01"}, ["Åsa Dal"]),
        ({"underskrifter": ["Eva Ö"]}, ["Eva Ö"]),
        ({"forvaltning": "Okänd"}, []),
    ],
)
def test_the_day_decides_who_signs(
    arende: Callable[..., Any], memo: Callable[..., Any], keys: dict[str, Any], expected: list[str]
) -> None:
    case = arende(**({"forvaltning": "kommunledningskontoret"} | keys))
    signing = memo(case, profil=SIGNING)[0].fields["underskrifter"]
    assert [one["namn"] for one in signing] == expected


def test_without_a_mark_the_municipalitys_name_stands_in_its_place(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    choices = {"adress": ["Torget 1", "123 45 Björkvalla"], "webbplats": "www.bjorkvalla.example"}
    fields = memo(arende(), profil=choices)[0].fields
    assert fields["logotyp"] == Runs((Run("Björkvalla kommun"),))
    assert fields["sidfot"] == ["Björkvalla kommun", "Torget 1, 123 45 Björkvalla", "www.bjorkvalla.example"]


def test_a_mark_that_cannot_be_used_is_told_once_and_the_name_stands_in_its_place(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    made, remarks = memo(arende(), profil={"logotyp": {"fil": "finns-inte.png", "alt": "Kommunens logotyp"}})
    assert made.fields["logotyp"] == Runs((Run("Björkvalla kommun"),))
    assert [(remark.code, remark.severity) for remark in remarks] == [("MD03", Severity.WARNING)]


def test_a_styrdokument_ticks_one_box_and_waits_for_its_date(memo: Callable[..., Any]) -> None:
    fields = memo(**STYRDOKUMENT)[0].fields
    assert [(box["namn"], box["ruta"]) for box in fields["kategorier"]] == [
        ("Policy", "☐"),
        ("Riktlinje", "☒"),
        ("Rutin", "☐"),
        ("Vägledning", "☐"),
    ]
    assert (fields["dokumenttyp"], fields["datum"]) == ("Normerande styrdokument", "ÅÅÅÅ-MM-DD")
    assert fields["innehall"].blocks[0] == Heading(2, (Run("Syfte"),))


def test_related_documents_of_a_styrdokument_are_a_section(memo: Callable[..., Any], shown: Callable[..., Any]) -> None:
    fields = memo(**STYRDOKUMENT, relaterade_dokument=["Policy för torg"])[0].fields
    assert [section["rubrik"] for section in fields["avsnitt"]] == ["Relaterade dokument"]
    assert shown(fields["relaterade_dokument"]) == ["- Policy för torg"]


def test_a_remiss_says_when_and_where_the_answer_goes(memo: Callable[..., Any]) -> None:
    keys = {"svar_senast": "2026-05-31", "svar_till": "registrator", "bilagor": ["Förslag"], "remissinstanser": ["NL"]}
    fields = memo(**REMISS, **keys)[0].fields
    assert (fields["svar_senast"], fields["svar_senast_i_ord"]) == ("2026-05-31", "31\u00a0maj 2026")
    assert fields["bilagor"] == [{"nr": "1", "titel": "Förslag", "rad": "Bilaga\u00a01, Förslag"}]
    assert fields["text"].blocks[0] == Heading(2, (Run("Bakgrund"),))
    assert fields["remissinstanser"] == ["NL"]


@pytest.mark.parametrize("written", ["44", "§ 44", "§44"])
def test_a_paragraph_has_its_sign_and_its_number(memo: Callable[..., Any], written: str) -> None:
    fields = memo(**(UTDRAG | {"paragraf": written}))[0].fields
    assert (fields["paragraf"], fields["paragrafnummer"]) == ("§\u00a044", "44")
    assert fields["organ"] == "Kommunstyrelsen"


def test_a_paragraph_takes_what_it_does_not_say_from_its_case(
    arende: Callable[..., Any], memo: Callable[..., Any], shown: Callable[..., Any]
) -> None:
    case = arende(
        avsnitt={"arendet": "Torget behöver en taxa."},
        forslag_till_beslut=["anta taxan"],
        bilagor=["Taxa"],
        beslutet_skickas_till=["Miljönämnden"],
    )
    keys = {key: value for key, value in UTDRAG.items() if key != "rubrik"}
    fields = memo(**keys, arende="KS-2026-00123", bakom=case)[0].fields
    assert (fields["rubrik"], fields["diarienummer"]) == ("Antagande av taxa för torghandel", "KS-2026-00123")
    assert shown(fields["sammanfattning"]) == ["Torget behöver en taxa."]
    assert shown(fields["beslutsunderlag"]) == ["- Tjänsteskrivelse daterad den 12 mars 2026", "- Bilaga 1, Taxa"]
    assert shown(fields["beslutet_skickas_till"]) == ["- Miljönämnden"]


def test_the_cases_summary_comes_before_its_text(
    arende: Callable[..., Any], memo: Callable[..., Any], shown: Callable[..., Any]
) -> None:
    case = arende(avsnitt={"arendet": "Långt.", "sammanfattning": "Kort."})
    assert shown(memo(**UTDRAG, bakom=case)[0].fields["sammanfattning"]) == ["Kort."]


def test_a_fault_in_the_cases_text_is_told_at_the_field_that_names_the_case(
    arende: Callable[..., Any], memo: Callable[..., Any]
) -> None:
    case = arende(avsnitt={"arendet": "Text <b>fet</b>."})
    _, remarks = memo(**UTDRAG, arende="KS-2026-00123", bakom=case)
    assert [(remark.code, remark.path) for remark in remarks] == [("RE02", ("arende",))]


def test_the_sections_of_the_minutes_stand_in_their_usual_order(memo: Callable[..., Any]) -> None:
    made, _ = memo(
        **UTDRAG,
        beslut=["anta taxan"],
        avsnitt={"sammanfattning": "Kort.", "arendet": "Långt.", "beslutsgang": "Ordföranden finner …"},
        beslutsunderlag=["Taxa"],
        yrkanden=["Anna Ek (S) yrkar bifall."],
        reservationer=["Bo Ask (M)"],
        jav=["Eva Dal (C)"],
    )
    assert [section["nyckel"] for section in made.fields["avsnitt"]] == [
        *("beslut", "jav", "sammanfattning", "arendet", "beslutsunderlag"),
        *("yrkanden", "beslutsgang", "reservationer"),
    ]


def test_immediate_adjustment_is_one_sentence(memo: Callable[..., Any]) -> None:
    fields = memo(**UTDRAG, omedelbart_justerad="ja")[0].fields
    assert fields["omedelbart_justerad"] == "Paragrafen är omedelbart justerad."


NAMES = {
    "ärende": {"forvaltning", "handlaggare", "mottagare", "underskrifter", "klassificering", "inkommet"},
    "styrdokument": {"kategori", "kategorier", "beslutsfattare", "dokumentansvarig", "innehall"},
    "remiss": {"avsandare", "remissinstanser", "svar_senast", "svar_till", "kontakt", "text", "bilagor"},
    "protokollsutdrag": {"organ", "paragraf", "paragrafnummer", "omedelbart_justerad", "justerare", "ordforande"},
}
EVERYWHERE = {
    *("kommun", "organisationsnummer", "adress", "adressrader", "telefon", "e_post", "webbplats", "logotyp"),
    *("dokumenttyp", "rubrik", "diarienummer", "datum", "datum_i_ord", "sekretess", "uppgifter", "sidfot", "avsnitt"),
}


@pytest.mark.parametrize("kind", NAMES)
def test_every_name_is_there_also_when_there_is_nothing_to_say(
    arende: Callable[..., Any], memo: Callable[..., Any], kind: str
) -> None:
    made = {
        "ärende": lambda: memo(arende(diarienummer=None)),
        "styrdokument": lambda: memo(**STYRDOKUMENT),
        "remiss": lambda: memo(**REMISS),
        "protokollsutdrag": lambda: memo(**UTDRAG),
    }[kind]()[0]
    assert made.fields.keys() >= EVERYWHERE | NAMES[kind]
    assert all(value is not None for value in made.fields.values())
    if kind == "ärende":
        assert made.fields["ekonomiska_konsekvenser"] == Blocks()


def test_another_kind_is_refused(memo: Callable[..., Any], profil: Callable[..., Any]) -> None:
    with pytest.raises(TypeError):
        memo(profil())


def test_pictures_of_the_case_behind_are_looked_for_beside_the_case(
    tmp_path: Path, arende: Callable[..., Any], profil: Callable[..., Any]
) -> None:
    (tmp_path / "ärendets").mkdir()
    Image.new("RGB", (2, 2)).save(tmp_path / "ärendets" / "karta.png")
    case = arende(avsnitt={"arendet": "![Torget från ovan](karta.png)"})
    beside, beside_case = (tmp_path / "utdragets").joinpath, (tmp_path / "ärendets").joinpath
    memo, remarks = compose.memo(
        Protokollsutdrag.model_validate({**UTDRAG, "arende": "KS-2026-00123"}),
        compose.Context(profil(), beside, case, beside_case),
    )
    assert remarks == ()
    assert memo.fields["sammanfattning"].blocks[0].picture.path == beside_case("karta.png")


def test_the_profile_chooses_the_lines_of_the_head(arende: Callable[..., Any], memo: Callable[..., Any]) -> None:
    chosen = {"tjansteskrivelse": {"uppgifter": ["mottagare", "Diarienummer", "inkommet"]}}
    case = arende(mottagare="KS", handlaggare="Anna Ek")
    fields = memo(case, profil=chosen)[0].fields
    assert [(one["etikett"], one["varde"]) for one in fields["uppgifter"]] == [
        ("Mottagare", "Kommunstyrelsen"),
        ("Diarienummer", "KS-2026-00123"),
    ]
    assert fields["handlaggare"] == "Anna Ek"


@pytest.mark.parametrize(
    ("sections", "headings", "level"),
    [
        ([], ["", "Remissinstanser", "Kontakt"], 2),
        (["kontakt", "text", "remissinstanser"], ["Kontakt", "", "Remissinstanser"], 2),
        (["remissinstanser", {"nyckel": "text", "rubrik": "Frågan"}], ["Remissinstanser", "Frågan", "Kontakt"], 3),
    ],
)
def test_the_profile_orders_a_remiss(
    memo: Callable[..., Any], sections: list[Any], headings: list[str], level: int
) -> None:
    keys = {**REMISS, "remissinstanser": ["Byalaget"], "kontakt": ["Anna Ek"]}
    fields = memo(profil={"remiss": {"avsnitt": sections}}, **keys)[0].fields
    assert [one["rubrik"] for one in fields["avsnitt"]] == headings
    assert [block.level for block in fields["text"].blocks if isinstance(block, Heading)] == [level]


def test_the_profile_orders_a_styrdokument(memo: Callable[..., Any]) -> None:
    keys = {**STYRDOKUMENT, "relaterade_dokument": ["Plan"], "bilagor": [{"titel": "Karta"}]}
    fields = memo(profil={"styrdokument": {"avsnitt": ["bilagor", "relaterade dokument"]}}, **keys)[0].fields
    assert [one["nyckel"] for one in fields["avsnitt"]] == ["bilagor", "relaterade_dokument"]


def test_the_profile_rewords_smaller_headings_and_sentences(
    arende: Callable[..., Any], memo: Callable[..., Any], shown: Callable[..., Any]
) -> None:
    reworded = {"rubriker": {"barn": "Barn och unga", "omedelbart justerad": "Justerad på plats."}}
    case = arende(konsekvenser={"barn": "De påverkas inte."})
    assert "Barn och unga" in str(shown(memo(case, profil=reworded)[0].fields["konsekvenser"]))
    assert memo(profil=reworded, omedelbart_justerad="ja", **UTDRAG)[0].fields["omedelbart_justerad"] == (
        "Justerad på plats."
    )


def test_what_is_known_of_a_bilaga_follows_a_wording_that_ends_in_parentheses(
    case_lines: Callable[..., list[str]],
) -> None:
    bilagor = [{"titel": "Kalkyl", "diarienummer": "KS-2026-00044"}]
    wording = {"beslutsunderlag": {"tjansteskrivelsen": "nej", "bilaga": "{titel} (bilaga {nr})"}}
    assert case_lines("beslutsunderlag", profil=wording, bilagor=bilagor) == ["- Kalkyl (bilaga 1), KS-2026-00044"]
