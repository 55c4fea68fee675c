"""What the bilagor of a document say of themselves: each is looked at by the room that knows its kind."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from memogen import load
from memogen.errors import Rejected
from memogen.model.nyckel import fold
from memogen.rules.grund import Ansikte
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.setting import Reading

_LARGEST = 50 * 2**20


def faces(reading: Reading) -> Callable[[str], Ansikte | None]:
    """A function that tells what a bilaga says of itself, by its path as the author wrote it; looks at each once."""
    return lru_cache(maxsize=None)(partial(_face, reading))


def _face(reading: Reading, reference: str) -> Ansikte | None:
    """None where nothing is known: a file of another kind, a damaged one, none at all. Other rules speak of those."""
    try:
        path = reading.named(reference)
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return _looked_at(path, fold(reference))
    except (OutsideWorkspaceError, OSError, ValueError):
        return None


def _looked_at(path: Path, name: str) -> Ansikte | None:
    if name.endswith((".yaml", ".yml")):
        return _memogen(path)
    if name.endswith(".pdf"):
        from memogen.archive import face as pdf  # noqa: PLC0415 - only a PDF bilaga waits for pdfium

        return pdf.face(path.read_bytes())
    if name.endswith(".docx"):
        from memogen.render import face as word  # noqa: PLC0415 - only a Word bilaga waits for lxml

        return word.face(path.read_bytes())
    return None


def _memogen(path: Path) -> Ansikte | None:
    """What a memogen file says at its top. Only a styrdokument is listed under its own rubrik."""
    try:
        said = load.case_file(path).plain()
    except Rejected:
        return None
    rubrik, number = said.get("rubrik"), said.get("diarienummer") or said.get("arende")
    is_titled = fold(str(said.get("typ"))) == "styrdokument" and isinstance(rubrik, str)
    text = f"Diarienummer: {number}" if isinstance(number, str) else ""
    return Ansikte((" ".join(str(rubrik).split()),) if is_titled else (), text)
