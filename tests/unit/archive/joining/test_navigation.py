"""Whatever led somewhere in a part leads to the same place in the act."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from memogen.archive.joining import joined
from memogen.artifacts.act import Facts, Level, Part
from tests.tagged import paper

FACTS = Facts("Taxa för uteserveringar")


def opened(*parts: Part) -> pikepdf.Pdf:
    """The joined act."""
    return pikepdf.open(io.BytesIO(joined(parts, FACTS, Level())))


def leading(pdf: pikepdf.Pdf) -> None:
    """Links on the first page to the second: straight, by an old name, by a new name, and by an action."""
    first, second = (page.obj for page in pdf.pages)
    place = Array([second, Name.Fit])
    pdf.Root.Dests = Dictionary(Torg=place)
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("Torg"), Dictionary(D=place)])))
    ways = (
        {"Dest": place},
        {"Dest": Name.Torg},
        {"Dest": String("Torg")},
        {"A": Dictionary(S=Name.GoTo, D=String("Torg"))},
    )
    links = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **way) for way in ways]
    first.Annots = Array([pdf.make_indirect(link) for link in links])


def place_of(pdf: pikepdf.Pdf, link: pikepdf.Object) -> int:
    """The page (from 1) that the link leads to."""
    place = link.Dest if Name.Dest in link else link.A.D
    if isinstance(place, String):
        place = pikepdf.NameTree(pdf.Root.Names.Dests)[str(place)]
    if isinstance(place, Dictionary):
        place = place.D
    return [page.obj.objgen for page in pdf.pages].index(place[0].objgen) + 1


def test_links_of_each_part_lead_into_the_part() -> None:
    part = Part("Karta", paper([("P", "Se torget")], [("P", "Torget")], change=leading))
    with opened(part, part) as pdf:
        assert [place_of(pdf, link) for link in pdf.pages[0].Annots] == [2, 2, 2, 2]
        assert [place_of(pdf, link) for link in pdf.pages[2].Annots] == [4, 4, 4, 4]


def test_each_part_has_a_bookmark_with_its_own_below() -> None:
    def marked(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            gator = OutlineItem("Gator", 0)
            gator.children.append(OutlineItem("Torg", 1))
            outline.root.extend([gator, OutlineItem("Parker", 1)])

    memo, plan = paper([("P", "x")]), paper([("P", "x")], [("P", "y")], change=marked)
    with opened(Part("Taxa", memo), Part("Plan", plan, "Bilaga 1")) as pdf, pdf.open_outline() as outline:
        first, second = outline.root
        assert [first.title, second.title] == ["Taxa", "Bilaga 1, Plan"]
        assert [each.title for each in second.children] == ["Gator", "Parker"]
        assert [each.title for each in second.children[0].children] == ["Torg"]
        assert place_of(pdf, second.children[0].children[0].obj) == 3
        assert pdf.Root.Outlines.Count == 2
