"""The pages of a part, and all that its catalog says of them, come over into the act with no reference broken."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from memogen.archive.joining import fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.artifacts.act import Part

_OF_THE_CATALOG = (
    Name.StructTreeRoot,
    Name.Names,
    Name.Dests,
    Name.Outlines,
    Name.OCProperties,
    Name.OutputIntents,
    Name.AF,
    Name.Lang,
)
_LEFT_BEHIND = (Name.AA, Name.B, Name.Thumb)


@dataclass(frozen=True, slots=True)
class Carried:
    """A part in the act: its number (from 1), its pages there, and its catalog without forms and scripts.

    ``source`` has to stay open until the act is saved. ``filled`` tells that there were fields of a form.
    """

    number: int
    part: Part
    source: pikepdf.Pdf
    pages: tuple[Dictionary, ...]
    catalog: Object
    filled: bool

    @property
    def title(self) -> str:
        """What the part is called in bookmarks and tags: ``Bilaga 1, Karta``."""
        return ", ".join(filter(None, (self.part.label, self.part.titel)))

    @property
    def tagged(self) -> bool:
        """Whether the part has a structure tree."""
        tree = self.catalog.get(Name.StructTreeRoot)
        return isinstance(tree, Dictionary) and Name.K in tree

    def annotations(self) -> Iterator[Dictionary]:
        """The annotations of all pages."""
        for page in self.pages:
            for annotation in page.get(Name.Annots, Array()):
                if isinstance(annotation, Dictionary):
                    yield annotation


def carried(act: pikepdf.Pdf, number: int, part: Part) -> Carried:
    """The part at the end of the act. Scripts, thumbnails and article threads stay behind, fields become pictures."""
    source = pikepdf.open(io.BytesIO(part.pdf))
    # A reference to a page that has not come over yet would become null: annotations follow when all pages are there.
    annotations = Array()
    for page in source.pages:
        kept = page.obj.get(Name.Annots)
        annotations.append(kept if isinstance(kept, Array) else Array())
        for key in (Name.Annots, *_LEFT_BEHIND):
            if key in page.obj:
                del page.obj[key]
    first = len(act.pages)
    act.pages.extend(source.pages)
    bundle = Dictionary({str(key): source.Root[key] for key in _OF_THE_CATALOG if key in source.Root})
    bundle.Annots = annotations
    catalog = act.copy_foreign(source.make_indirect(bundle))
    pages = tuple(page.obj for page in act.pages[first:])
    for there, own in zip(pages, catalog.Annots, strict=True):
        if len(own):
            there.Annots = own
        there.Tabs = Name.S
    filled = [fields.settle(page) for page in pages]
    return Carried(number, part, source, pages, catalog, any(filled))


def drawn(pages: tuple[Dictionary, ...]) -> Iterator[Object]:
    """Everything that draws on the pages, once each: pages, forms, patterns, soft masks, looks of annotations."""
    seen: set[tuple[int, int]] = set()
    stack: list[Any] = list(pages)
    while stack:
        thing = stack.pop()
        if not isinstance(thing, Dictionary | Stream) or (thing.is_indirect and thing.objgen in seen):
            continue
        seen.add(thing.objgen)
        yield thing
        stack.extend(_used(thing.get(Name.Resources), seen))
        for annotation in thing.get(Name.Annots, Array()):
            stack.extend(_looks(annotation))


def _used(resources: Object | None, seen: set[tuple[int, int]]) -> Iterator[Object]:
    if not isinstance(resources, Dictionary) or (resources.is_indirect and resources.objgen in seen):
        return
    seen.add(resources.objgen)
    for kind in (Name.XObject, Name.Pattern):
        things = resources.get(kind)
        if isinstance(things, Dictionary):
            yield from things.values()
    states = resources.get(Name.ExtGState)
    for state in states.values() if isinstance(states, Dictionary) else ():
        mask = state.get(Name.SMask) if isinstance(state, Dictionary) else None
        if isinstance(mask, Dictionary) and Name.G in mask:
            yield mask.G


def _looks(annotation: Object) -> Iterator[Object]:
    looks = annotation.get(Name.AP) if isinstance(annotation, Dictionary) else None
    for look in looks.values() if isinstance(looks, Dictionary) else ():
        if isinstance(look, Stream):
            yield look
        elif isinstance(look, Dictionary):
            yield from look.values()
