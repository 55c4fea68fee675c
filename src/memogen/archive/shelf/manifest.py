"""manifest.json: what one filed version of an act holds, and what was filed before it.

JSON in UTF-8, indented by two blanks and ended by a line break, with these keys in this order and no others:

``format`` 1 · ``akt`` the act's name · ``mapp`` the folder's name · ``version`` counted from 1 · ``ersätter`` the
version before this one · ``föregående`` what the archive filed last before this · ``skapad`` (ISO 8601 with zone) ·
``memogen`` the version that made it · ``metadata`` · ``underlag`` the material's fingerprint · ``filer`` · ``digest``.

``ersätter`` and ``föregående`` are ``{mapp, digest}`` or null. Each of ``filer`` has ``fil`` (POSIX path in the folder,
NFC), ``roll``, ``titel``, ``sha256``, ``storlek`` (bytes), ``sidor``, ``nivå`` (as it was verified) and ``ua``,
``källa`` (what it came from), ``skapad`` and ``memogen``; the last two are null for a file that is kept as it came in.

``digest`` is the SHA-256 of the same JSON without ``digest``, its keys in the same order, with no blanks or line breaks
between its parts. Since it covers ``föregående``, each manifest vouches for all that were filed before it.
"""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from memogen.artifacts.act import Level
from memogen.files import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
MANIFEST = "manifest.json"
_Kind = TypeVar("_Kind")


class UnreadableError(Exception):
    """A manifest, or the head of the chain, that cannot be understood. The text says why, in Swedish."""


def written(plain: Mapping[str, Any]) -> bytes:
    """The bytes that memogen writes of some plain data; there are no others for the same data."""
    text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


def read_plain(data: bytes) -> dict[str, Any]:
    """The mapping that some JSON holds.

    Raises:
        UnreadableError: it is no JSON, no mapping, or of a format that this version does not know.
    """
    try:
        plain = json.loads(data, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("innehållet är inte JSON") from error
    if not isinstance(plain, dict):
        raise UnreadableError("innehållet är inte en mappning")
    if field(plain, "format", int) != FORMAT:
        raise UnreadableError("formatet hör till en annan version av memogen")
    return plain


def _finite(number: str) -> float:
    """A number of the kind that JSON knows: Python reads ``NaN`` and ``1e999`` too, and could not write them again."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def field(plain: object, key: str, kind: type[_Kind]) -> _Kind:
    """A value of this very kind.

    Raises:
        UnreadableError: it is missing, or of another kind.
    """
    value = plain.get(key) if isinstance(plain, dict) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UnreadableError(f'"{key}" saknas eller är av fel slag')
    return value


def field_or_none(plain: object, key: str, kind: type[_Kind]) -> _Kind | None:
    """A value of this very kind, or None where the file says null.

    Raises:
        UnreadableError: it is missing, or of another kind.
    """
    if isinstance(plain, dict) and plain.get(key, "") is None:
        return None
    return field(plain, key, kind)


@dataclass(frozen=True, slots=True)
class Link:
    """A filed act that another one builds on: its folder's name, and its manifest's digest."""

    folder: str
    digest: str

    @property
    def plain(self) -> dict[str, str]:
        """As it is written."""
        return {"mapp": self.folder, "digest": self.digest}

    @classmethod
    def parsed(cls, plain: object, key: str) -> Self | None:
        """The link that is written under a key; UnreadableError where it is wrongly written."""
        link = field_or_none(plain, key, dict)
        return None if link is None else cls(field(link, "mapp", str), field(link, "digest", str))


@dataclass(frozen=True, slots=True)
class Entry:
    """One filed file.

    ``level`` is what a check found it to be; ``made`` and ``maker`` are None for a file that is kept as it came in.
    """

    name: str
    role: str
    title: str
    sha256: str
    size: int
    pages: int | None
    level: Level | None
    source: str
    made: str | None
    maker: str | None

    @property
    def plain(self) -> dict[str, Any]:
        """As it is written."""
        return {
            "fil": self.name,
            "roll": self.role,
            "titel": self.title,
            "sha256": self.sha256,
            "storlek": self.size,
            "sidor": self.pages,
            "nivå": f"PDF/A-{self.level.part}{self.level.letter}" if self.level else None,
            "ua": bool(self.level and self.level.ua),
            "källa": self.source,
            "skapad": self.made,
            "memogen": self.maker,
        }

    @classmethod
    def parsed(cls, plain: object) -> Self:
        """The entry that is written; UnreadableError where it is wrongly written."""
        level = field_or_none(plain, "nivå", str)
        return cls(
            name=_inside(field(plain, "fil", str)),
            role=field(plain, "roll", str),
            title=field(plain, "titel", str),
            sha256=field(plain, "sha256", str),
            size=field(plain, "storlek", int),
            pages=field_or_none(plain, "sidor", int),
            level=Level.parsed(level, ua=field(plain, "ua", bool)) if level is not None else None,
            source=field(plain, "källa", str),
            made=field_or_none(plain, "skapad", str),
            maker=field_or_none(plain, "memogen", str),
        )


def _inside(name: str) -> str:
    if any(part in {"", ".", ".."} for part in name.split("/")) or "\0" in name or name == MANIFEST:
        raise UnreadableError("en fil skulle ligga utanför mappen")
    if name != unicodedata.normalize("NFC", name):
        raise UnreadableError("ett filnamn är inte skrivet i NFC")
    return name


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one filed version of an act holds; the module's sign says what each key means."""

    act: str
    folder: str
    version: int
    replaces: Link | None
    previous: Link | None
    made: str
    memogen: str
    metadata: Mapping[str, Any]
    underlag: str
    files: tuple[Entry, ...]
    digest: str = ""

    @property
    def link(self) -> Link:
        """How another manifest names this one."""
        return Link(self.folder, self.digest)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return written({**self._plain, "digest": self.digest})

    @property
    def seal(self) -> str:
        """The digest that the manifest ought to have."""
        text = json.dumps(self._plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return fingerprint(text.encode("utf-8", "replace"))

    @property
    def sealed(self) -> Manifest:
        """The manifest with the digest that it ought to have, just as a reader of its file will see it."""
        return Manifest.parsed(replace(self, digest=self.seal).data)

    @property
    def _plain(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "akt": self.act,
            "mapp": self.folder,
            "version": self.version,
            "ersätter": self.replaces.plain if self.replaces else None,
            "föregående": self.previous.plain if self.previous else None,
            "skapad": self.made,
            "memogen": self.memogen,
            "metadata": dict(self.metadata),
            "underlag": self.underlag,
            "filer": [entry.plain for entry in self.files],
        }

    @classmethod
    def parsed(cls, data: bytes) -> Self:
        """The manifest that some bytes hold, whether its digest is right or not.

        Raises:
            UnreadableError: they hold none.
        """
        plain = read_plain(data)
        files = tuple(Entry.parsed(entry) for entry in field(plain, "filer", list))
        if len({entry.name for entry in files}) < len(files):
            raise UnreadableError("en fil står två gånger")
        return cls(
            act=field(plain, "akt", str),
            folder=field(plain, "mapp", str),
            version=field(plain, "version", int),
            replaces=Link.parsed(plain, "ersätter"),
            previous=Link.parsed(plain, "föregående"),
            made=field(plain, "skapad", str),
            memogen=field(plain, "memogen", str),
            metadata=field(plain, "metadata", dict),
            underlag=field(plain, "underlag", str),
            files=files,
            digest=field(plain, "digest", str),
        )
