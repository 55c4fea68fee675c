"""Looking at one filed act: is every file there as it was filed, and nothing else?

The folder is not trusted: no link is followed, nothing but ordinary files is opened, and no name out of the manifest
leads anywhere.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.archive.shelf.disk import digest, read
from memogen.archive.shelf.manifest import MANIFEST, Entry, Manifest, UnreadableError
from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RESTORE = "lägg tillbaka filen ur en säkerhetskopia"


@dataclass(frozen=True, slots=True)
class Look:
    """What one act's folder is.

    ``intact`` are the files that are as they were filed; ``manifest`` is None where it cannot be read.

    The paths of the remarks are ``(name of the file in the folder,)``, empty for the folder itself.
    """

    folder: Path
    manifest: Manifest | None
    intact: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    stored: Mapping[str, Path] = field(default_factory=dict)

    def path(self, entry: Entry) -> Path:
        """Where an intact file is: under its own name, or as ``stored`` says where the disk takes letters apart."""
        return self.stored.get(entry.name, self.folder / entry.name)


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    ordinary: bool
    size: int


def look(folder: Path) -> Look:
    """Hold an act's folder against its manifest. Can be run in another process; never raises for what it finds."""
    files, folders, remarks = _walked(folder)
    manifest, faults = _manifest(files.pop(MANIFEST, None))
    remarks += faults
    if manifest is None:
        return Look(folder, None, (), tuple(remarks))
    intact: list[Entry] = []
    missing: list[Entry] = []
    stored: dict[str, Path] = {}
    for entry in manifest.files:
        found = files.pop(entry.name, None)
        if found is None:
            missing.append(entry)
        elif fault := _fault(entry, found):
            remarks.append(fault)
        else:
            intact.append(entry)
            if found.path != folder / entry.name:
                stored[entry.name] = found.path
    remarks += _not_there(missing, files)
    remarks += _not_filed(files, folders, manifest)
    return Look(folder, manifest, tuple(intact), tuple(remarks), stored)


def shown(name: str) -> str:
    """A name from the disk so that it can be shown: what no screen can print becomes ``\ufffd``."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _walked(folder: Path) -> tuple[dict[str, _Found], set[str], list[Remark]]:
    """The files and folders in a folder by their names in NFC, which some disks take apart."""
    files: dict[str, _Found] = {}
    folders: set[str] = set()
    remarks: list[Remark] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            entries = sorted(os.scandir(folder / above), key=lambda entry: entry.name)
        except OSError:
            remarks.append(_unreadable(above))
            continue
        for entry in entries:
            name = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.add(unicodedata.normalize("NFC", name))
                waiting.append(f"{name}/")
            else:
                files[name] = _met(entry)
    return _in_nfc(files), folders, remarks


def _in_nfc(files: dict[str, _Found]) -> dict[str, _Found]:
    composed: dict[str, _Found] = {}
    for name, found in files.items():
        stored = unicodedata.normalize("NFC", name)
        taken = stored in composed or (stored != name and stored in files)
        composed[name if taken else stored] = found
    return composed


def _met(entry: os.DirEntry[str]) -> _Found:
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError:
        return _Found(Path(entry.path), ordinary=False, size=0)
    return _Found(Path(entry.path), stat.S_ISREG(facts.st_mode), facts.st_size)


def _unreadable(name: str) -> Remark:
    name = shown(name.rstrip("/"))
    message = f'mappen "{name}" går inte att läsa' if name else "aktens mapp går inte att läsa"
    return Remark("VE01", (name,) if name else (), message, "kontrollera disken och rättigheterna till mappen")


def _manifest(found: _Found | None) -> tuple[Manifest | None, list[Remark]]:
    if found is None:
        return None, [Remark("VE05", (MANIFEST,), f'"{MANIFEST}" saknas i akten', RESTORE)]
    if not found.ordinary:
        return None, [Remark("VE05", (MANIFEST,), f'"{MANIFEST}" är inte den fil som arkiverades', RESTORE)]
    try:
        data = read(found.path)
        manifest = Manifest.parsed(data)
    except OSError:
        return None, [Remark("VE05", (MANIFEST,), f'"{MANIFEST}" går inte att läsa', RESTORE)]
    except UnreadableError as error:
        return None, [Remark("VE05", (MANIFEST,), f'"{MANIFEST}" går inte att läsa: {error}', RESTORE)]
    if manifest.digest != manifest.seal or manifest.data != data:
        return manifest, [Remark("VE06", (MANIFEST,), f'"{MANIFEST}" har ändrats sedan akten arkiverades', RESTORE)]
    return manifest, []


def _fault(entry: Entry, found: _Found) -> Remark | None:
    path = (entry.name,)
    if not found.ordinary:
        return Remark("VE02", path, f'"{entry.name}" är en länk eller något annat än den fil som arkiverades', RESTORE)
    if found.size != entry.size:
        sizes = f"{found.size} byte i stället för {entry.size}"
        return Remark("VE02", path, f'"{entry.name}" har ändrats sedan akten arkiverades: {sizes}', RESTORE)
    seen = _digest(found)
    if seen is None:
        return Remark("VE01", path, f'"{entry.name}" går inte att läsa', RESTORE)
    if seen != entry.sha256:
        return Remark("VE02", path, f'"{entry.name}" har ändrats sedan akten arkiverades', RESTORE)
    return None


def _digest(found: _Found) -> str | None:
    try:
        return digest(found.path)
    except OSError:
        return None


def _not_there(missing: list[Entry], files: dict[str, _Found]) -> Iterator[Remark]:
    """The files that are missing, and those that have only another name: they are no longer in ``files``."""
    sizes = {entry.size for entry in missing}
    elsewhere: dict[str | None, list[str]] = {}
    for name, found in files.items():
        if found.ordinary and found.size in sizes:
            elsewhere.setdefault(_digest(found), []).append(name)
    for entry in missing:
        if names := elsewhere.get(entry.sha256):
            name = names.pop(0)
            del files[name]
            message = f'"{entry.name}" heter nu "{shown(name)}"'
            yield Remark("VE04", (shown(name),), message, f'ge filen tillbaka namnet "{entry.name}"')
        else:
            yield Remark("VE01", (entry.name,), f'"{entry.name}" saknas i akten', RESTORE)


def _not_filed(files: dict[str, _Found], folders: set[str], manifest: Manifest) -> Iterator[Remark]:
    for name in files:
        yield _stray(name, "filen")
    needed = {unicodedata.normalize("NFC", folder) for name in (*files, *_names(manifest)) for folder in _above(name)}
    unneeded = folders - needed
    for name in sorted(unneeded):
        if not unneeded.intersection(_above(name)):
            yield _stray(name, "mappen")


def _stray(name: str, what: str) -> Remark:
    message = f'{what} "{shown(name)}" hör inte till akten'
    return Remark("VE03", (shown(name),), message, f"flytta {what} från arkivet")


def _names(manifest: Manifest) -> Iterator[str]:
    return (entry.name for entry in manifest.files)


def _above(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]
