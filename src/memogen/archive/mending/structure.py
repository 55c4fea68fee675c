"""Tags, links and pages as PDF/UA-1 wants them (ISO 14289-1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

_MAIL: Final = "mailto:"
_INSIDE: Final = "Länk till en annan plats i dokumentet"


def mend_structure(document: Pdf) -> None:
    """The order of tabs, words for links, names for notes; links that no tag knows of are taken away."""
    for page in document.pages:
        page.obj.Tabs = Name.S
        if Name.Annots in page.obj:
            _mend_links(page.obj)
    tree = document.Root.get(Name.StructTreeRoot)
    if tree is not None:
        _name_notes(tree)


def _mend_links(page: Object) -> None:
    """LibreOffice 7.4 tags no link between a footnote and its mark: such a link is nothing to who hears the page."""
    known = [annotation for annotation in page.Annots if Name.StructParent in annotation]
    for annotation in known:
        if annotation.get(Name.Subtype) == Name.Link and Name.Contents not in annotation:
            annotation.Contents = String(_said(annotation))
    if known:
        page.Annots = Array(known)
    else:
        del page.Annots


def _said(link: Object) -> str:
    """Where the link leads, for who can't see it."""
    address = str(link.get(Name.A, Dictionary()).get(Name.URI, ""))
    if address.startswith(_MAIL):
        return f"E-post till {address.removeprefix(_MAIL)}"
    return f"Länk till {address}" if address else _INSIDE


def _name_notes(tree: Object) -> None:
    """Each note has a name of its own (ISO 14289-1, 7.9), and the tree knows where it is (ISO 32000-1, 14.7.2)."""
    notes = [element for element in elements(tree) if Name.Note == element.S]
    names = Array()
    for number, note in enumerate(notes, 1):
        note.ID = String(f"not-{number:05}")
        names.extend([note.ID, note])
    if notes:
        tree.IDTree = Dictionary(Names=names)


def elements(above: Object) -> Iterator[Object]:
    """The structure elements under a tree or an element, in the order in which they are read."""
    children = above.get(Name.K)
    for child in children if isinstance(children, Array) else (children,):
        if isinstance(child, Dictionary) and Name.S in child:
            yield child
            yield from elements(child)
