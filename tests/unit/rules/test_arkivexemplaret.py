"""What an archive copy demands beyond a check: AR03, AR04 and AR08."""

from __future__ import annotations

import pytest

from memogen import rules
from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.model.profil import Profil
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context
from memogen.workspace import FileStatus

PROFIL = Profil.model_validate({"kommun": "Björkvalla kommun", "organisationsnummer": "212000-0000"})
WHOLE = {
    "rubrik": "Taxa för båtplatser",
    "datum": "2026-03-12",
    "diarienummer": "KS-2026-00123",
    "handlaggare": "Anna Ek",
    "mottagare": "Kommunstyrelsen",
    "bilagor": [{"titel": "Taxa", "fil": "taxa.pdf"}],
}


def status(reference: str) -> FileStatus:
    return FileStatus.MISSING if "saknas" in reference else FileStatus.FOUND


def remarks(profil: Profil = PROFIL, **other: object) -> list[tuple[str, str, Severity | None]]:
    document = Arende.model_validate(WHOLE | other)
    found = rules.remarks_for_archive(document, Context(profil, "fall", status))
    return [(one.code, one.message, one.severity) for one in found]


def test_a_whole_case_lacks_nothing() -> None:
    assert remarks() == []


def test_what_an_archivist_searches_by_is_asked_for() -> None:
    found = remarks(Profil.model_validate({"kommun": "Björkvalla kommun"}), diarienummer=None, handlaggare=None)
    assert [message for _, message, _ in found] == [
        "arkivbildarens uppgifter är inte hela: profilen saknar organisationsnummer",
        "diarienummer saknas, och arkivexemplaret kan inte sökas efter det",
        "handläggare saknas, och arkivexemplaret kan inte sökas efter det",
    ]
    assert {code for code, *_ in found} == {"AR03"}


@pytest.mark.parametrize(
    ("bilaga", "message"),
    [
        ({"titel": "Taxa"}, 'bilaga 1, "Taxa", saknar fil och kan inte arkiveras'),
        (
            {"titel": "Taxa", "fil": "saknas.pdf"},
            'bilaga 1 kan inte arkiveras: filen "saknas.pdf" finns inte i arbetsytan',
        ),
    ],
)
def test_a_bilaga_without_a_file_is_an_error(bilaga: dict[str, str], message: str) -> None:
    assert remarks(bilagor=[bilaga]) == [("AR08", message, None)]


def test_a_secret_bilaga_may_be_kept_elsewhere() -> None:
    found = remarks(bilagor=[{"titel": "Avtal", "sekretess": "19 kap. 9 § OSL"}])
    assert [(code, severity) for code, _, severity in found] == [("AR08", Severity.WARNING)]


def test_the_bilagor_of_a_meetings_paragraphs_are_asked_for_too() -> None:
    meeting = Sammantrade.model_validate(
        {
            "typ": "sammantrade",
            "organ": "Kommunstyrelsen",
            "datum": "2026-04-22",
            "ordforande": "Anna Ek",
            "sekreterare": "Bo Lind",
            "paragrafer": [{"rubrik": "Taxa", "bilagor": ["Yttrande"]}],
        }
    )
    found = list(rules.remarks_for_archive(meeting, Context(PROFIL, "fall", status)))
    assert [(one.code, one.path) for one in found] == [("AR08", ("paragrafer", 0, "bilagor", 0))]


def test_what_was_meant_to_be_filled_in_hinders_once() -> None:
    found = list(rules.placeholders(["Datum: ÅÅÅÅ-MM-DD", "Beslutad ÅÅÅÅ-MM-DD", "Bidrag på XX kronor"]))
    assert [(one.code, one.message) for one in found] == [
        ("AR04", 'platshållaren "ÅÅÅÅ-MM-DD" är kvar i dokumentet'),
        ("AR04", 'platshållaren "XX" är kvar i dokumentet'),
    ]
    assert {one.severity for one in found} == {None}


def test_the_ellipsis_of_a_quotation_hinders_nothing() -> None:
    found = list(rules.placeholders(["”Kommunen ska […] svara för hamnen”", "2026-03-12"]))
    assert [one.severity for one in found] == [Severity.WARNING]
