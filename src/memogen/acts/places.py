"""Which act a file is filed as: the one that it was filed as before, also when other files want the same folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.acts.holdings import HANDLING
from memogen.archive import shelf

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.filing import Index


def place(path: Path, index: Index, archive: Path) -> str:
    """The name of the act of a file.

    Of several files with one diarienummer, the first that was filed keeps the plain name: no other becomes a new
    version of what it is not.

    Raises:
        OutputError: a manifest is damaged, so that nobody can tell.
    """
    rivals = {other.name for other in index.rivals(path)}
    if path.name in rivals:  # the manifests could not tell one from the other
        return index.act(path)
    plain, longer = index.act_names(path)
    holder = _holder(archive, plain)
    if holder == path.name:
        return plain
    if holder in rivals or _holder(archive, longer) == path.name:
        return longer
    return index.act(path)


def _holder(archive: Path, act: str) -> str | None:
    """The name of the file that an act was last made of; None where there is none."""
    filed = shelf.latest(archive, act)
    entries = filed.manifest.files if filed else ()
    return next((entry.source for entry in entries if entry.role == HANDLING), None)
