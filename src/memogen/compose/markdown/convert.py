"""The blocks of Markdown: paragraphs, headings, lists, tables, quotes and figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from memogen.artifacts import Figure, Heading, ListBlock, Paragraph, Picture, Quote, Run
from memogen.compose.markdown.inline import Inliner, image
from memogen.compose.markdown.parse import tree
from memogen.compose.markdown.source import Source
from memogen.compose.markdown.tables import table
from memogen.compose.typography import typeset_inlines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode

    from memogen.artifacts import Block
    from memogen.diagnostics import FieldPath, Remark

DEEPEST_LIST = 3


@dataclass(frozen=True, slots=True)
class Converted:
    """What a text became, and what was wrong with it."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]


def blocks(text: str, path: FieldPath, picture_file: Callable[[str], Path], *, level: int = 3) -> Converted:
    """The blocks of a Markdown text that stands in the field ``path``.

    ``level`` is the level of the text's first headings; deeper ones follow without a skip.
    """
    source = Source(text, path, picture_file)
    root = tree(source)
    converter = _Converter(source, level)
    body = converter.blocks(root.children)
    return Converted(body, tuple(source.remarks))


@dataclass
class _Converter:
    source: Source
    level: int
    footnotes: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
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
        pictures = [child for child in inline.children if child.type == "image"]
        if pictures and all(_is_blank(child) for child in inline.children if child.type != "image"):
            for picture in pictures:
                yield _figure(converter, picture, _line(inline))
        else:
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
    while converter.headings and converter.headings[-1] >= written:
        converter.headings.pop()
    converter.headings.append(written)
    level = converter.level + len(converter.headings) - 1
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
    accident = _sentence_with_a_number(node, numbers, items)
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


def _sentence_with_a_number(
    node: SyntaxTreeNode, numbers: tuple[int, ...], items: tuple[tuple[Block, ...], ...]
) -> tuple[Block, ...]:
    """A paragraph that begins with a year or a day (``2018. Det …``, ``14. juni …``) is a sentence, not a list."""
    first = items[0][0]
    if len(items) != 1 or len(numbers) != 1 or not isinstance(first, Paragraph):
        return ()
    lead = first.content[0]
    text = lead.text if isinstance(lead, Run) else ""
    if numbers[0] <= _LARGEST_LIST_NUMBER and not text.lower().startswith(_MONTHS):
        return ()
    written = f"{node.children[0].info}{node.markup} "
    return (Paragraph((Run(written), *first.content)), *items[0][1:])


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
}
