"""Every sample case as text with style names: what a change does to the documents is read as a difference.

``pytest tests/golden --update-golden`` writes the expected texts anew.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph

from memogen import pipeline
from memogen.setting import Choices
from memogen.workspace import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

HERE: Final = Path(__file__).parent
REPOSITORY: Final = HERE.parents[1]
CASES: Final = REPOSITORY / "cases"
PROFILES: Final = REPOSITORY / "src/memogen/shipped/profiles"
SAMPLES: Final = sorted([*CASES.rglob("*.yaml"), *PROFILES.glob("*/cases/**/*.yaml")])
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def golden_name(case: Path) -> str:
    if CASES in case.parents:
        return f"{case.stem}.txt"
    return f"{case.relative_to(PROFILES).parts[0]}-{case.stem}.txt"


@pytest.mark.parametrize("case", SAMPLES, ids=golden_name)
def test_a_sample_becomes_the_document_that_was_agreed_on(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool
) -> None:
    monkeypatch.chdir(REPOSITORY)
    expected = HERE / golden_name(case)
    found = "".join("\n".join([*name, *described(path), ""]) for name, path in made(case, tmp_path))
    if update_golden:
        expected.write_text(found, encoding="utf-8")

    assert expected.is_file(), "nothing is agreed on yet: read the document, then run pytest --update-golden"
    assert found.splitlines() == expected.read_text(encoding="utf-8").splitlines()


def test_every_expected_text_belongs_to_a_sample() -> None:
    orphans = {path.name for path in HERE.glob("*.txt")} - {golden_name(case) for case in SAMPLES}

    assert not orphans


def test_the_samples_give_no_remarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    settings = {place: pipeline.prepare(place, Choices(output=tmp_path)) for place in map(find, SAMPLES)}

    remarks = [remark for case in SAMPLES for remark in pipeline.check(case, settings[find(case)]).diagnostics]

    assert remarks == [remark for setting in settings.values() for remark in setting.profile_remarks] == []


def made(case: Path, output: Path) -> list[tuple[list[str], Path]]:
    """The Word documents of a case, each with a line that names it where there are several."""
    setting = pipeline.prepare(find(case), Choices(output=output))
    outcome = pipeline.make(case, setting)
    assert outcome.status == "written", outcome
    paths = [path for path, _ in outcome.outputs]
    return [([f"######## {path.relative_to(output)}"] if len(paths) > 1 else [], path) for path in paths]


def described(path: Path) -> Iterator[str]:
    """The properties, headers, body, footnotes and footers of a document, a line a paragraph or row."""
    document = Document(str(path))
    yield f"titel: {document.core_properties.title}"
    section = document.sections[0]
    for name, part in (
        ("sidhuvud, första sidan", section.first_page_header),
        ("sidhuvud", section.header),
        ("dokument", document),
        ("sidfot, första sidan", section.first_page_footer),
        ("sidfot", section.footer),
    ):
        yield ""
        yield f"== {name}"
        yield from _content(part.iter_inner_content())
    yield from _footnotes(path, document)


def _content(content: Iterator[Paragraph | Table]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Table):
            yield f"[{item.style.name if item.style else ''}]"
            yield from ("  | " + " | ".join(_cell(cell.paragraphs) for cell in row.cells) for row in item.rows)
        else:
            yield _paragraph(item)


def _cell(paragraphs: list[Paragraph]) -> str:
    return " / ".join(_marked(paragraph) for paragraph in paragraphs)


def _paragraph(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style else ""
    return f"[{style}] {_marked(paragraph)}".rstrip()


def _marked(paragraph: Paragraph) -> str:
    """The text with what is bold or italic marked as in Markdown, and images by what they show."""
    words = []
    for run in paragraph.iter_inner_content():
        text = run.text
        alt = [found.get("descr", "") for found in run._element.iter("{*}docPr")]
        if any(True for _ in run._element.iter(f"{_W}footnoteReference")):
            text += "[^]"
        mark = "**" if getattr(run, "bold", None) else "*" if getattr(run, "italic", None) else ""
        words.append(f"{mark}{text}{mark}" if text.strip() else text)
        words += [f"<bild: {what}>" for what in alt]
    return "".join(words).replace("\u00a0", "~").replace("\t", "→").replace("\n", "↵")


def _footnotes(path: Path, document: WordDocument) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        root = parse_xml(package.read("word/footnotes.xml"))
    notes = [note for note in root if note.get(f"{_W}type") is None]
    if notes:
        yield ""
        yield "== fotnoter"
    for note in notes:
        yield from (_paragraph(Paragraph(found, document)) for found in note.iter(f"{_W}p"))
