"""The workspace's case files by what they say of themselves at their top level.

There may be fifty thousand of them, and every worker has an index: it keeps what is asked for again, in little room.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from memogen.files import safe_name
from memogen.filing import slots
from memogen.filing.claims import Claims, Firsts, firsts, settled
from memogen.filing.headers import header_of, text
from memogen.filing.slots import MEETING, Slot
from memogen.model import diarienummer
from memogen.model.nyckel import fold
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.model.profil import Profil
    from memogen.workspace import Workspace

_NAMED_BILAGA = re.compile(r"\bfil\s*:\s*[\"']?(?P<fil>[^\"',}\n#]+)", re.IGNORECASE)
_MEMOGEN_FILE = re.compile(r".*?\.ya?ml\b", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_OWN_BILAGOR = re.compile(r"^[\"']?bilagor[\"']?[ \t]*:", re.IGNORECASE | re.MULTILINE)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_STYRDOKUMENT = "styrdokument"
_TAKEN_UP = re.compile(r"^[ \-]*(?:ä|a|Ä|A)rende\s*:\s*(?P<number>[^#\n]+)", re.MULTILINE)


class _Found(NamedTuple):
    claims: Claims
    meetings: dict[Path, dict[str, str]]


@dataclass(frozen=True)
class Index:
    """What the workspace's case files say of themselves at their top level; ``extra`` are those outside ``cases/``."""

    workspace: Workspace
    profil: Profil
    extra: tuple[Path, ...] = ()

    @cached_property
    def _found(self) -> _Found:
        """What one look at every case file gives: its claim, and the meetings."""
        meetings: dict[Path, dict[str, str]] = {}

        def wanted() -> Iterator[tuple[str, str]]:
            for name, header in self._headers():
                if fold(header.get("typ", "")) == MEETING:
                    meetings[Path(name)] = header
                yield slots.wanted(header, _stem(name), self.profil).key, name

        return _Found(settled(wanted()), {path: meetings[path] for path in sorted(meetings)})

    def __getstate__(self) -> dict[str, object]:
        """For another process: what was found goes with it, so that it need not look at every file again."""
        return {field.name: getattr(self, field.name) for field in fields(self)} | {"_found": self._found}

    def _names(self) -> Iterator[str]:
        """The paths as text: every run goes through them all."""
        folder = self.workspace.cases
        yield from self.workspace.names_under(folder) if folder.is_dir() else ()
        yield from map(str, self.extra)

    def _headers(self) -> Iterator[tuple[str, dict[str, str]]]:
        return ((name, header_of(name)) for name in self._names())

    @property
    def meeting_headers(self) -> Mapping[Path, Mapping[str, str]]:
        """The simple top-level keys of every meeting file, folded; by path."""
        return self._found.meetings

    @cached_property
    def _cases(self) -> Firsts:
        """The ärenden by what the spellings of their diarienummer share."""
        return firsts(
            (self._identity(header["diarienummer"]), name)
            for name, header in self._headers()
            if _is_case(header) and header.get("diarienummer")
        )

    def claimed(self, wanted: Slot, path: Path) -> Slot:
        """The slot that is this file's own: the first file in order has the plain name, the others a longer."""
        claims = self._found.claims
        if self.meeting_of(path) is not None and claims.rank(path):
            return Slot(f"{wanted.folder}_{safe_name(path.stem)}", wanted.name)
        return wanted.beside(path.stem) if claims.is_another_s(wanted.key, path) else wanted

    def waiting_for(self, organ: str) -> list[tuple[str, str]]:
        """The number and rubrik of every ärende that the organ should take up.

        Those are the ones to it and to the organ that it prepares for, unless one of its meetings has them already.
        """
        name = self.profil.organets_namn(organ)
        known = self.profil.organ.get(name)
        takers = {fold(name), fold((known.bereder_for if known else None) or name)}
        taken = self._taken_up(name)
        paths = sorted(path for path in self._cases.paths if path not in taken)
        return [
            (found["diarienummer"], found.get("rubrik", ""))
            for found in map(header_of, paths)
            if fold(self.profil.organets_namn(found.get("mottagare", ""))) in takers
        ]

    def _taken_up(self, organ: str) -> set[Path | None]:
        meetings = [
            path
            for path, header in self.meeting_headers.items()
            if fold(self.profil.organets_namn(header.get("organ", ""))) == fold(organ)
        ]
        found = (match["number"] for path in meetings for match in _TAKEN_UP.finditer(text(path)))
        return {self.case(number.strip("'\" ")) for number in found}

    def meetings(self, organ: str, year: int) -> tuple[Path, ...]:
        """The meeting files of an organ in a year, by day, hour and name."""
        wanted = fold(self.profil.organets_namn(organ))
        found = [
            (header.get("datum", ""), _hour(header.get("tid", "")), path)
            for path, header in self.meeting_headers.items()
            if fold(self.profil.organets_namn(header.get("organ", ""))) == wanted
            and header.get("datum", "").startswith(f"{year:04}-")
        ]
        return tuple(path for *_, path in sorted(found))

    def meeting_of(self, path: Path) -> tuple[str, int] | None:
        """The organ and the year of a meeting file; None for what is no meeting."""
        header = self.meeting_headers.get(path, {})
        year = header.get("datum", "")[:4]
        return (self.profil.organets_namn(header.get("organ", "")), int(year)) if year.isdecimal() else None

    def meetings_before(self, path: Path) -> tuple[Path, ...]:
        """The same organ's earlier meetings of the year; none for what is no meeting."""
        of = self.meeting_of(path)
        found = self.meetings(*of) if of else ()
        return found[: found.index(path)] if path in found else ()

    def rank(self, path: Path) -> int:
        """The file's place among those that want the same slot; 0 is the first."""
        return self._found.claims.rank(path)

    def case(self, number: str) -> Path | None:
        """The file of the ärende with this diarienummer, in whatever spelling."""
        return self._cases.get(self._identity(number))

    def namesakes(self, number: str) -> tuple[Path, ...]:
        """The other ärenden with this diarienummer, when several files have it."""
        return self._cases.beside(self._identity(number))

    def _identity(self, number: str) -> str:
        """What two spellings of one diarienummer share (``KSN-2024-2708`` and ``KSN 2024-02708``)."""
        key = diarienummer.key(number, self.profil.diarienummer)
        return fold(number) if key is None else f"{key.prefix}\0{key.year}\0{key.number}"

    def act(self, path: Path) -> str:
        """The folder of a file's archive copy: its diarienummer, ``KORTNAMN-datum``, or its own name.

        Of several files that want the same one, an ärende goes first and the others add their own names.
        """
        wanted, longer = self.act_names(path)
        claimants = self._act_claims.get(wanted.casefold(), [])
        if path not in claimants or claimants[0] == path:
            return wanted
        before = [other.stem for other in claimants[: claimants.index(path)]]
        return f"{longer}-{before.count(path.stem) + 1}" if path.stem in before[1:] else longer

    def act_names(self, path: Path) -> tuple[str, str]:
        """The folder that a file's archive copy wants, and the one that it gets where another file has that."""
        wanted = self._act(str(path), header_of(path))
        return wanted, f"{wanted}_{safe_name(path.stem)}"

    def rivals(self, path: Path) -> tuple[Path, ...]:
        """The other files that want the same folder in the archive."""
        wanted, _ = self.act_names(path)
        return tuple(other for other in self._act_claims.get(wanted.casefold(), ()) if other != path)

    @cached_property
    def _act_claims(self) -> dict[str, list[Path]]:
        """The files that want the same folder in the archive, where several do."""
        claims: dict[str, list[tuple[bool, str]]] = {}
        for name, header in self._headers():
            claims.setdefault(self._act(name, header).casefold(), []).append((not _is_case(header), name))
        return {
            name: [path for _, path in sorted((later, Path(path)) for later, path in found)]
            for name, found in claims.items()
            if len(found) > 1
        }

    def _act(self, name: str, header: Mapping[str, str]) -> str:
        slot = slots.wanted(header, _stem(name), self.profil)
        return f"{slot.folder}-{slot.name.removeprefix('utdrag/')}" if "/" in slot.name else slot.folder

    def owners(self, path: Path) -> frozenset[Path]:
        """The files that name a memogen file as their bilaga."""
        return self._bilagor.get(path, frozenset())

    def is_only_bilaga(self, path: Path) -> bool:
        """Whether a memogen file that is a bilaga has no act of its own.

        A meeting has one, and a file with bilagor: the other act does not take all that they make. A styrdokument that
        is not adopted has none yet.
        """
        header = header_of(path)
        kind = fold(header.get("typ", ""))
        is_proposal = kind == _STYRDOKUMENT and not header.get("datum")
        return is_proposal or (kind != MEETING and not _OWN_BILAGOR.search(text(path)))

    @cached_property
    def _bilagor(self) -> dict[Path, frozenset[Path]]:
        found: dict[Path, set[Path]] = {}
        for owner in map(Path, self._names()):
            for match in filter(None, map(_MEMOGEN_FILE.match, _NAMED_BILAGA.findall(_COMMENT.sub("", text(owner))))):
                with suppress(OutsideWorkspaceError, OSError, ValueError):
                    named = Path(os.path.normpath(self.workspace.named_by(owner, match[0].strip())))
                    if named != owner:
                        found.setdefault(named, set()).add(owner)
        return {path: frozenset(owners) for path, owners in found.items()}

    @cached_property
    def numbers(self) -> list[str]:
        """Every diarienummer that an ärende of the workspace has, as written; only who has missed one asks for them."""
        return [header_of(path).get("diarienummer", "") for path in self._cases.paths]


def _hour(tid: str) -> str:
    """When a meeting begins, as it can be ordered; empty where it is not said: ``9.00`` and ``09:00`` are ``09.00``."""
    found = _CLOCK.search(tid)
    return f"{int(found[1]):02}.{found[2]}" if found else ""


def _stem(name: str) -> str:
    return os.path.splitext(os.path.basename(name))[0]  # noqa: PTH119, PTH122 - as for all names here


def _is_case(header: Mapping[str, str]) -> bool:
    return fold(header.get("typ", "ärende")) == "arende"
