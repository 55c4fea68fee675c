"""Images: sound, of a size that Word can carry, and described for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from memogen.artifacts import Figure, Paragraph, Picture, Run
from memogen.compose import markdown
from memogen.diagnostics import Severity
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.compose.markdown import Converted


def converted(text: str, folder: Path) -> Converted:
    def find(name: str) -> Path:
        if name.startswith(".."):
            raise OutsideWorkspaceError(name)
        return folder / name

    return markdown.blocks(text, ("arendet",), find)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 30), "white").save(tmp_path / "karta.png", dpi=(300, 300))
    Image.new("RGB", (40, 30), "white").save(tmp_path / "foto.jpg")
    Image.new("RGB", (40, 30), "white").save(tmp_path / "karta över torget.png")
    Image.new("RGB", (40, 30), "white").save(tmp_path / "rörlig.gif")
    (tmp_path / "text.png").write_text("inte en bild", encoding="utf-8")
    whole = (tmp_path / "foto.jpg").read_bytes()
    (tmp_path / "halv.jpg").write_bytes(whole[: len(whole) // 2])
    return tmp_path


def test_an_image_on_its_own_is_a_figure_with_its_caption(folder: Path) -> None:
    (figure,) = converted('![Karta över torget](karta.png "Figur 1: Torget 12 maj")', folder).blocks
    assert isinstance(figure, Figure)
    assert figure.picture.alt == "Karta över torget"
    assert (figure.picture.width, figure.picture.height, round(figure.picture.dpi)) == (40, 30, 300)
    assert figure.caption == (Run("Figur\u00a01: Torget 12\u00a0maj"),)


def test_an_image_in_a_sentence_stands_in_the_line(folder: Path) -> None:
    (block,) = converted("Märket ![Björk](foto.jpg) visas.", folder).blocks
    assert isinstance(block, Paragraph)
    before, picture, after = block.content
    assert (before, after) == (Run("Märket "), Run(" visas."))
    assert isinstance(picture, Picture)
    assert picture.dpi == 96


def test_a_file_name_may_hold_spaces_and_swedish_letters(folder: Path) -> None:
    assert converted("![Torget](<karta över torget.png>)", folder).remarks == ()


def test_two_images_in_a_row_are_two_figures(folder: Path) -> None:
    blocks = converted("![Ett](karta.png)\n![Två](foto.jpg)", folder).blocks
    assert [type(block) for block in blocks] == [Figure, Figure]


FAULTS = [
    # name, part of the message
    ("saknas.png", "finns inte"),
    ("../hemlig.png", "utanför arbetsytan"),
    ("rörlig.gif", "varken PNG eller JPEG"),
    ("text.png", "varken PNG eller JPEG"),
    ("halv.jpg", "trasig"),
    ("https://bjorkvalla.example/bild.png", "ligger på webben"),
]


@pytest.mark.parametrize(("name", "message"), FAULTS)
def test_an_image_that_cannot_be_used_is_told_at_its_place(folder: Path, name: str, message: str) -> None:
    text = f"Se kartan.\n\n![Torget](<{name}>)"
    made = converted(text, folder)
    assert [(remark.code, remark.quote) for remark in made.remarks] == [("MD03", name)]
    assert message in made.remarks[0].message
    assert text[made.remarks[0].offset :].startswith(name)
    assert made.blocks[1] == Paragraph((Run("Torget"),))


def test_an_image_with_too_many_points_is_refused(folder: Path) -> None:
    Image.new("1", (9000, 5000)).save(folder / "stor.png")
    (remark,) = converted("![Torget](stor.png)", folder).remarks
    assert (remark.code, "40 miljoner" in remark.message) == ("MD03", True)


def test_a_file_that_is_too_large_is_not_even_opened(folder: Path) -> None:
    with (folder / "tung.png").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    (remark,) = converted("![Torget](tung.png)", folder).remarks
    assert "större än 20 MB" in remark.message


def test_an_image_without_a_description_gives_a_warning(folder: Path) -> None:
    (remark,) = converted("![](karta.png)", folder).remarks
    assert (remark.code, remark.severity, remark.quote) == ("MD03", Severity.WARNING, "![")


def test_a_caption_that_would_not_be_shown_gives_a_warning(folder: Path) -> None:
    (remark,) = converted('Märket ![Björk](foto.jpg "Björken") visas.', folder).remarks
    assert (remark.code, remark.severity, remark.quote) == ("MD04", Severity.WARNING, "Björken")
