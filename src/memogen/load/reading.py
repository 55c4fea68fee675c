"""From a path to a :class:`CaseFile`: the bytes, their decoding, the characters, the nodes."""

from __future__ import annotations

import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from memogen.artifacts import CaseFile, Span
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.errors import Rejected
from memogen.load.decoding import decode
from memogen.load.faults import Faults, line_starts
from memogen.load.nodes import NOT_A_CHARACTER, read_nodes
from memogen.load.silencers import silencers

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000
"""A case is text that a person wrote: 5 MB is some two thousand pages."""

_MAX_CHARACTER_FAULTS = 50
_SOFT_BREAKS = str.maketrans(dict.fromkeys("\v\u2028\u2029", NOT_A_CHARACTER))
_CONTROL = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANK_WITH_TAB = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)


def case_file(path: Path, *, display: Path | None = None) -> CaseFile:
    """The file as text values that know their line and column.

    Args:
        path: the file to read, UTF-8.
        display: the path that places show, where it differs.

    Raises:
        Rejected: with every fault that could be found in the file.
    """
    shown = display or path
    text = _normalised(decode(_content(path, shown), shown))
    faults = Faults.of(shown, _CONTROL.sub("\ufffd", text))
    _refuse_characters(text, faults)
    clean = faults.page.text
    root = read_nodes(_BLANK_WITH_TAB.sub(_spaces, clean.translate(_SOFT_BREAKS)), faults)
    if root is None or faults.found:
        raise Rejected(sorted(dict.fromkeys(faults.found), key=lambda d: (d.place.line, d.place.column)))
    return CaseFile(shown, clean, root, silencers(clean, root), line_starts(clean))


def _content(path: Path, shown: Path) -> bytes:
    """The file's bytes; refused by size before anything is read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _unreadable(shown, "sökvägen är en mapp, inte en fil")
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(shown, "sökvägen är inte en vanlig fil")
        if status.st_size > MAX_BYTES:
            raise _too_large(shown, status.st_size)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable(shown, "filen finns inte") from None
    except PermissionError:
        raise _unreadable(shown, "filen får inte läsas: behörighet saknas") from None
    except (OSError, ValueError):
        raise _unreadable(shown, "filen kan inte läsas") from None
    if len(content) > MAX_BYTES:
        raise _too_large(shown, len(content))
    return content


def _unreadable(shown: Path, message: str) -> Rejected:
    return Rejected([Diagnostic("YA14", Severity.ERROR, message, Place(shown), "kontrollera sökvägen")])


def _too_large(shown: Path, size: int) -> Rejected:
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    message = f"filen är {megabytes} MB; gränsen är {MAX_BYTES // 1_000_000} MB"
    advice = "lägg bilder och långa handlingar i egna filer och nämn dem som bilagor"
    return Rejected([Diagnostic("YA10", Severity.ERROR, message, Place(shown), advice)])


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _refuse_characters(text: str, faults: Faults) -> None:
    for found in list(_CONTROL.finditer(text))[:_MAX_CHARACTER_FAULTS]:
        faults.add(
            "YA06",
            f"otillåtet styrtecken U+{ord(found[0]):04X}",
            Span(*found.span()),
            "ta bort tecknet; det syns inte alltid i redigeraren",
        )
