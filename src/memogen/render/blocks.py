"""Whole paragraphs as WordprocessingML: text, headings, lists, tables, figures, quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from memogen.artifacts import Figure, Heading, LineBreak, ListBlock, Paragraph, Picture, Quote, Run, Table
from memogen.render.inlines import InlineWriter
from memogen.render.members import FOOTNOTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from memogen.artifacts import Block, Inline, Inlines
    from memogen.render.draft import Draft
    from memogen.render.numbering import ListPlace

_LOWEST_HEADING: Final = 9
_NARROW, _WIDE = 6, 40
_SIGN: Final = 110
"""Twips that a bold letter of a table needs."""
_USUAL_SIGN: Final = 100
_PADDING: Final = 200
"""Twips that a cell keeps free around its text."""
_FEW_POINTS: Final = 4
_LONG_WORDS: Final = (30, 24, 18, 13, 10)
_ALIGNED: Final = {"center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
_EMPTY_PARAGRAPH: Final = "<w:p/>"
_NOTE_SPACE: Final = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where blocks stand: what ordinary text is here, how far in (twips), and how deep in lists."""

    text: str = "text"
    indent: int = 0
    depth: int = 0


class BlockWriter:
    """Writes blocks of one part in the template's styles."""

    def __init__(self, draft: Draft, member: str) -> None:
        self._draft = draft
        self._styles = draft.template.styles
        self.inlines = InlineWriter(draft, member, self._note)

    def write(self, blocks: Iterable[Block], around: Surroundings | None = None) -> str:
        """The blocks as XML; tables are kept apart, so that Word does not join them."""
        pieces = []
        after_table = False
        for block in blocks:
            is_table = isinstance(block, Table)
            if is_table and after_table:
                pieces.append(_EMPTY_PARAGRAPH)
            pieces.append(_WRITERS[type(block)](self, block, around or Surroundings()))
            after_table = is_table
        return "".join(pieces)

    def paragraph(self, paragraph: Paragraph, around: Surroundings) -> str:
        """A paragraph in the style of its role."""
        role = around.text if paragraph.role == "text" else paragraph.role
        content = paragraph.content
        xml = self.inlines.caption(content) if role == "caption" else self.inlines.write(content)
        return self._styled(role, xml, _kept(around, with_next=paragraph.keep_with_next))

    def heading(self, heading: Heading, _: Surroundings) -> str:
        """A heading in Word's own style of its level, with the bookmark that page references lead to."""
        level = min(max(heading.level, 1), _LOWEST_HEADING)
        content = self.inlines.write(heading.content)
        if heading.anchor:
            content = self._draft.bookmarks.around(heading.anchor, content)
        return self._styled(f"heading-{level}", content)

    def quote(self, quote: Quote, around: Surroundings) -> str:
        """A block quote; lists inside it stand as far in as it does."""
        style = self._styles.find("quote")
        return self.write(quote.blocks, replace(around, text="quote", indent=around.indent + style.indent))

    def figure(self, figure: Figure, around: Surroundings) -> str:
        """An image in its own paragraph, kept with its caption."""
        properties = _kept(around, with_next=bool(figure.caption))
        picture = self._styled(around.text, self.inlines.picture(figure.picture, around.indent), properties)
        return picture + (self._styled("caption", self.inlines.caption(figure.caption)) if figure.caption else "")

    def listing(self, block: ListBlock, around: Surroundings) -> str:
        """A list whose numbers start anew, or are those that the source fixes."""
        kind = "numbers" if block.ordered else "bullets"
        role = f"{block.role}-{kind}" if block.role in {"beslut", "underlag"} and not around.depth else kind
        style = self._styles.find(role)
        begin = self._draft.numbering.begin
        place = begin(style, around.depth, ordered=block.ordered, start=(block.numbers or (block.start,))[0])
        pieces = []
        previous = None
        kept = _kept_with_next(block)
        for index, (item, number) in enumerate(
            zip(block.items, block.numbers or (None,) * len(block.items), strict=True)
        ):
            if number is not None and previous is not None and number != previous + 1:
                place = begin(style, around.depth, ordered=block.ordered, start=number)
            previous = number
            pieces.append(self._item(_with_next(item) if index in kept else item, role, place, around))
        return "".join(pieces)

    def table(self, table: Table, around: Surroundings) -> str:
        """A table as wide as its column, its header row repeated on every page."""
        width = self._draft.template.measures.width - around.indent
        widths = _widths((table.header, *table.rows), width)
        indent = f'<w:tblInd w:w="{around.indent}" w:type="dxa"/>' if around.indent else ""
        grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
        rows = [self._row(table.header, table, widths, header=True)]
        rows.extend(self._row(row, table, widths, header=False) for row in table.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles.find("table").style_id}"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/>{indent}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
            ' w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr><w:tblGrid>'
            f"{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, cells: Sequence[Inlines], table: Table, widths: Sequence[int], *, header: bool) -> str:
        role = "table-header" if header else "table-cell"
        padded = [*cells, *((),) * (len(widths) - len(cells))]
        pieces = []
        for index, (cell, width) in enumerate(zip(padded, widths, strict=True)):
            alignment = table.alignment[index] if index < len(table.alignment) else "left"
            paragraph = self._styled(role, self.inlines.write(cell), _ALIGNED.get(alignment, ""))
            pieces.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>')
        repeated = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(pieces)}</w:tr>"

    def _item(self, blocks: tuple[Block, ...], role: str, place: ListPlace, around: Surroundings) -> str:
        """An item: its first paragraph has the number, the rest stands under it."""
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else Paragraph(())
        rest = blocks[1:] if first.content else blocks
        properties = "<w:keepNext/>" if first.keep_with_next else ""
        properties += f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.number_id}"/></w:numPr>'
        if around.indent and not around.depth:
            properties += f'<w:ind w:left="{around.indent + place.left}"/>'
        left = place.left + (0 if around.depth else around.indent)
        below = Surroundings("continuation", left, around.depth + 1)
        return self._styled(role, self.inlines.write(first.content), properties) + self.write(rest, below)

    def _note(self, blocks: tuple[Block, ...]) -> str:
        """The paragraphs of a footnote; the first begins with its mark."""
        mark = self._styles.find("footnote-mark").style_id
        reference = f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>{_NOTE_SPACE}'
        writer = BlockWriter(self._draft, FOOTNOTES)
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else Paragraph(())
        rest = blocks[1:] if first.content else blocks
        opening = self._styled("footnote", reference + writer.inlines.write(first.content))
        return opening + writer.write(rest, Surroundings("footnote"))

    def _styled(self, role: str, content: str, properties: str = "") -> str:
        style = self._styles.find(role).style_id
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


