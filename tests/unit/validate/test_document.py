from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

from memogen import load, validate
from memogen.artifacts import CaseFile
from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.model.profil import DokumentVal, Profil
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.styrdokument import Styrdokument

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.model.grund import Grund

Read: TypeAlias = Callable[..., tuple[CaseFile, validate.Validated]]

PROFIL = Profil(kommun="Björkvalla kommun")
HEAD = "rubrik: Taxa för bygglov\ndatum: 2026-03-12\n"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(text: str, profil: Profil = PROFIL) -> tuple[CaseFile, validate.Validated]:
        path = tmp_path / "case.yaml"
        path.write_text(text, encoding="utf-8")
        source = load.case_file(path)
        return source, validate.document(source, profil)

    return read


@pytest.mark.parametrize(
    ("text", "model"),
    [
        (HEAD, Arende),
        ("typ: Ärende\n" + HEAD, Arende),
        ("typ: arende\n" + HEAD, Arende),
        ("typ: styrdokument\nkategori: Vägledning\nrubrik: Taxa\ninnehåll: Text\n", Styrdokument),
        ("typ: remiss\nrubrik: Policy\ntext: Text\n", Remiss),
        (
            "typ: protokollsutdrag\norgan: Kommunstyrelsen\ndatum: 2026-03-12\nparagraf: 14\nrubrik: Taxa\n",
            Protokollsutdrag,
        ),
    ],
)
def test_typ_chooses_the_model(read: Read, text: str, model: type[Grund]) -> None:
    _, validated = read(text)
    assert isinstance(validated.document, model)
    assert validated.remarks == ()


def test_sections_are_gathered_and_the_profile_may_add_its_own(read: Read) -> None:
    own = DokumentVal(avsnitt=["Påverkan på landsbygden", "beslutsunderlag"])
    text = HEAD + "ärendet: |\n  Text.\nPåverkan på landsbygden: Liten.\n"
    _, validated = read(text, Profil(kommun="Björkvalla kommun", tjansteskrivelse=own))
    assert validated.remarks == ()
    assert validated.document.avsnitt == {"arendet": "Text.", "paverkan_pa_landsbygden": "Liten."}


@pytest.mark.parametrize("written", ["kan inte överklagas", "Kan inte överklagas", "kan_inte_overklagas"])
def test_an_enumeration_is_matched_by_its_folded_form(read: Read, written: str) -> None:
    _, validated = read(HEAD + f"överklagande: {written}\n")
    assert validated.remarks == ()
    assert validated.document.overklagande == "kan_inte_overklagas"


@pytest.mark.parametrize("written", ["nej", "Nej", "false", "ingen"])
def test_a_no_to_secrecy_is_no_secrecy(read: Read, written: str) -> None:
    _, validated = read(HEAD + f"sekretess: {written}\nbilagor:\n  - {{titel: Taxa, sekretess: {written}}}\n")
    assert validated.remarks == ()
    assert validated.document.sekretess is None
    assert validated.document.bilagor[0].sekretess is None


def test_a_bare_yes_to_secrecy_is_asked_for_its_provision(read: Read) -> None:
    _, validated = read(HEAD + "sekretess: ja\n")
    assert [(remark.code, remark.message, remark.help) for remark in validated.remarks] == [
        ("VA02", 'sekretess "ja" säger inte enligt vilket lagrum', "skriv lagrummet, till exempel 39 kap. 2 § OSL")
    ]


def test_a_perspective_may_be_waived_with_a_reason(read: Read) -> None:
    _, validated = read(HEAD + "konsekvenser:\n  barn: {ej relevant: barn berörs inte}\n")
    assert validated.remarks == ()
    assert validated.document.konsekvenser.barn == "Ej relevant: barn berörs inte"


def test_a_list_may_be_written_as_a_block_of_text(read: Read) -> None:
    lines = (
        "handläggare: |\n  Anna Ek\n  Bo Ask (S)\nunderlag: |\n  - Ett\n  - Två\nbilagor: |\n  1. Taxa\n  2. Karta\n"
    )
    _, (document, remarks) = read(HEAD + lines)
    assert isinstance(document, Arende)
    assert not remarks
    assert [person.med_parti for person in document.handlaggare] == ["Anna Ek", "Bo Ask (S)"]
    assert document.underlag == ("Ett", "Två")
    assert [bilaga.titel for bilaga in document.bilagor] == ["Taxa", "Karta"]


