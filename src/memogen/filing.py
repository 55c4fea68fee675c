"""Where a document is filed: the folder and the name of every output, and which case file claims it.

The index looks at the top-level keys of every case file of the workspace, cheaply; the load room has the
last word on what a file says.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from memogen.files import safe_name
from memogen.model import diarienummer
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.sammantrade import Sammantrade
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from memogen.artifacts import Memo
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.workspace import Workspace

_TOP_LEVEL = re.compile(r"^(?P<key>[^\s#:\-][^:\n]*?)\s*:[ \t]+(?P<value>[^\n]+?)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"\s+#.*$")
_LARGEST = 5_000_000
MEETING = "sammantrade"
_NAMED_BILAGA = re.compile(r"\bfil\s*:\s*[\"']?(?P<fil>[^\"',}\n#]+?\.ya?ml)\b", re.IGNORECASE)
_TAKEN_UP = re.compile(r"^[ \-]*(?:ä|a|Ä|A)rende\s*:\s*(?P<number>[^#\n]+)", re.MULTILINE)


class Slot(NamedTuple):
    """A place for one document below the output folder, without the file's ending."""

    folder: str
    name: str

    @property
    def key(self) -> str:
        """What two slots share when a disk that ignores case would mix them up."""
        return f"{self.folder}/{self.name}".casefold()

    def beside(self, stem: str) -> Slot:
        """The slot of another input that would have taken the same place."""
        return Slot(self.folder, f"{self.name}_{safe_name(stem)}")


def slot(document: Grund, memo: Memo, stem: str, profil: Profil) -> Slot:
    """Where a document is filed (``<diarienummer>/<kind>``, ``<KORTNAMN>-<datum>/utdrag/…``)."""
    if isinstance(document, Sammantrade):
        return Slot(
            meeting_folder(document, profil), "/".join(safe_name(part) for part in (memo.filed or memo.kind).split("/"))
        )
    if isinstance(document, Protokollsutdrag):
        header = {
            "organ": document.organ,
            "datum": document.datum.isoformat(),
            "paragraf": document.paragraf,
            "diarienummer": document.diarienummer or document.arende or "",
        }
    else:
        header = {"diarienummer": getattr(document, "diarienummer", None) or ""}
    return _slot(header, memo.kind, stem, profil)


def meeting_folder(meeting: Sammantrade, profil: Profil) -> str:
    """The folder of a meeting's documents: ``KSAU-2026-03-24``."""
    return safe_name(f"{profil.kortnamn(meeting.organ)}-{meeting.datum.isoformat()}")


def _slot(header: dict[str, str], kind: str, stem: str, profil: Profil) -> Slot:
    number = header.get("diarienummer", "")
    if kind == MEETING:
        return Slot(safe_name(f"{profil.kortnamn(header.get('organ', ''))}-{header.get('datum', '')}"), MEETING)
    if kind != "protokollsutdrag":
        return Slot(safe_name(number or stem), kind)
    name = f"paragraf-{safe_name(header.get('paragraf', '').strip(' §'))}"
    folder = safe_name(f"{profil.kortnamn(header.get('organ', ''))}-{header.get('datum', '')}")
    return Slot(folder, f"utdrag/{name}_{safe_name(number)}" if number else f"utdrag/{name}")


