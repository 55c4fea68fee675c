"""The act as one PDF, of what LibreOffice printed and a scanned bilaga, judged by veraPDF and read by its tags."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from memogen.archive.bilagor import brought
from memogen.archive.joining import joined
from memogen.archive.mending import conformed
from memogen.artifacts.act import Attachment, Facts, Level, Part
from memogen.cli import run
from memogen.convert import Office
from tests import strange_files
from tests.judge import judge
from tests.tagged import read

pytestmark = pytest.mark.office

CASES = Path(__file__).parents[2] / "cases"
FACTS = Facts("Plan för skolvägarna", diarienummer="KS-2026-00140", datum=dt.date(2026, 3, 12), memogen="1")
SOURCE = Attachment("KS-2026-00140.yaml", b"rubrik: Plan\n", "application/yaml", "Källan", dt.date(2026, 3, 12))
DOCUMENTS = ("KS-2026-00140/tjansteskrivelse", "KS-2026-00123/styrdokument", "KSAU-2026-05-12/protokoll")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What LibreOffice makes of three samples: a memo with figures, a styrdokument, minutes."""
    out = tmp_path_factory.mktemp("output")
    cases = [str(CASES / f"{name}.yaml") for name in ("KS-2026-00140", "KS-2026-00123", "KSAU-2026-05-12")]
    assert run(["render", *cases, "--workspace", str(CASES.parent), "--out", str(out), "--quiet"]) == 0
    with Office() as office:
        return {name: office.pdf((out / f"{name}.docx").read_bytes(), name, archive=True) for name in DOCUMENTS}


def act(printed: dict[str, bytes], level: Level, source: Attachment | None = None) -> list[Part]:
    """The memo with three bilagor, two of which are the same document and so have the same names inside."""
    memo, plan, minutes = (conformed(printed[name], FACTS, level, source) for name in DOCUMENTS)
    return [
        Part("Plan för skolvägarna", memo),
        Part("Riktlinje", plan, "Bilaga 1"),
        Part("Samma riktlinje", plan, "Bilaga 2"),
        Part("Protokoll", minutes, "Bilaga 3"),
    ]


def content(lines: list[str]) -> list[str]:
    """The lines without the elements that only hold others together."""
    return [line.strip() for line in lines if not line.lstrip().startswith(("Document", "Part", "Sect"))]


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


@pytest.mark.parametrize(("level", "source"), [(Level(), None), (Level(3), SOURCE)])
def test_an_act_of_accessible_parts_is_accessible(
    printed: dict[str, bytes], level: Level, source: Attachment | None
) -> None:
    whole = joined(act(printed, level, source), FACTS, level)
    profiles = (f"{level.part}{level.letter}", "ua1")
    assert judge({"act": whole}, profiles) == {("act", profile): [] for profile in profiles}


def test_an_act_with_a_scanned_part_claims_what_that_part_does(printed: dict[str, bytes]) -> None:
    scan = brought(strange_files.scanned(), FACTS, Level()).pdf
    assert scan is not None
    whole = joined([*act(printed, Level()), Part("Skiss", scan, "Bilaga 4")], FACTS, Level())
    assert judge({"act": whole}, ("2u",)) == {("act", "2u"): []}
    with pikepdf.open(io.BytesIO(whole)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:conformance"] == "U"
        assert "pdfuaid:part" not in metadata


def test_an_act_is_read_with_its_headings_lists_tables_and_figures_in_place(printed: dict[str, bytes]) -> None:
    parts = act(printed, Level())
    lines = read(joined(parts, FACTS, Level()))
    before = 0
    starts = [index for index, line in enumerate(lines) if line.startswith("  Part")]
    for part, start, end in zip(parts, starts, [*starts[1:], len(lines)], strict=True):
        together = content(lines[start:end])
        label = [f"P: {part.label}"] if part.label else []
        links = [line for line in together if line.startswith("Link: → Till bilaga")]
        assert [line for line in together if line not in links] == [*label, *content(read(part.pdf, before))]
        assert bool(links) is not bool(part.label)
        before += pages(part.pdf)
    kinds = {line.split(":")[0].strip() for line in lines}
    assert {"H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link"} <= kinds


def test_every_page_is_seen_as_before_but_for_the_labels(printed: dict[str, bytes]) -> None:
    parts = act(printed, Level())
    whole = pypdfium2.PdfDocument(joined(parts, FACTS, Level()))
    number = 0
    for part in parts:
        alone = pypdfium2.PdfDocument(part.pdf)
        for index in range(len(alone)):
            before, after = (page.render(scale=0.5).to_pil() for page in (alone[index], whole[number]))
            assert (before.tobytes() == after.tobytes()) is not bool(part.label and index == 0)
            number += 1
        alone.close()
    assert number == len(whole)
    whole.close()
