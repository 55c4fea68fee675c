"""What a case file says of itself at its top level, looked at cheaply: the load room has the last word."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from pathlib import Path

_TOP_LEVEL = re.compile(r"^([^\s#:\-][^:\n]*):[ \t]+([^\n]+)", re.MULTILINE)
_COMMENT = re.compile(r"\s#.*$")
_LARGEST = 5_000_000
_ASKED_FOR: Final = frozenset(
    {
        *("typ", "diarienummer", "arende", "rubrik", "mottagare"),
        *("organ", "datum", "tid", "paragraf", "forsta_paragraf"),
    }
)


def text(path: Path | str) -> str:
    """The text of a file as far as it can be read, empty where there is none."""
    try:
        # No stream and no Path.open: there may be fifty thousand cases, and each is looked at before any is made.
        # A pipe among them is not waited for.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            # A read of so many bytes as there may be would make room for them all first.
            return os.read(file, min(os.fstat(file).st_size, _LARGEST)).decode("utf-8-sig", "replace")
        finally:
            os.close(file)
    except OSError:
        return ""


def header_of(path: Path | str) -> dict[str, str]:
    """The simple top-level keys of a file that the index asks for, folded; the first of several equal ones."""
    found: dict[str, str] = {}
    for written, said in _TOP_LEVEL.findall(text(path)):
        key = fold(written.rstrip().strip("'\""))
        if key not in _ASKED_FOR or key in found:
            continue
        value = (_COMMENT.sub("", said) if "#" in said else said).strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        found[key] = value
    return found
