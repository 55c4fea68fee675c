"""Markdown to blocks: CommonMark with tables and footnotes, and a remark for everything that has no place in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.compose.markdown import simple
from memogen.compose.markdown.pictures import PictureFault, picture
from memogen.compose.markdown.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.artifacts import Block
    from memogen.diagnostics import FieldPath, Remark

__all__ = ["Converted", "PictureFault", "blocks", "picture"]


class Converted(NamedTuple):
    """What a text became, and what was wrong with it."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]


def blocks(text: str, path: FieldPath, picture_file: Callable[[str], Path], *, level: int = 3) -> Converted:
    """The blocks of a Markdown text that stands in the field ``path``.

    ``level`` is the level of the text's first headings; deeper ones follow without a skip.
    """
    quick = simple.blocks(text)
    if quick is not None:
        return Converted(quick, ())
    return parsed(text, path, picture_file, level=level)


def parsed(text: str, path: FieldPath, picture_file: Callable[[str], Path], *, level: int = 3) -> Converted:
    """The same by the parser, whatever the text is."""
    from memogen.compose.markdown.convert import converted  # noqa: PLC0415 - simple text need not wait for the parser

    source = Source(text, path, picture_file)
    body = converted(source, level)
    return Converted(body, tuple(source.remarks))
