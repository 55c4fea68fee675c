"""The words of one document, as plain data. ``compose`` makes them for ``render``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from memogen.diagnostics import FieldPath

# --- inline ---


class Run(NamedTuple):
    """Characters with one look. ``link`` is a URL that the characters lead to."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break inside a paragraph."""


class Footnote(NamedTuple):
    """A footnote, placed where its mark stands."""

    blocks: tuple[Block, ...]


class Picture(NamedTuple):
    """An image file that was found to be sound; pixels and dots per inch give its natural size."""

    path: Path
    alt: str
    width: int
    height: int
    dpi: float = 96.0


@dataclass(frozen=True, slots=True)
class PageReference:
    """The page that the heading with this ``anchor`` stands on; Word and LibreOffice find out which."""

    anchor: str


Inline: TypeAlias = Run | LineBreak | Footnote | Picture | PageReference
Inlines: TypeAlias = tuple[Inline, ...]

# --- blocks ---


class Paragraph(NamedTuple):
    """A paragraph. ``role`` chooses the style (``render.styles`` has the table of roles)."""

    content: Inlines
    role: str = "text"
    keep_with_next: bool = False


class Heading(NamedTuple):
    """A heading; ``level`` 1 is the document's title. ``anchor`` is what a :class:`PageReference` calls it."""

    level: int
    content: Inlines
    anchor: str = ""


class ListBlock(NamedTuple):
    """A list with real Word numbering; every list starts anew. Items hold blocks, nested lists too.

    ``numbers`` gives each item its own number where the source fixes them (else they run from ``start``).
    """

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    role: str = "text"
    numbers: tuple[int, ...] = ()


class Table(NamedTuple):
    """A table with one header row, repeated on every page. ``alignment`` is ``left|center|right`` a column."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignment: tuple[str, ...]


class Figure(NamedTuple):
    """An image that stands by itself, with its caption (empty: none)."""

    picture: Picture
    caption: Inlines = ()


class Quote(NamedTuple):
    """A block quote."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Paragraph | Heading | ListBlock | Table | Figure | Quote

# --- the whole ---


@dataclass(frozen=True, slots=True)
class Blocks:
    """Rich text of whole paragraphs: what a template takes with ``{{p name }}``. Empty is false."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)


@dataclass(frozen=True, slots=True)
class Runs:
    """Rich text inside a paragraph: what a template takes with ``{{r name }}``. Empty is false."""

    inlines: Inlines = ()

    def __bool__(self) -> bool:
        return bool(self.inlines)


Value: TypeAlias = "str | int | bool | Blocks | Runs | list[Value] | dict[str, Value]"
"""What a template may see: plain data and rich text, nothing that can be called."""


class Trace(NamedTuple):
    """Words that must be found in the document: from which field, poured under which template name."""

    path: FieldPath
    name: str
    text: str


@dataclass(frozen=True)
class Memo:
    """Every word of one document.

    ``kind`` names the document (``tjansteskrivelse``, ``styrdokument`` …) and so its template and file;
    ``fields`` is what the template sees; ``title``, ``subject`` and ``keywords`` go into the properties. ``filed`` is
    the path below the document's folder, without ending, where it is not the kind itself.
    """

    kind: str
    title: str
    fields: Mapping[str, Value]
    traces: tuple[Trace, ...] = ()
    subject: str = ""
    keywords: str = ""
    author: str = ""
    language: str = "sv-SE"
    filed: str = ""
