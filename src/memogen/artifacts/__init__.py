"""What is carried from room to room: the file that was read, the words that will be poured, a register's lines."""

from __future__ import annotations

from memogen.artifacts.register import Registerrad
from memogen.artifacts.source import CaseFile, Entry, MappingNode, Node, Plain, SequenceNode, Silencer, Span, TextNode
from memogen.artifacts.words import (
    Block,
    Blocks,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Memo,
    PageReference,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
    Trace,
    Value,
)

__all__ = [
    "Block",
    "Blocks",
    "CaseFile",
    "Entry",
    "Figure",
    "Footnote",
    "Heading",
    "Inline",
    "Inlines",
    "LineBreak",
    "ListBlock",
    "MappingNode",
    "Memo",
    "Node",
    "PageReference",
    "Paragraph",
    "Picture",
    "Plain",
    "Quote",
    "Registerrad",
    "Run",
    "Runs",
    "SequenceNode",
    "Silencer",
    "Span",
    "Table",
    "TextNode",
    "Trace",
    "Value",
]
