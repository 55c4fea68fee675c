"""Tags of parts that know nothing of each other mean in the act what they meant before."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from memogen.archive.joining import joined
from memogen.artifacts.act import Facts, Level, Part
from tests.tagged import paper, read

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = Facts("Taxa för uteserveringar")


def act(*parts: bytes) -> bytes:
    """The joined act of the parts, none of which has a label."""
    return joined([Part("Handling", pdf) for pdf in parts], FACTS, Level())


def with_roles(**roles: str) -> Callable[[pikepdf.Pdf], None]:
    """A change that gives the file a role map."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{name}": Name(f"/{role}") for name, role in roles.items()})

    return change


def test_one_name_for_two_things_stays_two_things() -> None:
    first = paper([("Rubrik", "Taxa")], change=with_roles(Rubrik="H1"))
    second = paper([("Rubrik", "Text")], change=with_roles(Rubrik="Stycke", Stycke="P"))
    assert [line.strip() for line in read(act(first, second)) if ":" in line] == ["H1: Taxa", "P: Text"]


def test_one_name_for_one_thing_is_said_once() -> None:
    part = paper([("Rubrik", "Taxa")], change=with_roles(Rubrik="H1"))
    with pikepdf.open(io.BytesIO(act(part, part))) as pdf:
        assert dict(pdf.Root.StructTreeRoot.RoleMap.items()) == {"/Rubrik": Name.H1}


def test_a_part_that_gives_a_usual_name_another_meaning_gives_it_to_itself_alone() -> None:
    odd = paper([("Quote", "Rubrik")], change=with_roles(Quote="H1", P="P"))
    usual = paper([("Quote", "Citat"), ("P", "Text")])
    lines = [line.strip() for line in read(act(odd, usual)) if ":" in line]
    assert lines == ["H1: Rubrik", "Quote: Citat", "P: Text"]


def test_cells_find_the_headers_of_their_own_table() -> None:
    def table(pdf: pikepdf.Pdf) -> None:
        header, cell = pdf.Root.StructTreeRoot.K[0].K
        header.ID = String("U1x0y0")
        cell.A = Array([Dictionary(O=Name.Table, Headers=Array([String("U1x0y0")])), 0])

    part = paper([("TH", "Avgift"), ("TD", "40 kr")], change=table)
    with pikepdf.open(io.BytesIO(act(part, part))) as pdf:
        tree = pdf.Root.StructTreeRoot
        named = pikepdf.NameTree(tree.IDTree)
        for whole in tree.K[0].K:
            header, cell = whole.K[0].K
            assert named[str(cell.A[0].Headers[0])].objgen == header.objgen
        assert len(list(named)) == 2


def test_classes_of_attributes_stay_apart() -> None:
    def classed(width: int) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            tree = pdf.Root.StructTreeRoot
            tree.ClassMap = Dictionary(Ruta=Dictionary(O=Name.Layout, Width=width))
            tree.K[0].K[0].C = Name.Ruta

        return change

    with pikepdf.open(io.BytesIO(act(*(paper([("P", "x")], change=classed(width)) for width in (10, 20))))) as pdf:
        tree = pdf.Root.StructTreeRoot
        classes = [str(part.K[0].K[0].C[0]) for part in tree.K[0].K]
        assert [tree.ClassMap[name].Width for name in classes] == [10, 20]


def test_headings_by_nesting_get_their_level_beside_numbered_ones() -> None:
    def nest(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        outer, inner, text = document.K
        section = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=document, K=Array([inner, text])))
        inner.P = text.P = section
        document.K = Array([outer, section])

    nested = paper([("H", "Gator"), ("H", "Torg"), ("P", "Text")], change=nest)
    lines = [line.strip() for line in read(act(paper([("H1", "Taxa")]), nested)) if ":" in line]
    assert lines == ["H1: Taxa", "H1: Gator", "H2: Torg", "P: Text"]


def test_what_a_form_draws_is_found_from_its_own_part() -> None:
    def in_form(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        form = Stream(pdf, page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
        form.Resources, form.StructParents = page.Resources, page.StructParents
        page.Contents, page.Resources = Stream(pdf, b"/Fm Do"), Dictionary(XObject=Dictionary(Fm=form))
        del page.StructParents

    part = paper([("P", "Text")], change=in_form)
    with pikepdf.open(io.BytesIO(act(part, part))) as pdf:
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        keys = [page.Resources.XObject.Fm.StructParents for page in pdf.pages]
        held = [part.K[0].K[0] for part in pdf.Root.StructTreeRoot.K[0].K]
        assert [parents[key][0].objgen for key in keys] == [element.objgen for element in held]
        assert pdf.Root.StructTreeRoot.ParentTreeNextKey == 2


def test_a_tree_that_bites_its_tail_ends() -> None:
    def bite(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        tree.K[0].K.append(tree.K[0])
        tree.ParentTree = pdf.make_indirect(tree.ParentTree)
        tree.ParentTree.Kids = Array([tree.ParentTree])

    assert act(paper([("H", "Taxa")], change=bite)).startswith(b"%PDF-")
