from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen import load, validate
from memogen.diagnostics import FieldPath, Remark
from memogen.model.profil import DokumentVal, Profil
from memogen.model.sammantrade import Sammantrade

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.artifacts import CaseFile

MEETING = """\
typ: sammanträde
organ: KS
datum: 2026-04-08
tid: 13:00–16.10
ajournering: 14.05-14.20
ordförande: Erik Alm (S)
ledamöter:
  - Erik Alm (S)
  - {namn: Maria Berg (S), paragrafer: [45–46, 48]}
tjänstgörande ersättare: {namn: Olle Ström (C), för: Maria Berg (S), paragrafer: 47}
paragrafer:
  - ärende: KS-2026-00123
    beslutsgång: Ordföranden finner att kommunstyrelsen bifaller förslaget.
    Dagens sammanträde: Kommundirektören föredrar ärendet.
  - rubrik: Taxa för båtplatser
    beslut: [anta taxan, upphäva den gamla]
    reservationer: [Anna Ek (M), Bo Lind (M)]
    omröstningar:
      - ja: [Erik Alm (S)]
        nej: {röster: [Anna Ek (M), Bo Lind (M)]}
"""


def read(tmp_path: Path, text: str = MEETING) -> tuple[CaseFile, validate.Validated]:
    path = tmp_path / "meeting.yaml"
    path.write_text(text, encoding="utf-8")
    source = load.case_file(path)
    own = DokumentVal(avsnitt=["beslut", "Dagens sammanträde", "omröstning"])
    return source, validate.document(source, Profil(kommun="Björkvalla kommun", protokoll=own))


def test_a_meeting_is_read_with_short_forms_and_sections_in_its_paragraphs(tmp_path: Path) -> None:
    _, validated = read(tmp_path)
    assert validated.remarks == ()
    meeting = validated.document
    assert isinstance(meeting, Sammantrade)
    assert meeting.tid is not None
    assert meeting.tid.text == "13.00–16.10"
    assert meeting.ledamoter[1].paragrafer == (45, 46, 48)
    assert meeting.tjanstgorande_ersattare[0].for_ is not None
    assert meeting.tjanstgorande_ersattare[0].for_.med_parti == "Maria Berg (S)"
    assert set(meeting.paragrafer[0].avsnitt) == {"beslutsgang", "dagens_sammantrade"}
    assert [punkt.text for punkt in meeting.paragrafer[1].beslut[0].att] == ["anta taxan", "upphäva den gamla"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("paragrafer", 0, "beslutsgang"), (13, 18)),
        (("paragrafer", 1, "beslut", 0, "att", 1, "text"), (16, 26)),
        (("paragrafer", 1, "reservationer", 1, "av", 0, "namn"), (17, 34)),
        (("paragrafer", 1, "omrostningar", 0, "ja", "roster", 0, "namn"), (19, 14)),
        (("paragrafer", 1, "omrostningar", 0, "nej", "roster", 1), (20, 37)),
        (("ajournering", 0, "till"), (5, 14)),
        (("tjanstgorande_ersattare", 0, "for", "namn"), (10, 54)),
        (("ledamoter", 1, "paragrafer"), (9, 40)),
    ],
)
def test_a_remark_finds_its_place_in_short_forms(tmp_path: Path, path: FieldPath, place: tuple[int, int]) -> None:
    source, _ = read(tmp_path)
    [found] = validate.diagnostics([Remark("PR04", path, "fel")], source, {})
    assert (found.place.line, found.place.column) == place


def test_one_paragraph_may_stand_without_a_list(tmp_path: Path) -> None:
    text = "typ: sammanträde\norgan: KS\ndatum: 2026-04-08\nparagrafer: {rubrik: Taxa, text: Bra., besslut: anta den}\n"
    source, validated = read(tmp_path, text)
    assert isinstance(validated.document, Sammantrade)
    assert validated.document.paragrafer[0].avsnitt == {"text": "Bra."}
    [found] = validate.diagnostics(validated.remarks, source, {})
    assert (found.code, found.place.line, found.place.column) == ("NY01", 4, 40)
    assert found.help == 'menade du "beslut"?'


def test_a_misspelt_section_of_a_paragraph_is_read_as_the_one_that_was_meant(tmp_path: Path) -> None:
    _, validated = read(tmp_path, MEETING.replace("beslutsgång:", "beslutsgong:"))
    assert isinstance(validated.document, Sammantrade)
    assert "beslutsgang" in validated.document.paragrafer[0].avsnitt


@pytest.mark.parametrize(
    ("tid", "messages"),
    [
        ("16.00–13.00", ["sluttiden 13.00 ligger före starttiden 16.00"]),
        ("18.00–00.30", []),
        ("9.00-12.00", []),
    ],
)
def test_a_meeting_ends_after_it_began_though_it_may_be_past_midnight(
    tmp_path: Path, tid: str, messages: list[str]
) -> None:
    source, validated = read(tmp_path, f"typ: sammanträde\norgan: KS\ndatum: 2026-04-08\ntid: {tid}\nparagrafer: []\n")
    found = validate.diagnostics(validated.remarks, source, {})
    assert [(one.code, one.message, one.place.line) for one in found] == [("VA07", text, 4) for text in messages]