def test_an_empty_optional_key_counts_as_not_there(read: Read) -> None:
    _, validated = read(HEAD + "bilagor:\nhandläggare:\nkonsekvenser:\n")
    assert validated.remarks == ()
    assert validated.document.bilagor == ()


def test_the_document_is_made_of_what_is_sound_when_something_is_not(read: Read) -> None:
    text = HEAD + "enheten: Bygg\nbilagor:\n  - {titel: A, fil: [x]}\n  - {titel: B}\növerklagande: nja\n"
    _, validated = read(text)
    assert {remark.code for remark in validated.remarks} == {"NY01", "VA01", "VA02"}
    assert [bilaga.titel for bilaga in validated.document.bilagor] == ["A", "B"]


def test_an_unknown_key_near_one_that_is_not_there_is_read_as_that_one(read: Read) -> None:
    _, validated = read("rubirk: Taxa\ndatum: 2026-03-12\nhandlägare: Anna Ek\n")
    assert [remark.code for remark in validated.remarks] == ["NY01", "NY01"]
    assert validated.document.rubrik == "Taxa"
    assert validated.document.handlaggare[0].namn == "Anna Ek"


def test_a_remark_on_a_key_that_is_misspelt_stands_at_that_key(read: Read) -> None:
    source, validated = read(HEAD + "ekonomiska konsekvensr: x\nunderskrift: {namn: Bo Ask}\n")
    more = [
        Remark("ST05", ("ekonomiska_konsekvenser",), "m"),
        Remark("ID10", ("underskrifter", 0, "namn"), "m"),
        Remark("ST01", ("arendet",), "m"),
    ]
    found = validate.diagnostics((*validated.remarks, *more), source, {})
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("ST01", 1, 1),
        ("NY01", 3, 1),
        ("ST05", 3, 25),
        ("NY01", 4, 1),
        ("ID10", 4, 21),
    ]


def test_a_date_that_does_not_exist_leaves_the_year_for_the_rules(read: Read) -> None:
    _, validated = read("rubrik: Taxa\ndatum: 2026-02-30\n")
    assert validated.document.datum.year == 2026


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("handläggare: Anna Ek\n", ["NY02", "NY02"]),
        ("rubrik: Taxa\ndatum: snart\n", ["ID04"]),
        ("rubrik: Taxa\ndatum: [2026-03-12]\n", ["VA01"]),
        ("typ: styrdokument\nrubrik: Taxa\nkategori: plan\n", ["VA02", "NY02"]),
        ("typ: protokollsutdrag\nomröstningar: [{ja: {antal: 3}}]\n", ["NY02", "NY02", "NY02", "NY02", "NY02"]),
    ],
)
def test_the_rules_get_a_document_also_when_what_is_required_is_unusable(
    read: Read, text: str, codes: list[str]
) -> None:
    _, validated = read(text)
    assert sorted(remark.code for remark in validated.remarks) == sorted(codes)
    assert validated.document is not None


def test_the_profile_is_no_document_and_is_told_apart_from_a_case(tmp_path: Path) -> None:
    path = tmp_path / "memogen.yaml"
    path.write_text("kommun: Björkvalla kommun\n", encoding="utf-8")
    validated = validate.document(load.case_file(path), PROFIL)
    assert validated.document is None
    assert [(remark.code, remark.message) for remark in validated.remarks] == [
        ("NY04", "filen är kommunens profil, inte en handling")
    ]


@pytest.mark.parametrize("day", ["2026-02-30", ""])
def test_a_remark_never_names_a_day_that_stands_in_for_a_faulty_or_missing_one(read: Read, day: str) -> None:
    text = f"typ: sammanträde\norgan: Kommunstyrelsen\ndatum: {day}\njustering: {{datum: 2026-04-15}}\n"
    source, validated = read(text)
    stand_in = getattr(validated.document, "datum", None)
    assert stand_in is not None
    led_on = Remark("JU01", ("justering", "datum"), f"justeringen 2026-04-15 är före sammanträdet {stand_in}", "")
    found = validate.diagnostics([*validated.remarks, led_on], source, {})
    assert "JU01" not in {one.code for one in found}


