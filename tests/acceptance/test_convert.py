"""Word documents become PDF in a real LibreOffice, whatever happens to it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import docx
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from memogen import archive, convert, render
from memogen.errors import ToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document

pytestmark = pytest.mark.office

TOOLS = Path(__file__).parents[1] / "resources" / "tools"


class Answer(Protocol):
    """What the command answered."""

    code: int
    err: str


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """A word in the environment of every process that the test starts from now on."""
    word = uuid.uuid4().hex
    monkeypatch.setenv("TEST_MARK", word)
    return word


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files of this test; its name is short, as that of a socket has to be."""
    with tempfile.TemporaryDirectory(prefix="t") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture(scope="module")
def office() -> Iterator[convert.Office]:
    with convert.Office() as shared:
        yield shared


def living(mark: str, name: str = "") -> list[int]:
    """The marked processes whose command line has ``name``; the test itself is not one of them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes() and name in (folder / "cmdline").read_text():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def sockets(mark: str) -> set[Path]:
    """The sockets that the marked processes listen at."""
    held = {str(link.readlink()) for number in living(mark) for link in Path(f"/proc/{number}/fd").iterdir()}
    listed = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()]
    return {Path(line[7]) for line in listed if len(line) > 7 and f"socket:[{line[6]}]" in held}


def gone(mark: str) -> bool:
    """Whether all marked processes end within ten seconds."""
    deadline = time.monotonic() + 10
    while living(mark) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not living(mark)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word file."""
    path = tmp_path / "hel.docx"
    path.write_bytes(saved(document("Hej")))
    return path


def document(*paragraphs: str) -> Document:
    made = docx.Document()
    made.core_properties.title = "Taxa för uteserveringar"
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def saved(made: Document) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def picture() -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(data, "PNG")
    data.seek(0)
    return data


