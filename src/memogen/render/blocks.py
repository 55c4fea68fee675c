"""Whole paragraphs as WordprocessingML: text, headings, lists, tables, figures, quotes."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from memogen.artifacts import Figure, Heading, ListBlock, Paragraph, Quote, Run, Table
from memogen.render.columns import Columns, columns
from memogen.render.fragments import TABLE, TABLE_END
from memogen.render.inlines import InlineWriter
from memogen.render.members import FOOTNOTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from memogen.artifacts import Block, Inlines
    from memogen.render.draft import Draft
    from memogen.render.fragments import Pieces
    from memogen.render.numbering import ListPlace

_HEADINGS: Final = {level: f"heading-{max(level, 1)}" for level in range(10)}
_LOWEST_HEADING: Final = _HEADINGS[9]
_FEW_POINTS: Final = 4
_LISTS_OF_THEIR_OWN: Final = frozenset({"beslut", "underlag"})
"""The roles of lists that have styles of their own."""
_ALIGNED: Final = {"center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
_EMPTY_PARAGRAPH: Final = "<w:p/>"
_END: Final = "</w:p>\n"
"""A line for each paragraph: it means nothing to Word, but keeps the words apart for those who read on."""
_KEEP: Final = "<w:keepNext/>"
_LED_IN: Final = frozenset({ListBlock, Table})
"""What a short paragraph right above it leads into."""
_SHORT: Final = 300
"""The most letters of such a paragraph, about three lines: a longer one may part from what follows."""
_WHOLE_ROW: Final = "<w:cantSplit/>"
_HEADER_ROW: Final = "<w:tblHeader/>"
_FEW_ROWS: Final = 5
_LAST_ROWS: Final = 3
"""Rows at the end of a table that stay on one page: a sum is not to stand there alone."""
_NOTE_SPACE: Final = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


Cells: TypeAlias = tuple[str, ...]
"""How the cell of each column begins."""


class Surroundings(NamedTuple):
    """Where blocks stand: what ordinary text is here, how far in (twips), and how deep in lists."""

    text: str = "text"
    indent: int = 0
    depth: int = 0


_ALONE: Final = Surroundings()
_NO_WORDS: Final = Paragraph(())


class BlockWriter:
    """Writes blocks of one part in the template's styles.

    Blocks come in pieces, each a paragraph or a row of a table: whoever reads them can tell them apart.
    """

    def __init__(self, draft: Draft, member: str) -> None:
        self._draft = draft
        self._styles = draft.template.styles
        self._openings = draft.template.styles.openings
        self._met: set[Cells] = set()
        self._known: defaultdict[tuple[Cells, str], dict[tuple[Inlines, ...], str]] = defaultdict(dict)
        self.inlines = InlineWriter(draft, member, self._note)

    def write(self, blocks: Sequence[Block]) -> str:
        """The blocks as XML."""
        return "".join(self.pieces(blocks))

    def pieces(self, blocks: Sequence[Block]) -> Pieces:
        """The blocks as XML, in pieces."""
        pieces: Pieces = []
        self._write(pieces, blocks, _ALONE)
        return pieces

    def _write(self, pieces: Pieces, blocks: Sequence[Block], around: Surroundings) -> None:
        """Add the blocks; tables are kept apart, so that Word does not join them."""
        after_table = False
        for block, following in zip_longest(blocks, blocks[1:]):
            kind = type(block)
            if kind is Table and after_table:
                pieces.append(_EMPTY_PARAGRAPH)
            if type(following) in _LED_IN and isinstance(block, Paragraph) and _leads_into(block, following):
                block = block._replace(keep_with_next=True)  # noqa: PLW2901 - the same words
            _WRITERS[kind](self, pieces, block, around)
            after_table = kind is Table

    def paragraph(self, pieces: Pieces, paragraph: Paragraph, around: Surroundings) -> None:
        """A paragraph in the style of its role."""
        content, role, keep = paragraph
        xml = self.inlines.caption(content) if role == "caption" else self.inlines.write(content)
        opening = self._openings[around.text if role == "text" else role]
        properties = _kept(around, with_next=keep) if keep or around.depth else ""
        pieces.append(f"{opening}{properties}</w:pPr>{xml}{_END}")

    def heading(self, pieces: Pieces, heading: Heading, _: Surroundings) -> None:
        """A heading in Word's own style of its level, with the bookmark that page references lead to."""
        level, inlines, anchor = heading
        content = self.inlines.write(inlines)
        if anchor:
            content = self._draft.bookmarks.around(anchor, content)
        pieces.append(f"{self._openings[_HEADINGS.get(level, _LOWEST_HEADING)]}</w:pPr>{content}{_END}")

    def quote(self, pieces: Pieces, quote: Quote, around: Surroundings) -> None:
        """A block quote; lists inside it stand as far in as it does."""
        style = self._styles.find("quote")
        self._write(pieces, quote.blocks, around._replace(text="quote", indent=around.indent + style.indent))

    def figure(self, pieces: Pieces, figure: Figure, around: Surroundings) -> None:
        """An image in its own paragraph, kept with its caption."""
        properties = _kept(around, with_next=bool(figure.caption))
        picture = self.inlines.picture(figure.picture, around.indent)
        pieces.append(f"{self._openings[around.text]}{properties}</w:pPr>{picture}{_END}")
        if figure.caption:
            left = f'<w:ind w:left="{around.indent}"/>' if around.indent else ""
            pieces.append(f"{self._openings['caption']}{left}</w:pPr>{self.inlines.caption(figure.caption)}{_END}")

    def listing(self, pieces: Pieces, block: ListBlock, around: Surroundings) -> None:
        """A list whose numbers start anew, or are those that the source fixes."""
        ordered, items, start, role, numbers = block
        kind = "numbers" if ordered else "bullets"
        style_role = f"{role}-{kind}" if role in _LISTS_OF_THEIR_OWN and not around.depth else kind
        style = self._styles.find(style_role)
        opening = self._openings[style_role]
        write = self.inlines.write
        begin = self._draft.numbering.begin
        place = begin(style, around.depth, ordered=ordered, start=numbers[0] if numbers else start)
        numbered = _numbered(place, around)
        together = _kept_together(len(items), whole=role == "beslut")
        for index, blocks in enumerate(items):
            if numbers and index and numbers[index] != numbers[index - 1] + 1:
                place = begin(style, around.depth, ordered=ordered, start=numbers[index])
                numbered = _numbered(place, around)
            first, rest = _split(blocks)
            leads = type(rest[0]) in _LED_IN if rest else index in together
            keep = _KEEP if leads or first.keep_with_next else ""
            pieces.append(f"{opening}{keep}{numbered}{write(first.content)}{_END}")
            if rest:
                left = place.left + (0 if around.depth else around.indent)
                self._write(pieces, rest, Surroundings("continuation", left, around.depth + 1))

    def table(self, pieces: Pieces, table: Table, around: Surroundings) -> None:
        """A table as wide as its column, its header row repeated on every page."""
        width = self._draft.template.measures.width - around.indent
        wanted = columns(table.header, table.rows, width)
        indent = f'<w:tblInd w:w="{around.indent}" w:type="dxa"/>' if around.indent else ""
        grid = "".join([f'<w:gridCol w:w="{column}"/>' for column in wanted.widths])
        opening = (
            f'{TABLE}<w:tblPr><w:tblStyle w:val="{self._styles.find("table").style_id}"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/>{indent}{wanted.margins}<w:tblLook w:val="0020" w:firstRow="1"'
            ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr><w:tblGrid>'
            f"{grid}</w:tblGrid>"
        )
        whole = "" if _is_tall(table.header, wanted.rooms) else _WHOLE_ROW
        header = self._row(table.header, self._cells("table-header", table, wanted, _KEEP), f"{whole}{_HEADER_ROW}")
        pieces += (opening, header, *self._rows(table, wanted), TABLE_END)

    def _rows(self, table: Table, wanted: Columns) -> Iterator[str]:
        """The rows; the first and the last ones stay on the page of the next, and few stay together."""
        loose, kept = (self._cells("table-cell", table, wanted, keep) for keep in ("", _KEEP))
        # From the second table with such columns the same people vote again and again, and a row is written once.
        write = self._remembered if loose in self._met else self._row
        self._met.add(loose)
        rooms = wanted.rooms
        last = len(table.rows) - 1
        free = range(1, last + 1 - _LAST_ROWS) if last >= _FEW_ROWS else range(0)
        for index, row in enumerate(table.rows):
            if rooms and _is_tall(row, rooms):
                yield write(row, loose, "")
            else:
                yield write(row, loose if index in free or index == last else kept, _WHOLE_ROW)

    def _cells(self, role: str, table: Table, wanted: Columns, keep: str = "") -> Cells:
        """How the cell of each column begins, and its paragraph."""
        opening = f"{self._openings[role]}{keep}"
        alignments = [_ALIGNED.get(alignment, "") for alignment in table.alignment]
        return tuple(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{opening}{alignment}</w:pPr>'
            for width, alignment in zip_longest(wanted.widths, alignments[: len(wanted.widths)], fillvalue="")
        )

    def _remembered(self, row: tuple[Inlines, ...], cells: Cells, properties: str) -> str:
        """A row; one of words alone comes out the same wherever it stands."""
        known = self._known[cells, properties]
        written = known.get(row)
        if written is None:
            written = self._row(row, cells, properties)
            if not [inline for cell in row for inline in cell if type(inline) is not Run or inline.link]:
                known[row] = written
        return written

    def _row(self, row: Sequence[Inlines], cells: Cells, properties: str) -> str:
        """A row whose cells begin as ``cells`` say; those that it has no content for are empty."""
        write = self.inlines.write
        written = [
            f"{cell}{write(content) if content else ''}{_END}</w:tc>"
            for cell, content in zip_longest(cells, row, fillvalue=())
        ]
        properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        return f"<w:tr>{properties}{''.join(written)}</w:tr>"

    def _note(self, blocks: tuple[Block, ...]) -> str:
        """The paragraphs of a footnote; the first begins with its mark."""
        mark = self._styles.find("footnote-mark").style_id
        reference = f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>{_NOTE_SPACE}'
        writer = BlockWriter(self._draft, FOOTNOTES)
        first, rest = _split(blocks)
        pieces = [f"{self._openings['footnote']}</w:pPr>{reference}{writer.inlines.write(first.content)}{_END}"]
        writer._write(pieces, rest, Surroundings("footnote"))
        return "".join(pieces)


