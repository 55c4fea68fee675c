"""What an archive copy is made of: the level that it claims, its facts, what a check of it finds, its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import datetime as dt

    from memogen.diagnostics import Remark

_LEVEL = re.compile(r"(?:pdf/?a[- ]?)?(?P<part>[1-3])(?P<letter>[abu])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of PDF/A (ISO 19005-2 and -3), and whether the file is PDF/UA-1 (ISO 14289-1) too.

    ``letter`` is ``a`` (tagged), ``u`` (its text is Unicode) or ``b`` (it looks the same for ever).
    """

    part: int = 2
    letter: str = "a"
    ua: bool = True

    @classmethod
    def parsed(cls, text: str, *, ua: bool) -> Self | None:
        """The level that a person has written, such as ``PDF/A-2u`` or ``2u``; None where it is none."""
        match = _LEVEL.fullmatch(text.strip())
        return cls(int(match["part"]), match["letter"].lower(), ua) if match else None

    def __str__(self) -> str:
        level = f"PDF/A-{self.part}{self.letter}"
        return f"{level} och PDF/UA-1" if self.ua else level


@dataclass(frozen=True, slots=True)
class Facts:
    """What the metadata of one document says. Names are as the case writes them; ``mall`` tells the template's version.

    ``titel`` is shown by readers of the PDF; ``sprak`` is a language tag (BCP 47).
    """

    titel: str
    sprak: str = "sv-SE"
    handlingstyp: str = ""
    arkivbildare: str = ""
    organisationsnummer: str = ""
    diarienummer: str = ""
    arendemening: str = ""
    organ: str = ""
    datum: dt.date | None = None
    handlaggare: tuple[str, ...] = ()
    sekretess: str = ""
    memogen: str = ""
    mall: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF (PDF/A-3): the source that the document was made from."""

    name: str
    data: bytes
    mime: str
    description: str
    datum: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a PDF: ``code`` of the rule, ``clause`` of the standard, and what to change.

    ``standard`` is ``A`` (PDF/A) or ``UA`` (PDF/UA); ``page`` counts from 1, 0 is the whole file.
    """

    code: str
    standard: str
    clause: str
    message: str
    advice: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a PDF came to. ``level`` is what the file claims and keeps; None: no level of PDF/A."""

    pages: int
    level: Level | None
    findings: tuple[Finding, ...] = ()


class Form(Enum):
    """What kind of file a bilaga is, by its content and not by its name."""

    PDF = "pdf"
    WORD = "word"
    IMAGE = "image"
    MEMOGEN = "memogen"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Brought:
    """A bilaga as an archive PDF; ``pdf`` is None where it could not be brought there, and ``remarks`` say why.

    ``changed`` tells that the pages are not the very bytes that came in, so that the original is kept beside.
    """

    pdf: bytes | None
    changed: bool = True
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a joined act. ``label`` is stamped on its first page (``Bilaga 1``); the first part has none."""

    titel: str
    pdf: bytes
    label: str = ""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One file of an act in the list of what it holds, as people read it.

    ``nr`` is a bilaga's number, empty for what is none; ``titel`` says what the file is (``Tjänsteskrivelse``,
    ``Taxa för båtplatser, original``); ``fil`` is its path in the act's folder. ``sidor`` and ``niva``, the level
    that was verified, are None for what is no PDF; ``storlek`` is in bytes, ``sha256`` in hexadecimals.
    """

    titel: str
    fil: str
    storlek: int
    sha256: str
    nr: str = ""
    sidor: int | None = None
    niva: Level | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What the list of an act says: the facts of its main document, when and as which version it is filed, its files.

    ``ersatter`` names the folder of the version that it replaces; empty for the first. ``utanfor`` are the bilagor that
    secrecy keeps out of the act, with number, title and provision.
    """

    facts: Facts
    rows: tuple[ContentsRow, ...]
    arkiverad: dt.date
    version: int = 1
    ersatter: str = ""
    utanfor: tuple[str, ...] = ()
