"""What the elements of the structure tree have to be and have (ISO 14289-1, 7.1 to 7.9; ISO 19005-2, 6.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Document, Value
    from memogen.archive.checking.tree import Element, Tree

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_HEADING = re.compile(r"H([1-6])")


def structure(tree: Tree) -> Iterator[Fault]:
    """Faults of the tree and its elements, other than how they stand in each other."""
    yield from _catalog(tree)
    last, notes = 0, set[str]()
    for element in tree.elements:
        yield from _roles(tree, element)
        yield from _described(tree, element)
        if match := _HEADING.fullmatch(element.kind):
            level = int(match[1])
            if level > last + 1:
                yield Fault("7.4.2-1", what=f"H{level} efter {f'H{last}' if last else 'ingen rubrik alls'}")
            last = level
        elif element.kind == "Note":
            yield from _note(tree, element, notes)
        elif element.kind == "Form":
            yield from _form(tree, element)
    yield from _headings(tree)


def wrong_languages(document: Document, found: Value) -> Iterator[Fault]:
    """Faults of a language tag, where there is one."""
    language = document.text(found)
    if language is not None and not _LANGUAGE.fullmatch(language):
        yield Fault("7.2-29", what=language)
        if language:
            yield Fault("6.7.4-1", what=language)


def _catalog(tree: Tree) -> Iterator[Fault]:
    document = tree.document
    marks = document.dictionary(document.catalog.get("/MarkInfo"))
    if document.value(marks.get("/Marked")) is not True:
        yield Fault("6.7.2.2-1")
        yield Fault("6.2-1")
    if document.value(marks.get("/Suspects")) is True:
        yield Fault("7.1-4")
    if not tree.root:
        yield Fault("6.7.3.3-1")
        yield Fault("7.1-11")
    viewer = document.dictionary(document.catalog.get("/ViewerPreferences"))
    if document.value(viewer.get("/DisplayDocTitle")) is not True:
        yield Fault("7.1-10")
    yield from wrong_languages(document, document.catalog.get("/Lang"))
    if not tree.has_language and "/Outlines" in document.catalog:
        yield Fault("7.2-2")


def _roles(tree: Tree, element: Element) -> Iterator[Fault]:
    written = element.written
    if "/P" not in element.entries:
        yield Fault("7.1-12")
    if not element.kind:
        yield Fault("6.7.3.4-1", what=written)
        yield Fault("7.1-5", what=written)
    if tree.is_circular(written):
        yield Fault("7.1-6", what=written)
        if element.kind != written:
            yield Fault("6.7.3.4-2", what=written)
    if tree.is_remapped(written):
        yield Fault("7.1-7", what=written)
        if element.kind != written:
            yield Fault("6.7.3.4-3", what=written)


def _described(tree: Tree, element: Element) -> Iterator[Fault]:
    document, entries = tree.document, element.entries
    alternative, replacement = document.text(entries.get("/Alt")), document.text(entries.get("/ActualText"))
    if element.kind == "Figure" and not alternative and replacement is None:
        yield Fault("7.3-1")
    if element.kind == "Formula" and not alternative and replacement is None:
        yield Fault("7.7-1")
    if "/Lang" in entries:
        yield from wrong_languages(document, entries["/Lang"])
    if not tree.has_language and tree.language(entries) is None:
        for clause, key in (("7.2-21", "/ActualText"), ("7.2-22", "/Alt"), ("7.2-23", "/E")):
            if document.text(entries.get(key)) is not None:
                yield Fault(clause)


def _note(tree: Tree, element: Element, notes: set[str]) -> Iterator[Fault]:
    identity = tree.document.text(element.entries.get("/ID"))
    if not identity:
        yield Fault("7.9-1")
    elif identity in notes:
        yield Fault("7.9-2")
    else:
        notes.add(identity)


def _form(tree: Tree, element: Element) -> Iterator[Fault]:
    document = tree.document
    if tree.attribute(element, "/PrintField", "/Role") is not None:
        return
    found = document.value(element.entries.get("/K"))
    kids = found if isinstance(found, list) else [found] if found is not None else []
    kid = document.dictionary(kids[0]) if len(kids) == 1 else {}
    if document.name(document.dictionary(kid.get("/Obj")).get("/Subtype")) != "/Widget":
        yield Fault("7.18.4-2")


def _headings(tree: Tree) -> Iterator[Fault]:
    kinds = {element.kind for element in tree.elements}
    if "H" not in kinds:
        return
    if any(_HEADING.fullmatch(kind) for kind in kinds):
        yield Fault("7.4.4-2")
        yield Fault("7.4.4-3")
    for element in tree.elements:
        if sum(kid.kind == "H" for kid in element.kids) > 1:
            yield Fault("7.4.4-1")
