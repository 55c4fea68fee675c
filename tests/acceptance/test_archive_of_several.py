"""Archive copies of files that name each other, and of meetings: what goes where, and what each file says it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests import strange_files
from tests.acceptance.conftest import CASE, PROFILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.acceptance.conftest import Result

MEETING = """\
typ: sammanträde
organ: Kommunstyrelsen
datum: 2026-04-22
tid: 13.00–16.10
plats: Stadshuset
ordförande: Per Lind (S)
sekreterare: Lina Ek
justerare: [Eva Ahl (M)]
ledamöter: [Per Lind (S), Eva Ahl (M), Bo Ek (S), Ulla By (C), Ida Ro (V), Jan Ås (L), Siv Os (S)]
första paragraf: 41
paragrafer:
  - rubrik: Avtal om torget
    diarienummer: KS-2026-00007
    sekretess: {lagrum: 19 kap. 3 § OSL, gäller: affärsförhållanden}
    beslut: [godkänna avtalet]
    bilagor:
      - {titel: Bilaga 7 till avtalet, fil: karta.png}
  - {rubrik: Information om läget, typ: information, text: Läget är gott.}
"""
GUIDELINE = """\
typ: styrdokument
kategori: riktlinje
rubrik: Riktlinje för torget
diarienummer: KS-2026-00123
beslutsfattare: Kommunstyrelsen
dokumentansvarig: Gatuchefen
innehåll: |
  # Torget

  ![En karta över torget](karta.png "Figur 1: Torget")
