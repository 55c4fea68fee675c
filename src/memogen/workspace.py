"""Where things are: the workspace, its folders, and the files that a case may name.

A workspace is the nearest folder upwards with a ``memogen.yaml``. Without one, memogen works with what it
ships, and the folder where it was started stands in for the workspace.
"""

from __future__ import annotations

import os
import unicodedata
from array import array
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, overload

from memogen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PROFILE = "memogen.yaml"
ARCHIVE = "arkiv"
"""The folder for archive copies, among those for documents; nothing else may lie in it."""
_ENDINGS = (".yaml", ".yml")


class FileStatus(Enum):
    """What is known of a file that a case names."""

    FOUND = "found"
    MISSING = "missing"
    OUTSIDE = "outside"


class OutsideWorkspaceError(Exception):
    """A file names another one that lies outside the workspace."""


class Paths(Sequence[Path]):
    """Many paths in little room: each takes as many bytes as it has letters, where a Path takes several hundred."""

    def __init__(self, paths: Iterable[Path | str] = ()) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])
        for path in paths:
            self.append(path)

    def append(self, path: Path | str | bytes) -> None:
        """Put a path last."""
        self._bytes += os.fsencode(path)
        self._ends.append(len(self._bytes))

    def encoded(self, place: int) -> bytes:
        """The path at a place as the disk has it: for those who need no Path, which takes long to make."""
        return bytes(self._bytes[self._ends[place] : self._ends[place + 1]])

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> Path: ...
    @overload
    def __getitem__(self, place: slice) -> list[Path]: ...
    def __getitem__(self, place: int | slice) -> Path | list[Path]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return Path(os.fsdecode(self.encoded(range(len(self))[place])))


class Workspace(NamedTuple):
    """A workspace; ``root`` is absolute. ``profile`` is None where the shipped one is used."""

    root: Path
    profile: Path | None = None

    @property
    def cases(self) -> Path:
        """The folder with what people write."""
        return self.root / "cases"

    @property
    def templates(self) -> Path:
        """The folder with the municipality's own templates."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """The folder for what memogen makes."""
        return self.root / "output"

    @property
    def archive(self) -> Path:
        """The folder for archive copies."""
        return self.output / ARCHIVE

    def named_by(self, owner: Path, reference: str) -> Path:
        """The file that ``reference`` means in the file ``owner``, whether it exists or not.

        Raises:
            OutsideWorkspaceError: it lies outside the workspace, directly or through a link.
        """
        path = as_stored((owner.parent / reference.replace("\\", "/")).absolute())
        if "\0" in reference or not _is_within(path, self.root):
            raise OutsideWorkspaceError(reference)
        return path

    def names_under(self, path: Path, unread: Callable[[OSError], None] | None = None) -> Iterator[str]:
        """Every memogen file under a folder (or the file itself), sorted; hidden ones and outputs left out.

        As text: there may be fifty thousand, and a Path takes longer to make than its file to find. A folder that
        nobody may read is passed over; ``unread`` is told of it.
        """
        if not path.is_dir():
            yield str(path)
            return
        left_out = {self.output.resolve(), self.templates.resolve()}
        for folder, names, files in os.walk(path, onerror=unread):
            here = Path(folder)
            names[:] = sorted(n for n in names if not n.startswith(".") and (here / n).resolve() not in left_out)
            files.sort()
            yield from (os.path.join(folder, name) for name in files if _is_listed(name))  # noqa: PTH118 - as above

    def has_listed(self, path: Path) -> bool:
        """Whether the file is one of those under ``cases/``, so that whoever looks there comes upon it."""
        folder, name = os.path.split(path)
        return _is_listed(name) and _is_walked(folder, self.root)


def find(start: Path) -> Workspace:
    """The workspace around ``start`` (a file or a folder), or ``start``'s own folder with the shipped profile."""
    start = start.absolute()
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        if (candidate / PROFILE).is_file():
            return Workspace(candidate.resolve(), (candidate / PROFILE).resolve())
    here = Path.cwd()
    return Workspace(here.resolve() if _is_within(folder, here) else folder.resolve())


def at(folder: Path) -> Workspace:
    """The workspace that a person has pointed out.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        fault = f'"{folder}" är en fil, inte en mapp' if folder.exists() else f'mappen "{folder}" finns inte'
        raise UsageError(fault, 'ange en mapp med "--workspace", eller gör en med "memogen init"')
    profile = (folder / PROFILE).resolve()
    return Workspace(folder.resolve(), profile if profile.is_file() else None)


@cache
def shipped(*parts: str) -> Path:
    """A file or folder that memogen ships: ``memogen.yaml``, ``templates/…`` or ``cases/…``."""
    package = Path(__file__).parent / "shipped"
    inside = package.joinpath(*parts)
    if inside.exists():
        return inside
    # In a source tree the samples and templates are the repository's own, at its top level.
    return package.parents[2].joinpath(*parts)


def shipped_profile(name: str, *parts: str) -> Path:
    """A file or folder of one of the shipped profiles; the default one's lie where no workspace looks for its own."""
    folder = Path(__file__).parent / "shipped" / "profiles" / name
    return folder.joinpath(*parts) if folder.is_dir() else shipped(*parts)


def _is_listed(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(".") and name != PROFILE


@lru_cache(maxsize=256)
def _is_walked(name: str, root: Path) -> bool:
    """Whether a walk through the cases goes into the folder: not when it is hidden, or behind a link."""
    folder, top = Path(name), Workspace(root).cases
    if not folder.is_relative_to(top):
        return False
    inside = folder.relative_to(top)
    return not any(name.startswith(".") for name in inside.parts) and folder.resolve() == top.resolve() / inside


def _is_within(path: Path, root: Path) -> bool:
    # Path.resolve raises for links that go in a circle; realpath leaves them for whoever opens the file.
    return Path(os.path.realpath(path)).is_relative_to(root.resolve())


def as_stored(path: Path) -> Path:
    """The path as the disk spells it: macOS and some archives store å ä ö decomposed (NFD)."""
    try:
        if path.exists() or not path.parent.is_dir():
            return path
    except (OSError, ValueError):
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    return next((p for p in path.parent.iterdir() if unicodedata.normalize("NFC", p.name) == wanted), path)