_WRITERS: Final[dict[type, Callable[[BlockWriter, Any, Surroundings], str]]] = {
    Paragraph: BlockWriter.paragraph,
    Heading: BlockWriter.heading,
    ListBlock: BlockWriter.listing,
    Table: BlockWriter.table,
    Figure: BlockWriter.figure,
    Quote: BlockWriter.quote,
}


def _kept_with_next(block: ListBlock) -> set[int]:
    """The items that stay with the next: no page begins or ends with a single one, and few points stay together."""
    last = len(block.items) - 1
    if block.role == "beslut" and last < _FEW_POINTS:
        return set(range(last))
    return {0, last - 1} if last > 0 else set()


def _with_next(item: tuple[Block, ...]) -> tuple[Block, ...]:
    """An item of one paragraph, kept on the page of the next item; a longer one may break where it likes."""
    alone = item[0] if len(item) == 1 else None
    return (alone._replace(keep_with_next=True),) if isinstance(alone, Paragraph) else item


def _kept(around: Surroundings, *, with_next: bool) -> str:
    """The paragraph properties that keep it on the page of the next one, and as far in as its list."""
    indent = f'<w:ind w:left="{around.indent}"/>' if around.depth and around.indent else ""
    return ("<w:keepNext/>" if with_next else "") + indent


def _widths(rows: Sequence[Sequence[Inlines]], width: int) -> list[int]:
    """Columns that break no word, and no text where there is room for all of it; together exactly ``width``."""
    count = max((len(row) for row in rows), default=1) or 1
    lengths, words = [_NARROW] * count, [0] * count
    for row in rows:
        for index, cell in enumerate(row):
            text = "".join(_read(inline) for inline in cell)
            longest = max(map(len, text.split("\n")))
            length = _WIDE if any(isinstance(inline, Picture) for inline in cell) else longest
            lengths[index] = min(_WIDE, max(lengths[index], length))
            # Only an ordinary space is a place to break: an amount with a fixed space is one word.
            words[index] = max(words[index], *map(len, text.replace("\n", " ").split(" ")))
    least = _least(words, width)
    whole = [max(room, length * _USUAL_SIGN + _PADDING) for room, length in zip(least, lengths, strict=True)]
    rooms, shares = whole, lengths
    if sum(whole) > width:
        rooms, shares = least, [most - room for most, room in zip(whole, least, strict=True)]
    spare = width - sum(rooms)
    widths = [room + spare * share // sum(shares) for room, share in zip(rooms, shares, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def _read(inline: Inline) -> str:
    if isinstance(inline, Run):
        return inline.text
    return "\n" if isinstance(inline, LineBreak) else ""


def _least(words: Sequence[int], width: int) -> list[int]:
    """What each column needs for its longest word; where there is no room for all, long words may break."""
    for longest in (max(words), *_LONG_WORDS):
        least = [min(word, longest) * _SIGN + _PADDING for word in words]
        if sum(least) <= width:
            return least
    return [0] * len(words)