def test_a_file_of_no_known_kind_has_no_document(read: Read) -> None:
    _, validated = read("typ: möte\n" + HEAD)
    assert validated.document is None
    assert [remark.code for remark in validated.remarks] == ["NY04"]


def test_a_point_broken_by_a_colon_is_mended_for_the_rules(read: Read) -> None:
    _, validated = read(HEAD + "förslag till beslut:\n  - anta taxan: 2026\n  - upphäva taxan\n")
    [block] = validated.document.forslag_till_beslut
    assert len(block.att) == 2


def test_a_remark_on_a_value_of_the_wrong_shape_is_left_out(read: Read) -> None:
    source, validated = read(HEAD + "handläggare: Anna Ek (S\n")
    more = (*validated.remarks, Remark("ID11", ("handlaggare", 0, "namn"), "namnet ser omvänt ut"))
    assert [d.code for d in validate.diagnostics(more, source, {})] == ["VA05"]


def test_the_profile_sets_the_weight_of_a_rule_but_not_of_a_fault_of_shape(read: Read) -> None:
    source, _ = read(HEAD)
    remarks = [Remark("ST04", ("rubrik",), "a"), Remark("ST05", ("rubrik",), "b"), Remark("NY01", ("datum",), "c")]
    found = validate.diagnostics(remarks, source, {"ST04": "info", "ST05": "av", "NY01": "av"})
    assert [(d.code, d.severity) for d in found] == [("ST04", Severity.INFO), ("NY01", Severity.ERROR)]


def test_the_same_remark_twice_is_one(read: Read) -> None:
    source, _ = read(HEAD)
    remark = Remark("ID08", ("rubrik",), "rubriken är för lång")
    assert len(validate.diagnostics([remark, remark], source, {})) == 1


def test_a_remark_marks_its_quote_in_the_file(read: Read) -> None:
    source, _ = read(HEAD + "ärendet: |\n  Enligt bilaga 3.\n\n  Och bilaga 3 igen.\n")
    [found] = validate.diagnostics([Remark("BE09", ("arendet",), "m", quote="bilaga 3", offset=21)], source, {})
    assert (found.place.line, found.place.column, found.place.width) == (6, 7, 8)


WARNING = Remark("ST04", ("arendet",), "perspektiven saknas", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (HEAD + "# memogen: tillåt ST04 – berörs inte\närendet: |\n  Text.\n", []),
        (HEAD + "ärendet: Text. # memogen: tillåt ST04 – berörs inte\n", []),
        (HEAD + "ärendet: Text. # memogen: tillåt ST05, ST04 – berörs inte\n", ["TY01"]),
        (HEAD + "ärendet: Text. # memogen: tillåt ST04\n", ["TY01"]),
        (HEAD + "ärendet: Text. # memogen: tillåt\n", ["ST04", "TY01"]),
        (HEAD + "# memogen: tillåt ST05 – skäl\närendet: Text.\n", ["TY01", "ST04"]),
        ("# memogen: tillåt ST04 – skäl\n" + HEAD + "ärendet: Text.\n", ["TY01", "ST04"]),
        (HEAD + "ärendet: |\n  # memogen: tillåt ST04 – text, ingen kommentar\n", ["ST04"]),
    ],
)
def test_a_comment_silences_a_warning_in_the_value_it_stands_at(read: Read, text: str, codes: list[str]) -> None:
    source, _ = read(text)
    assert [d.code for d in validate.diagnostics([WARNING], source, {})] == codes


def test_an_error_cannot_be_silenced(read: Read) -> None:
    source, _ = read(HEAD + "ärendet: Text. # memogen: tillåt BE09 – skäl\n")
    found = validate.diagnostics([Remark("BE09", ("arendet",), "m", severity=Severity.ERROR)], source, {})
    assert {d.code for d in found} == {"BE09", "TY01"}


