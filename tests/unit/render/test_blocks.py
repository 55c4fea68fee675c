"""Blocks: Word's own styles, numbering, footnotes, links and images; no formatting of our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from memogen import render
from memogen.artifacts import (
    Blocks,
    Figure,
    Footnote,
    Heading,
    LineBreak,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.artifacts import Block, Inline
    from tests.unit.render.conftest import Desk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NESTED = ListBlock(
    ordered=True,
    items=(
        (
            Paragraph((Run("ett"),)),
            ListBlock(
                ordered=True,
                items=(
                    (
                        Paragraph((Run("under"),)),
                        ListBlock(ordered=False, items=((Paragraph((Run("underst"),)),),)),
                    ),
                ),
            ),
            Paragraph((Run("fortsättning"),)),
        ),
        (Paragraph((Run("två"),)),),
    ),
)


def said(*inlines: Inline | str, role: str = "text") -> Paragraph:
    return Paragraph(tuple(Run(inline) if isinstance(inline, str) else inline for inline in inlines), role=role)


def items(*texts: str) -> tuple[tuple[Block, ...], ...]:
    return tuple((said(text),) for text in texts)


class Poured:
    """A document with blocks in it, and ways to look at it."""

    def __init__(self, desk: Desk, *blocks: Block, **parts: str) -> None:
        self.rendered = desk.pour(desk.p("{{p text }}"), {"text": Blocks(blocks)}, **parts)
        self.desk = desk
        self.body = self.root("word/document.xml")

    def root(self, name: str) -> etree._Element:
        return etree.fromstring(self.desk.part(self.rendered, name).encode())

    def styles(self) -> list[str]:
        return [style.get(f"{W}val", "") for style in self.body.iter(f"{W}pStyle")]

    def numbers(self) -> list[tuple[str, str]]:
        found = self.body.iter(f"{W}numPr")
        return [(n[0].get(f"{W}val", ""), n[1].get(f"{W}val", "")) for n in found]

    def starts(self) -> dict[str, str]:
        """The number that each list of the document starts at, by its ``w:num``."""
        overrides = self.root("word/numbering.xml").iter(f"{W}startOverride")
        return {
            o.getparent().getparent().get(f"{W}numId", ""): o.get(f"{W}val", "")  # type: ignore[union-attr]
            for o in overrides
        }


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (said("x"), "BodyText"),
        (said("x", role="ingress"), "BodyText"),
        (said("x", role="beslutssats"), "BodyText"),
        (Heading(2, (Run("x"),)), "Heading2"),
        (Heading(12, (Run("x"),)), "Heading9"),
        (Quote((said("x"),)), "Quote"),
        (ListBlock(ordered=False, items=items("x")), "ListBullet"),
        (ListBlock(ordered=True, items=items("x")), "ListNumber"),
        (ListBlock(ordered=True, items=items("x"), role="beslut"), "ListNumber"),
        (ListBlock(ordered=False, items=items("x"), role="underlag"), "ListBullet"),
        (said("x", role="caption"), "Caption"),
    ],
)
def test_each_block_has_words_own_style(desk: Desk, block: Block, style: str) -> None:
    assert Poured(desk, block).styles() == [style]


def test_the_municipalitys_own_styles_come_first(desk: Desk) -> None:
    own = desk.styles(extra=("Beslutspunkt", "beslutsingress", "UNDERLAG"))
    blocks = (
        said("x", role="ingress"),
        ListBlock(ordered=True, items=items("a"), role="beslut"),
        ListBlock(ordered=False, items=items("a"), role="underlag"),
    )
    assert Poured(desk, *blocks, styles=own).styles() == ["Beslutsingress", "Beslutspunkt", "Underlag"]


@pytest.mark.parametrize(
    ("block", "english", "swedish", "kind"),
    [
        (ListBlock(ordered=False, items=items("x")), "List Bullet", "Punktlista", "styckeformatet"),
        (said(Run("x", link="https://a.example")), "Hyperlink", "Hyperlänk", "teckenformatet"),
        (Table(((Run("x"),),), (), ("left",)), "Table Grid", "Tabellrutnät", "tabellformatet"),
        (Heading(3, (Run("x"),)), "heading 3", "Rubrik 3", "styckeformatet"),
        (said(Footnote((said("n"),))), "footnote reference", "Fotnotsreferens", "teckenformatet"),
    ],
)
def test_a_missing_style_is_named(desk: Desk, block: Block, english: str, swedish: str, kind: str) -> None:
    lacking = desk.styles(without=(english,))
    (fault,) = desk.faults(desk.p("{{p text }}"), {"text": Blocks((block,))}, styles=lacking)
    assert fault.code == "MA04"
    for words in (english, swedish, kind):
        assert words in fault.message


def test_a_heading_deeper_than_the_templates_takes_the_lowest_that_there_is(desk: Desk) -> None:
    few = desk.styles(without=("heading 6", "heading 7", "heading 8", "heading 9"))

    poured = Poured(desk, *(Heading(level, (Run("x"),)) for level in (4, 5, 6, 7)), styles=few)

    assert poured.styles() == ["Heading4", "Heading5", "Heading5", "Heading5"]


def test_every_numbered_list_starts_anew(desk: Desk) -> None:
    poured = Poured(
        desk,
        *(ListBlock(ordered=True, items=items("a", "b"), start=start) for start in (1, 1, 4)),
    )
    numbers = [number for _, number in poured.numbers()]
    assert len(set(numbers)) == 3
    assert [poured.starts()[number] for number in dict.fromkeys(numbers)] == ["1", "1", "4"]


def test_numbers_that_the_source_fixes_are_kept(desk: Desk) -> None:
    block = ListBlock(ordered=True, items=items("a", "b", "c", "d"), role="beslut", numbers=(3, 4, 7, 8))
    poured = Poured(desk, block)
    numbers = [number for _, number in poured.numbers()]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert [poured.starts()[number] for number in dict.fromkeys(numbers)] == ["3", "7"]


def test_lists_nest_three_levels_and_go_on(desk: Desk) -> None:
    poured = Poured(desk, NESTED)
    levels = [level for level, _ in poured.numbers()]
    first, last = poured.numbers()[0], poured.numbers()[-1]
    assert levels == ["0", "1", "2", "0"]
    assert first == last
    assert poured.styles() == ["ListNumber", "ListNumber", "ListBullet", "ListContinue", "ListNumber"]


def test_a_list_of_a_list_style_has_the_levels_of_the_style(desk: Desk) -> None:
    content = desk.members(desk.p("{{p text }}"))
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Kommunens"/></w:abstractNum>'
    own = content["word/numbering.xml"].replace(
        '<w:multiLevelType w:val="singleLevel"/>',
        '<w:multiLevelType w:val="singleLevel"/><w:styleLink w:val="Kommunens"/>',
        1,
    )
    own = own.replace("<w:abstractNum ", f"{linked}<w:abstractNum ", 1)
    content["word/numbering.xml"] = own.replace(
        'w:numId="1"><w:abstractNumId w:val="0"', 'w:numId="1"><w:abstractNumId w:val="7"'
    )
    listed = Blocks((ListBlock(ordered=False, items=items("x")),))
    numbering = desk.part(render.docx(desk.memo(text=listed), desk.save(content)), "word/numbering.xml")
    assert numbering.endswith('<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def test_a_list_works_where_the_template_has_no_numbering(desk: Desk) -> None:
    content = desk.members(desk.p("{{p text }}"))
    del content["word/numbering.xml"]
    kinds = content["[Content_Types].xml"], content["word/_rels/document.xml.rels"]
    content["[Content_Types].xml"] = re.sub(r"<Override [^>]*numbering[^>]*/>", "", kinds[0])
    content["word/_rels/document.xml.rels"] = re.sub(r"<Relationship [^>]*numbering[^>]*/>", "", kinds[1])
    rendered = render.docx(desk.memo(text=Blocks((NESTED,))), desk.save(content))
    assert "numbering.xml" in desk.part(rendered, "[Content_Types].xml")
    assert "numbering.xml" in desk.part(rendered, "word/_rels/document.xml.rels")
    assert desk.part(rendered, "word/numbering.xml").count("<w:abstractNum ") == 2


def test_a_list_in_a_quote_stands_further_in(desk: Desk) -> None:
    own = desk.styles().replace(
        '<w:name w:val="Quote"/>', '<w:name w:val="Quote"/><w:pPr><w:ind w:left="567"/></w:pPr>'
    )
    poured = Poured(desk, Quote((said("x"), ListBlock(ordered=False, items=items("a")))), styles=own)
    (indent,) = poured.body.iter(f"{W}ind")
    assert indent.get(f"{W}left") == "927"


def test_bold_italic_and_breaks_are_runs(desk: Desk) -> None:
    block = said(Run("a", bold=True), Run("b", italic=True, strike=True), LineBreak(), "c")
    xml = etree.tostring(Poured(desk, block).body, encoding="unicode")
    assert "<w:rPr><w:b/></w:rPr>" in xml
    assert "<w:rPr><w:i/><w:strike/></w:rPr>" in xml
    assert "<w:r><w:br/>\n</w:r>" in xml


def test_a_link_is_words_own(desk: Desk) -> None:
    link = "https://a.example/sök?a=1&b=två"
    poured = Poured(desk, said("se ", Run("här", link=link), Run(" nu", bold=True, link=link), " slut"))
    (hyperlink,) = poured.body.iter(f"{W}hyperlink")
    identity = hyperlink.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    related = poured.root("word/_rels/document.xml.rels")
    assert [r.get("Target") for r in related if r.get("Id") == identity] == [link]
    assert render.text(poured.rendered.data) == ["se här nu slut"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x"])
def test_a_link_elsewhere_than_the_web_is_only_text(desk: Desk, link: str) -> None:
    assert not list(Poured(desk, said(Run("x", link=link))).body.iter(f"{W}hyperlink"))


NOTE = said("text", Footnote((said("Not med & och {{ 7*7 }}"), said("andra stycket"))), " vidare")


def test_a_footnote_is_words_own_where_the_template_has_none(desk: Desk) -> None:
    poured = Poured(desk, NOTE)
    (mark,) = poured.body.iter(f"{W}footnoteReference")
    notes = {note.get(f"{W}id"): note for note in poured.root("word/footnotes.xml")}
    assert "".join(notes[mark.get(f"{W}id")].itertext()).split("\n") == [
        " Not med & och {{ 7*7 }}",
        "andra stycket",
        "",
    ]
    assert list(poured.root("word/settings.xml").iter(f"{W}footnotePr"))
    assert render.text(poured.rendered.data)[0] == "text vidare"


def test_a_footnote_joins_those_of_the_template(desk: Desk) -> None:
    own = f'<w:footnote w:id="4">{desk.p("{{ rubrik }}")}</w:footnote>'
    fields = {"text": Blocks((NOTE,)), "rubrik": "{{ 1+1 }}"}
    rendered = desk.pour(desk.p("{{p text }}"), fields, footnotes=own)
    notes = etree.fromstring(desk.part(rendered, "word/footnotes.xml").encode())
    assert [note.get(f"{W}id") for note in notes] == ["4", "5"]
    assert "{{ 1+1 }}" in "".join(notes.itertext())


def test_the_notes_of_one_document_are_not_those_of_the_document_before(desk: Desk) -> None:
    own = f'<w:footnote w:id="4">{desk.p("{{ rubrik }}")}</w:footnote>'
    template = desk.template(desk.p("{{p text }}"), footnotes=own)
    for rubrik in ("Taxa", "Policy", "Taxa"):
        rendered = render.docx(desk.memo(text=Blocks((NOTE,)), rubrik=rubrik), template)
        notes = etree.fromstring(desk.part(rendered, "word/footnotes.xml").encode())
        assert "".join(notes[0].itertext()) == rubrik


def test_a_footnote_in_a_header_is_refused(desk: Desk) -> None:
    (fault,) = desk.faults(desk.p("x"), {"text": Blocks((NOTE,))}, header=desk.p("{{p text }}"))
    assert (fault.code, "fotnot" in fault.message) == ("MA05", True)


def test_a_table_has_a_repeated_header_and_fills_the_column(desk: Desk) -> None:
    cells = ((Run("År"),), (Run("Belopp i tusen kronor", bold=True),))
    poured = Poured(desk, Table(cells, (((Run("2026"),), (Run("1"),)), ((Run("2027"),),)), ("left", "right")))
    rows = list(poured.body.iter(f"{W}tr"))
    assert [len(list(row.iter(f"{W}tblHeader"))) for row in rows] == [1, 0, 0]
    assert [len(list(row.iter(f"{W}cantSplit"))) for row in rows] == [1, 1, 1]
    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - 2 * 1417
    assert widths[1] > widths[0]
    assert [jc.get(f"{W}val") for jc in poured.body.iter(f"{W}jc")] == ["right"] * 3


def rows_of(poured: Poured, mark: str) -> list[bool]:
    """Whether each row of the table has the mark, in every one of its paragraphs where it is one of paragraphs."""
    rows = poured.body.iter(f"{W}tr")
    return [len(list(row.iter(f"{W}{mark}"))) in {len(list(row.iter(f"{W}p"))), 1} for row in rows]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (1, [True, False]),
        (3, [True, True, True, False]),
        (5, [True, True, True, True, True, False]),
        (8, [True, True, False, False, False, False, True, True, False]),
    ],
)
def test_a_tables_last_rows_stay_together_so_that_a_sum_never_stands_alone(
    desk: Desk, rows: int, kept: list[bool]
) -> None:
    header = ((Run("Post"),), (Run("Kronor"),))
    made = tuple(((Run(f"Post {number}"),), (Run("1 000"),)) for number in range(rows))

    poured = Poured(desk, Table(header, made, ()))

    assert rows_of(poured, "keepNext") == kept


def test_a_tall_row_may_go_on_on_the_next_page(desk: Desk) -> None:
    header = ((Run("Instans"),), (Run("Synpunkt"),))
    made = (((Run("Byalaget"),), (Run("Vi vill ha en brygga. " * 40),)), ((Run("Båtklubben"),), (Run("Ja."),)))

    poured = Poured(desk, Table(header, made, ()))

    assert rows_of(poured, "cantSplit") == [True, False, True]
    assert rows_of(poured, "keepNext") == [True, False, False]


def test_no_amount_is_broken_in_a_table_of_a_years_months(desk: Desk) -> None:
    months = ("År", "Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec")
    row = tuple((Run(text),) for text in ("2026", *["48562"] * 12))
    poured = Poured(desk, Table(tuple((Run(month),) for month in months), (row,), ()))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]
    (margins,) = poured.body.iter(f"{W}tblCellMar")
    beside = sum(int(side.get(f"{W}w", "0")) for side in margins)

    assert sum(widths) == 9072
    assert min(widths[1:]) - beside >= 5 * 102


def test_columns_of_thin_letters_keep_the_usual_air(desk: Desk) -> None:
    amounts = tuple((Run("9\u00a0999\u00a0999,5", bold=True),) for _ in range(6))
    header = tuple((Run(text),) for text in ("Utfall", "Budget", "Prognos", "Differens", "Tertial", "Helår"))
    poured = Poured(desk, Table(header, (amounts,), ()))

    assert not list(poured.body.iter(f"{W}tblCellMar"))


@pytest.mark.parametrize(
    ("lead", "following", "kept"),
    [
        ("Så här blir det:", ListBlock(ordered=False, items=items("a")), True),
        ("Så här blir det.", ListBlock(ordered=False, items=items("a")), False),
        ("Så här blir det.", Table(((Run("a"),),), (), ()), True),
        ("Så här blir det. " * 30, Table(((Run("a"),),), (), ()), False),
        ("Så här blir det:", said("text"), False),
    ],
)
def test_a_lead_in_stays_with_what_it_leads_into(desk: Desk, lead: str, following: Block, *, kept: bool) -> None:
    body = Poured(desk, said(lead), following).body
    paragraph = next(body.iter(f"{W}p"))

    assert bool(list(paragraph.iter(f"{W}keepNext"))) == kept


def test_a_point_stays_with_the_list_under_it(desk: Desk) -> None:
    body = Poured(desk, NESTED).body

    kept = [bool(list(paragraph.iter(f"{W}keepNext"))) for paragraph in body.iter(f"{W}p")]

    assert kept[:3] == [True, True, False]


def test_a_list_four_levels_down_stands_further_in_than_the_one_around_it(desk: Desk) -> None:
    block: Block = said("innerst")
    for ordered in (True, False, True, True):
        block = ListBlock(ordered=ordered, items=((said("punkt"), block),))
    poured = Poured(desk, block)
    lefts = {
        (number.get(f"{W}numId"), level.get(f"{W}ilvl")): int(level.find(f"{W}pPr/{W}ind").get(f"{W}left"))  # type: ignore[union-attr,arg-type]
        for number in poured.root("word/numbering.xml").iter(f"{W}num")
        for definition in poured.root("word/numbering.xml").iter(f"{W}abstractNum")
        if definition.get(f"{W}abstractNumId") == number[0].get(f"{W}val")
        for level in definition.iter(f"{W}lvl")
    }

    stand = [lefts[number, level] for level, number in poured.numbers()]

    assert stand == sorted(set(stand))


def test_a_column_has_room_for_its_longest_word_and_an_amount_is_one_word(desk: Desk) -> None:
    header = ((Run("Åtgärd och plats"),), (Run("Elever"),), (Run("Kostnad"),))
    row = ((Run("Gång- och cykelväg mellan Sjöviken och skolan vid ån"),), (Run("310"),), (Run("6\u00a0400\u00a0000"),))
    poured = Poured(desk, Table(header, (row,), ("left", "right", "right")))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]

    assert sum(widths) == 9072
    assert widths[0] > widths[2] > widths[1] >= len("Elever") * 110


def test_a_line_break_in_a_cell_makes_two_short_lines_of_a_long_one(desk: Desk) -> None:
    titel = "Yttrande från hamnrådet och båtklubbarna om avgifterna"
    broken = (Run("0123\u00a04567"), LineBreak(), Run("89ab\u00a0cdef"))
    row = ((Run(titel),), (Run("PDF/A-2a,"), LineBreak(), Run("PDF/UA-1")), broken)
    poured = Poured(desk, Table(((Run("Handling"),), (Run("Nivå"),), (Run("Summa"),)), (row,), ()))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]

    assert widths[0] > widths[1] + widths[2]


def test_a_table_with_too_many_long_words_is_as_wide_as_the_page(desk: Desk) -> None:
    header = tuple((Run("Samhällsbyggnadsförvaltningen"),) for _ in range(6))
    poured = Poured(desk, Table(header, (), ()))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]

    assert widths == [1512] * 6


def test_a_word_too_long_for_all_to_fit_breaks_before_the_short_ones(desk: Desk) -> None:
    row = tuple((Run(text),) for text in ("§\u00a074", "2026-05-20", "trafik" * 9, "KS-2026-00123", "lång" * 15))
    poured = Poured(desk, Table(row, (row,), ()))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]

    assert sum(widths) == 11906 - 2 * 1417
    assert all(width >= letters * 100 + 80 for width, letters in zip(widths, (4, 10, 13, 13, 13), strict=True))


def test_words_that_do_not_fit_anywhere_share_the_column(desk: Desk) -> None:
    row = ((Run("å" * 200),), (Run("ö" * 200),))
    poured = Poured(desk, Table(row, (row,), ()))

    widths = [int(column.get(f"{W}w", "0")) for column in poured.body.iter(f"{W}gridCol")]

    assert widths == [4536, 4536]


def test_tables_in_a_row_are_kept_apart(desk: Desk) -> None:
    table = Table(((Run("a"),),), (), ("left",))
    body = Poured(desk, table, table).body[0]
    assert [element.tag.removeprefix(W) for element in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def figure(path: Path, width: int, height: int, caption: str = "", dpi: float = 96) -> Figure:
    return Figure(Picture(path, 'Karta över "hamnen"', width, height, dpi), (Run(caption),) if caption else ())


def test_a_wide_image_is_scaled_to_the_column_and_tells_what_it_shows(
    desk: Desk, picture: Callable[[int, int], Path]
) -> None:
    poured = Poured(desk, figure(picture(3000, 300), 3000, 300))
    (size,) = poured.body.iter(f"{WP}extent")
    assert int(size.get("cx", "")) == (11906 - 2 * 1417) * 635
    assert abs(int(size.get("cx", "")) / int(size.get("cy", "")) - 10) < 0.01
    (drawing,) = poured.body.iter(f"{WP}docPr")
    assert drawing.get("descr") == 'Karta över "hamnen"'
    assert 'Extension="png"' in desk.part(poured.rendered, "[Content_Types].xml")
    assert render.printed(poured.rendered.data).images == 1


def test_the_caption_of_a_figure_in_a_list_stands_under_the_figure(
    desk: Desk, picture: Callable[[int, int], Path]
) -> None:
    block = ListBlock(ordered=True, items=((said("a"), figure(picture(144, 72), 144, 72, caption="Figur 1")),))
    paragraphs = list(Poured(desk, block).body.iter(f"{W}p"))

    image, caption = ([ind.get(f"{W}left") for ind in paragraph.iter(f"{W}ind")] for paragraph in paragraphs[1:])

    assert image == caption == ["360"]


def test_a_small_image_has_its_natural_size(desk: Desk, picture: Callable[[int, int], Path]) -> None:
    poured = Poured(desk, figure(picture(144, 72), 144, 72, dpi=72))
    (size,) = poured.body.iter(f"{WP}extent")
    assert (size.get("cx"), size.get("cy")) == (str(2 * 914400), str(914400))


def test_the_same_image_twice_is_stored_once_with_its_own_number(
    desk: Desk, picture: Callable[[int, int], Path]
) -> None:
    path = picture(10, 10)
    poured = Poured(desk, figure(path, 10, 10), figure(path, 10, 10))
    assert len({d.get("id") for d in poured.body.iter(f"{WP}docPr")}) == 2
    assert poured.rendered.data.count(b"word/media/memogen") == 2


def test_a_picture_in_a_header_belongs_to_the_header(desk: Desk, picture: Callable[[int, int], Path]) -> None:
    logo = Runs((Picture(picture(10, 10), "Björkvallas vapen", 10, 10),))
    rendered = desk.pour(desk.p("x"), {"logotyp": logo}, header=desk.p("{{r logotyp }}"))
    assert "media/memogen1.png" in desk.part(rendered, "word/_rels/header1.xml.rels")


def test_a_caption_has_words_own_number_and_stays_with_its_image(
    desk: Desk, picture: Callable[[int, int], Path]
) -> None:
    path = picture(10, 10)
    poured = Poured(desk, *(figure(path, 10, 10, f"Figur {number}: Hamnen") for number in (1, 2, 7)))
    fields = [field.get(f"{W}instr") for field in poured.body.iter(f"{W}fldSimple")]
    assert fields == [" SEQ Figur \\* ARABIC "] * 2
    assert len(list(poured.body.iter(f"{W}keepNext"))) == 3
    assert render.text(poured.rendered.data) == [f"Figur {number}: Hamnen" for number in (1, 2, 7)]


def test_an_image_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    (fault,) = desk.faults(desk.p("{{p text }}"), {"text": Blocks((figure(tmp_path / "borta.png", 9, 9),))})
    assert (fault.code, fault.place.path.name) == ("MD03", "borta.png")


def test_rich_text_in_a_cell_leaves_a_paragraph_last(desk: Desk) -> None:
    cell = desk.table(("{{p text }}",))
    nested = Table(((Run("a"),),), (), ("left",))
    for blocks in ((), (nested,), (said("x"),)):
        xml = desk.xml(cell, {"text": Blocks(blocks)})
        assert re.search(r"(<w:p/>|</w:p>)\s*</w:tc>", xml)
        assert not re.search(r"(</w:tcPr>|</w:tbl>)</w:tc>", xml)


def test_an_item_that_begins_with_a_table_still_has_its_number(desk: Desk) -> None:
    table = Table(((Run("a"),),), (), ("left",))
    poured = Poured(desk, ListBlock(ordered=True, items=((table,),)))
    assert len(poured.numbers()) == 1


@pytest.mark.parametrize(
    ("role", "count", "kept"),
    [
        ("text", 1, []),
        ("text", 2, [0]),
        ("text", 5, [0, 3]),
        ("beslut", 3, [0, 1]),
        ("beslut", 8, [0, 6]),
    ],
)
def test_no_page_begins_or_ends_with_a_single_item(desk: Desk, role: str, count: int, kept: list[int]) -> None:
    items = tuple((Paragraph((Run(f"punkt {number}"),)),) for number in range(count))
    poured = Poured(desk, ListBlock(ordered=False, items=items, role=role))

    paragraphs = list(poured.body.iter(f"{W}p"))

    assert [index for index, p in enumerate(paragraphs) if p.find(f"{W}pPr/{W}keepNext") is not None] == kept


def test_levels_that_a_list_of_the_template_has_changed_stay_changed(desk: Desk) -> None:
    nested = ((Paragraph((Run("a"),)), ListBlock(ordered=True, items=((Paragraph((Run("b"),)),),))),)
    content = desk.members(desk.p("{{p text }}"))
    changed = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="7"/><w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="({sign})"/><w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl>'
        "</w:lvlOverride>"
        for level, sign, left in ((0, "%1", 500), (1, "%2", 900))
    )
    content["word/numbering.xml"] = content["word/numbering.xml"].replace(
        'w:numId="2"><w:abstractNumId w:val="1"/>', f'w:numId="2"><w:abstractNumId w:val="1"/>{changed}'
    )
    fields = {"text": Blocks((ListBlock(ordered=True, items=nested, start=3),))}
    rendered = render.docx(desk.memo(**fields), desk.save(content))
    made = desk.part(rendered, "word/numbering.xml").split('<w:num w:numId="3">')[1]
    outer, inner = made.split('<w:num w:numId="4">')
    assert outer.startswith(
        '<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/><w:lvl w:ilvl="0">'
    )
    assert outer.count("upperRoman") == inner.count("upperRoman") == 2
    assert '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/><w:lvl w:ilvl="1">' in inner
    assert "<w:abstractNum " not in made
    body = desk.part(rendered)
    assert re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>', body) == [("0", "3"), ("1", "4")]