"""


@pytest.fixture
def cases(place: Path) -> Path:
    folder = place / "cases"
    (folder / "karta.png").write_bytes(strange_files.encoded(strange_files.picture(), "PNG"))
    return folder


def manifest(folder: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return plain


def said(path: Path) -> dict[str, str]:
    """What the PDF's own words of metadata are."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        return {key.rpartition("}")[2]: str(value) for key, value in metadata.items() if "memogen" in key}


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_act_of_a_meeting_is_that_of_its_minutes_and_an_utdrag_tells_its_own_matter(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    (cases / "mote.yaml").write_text(MEETING, encoding="utf-8")
    assert memogen("archive", "cases/mote.yaml").code == 0
    folder = cases.parent / "output" / "arkiv" / "KS-2026-04-22"
    whole = manifest(folder)["metadata"]
    assert whole["handlingstyp"] == "Protokoll"
    assert whole["ärendemening"].startswith("Protokoll från kommunstyrelsen")
    assert whole["sekretess"] == said(folder / "samlad.pdf")["sekretess"] == "19 kap. 3 § OSL"
    for name in ("utdrag/paragraf-41_KS-2026-00007.pdf", "bilagor/paragraf-41-bilaga-1_karta.pdf"):
        facts = said(folder / name)
        assert facts["diarienummer"] == "KS-2026-00007"
        assert facts["arendemening"] == "Avtal om torget"
        assert facts["sekretess"] == "19 kap. 3 § OSL"
    assert not {"diarienummer", "sekretess"} & said(folder / "utdrag" / "paragraf-42.pdf").keys()
    listed = words(folder / "innehall.pdf")
    assert "Protokoll från kommunstyrelsen" in listed
    assert "Kallelse till" not in listed
    row = next(line for line in listed.splitlines() if "Bilaga 7 till avtalet" in line)
    assert not row.startswith("7")


def test_a_meeting_that_is_a_bilaga_is_its_minutes_there_and_has_an_act_of_its_own(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    (cases / "mote.yaml").write_text(MEETING, encoding="utf-8")
    (cases / "utkast.yaml").write_text(CASE.replace("00123", "00124"), encoding="utf-8")
    listed = "bilagor:\n  - {titel: Protokollet, fil: mote.yaml}\n  # - {titel: Utkastet, fil: utkast.yaml}\n"
    (cases / "taxa.yaml").write_text(CASE + listed, encoding="utf-8")
    result = memogen("archive")
    assert result.code == 0
    assert "bilaga 1: bilagans egna bilagor (1 st.) följer inte med i akten" in result.err
    archive = cases.parent / "output" / "arkiv"
    acts = {folder.name for folder in archive.iterdir() if (folder / "manifest.json").is_file()}
    assert acts == {"KS-2026-00123", "KS-2026-00124", "KS-2026-04-22"}
    assert "Avtal om torget" in words(archive / "KS-2026-00123" / "bilagor" / "bilaga-1_mote.pdf")
    assert manifest(archive / "KS-2026-00123")["metadata"]["sekretess"] == "19 kap. 3 § OSL"


def test_the_lists_of_an_act_tell_of_the_bilagor_that_secrecy_keeps_out_of_it(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    drawing = "      - {titel: Ritning, sekretess: {lagrum: 18 kap. 8 § OSL, gäller: larmet}}\n"
    (cases / "mote.yaml").write_text(
        MEETING.replace("    bilagor:\n", f"    bilagor:\n{drawing}")
        + "bilagor:\n  - {titel: Karta, fil: karta.png}\n"
        + drawing[4:],
        encoding="utf-8",
    )
    assert memogen("archive").code == 0
    act = cases.parent / "output" / "arkiv" / "KS-2026-04-22"
    outside = ["bilaga 2, Ritning (18 kap. 8 § OSL)", "§ 41 bilaga 1, Ritning (18 kap. 8 § OSL)"]
    assert manifest(act)["metadata"]["bilagor utanför akten"] == outside
    listed = " ".join(words(act / "innehall.pdf").split())
    assert f"ligger detta inte i akten: {outside[0]}; {outside[1]}." in listed
    assert (act / "bilagor" / "paragraf-41-bilaga-2_karta.pdf").is_file()


def test_what_a_bilaga_shows_and_who_the_archive_belongs_to_are_changes_too(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    (cases / "O\u0308ppen riktlinje.yaml").write_text(GUIDELINE, encoding="utf-8")
    listed = "bilagor:\n  - {titel: Riktlinje för torget, fil: O\u0308ppen riktlinje.yaml}\n"
    (cases / "taxa.yaml").write_text(CASE + listed, encoding="utf-8")
    archive = cases.parent / "output" / "arkiv"
    assert memogen("archive").code == memogen("archive").code == 0
    assert not (archive / "KS-2026-00123-v2").exists()
    assert (archive / "KS-2026-00123" / "bilagor" / "bilaga-1_öppen-riktlinje.pdf").is_file()
    (cases / "karta.png").write_bytes(strange_files.encoded(strange_files.picture((300, 300)), "PNG"))
    assert memogen("archive").code == 0
    assert manifest(archive / "KS-2026-00123-v2")["version"] == 2
    (cases.parent / "memogen.yaml").write_text(f"{PROFILE}organisationsnummer: 000000-0000\n", encoding="utf-8")
    assert memogen("archive").code == 0
    assert said(archive / "KS-2026-00123-v3" / "tjansteskrivelse.pdf")["organisationsnummer"] == "000000-0000"


def test_a_file_with_the_diarienummer_of_one_that_is_filed_is_no_new_version_of_it(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    archive = cases.parent / "output" / "arkiv"

    def filed(folder: str) -> tuple[str, int]:
        plain = manifest(archive / folder)
        return next(entry["källa"] for entry in plain["filer"] if entry["roll"] == "huvuddokument"), plain["version"]

    assert memogen("archive").code == 0
    (cases / "bakgrund.yaml").write_text(CASE.replace("Taxa för", "Bakgrund till"), encoding="utf-8")
    assert memogen("archive").code == 0
    assert filed("KS-2026-00123") == ("taxa.yaml", 1)
    assert filed("KS-2026-00123_bakgrund") == ("bakgrund.yaml", 1)
    (cases / "taxa.yaml").unlink()
    assert memogen("archive").code == 0
    later = CASE.replace("Taxa för", "Mera bakgrund till")
    (cases / "bakgrund.yaml").write_text(later, encoding="utf-8")
    assert memogen("archive").code == 0
    assert filed("KS-2026-00123_bakgrund-v2") == ("bakgrund.yaml", 2)
    assert not (archive / "KS-2026-00123-v2").exists()
    assert memogen("verify").code == 0


def test_a_file_that_has_got_a_new_name_is_the_next_version_of_what_it_was(
    cases: Path, memogen: Callable[..., Result]
) -> None:
    assert memogen("archive").code == 0
    (cases / "taxa.yaml").rename(cases / "taxan.yaml")
    assert memogen("archive").code == 0
    archive = cases.parent / "output" / "arkiv"
    assert manifest(archive / "KS-2026-00123-v2")["ersätter"]["mapp"] == "KS-2026-00123"


def test_a_file_that_is_not_what_its_name_says_is_told_to_be_so(cases: Path, memogen: Callable[..., Result]) -> None:
    (cases / "tom.pdf").write_bytes(b"")
    (cases / "sida.pdf").write_bytes(b"<html>Hej</html>")
    (cases / "kalkyl.ods").write_bytes(b"kalkyl")
    listed = "bilagor:\n" + "".join(f"  - {{titel: {name}, fil: {name}}}\n" for name in ("tom.pdf", "sida.pdf"))
    (cases / "taxa.yaml").write_text(f"{CASE}{listed}  - {{titel: Kalkyl, fil: kalkyl.ods}}\n", encoding="utf-8")
    result = memogen("archive")
    assert result.code == 1
    assert 'bilaga 1: filen "tom.pdf" är tom (0 byte)' in result.err
    assert 'bilaga 2: "sida.pdf" är inte en sådan fil som namnet säger' in result.err
    assert 'bilaga 3: "kalkyl.ods" är av ett slag som inte går att arkivera' in result.err


def test_a_letter_keeps_the_date_that_it_was_saved_with(cases: Path, memogen: Callable[..., Result]) -> None:
    letter = Document()
    date = '<w:fldSimple {} w:instr=" DATE "><w:r><w:t>12 mars 2024</w:t></w:r></w:fldSimple>'
    letter.add_paragraph("Sänt den ")._p.append(parse_xml(date.format(nsdecls("w"))))
    letter.save(str(cases / "brev.docx"))
    listed = "bilagor:\n  - {titel: Brev från en granne, fil: brev.docx}\n"
    (cases / "taxa.yaml").write_text(CASE + listed, encoding="utf-8")
    assert memogen("archive").code == 0
    folder = cases.parent / "output" / "arkiv" / "KS-2026-00123" / "bilagor"
    assert "Sänt den 12 mars 2024" in words(folder / "bilaga-1_brev.pdf")
    assert (folder / "original" / "bilaga-1_brev.docx").read_bytes() == (cases / "brev.docx").read_bytes()
