"""What folders and files are called in the archive: names that every disk takes, and never one name for two."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from memogen.archive.shelf.chain import HEAD
from memogen.archive.shelf.manifest import MANIFEST
from memogen.files import fingerprint, safe_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAFE = re.compile(r"[A-Za-z0-9åäö_-](?:[A-Za-z0-9åäö._-]*[A-Za-z0-9åäö_-])?")
_LONGEST = 180
_ENDING = re.compile(r"[A-Za-z0-9]{1,5}")
_LIKE_A_VERSION = re.compile(r"-v\d+", re.IGNORECASE)
_LOWER = str.maketrans("ÅÄÖ", "åäö")


def composed(text: str) -> str:
    """A name as the manifest has it: two ways to write one letter are one, and what is no letter is ``?``."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def bases(act: str) -> Iterator[str]:
    """The names that an act's folders may start with, the best first; the second is for an act whose best is taken."""
    base = safe_name(act.translate(_LOWER))
    if base.casefold() != HEAD:
        yield base
    yield f"{base}-{fingerprint(act.encode())[:12]}"


def folder_name(base: str, version: int) -> str:
    """``KS-2026-00123``, then ``KS-2026-00123-v2``.

    A name that ends like a version has the first version written out too (``X-v2-v1``), so that no name can mean both
    the second version of ``X`` and the first of ``X-v2``.
    """
    plain = version == 1 and not _LIKE_A_VERSION.fullmatch(base[base.rfind("-") :])
    return base if plain else f"{base}-v{version}"


def filed_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """What files will be called in an act's folder, in the same order: POSIX paths in NFC, no two alike on any disk.

    Names that have been given by this function stay as they are.
    """
    files: set[str] = {MANIFEST.casefold()}
    folders: dict[str, str] = {}
    return tuple(_claimed(name, files, folders) for name in wanted)


def _claimed(name: str, files: set[str], folders: dict[str, str]) -> str:
    *above, last = [_safe(part) for part in name.split("/") if part] or ["-"]
    path = ""
    for part in above:
        folder = _free(path + part, files)
        path = folders.setdefault(folder.casefold(), folder) + "/"
    claimed = _free(path + last, files | folders.keys())
    files.add(claimed.casefold())
    return claimed


def _free(path: str, taken: set[str]) -> str:
    stem, dot, ending = path.rpartition(".")
    if not dot or "/" in ending:
        stem, dot, ending = path, "", ""
    candidate, number = path, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem}-{number}{dot}{ending}"
    return candidate


def _safe(part: str) -> str:
    text = composed(part.strip()).translate(_LOWER)
    if _SAFE.fullmatch(text) and len(text.encode()) <= _LONGEST:
        return text
    stem, dot, ending = text.rpartition(".")
    if stem and dot and _ENDING.fullmatch(ending):
        return f"{safe_name(stem)}.{ending}"
    return safe_name(text)
