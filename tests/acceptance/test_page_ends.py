"""Where a page ends, in a real LibreOffice: what belongs together stays together, wherever the text breaks."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Result

pytestmark = pytest.mark.office

SAMPLE = Path(__file__).parents[2] / "cases" / "KS-2026-00140-remiss.yaml"


@pytest.fixture
def pages(place: Path, memogen: Callable[..., Result]) -> Callable[..., Iterator[list[str]]]:
    """Print cases in the workspace that ``init`` makes; for each, the text of its pages."""
    (place / "memogen.yaml").unlink()
    shutil.rmtree(place / "cases")
    memogen("init")
    for sample in (place / "cases").rglob("*.yaml"):
        sample.unlink()

    def printed(*cases: str) -> Iterator[list[str]]:
        for number, text in enumerate(cases):
            (place / "cases" / f"{number}.yaml").write_text(text, encoding="utf-8")
        made = memogen("render", "--pdf")
        assert made.code == 0, made.err
        for path in (place / line for line in made.out.split() if line.endswith(".pdf")):
            yield [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path)]

    return printed


def test_a_heading_at_the_foot_of_the_first_page_goes_with_the_list_below_it(
    pages: Callable[..., Iterator[list[str]]],
) -> None:
    sample, before = SAMPLE.read_text("utf-8"), "  Alla svar blir allmänna handlingar."
    longer = sample.replace("00140", "00141").replace(before, f"  En rad till.\n\n{before}")

    for printed in pages(sample, longer):
        (page,) = (page for page in printed if "Remissinstanser" in page)
        assert "Samhällsbyggnadsnämnden" in page
