"""What PDF/A forbids is taken out of a PDF, and what a person could miss is told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, Stream, String, sanitize
from pikepdf.pdfa import prepare

from memogen.archive.bilagor.opening import dictionaries, name_of
from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

_HARMLESS: Final = frozenset({"/GoTo", "/GoToR", "/Named", "/URI"})
"""Actions that PDF/A allows (ISO 19005-2, 6.5) and that change nothing in the document."""
_PAGE_TURNS: Final = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
_CATALOG: Final = (
    Name.AA,
    Name.AlternatePresentations,
    Name.Legal,
    Name.NeedsRendering,
    Name.OpenAction,
    Name.Perms,
    Name.PieceInfo,
    Name.Requirements,
    Name.SpiderInfo,
    Name.Threads,
    Name.URI,
    Name.Version,
)
_PAGE: Final = (Name.AA, Name.PieceInfo, Name.PresSteps, Name.Thumb, Name.Trans, Name.Dur, Name.B)
_GRAPHICS_STATE: Final = (Name.TR, Name.TR2, Name.HTP, Name.HTO)
_PICTURE: Final = (Name.Alternates, Name.Interpolate, Name.OPI)
_FONT: Final = (Name.CharSet, Name.CIDSet)
"""Lists of what a font holds: they need not be there, and are often wrong."""
_NOT_COMMENTS: Final = frozenset({"/Link", "/Popup", "/Widget", "/FileAttachment"})
_KEPT: Final = "den som behöver det får gå till originalet, som ligger bredvid"


def cleaned(document: Pdf, part: int) -> tuple[Remark, ...]:
    """Make the document one that can be PDF/A of this part; gives what of it is only in the original.

    Form fields and marks are drawn on the pages as they are seen; what opens in a window of its own is told about.
    """
    remarks = tuple(_only_in_the_original(document))
    _draw_annotations(document)
    _drop(document)
    _mend_layers(document)
    for thing in document.objects:
        for dictionary in dictionaries(thing):
            _mend(dictionary)
    prepare(document, f"{part}b")
    return remarks


def _only_in_the_original(document: Pdf) -> Iterator[Remark]:
    kinds = Counter(
        name_of(annotation.get(Name.Subtype)) for page in document.pages for annotation in _annotations(page.obj)
    )
    files = len(document.attachments) + kinds["/FileAttachment"]
    if files:
        yield _told(f"bilagans inbäddade filer ({files} st.) finns bara i originalet")
    comments = sum(count for kind, count in kinds.items() if kind not in _NOT_COMMENTS)
    if comments:
        yield _told(f"bilagans kommentarer ({comments} st.) går bara att läsa i originalet")
    if _is_signed(document):
        yield _told("bilagans digitala underskrift gäller bara originalet")
    elif kinds["/Widget"]:
        yield _told(f"bilagans formulärfält ({kinds['/Widget']} st.) går bara att fylla i i originalet")


def _told(message: str) -> Remark:
    return Remark("AR07", (), message, _KEPT)


def _is_signed(document: Pdf) -> bool:
    form = document.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return False
    return any(
        thing.get(Name.Type) in {Name.Sig, Name.DocTimeStamp} and Name.ByteRange in thing
        for thing in document.objects
        if isinstance(thing, Dictionary)
    )


def _annotations(page: Object) -> list[Object]:
    found = page.get(Name.Annots)
    return [one for one in found if isinstance(one, Dictionary)] if isinstance(found, Array) else []


def _draw_annotations(document: Pdf) -> None:
    document.generate_appearance_streams()
    document.flatten_annotations("screen")
    for page in document.pages:
        links = [one for one in _annotations(page.obj) if one.get(Name.Subtype) == Name.Link and _leads(one)]
        if links:
            page.obj.Annots = Array(links)
        elif Name.Annots in page.obj:
            del page.obj.Annots
    if Name.AcroForm in document.Root:
        del document.Root.AcroForm


def _leads(link: Object) -> bool:
    """Whether the link still leads somewhere; what it does besides is taken away."""
    if Name.AP in link:
        del link.AP
    return Name.Dest in link or _is_harmless(link.get(Name.A))


def _is_harmless(action: Object | None) -> bool:
    if not isinstance(action, Dictionary):
        return False
    kind = name_of(action.get(Name.S))
    return kind in _HARMLESS and (kind != "/Named" or name_of(action.get(Name.N)) in _PAGE_TURNS)


def _drop(document: Pdf) -> None:
    sanitize.remove_attachments(document)
    root = document.Root
    for key in _CATALOG:
        if key in root:
            del root[key]
    names = root.get(Name.Names)
    if isinstance(names, Dictionary):
        for kind in set(names.keys()) - {"/Dests"}:
            del names[kind]
    for page in document.pages:
        for key in _PAGE:
            if key in page.obj:
                del page.obj[key]


def _mend_layers(document: Pdf) -> None:
    """Layers as ISO 19005-2, 6.9 wants them: each configuration has a name, lists all layers and changes nothing."""
    layers = document.Root.get(Name.OCProperties)
    if not isinstance(layers, Dictionary):
        return
    others = layers.get(Name.Configs)
    configurations = [layers.get(Name.D), *(others if isinstance(others, Array) else ())]
    for number, configuration in enumerate(configurations, 1):
        if not isinstance(configuration, Dictionary):
            continue
        configuration.Name = String(f"Lager {number}")
        if Name.AS in configuration:
            del configuration.AS
        if Name.Order in configuration and isinstance(layers.get(Name.OCGs), Array):
            configuration.Order = Array(list(layers.OCGs))


def _mend(dictionary: Object) -> None:
    """What can be wrong in any dictionary, wherever it is used."""
    if dictionary.get(Name.Type) != Name.Catalog and isinstance(dictionary.get(Name.Metadata), Stream):
        del dictionary.Metadata
    action = dictionary.get(Name.A)
    if isinstance(action, Dictionary) and Name.S in action and not _is_harmless(action) and _is_action(action):
        del dictionary.A
    elif isinstance(action, Dictionary) and Name.Next in action:
        del action.Next
    for kind, keys in _wrong(dictionary):
        for key in keys if kind else ():
            if key in dictionary:
                del dictionary[key]
    if dictionary.get(Name.Subtype) == Name.CIDFontType2 and Name.CIDToGIDMap not in dictionary:
        dictionary.CIDToGIDMap = Name.Identity


def _wrong(dictionary: Object) -> Iterator[tuple[bool, tuple[Name, ...]]]:
    yield Name.FontName in dictionary, _FONT
    yield dictionary.get(Name.Subtype) == Name.Image, _PICTURE
    yield dictionary.get(Name.Subtype) == Name.Form, (Name.OPI, Name.PieceInfo)
    yield dictionary.get(Name.Type) == Name.ExtGState or Name.SMask in dictionary, _GRAPHICS_STATE


def _is_action(action: Object) -> bool:
    """A structure element's attributes stand under the same key, and have an owner instead."""
    return Name.O not in action