_WRITERS: Final[dict[type, Callable[[BlockWriter, Pieces, Any, Surroundings], None]]] = {
    Paragraph: BlockWriter.paragraph,
    Heading: BlockWriter.heading,
    ListBlock: BlockWriter.listing,
    Table: BlockWriter.table,
    Figure: BlockWriter.figure,
    Quote: BlockWriter.quote,
}


def _leads_into(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether the paragraph is a line or two that mean little without what follows."""
    text = "".join([inline.text for inline in paragraph.content if type(inline) is Run])
    return len(text) <= _SHORT and (type(following) is Table or text.rstrip().endswith(":"))


def _is_tall(row: Sequence[Inlines], rooms: Sequence[int]) -> bool:
    """Whether a row is so tall that it may go on on the next page, rather than leave this one half empty."""
    return any(
        sum([len(inline.text) for inline in cell if type(inline) is Run]) > room
        for cell, room in zip(row, rooms, strict=False)
    )


def _split(blocks: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """What stands beside a number or a mark, which an empty paragraph does if need be, and what stands under it."""
    first = blocks[0] if blocks else None
    return (first, blocks[1:]) if isinstance(first, Paragraph) and first.content else (_NO_WORDS, blocks)


@lru_cache
def _kept_together(count: int, *, whole: bool) -> frozenset[int]:
    """Which of ``count`` items are kept with the next: the first, the last but one; all of few that are ``whole``."""
    last = count - 1
    return frozenset(range(last)) if whole and last < _FEW_POINTS else frozenset({0, last - 1} - {last})


def _numbered(place: ListPlace, around: Surroundings) -> str:
    """The rest of an item's paragraph properties: its number, and how far in it stands where its list is inside."""
    indent = f'<w:ind w:left="{around.indent + place.left}"/>' if around.indent and not around.depth else ""
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.number_id}"/></w:numPr>{indent}</w:pPr>'


def _kept(around: Surroundings, *, with_next: bool) -> str:
    """The paragraph properties that keep it on the page of the next one, and as far in as its list."""
    keep = _KEEP if with_next else ""
    return f'{keep}<w:ind w:left="{around.indent}"/>' if around.depth and around.indent else keep
