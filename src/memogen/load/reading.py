"""From a path to a :class:`CaseFile`: the bytes, their decoding, the characters, the nodes."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from memogen.artifacts import CaseFile, Span
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.errors import Rejected
from memogen.load.decoding import decode
from memogen.load.faults import Faults
from memogen.load.nodes import FORBIDDEN, NOT_A_CHARACTER, read_nodes
from memogen.load.silencers import silencers

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000
"""A case is text that a person wrote: 5 MB is some two thousand pages."""

_MAX_CHARACTER_FAULTS = 50
_SOFT_BREAKS = str.maketrans(dict.fromkeys("\v\u2028\u2029", NOT_A_CHARACTER))
_BLANK_WITH_TAB = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)
_LEAVES_THE_REST = frozenset({"YA03", "YA04", "YA05", "YA06"})
"""Faults that say nothing of the values around them: a key twice, an anchor, a tag, a control character."""


def case_file(path: Path, *, display: Path | None = None) -> CaseFile:
    """The file as text values that know their line and column.

    Args:
        path: the file to read, UTF-8.
        display: the path that places show, where it differs.

    Raises:
        Rejected: with every fault that could be found in the file.
    """
    source, faults = readable(path, display=display)
    if faults:
        raise Rejected(faults)
    return source


def readable(path: Path, *, display: Path | None = None) -> tuple[CaseFile, tuple[Diagnostic, ...]]:
    """The file, and the faults that leave the rest of it to be looked at in the same run.

    Raises:
        Rejected: with every fault that could be found, where one of them leaves nothing that can be trusted.
    """
    shown = display or path
    text = _normalised(decode(_content(path, shown), shown))
    # What is looked for below is all unprintable, and one look is much cheaper than four: most files have none of it.
    is_plain = text.replace("\n", "").replace("\u00a0", "").isprintable()
    faults = Faults.of(shown, text if is_plain else FORBIDDEN.sub("\ufffd", text))
    if not is_plain:
        _refuse_characters(text, faults)
    clean = faults.page.text
    root = read_nodes(clean if is_plain else _BLANK_WITH_TAB.sub(_spaces, clean.translate(_SOFT_BREAKS)), faults)
    found = tuple(sorted(dict.fromkeys(faults.found), key=lambda d: (d.place.line, d.place.column)))
    if root is None or faults.blanked or any(fault.code not in _LEAVES_THE_REST for fault in found):
        raise Rejected(found)
    return CaseFile(shown, clean, root, silencers(clean, root), faults.page.line_starts), found


def _content(path: Path, shown: Path) -> bytes:
    """The file's bytes; refused by size before anything is read."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as for the whole of this function: pathlib and streams take longer
        if stat.S_ISDIR(status.st_mode):
            raise _unreadable(shown, "sökvägen är en mapp, inte en fil")
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(shown, "sökvägen är inte en vanlig fil")
        if status.st_size > MAX_BYTES:
            raise _too_large(shown, status.st_size)
        content = _read(path, status.st_size)
    except FileNotFoundError:
        raise _unreadable(shown, "filen finns inte") from None
    except PermissionError:
        raise _unreadable(shown, "filen får inte läsas: behörighet saknas") from None
    except (OSError, ValueError):
        raise _unreadable(shown, "filen kan inte läsas") from None
    if len(content) > MAX_BYTES:
        raise _too_large(shown, len(content))
    return content


def _read(path: Path, expected: int) -> bytes:
    """The first bytes of a file, one more than may be; a read makes room for as many as it is asked for."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        content = os.read(file, expected + 1)
        if len(content) == expected:
            return content
        # It has grown since, or the disk gives a little at a time.
        pieces = [content]
        while pieces[-1] and sum(map(len, pieces)) <= MAX_BYTES:
            pieces.append(os.read(file, MAX_BYTES))
        return b"".join(pieces)
    finally:
        os.close(file)


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
    for found in list(FORBIDDEN.finditer(text))[:_MAX_CHARACTER_FAULTS]:
        faults.add(
            "YA06",
            f"otillåtet styrtecken U+{ord(found[0]):04X}",
            Span(*found.span()),
            "ta bort tecknet; det syns inte alltid i redigeraren",
        )
