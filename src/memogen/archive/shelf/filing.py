"""Filing: an act takes its place in the archive whole or not at all, beside its earlier versions."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from memogen import __version__
from memogen.archive.shelf.chain import HEAD, last_filed, locked, ready_heads
from memogen.archive.shelf.disk import read, settle, write_durably
from memogen.archive.shelf.manifest import MANIFEST, Entry, Link, Manifest, UnreadableError
from memogen.archive.shelf.naming import bases, composed, filed_names, folder_name
from memogen.archive.shelf.rooms import room
from memogen.errors import OutputError
from memogen.files import fingerprint, unwritable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from memogen.artifacts.act import Level


@dataclass(frozen=True, slots=True)
class Filing:
    """One file to be filed. ``name`` is a POSIX path in the act's folder; ask :func:`filed_names` what it becomes.

    ``role`` is a Swedish word (huvuddokument, bilaga, original, källa, samlad, innehåll …). ``level`` is what a check
    found it to be. ``source`` says what it came from; ``kept`` that it is filed as it came in, not made by memogen.
    """

    name: str
    data: bytes
    role: str
    title: str = ""
    pages: int | None = None
    level: Level | None = None
    source: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What is filed as one.

    ``metadata`` is plain JSON data; ``underlag`` a fingerprint of all that the files were made from.
    """

    name: str
    files: tuple[Filing, ...]
    metadata: Mapping[str, Any]
    underlag: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Filed:
    """A version of an act in the archive. ``new``: it was filed by this very call."""

    folder: Path
    manifest: Manifest
    new: bool = False

    @property
    def version(self) -> int:
        """The version, counted from 1."""
        return self.manifest.version


def latest(archive: Path, act: str) -> Filed | None:
    """The last filed version of an act; None where it was never filed. Looks at no other acts.

    Raises:
        OutputError: its manifest is damaged, so that nobody can tell.
    """
    return _found(archive, composed(act))[1]


def file_act(archive: Path, act: Act, *, again: bool = False) -> Filed:
    """File an act as its next version, and make it the last of the archive's chain.

    An act whose last version has the same ``underlag`` is not filed once more, unless ``again``. Many runs may file
    at once.

    Raises:
        OutputError: it could not be filed (full disk, no permission, a damaged archive); then nothing is.
    """
    try:
        if not again and (filed := _same(archive, act)):
            return filed
        with room(archive) as unfinished:
            entries = _laid_out(unfinished, act)
            with locked(archive):
                return _placed(archive, act, entries, unfinished, again=again)
    except OSError as error:
        raise unwritable(archive, error) from error


def _laid_out(unfinished: Path, act: Act) -> tuple[Entry, ...]:
    names = filed_names(filing.name for filing in act.files)
    files = {unfinished / name: filing.data for name, filing in zip(names, act.files, strict=True)}
    below = {path.parent for path in files} - {unfinished}
    for folder in below:
        folder.mkdir(parents=True, exist_ok=True)
    write_durably(files)
    for folder in below:
        settle(folder)
    moment = _moment(act.made)
    return tuple(_entry(name, filing, moment) for name, filing in zip(names, act.files, strict=True))


def _entry(name: str, filing: Filing, moment: str) -> Entry:
    return Entry(
        name=name,
        role=filing.role,
        title=filing.title,
        sha256=fingerprint(filing.data),
        size=len(filing.data),
        pages=filing.pages,
        level=filing.level,
        source=filing.source,
        made=None if filing.kept else moment,
        maker=None if filing.kept else __version__,
    )


def _moment(made: dt.datetime) -> str:
    return (made if made.tzinfo else made.astimezone()).isoformat(timespec="seconds")


def _placed(archive: Path, act: Act, entries: tuple[Entry, ...], unfinished: Path, *, again: bool) -> Filed:
    if not again and (filed := _same(archive, act)):  # another run may have filed it meanwhile
        return filed
    base, before = _found(archive, composed(act.name))
    version = before.version + 1 if before else 1
    target = archive / folder_name(base, version)
    previous = last_filed(archive)
    manifest = _manifest(act, entries, target.name, previous, before)
    heads = ready_heads(archive, manifest.link, previous)
    begun, done = heads
    write_durably({unfinished / MANIFEST: manifest.data, **heads})
    settle(unfinished)
    begun.replace(archive / HEAD)
    settle(archive)
    os.rename(unfinished, target)  # noqa: PTH104 - the one step that files the act, said in the kernel's own word
    with suppress(OSError):  # the act is filed; "påbörjad" with the folder in place means the same as "klar"
        settle(archive)
        done.replace(archive / HEAD)  # nobody waits until this stands, for the same reason
    return Filed(target, manifest, new=True)


def _same(archive: Path, act: Act) -> Filed | None:
    before = latest(archive, act.name)
    return before if before is not None and before.manifest.underlag == act.underlag else None


def _manifest(
    act: Act, entries: tuple[Entry, ...], folder: str, previous: Link | None, before: Filed | None
) -> Manifest:
    unsealed = Manifest(
        act=composed(act.name),
        folder=folder,
        version=before.version + 1 if before else 1,
        replaces=before.manifest.link if before else None,
        previous=previous,
        made=_moment(act.made),
        memogen=__version__,
        metadata=act.metadata,
        underlag=act.underlag,
        files=entries,
    )
    return unsealed.sealed


def _found(archive: Path, act: str) -> tuple[str, Filed | None]:
    """The name that the act's folders start with, and its last version."""
    for base in bases(act):
        folder = _last_version(archive, base)
        if folder is None:
            return base, None
        manifest = _read(folder)
        if manifest.act == act:
            return base, Filed(folder, manifest)
    raise OutputError(f'"{act}" kan inte arkiveras: andra akter har tagit namnet', "ge akten ett annat diarienummer")


def _last_version(archive: Path, base: str) -> Path | None:
    """The folder of the last version; one that was taken away from among them hides no later one."""
    last, version = None, 1
    while any(os.path.lexists(archive / folder_name(base, step)) for step in (version, version + 1)):
        if os.path.lexists(path := archive / folder_name(base, version)):
            last = path
        version += 1
    return last


def _read(folder: Path) -> Manifest:
    try:
        manifest = Manifest.parsed(read(folder / MANIFEST))
    except (OSError, UnreadableError) as error:
        raise _damaged(folder) from error
    if manifest.seal != manifest.digest:
        raise _damaged(folder)
    return manifest


def _damaged(folder: Path) -> OutputError:
    return OutputError(
        f'"{folder / MANIFEST}" är skadad, så det går inte att säga vad som är arkiverat',
        'lägg tillbaka mappen ur en säkerhetskopia, och kör "memogen verify"',
    )
