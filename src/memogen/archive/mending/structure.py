"""Tags, links and pages as PDF/UA-1 wants them (ISO 14289-1)."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, String

from memogen.archive.mending.front_page import ROW, tag_front_page
from memogen.archive.mending.lists import nest_lists
from memogen.archive.mending.loose import mark_ornaments
from memogen.archive.standard_types import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pikepdf import Object, Pdf

_MAIL: Final = "mailto:"
_INSIDE: Final = "Länk till en annan plats i dokumentet"


def mend_structure(document: Pdf) -> None:
    """Put right the tags, the links and the pages; nothing that is read changes its place."""
    for page in document.pages:
        page.obj.Tabs = Name.S
        mark_ornaments(page.obj)
        if Name.Annots in page.obj:
            _mend_links(page.obj)
    tree = document.Root.get(Name.StructTreeRoot)
    if tree is None:
        return
    found: defaultdict[str, list[Object]] = defaultdict(list)
    for element in elements(tree):
        found[str(element.S)].append(element)
    _name_notes(tree, found["/Note"])
    _mend_roles(document, tree, found)
    for above in _parents(found["/L"]):
        nest_lists(above)
    for above in _parents(found[ROW]):
        tag_front_page(document, above)


def elements(tree: Object) -> Iterator[Object]:
    """The structure elements under a tree or an element, in the order in which they are read."""
    waiting = _below(tree)
    while waiting:
        element = waiting.pop()
        yield element
        waiting += _below(element)


def _below(element: Object) -> list[Object]:
    """The elements just below, the last first."""
    children = element.get("/K")
    if isinstance(children, Array):
        return [child for child in reversed(list(children)) if isinstance(child, Dictionary) and "/S" in child]
    return [children] if isinstance(children, Dictionary) and "/S" in children else []


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


def _name_notes(tree: Object, notes: Sequence[Object]) -> None:
    """Each note has a name of its own (ISO 14289-1, 7.9), and the tree knows where it is (ISO 32000-1, 14.7.2)."""
    names = Array()
    for number, note in enumerate(notes, 1):
        note.ID = String(f"not-{number:05}")
        names.extend([note.ID, note])
    if notes:
        tree.IDTree = Dictionary(Names=names)


def _mend_roles(document: Pdf, tree: Object, found: dict[str, list[Object]]) -> None:
    """A style of the template that is called as a standard tag is not that tag (ISO 14289-1, 7.1).

    LibreOffice maps such a name to what it takes the style for: the elements get that tag at once.
    """
    roles = tree.get(Name.RoleMap, Dictionary())
    for name in [known for known, _ in roles.items() if known[1:] in STANDARD]:
        for element in found[name]:
            element.S = roles[name]
        del roles[name]
        if name == "/Quote":
            for above in _parents(found[name]):
                _enclose_quotes(document, above, found[name])


def _enclose_quotes(document: Pdf, above: Object, paragraphs: Sequence[Object]) -> None:
    """Paragraphs of a quotation that follow each other become one quotation."""
    quoted = {paragraph.objgen for paragraph in paragraphs}
    kept: list[Object] = []
    for is_quoted, group in groupby(above.K, lambda child: isinstance(child, Dictionary) and child.objgen in quoted):
        children = list(group)
        if is_quoted:
            quote = Dictionary(Type=Name.StructElem, S=Name.BlockQuote, P=above, K=Array(children))
            whole = document.make_indirect(quote)
            for child in children:
                child.P = whole
            children = [whole]
        kept += children
    above.K = Array(kept)


def _parents(children: Sequence[Object]) -> list[Object]:
    """The elements above that have more than one child, each once."""
    above = {child.P.objgen: child.P for child in children}
    return [element for element in above.values() if isinstance(element.K, Array)]
