"""Text behind scanned pages, so that they can be searched and heard: OCRmyPDF and Tesseract, in Swedish."""

from __future__ import annotations

import itertools
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name

from memogen.archive.bilagor.limits import within
from memogen.archive.bilagor.refusal import Refused
from memogen.errors import ToolError

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

LANGUAGE: Final = "swe"
INSTALL: Final = "installera dem: sudo apt install tesseract-ocr tesseract-ocr-swe"
_BY_LOT: Final = "/OCR-"
_MEMORY: Final = 4 * 2**30
"""Bytes of address space for each of the processes."""
_START: Final = 60.0
_PAGE: Final = 60.0
"""Seconds; a page of dense text takes two on an ordinary machine."""
_OPTIONS: Final = (
    f"--language={LANGUAGE}",
    "--output-type=pdf",
    "--mode=skip",
    "--tagged-pdf-mode=ignore",
    "--invalidate-digital-signatures",
    "--optimize=0",
    "--rasterizer=pypdfium",
    "--jobs=2",
    "--quiet",
)


class _Answer(IntEnum):
    """OCRmyPDF's exit codes that mean something here."""

    DONE = 0
    TOOL_MISSING = 3


def recognised(pdf: bytes, count: int) -> bytes:
    """The PDF with the text of its ``count`` pages behind those that have none; the pages look as before.

    Raises:
        ToolError: Tesseract or its Swedish is not there.
        Refused: the pages can't be read, or it takes too long.
    """
    require_tesseract()
    with tempfile.TemporaryDirectory(prefix="memogen-ocr-") as folder:
        source, target = Path(folder) / "in.pdf", Path(folder) / "out.pdf"
        source.write_bytes(pdf)
        answer = _run([*_OPTIONS, str(source), str(target)], folder, _START + _PAGE * count)
        if answer == _Answer.TOOL_MISSING:
            raise ToolError("OCRmyPDF saknar ett program som det behöver", INSTALL)
        if answer != _Answer.DONE or not target.exists():
            raise Refused("texten på bilagans inskannade sidor går inte att läsa", "skanna sidorna på nytt")
        return target.read_bytes()


def settle(document: Pdf) -> None:
    """Give the text that OCRmyPDF put in a name that is the same every time, instead of one drawn by lot."""
    for page in document.pages:
        drawn = page.obj.get(Name.Resources, Dictionary()).get(Name.XObject, Dictionary())
        for name in [name for name in drawn.keys() if name.startswith(_BY_LOT)]:  # noqa: SIM118 - no mapping
            settled = next(one for number in itertools.count(1) if (one := f"/Text{number}") not in drawn)
            drawn[settled] = drawn[name]
            del drawn[name]
            _rename(page.obj.Contents, name.encode(), settled.encode())


def _rename(contents: Object, old: bytes, new: bytes) -> None:
    for stream in contents if isinstance(contents, Array) else (contents,):
        data = stream.read_bytes()
        if old in data:
            stream.write(data.replace(old, new))


def require_tesseract() -> None:
    """Raise ToolError where scanned pages can't be read on this computer."""
    if shutil.which("tesseract") is None:
        raise ToolError("Tesseract saknas, och bilagan har inskannade sidor", INSTALL)
    if LANGUAGE not in languages():
        raise ToolError("Tesseract kan inte svenska, och bilagan har inskannade sidor", INSTALL)


def languages() -> frozenset[str]:
    """The languages that Tesseract knows here, by their codes (ISO 639-2); none where it can't be asked."""
    try:
        listed = subprocess.run(
            ["tesseract", "--list-langs"],  # noqa: S607 - which of them the person's PATH decides
            capture_output=True,
            text=True,
            check=False,
            timeout=_START,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.split("\n")[1:]) - {""}


def _run(arguments: list[str], folder: str, seconds: float) -> int:
    """OCRmyPDF's exit code. It and all that it starts end with it, or when the time is out."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "ocrmypdf", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=os.environ | {"TMPDIR": folder, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    memory = within(resource.RLIMIT_AS, _MEMORY)
    resource.prlimit(process.pid, resource.RLIMIT_AS, (memory, memory))
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.prlimit(process.pid, resource.RLIMIT_CPU, (most, most))
    try:
        return process.wait(seconds)
    except BaseException as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise Refused(
                "texten på bilagans inskannade sidor tar för lång tid att läsa", "dela upp den i flera bilagor"
            ) from None
        raise
