"""Markdown to blocks: CommonMark with tables and footnotes, and a remark for everything that has no place in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.compose.markdown import mixed
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
    found = mixed.set_aside(text, level)
    return _parsed(Source(text, path, picture_file, found), level) if found.text else Converted(found.aside[0], ())


def parsed(text: str, path: FieldPath, picture_file: Callable[[str], Path], *, level: int = 3) -> Converted:
    """The same by the parser alone, whatever the text is."""
    return _parsed(Source(text, path, picture_file, mixed.Mixed(text, {})), level)


def _parsed(source: Source, level: int) -> Converted:
    from memogen.compose.markdown.convert import converted  # noqa: PLC0415 - plain text need not wait for the parser

    body = converted(source, level)
    return Converted(body, tuple(source.remarks))
