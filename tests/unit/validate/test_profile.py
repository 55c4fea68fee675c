from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from memogen import load, validate
from memogen.errors import Rejected
from memogen.model.profil import Profil

Check: TypeAlias = Callable[[str], tuple[Profil | None, list[tuple[str, int]]]]

KOMMUN = "kommun: Björkvalla kommun\n"


@pytest.fixture
def profil(tmp_path: Path) -> Check:
    def profil(text: str) -> tuple[Profil | None, list[tuple[str, int]]]:
        path = tmp_path / "memogen.yaml"
        path.write_text(text, encoding="utf-8")
        source = load.case_file(path)
        made, remarks = validate.profil(source)
        return made, [(d.code, d.place.line) for d in validate.diagnostics(remarks, source, {})]

    return profil


def test_names_keep_their_spelling_and_keys_are_folded(profil: Check) -> None:
    made, found = profil(
        KOMMUN
        + "organ:\n  Kommunstyrelsen: {kortnamn: KS, bereder för: KF}\n  Kommunfullmäktige: {kortnamn: KF}\n"
        + "Förvaltningar:\n  Kommunledningskontoret:\n    underskrifter: {namn: Anna Ek, från: 2026-01-01}\n"
        + "rubriker: {Förslag till beslut: 'Förslag till beslut i {organ}'}\n"
        + "tjänsteskrivelse: {ingress: '{organ} föreslås besluta', numrering: vid flera}\n"
        + "beslutsunderlag: {tjänsteskrivelsen: nej}\narkiv: {pdf/ua: ja}\n"
    )
    assert found == []
    assert list(made.organ) == ["Kommunstyrelsen", "Kommunfullmäktige"]
    assert list(made.forvaltningar) == ["Kommunledningskontoret"]
    assert list(made.rubriker) == ["forslag_till_beslut"]
    assert made.tjansteskrivelse.numrering == "vid_flera"
    assert made.arkiv.pdf_ua is True


def test_a_rules_code_may_be_written_with_small_letters(profil: Check) -> None:
    made, found = profil(KOMMUN + "regler: {st04: av}\n")
    assert found == []
    assert made.regler == {"ST04": "av"}


def test_the_head_of_every_table_may_be_reworded(profil: Check) -> None:
    _, found = profil(KOMMUN + "rubriker: {namn: Ledamot, sida: Sidan, kontrollsumma: SHA-256}\n")
    assert found == []


def test_an_organ_may_stand_alone(profil: Check) -> None:
    made, found = profil(KOMMUN + "organ:\n  Nämnden för Lärande:\n")
    assert found == []
    assert list(made.organ) == ["Nämnden för Lärande"]


