"""Archive copies from outside: what is filed, what is refused, and what a verification finds."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml import OxmlElement

from memogen.cli import run
from tests import strange_files
from tests.acceptance.conftest import CASE, PROFILE
from tests.judge import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.acceptance.conftest import Result

WHOLE_PROFILE = PROFILE + "organisationsnummer: 000000-0000\n"
GUIDELINE = """\
typ: styrdokument
kategori: riktlinje
rubrik: Riktlinje för uteserveringar
diarienummer: KS-2026-00123
beslutsfattare: Kommunstyrelsen
dokumentansvarig: Gatuchefen
innehåll: |
  # Syfte

  Riktlinjen gör staden levande.
"""
ENCLOSED = """\
bilagor:
  - {titel: Taxan i sin helhet, fil: bilagor/taxa.pdf}
  - {titel: Synpunkter från krögarna, fil: bilagor/synpunkter.docx}
  - {titel: Karta över torget, fil: bilagor/karta.png}
  - {titel: Riktlinje för uteserveringar, fil: bilagor/riktlinje.yaml}
"""


OFFICE_WITH_PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def word(text: str) -> bytes:
    document = Document()
    document.add_heading(text, 1)
    document.add_paragraph("Krögarna vill ha längre öppettider & fler bord.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Krog"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tracked() -> bytes:
    document = Document(io.BytesIO(word("Ändrad")))
    document.paragraphs[-1]._p.append(OxmlElement("w:ins"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workspace(folder: Path, bilagor: dict[str, bytes], listed: str, profile: str = WHOLE_PROFILE) -> Path:
    """A workspace whose one case encloses the bilagor."""
    (folder / "cases" / "bilagor").mkdir(parents=True)
    (folder / "memogen.yaml").write_text(profile, encoding="utf-8")
    (folder / "cases" / "taxa.yaml").write_text(CASE + listed, encoding="utf-8")
    for name, data in bilagor.items():
        (folder / "cases" / "bilagor" / name).write_bytes(data)
    return folder


@dataclass(frozen=True)
class Archived:
    """A case that was filed, and its manifest."""

    place: Path
    folder: Path
    out: str

    @property
    def manifest(self) -> dict[str, Any]:
        plain: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        return plain

    def pdf(self, name: str) -> pikepdf.Pdf:
        return pikepdf.open(self.folder / name)


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    bilagor = {
        "taxa.pdf": strange_files.saved(strange_files.plain()),
        "synpunkter.docx": word("Synpunkter"),
        "karta.png": strange_files.encoded(strange_files.picture(), "PNG"),
        "riktlinje.yaml": GUIDELINE.encode(),
    }
    place = workspace(tmp_path_factory.mktemp("arkiv"), bilagor, ENCLOSED)
    command = [sys.executable, "-m", "memogen", "archive", "--report", "rapport.json"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Archived(place, place / "output" / "arkiv" / "KS-2026-00123", done.stdout)


def test_an_act_holds_the_document_the_sources_the_bilagor_and_the_lists(archived: Archived) -> None:
    names = {str(path.relative_to(archived.folder)) for path in archived.folder.rglob("*") if path.is_file()}
    assert names == {
        "tjansteskrivelse.pdf",
        "tjansteskrivelse.docx",
        "taxa.yaml",
        "bilagor/bilaga-1_taxa.pdf",
        "bilagor/original/bilaga-1_taxa.pdf",
        "bilagor/bilaga-2_synpunkter.pdf",
        "bilagor/original/bilaga-2_synpunkter.docx",
        "bilagor/bilaga-3_karta.pdf",
        "bilagor/original/bilaga-3_karta.png",
        "bilagor/bilaga-4_riktlinje.pdf",
        "bilagor/original/bilaga-4_riktlinje.yaml",
        "samlad.pdf",
        "innehall.docx",
        "innehall.pdf",
        "manifest.json",
    }
    printed = {archived.place / line for line in archived.out.splitlines()}
    assert printed == {archived.folder / name for name in names}


def test_verapdf_agrees_with_the_level_of_every_file(archived: Archived) -> None:
    claimed = {entry["fil"]: entry for entry in archived.manifest["filer"] if entry["nivå"]}
    assert claimed["tjansteskrivelse.pdf"]["nivå"] == "PDF/A-2a"
    assert claimed["tjansteskrivelse.pdf"]["ua"] is True
    assert len(claimed) == 7
    for flavour in ("2a", "2u", "2b", "ua1"):
        asked = {
            name: (archived.folder / name).read_bytes()
            for name, entry in claimed.items()
            if (flavour == "ua1" and entry["ua"]) or entry["nivå"].endswith(flavour)
        }
        assert {key: clauses for key, clauses in judge(asked, (flavour,)).items() if clauses} == {}


def test_the_joined_act_has_every_part_in_order_with_stamps_bookmarks_and_links(archived: Archived) -> None:
    path = archived.folder / "samlad.pdf"
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    bookmarks = [mark.get_title() for mark in document.get_toc(max_depth=1)]
    document.close()
    stamped = [next((n for n in range(1, 5) if f"Bilaga {n}" in text.splitlines()), 0) for text in texts]
    assert [n for n in stamped if n] == [1, 2, 3, 4]
    assert [title.split(",")[0] for title in bookmarks][-4:] == ["Bilaga 1", "Bilaga 2", "Bilaga 3", "Bilaga 4"]
    with pikepdf.open(path) as joined:
        assert joined.Root.Lang == "sv-SE"
        assert "/PageLabels" in joined.Root
        targets = [str(note.Contents) for note in joined.pages[0].get("/Annots", [])]
    assert any(target.startswith("Till bilaga 1") for target in targets)


def test_metadata_names_the_matter_and_nobody_who_made_a_template(archived: Archived) -> None:
    with archived.pdf("tjansteskrivelse.pdf") as pdf, pdf.open_metadata() as metadata:
        said = str(metadata)
        information = {str(key): str(value) for key, value in pdf.docinfo.items()}
    for fact in ("KS-2026-00123", "Taxa för uteserveringar 2027", "Anna Ek", "Björkvalla kommun", "2026-03-12"):
        assert fact in said
    assert information["/Title"] == "Taxa för uteserveringar 2027"
    assert "python-docx" not in said + str(information)


def test_the_report_tells_what_was_filed(archived: Archived) -> None:
    report = json.loads((archived.place / "rapport.json").read_text(encoding="utf-8"))
    (item,) = report["items"]
    assert item["status"] == "written"
    assert len(item["outputs"]) == 15


def test_a_second_run_files_nothing_and_a_changed_case_becomes_the_next_version(
    archived: Archived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result]
) -> None:
    place = tmp_path / "kopia"
    shutil.copytree(archived.place, place)
    monkeypatch.chdir(place)
    filed = place / "output" / "arkiv" / "KS-2026-00123"
    before = {path: path.read_bytes() for path in filed.rglob("*") if path.is_file()}
    again = memogen("archive")
    assert again.code == 0
    assert sorted(again.out.splitlines()) == sorted(archived.out.splitlines())
    assert not (place / "output" / "arkiv" / "KS-2026-00123-v2").exists()
    case = place / "cases" / "taxa.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("40 000 kr", "50 000 kr"), encoding="utf-8")
    assert memogen("archive", "cases/taxa.yaml").code == 0
    manifest = json.loads((filed.with_name("KS-2026-00123-v2") / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == 2
    assert manifest["ersätter"]["mapp"] == "KS-2026-00123"
    assert {path: path.read_bytes() for path in before} == before
    assert memogen("verify").code == 0


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: _flip(folder / "tjansteskrivelse.pdf"), "VE02"),
        (lambda folder: _flip(folder / "bilagor" / "original" / "bilaga-3_karta.png"), "VE02"),
        (lambda folder: (folder / "innehall.docx").unlink(), "VE01"),
        (lambda folder: (folder / "ny.pdf").write_bytes(b"ny"), "VE03"),
        (lambda folder: (folder / "samlad.pdf").rename(folder / "akt.pdf"), "VE04"),
        (lambda folder: _flip(folder / "manifest.json"), "VE0"),
        (shutil.rmtree, "VE08"),
    ],
    ids=["bit of a PDF", "bit of an original", "missing", "added", "renamed", "bit of the manifest", "taken away"],
)
def test_a_verification_finds_what_has_happened_to_an_archive(
    spoil: Callable[[Path], object],
    code: str,
    archived: Archived,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    memogen: Callable[..., Result],
) -> None:
    shutil.copytree(archived.place / "output", tmp_path / "output")
    (tmp_path / "memogen.yaml").write_text(WHOLE_PROFILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert memogen("verify").code == 0
    spoil(tmp_path / "output" / "arkiv" / "KS-2026-00123")
    result = memogen("verify", "--format", "concise")
    assert result.code == 1
    assert code in result.out


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


FAULTY = {
    "last.pdf": (strange_files.locked, "AR05"),
    "skyddad.pdf": (strange_files.protected, "AR05"),
    "skript.pdf": (strange_files.scripted, "AR05"),
    "formular.pdf": (lambda: strange_files.form(script=True), "AR05"),
    "xfa.pdf": (lambda: strange_files.form(xfa=True), "AR05"),
    "avkortad.pdf": (lambda: strange_files.saved(strange_files.plain())[:700], "AR05"),
    "tom.pdf": (lambda: b"", "AR05"),
    "bomb.pdf": (strange_files.bomb, "AR05"),
    "bomb.docx": (strange_files.word_bomb, "AR05"),
    "andringar.docx": (tracked, "AR10"),
    "lösen.docx": (lambda: OFFICE_WITH_PASSWORD, "AR05"),
    "skrap.png": (lambda: b"\x89PNG\r\n\x1a\nskrap", "AR05"),
    "program.exe": (lambda: b"MZ\x90\x00", "AR05"),
    "fel.yaml": (lambda: b"typ: styrdokument\nrubrik: Utan allt annat\n", "AR05"),
}


def test_every_bilaga_that_cannot_be_archived_is_told_at_its_place_and_nothing_is_filed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result]
) -> None:
    listed = "bilagor:\n" + "".join(f"  - {{titel: Bilaga {name}, fil: bilagor/{name}}}\n" for name in FAULTY)
    listed += "  - {titel: Ingenting}\n  - {titel: Borta, fil: bilagor/borta.pdf}\n"
    place = workspace(tmp_path / "trasigt", {name: made() for name, (made, _) in FAULTY.items()}, listed)
    monkeypatch.chdir(place)
    result = memogen("archive", "--report", "rapport.json")
    assert result.code == 1
    assert result.out == ""
    report = json.loads((place / "rapport.json").read_text(encoding="utf-8"))
    assert '"lösen.docx" är skyddad med lösenord' in result.err
    told = {(d["code"], d["line"]) for d in report["items"][0]["diagnostics"] if d["severity"] == "fel"}
    first = CASE.count("\n") + 2
    wanted = {(code, first + number) for number, (_, code) in enumerate(FAULTY.values())}
    assert told >= wanted | {("AR08", first + len(FAULTY)), ("AR08", first + len(FAULTY) + 1)}
    archive = place / "output" / "arkiv"
    assert not archive.exists() or not any(path.is_dir() and path.name != ".halvfardigt" for path in archive.iterdir())


def test_what_a_word_bilaga_lacks_is_said_of_the_word_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result]
) -> None:
    document = Document()
    document.add_heading("Först på nivå tre", 3)
    document.add_picture(io.BytesIO(strange_files.encoded(strange_files.picture((60, 40)), "PNG")))
    stream = io.BytesIO()
    document.save(stream)
    listed = "bilagor:\n  - {titel: Kartan, fil: bilagor/kartan.docx}\n"
    monkeypatch.chdir(workspace(tmp_path / "word", {"kartan.docx": stream.getvalue()}, listed))
    result = memogen("archive")
    assert result.code == 0
    assert "en alternativtext för bilden i Word-filen" in result.err
    assert "hoppa inte över någon nivå i Word-filen" in result.err


def test_a_placeholder_an_error_and_a_hand_made_change_are_told(place: Path, memogen: Callable[..., Result]) -> None:
    (place / "cases" / "riktlinje.yaml").write_text(GUIDELINE, encoding="utf-8")
    faulty = CASE.replace("KS-2026-00123", "KS-2026-00999").replace("  - anta", "  - anta bilaga 7 och")
    (place / "cases" / "fel.yaml").write_text(faulty, encoding="utf-8")
    assert memogen("render", "cases/taxa.yaml").code == 0
    with (place / "output" / "KS-2026-00123" / "tjansteskrivelse.docx").open("ab") as stream:
        stream.write(b" ")
    result = memogen("archive")
    assert result.code == 1
    for code in ("AR04", "BE09", "AR09"):
        assert code in result.err
    filed = [path.name for path in (place / "output" / "arkiv").iterdir() if (path / "manifest.json").exists()]
    assert filed == ["KS-2026-00123"]


@pytest.mark.parametrize(
    ("arkiv", "flavours"),
    [
        ("{nivå: PDF/A-2u, pdf/ua: nej}", ("2u",)),
        ("{nivå: 3u}", ("3u", "ua1")),
        ("{inbäddad: ja}", ("3a", "ua1")),
    ],
)
def test_the_profile_chooses_the_level(
    arkiv: str, flavours: tuple[str, ...], place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "memogen.yaml").write_text(f"{PROFILE}arkiv: {arkiv}\n", encoding="utf-8")
    assert memogen("archive").code == 0
    folder = place / "output" / "arkiv" / "KS-2026-00123"
    pdf = (folder / "tjansteskrivelse.pdf").read_bytes()
    assert not any(judge({"a": pdf}, flavours).values())
    entry = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["filer"][0]
    assert entry["nivå"] == f"PDF/A-{flavours[0]}"
    assert entry["ua"] is ("ua1" in flavours)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        inside = {name: file.get_file().read_bytes() for name, file in document.attachments.items()}
    wanted = {"taxa.yaml": CASE.encode()} if "inbäddad" in arkiv else {}
    assert inside == wanted


def test_a_source_is_embedded_in_part_3_only(place: Path, memogen: Callable[..., Result]) -> None:
    (place / "memogen.yaml").write_text(f"{PROFILE}arkiv: {{nivå: PDF/A-2a, inbäddad: ja}}\n", encoding="utf-8")
    result = memogen("archive")
    assert result.code == 1
    assert "PF05" in result.err


VERAPDF = """\
#!/bin/sh
# Stands where veraPDF's own program would, and says of every file what the environment tells it to.
flavour=$4
shift 4
for file; do echo "$VERDICT $file $flavour"; done
"""


@pytest.mark.parametrize(("verdict", "code"), [("PASS", 0), ("FAIL", 1)])
def test_the_users_own_verapdf_is_asked_about_every_copy(
    verdict: str,
    code: int,
    place: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    memogen: Callable[..., Result],
) -> None:
    programs = tmp_path_factory.mktemp("program")
    (programs / "verapdf").write_text(VERAPDF, encoding="utf-8")
    (programs / "verapdf").chmod(0o755)
    (place / "memogen.yaml").write_text(f"{PROFILE}arkiv: {{verapdf: ja}}\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    monkeypatch.setenv("VERDICT", verdict)
    result = memogen("archive")
    assert result.code == code
    assert (place / "output" / "arkiv" / "KS-2026-00123").exists() is (verdict == "PASS")
    assert ("veraPDF godkänner inte" in result.err) is (verdict == "FAIL")


def test_a_profile_that_wants_verapdf_on_a_machine_without_it_is_told_so(
    place: Path, monkeypatch: pytest.MonkeyPatch, memogen: Callable[..., Result]
) -> None:
    (place / "memogen.yaml").write_text(f"{PROFILE}arkiv: {{verapdf: ja}}\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "/nowhere")
    result = memogen("archive")
    assert result.code == 3
    assert "veraPDF finns inte" in result.err


@pytest.fixture
def many(place: Path) -> Iterator[Path]:
    """A workspace with many cases."""
    for number in range(1001, 1020):
        case = CASE.replace("KS-2026-00123", f"KS-2026-0{number}")
        (place / "cases" / f"{number}.yaml").write_text(case, encoding="utf-8")
    return place


def test_a_run_that_is_killed_leaves_an_archive_that_verifies_and_that_the_next_run_completes(
    many: Path, memogen: Callable[..., Result]
) -> None:
    archive = many / "output" / "arkiv"
    command = [sys.executable, "-m", "memogen", "archive", "--jobs", "2"]
    with subprocess.Popen(command, cwd=many, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as killed:
        patience = time.monotonic() + 60
        while len(list(archive.glob("KS-*"))) < 6 and time.monotonic() < patience:
            time.sleep(0.01)
        os.kill(killed.pid, signal.SIGKILL)
    assert 0 < len(list(archive.glob("KS-*"))) < 20
    assert run(["verify"]) == 0
    assert memogen("archive").code == 0
    assert len(list(archive.glob("KS-*"))) == 20
    result = memogen("verify")
    assert result.code == 0
    assert "20 akter är hela och oförändrade" in result.err


@pytest.mark.parametrize("folder", ["output", "borta"])
def test_where_there_is_no_archive_a_verification_says_so(
    folder: str, place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "output").mkdir()
    result = memogen("verify", str(place / folder))
    assert result.code == 2
    assert "det finns inget arkiv" in result.err


def test_an_act_without_its_manifest_is_known_by_the_archive_that_it_lies_in(
    archived: Archived, tmp_path: Path, memogen: Callable[..., Result]
) -> None:
    archive = tmp_path / "arkiv"
    shutil.copytree(archived.folder.parent, archive)
    (archive / archived.folder.name / "manifest.json").unlink()
    result = memogen("verify", "--format", "concise", str(archive / archived.folder.name))
    assert result.code == 1
    assert "VE05" in result.out
    assert memogen("verify", str(archive / ".halvfardigt")).code == 2
