"""The package of one document while it is being made: what pouring adds to the template's members."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from memogen.render.bookmarks import Bookmarks
from memogen.render.inlines import legal_elements
from memogen.render.members import CONTENT_TYPES, DOCUMENT, FOOTNOTES, NUMBERING, SETTINGS
from memogen.render.numbering import Numbering
from memogen.render.styles import W

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.render.compiled import CompiledTemplate

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NOTES: Final = (
    f'<w:footnotes xmlns:w="{W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_IMAGES: Final = ((b"\x89PNG", "png", "image/png"), (b"\xff\xd8", "jpeg", "image/jpeg"), (b"GIF8", "gif", "image/gif"))
_FIRST_DRAWING: Final = 1001
_IMAGES_REMEMBERED: Final = 4
_EXTERNAL: Final = ' TargetMode="External"'


@dataclass
class Draft:
    """What one document adds: relationships, images, lists, footnotes."""

    template: CompiledTemplate
    members: dict[str, bytes] = field(default_factory=dict)
    captions: Counter[str] = field(default_factory=Counter)
    _relationships: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)
    _media: dict[Path, str] = field(default_factory=dict)
    _extensions: dict[str, str] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)
    _drawing: int = _FIRST_DRAWING - 1

    def __post_init__(self) -> None:
        self.members = dict(self.template.members)
        self.numbering = Numbering(self.template.lists)
        self.bookmarks = Bookmarks(self.template.bookmarks)
        self._first_note = self.template.last_note + 1

    def next_drawing(self) -> int:
        """A number that no other drawing of the document has."""
        self._drawing += 1
        while self._drawing in self.template.drawings:
            self._drawing += 1
        return self._drawing

    def hyperlink(self, member: str, address: str) -> str:
        """The id of a part's relationship to a web or mail address."""
        return self._related(member, f"{_OFFICE}/hyperlink", address)

    def image(self, member: str, path: Path) -> str:
        """The id of a part's relationship to an image, which is copied into the document once."""
        if path not in self._media:
            known = path.stat()
            content, extension, kind = _image(path, known.st_mtime_ns, known.st_size)
            name = f"media/memogen{len(self._media) + 1}.{extension}"
            self._extensions[extension] = kind
            self.members[f"word/{name}"] = content
            self._media[path] = name
        return self._related(member, f"{_OFFICE}/image", self._media[path])

    def reserve_note(self) -> int:
        """The id of the next footnote, whose content :meth:`write_note` brings."""
        self._notes.append("")
        return self._first_note + len(self._notes) - 1

    def write_note(self, identity: int, content: str) -> None:
        """The paragraphs of a footnote."""
        note = f'<w:footnote xmlns:w="{W}" w:id="{identity}">{legal_elements(content)}</w:footnote>'
        self._notes[identity - self._first_note] = note

    @property
    def has_notes(self) -> bool:
        """Whether pouring made footnotes, or added to those of the template."""
        return bool(self._notes)

    def finish(self) -> dict[str, bytes]:
        """All members of the document, in the order of the template and new ones after."""
        numbering = self.numbering.xml()
        if numbering is not None:
            self._add_part(NUMBERING, numbering, "numbering")
        if self._notes:
            self._add_part(FOOTNOTES, self._all_notes(), "footnotes")
        for member, related in self._relationships.items():
            self._write_relationships(member, related)
        self._write_types()
        return self.members

    def _all_notes(self) -> bytes:
        if FOOTNOTES not in self.members and self.template.note_settings is not None:
            self.members[SETTINGS] = self.template.note_settings
        return self._extended(FOOTNOTES, self._notes, _NOTES)

    def _add_part(self, member: str, content: bytes, kind: str) -> None:
        if member not in self.members:
            self._related(DOCUMENT, f"{_OFFICE}/{kind}", PurePosixPath(member).name)
            self._kinds[f"/{member}"] = f"{_WORD}.{kind}+xml"
        self.members[member] = content

    def _related(self, member: str, kind: str, target: str) -> str:
        related = self._relationships.setdefault(member, {})
        return related.setdefault((kind, target), f"rMemogen{len(related) + 1}")

    def _write_relationships(self, member: str, related: dict[tuple[str, str], str]) -> None:
        folder, _, part = member.rpartition("/")
        name = f"{folder}/_rels/{part}.rels"
        elements = [
            f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{identity}" Type="{kind}" Target="{escape(target)}"'
            f"{_EXTERNAL if kind.endswith('/hyperlink') else ''}/>"
            for (kind, target), identity in related.items()
        ]
        self.members[name] = self._extended(name, elements, f'<Relationships xmlns="{_RELATIONSHIPS}"/>')

    def _write_types(self) -> None:
        elements = [
            f'<Default xmlns="{_TYPES}" Extension="{escape(extension)}" ContentType="{escape(kind)}"/>'
            for extension, kind in self._extensions.items()
            if extension not in self.template.extensions
        ]
        elements += [
            f'<Override xmlns="{_TYPES}" PartName="{part}" ContentType="{kind}"/>' for part, kind in self._kinds.items()
        ]
        if elements:
            self.members[CONTENT_TYPES] = self._extended(CONTENT_TYPES, elements, "")

    def _extended(self, name: str, elements: list[str], empty: str) -> bytes:
        return self.template.extending.extended(self.members, name, elements, empty)


@lru_cache(maxsize=_IMAGES_REMEMBERED)
def _image(path: Path, _changed: int, _size: int) -> tuple[bytes, str, str]:
    """An image, how its name ends, and its kind; read once as long as nobody changes it: most are the logotype."""
    content = path.read_bytes()
    ending = path.suffix.lstrip(".").lower()
    kinds = ((name, kind) for start, name, kind in _IMAGES if content.startswith(start))
    return content, *next(kinds, (ending, f"image/{ending}"))
