"""Somebody saves a file while its act is made: what is filed is what was checked, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen import convert
from memogen.render import text
from tests import strange_files
from tests.acceptance.conftest import CASE, PROFILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.acceptance.conftest import Result


@pytest.mark.parametrize("changed", ["taxa.yaml", "taxa.pdf"])
def test_a_file_that_is_saved_while_its_act_is_made_is_told_and_nothing_is_filed(
    place: Path, memogen: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    (place / "memogen.yaml").write_text(PROFILE + "organisationsnummer: 000000-0000\n", encoding="utf-8")
    (place / "cases" / "taxa.yaml").write_text(CASE + "bilagor: [{titel: Taxan, fil: taxa.pdf}]\n", encoding="utf-8")
    (place / "cases" / "taxa.pdf").write_bytes(strange_files.saved(strange_files.plain()))
    prints = convert.Office.pdf

    def saved_meanwhile(office: convert.Office, docx: bytes, name: str, *, archive: bool = False) -> bytes:
        path = place / "cases" / changed
        path.write_bytes(path.read_bytes() + b"# senare\n")
        return prints(office, docx, name, archive=archive)

    with monkeypatch.context() as patch:
        patch.setattr(convert.Office, "pdf", saved_meanwhile)
        hindered = memogen("archive")
    assert hindered.code == 4
    assert f'"cases/{changed}" ändrades medan arkivexemplaret gjordes' in hindered.err
    assert not (place / "output" / "arkiv" / "KS-2026-00123").exists()
    assert memogen("archive").code == 0


def test_a_case_that_is_saved_while_it_is_printed_is_made_again_by_the_next_run(
    place: Path, memogen: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = place / "cases" / "taxa.yaml"
    prints = convert.Office.pdf

    def saved_meanwhile(office: convert.Office, docx: bytes, name: str, *, archive: bool = False) -> bytes:
        case.write_bytes(case.read_bytes().replace(b"sedan 2019", b"sedan 2018"))
        return prints(office, docx, name, archive=archive)

    with monkeypatch.context() as patch:
        patch.setattr(convert.Office, "pdf", saved_meanwhile)
        memogen("render", "--pdf")
    again = memogen("render", "--pdf")
    assert again.err.splitlines()[-1] == "2 dokument gjordes."
    said = "\n".join(text((place / "output/KS-2026-00123/tjansteskrivelse.docx").read_bytes()))
    assert "sedan 2018" in said
    assert memogen("render", "--pdf").err.splitlines()[-1] == "0 dokument gjordes, 1 fil var oförändrad."
