"""Word documents as PDF: memogen's living LibreOffice, and one ``soffice --convert-to`` a file."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from benchmarks import pouring
from benchmarks.timing import Row, paired, wall
from memogen import convert

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES: Final = 6
_ROUNDS: Final = 3
_SOFFICE: Final = "soffice"


class Printing:
    """Some copies of a short memo, to be printed by either."""

    def __init__(self, folder: Path, count: int = FILES) -> None:
        self._document = pouring.short_memo(folder).memogen()
        self._folder = folder / "pdf"
        self._folder.mkdir()
        self._paths = [self._folder / f"{number}.docx" for number in range(count)]
        for path in self._paths:
            path.write_bytes(self._document)

    def memogen(self) -> None:
        """One LibreOffice for all, its start and end included."""
        with convert.Office() as office:
            for path in self._paths:
                path.with_suffix(".pdf").write_bytes(office.pdf(self._document, path.stem))

    def soffice(self) -> None:
        """One LibreOffice a file, with a profile that is already made."""
        profile = f"-env:UserInstallation=file://{self._folder / 'profil'}"
        options = (profile, "--headless", "--convert-to", "pdf", "--outdir", str(self._folder))
        for path in self._paths:
            subprocess.run([shutil.which(_SOFFICE) or _SOFFICE, *options, str(path)], check=True, capture_output=True)


def rows(folder: Path) -> Iterator[Row]:
    """A handful of documents, by the clock: most of the work is done by other processes."""
    printing = Printing(folder)
    pair = paired(printing.memogen, printing.soffice, rounds=_ROUNDS, clock=wall)
    yield Row(f"{FILES} korta tjänsteskrivelser, Word till PDF", "en soffice --convert-to per fil", pair)