@pytest.mark.parametrize(("above", "severity"), [("Kommunstyrelsn", "fel"), ("Kommunfullmäktige", "varning")])
def test_an_organ_that_is_not_there_is_an_error_where_another_was_meant(
    tmp_path: Path, above: str, severity: str
) -> None:
    path = tmp_path / "memogen.yaml"
    organs = f"organ:\n  Arbetsutskottet: {{bereder för: {above}}}\n  Kommunstyrelsen:\n"
    path.write_text(KOMMUN + organs, encoding="utf-8")
    source = load.case_file(path)
    _, remarks = validate.profil(source)
    found = validate.diagnostics(remarks, source, {})
    assert [(one.code, one.severity.value) for one in found] == [("PF02", severity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("organ:\n  Kommunstyrelsen: {bereder för: Komunfullmäktige}\n  Kommunfullmäktige:\n", [("PF02", 3)]),
        ("organ:\n  Kommunstyrelsen: {kortnamn: KS}\n  Kultur och samhälle: {kortnamn: ks}\n", [("PF02", 4)]),
        ("organ:\n  Kommunstyrelsen: {platser: tio}\n", [("VA03", 3)]),
        ("organ:\n  Kommunstyrelsen:\n  kommunstyrelsen:\n", "YA03"),
        ("diarienummer: 'KS-{year}-{nr:5}'\n", [("PF04", 2)]),
        ("diarienummer: ['KS-{år}-{nr:5}', 'KS-{år}']\n", [("PF04", 2)]),
        ("tjänsteskrivelse:\n  ingress: '{organet} beslutar'\n", [("PF04", 3)]),
        ("tjänsteskrivelse:\n  ingress: '{organ beslutar'\n", [("PF04", 3)]),
        ("rubriker:\n  yrkanden: 'Yrkanden i {namnd}'\n", [("PF04", 3)]),
        ("beslutsunderlag: {bilaga: 'Bilaga {nummer}'}\n", [("PF04", 2)]),
        ("regler: {XX99: varning}\n", [("PF01", 2)]),
        ("regler: {NY01: av, YA03: fel}\n", [("PF01", 2)]),
        ("regler: {ST04: hög}\n", [("VA02", 2)]),
        ("tjänsteskrivelse: {ingress: nej}\n", [("VA02", 2)]),
        ("protokoll:\n  ingress: {föreslår: Nej}\n", [("VA02", 3)]),
        ("mallar: {tjänsteskrivelsen: a.docx}\n", [("NY01", 2)]),
        ("logotyp: vapen.png\n", [("VA01", 2)]),
        ("tjänsteskrivelse:\n  avsnitt:\n    - {nyckel: ärendet, krävs: kanske}\n", [("VA04", 4)]),
        ("komun: Björkvalla\n", [("NY01", 2)]),
        ("remiss:\n  avsnitt: [text, remisinstanser]\n", [("PF06", 3)]),
        ("remiss:\n  avsnitt:\n    - text\n    - ingress\n", [("PF06", 5)]),
        ("styrdokument: {avsnitt: [bilagor, Bilagor]}\n", [("PF06", 2)]),
        ("tjänsteskrivelse:\n  uppgifter: [datum, handlägare]\n", [("PF06", 3)]),
        ("tjänsteskrivelse:\n  avsnitt:\n    - ärende\n", [("PF06", 4)]),
        ("rubriker:\n  yrkande: Förslag\n", [("PF06", 3)]),
        ("tjänsteskrivelse:\n  avsnitt:\n    - beredning\n    - ärendet: Bakgrund\n", [("VA02", 5)]),
        ("tjänsteskrivelse:\n  avsnitt: {ärendet: ja}\n", [("VA02", 3)]),
        ("partier: S, M, C\n", [("PF07", 2)]),
        ("logotyp: {fil: a.png, alt: Märket, en båt}\n", [("NY01", 2)]),
        ("remiss: {beslutsstil: att}\n", [("NY03", 2)]),
        ("organ:\n  KS: {bereder för: KF}\n  KF: {bereder för: KS}\n", [("PF07", 3), ("PF07", 4)]),
        ("förvaltningar: {K: {underskrifter: {namn: A Ek, från: 2026-01-01, till: 2025-01-01}}}\n", [("PF07", 2)]),
    ],
)
def test_a_fault_in_the_profile_is_told_at_its_line(
    profil: Check, text: str, expected: str | list[tuple[str, int]]
) -> None:
    if isinstance(expected, str):
        with pytest.raises(Rejected) as refused:
            profil(KOMMUN + text)
        assert [d.code for d in refused.value.diagnostics] == [expected]
    else:
        assert profil(KOMMUN + text)[1] == expected


@pytest.mark.parametrize(
    "template", sorted((Path(__file__).parents[3] / "templates").glob("*.docx")), ids=lambda one: one.stem
)
def test_every_document_may_have_a_template_of_the_municipality(profil: Check, template: Path) -> None:
    assert profil(KOMMUN + f"mallar:\n  {template.stem}: mallar/egen.docx\n")[1] == []


def test_a_section_of_the_municipality_s_own_is_no_fault(profil: Check) -> None:
    own = "tjänsteskrivelse:\n  avsnitt: [barnets bästa, synpunkter från byn]\nrubriker: {barnets bästa: Barnen}\n"
    assert profil(KOMMUN + own)[1] == []
