"""The tags: headings, lists, tables, figures, notes, and what of the pages they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.spoiled.catalogue import spoils

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object


def elements(pdf: Pdf, tag: str) -> list[Object]:
    """The elements of that tag, in reading order."""
    return [element for element in below(pdf.Root.StructTreeRoot) if str(element.S) == f"/{tag}"]


def below(above: Object) -> Iterator[Object]:
    kids = above.get(Name.K, ())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from below(kid)


def first(pdf: Pdf, tag: str) -> Object:
    return elements(pdf, tag)[0]


def parent_tree(pdf: Pdf) -> Object:
    """Numbers and what they stand for, by turns."""
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def add(pdf: Pdf, above: Object, tag: str, *, place: int = 0) -> Object:
    """An empty element among those of ``above``."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=above))
    if not isinstance(above.get(Name.K), Array):
        above.K = Array([above.K] if Name.K in above else [])
    above.K.insert(place, element)
    return element


def redraw(pdf: Pdf, new: bytes) -> None:
    """Draw the memo's heading in another way: group 1 in ``new`` is its mark, 2 its text, 3 its end."""
    page = pdf.pages[0].obj
    kids = first(pdf, "H1").K
    number = int(kids[0] if isinstance(kids, Array) else kids)
    pattern = rb"(/\S+\s*<<\s*/MCID %d\s*>>\s*BDC)(.*?)(EMC)" % number
    text, times = re.subn(pattern, new, page.Contents.read_bytes(), count=1, flags=re.DOTALL)
    if not times:
        raise ValueError("the heading is not on the first page")
    page.Contents.write(text)


def scopes(pdf: Pdf) -> Iterator[tuple[Object, Object]]:
    """Header cells, each with the attributes where its scope stands."""
    for cell in elements(pdf, "TH"):
        attributes = cell.A if isinstance(cell.A, Array) else [cell.A]
        yield cell, next(a for a in attributes if Name.Scope in a)


@spoils("alla märken saknas", a="6.7.3.3-1", ua="7.1-11")
def no_tags(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


@spoils("en rubriknivå hoppas över", ua="7.4.2-1")
def skipped_heading(pdf: Pdf) -> None:
    first(pdf, "H3").S = Name.H5


@spoils("den första rubriken är på nivå 2", ua="7.4.2-1")
def first_heading_of_level_2(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.P


@spoils("rubriker både med och utan nivå", ua="7.4.4-2")
def headings_of_two_kinds(pdf: Pdf) -> None:
    first(pdf, "H4").S = Name.H


@spoils("rubriken är märkt som vanlig text (tillåtet)")
def no_headings(pdf: Pdf) -> None:
    for level in range(1, 5):
        for heading in elements(pdf, f"H{level}"):
            heading.S = Name.P


@spoils("en bild saknar alternativtext", ua="7.3-1")
def figure_without_words(pdf: Pdf) -> None:
    del first(pdf, "Figure").Alt


@spoils("en bild har tom alternativtext", ua="7.3-1")
def figure_with_empty_words(pdf: Pdf) -> None:
    first(pdf, "Figure").Alt = String("")


@spoils("en formel saknar alternativtext", ua="7.7-1")
def formula_without_words(pdf: Pdf) -> None:
    first(pdf, "H4").S = Name.Formula


@spoils("tabellens rubriker säger inte vad de gäller (Scope)", ua="7.5-1")
def headers_without_scope(pdf: Pdf) -> None:
    for _, attributes in scopes(pdf):
        del attributes.Scope


@spoils("tabellens celler pekar ut sina rubriker (tillåtet)")
def headers_by_name(pdf: Pdf) -> None:
    names = Array()
    for number, (cell, attributes) in enumerate(list(scopes(pdf))):
        del attributes.Scope
        cell.ID = String(f"rubrik-{number}")
        names.extend([cell.ID, cell])
    for number, cell in enumerate(elements(pdf, "TD")):
        cell.A = Dictionary(O=Name.Table, Headers=Array([String(f"rubrik-{number % 3}")]))
    pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=names)


@spoils("en tabellcell pekar ut en rubrik som inte finns", ua="7.5-2")
def unknown_header(pdf: Pdf) -> None:
    for _, attributes in scopes(pdf):
        del attributes.Scope
    for cell in elements(pdf, "TD"):
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("borta")]))


@spoils("tabellen har inga rubriker")
def table_without_headers(pdf: Pdf) -> None:
    for cell in elements(pdf, "TH"):
        cell.S = Name.TD


