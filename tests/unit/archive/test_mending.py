"""What LibreOffice leaves wrong is put right, shown on a small PDF that is wrong in the same ways."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from lxml import etree
from pikepdf import Array, Dictionary, Name, String

from memogen.archive.mending import conformed
from memogen.archive.mending.metadata import ARKIV
from memogen.artifacts.act import Attachment, Facts, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTS = Facts(
    titel="Taxa för torg & gator",
    handlingstyp="Tjänsteskrivelse",
    arkivbildare="Kommunstyrelsen",
    diarienummer="KS-2026-00123",
    arendemening="Ny taxa",
    datum=dt.date(2026, 3, 12),
    handlaggare=("Anna Ek", "Bo Rask"),
    memogen="0.1.0",
)
SOURCE = Attachment("ärende.yaml", b"rubrik: Taxa\n", "application/yaml", "Ärendefilen", dt.date(2026, 3, 12))
BORDER = b"q 0.5 w\n78 60 m\n517 60 l S\nQ\n"
TEXT = b"/P<</MCID 0>>BDC\nq BT\n/F1 11 Tf<01>Tj\nET\nQ\nEMC\n"
ITEM = "/List Bullet"


class Draft:
    """A PDF of one page with a tag tree, made as LibreOffice makes them."""

    def __init__(self, content: bytes = TEXT) -> None:
        self.pdf = pikepdf.new()
        page = self.pdf.add_blank_page()
        page.Contents = self.pdf.make_stream(content)
        self.page = page.obj
        self.root = self.pdf.Root
        self.root.Lang = String("en-US")
        self.root.StructTreeRoot = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary()))
        self.tree = self.root.StructTreeRoot
        self.document = self.element("/Document", self.tree)

    def element(self, kind: str, above: pikepdf.Object, **more: object) -> pikepdf.Object:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=above, **more))
        above.K = Array([*above.get("/K", []), element])
        return element

    def item(self, indent: float = 0, *, new: bool = True, style: str = ITEM) -> None:
        """An item that stands ``indent`` in; in a list of its own when it is ``new``."""
        listing = self.element("/L", self.document) if new else self.document.K[-1]
        body = self.element("/LBody", self.element("/LI", listing))
        look = Dictionary(O=Name.Layout, **({"StartIndent": indent} if indent else {}))
        self.element(style, body, A=look, K=Array([0]))

    def link(self, **more: object) -> None:
        link = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **more))
        self.page.Annots = Array([*self.page.get("/Annots", []), link])

    def conformed(
        self, level: Level | None = None, facts: Facts = FACTS, attachment: Attachment | None = None
    ) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(conformed(self.data(), facts, level or Level(), attachment)))

    def data(self) -> bytes:
        stream = io.BytesIO()
        self.pdf.save(stream, static_id=True)
        return stream.getvalue()


def outline(element: pikepdf.Object) -> list[Any]:
    """The tags under an element: each a name, followed by its own tags where it has some."""
    found: list[Any] = []
    for child in element.get("/K", []):
        if isinstance(child, Dictionary):
            found += [str(child.S)[1:], *([below] if (below := outline(child)) else [])]
    return found


def tags(pdf: pikepdf.Pdf) -> list[Any]:
    return outline(pdf.Root.StructTreeRoot.K[0])


def kinship(element: pikepdf.Object) -> Iterator[bool]:
    """Whether each tag names the one above it."""
    for child in element.get("/K", []):
        if isinstance(child, Dictionary):
            yield child.P.objgen == element.objgen
            yield from kinship(child)


def metadata(pdf: pikepdf.Pdf) -> etree._Element:
    return etree.fromstring(pdf.Root.Metadata.read_bytes())


def said(pdf: pikepdf.Pdf, name: str) -> list[str]:
    """The texts of a property of the metadata, by its namespace and name."""
    return ["".join(item.itertext()) for item in metadata(pdf).iter(name)]


def test_the_metadata_says_what_the_facts_say_and_nothing_of_before() -> None:
    draft = Draft()
    draft.pdf.docinfo["/Author"] = "gustaf på kontoret"
    draft.pdf.docinfo["/Producer"] = "LibreOffice 7.4"
    with draft.conformed() as pdf:
        info = pdf.trailer.Info
        assert str(info.Title) == "Taxa för torg & gator"
        assert str(info.Author) == "Kommunstyrelsen"
        assert str(info.Creator) == "memogen 0.1.0"
        assert str(info.CreationDate) == "D:20260312000000Z"
        assert said(pdf, f"{{{ARKIV}}}diarienummer") == ["KS-2026-00123"]
        assert said(pdf, f"{{{ARKIV}}}handlaggare") == ["Anna EkBo Rask"]
        assert said(pdf, f"{{{ARKIV}}}datum") == ["2026-03-12"]
        assert said(pdf, f"{{{ARKIV}}}sekretess") == []
        assert said(pdf, "{http://purl.org/dc/elements/1.1/}title") == ["Taxa för torg & gator"]
        assert said(pdf, "{http://ns.adobe.com/pdf/1.3/}Producer") == ["LibreOffice 7.4"]
        assert b"gustaf" not in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize(("text", "part", "letter"), [("2a", "2", "A"), ("PDF/A-3u", "3", "U")])
def test_the_metadata_claims_the_level_that_was_asked_for(text: str, part: str, letter: str) -> None:
    for ua in (True, False):
        level = Level.parsed(text, ua=ua)
        assert level is not None
        with Draft().conformed(level) as pdf:
            assert said(pdf, "{http://www.aiim.org/pdfa/ns/id/}part") == [part]
            assert said(pdf, "{http://www.aiim.org/pdfa/ns/id/}conformance") == [letter]
            assert said(pdf, "{http://www.aiim.org/pdfua/ns/id/}part") == ["1"] * ua


def test_every_word_of_the_archive_is_explained_in_the_file() -> None:
    with Draft().conformed() as pdf:
        own = {element.tag for element in metadata(pdf).iter(f"{{{ARKIV}}}*")}
        explained = said(pdf, "{http://www.aiim.org/pdfa/ns/property#}name")
    assert {tag.removeprefix(f"{{{ARKIV}}}") for tag in own} <= set(explained)
    assert len(explained) == 12


def test_a_document_without_a_date_is_given_none() -> None:
    with Draft().conformed(facts=Facts(titel="Utan datum")) as pdf:
        assert "/CreationDate" not in pdf.trailer.Info
        assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_what_xml_cannot_hold_is_left_out_of_the_metadata() -> None:
    with Draft().conformed(facts=Facts(titel="A\x00\x0c<b>\ufffe")) as pdf:
        assert str(pdf.trailer.Info.Title) == "A<b>"
        assert said(pdf, "{http://purl.org/dc/elements/1.1/}title") == ["A<b>"]


def test_the_file_says_its_language_and_shows_its_title() -> None:
    with Draft().conformed() as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert [str(page.obj.Tabs) for page in pdf.pages] == ["/S"]


@pytest.mark.parametrize(("pages", "mode"), [(3, "/UseNone"), (4, "/UseOutlines")])
def test_bookmarks_are_shown_at_once_where_the_document_is_long(pages: int, mode: str) -> None:
    draft = Draft()
    for _ in range(pages - 1):
        draft.pdf.add_blank_page()
    draft.root.Outlines = draft.pdf.make_indirect(Dictionary(Type=Name.Outlines))
    with draft.conformed() as pdf:
        assert str(pdf.Root.PageMode) == mode


def test_the_bytes_do_not_tell_when_the_pdf_was_made() -> None:
    made = []
    for year in (2025, 2026):
        draft = Draft()
        profile = draft.pdf.make_stream(bytes(24) + year.to_bytes(2, "big") + bytes(100))
        draft.root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1, DestOutputProfile=profile)])
        draft.pdf.docinfo["/CreationDate"] = f"D:{year}0101000000Z"
        draft.pdf.trailer.DocChecksum = Name(f"/A{year}")
        made.append(conformed(draft.data(), FACTS, Level()))
    assert made[0] == made[1]


def test_a_line_that_no_tag_encloses_becomes_an_artifact() -> None:
    with Draft(TEXT + BORDER).conformed() as pdf:
        content = pdf.pages[0].obj.Contents.read_bytes()
    assert content.startswith(TEXT)
    assert content.removeprefix(TEXT) == b"/Artifact BMC\n" + BORDER + b"EMC\n"


@pytest.mark.parametrize("loose", [b"q BT\n/F1 11 Tf<01>Tj\nET\nQ\n", b"q /Im4 Do\n78 60 m\n517 60 l S\nQ\n"])
def test_text_and_images_that_no_tag_encloses_are_never_hidden(loose: bytes) -> None:
    with Draft(TEXT + loose).conformed() as pdf:
        assert pdf.pages[0].obj.Contents.read_bytes() == TEXT + loose


def test_lines_inside_tags_are_left_alone() -> None:
    inside = b"/P<</MCID 1>>BDC\n/Span<</ActualText<FEFF00A0>>>\nBDC\nEMC\n" + BORDER + b"EMC\n"
    with Draft(b"0.1 w\n" + inside + TEXT).conformed() as pdf:
        assert pdf.pages[0].obj.Contents.read_bytes() == b"0.1 w\n" + inside + TEXT


def test_links_are_told_in_words_and_those_without_a_tag_are_taken_away() -> None:
    draft = Draft()
    draft.link(StructParent=1, A=Dictionary(S=Name.URI, URI=String("https://www.bjorkvalla.example/")))
    draft.link(StructParent=2, A=Dictionary(S=Name.URI, URI=String("mailto:kommunen@bjorkvalla.example")))
    draft.link(StructParent=3, Dest=Array([draft.page, Name.Fit]))
    draft.link(Dest=Array([draft.page, Name.Fit]))
    with draft.conformed() as pdf:
        assert [str(link.Contents) for link in pdf.pages[0].obj.Annots] == [
            "Länk till https://www.bjorkvalla.example/",
            "E-post till kommunen@bjorkvalla.example",
            "Länk till en annan plats i dokumentet",
        ]


@pytest.mark.parametrize(
    ("font", "before", "after"),
    [
        ("BAAAAA+OpenSymbol", "F0B7", "2022"),
        ("CAAAAA+OpenSymbol", "F0E5", "F0E5"),
        ("DAAAAA+Carlito-Bold", "F0B7", "F0B7"),
    ],
)
def test_the_bullets_of_word_have_a_public_meaning_and_nothing_else_gets_another(
    font: str, before: str, after: str
) -> None:
    draft = Draft()
    meanings = draft.pdf.make_stream(f"1 beginbfchar\n<01> <{before}>\nendbfchar\n".encode())
    made = draft.pdf.make_indirect(Dictionary(Type=Name.Font, BaseFont=Name(f"/{font}"), ToUnicode=meanings))
    draft.page.Resources = Dictionary(Font=Dictionary(F1=made))
    with draft.conformed() as pdf:
        assert f"<01> <{after}>".encode() in pdf.pages[0].obj.Resources.Font.F1.ToUnicode.read_bytes()


def test_each_note_has_a_name_that_the_tree_knows() -> None:
    draft = Draft()
    for _ in range(2):
        draft.element("/Note", draft.element("/Div", draft.document))
    with draft.conformed() as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(names[0]), str(names[2])] == ["not-00001", "not-00002"]
        assert names[0] == names[1].ID


def test_a_list_in_a_list_stands_in_the_item_that_it_belongs_to() -> None:
    draft = Draft()
    for indent in (0, 0.425, 0.425, 0.85, 0.425, 0):
        draft.item(indent)
    with draft.conformed() as pdf:
        item = ["LBody", ["List Bullet"]]
        deepest = ["LBody", ["List Bullet", "L", ["LI", item]]]
        second = ["L", ["LI", item, "LI", deepest, "LI", item]]
        assert tags(pdf) == ["L", ["LI", ["LBody", ["List Bullet", *second]], "LI", item]]
        assert all(kinship(pdf.Root.StructTreeRoot))


def test_a_further_paragraph_of_an_item_stands_in_the_item() -> None:
    draft = Draft()
    draft.item()
    draft.item(0.425)
    draft.element("/List Continue", draft.document, A=Dictionary(O=Name.Layout, StartIndent=0.425))
    draft.item()
    draft.element("/List Continue", draft.document, A=Dictionary(O=Name.Layout))
    with draft.conformed() as pdf:
        item = ["LBody", ["List Bullet"]]
        first = ["LBody", ["List Bullet", "L", ["LI", item], "List Continue"]]
        assert tags(pdf) == ["L", ["LI", first, "LI", item], "List Continue"]
        assert all(kinship(pdf.Root.StructTreeRoot))


def test_lists_of_two_kinds_or_with_text_between_stay_two_lists() -> None:
    draft = Draft()
    draft.item()
    draft.item(style="/Beslutspunkt")
    draft.element("/P", draft.document)
    draft.item(style="/Beslutspunkt")
    with draft.conformed() as pdf:
        assert [tag for tag in tags(pdf) if isinstance(tag, str)] == ["L", "L", "P", "L"]


def test_quotations_that_follow_each_other_are_one_quotation() -> None:
    draft = Draft()
    draft.tree.RoleMap = Dictionary({"/Quote": Name.P, "/Text body": Name.P})
    for kind in ("/Text body", "/Quote", "/Quote", "/Text body"):
        draft.element(kind, draft.document, K=Array([0]))
    with draft.conformed() as pdf:
        assert tags(pdf) == ["Text body", "BlockQuote", ["P", "P"], "Text body"]
        assert list(pdf.Root.StructTreeRoot.RoleMap.keys()) == ["/Text body"]
        assert all(kinship(pdf.Root.StructTreeRoot))


def test_the_front_page_of_minutes_is_a_table_with_a_heading_for_each_row() -> None:
    draft = Draft()
    draft.element("/H1", draft.document)
    for kind in ("/Förstasida", "/Förstasidarad", "/Förstasida"):
        line = draft.element(kind, draft.document, K=Array([0]))
        if kind == "/Förstasida":
            draft.element("/Etikett", line)
    draft.element("/H2", draft.document)
    with draft.conformed() as pdf:
        rows = [
            *("TR", ["TH", ["Etikett"], "TD", ["Förstasida", "Förstasidarad"]]),
            *("TR", ["TH", ["Etikett"], "TD", ["Förstasida"]]),
        ]
        assert tags(pdf) == ["H1", "Table", rows, "H2"]
        table = pdf.Root.StructTreeRoot.K[0].K[1]
        assert str(table.K[0].K[0].A.Scope) == "/Row"
        assert all(kinship(pdf.Root.StructTreeRoot))


def test_a_front_page_that_is_made_in_another_way_is_left_alone() -> None:
    draft = Draft()
    draft.element("/Förstasidarad", draft.document)
    draft.element("/Förstasida", draft.document, K=Array([0]))
    with draft.conformed() as pdf:
        assert tags(pdf) == ["Förstasidarad", "Förstasida"]


def test_the_source_is_an_associated_file_of_pdf_a_3() -> None:
    with Draft().conformed(Level(part=3), attachment=SOURCE) as pdf:
        (specification,) = pdf.Root.AF
        assert str(specification.AFRelationship) == "/Source"
        assert str(specification.UF) == "ärende.yaml"
        assert str(specification.EF.F.Subtype) == "/application/yaml"
        assert str(specification.EF.F.Params.ModDate) == "D:20260312000000Z"
        assert pdf.attachments["ärende.yaml"].get_file().read_bytes() == SOURCE.data


def test_no_file_is_attached_to_pdf_a_2() -> None:
    with pytest.raises(ValueError, match=re.escape("PDF/A-2a")):
        conformed(Draft().data(), FACTS, Level(), SOURCE)
