"""The blocks of Markdown: paragraphs, headings, lists, tables, quotes and figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from memogen.artifacts import Figure, Heading, ListBlock, Paragraph, Picture, Quote, Run
from memogen.compose.markdown import slips
from memogen.compose.markdown.inline import Inliner, image
from memogen.compose.markdown.levels import Levels
from memogen.compose.markdown.mixed import STAND_IN
from memogen.compose.markdown.parse import tree
from memogen.compose.markdown.tables import table
from memogen.compose.pieces import joined, plain
from memogen.compose.typography import typeset_inlines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from memogen.artifacts import Block
    from memogen.compose.markdown.source import Source

DEEPEST_LIST = 3
DEEPEST_NESTING = 6


def converted(source: Source, level: int) -> tuple[Block, ...]:
    """The blocks of a text; what was wrong with it is noted in the source."""
    return _Converter(source, Levels(level)).blocks(tree(source).children)


@dataclass
class _Converter:
    source: Source
    levels: Levels
    footnotes: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    depth: int = 0
    nested: int = 0

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        """The blocks of the nodes; footnotes, which stand last, are read first."""
        for node in nodes:
            if node.type == "footnote_block":
                for footnote in node.children:
                    self.footnotes[footnote.meta["id"]] = self.inside(footnote)
        return tuple(block for node in nodes if node.type != "footnote_block" for block in self._block(node))

    def inside(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """The blocks inside a list item, a quote or a footnote, where no heading may stand."""
        self.nested += 1
        if self.nested == DEEPEST_NESTING + 1:
            self.source.remark_line("MD04", "texten är nästlad i för många nivåer", "flytta ut den", _line(node))
        inner = self.blocks(node.children)
        self.nested -= 1
        return inner

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        reader = _READERS.get(node.type, _unknown)
        yield from reader(self, node)

    @property
    def inliner(self) -> Inliner:
        """What reads the inside of paragraphs."""
        return Inliner(self.source, self.footnotes)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _paragraph(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    for inline in node.children:
        if inline.type != "inline":
            continue
        aside = converter.source.mixed.aside.get(_line(inline)) if inline.content == STAND_IN else None
        if aside is not None:
            yield from aside
            continue
        pictures = [child for child in inline.children if child.type == "image"]
        if pictures and all(_is_blank(child) for child in inline.children if child.type != "image"):
            for picture in pictures:
                yield _figure(converter, picture, _line(inline))
        else:
            slips.remark_on(converter.source, inline)
            content = converter.inliner.inlines(inline)
            if content:
                yield Paragraph(content)


def _is_blank(node: SyntaxTreeNode) -> bool:
    return node.type in {"softbreak", "hardbreak"} or (node.type == "text" and not node.content.strip())


def _figure(converter: _Converter, node: SyntaxTreeNode, line: int) -> Block:
    caption = str(node.attrs.get("title") or "").replace("\n", " ")
    content = typeset_inlines((Run(caption),)) if caption else ()
    found = image(converter.inliner, node, Run(""), line)
    if isinstance(found, Picture):
        return Figure(found, content)
    return Paragraph((found, Run(" "), *content) if content else (found,))


def _heading(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    written = int(node.tag[1:])
    if node.markup in {"=", "-"}:
        converter.source.remark_line(
            "MD04",
            "raden blir en rubrik av strecken under den",
            'skriv en rubrik som "## Rubrik"; lägg annars en tom rad före strecken eller ta bort dem',
            _line(node),
        )
    if converter.nested:
        converter.source.remark_line(
            "MD04", "en rubrik kan inte stå i en lista, ett citat eller en fotnot", "flytta ut rubriken", _line(node)
        )
    level = converter.levels.of(written)
    content = tuple(piece for inline in node.children for piece in converter.inliner.inlines(inline))
    if content:
        yield Heading(level, content)


def _list(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    converter.depth += 1
    if converter.depth == DEEPEST_LIST + 1:
        converter.source.remark_line(
            "MD04",
            f"listan har fler än {DEEPEST_LIST} nivåer",
            "flytta upp punkterna en nivå, eller dela texten under rubriker",
            _line(node),
        )
    items = tuple(converter.inside(item) for item in node.children)
    converter.depth -= 1
    items = tuple(item for item in items if item)
    if not items:
        return
    if node.type == "bullet_list":
        yield ListBlock(ordered=False, items=items)
        return
    numbers = tuple(int(item.info) for item in node.children if item.info)
    accident = _sentences_with_numbers(node, numbers, items)
    if accident:
        yield from accident
        return
    start = int(node.attrs.get("start", 1))
    yield ListBlock(ordered=True, items=items, start=start, numbers=_fixed(numbers, len(items)))


def _fixed(numbers: tuple[int, ...], count: int) -> tuple[int, ...]:
    """The author's own numbers where they rise with gaps; ``1. 1. 1.`` and ``1. 2. 3.`` run by themselves."""
    if len(numbers) != count or not all(left < right for left, right in pairwise(numbers)):
        return ()
    return () if numbers[-1] - numbers[0] == count - 1 else numbers


