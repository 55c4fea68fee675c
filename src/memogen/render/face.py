"""The first page of a Word file that somebody else has made: its title, if it has one, and its text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import islice
from typing import IO, TYPE_CHECKING, Final

from lxml import etree

from memogen.render.styles import W
from memogen.rules.grund import Ansikte

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH: Final = f"{{{W}}}p"
_TEXT: Final = f"{{{W}}}t"
_STYLE: Final = f"{{{W}}}pStyle"
_VALUE: Final = f"{{{W}}}val"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_TITLE_STYLES: Final = re.compile(r"Title|Titel|Rubrik|(?:Heading|Rubrik) ?1", re.IGNORECASE)
_HEADER: Final = re.compile(r"word/header[0-9]*\.xml")
_PARAGRAPHS: Final = 60
_HEADERS: Final = 3
_LARGEST_PART: Final = 20 * 2**20
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def face(docx: bytes) -> Ansikte | None:
    """What the Word file says it is; None where the file cannot be read.

    A title is what the properties call it when the first page says so too, and then its first title or heading.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            paragraphs = list(islice(_paragraphs(archive, "word/document.xml"), _PARAGRAPHS))
            names = sorted(filter(_HEADER.fullmatch, archive.namelist()))[:_HEADERS]
            headers = [text for name in names for text, _ in islice(_paragraphs(archive, name), _PARAGRAPHS)]
            said = _said(archive)
    except (*_FAULTS, KeyError, etree.XMLSyntaxError):
        return None
    text = "\n".join((*(text for text, _ in paragraphs), *headers))
    confirmed = [said] if said and said in text else []
    headings = [text for text, style in paragraphs if _TITLE_STYLES.fullmatch(style)]
    return Ansikte(tuple(dict.fromkeys((*confirmed, *headings[:1]))), text)


class _Limited(io.RawIOBase):
    """A member of the zip file that ends before it has grown too large."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = _LARGEST_PART

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(min(size, self._left) if size >= 0 else self._left)
        self._left -= len(piece)
        return piece


def _paragraphs(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of a part that have text, and the id of each one's style; read only as far as is asked for."""
    with archive.open(name) as stream:
        for _, paragraph in etree.iterparse(
            _Limited(stream), tag=_PARAGRAPH, resolve_entities=False, no_network=True, load_dtd=False
        ):
            text = " ".join("".join(run.text or "" for run in paragraph.iter(_TEXT)).split())
            style = next((found.get(_VALUE, "") for found in paragraph.iter(_STYLE)), "")
            paragraph.clear()
            if text:
                yield text, style


def _said(archive: zipfile.ZipFile) -> str:
    """The title among the file's properties; empty where there is none."""
    if "docProps/core.xml" not in archive.namelist():
        return ""
    with archive.open("docProps/core.xml") as stream:
        for _, title in etree.iterparse(
            _Limited(stream), tag=_TITLE, resolve_entities=False, no_network=True, load_dtd=False
        ):
            return " ".join((title.text or "").split())
    return ""
