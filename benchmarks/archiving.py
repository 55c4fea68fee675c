"""An archive copy that is filed, and the plain PDF of the same memo."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from benchmarks.samples import short_case
from benchmarks.timing import Row, paired, wall
from memogen import acts, convert, pipeline, workspace
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memogen.pipeline import ToPdf

CASES: Final = 12
_ROUNDS: Final = 5


class Archiving:
    """Some short cases, to be printed or to be filed; every time in a folder where nothing is yet."""

    def __init__(self, folder: Path, office: convert.Office, cases: int = CASES) -> None:
        self._workspace = workspace.at(folder)
        self._office = office
        self._outputs = (folder / f"output-{number}" for number in count())
        (folder / "cases").mkdir()
        self._paths = [folder / "cases" / f"{number}.yaml" for number in range(1, cases + 1)]
        for number, path in enumerate(self._paths, start=1):
            path.write_text(short_case(number), encoding="utf-8")

    def memogen(self) -> None:
        """The archive copies: PDF/A and PDF/UA, checked, with sources, list and manifest."""
        self._make(archive=True)

    def plain(self) -> None:
        """The PDFs that ``memogen render --pdf`` makes, their checks included."""
        self._make(archive=False)

    def _make(self, *, archive: bool) -> None:
        choices = Choices(next(self._outputs), pdf=True, archive=archive)
        setting = pipeline.prepare(self._workspace, choices, self._paths)
        work = acts.file if archive else pipeline.make
        to_pdf = self._printed(archive=archive)
        for path in self._paths:
            outcome = work(path, setting, to_pdf)
            if outcome.status != "written":
                raise ValueError(f"{path.name}: {outcome.status}")

    def _printed(self, *, archive: bool) -> ToPdf:
        return lambda docx, name: self._office.pdf(docx, name, archive=archive)


def rows(folder: Path) -> Iterator[Row]:
    """A dozen memos by the clock, one LibreOffice for both ways."""
    with convert.Office() as office:
        archiving = Archiving(folder, office)
        archiving.plain()
        pair = paired(archiving.memogen, archiving.plain, rounds=_ROUNDS, clock=wall)
    yield Row(f"{CASES} korta tjänsteskrivelser, YAML till arkivexemplar", "memogen render --pdf", pair)