def text(pdf: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def codes(word: bytes, pdf: bytes) -> list[str]:
    printed = render.printed(word)
    return [remark.code for remark in archive.pdf_remarks(pdf, printed.paragraphs, printed.images)]


def test_a_document_with_a_comment_and_an_image_is_printed_without_the_comment(office: convert.Office) -> None:
    made = document("Attityd till fiffig taxa: 100\u00a0000 kr")
    made.add_comment(made.paragraphs[0].runs, text="Stämmer beloppet?", author="Anna Ek")
    made.add_picture(picture())
    word = saved(made)
    pdf = office.pdf(word, "taxa.docx")
    assert codes(word, pdf) == []
    assert "Stämmer" not in text(pdf)


def test_the_pdf_is_tagged_with_bookmarks_title_and_language_and_does_not_claim_to_be_an_archive_copy(
    office: convert.Office,
) -> None:
    made = document()
    made.add_heading("Ärendet", 1)
    reader = PdfReader(io.BytesIO(office.pdf(saved(made), "taxa.docx")))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Ärendet"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Taxa för uteserveringar"
    assert reader.xmp_metadata is None or b"pdfaid" not in reader.xmp_metadata.stream.get_data()


@pytest.mark.parametrize("sign", ["漢字", "\U0001f3db"])
def test_a_sign_that_no_font_has_is_found_missing(sign: str, office: convert.Office) -> None:
    word = saved(document(f"Vänorten {sign} svarar"))
    printed = render.printed(word)
    remarks = list(archive.pdf_remarks(office.pdf(word, "taxa.docx"), printed.paragraphs, 0))
    assert [(remark.code, remark.message) for remark in remarks] == [
        ("PD01", f'texten "{sign}" saknas i PDF-filen'),
    ]


def test_an_image_that_libreoffice_cannot_read_is_found_missing(office: convert.Office) -> None:
    made = document("Bild")
    made.add_picture(picture())
    (image,) = (part for part in made.part.package.iter_parts() if str(part.partname).endswith(".png"))
    image._blob = b"\x89PNG\r\n\x1a\n" + b"trasig" * 20
    word = saved(made)
    assert codes(word, office.pdf(word, "bild.docx")) == ["PD02"]


def test_a_long_document_with_tables_gives_no_false_alarm(office: convert.Office) -> None:
    made = document()
    made.sections[0].header.paragraphs[0].text = "Björkvalla kommun\tTjänsteskrivelse"
    for number in range(150):
        made.add_heading(f"Avsnitt {number}", 2)
        made.add_paragraph(f"Taxan {number} höjs, eftersom kostnaderna för städning har ökat. " * 9, "List Number")
        if number % 10 == 0:
            table = made.add_table(4, 3)
            for cell in (cell for row in table.rows for cell in row.cells):
                cell.text = f"Värdet {number} gäller även för serveringar vid Strandgatan " * (number % 4 + 1)
    word = saved(made)
    pdf = office.pdf(word, "lang.docx")
    assert len(pypdfium2.PdfDocument(pdf)) > 30
    assert codes(word, pdf) == []


@pytest.mark.parametrize("data", [b"", b"Bara text", b"PK\x03\x04 avbruten"], ids=["empty", "text", "torn"])
def test_what_is_no_word_document_is_refused_and_the_next_one_is_made(data: bytes, office: convert.Office) -> None:
    with pytest.raises(ToolError, match=r"LibreOffice kan inte läsa .trasig\.docx."):
        office.pdf(data, "trasig.docx")
    assert "Hej" in text(office.pdf(saved(document("Hej")), "hel.docx"))


def test_a_document_that_hangs_is_stopped_in_time(mark: str) -> None:
    with convert.Office(time_limit=2) as office:
        office.pdf(saved(document("Hej")), "hel.docx")
        started = time.monotonic()
        with pytest.raises(ToolError, match="blev inte klart"):
            office.pdf(saved(document("x" * 3_000_000)), "lang.docx")
        assert time.monotonic() - started < 12
        assert gone(mark)


def test_a_libreoffice_that_is_killed_is_replaced(mark: str, temporary: Path) -> None:
    word = saved(document("Hej"))
    with convert.Office() as office:
        office.pdf(word, "hel.docx")
        (process,) = living(mark, "soffice.bin")
        os.kill(process, signal.SIGKILL)
        assert "Hej" in text(office.pdf(word, "hel.docx"))
        (worker,) = living(mark, "worker.py")
        made = sockets(mark)
        os.kill(worker, signal.SIGKILL)
        assert "Hej" in text(office.pdf(word, "hel.docx"))
        made |= sockets(mark)
    assert gone(mark)
    assert list(temporary.iterdir()) == []
    assert len(made) == 4
    assert not [path for path in made if path.exists()]


@pytest.mark.parametrize("manner", ["forget", "pool"])
def test_nothing_is_left_when_the_program_ends(manner: str, mark: str, word: Path, temporary: Path) -> None:
    subprocess.run(
        [sys.executable, str(TOOLS / "parent.py"), manner, str(word)], check=True, capture_output=True, timeout=60
    )
    assert living(mark) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_when_the_program_is_killed(
    way: signal.Signals, mark: str, word: Path, temporary: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, str(TOOLS / "parent.py"), "wait", str(word)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().strip().isdigit()
        assert living(mark, "soffice.bin")
        made = sockets(mark)
        parent.send_signal(way)
    assert gone(mark)
    assert list(temporary.iterdir()) == []
    assert len(made) == 2
    assert not [path for path in made if path.exists()]


def test_nothing_is_left_when_the_command_is_killed_with_one_worker_busy_and_one_idle(
    place: Path, mark: str, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEMOGEN_SOFFICE", str(TOOLS / "stand-in"))
    monkeypatch.setenv("STAND_IN_WISH", "hang")
    (place / "cases" / "faulty.yaml").write_text("rubrik: Taxa\n", encoding="utf-8")
    command = [sys.executable, "-m", "memogen", "render", "--pdf", "--jobs", "2"]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as memogen:
        deadline = time.monotonic() + 20
        while not living(mark, "sleep") and time.monotonic() < deadline:
            time.sleep(0.05)
        assert living(mark, "sleep")
        memogen.kill()
    assert gone(mark)
    assert list(temporary.iterdir()) == []


def test_the_command_prints_footnotes_and_images(place: Path, memogen: Callable[..., Answer]) -> None:
    (place / "cases" / "karta.png").write_bytes(picture().getvalue())
    case = place / "cases" / "taxa.yaml"
    words = "behöver ändras.[^1]\n\n  ![Karta över torget](karta.png)\n\n  [^1]: Räknat med index för 2026."
    case.write_text(case.read_text(encoding="utf-8").replace("behöver ändras.", words), encoding="utf-8")
    result = memogen("render", "--pdf")
    (pdf,) = place.glob("output/**/*.pdf")
    assert result.code == 0
    assert "Räknat med index för 2026." in text(pdf.read_bytes())


def test_the_command_tells_that_libreoffice_is_missing(
    place: Path, memogen: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MEMOGEN_SOFFICE", str(tmp_path))
    case = place / "cases/taxa.yaml"
    (place / "cases/samma.yaml").write_bytes(case.read_bytes())
    result = memogen("render", "--pdf")
    assert result.code == 3
    assert result.err.count("fel: LibreOffice finns inte på datorn") == 1
    assert result.err.count("taxa.yaml: LibreOffice finns inte på datorn") == 1
    assert result.err.count("samma.yaml: LibreOffice finns inte på datorn") == 1
    assert "sudo apt install --no-install-recommends libreoffice-writer" in result.err
    assert not list(place.glob("output/**/*.pdf"))
