"""Every document that the samples make, printed by a real LibreOffice and judged by veraPDF."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from memogen import convert, pipeline, registers
from memogen.archive.mending import conformed
from memogen.archive.mending.structure import elements
from memogen.artifacts.act import Attachment, Facts, Level
from memogen.setting import Choices
from memogen.workspace import find
from tests.judge import judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = pytest.mark.office

REPOSITORY: Final = Path(__file__).parents[2]
WORKSPACES: Final = (REPOSITORY / "cases", REPOSITORY / "tests" / "resources" / "fjardsund" / "cases")
FACTS: Final = Facts(
    titel="Taxa för torg & gator",
    handlingstyp="Tjänsteskrivelse",
    arkivbildare="Björkvalla kommun",
    organisationsnummer="000000-0000",
    diarienummer="KS-2026-00123",
    arendemening="Ny taxa",
    organ="Kommunstyrelsen",
    datum=dt.date(2026, 3, 12),
    handlaggare=("Anna Ek", "Bo Rask"),
    sekretess="19 kap. 3 § offentlighets- och sekretesslagen",
    memogen="0.1.0",
    mall="1",
)
SOURCE: Final = Attachment("ärende.yaml", b"rubrik: Taxa\n", "application/yaml", "Ärendefilen", FACTS.datum)
LONG: Final = "Riktlinjen gäller alla verksamheter, även de som drivs av andra på uppdrag av kommunen. " * 6


def paragraph(number: int) -> str:
    """One of many paragraphs of a long meeting."""
    return f"""\
  - rubrik: Gata nummer {number} & dess torg
    beslut: [anta förslag {number}, uppdra åt kommundirektören att återkomma senast den 30 november 2027]
    text: |
      1. Planen
         - karta
         - kostnad
      2. Bygget

      | År | Kostnad |
      |---|---:|
      | 2027 | {number} 500 kr |
    omröstningar:
      - ja: {{för: bifall, röster: [Ingrid Sandell (S), Per Holmqvist (C), Amina Duale (S)]}}
        nej: {{för: avslag, röster: [Bo Rask (M)]}}