@spoils("en tabellrad saknar en cell", ua="7.2-43")
def missing_cell(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[2]
    row.K = Array(list(row.K)[:-1])


@spoils("en tabellcell tar för många kolumner", ua="7.2-42")
def wide_cell(pdf: Pdf) -> None:
    elements(pdf, "TD")[-1].A = Dictionary(O=Name.Table, ColSpan=2)


@spoils("två celler på samma plats i tabellen", ua="7.2-15")
def overlapping_cells(pdf: Pdf) -> None:
    elements(pdf, "TD")[1].A = Dictionary(O=Name.Table, RowSpan=2)
    elements(pdf, "TD")[3].A = Dictionary(O=Name.Table, ColSpan=2)


@spoils("en rubrik som sträcker sig över två kolumner (tillåtet)")
def wide_header(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[1]
    row.K = Array(list(row.K)[:-1])
    row.K[0].A = Dictionary(O=Name.Table, ColSpan=2)


@spoils("en tabellrad står utanför tabellen", ua="7.2-4")
def row_outside_table(pdf: Pdf) -> None:
    table = first(pdf, "Table")
    table.S = Name.Sect


@spoils("en tabell har text mellan raderna", ua="7.2-3")
def text_between_rows(pdf: Pdf) -> None:
    add(pdf, first(pdf, "Table"), "P", place=1)


@spoils("en tabellrad har annat än celler", ua="7.2-10")
def text_between_cells(pdf: Pdf) -> None:
    first(pdf, "TD").S = Name.P


@spoils("en tabell har två tabelltexter", ua="7.2-39")
def two_captions(pdf: Pdf) -> None:
    add(pdf, first(pdf, "Table"), "Caption")
    add(pdf, first(pdf, "Table"), "Caption")


@spoils("en tabell har sin tabelltext i mitten", ua="7.2-16")
def caption_in_the_middle(pdf: Pdf) -> None:
    add(pdf, first(pdf, "Table"), "Caption", place=1)


@spoils("en punkt står utanför listan", ua="7.2-17")
def item_outside_list(pdf: Pdf) -> None:
    first(pdf, "L").S = Name.Sect


@spoils("en lista har annat än punkter", ua="7.2-19")
def text_between_items(pdf: Pdf) -> None:
    add(pdf, first(pdf, "L"), "P", place=1)


@spoils("en punkt har annat än märke och text", ua="7.2-20")
def text_in_item(pdf: Pdf) -> None:
    first(pdf, "LBody").S = Name.P


@spoils("en punkts text står utanför punkten", ua="7.2-18")
def body_outside_item(pdf: Pdf) -> None:
    first(pdf, "LI").S = Name.L


@spoils("en innehållsförteckning har annat än rader", ua="7.2-27")
def text_in_contents(pdf: Pdf) -> None:
    add(pdf, add(pdf, first(pdf, "Document"), "TOC"), "P")


@spoils("en fotnot saknar namn", ua="7.9-1")
def note_without_name(pdf: Pdf) -> None:
    del first(pdf, "Note").ID


@spoils("två fotnoter har samma namn", ua="7.9-2")
def notes_of_one_name(pdf: Pdf) -> None:
    name = first(pdf, "Note").ID
    add(pdf, first(pdf, "Document"), "Note").ID = name


@spoils("ett eget märke saknar motsvarighet i standarden", a="6.7.3.4-1", ua="7.1-5")
def unmapped_tag(pdf: Pdf) -> None:
    first(pdf, "H4").S = Name("/Rubrik")


@spoils("egna märken motsvarar varandra i en ring", a="6.7.3.4-2", ua="7.1-6")
def circular_tags(pdf: Pdf) -> None:
    first(pdf, "H4").S = Name("/Rubrik")
    pdf.Root.StructTreeRoot.RoleMap["/Rubrik"] = Name("/Titel")
    pdf.Root.StructTreeRoot.RoleMap["/Titel"] = Name("/Rubrik")


@spoils("ett av standardens märken betyder något annat", ua="7.1-7")
def remapped_tag(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap["/H4"] = Name.P


@spoils("ett eget märke motsvarar ett i standarden över ett annat eget (tillåtet)")
def tag_mapped_in_two_steps(pdf: Pdf) -> None:
    first(pdf, "H4").S = Name("/Rubrik")
    pdf.Root.StructTreeRoot.RoleMap["/Rubrik"] = Name("/Titel")
    pdf.Root.StructTreeRoot.RoleMap["/Titel"] = Name.H4


@spoils("ett märke vet inte vad det ligger i", ua="7.1-12")
def tag_without_parent(pdf: Pdf) -> None:
    del first(pdf, "H4").P


@spoils("ett märkes språk är felskrivet", a="6.7.4-1", ua="7.2-29")
def misspelt_language_of_tag(pdf: Pdf) -> None:
    first(pdf, "H4").Lang = String("engelska!")


@spoils("ett märkes språk är ett annat (tillåtet)")
def other_language_of_tag(pdf: Pdf) -> None:
    first(pdf, "H4").Lang = String("en-GB")


@spoils("text på en sida är varken märkt eller utsmyckning", ua="7.1-3")
def unmarked_text(pdf: Pdf) -> None:
    redraw(pdf, rb"\2")


@spoils("märkt text saknas bland märkena", ua="7.1-3")
def text_that_no_tag_holds(pdf: Pdf) -> None:
    heading = first(pdf, "H1")
    parent_tree(pdf)[1][int(heading.K[0])] = None
    heading.K = Array()


@spoils("sidans text saknas i märkenas register (ParentTree)", ua="7.1-3")
def page_without_register(pdf: Pdf) -> None:
    del pdf.pages[0].obj.StructParents


@spoils("utsmyckning inne i märkt text", ua="7.1-1")
def artifact_in_text(pdf: Pdf) -> None:
    redraw(pdf, rb"\1\2 /Artifact BMC 0 0 5 5 re f EMC \3")


@spoils("märkt text inne i utsmyckning", ua="7.1-2")
def text_in_artifact(pdf: Pdf) -> None:
    redraw(pdf, rb"/Artifact BMC \1\2\3 EMC")
