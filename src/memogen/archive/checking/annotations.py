"""Annotations: links, comments, form fields (ISO 19005-2, 6.3; ISO 14289-1, 7.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Page, Value
    from memogen.archive.checking.tree import Tree

_ALLOWED = frozenset(
    [
        "/Text",
        "/Link",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Caret",
        "/Ink",
        "/Popup",
        "/FileAttachment",
        "/Widget",
        "/PrinterMark",
        "/TrapNet",
        "/Watermark",
        "/Redact",
    ]
)
_INVISIBLE, _HIDDEN, _PRINT, _NO_VIEW, _TOGGLE = 1, 2, 4, 32, 256
_FORBIDDEN = _INVISIBLE | _HIDDEN | _NO_VIEW | _TOGGLE
_SIDES = 4
_DEEPEST = 30


def on_pages(document: Document, tree: Tree) -> Iterator[Fault]:
    """Faults of all annotations."""
    for page in document.pages:
        held = [document.dictionary(found) for found in document.array(page.entries.get("/Annots"))]
        if held and document.name(page.entries.get("/Tabs")) != "/S":
            yield Fault("7.18.3-1", page.number)
        for entries in held:
            for clause in (*_kept(document, entries), *_accessible(document, tree, page, entries)):
                yield Fault(clause, page.number, document.name(entries.get("/Subtype"))[1:])


def _kept(document: Document, entries: Dictionary) -> Iterator[str]:
    kind, flags = document.name(entries.get("/Subtype")), document.integer(entries.get("/F"))
    if kind not in _ALLOWED:
        yield "6.3.1-1"
    if flags is None and kind != "/Popup":
        yield "6.3.2-1"
    if flags is not None and (flags & _FORBIDDEN or not flags & _PRINT):
        yield "6.3.2-2"
    if (kind == "/Widget" and "/A" in entries) or (kind == "/Widget" and "/AA" in entries):
        yield "6.4.1-1"
    looks = document.dictionary(entries.get("/AP"))
    box = _box(document, entries.get("/Rect"))
    is_empty = box is not None and box[0] == box[2] and box[1] == box[3]
    if not looks and not is_empty and kind not in {"/Popup", "/Link"}:
        yield "6.3.3-1"
    if looks:
        yield from _appearance(document, entries, looks)


def _appearance(document: Document, entries: Dictionary, looks: Dictionary) -> Iterator[str]:
    if set(looks) != {"/N"}:
        yield "6.3.3-2"
        return
    normal = looks["/N"]
    is_button = document.name(entries.get("/Subtype")) == "/Widget" and _inherited(document, entries, "/FT") == "/Btn"
    if is_button:
        states = document.dictionary(normal)
        if document.is_stream(normal) or not states:
            yield "6.3.3-3"
    elif not document.is_stream(normal):
        yield "6.3.3-4"


def _inherited(document: Document, entries: Dictionary, key: str) -> Value:
    for _ in range(_DEEPEST):
        if key in entries:
            return document.value(entries[key])
        entries = document.dictionary(entries.get("/Parent"))
    return None


def _accessible(document: Document, tree: Tree, page: Page, entries: Dictionary) -> Iterator[str]:
    contents = document.text(entries.get("/Contents"))
    owner = tree.owner(document.integer(entries.get("/StructParent")))
    if contents is not None and not tree.has_language and document.text(owner.get("/Lang")) is None:
        yield "7.2-24"
    if _is_outside(document, page, entries) or (document.integer(entries.get("/F")) or 0) & _HIDDEN:
        return
    role, alternative = tree.role(document.name(owner.get("/S"))[1:]), document.text(owner.get("/Alt"))
    kind = document.name(entries.get("/Subtype"))
    if kind == "/Widget":
        yield from _field(document, tree, entries, role, alternative)
        return
    yield from _tagged(kind, role, is_owned=bool(owner))
    if kind == "/Link" and not contents:
        yield "7.18.5-2"
    if not contents and not alternative:
        yield "7.18.1-2"


def _tagged(kind: str, role: str, *, is_owned: bool) -> Iterator[str]:
    if kind == "/PrinterMark":
        if is_owned:
            yield "7.18.8-1"
    elif kind == "/Link":
        if role != "Link":
            yield "7.18.5-1"
    elif role != "Annot":
        yield "7.18.1-1"
    if kind == "/TrapNet":
        yield "7.18.2-1"


def _field(document: Document, tree: Tree, entries: Dictionary, role: str, alternative: str | None) -> Iterator[str]:
    if role != "Form":
        yield "7.18.4-1"
    written = _inherited(document, entries, "/TU")
    name = document.text(written)
    if not name and not alternative:
        yield "7.18.1-3"
    if name is not None and not tree.has_language:
        yield "7.2-25"


def _is_outside(document: Document, page: Page, entries: Dictionary) -> bool:
    box = _box(document, entries.get("/Rect"))
    crop = _box(document, page.entries.get("/CropBox") or page.entries.get("/MediaBox"))
    if box is None or crop is None:
        return False
    return crop[1] >= box[3] or crop[0] >= box[2] or crop[3] <= box[1] or crop[2] <= box[0]


def _box(document: Document, found: Value) -> tuple[float, float, float, float] | None:
    sides = [document.number(side) or 0 for side in document.array(found)]
    if len(sides) < _SIDES:
        return None
    return min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])
