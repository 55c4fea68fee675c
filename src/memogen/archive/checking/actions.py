"""What the file does by itself, and what it holds beside its pages (ISO 19005-2, 6.4 to 6.11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.archive.checking.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_ALLOWED = frozenset(["/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"])
_NAMED = frozenset(["/NextPage", "/PrevPage", "/FirstPage", "/LastPage"])
_PERMISSIONS = frozenset({"/UR3", "/DocMDP"})
_DIGESTS = frozenset({"/DigestLocation", "/DigestMethod", "/DigestValue"})
_DYNAMIC = re.compile(rb"<dynamicRender[^>]*>\s*required\s*<")
_MOST = 1_000_000


def actions(document: Document) -> Iterator[Fault]:
    """Faults of the actions of the document, its bookmarks, pages, annotations and fields."""
    if "/AA" in document.catalog:
        yield Fault("6.5.2-1")
    yield from _every(document, document.catalog.get("/OpenAction"), 0)
    for entries in _outlines(document):
        yield from _every(document, entries.get("/A"), 0)
    for page in document.pages:
        if "/AA" in page.entries:
            yield Fault("6.5.2-2", page.number)
        for found in document.array(page.entries.get("/Annots")):
            entries = document.dictionary(found)
            yield from _every(document, entries.get("/A"), page.number)
            for action in document.dictionary(entries.get("/AA")).values():
                yield from _every(document, action, page.number)
    scripts = document.dictionary(document.dictionary(document.catalog.get("/Names")).get("/JavaScript"))
    if scripts:
        yield Fault("6.5.1-1", what="JavaScript")


def _every(document: Document, found: Value, page: int) -> Iterator[Fault]:
    """An action, and those that follow it."""
    waiting, seen = [found], set[int]()
    while waiting and len(seen) < _MOST:
        held = waiting.pop()
        action = document.dictionary(held)
        if not action or id(action) in seen:
            continue
        seen.add(id(action))
        kind = document.name(action.get("/S"))
        if kind not in _ALLOWED:
            yield Fault("6.5.1-1", page, kind[1:])
        if kind == "/Named" and document.name(action.get("/N")) not in _NAMED:
            yield Fault("6.5.1-2", page, document.name(action.get("/N"))[1:])
        if kind == "/Rendition":
            yield from _clip(document, action, page)
        following = document.value(action.get("/Next"))
        waiting += following if isinstance(following, list) else [action.get("/Next")]


def _clip(document: Document, action: Dictionary, page: int) -> Iterator[Fault]:
    clip = document.dictionary(document.dictionary(action.get("/R")).get("/C"))
    if clip and "/CT" not in clip:
        yield Fault("7.18.6.2-1", page)
    if clip and not document.array(clip.get("/Alt")):
        yield Fault("7.18.6.2-2", page)


def _outlines(document: Document) -> Iterator[Dictionary]:
    waiting: list[Value] = [document.dictionary(document.catalog.get("/Outlines")).get("/First")]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST:
        entries = document.dictionary(waiting.pop())
        if not entries or id(entries) in seen:
            continue
        seen.add(id(entries))
        yield entries
        waiting += [entries.get("/Next"), entries.get("/First")]


def forms(document: Document) -> Iterator[Fault]:
    """Faults of the interactive form."""
    form = document.dictionary(document.catalog.get("/AcroForm"))
    if document.value(form.get("/NeedAppearances")) is True:
        yield Fault("6.4.1-3")
    if "/XFA" in form:
        yield Fault("6.4.2-1")
        found = document.value(form["/XFA"])
        parts = found if isinstance(found, list) else [form["/XFA"]]
        if any(_DYNAMIC.search(document.data(part)) for part in parts):
            yield Fault("7.15-1")
    if document.value(document.catalog.get("/NeedsRendering")) is True:
        yield Fault("6.4.2-2")
    for entries in _fields(document, form):
        if "/AA" in entries:
            yield Fault("6.4.1-2")
        if document.name(entries.get("/FT")) == "/Sig":
            yield from _signature(document, document.dictionary(entries.get("/V")))


def _fields(document: Document, form: Dictionary) -> Iterator[Dictionary]:
    waiting = list(document.array(form.get("/Fields")))
    seen: set[int] = set()
    while waiting and len(seen) < _MOST:
        entries = document.dictionary(waiting.pop())
        if entries and id(entries) not in seen:
            seen.add(id(entries))
            yield entries
            waiting += document.array(entries.get("/Kids"))


def _signature(document: Document, entries: Dictionary) -> Iterator[Fault]:
    covered = [document.integer(place) or 0 for place in document.array(entries.get("/ByteRange"))]
    if not covered:
        return
    end = covered[-1] + (covered[-2] if len(covered) > 1 else 0)
    if covered[0] != 0 or b"%%EOF" not in document.raw[max(0, end - 10) : end]:
        yield Fault("6.4.3-1")


def rest(document: Document) -> Iterator[Fault]:
    """Faults of what else the document may not have."""
    catalog = document.catalog
    yield from _permissions(document)
    if "/AlternatePresentations" in document.dictionary(catalog.get("/Names")):
        yield Fault("6.10-1")
    if "/Requirements" in catalog:
        yield Fault("6.11-1")
    for page in document.pages:
        if "/PresSteps" in page.entries:
            yield Fault("6.10-2", page.number)


def _permissions(document: Document) -> Iterator[Fault]:
    permissions = document.dictionary(document.catalog.get("/Perms"))
    if not _PERMISSIONS.issuperset(permissions):
        yield Fault("6.1.12-1")
    if "/DocMDP" in permissions:
        signature = document.dictionary(permissions["/DocMDP"])
        for reference in map(document.dictionary, document.array(signature.get("/Reference"))):
            if not _DIGESTS.isdisjoint(reference):
                yield Fault("6.1.12-2")
