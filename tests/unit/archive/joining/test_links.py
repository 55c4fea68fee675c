"""Where the text names a bilaga, it leads there: the words and nothing else, for eyes and for screen readers."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from memogen.archive.joining import joined
from memogen.artifacts.act import Facts, Level, Part
from tests.tagged import paper, read

FACTS = Facts("Taxa för uteserveringar")
BILAGOR = (Part("Karta", paper([("P", "Se bilaga 2")]), "Bilaga 1"), Part("Plan", paper([("P", "x")]), "Bilaga 2"))


def act(document: bytes) -> bytes:
    """The document with two bilagor."""
    return joined([Part("Taxa", document), *BILAGOR], FACTS, Level())


def found(text: str) -> list[str]:
    """Where the links in the text lead."""
    return [line.split("(sida ")[1][0] for line in read(act(paper([("P", text)]))) if "Link" in line]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Taxan framgår av bilaga 1.", ["2"]),
        ("BILAGA 2", ["3"]),
        ("Bilagan 2, plan", ["3"]),
        ("enligt bilaga 1 och bilaga 2", ["2", "3"]),
        ("Bilagorna 1 och 2", ["2", "3"]),
        ("bilaga 1\u20132", ["2", "3"]),
        ("Bilagor 1, 2 och 3", ["2", "3"]),
        ("bilaga 1, 2 exemplar", ["2"]),
        ("bilaga 12", []),
        ("bilaga 3", []),
        ("sjukbilaga 1", []),
        ("bilaga 1 till skollagen", []),
        ("bilaga 1 till livsmedelsförordningen", []),
        ("bilaga 2 till tjänsteskrivelsen", ["3"]),
    ],
)
def test_words_that_name_a_bilaga_lead_there(text: str, pages: list[str]) -> None:
    assert sorted(found(text)) == pages


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_link_lies_over_its_words(turned: int) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turned
        pdf.pages[0].obj.MediaBox = Array([-40, -60, 595, 842])

    with pikepdf.open(io.BytesIO(act(paper([("P", "Se bilaga 1.")], change=turn)))) as pdf:
        (link,) = pdf.pages[0].Annots
        left, bottom, right, top = (float(side) for side in link.Rect)
        assert (left, right) == pytest.approx((88.7, 127.7), abs=1)
        assert (bottom, top) == pytest.approx((738, 749), abs=3)


def test_the_link_says_where_it_leads_and_shows_no_frame() -> None:
    with pikepdf.open(io.BytesIO(act(paper([("P", "Se bilaga 1.")])))) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.Contents) == "Till bilaga 1, Karta"
        assert list(link.Border) == [0, 0, 0]
        assert link.Dest[0].objgen == pdf.pages[1].obj.objgen


def test_words_over_two_lines_are_one_link() -> None:
    def broken(pdf: pikepdf.Pdf) -> None:
        content = b"/P << /MCID 0 >> BDC BT /F1 12 Tf 450 700 Td (enligt bilaga) Tj -380 -16 Td (1 i akten) Tj ET EMC"
        pdf.pages[0].obj.Contents = Stream(pdf, content)

    with pikepdf.open(io.BytesIO(act(paper([("P", "")], change=broken)))) as pdf:
        (link,) = pdf.pages[0].Annots
        assert len(link.QuadPoints) == 16


def test_words_that_lead_elsewhere_already_are_left_alone() -> None:
    assert [line.strip() for line in read(act(paper([("Link", "bilaga 1")]))) if "Link" in line] == ["Link: bilaga 1"]


def test_words_that_no_screen_reader_reads_get_no_link() -> None:
    def artifact(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = Stream(pdf, b"/Artifact BMC BT /F1 12 Tf 70 800 Td (Bilaga 1) Tj ET EMC")

    with pikepdf.open(io.BytesIO(act(paper([("P", "x")], change=artifact)))) as pdf:
        assert Name.Annots not in pdf.pages[0]


def test_a_document_without_tags_has_links_too() -> None:
    with pikepdf.open(io.BytesIO(act(paper([("P", "Se bilaga 2")], letter="U")))) as pdf:
        (link,) = pdf.pages[0].Annots
        assert Name.StructParent not in link


def test_words_in_a_form_are_not_taken_for_those_of_the_page() -> None:
    def in_form(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        content = b"/P << /MCID 0 >> BDC BT /F1 12 Tf 70 500 Td (bilaga 1) Tj ET EMC"
        form = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
        form.Resources = Dictionary(Font=page.Resources.Font)
        page.Resources.XObject = Dictionary(Fm=form)
        page.Contents = Stream(pdf, page.Contents.read_bytes() + b" /Fm Do")

    assert not [line for line in read(act(paper([("P", "x")], change=in_form))) if "Link" in line]


def test_a_bilaga_that_names_another_is_left_as_it_is() -> None:
    with pikepdf.open(io.BytesIO(act(paper([("P", "x")])))) as pdf:
        assert Name.Annots not in pdf.pages[1]


def test_the_bilagor_of_a_meetings_paragraphs_are_no_targets() -> None:
    parts = [Part("Protokoll", paper([("P", "Se bilaga 1.")])), Part("Karta", BILAGOR[0].pdf, "§ 1 bilaga 1")]
    assert not any("Link" in line for line in read(joined(parts, FACTS, Level())))
