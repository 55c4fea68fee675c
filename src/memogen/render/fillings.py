"""The filters that pour a value where its tag stands: in text, an attribute, a paragraph or the body."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from memogen.artifacts import Blocks, Runs
from memogen.render.budget import budget_of
from memogen.render.faults import TemplateFault
from memogen.render.filters import as_text
from memogen.render.inlines import escaped, legal
from memogen.render.positions import ATTRIBUTE, BLOCK, LINE, RUN, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.render.blocks import BlockWriter
    from memogen.render.fragments import Fragments

WRITER: Final = "_writer"
FRAGMENTS: Final = "_fragments"


def text(value: object) -> str:
    """A plain value as the content of a ``w:t``; it is taken to be legal: what is not is met when the part is read."""
    content = value if type(value) is str else _plain(value)
    if "\n" in content:
        content = legal(content)
    if "&" in content or "<" in content or ">" in content or "\n" in content or "\t" in content:
        return escaped(content)
    return content


def line(value: object) -> str:
    """A plain value where no line break can be."""
    return escape(" ".join(legal(_plain(value)).split("\n")), quote=False)


def attribute(value: object) -> str:
    """A plain value inside an attribute."""
    return escape(" ".join(legal(_plain(value)).split()))


@pass_context
def run(context: Context, value: object) -> str:
    """Rich text inside a paragraph."""
    if isinstance(value, Runs):
        return _writer(context).inlines.write(value.inlines)
    if isinstance(value, Blocks):
        raise TemplateFault("MA05", "fältet är hela stycken", "skriv {{p fält }} ensamt i ett eget stycke")
    raise TemplateFault("MA05", f"fältet är inte formaterad text{_missing(value)}", "skriv {{ fält }} utan r")


@pass_context
def block(context: Context, value: object) -> str:
    """What stands in for whole paragraphs."""
    if isinstance(value, Blocks):
        pieces = _writer(context).pieces(value.blocks)
        budget_of(context).write(sum(map(len, pieces)))
        fragments: Fragments = context.parent[FRAGMENTS]
        return fragments.keep(pieces)
    if isinstance(value, Runs):
        raise TemplateFault("MA05", "fältet är text inne i ett stycke", "skriv {{r fält }} i stället för {{p fält }}")
    raise TemplateFault("MA05", f"fältet är inte hela stycken{_missing(value)}", "skriv {{ fält }} utan p")


FILLINGS: Final[dict[str, Callable[..., Any]]] = {TEXT: text, LINE: line, ATTRIBUTE: attribute, RUN: run, BLOCK: block}


def _plain(value: object) -> str:
    if type(value) is str:
        return value
    if isinstance(value, Blocks):
        raise TemplateFault("MA05", "fältet är hela stycken", "skriv {{p fält }} ensamt i ett eget stycke")
    if isinstance(value, Runs):
        raise TemplateFault("MA05", "fältet är formaterad text", "skriv {{r fält }} i stället för {{ fält }}")
    return as_text(value)


def _missing(value: object) -> str:
    """Nothing; an unknown name says itself that it is unknown."""
    return str(value) if isinstance(value, Undefined) else ""


def _writer(context: Context) -> BlockWriter:
    writer: BlockWriter = context.parent[WRITER]
    return writer
