"""What reading scanned bilagor needs of the machine, and whether it is there."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from memogen.archive.bilagor.recognition import INSTALL, LANGUAGE, languages
from memogen.artifacts.program import ProgramFact

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION: Final = re.compile(r"tesseract v?(\S+)")


def probe() -> Iterator[ProgramFact]:
    """Tesseract, its Swedish, and OCRmyPDF."""
    path = shutil.which("tesseract")
    name = "Tesseract"
    if path is None:
        problem = "Tesseract saknas: inskannade bilagor går inte att läsa"
        yield ProgramFact(name, ok=False, problem=problem, remedy=INSTALL)
    else:
        yield ProgramFact(name, ok=True, version=_version(path), path=path)
        yield _swedish()
    yield _ocrmypdf()


def _version(path: str) -> str:
    try:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = _VERSION.search(told.stdout + told.stderr)
    return found[1] if found else ""


def _swedish() -> ProgramFact:
    name = "svenska för Tesseract"
    if LANGUAGE in languages():
        return ProgramFact(name, ok=True)
    return ProgramFact(name, ok=False, problem="Tesseract kan inte svenska", remedy=INSTALL)


def _ocrmypdf() -> ProgramFact:
    name = "OCRmyPDF"
    try:
        return ProgramFact(name, ok=True, version=importlib.metadata.version("ocrmypdf"))
    except importlib.metadata.PackageNotFoundError:
        remedy = "installera memogen på nytt: pip install --force-reinstall memogen"
        return ProgramFact(name, ok=False, problem="Python-paketet ocrmypdf saknas", remedy=remedy)