@dataclass(frozen=True)
class Index:
    """What the workspace's case files say of themselves at their top level."""

    workspace: Workspace
    profil: Profil
    extra: tuple[Path, ...] = ()

    @cached_property
    def headers(self) -> dict[Path, dict[str, str]]:
        """The simple top-level keys of every case file, folded."""
        folder = self.workspace.cases
        paths = self.workspace.files_under(folder) if folder.is_dir() else []
        return {path: _header(path) for path in sorted({*paths, *self.extra}, key=lambda path: path.parts)}

    @cached_property
    def _claims(self) -> dict[str, list[Path]]:
        claims: dict[str, list[Path]] = {}
        for path, header in self.headers.items():
            claims.setdefault(self._wanted(path, header).key, []).append(path)
        return claims

    def _wanted(self, path: Path, header: dict[str, str]) -> Slot:
        kind = fold(header.get("typ", "ärende"))
        kind = "tjansteskrivelse" if kind == "arende" else kind
        number = header.get("diarienummer") or header.get("arende", "")
        return _slot({**header, "diarienummer": number}, kind, path.stem, self.profil)

    @cached_property
    def _cases(self) -> dict[str | diarienummer.Key, Path]:
        found: dict[str | diarienummer.Key, Path] = {}
        for path, header in self.headers.items():
            if fold(header.get("typ", "ärende")) == "arende" and header.get("diarienummer"):
                found.setdefault(self._identity(header["diarienummer"]), path)
        return found

    def claimed(self, wanted: Slot, path: Path) -> Slot:
        """The slot that is this file's own: the first file in order has the plain name, the others a longer."""
        if self.meeting_of(path) is not None and self.rank(path):
            return Slot(f"{wanted.folder}_{safe_name(path.stem)}", wanted.name)
        claimants = self._claims.get(wanted.key, [])
        first = not claimants or claimants[0] == path
        return wanted if first else wanted.beside(path.stem)

    def waiting_for(self, organ: str) -> list[tuple[str, str]]:
        """The number and rubrik of every ärende that the organ should take up.

        Those are the ones to it and to the organ that it prepares for, unless one of its meetings has them already.
        """
        name = self.profil.organets_namn(organ)
        known = self.profil.organ.get(name)
        takers = {fold(name), fold((known.bereder_for if known else None) or name)}
        taken = self._taken_up(name)
        return [
            (header["diarienummer"], header.get("rubrik", ""))
            for identity, path in self._cases.items()
            if fold(self.profil.organets_namn((header := self.headers[path]).get("mottagare", ""))) in takers
            and identity not in taken
        ]

    def _taken_up(self, organ: str) -> set[str | diarienummer.Key]:
        meetings = [
            path
            for path, header in self.headers.items()
            if fold(header.get("typ", "")) == MEETING
            and fold(self.profil.organets_namn(header.get("organ", ""))) == fold(organ)
        ]
        found = (match["number"] for path in meetings for match in _TAKEN_UP.finditer(_text(path)))
        return {self._identity(number.strip("'\" ")) for number in found}

    def meetings(self, organ: str, year: int) -> tuple[Path, ...]:
        """The meeting files of an organ in a year, by day, hour and name."""
        wanted = fold(self.profil.organets_namn(organ))
        found = [
            (header.get("datum", ""), header.get("tid", ""), path)
            for path, header in self.headers.items()
            if fold(header.get("typ", "")) == MEETING
            and fold(self.profil.organets_namn(header.get("organ", ""))) == wanted
            and header.get("datum", "").startswith(f"{year:04}-")
        ]
        return tuple(path for *_, path in sorted(found))

    def meeting_of(self, path: Path) -> tuple[str, int] | None:
        """The organ and the year of a meeting file; None for what is no meeting."""
        header = self.headers.get(path, {})
        year = header.get("datum", "")[:4]
        if fold(header.get("typ", "")) != MEETING or not year.isdecimal():
            return None
        return self.profil.organets_namn(header.get("organ", "")), int(year)

    def meetings_before(self, path: Path) -> tuple[Path, ...]:
        """The same organ's earlier meetings of the year; none for what is no meeting."""
        of = self.meeting_of(path)
        found = self.meetings(*of) if of else ()
        return found[: found.index(path)] if path in found else ()

    def rank(self, path: Path) -> int:
        """The file's place among those that want the same slot; 0 is the first."""
        header = self.headers.get(path)
        claimants = self._claims.get(self._wanted(path, header).key, []) if header is not None else []
        return claimants.index(path) if path in claimants else 0

    def case(self, number: str) -> Path | None:
        """The file of the ärende with this diarienummer, in whatever spelling."""
        return self._cases.get(self._identity(number))

    def _identity(self, number: str) -> str | diarienummer.Key:
        """What two spellings of one diarienummer share (``KSN-2024-2708`` and ``KSN 2024-02708``)."""
        return diarienummer.key(number, self.profil.diarienummer) or fold(number)

    def act(self, path: Path) -> str:
        """The folder of a file's archive copy: its diarienummer, ``KORTNAMN-datum``, or its own name.

        Of several files that want the same one, an ärende goes first and the others add their own names.
        """
        wanted = self._act(path)
        claimants = self._act_claims.get(wanted.casefold(), [])
        if path not in claimants or claimants[0] == path:
            return wanted
        before = [other.stem for other in claimants[: claimants.index(path)]]
        name = f"{wanted}_{safe_name(path.stem)}"
        return f"{name}-{before.count(path.stem) + 1}" if path.stem in before[1:] else name

    @cached_property
    def _act_claims(self) -> dict[str, list[Path]]:
        claims: dict[str, list[Path]] = {}
        for path in sorted(self.headers, key=lambda path: (not self._is_case(path), path)):
            claims.setdefault(self._act(path).casefold(), []).append(path)
        return claims

    def _act(self, path: Path) -> str:
        slot = self._wanted(path, self.headers.get(path, {}))
        return f"{slot.folder}-{slot.name.removeprefix('utdrag/')}" if "/" in slot.name else slot.folder

    def _is_case(self, path: Path) -> bool:
        return fold(self.headers[path].get("typ", "ärende")) == "arende"

    def owners(self, path: Path) -> frozenset[Path]:
        """The files that name a memogen file as their bilaga."""
        return self._bilagor.get(path, frozenset())

    @cached_property
    def _bilagor(self) -> dict[Path, frozenset[Path]]:
        found: dict[Path, set[Path]] = {}
        for owner in self.headers:
            for match in _NAMED_BILAGA.finditer(_text(owner)):
                with suppress(OutsideWorkspaceError, OSError, ValueError):
                    named = Path(os.path.normpath(self.workspace.named_by(owner, match["fil"].strip())))
                    if named != owner:
                        found.setdefault(named, set()).add(owner)
        return {path: frozenset(owners) for path, owners in found.items()}

    def numbers(self) -> list[str]:
        """Every diarienummer that an ärende of the workspace has, as written."""
        return [self.headers[path]["diarienummer"] for path in self._cases.values()]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _header(path: Path) -> dict[str, str]:
    text = _text(path)
    found: dict[str, str] = {}
    for match in _TOP_LEVEL.finditer(text):
        value = match["value"]
        value = (_COMMENT.sub("", value) if "#" in value else value).strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        found.setdefault(fold(match["key"].strip("'\"")), value)
    return found
