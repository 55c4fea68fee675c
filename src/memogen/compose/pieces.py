"""The text in blocks, piece by piece: a piece is what stands together in one paragraph of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Figure, Footnote, Heading, ListBlock, Paragraph, Quote, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.artifacts import Block, Inline, Inlines


def pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Every piece of text in the blocks, in order; footnotes after the paragraph that they stand in."""
    for block in blocks:
        yield from _block_pieces(block)


def _block_pieces(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content=content) | Heading(content=content) | Figure(caption=content):
            yield from inline_pieces(content)
        case ListBlock(items=items):
            for item in items:
                yield from pieces(item)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                for cell in row:
                    yield from inline_pieces(cell)
        case Quote(blocks=inner):
            yield from pieces(inner)


def inline_pieces(inlines: Inlines) -> Iterator[str]:
    """The text between hard breaks, pictures and footnote marks; then the footnotes' own."""
    text = ""
    for inline in inlines:
        if isinstance(inline, Run):
            text += inline.text
        elif text:
            yield text
            text = ""
    if text:
        yield text
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield from pieces(inline.blocks)


def plain(inlines: Inlines) -> str:
    """The characters of the runs, as one string."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Run))


def joined(inlines: Iterable[Inline]) -> Inlines:
    """Neighbouring runs of the same look as one; empty runs are dropped."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if not isinstance(inline, Run):
            result.append(inline)
        elif isinstance(last, Run) and last[1:] == inline[1:]:  # the text comes first in a run, then its look
            result[-1] = Run(last.text + inline.text, *last[1:])
        elif inline.text:
            result.append(inline)
    return tuple(result)