_LARGEST_LIST_NUMBER = 99
_MONTHS = ("jan", "feb", "mars", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _sentences_with_numbers(
    node: SyntaxTreeNode, numbers: tuple[int, ...], items: tuple[tuple[Block, ...], ...]
) -> tuple[Block, ...]:
    """Paragraphs that begin with a year or a day (``2018. Det …``, ``14. juni …``) are sentences, not a list."""
    if len(numbers) != len(items) or not all(map(_is_sentence, numbers, items)):
        return ()
    result: list[Block] = []
    for number, (first, *rest) in zip(numbers, items, strict=True):
        content = first.content if isinstance(first, Paragraph) else ()
        result += [Paragraph(joined((Run(f"{number}{node.markup} "), *content))), *rest]
    return tuple(result)


def _is_sentence(number: int, item: tuple[Block, ...]) -> bool:
    first = item[0]
    if not isinstance(first, Paragraph):
        return False
    return number > _LARGEST_LIST_NUMBER or plain(first.content).lower().startswith(_MONTHS)


def _quote(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    inner = converter.inside(node)
    if inner:
        yield Quote(inner)


def _table(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    yield table(converter.inliner, node)


def _html(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    converter.source.remark_line(
        "MD01",
        "HTML går inte att använda i löptext",
        "skriv med Markdown, eller \\< om tecknet < ska synas",
        _line(node),
    )
    yield Paragraph((Run(" ".join(node.content.split())),))


def _code(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    if node.type == "fence":
        message, help_ = "kodblock går inte att skriva i ett beslutsdokument", f"ta bort raderna med {node.markup}"
    else:
        message = "ett stycke som är indraget fyra blanksteg eller mer blir ett kodblock"
        help_ = "ta bort indraget, så blir det ett vanligt stycke"
    converter.source.remark_line("MD02", message, help_, _line(node))
    yield Paragraph((Run(" ".join(f"{node.info} {node.content}".split())),))


def _rule(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    converter.source.remark_line(
        "MD04", "avdelande streck finns inte i mallarna", "ta bort raden, eller dela texten med en rubrik", _line(node)
    )
    yield from ()


def _back_reference(_converter: _Converter, _node: SyntaxTreeNode) -> Iterator[Block]:
    # The parser puts its way back to the mark here when the footnote ends with anything but a paragraph.
    yield from ()


def _unknown(converter: _Converter, node: SyntaxTreeNode) -> Iterator[Block]:
    converter.source.remark_line("MD04", "det här går inte att göra i Word", "skriv det som vanlig text", _line(node))
    yield Paragraph((Run(node.content),))


_READERS: dict[str, Callable[[_Converter, SyntaxTreeNode], Iterator[Block]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "table": _table,
    "html_block": _html,
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "footnote_anchor": _back_reference,
}
