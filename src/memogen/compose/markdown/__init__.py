"""Markdown to blocks: CommonMark with tables and footnotes, and a remark for everything that has no place in Word."""

from __future__ import annotations

from memogen.compose.markdown.convert import Converted, blocks
from memogen.compose.markdown.pictures import PictureFault, picture

__all__ = ["Converted", "PictureFault", "blocks", "picture"]
