"""Is the PDF what it claims to be? All checks of ISO 19005-2 and -3 and ISO 14289-1, gathered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memogen.archive.checking.actions import actions, forms, rest
from memogen.archive.checking.annotations import on_pages
from memogen.archive.checking.colours import intents
from memogen.archive.checking.document import UnreadableError, opened
from memogen.archive.checking.files import files, layers
from memogen.archive.checking.glyphs import glyphs
from memogen.archive.checking.metadata import claim, metadata
from memogen.archive.checking.nesting import nesting
from memogen.archive.checking.objects import objects
from memogen.archive.checking.painting import Painter
from memogen.archive.checking.structure import structure
from memogen.archive.checking.syntax import syntax
from memogen.archive.checking.tables import tables
from memogen.archive.checking.tree import Tree
from memogen.archive.checking.wording import image_only, not_readable, worded
from memogen.artifacts.act import Finding, Level, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Document
    from memogen.archive.checking.fault import Fault

_LEAST = Level(2, "b", ua=False)
_DEEPEST = 2
"""How many files inside files are looked into."""


def verdict(pdf: bytes) -> Verdict:
    """What the file claims to be, and whether it is; ``findings`` are of the level that it claims.

    A file that claims no level of PDF/A-2 or -3 is held against PDF/A-2b.
    """
    try:
        with opened(pdf) as document:
            claimed = claim(document).level
            found = _findings(document, claimed or _LEAST, 0)
            holds = claimed is not None and not any(finding.standard == "A" for finding in found)
            accessible = claimed is not None and claimed.ua and not _has(found, "UA")
            level = replace(claimed, ua=accessible) if claimed is not None and holds else None
            return Verdict(len(document.pages), level, found)
    except UnreadableError as error:
        return Verdict(0, None, (not_readable(error),))


def findings(pdf: bytes, level: Level) -> tuple[Finding, ...]:
    """What keeps the file from being of a level, whatever it claims."""
    try:
        with opened(pdf) as document:
            return _findings(document, level, 0)
    except UnreadableError as error:
        return (not_readable(error),)


def _has(found: tuple[Finding, ...], standard: str) -> bool:
    return any(finding.standard == standard and finding.code != "TI03" for finding in found)


def _findings(document: Document, level: Level, depth: int) -> tuple[Finding, ...]:
    painter, tree = _painted(document)
    found = worded(_faults(document, level, painter, tree, depth), level)
    if level.ua:
        pages = [page for page in painter.drawn_images if page not in painter.pages_with_text]
        found += tuple(map(image_only, pages))
    return found


def _painted(document: Document) -> tuple[Painter, Tree]:
    tree = Tree(document)
    painter = Painter(document, tree)
    for page in document.pages:
        painter.page(page)
    return painter, tree


def _faults(document: Document, level: Level, painter: Painter, tree: Tree, depth: int) -> Iterator[Fault]:
    yield from syntax(document)
    yield from objects(document)
    yield from metadata(document, level)
    yield from intents(document)
    yield from painter.faults
    for shown in painter.fonts.values():
        if shown.entries and (shown.visible or shown.invisible):
            yield from glyphs(document, shown)
    yield from on_pages(document, tree)
    yield from actions(document)
    yield from forms(document)
    yield from rest(document)
    yield from files(document, lambda data: _is_archival(data, depth + 1))
    yield from layers(document)
    yield from structure(tree)
    yield from nesting(tree)
    yield from tables(tree)


def _is_archival(data: bytes, depth: int) -> bool:
    """Whether a file inside the file is PDF/A-1 or -2 by itself, as far as it can be seen."""
    if depth > _DEEPEST:
        return False
    try:
        with opened(data) as document:
            claimed = claim(document)
            if claimed.part not in {"1", "2"}:
                return False
            return not _findings(document, claimed.level or _LEAST, depth)
    except UnreadableError:
        return False
