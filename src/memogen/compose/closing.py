"""The end of a document: names never stand alone on a page, without a word of what they sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, ListBlock, Paragraph, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Block
    from memogen.compose.sections import Section

_GO_ALONG = 2
"""Items at the end of a list that follow the names to their page."""


def before_names(sections: Sequence[Section]) -> list[Section]:
    """The sections, of which the last ends with what the names below it are kept with."""
    if not sections:
        return []
    *others, last = sections
    return [*others, last._replace(text=Blocks(_kept(last.text.blocks)))]


def _kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the last paragraph kept with what follows; a table, figure or heading stays as it is."""
    match blocks[-1] if blocks else None:
        case Paragraph() as last:
            return (*blocks[:-1], last._replace(keep_with_next=True))
        case Quote() as last:
            return (*blocks[:-1], last._replace(blocks=_kept(last.blocks)))
        case ListBlock() as last:
            items = (*last.items[:-_GO_ALONG], *map(_kept, last.items[-_GO_ALONG:]))
            return (*blocks[:-1], last._replace(items=items))
        case _:
            return blocks
