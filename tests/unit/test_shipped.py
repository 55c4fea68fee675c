"""What memogen ships serves where there is no workspace, and in a new one."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.shared import Pt
from PIL import Image

from memogen import pipeline, workspace
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as DocxDocument

CASES = workspace.shipped("cases")
WIDTH_IN_CM = (3.0, 5.0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sample case and nothing else: no profile, no templates."""
    shutil.copytree(CASES, tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def images_of(folder: Path) -> list[str]:
    case = folder / "cases" / "KS-2026-00123.yaml"
    setting = pipeline.prepare(workspace.find(case), Choices(output=folder / "output"))
    outcome = pipeline.make(case, setting)
    assert outcome.status == "written", outcome
    with zipfile.ZipFile(outcome.outputs[0][0]) as package:
        return [name for name in package.namelist() if "/media/" in name]


def test_without_a_workspace_the_shipped_mark_is_on_the_page(folder: Path) -> None:
    assert len(images_of(folder)) == 1


def test_in_a_workspace_the_mark_is_the_one_beside_its_profile(folder: Path) -> None:
    shutil.copy(workspace.shipped("memogen.yaml"), folder / "memogen.yaml")
    assert images_of(folder) == []

    (folder / "templates").mkdir()
    shutil.copy(workspace.shipped("templates", "logotyp.png"), folder / "templates" / "logotyp.png")
    assert len(images_of(folder)) == 1


def test_the_mark_knows_how_wide_it_is() -> None:
    with Image.open(workspace.shipped("templates", "logotyp.png")) as image:
        dpi = image.info["dpi"][0]
        width = image.width / dpi * 2.54

    assert dpi >= 300
    assert WIDTH_IN_CM[0] < width < WIDTH_IN_CM[1]


def test_the_facts_at_the_foot_of_a_styrdokument_stand_clear_of_the_text_and_together() -> None:
    template = Document(str(workspace.shipped("profiles", "lommarvik") / "templates" / "styrdokument.docx"))
    facts = template.styles["Uppgift"]

    assert facts.paragraph_format.space_before >= Pt(12)
    assert facts.paragraph_format.keep_with_next
    assert list(facts.element.iter("{*}contextualSpacing"))


SHORT = [f"Bo A{letter}k (S)" for letter in "abcdefghijklmnop"]
LONG = "Sven-Erik af Grip-Lillienhöök (S)"
MEETING = "typ: sammanträde\norgan: Kommunstyrelsen\ndatum: 2026-04-21\nordförande: Bo Aak (S)\nsekreterare: Eva Ro\n"


@pytest.fixture(params=["", "lommarvik"], ids=["usual", "lommarvik"])
def minutes(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], DocxDocument]:
    """Makes the minutes of a meeting with each of the shipped sets of templates."""
    kit = workspace.shipped("profiles", request.param) if request.param else workspace.shipped()
    shutil.copy(kit / "memogen.yaml", tmp_path)
    shutil.copytree(kit / "templates" if request.param else workspace.shipped("templates"), tmp_path / "templates")

    def make(text: str) -> DocxDocument:
        case = tmp_path / "cases" / "mote.yaml"
        case.parent.mkdir()
        case.write_text(f"{MEETING}{text}", encoding="utf-8")
        choices = Choices(output=tmp_path / "output", only=frozenset({"protokoll"}))
        outcome = pipeline.make(case, pipeline.prepare(workspace.find(case), choices))
        assert outcome.status == "written", outcome
        return Document(str(outcome.outputs[0][0]))

    return make


def test_many_people_stand_in_two_columns_and_a_long_name_has_the_line_to_itself(
    minutes: Callable[[str], DocxDocument],
) -> None:
    people = [*SHORT[:2], SHORT[2], LONG, *SHORT[3:]]
    found = minutes("ledamöter:\n" + "".join(f"  - {one}\n" for one in people))
    lines = [text for one in found.paragraphs if "Bo A" in (text := one.text.replace("\u00a0", " "))]
    assert "Bo Ack (S)\nSven-Erik af Grip-Lillienhöök (S)" in lines
    assert "Bo Adk (S)\tBo Aek (S)" in lines


@pytest.mark.parametrize(
    ("text", "breaks"), [("paragrafer: []\n", 0), ("paragrafer: [{rubrik: Val, typ: utgår}]\n", 1)]
)
def test_only_minutes_with_paragraphs_go_on_on_a_new_page(
    minutes: Callable[[str], DocxDocument], text: str, breaks: int
) -> None:
    found = minutes(text)
    assert sum(one.style.name == "Sidbrytning" for one in found.paragraphs if one.style) == breaks
    assert len(found.sections) == 1
