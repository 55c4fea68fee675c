"""The place of a document below the output folder: ``<diarienummer>/<kind>``, ``<KORTNAMN>-<datum>/utdrag/…``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.files import safe_name
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.sammantrade import Sammantrade
from memogen.workspace import ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memogen.artifacts import Memo
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil

MEETING = "sammantrade"


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
    """Where a document is filed."""
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
    return _meeting_folder(meeting.organ, meeting.datum.isoformat(), profil)


def wanted(header: Mapping[str, str], stem: str, profil: Profil) -> Slot:
    """The slot that a case file's own first document wants, by the file's top-level keys."""
    kind = fold(header.get("typ", "ärende"))
    kind = "tjansteskrivelse" if kind == "arende" else kind
    number = header.get("diarienummer") or header.get("arende", "")
    return _slot({**header, "diarienummer": number}, kind, stem, profil)


def _slot(header: Mapping[str, str], kind: str, stem: str, profil: Profil) -> Slot:
    number = header.get("diarienummer", "")
    if kind == MEETING:
        return Slot(_meeting_folder(header.get("organ", ""), header.get("datum", ""), profil), MEETING)
    if kind != "protokollsutdrag":
        folder = safe_name(number or stem)
        return Slot(f"{folder}-{kind}" if folder.casefold() == ARCHIVE else folder, kind)
    name = f"paragraf-{safe_name(header.get('paragraf', '').strip(' §'))}"
    folder = _meeting_folder(header.get("organ", ""), header.get("datum", ""), profil)
    return Slot(folder, f"utdrag/{name}_{safe_name(number)}" if number else f"utdrag/{name}")


def _meeting_folder(organ: str, day: str, profil: Profil) -> str:
    return safe_name(f"{profil.kortnamn(organ)}-{day}")
