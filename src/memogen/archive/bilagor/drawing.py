"""Pictures put on pages: tagged as figures where they are pictures, bare where they are scans of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from memogen.archive.bilagor.opening import LARGEST_SIDE, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Object, Pdf

    from memogen.archive.bilagor.pictures import Drawing


def book(drawings: Sequence[Drawing], title: str) -> Pdf:
    """A document with one picture on each page; ``title`` is what is said of them to who can't see them."""
    document = pikepdf.new()
    for drawing in drawings:
        _add_page(document, drawing)
    if not any(drawing.is_scan for drawing in drawings):
        _tag(document, drawings, title)
    return document


def _add_page(document: Pdf, drawing: Drawing) -> None:
    width, height = (min(max(side, SMALLEST), LARGEST_SIDE) for side in drawing.page)
    page = document.add_blank_page(page_size=(width, height)).obj
    picture = Stream(
        document,
        drawing.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=drawing.pixels[0],
        Height=drawing.pixels[1],
        ColorSpace=Name(drawing.colours),
        BitsPerComponent=drawing.bits,
        Filter=Name(drawing.packing),
    )
    page.Resources = Dictionary(XObject=Dictionary(Bild=document.make_indirect(picture)))
    left, bottom, right, top = _box(drawing)
    draw = f"q {right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm /Bild Do Q"
    if not drawing.is_scan:
        draw = f"/Figure << /MCID 0 >> BDC {draw} EMC"
    page.Contents = document.make_indirect(Stream(document, draw.encode()))
    page.Tabs = Name.S


def _box(drawing: Drawing) -> tuple[float, float, float, float]:
    """Where the picture is: in the middle of its page."""
    left, bottom = ((page - side) / 2 for page, side in zip(drawing.page, drawing.size, strict=True))
    return left, bottom, left + drawing.size[0], bottom + drawing.size[1]


def _tag(document: Pdf, drawings: Sequence[Drawing], title: str) -> None:
    """Document > Figure, and the way back from each page to its figure (ISO 32000-1, 14.7)."""
    tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=len(drawings)))
    whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    figures, parents = Array(), Array()
    for number, (page, drawing) in enumerate(zip(document.pages, drawings, strict=True)):
        page.obj.StructParents = number
        alternative = f"{title}, sida {number + 1} av {len(drawings)}" if len(drawings) > 1 else title
        figure = document.make_indirect(_figure(page.obj, whole, drawing, alternative))
        figures.append(figure)
        parents.append(number)
        parents.append(document.make_indirect(Array([figure])))
    whole.K = figures
    tree.K = whole
    tree.ParentTree = document.make_indirect(Dictionary(Nums=parents))
    document.Root.StructTreeRoot = tree
    document.Root.MarkInfo = Dictionary(Marked=True)


def _figure(page: Object, whole: Object, drawing: Drawing, alternative: str) -> Dictionary:
    box = Array([round(side, 3) for side in _box(drawing)])
    return Dictionary(
        Type=Name.StructElem,
        S=Name.Figure,
        P=whole,
        Pg=page,
        K=0,
        Alt=String(alternative),
        A=Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box),
    )
