"""Looking at the whole archive: do the manifests vouch for each other, without a gap or a fork?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.archive.shelf.chain import HALL, HEAD, Head, looked_at, read_head
from memogen.archive.shelf.looking import RESTORE, shown
from memogen.archive.shelf.manifest import UnreadableError
from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.archive.shelf.looking import Look
    from memogen.archive.shelf.manifest import Link, Manifest

_RESTORE_ACT = "lägg tillbaka hela mappen ur en säkerhetskopia"


@dataclass(frozen=True, slots=True)
class Stock:
    """What stands in the archive at one moment. ``head`` is None where kedja.json is missing or damaged.

    The paths of the remarks are ``(name of the folder or file in the archive,)``.
    """

    archive: Path
    folders: tuple[Path, ...]
    head: Head | None
    remarks: tuple[Remark, ...] = ()


def stock(archive: Path) -> Stock:
    """The acts' folders, sorted, and the head of their chain; what other runs file afterwards is not seen.

    Raises:
        OutputError: another run has kept the archive for a minute.
    """
    folders: list[Path] = []
    remarks: list[Remark] = []
    with looked_at(archive):
        head, faults = _head(archive)
        try:
            entries = sorted(os.scandir(archive), key=lambda entry: entry.name)
        except OSError:
            help_ = "kontrollera disken och rättigheterna till mappen"
            return Stock(archive, (), head, (Remark("VE01", (), "arkivets mapp går inte att läsa", help_),))
    for entry in entries:
        if entry.name in {HEAD, HALL}:
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(Path(entry.path))
        else:
            message = f'filen "{shown(entry.name)}" hör inte till arkivet'
            remarks.append(Remark("VE03", (shown(entry.name),), message, "flytta filen från arkivet"))
    if head is None and not faults and folders:
        faults = [Remark("VE07", (HEAD,), f'"{HEAD}" saknas, så arkivets kedja har inget slut', RESTORE)]
    return Stock(archive, tuple(folders), head, (*faults, *remarks))


def _head(archive: Path) -> tuple[Head | None, list[Remark]]:
    try:
        return read_head(archive), []
    except OSError:
        return None, [Remark("VE07", (HEAD,), f'"{HEAD}" går inte att läsa', RESTORE)]
    except UnreadableError as error:
        return None, [Remark("VE07", (HEAD,), f'"{HEAD}" har ändrats: {error}', RESTORE)]


def chain_remarks(stock: Stock, looks: Sequence[Look]) -> tuple[Remark, ...]:
    """What is wrong between the acts; ``looks`` are the looks at all the folders of the stock.

    Found: an act that was taken away, exchanged, renamed or put in, a manifest that was edited and sealed again, two
    acts that follow one, versions that do not replace each other. A run that was killed leaves nothing to remark on.
    """
    acts: dict[str, Manifest] = {}
    remarks: list[Remark] = []
    unreadable = set()
    for look in looks:
        if look.manifest is None:
            unreadable.add(look.folder.name)
        elif look.manifest.folder == look.folder.name:
            acts[look.folder.name] = look.manifest
    for look in looks:
        if look.manifest is not None and look.manifest.folder != look.folder.name:
            remarks.append(_renamed(look.folder.name, look.manifest, acts))
            acts.setdefault(look.manifest.folder, look.manifest)
    chain = _Chain(stock, acts, unreadable)
    return tuple(dict.fromkeys((*remarks, *chain.links(), *chain.forks(), *chain.ends(), *chain.versions())))


def _renamed(name: str, manifest: Manifest, acts: dict[str, Manifest]) -> Remark:
    name, own = shown(name), shown(manifest.folder)
    if manifest.folder in acts:
        return Remark("VE03", (name,), f'mappen "{name}" är en kopia av "{own}"', "flytta mappen från arkivet")
    return Remark("VE04", (name,), f'mappen "{own}" heter nu "{name}"', f'ge mappen tillbaka namnet "{own}"')


@dataclass(frozen=True, slots=True)
class _Chain:
    stock: Stock
    acts: dict[str, Manifest]
    unreadable: set[str]

    def links(self) -> Iterator[Remark]:
        """Every act that another one builds on is there, and is the one that was filed."""
        for manifest in self.acts.values():
            for link in (manifest.previous, manifest.replaces):
                if link is not None:
                    yield from self._held(link)
        if (end := self._end()) is not None:
            yield from self._held(end)

    def _held(self, link: Link) -> Iterator[Remark]:
        name = shown(link.folder)
        if link.folder in self.acts:
            if self.acts[link.folder].digest != link.digest:
                message = f'akten "{name}" är inte den som arkiverades: kedjan pekar på en annan'
                yield Remark("VE07", (name,), message, _RESTORE_ACT)
        elif link.folder not in self.unreadable:
            yield Remark("VE08", (name,), f'akten "{name}" saknas i arkivet', _RESTORE_ACT)

    def _end(self) -> Link | None:
        """The last act: the one that was begun counts only if its folder has taken its place."""
        head = self.stock.head
        if head is None:
            return None
        in_place = head.latest.folder in self.acts or head.latest.folder in self.unreadable
        return head.latest if in_place or not head.begun else head.previous

    def forks(self) -> Iterator[Remark]:
        """No two acts follow the same one."""
        followers: dict[str | None, list[str]] = {}
        for name, manifest in sorted(self.acts.items()):
            followers.setdefault(manifest.previous.folder if manifest.previous else None, []).append(shown(name))
        for before, names in followers.items():
            for name in names[1:]:
                what = f'följer på "{shown(before)}"' if before is not None else "är arkivets första"
                message = f'kedjan delar sig: både "{names[0]}" och "{name}" {what}'
                yield Remark("VE07", (name,), message, "ta reda på vilken mapp som har lagts till, och flytta den")

    def ends(self) -> Iterator[Remark]:
        """Every act but the last is followed by another, and kedja.json knows the last and the one before it."""
        end = self._end()
        if end is None and self.stock.head is None:
            return
        followed = {manifest.previous.folder for manifest in self.acts.values() if manifest.previous}
        loose = sorted(name for name in self.acts if name not in followed and (end is None or name != end.folder))
        gone = {link.folder for link in self._all_links(end)} - self.acts.keys()
        if len(loose) > len(gone | self.unreadable):
            for name in map(shown, loose):
                message = f'akten "{name}" hör inte till arkivets kedja'
                yield Remark("VE07", (name,), message, f'lägg tillbaka rätt "{HEAD}", eller flytta mappen från arkivet')
        yield from self._last_but_one()

    def _all_links(self, end: Link | None) -> Iterator[Link]:
        for manifest in self.acts.values():
            yield from (link for link in (manifest.previous, manifest.replaces) if link)
        if end is not None:
            yield end

    def _last_but_one(self) -> Iterator[Remark]:
        head = self.stock.head
        last = self.acts.get(head.latest.folder) if head else None
        if head and last and last.digest == head.latest.digest and last.previous != head.previous:
            yield Remark("VE07", (HEAD,), f'"{HEAD}" har ändrats: den säger fel om akten före den sista', RESTORE)

    def versions(self) -> Iterator[Remark]:
        """Every version but the first replaces the one before it, of the same act."""
        for name, manifest in self.acts.items():
            before = self.acts.get(manifest.replaces.folder) if manifest.replaces else None
            first = manifest.version == 1 and manifest.replaces is None
            unknown = manifest.replaces is not None and before is None
            follows = before is not None and (before.act, before.version) == (manifest.act, manifest.version - 1)
            if not (first or unknown or follows):
                message = f'version {manifest.version} av akten "{shown(manifest.act)}" ersätter inte den före'
                yield Remark("VE07", (shown(name),), message, _RESTORE_ACT)