"""


MEETING: Final = f"""\
typ: sammanträde
organ: KSAU
datum: 2026-06-01
tid: 9.00–16.15
plats: Kommunhuset, sal Alen
ordförande: Ingrid Sandell (S)
sekreterare: Klara Nyman
justerare: Bo Rask (M)
justering: {{datum: 2026-06-05, plats: Kommunledningskontoret, tid: 8.30}}
ledamöter: [Ingrid Sandell (S), Per Holmqvist (C), Amina Duale (S), Bo Rask (M)]
första paragraf: 1
paragrafer:
{"".join(map(paragraph, range(1, 81)))}"""


def chapter(number: int) -> str:
    """One of many chapters of a long guideline, with all that a text can have."""
    rows = "".join(f"  | Åtgärd {row} | {row} 000 kr |\n" for row in range(number % 3 * 30 + 2))
    return f"""\
  # Kapitel {number}

  {LONG}[^{number}]

  ## Ansvar

  {LONG}{LONG}{LONG}{LONG}{LONG}{LONG}

  ### Nämnden

  Se [kommunens webbplats](https://www.bjorkvalla.example/{number}) eller [skriv](mailto:kommunen@bjorkvalla.example).

  - första **punkten**
    1. ett
       - djupt
    2. två

       Ett eget stycke under punkt två.

    3. tre
  - andra punkten

  > Ett citat i ett stycke.
  >
  > - och en lista i det

  | Åtgärd | Kostnad |
  |---|---:|
{rows}
  ![Karta över skolvägarna i kapitel {number}](karta.png)

  Figur {number}: Karta över skolvägar.

  {LONG}{LONG}{LONG}

  [^{number}]: En fotnot med en [länk](https://www.bjorkvalla.example/not/{number}).

"""


GUIDELINE: Final = f"""\
typ: styrdokument
kategori: riktlinje
rubrik: Riktlinje för allt som går att styra
diarienummer: KS-2026-00999
beslutsfattare: Kommunstyrelsen
dokumentansvarig: Stadsmiljöchefen
datum: 2026-03-12
innehåll: |
{"".join(map(chapter, range(1, 25)))}"""


@pytest.fixture(scope="module")
def office() -> Iterator[convert.Office]:
    with convert.Office() as shared:
        yield shared


def written(cases: Path, output: Path, *only: str) -> dict[str, bytes]:
    """Every Word document of the cases, by name."""
    setting = pipeline.prepare(find(cases), Choices(output=output, only=frozenset(only)))
    files = sorted(cases.rglob("*.yaml"))
    outcomes = [pipeline.make(file, setting) for file in files]
    outcomes += registers.make_all(files, setting)
    assert {outcome.status for outcome in outcomes} <= {"written", "skipped"}, outcomes
    return {f"{cases.parent.name} {path.relative_to(output)}": path.read_bytes() for path in output.rglob("*.docx")}


@pytest.fixture(scope="module")
def printed(office: convert.Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every document of the samples as LibreOffice prints it."""
    words: dict[str, bytes] = {}
    for cases in WORKSPACES:
        words |= written(cases, tmp_path_factory.mktemp("output"))
    return {name: office.pdf(word, name, archive=True) for name, word in words.items()}


@pytest.fixture(scope="module")
def copies(printed: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same as PDF/A-2a and PDF/UA-1."""
    return {name: conformed(pdf, FACTS, Level()) for name, pdf in printed.items()}


def faults(files: Mapping[str, bytes], *profiles: str) -> dict[tuple[str, str], list[str]]:
    return {question: clauses for question, clauses in judge(files, profiles).items() if clauses}


def test_the_samples_have_all_kinds_of_documents(printed: Mapping[str, bytes]) -> None:
    kinds = (
        "tjansteskrivelse",
        "styrdokument",
        "remiss",
        "utdrag",
        "protokoll",
        "kallelse",
        "anslagsbevis",
        "register",
    )
    assert [kind for kind in kinds if not any(kind in name for name in printed)] == []


def test_every_document_of_the_samples_is_pdf_a_2a_and_pdf_ua_1(copies: Mapping[str, bytes]) -> None:
    assert faults(copies, "2a", "ua1") == {}


def test_every_document_of_the_samples_is_pdf_a_2u_when_asked_for(printed: Mapping[str, bytes]) -> None:
    made = {name: conformed(pdf, FACTS, Level(2, "u", ua=False)) for name, pdf in printed.items()}
    assert faults(made, "2u") == {}


def test_every_document_of_the_samples_is_pdf_a_3a_with_its_source_inside(printed: Mapping[str, bytes]) -> None:
    made = {name: conformed(pdf, FACTS, Level(3), SOURCE) for name, pdf in printed.items()}
    assert faults(made, "3a") == {}
    name = named(made, "tjansteskrivelse.docx")
    assert faults({name: made[name]}, "ua1") == {}


def test_minutes_of_eighty_paragraphs_and_a_guideline_of_sixty_pages_are_so_too(
    office: convert.Office, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    (tmp_path / "memogen.yaml").write_bytes((REPOSITORY / "src/memogen/shipped/memogen.yaml").read_bytes())
    shutil.copytree(REPOSITORY / "templates", tmp_path / "templates")
    (cases / "karta.png").write_bytes((REPOSITORY / "cases/bilder/karta-skolvagar.png").read_bytes())
    (cases / "KSAU-2026-06-01.yaml").write_text(MEETING, encoding="utf-8")
    (cases / "riktlinje.yaml").write_text(GUIDELINE, encoding="utf-8")
    words = written(cases, tmp_path / "output", "protokoll", "styrdokument")
    made = {name: conformed(office.pdf(word, name, archive=True), FACTS, Level()) for name, word in words.items()}
    assert sorted(len(pypdfium2.PdfDocument(pdf)) > 55 for pdf in made.values()) == [True, True]
    assert faults(made, "2a", "ua1") == {}


def test_another_libreoffice_gives_the_same_copy_byte_for_byte(office: convert.Office, tmp_path: Path) -> None:
    name, word = next(iter(sorted(written(WORKSPACES[1], tmp_path, "protokoll").items())))
    with convert.Office() as other:
        made = {conformed(one.pdf(word, name, archive=True), FACTS, Level()) for one in (office, other)}
    assert len(made) == 1


def test_the_mending_changes_nothing_that_is_seen_or_read(
    printed: Mapping[str, bytes], copies: Mapping[str, bytes]
) -> None:
    name = named(printed, "protokoll.docx")
    before, after = pypdfium2.PdfDocument(printed[name]), pypdfium2.PdfDocument(copies[name])
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert old.get_textpage().get_text_bounded() == new.get_textpage().get_text_bounded()
        assert ImageChops.difference(old.render().to_pil(), new.render().to_pil()).getbbox() is None


def named(files: Mapping[str, bytes], ending: str) -> str:
    """The longest of the files with such a name."""
    return max((name for name in files if name.endswith(ending)), key=lambda name: len(files[name]))


def kinds(pdf: bytes) -> list[str]:
    """The kinds of tags in a document, in the order in which they are read."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S).removeprefix("/") for element in elements(opened.Root.StructTreeRoot)]


def test_headings_begin_with_the_first_level_and_never_skip_one(copies: Mapping[str, bytes]) -> None:
    for name, pdf in copies.items():
        levels = [int(kind[1]) for kind in kinds(pdf) if kind[0] == "H" and kind[1:].isdigit()]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_each_paragraph_of_minutes_is_a_heading_and_who_was_there_and_votes_are_tables(
    copies: Mapping[str, bytes],
) -> None:
    pdf = copies[named(copies, "KS-2026-05-20/protokoll.docx")]
    found = kinds(pdf)
    assert found.count("H2") == 12 + 2 + 1  # the paragraphs, the notices, the list of them
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        every = list(elements(opened.Root.StructTreeRoot))
        tables = [element for element in every if str(element.S) == "/Table"]
        scopes = [scope(next(iter(elements(table.K[0])))) for table in tables]
    assert scopes[0] == "/Row"
    assert len(scopes) > 3
    assert set(scopes[1:]) == {"/Column"}


def scope(heading: pikepdf.Object) -> str:
    attributes = heading.A if isinstance(heading.A, pikepdf.Array) else [heading.A]
    return next(str(found.Scope) for found in attributes if "/Scope" in found)


def test_every_image_says_what_it_shows(copies: Mapping[str, bytes]) -> None:
    for name, pdf in copies.items():
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            figures = [one for one in elements(opened.Root.StructTreeRoot) if str(one.S) == "/Figure"]
            assert all(str(figure.get("/Alt", "")) for figure in figures), name