def test_a_comment_in_the_wrong_place_is_told_where_the_warning_stands(read: Read) -> None:
    source, _ = read(HEAD + "# memogen: tillåt ST04 – skäl\nberedning: Text.\närendet: Text.\n")
    complaint, _ = validate.diagnostics([WARNING], source, {})
    assert (complaint.code, complaint.help) == (
        "TY01",
        "varningen står på rad 5; flytta kommentaren dit, eller ta bort den",
    )


def test_late_remarks_do_not_judge_the_comments_again(read: Read) -> None:
    source, _ = read(HEAD + "# memogen: tillåt ST04 – skäl\närendet: Text.\n")
    assert validate.diagnostics([], source, {}, late=True) == ()


@pytest.mark.parametrize(
    ("line", "code", "advice"),
    [
        (
            "Flora och fauna: En lång text som tydligt är ett helt avsnitt.",
            "NY01",
            'skriv ett eget avsnitt under "fler',
        ),
        ("Flora och fauna: Kort.", "NY01", "kontrollera stavningen"),
        ("webbplats: www.bjorkvalla.example", "NY03", "nyckeln hör hemma i profilen, memogen.yaml"),
        ("kortnamn: KS", "NY03", "nyckeln hör hemma i profilen, memogen.yaml"),
        ("remissinstanser: Miljönämnden", "NY03", "nyckeln hör till typ: remiss"),
        ("lagrum: 39 kap. 2 § OSL", "NY03", 'nyckeln hör hemma under "sekretess"'),
        ("sekretess: {lagrum: 39 kap. 2 § OSL, tid: 50 år}", "NY01", "nycklar som finns här: lagrum och gäller"),
    ],
)
def test_an_unknown_key_comes_with_where_it_may_belong(read: Read, line: str, code: str, advice: str) -> None:
    _, validated = read(f"{HEAD}{line}\n")
    (remark,) = validated.remarks
    assert remark.code == code
    assert remark.help.startswith(advice)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("handläggare: {namn: Anna Ek, titel: Utredare, tel: 0123}\n", "telefon"),
        ("beslutsförslag: [anta taxan]\n", "förslag till beslut"),
        ("ekonomi: Ryms inom ramen.\n", "ekonomiska konsekvenser"),
    ],
)
def test_a_key_that_is_cut_short_or_turned_around_is_understood(read: Read, text: str, meant: str) -> None:
    _, validated = read(HEAD + text)
    assert [remark.help for remark in validated.remarks if remark.code == "NY01"] == [f'menade du "{meant}"?']


def test_a_value_that_is_read_as_a_comment_is_told_as_that(read: Read) -> None:
    _, validated = read("rubrik: #metoo i skolan\ndatum: 2026-03-12\n")
    [remark] = validated.remarks
    assert remark.message == 'nyckeln "rubrik" är tom: det som står efter "#" läses som en kommentar'
    _, validated = read("rubrik: # fylls i senare\ndatum: 2026-03-12\n")
    [remark] = validated.remarks
    assert remark.message == 'nyckeln "rubrik" är tom'


def test_a_person_that_is_written_as_a_key_is_told_how_to_write_it(read: Read) -> None:
    _, validated = read(HEAD + "underskrifter:\n  Karin Mossberg: kommundirektör\n")
    assert "skriv {namn: Karin Mossberg, titel: kommundirektör}" in [remark.help for remark in validated.remarks]


def test_no_secrecy_is_no_secrecy(read: Read) -> None:
    _, validated = read(HEAD + "sekretess: nej\n")
    assert isinstance(validated.document, Arende)
    assert validated.document.sekretess is None
    assert validated.remarks == ()


def test_a_date_that_is_not_filled_in_is_told_as_that(read: Read) -> None:
    _, validated = read("rubrik: Taxa\ndatum: ÅÅÅÅ-MM-DD\n")
    assert [remark.message for remark in validated.remarks] == ["datumet är inte ifyllt"]


def test_a_date_in_another_form_is_told_how_to_write_it(read: Read) -> None:
    _, validated = read("rubrik: Taxa\ndatum: 12/3-26\n")
    assert [remark.help for remark in validated.remarks] == ["skriv 2026-03-12"]
